"""Makes the pages: authored Markdown and data in, front matter and plain HTML out, one file per page and language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from markupsafe import Markup

from scripts import addresses, markup
from scripts.content import Content, Page
from scripts.definitions import checklist_definition, definition_hash
from scripts.localise import state_of
from scripts.page_frame import BuiltPage, PageFrame, Setting
from scripts.page_parts import PageParts
from scripts.render import json_block, render
from scripts.translations import SOURCE, page_state, section_states, worst
from scripts.validate_pages import claims

TEMPLATES = {"plain": "chapter"}
TOOL_WORDS = ("checklist_", "answer_", "months", "date", "list_")
SEARCH_WORDS = ("search_loading", "search_failed", "search_none", "search_results_one", "search_results_other")


def build_pages(content: Content, setting: Setting) -> list[BuiltPage]:
    """Every page in every language. A page without a translation carries the Dutch text and says so."""
    built = []
    for language in setting.languages:
        own = _Maker(content, setting, language, words=language)
        dutch = _Maker(content, setting, language, words=SOURCE)
        built += [
            own.page(path) if own.translated(path, language) else own.untranslated(dutch.page(path))
            for path in sorted({*content.pages[SOURCE], *addresses.checklist_pages(content)})
        ]
    return built


def write_pages(pages: list[BuiltPage], folder: Path) -> None:
    """Write ``pages`` below ``folder``, one folder per language."""
    for page in pages:
        file = folder / page.language / f"{page.path}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        head = yaml.safe_dump(page.meta, allow_unicode=True, sort_keys=True, width=10**6)
        file.write_text(f"---\n{head}---\n{page.html}\n", encoding="utf-8")


class _Maker(PageFrame):
    """Makes the pages of ``language``, authored or made out of data."""

    def page(self, path: str) -> BuiltPage:
        """Page ``path``, authored or made out of a checklist."""
        checklist = addresses.checklist_pages(self.content).get(path)
        return self._checklist(path, checklist) if checklist else self._authored(path)

    def untranslated(self, dutch: BuiltPage) -> BuiltPage:
        """``dutch`` under the notice, in the reader's language, that it is not translated."""
        notice = self.notice(dutch.path, "missing")
        html = render("untranslated.html.j2", SOURCE, notice=notice, page=Markup(dutch.html))  # noqa: S704 - our own page
        return BuiltPage(self.language, dutch.path, dutch.meta | self.around(dutch.path, "missing"), html)

    def _authored(self, path: str) -> BuiltPage:
        dutch = self.content.pages[SOURCE][path]
        page = self.content.pages[self.words][path]
        parts = PageParts(self.data, self.words, path, self.root(path))
        lead = parts.section(markup.sections(page)[0])
        sections = self._sections(page, dutch, parts)
        kind = page.meta["kind"]
        glossary = sorted(self.data["glossary"], key=lambda name: self.data["glossary"][name]["term"].casefold())
        for name in glossary if kind == "glossary" else ():
            parts.rest_on(self.data["glossary"][name])
        tips = self._tips(parts) if kind == "tips" else []
        entries = self.data["glossary"].values() if kind == "glossary" else tips
        parts.rest_on_laws(lead["html"], *(part["html"] + part["closing"] for part in sections), *map(str, entries))
        state = self._state(page_state(page, dutch), parts)
        html = render(
            f"{TEMPLATES.get(kind, kind)}.html.j2",
            self.words,
            **self._common(path, parts),
            tips_by_chapter=tips,
            title=page.meta["title"],
            meta=page.meta,
            lead=lead["html"],
            brief=[parts.inline(line) for line in page.meta.get("brief", [])],
            sections=sections,
            toc_entries=[{key: section[key] for key in ("id", "title", "language")} for section in sections],
            glossary_order=glossary,
            notice=self.notice(path, state, page.meta.get("by"), page.meta.get("checked_by")),
            **self.neighbours(path),
        )
        texts = {key: page.meta[key] for key in ("title", "description", "kind")}
        meta = texts | self.around(path, state) | {"covers": claims(page, self.content)}
        return BuiltPage(self.language, path, meta, html)

    def _sections(self, page: Page, dutch: Page, parts: PageParts) -> list[dict[str, Any]]:
        """The sections in the order of the Dutch; one that is not translated yet stays Dutch and says so."""
        if page is dutch:
            return [parts.section(section) for section in markup.sections(page)[1:]]
        dutch_parts = PageParts(self.data_in(SOURCE), SOURCE, page.path, parts.root)
        found = []
        for original, own, state in section_states(page, dutch):
            if own is not None:
                found.append(parts.section(own, state))
            else:
                found.append(dutch_parts.section(original, "missing"))
        parts.rest_on_all(dutch_parts)
        return found

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

    def _checklist(self, path: str, name: str) -> BuiltPage:
        data = self.data["checklists"][name]
        parts = PageParts(self.data, self.words, path, self.root(path))
        for item in data["items"].values():
            parts.rest_on(item)
        parts.rest_on_laws(str(data))
        state = worst({"source"} if self.words == SOURCE else {state_of(data), *parts.states} - {"missing"})
        first = self.content.catalogs.get(self.words, {}).get(f"checklists/{name}", {}).get("title")
        who = first.data if first else {}
        messages = {key: str(text) for key, text in self.ui.items() if key.startswith(TOOL_WORDS)}
        html = render(
            "checklist.html.j2",
            self.words,
            **self._common(path, parts),
            c=data,
            numbers={item: number for number, item in enumerate(data["items"], 1)},
            name=name,
            definition_json=json_block(checklist_definition(data)),
            definition_hash=definition_hash(self.content.families["checklists"][name].data),
            messages_json=json_block(messages | {"locale": self.words}),
            notice=self.notice(path, state, who.get("by"), who.get("checked_by")),
            tip_url=self.tip_url(path),
        )
        covers = list(dict.fromkeys(cover for item in data["items"].values() for cover in item["covers"]))
        texts = {"title": str(data["title"]), "description": str(data["description"]), "kind": "checklist"}
        return BuiltPage(self.language, path, texts | self.around(path, state) | {"covers": covers}, html)

    def _common(self, path: str, parts: PageParts) -> dict[str, Any]:
        root = self.root(path)
        prefix = self.setting.languages[self.language].prefix
        return {
            **self.data,
            "used": parts.used,
            "facts_used": parts.facts_used,
            "link": lambda target: addresses.relative(path, target),
            "url": parts.url,
            "static": root + self.setting.static,
            "runtime": root + self.setting.runtime,
            "search_worker": root + self.setting.search_worker,
            "search_index": f"{root}search/{self.language}.json",
            "language_base": root + prefix,
            "search_messages": json_block({key: str(self.ui[key]) for key in SEARCH_WORDS} | {"locale": self.words}),
        }
