"""Makes the pages that an author wrote in Markdown."""

from __future__ import annotations

from typing import Any

from scripts import addresses, markup, session_builder
from scripts.casus import path_of
from scripts.content import Page
from scripts.localise import state_of
from scripts.page_frame import BuiltPage, PageFrame
from scripts.page_parts import PageParts
from scripts.render import render
from scripts.translations import SOURCE, page_state, section_states, worst
from scripts.validate_pages import claims

TEMPLATES = {"plain": "chapter", "acute": "chapter", session_builder.KIND: "session_builder"}
#: What the front matter tells the frame of a page.
FLAGS = ("quick_exit", "sheet")
#: The sections of the page on acute help that another page shows: whom to call, how to stay.
FIRST_HELP = ("bellen", "blijven")


class AuthoredPages(PageFrame):
    """Makes authored pages of ``language``."""

    def authored(self, path: str) -> BuiltPage:
        """Page ``path`` as its author wrote it."""
        dutch = self.content.pages[SOURCE][path]
        page = self.content.pages[self.words][path]
        parts = PageParts(self.data, self.words, path, self.root(path), self.dutch)
        lead = parts.section(markup.sections(page)[0])
        sections = self._sections(page, dutch, parts)
        kind = page.meta["kind"]
        glossary = sorted(self.data["glossary"], key=lambda name: self.data["glossary"][name]["term"].casefold())
        for name in glossary if kind == "glossary" else ():
            parts.rest_on(self.data["glossary"][name])
        tips = self._tips(parts) if kind == "tips" else []
        entries = self.data["glossary"].values() if kind == "glossary" else tips
        parts.rest_on_laws(lead["html"], *(part["html"] + part["closing"] for part in sections), *map(str, entries))
        tool: dict[str, Any] = {}
        if kind == session_builder.KIND:
            tool = session_builder.context(self.data, path, self.words, self.address)
            parts.states |= {state_of(one) for family in ("casus", "sessions") for one in self.data[family].values()}
        state = self._state(page_state(page, dutch), parts)
        html = render(
            f"{TEMPLATES.get(kind, kind)}.html.j2",
            self.words,
            **self.common(path, parts),
            **tool,
            tips_by_chapter=tips,
            title=page.meta["title"],
            meta=page.meta,
            lead=lead["html"],
            lead_beside=self._lead_beside(dutch, parts) if page is not dutch else None,
            brief=[parts.inline(line) for line in page.meta.get("brief", [])],
            sections=sections,
            toc_entries=[{key: section[key] for key in ("id", "title", "language")} for section in sections],
            glossary_order=glossary,
            stories=self._stories(dutch),
            notice=self.notice(path, state, page.meta.get("by"), page.meta.get("checked_by")),
            **self.neighbours(path),
        )
        texts = {key: page.meta[key] for key in ("title", "description", "kind")}
        texts |= {key: dutch.meta[key] for key in FLAGS if dutch.meta.get(key)}
        meta = texts | self.around(path, state) | {"covers": claims(page, self.content)}
        return BuiltPage(self.language, path, meta, html)

    def address(self, path: str) -> str:
        """The whole address of page ``path``, to print; of the Dutch where there is no other."""
        return self.setting.site_url + self.setting.languages[self.words].prefix + addresses.url_of(path)

    def _sections(self, page: Page, dutch: Page, parts: PageParts) -> list[dict[str, Any]]:
        """The sections in the order of the Dutch; one that is not translated yet stays Dutch and says so."""
        if page is dutch:
            return [parts.section(section) for section in markup.sections(page)[1:]]
        dutch_parts = PageParts(self.dutch, SOURCE, page.path, parts.root)
        found = []
        for original, own, state in section_states(page, dutch):
            if own is not None:
                beside = dutch_parts.beside(original) if dutch.meta.get("beside") else None
                found.append(parts.section(own, state) | {"beside": beside})
            else:
                found.append(dutch_parts.section(original, "missing"))
        parts.rest_on_all(dutch_parts)
        return found

    def _lead_beside(self, dutch: Page, parts: PageParts) -> dict[str, Any] | None:
        """Title and lead of the Dutch, for a page where it stands beside the translation."""
        if not dutch.meta.get("beside"):
            return None
        own = PageParts(self.dutch, SOURCE, dutch.path, parts.root)
        return own.beside(markup.sections(dutch)[0]) | {
            "title": dutch.meta["title"],
            "calls": dutch.meta.get("calls", []),
        }

    def first_help(self, parts: PageParts) -> dict[str, Any] | None:
        """What another page shows of the page on acute help: calls, the sections on whom to call and how to stay.

        ``{"page", "lead", "calls", "sections", "language"}``; None where there is no such page. It is Dutch, and says
        so, in a language that does not have the page.
        """
        dutch = next((page for page in self.content.pages[SOURCE].values() if page.meta.get("kind") == "acute"), None)
        if dutch is None:
            return None
        page = self.content.pages.get(self.words, {}).get(dutch.path, dutch)
        own = parts if page.language == self.words else PageParts(self.dutch, SOURCE, parts.path, parts.root)
        sections = [part for part in self._sections(page, dutch, own) if part["id"] in FIRST_HELP]
        if own is not parts:
            parts.rest_on_all(own)
        return {
            "page": dutch.path,
            "lead": own.section(markup.sections(page)[0])["html"],
            "calls": page.meta.get("calls", []),
            "sections": sections,
            "language": page.language,
        }

    def _stories(self, dutch: Page) -> list[dict[str, Any]]:
        """The casussen that send a reader to this page: ``title``, ``url``; none where a client reads along."""
        if dutch.meta.get("beside"):
            return []
        return [
            {"title": one["title"], "url": addresses.relative(dutch.path, path_of(name))}
            for name, one in self.data["casus"].items()
            if dutch.path in one["pages"]
        ]

    def _tips(self, parts: PageParts) -> list[dict[str, Any]]:
        """The chapters that have tips, each with its number, its data and its tips, for the page of all tips."""
        grouped = []
        for number, chapter in self.data["chapters"].items():
            tips = {name: tip for name, tip in self.data["tips"].items() if tip["chapter"] == number}
            for tip in tips.values():
                parts.rest_on(tip)
            if tips:
                grouped.append({"number": number, "chapter": chapter, "tips": tips})
        return grouped

    @staticmethod
    def _state(own: str, parts: PageParts) -> str:
        """The state of a page together with the elements that it shows; what is missing in it says so itself."""
        return own if own == "source" else worst({own, *parts.states} - {"missing"})
