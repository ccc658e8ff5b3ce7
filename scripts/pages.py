"""Makes the pages: authored Markdown and data in, front matter and plain HTML out, one file per page and language."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from markupsafe import Markup

from scripts import addresses, markup
from scripts.content import Content
from scripts.languages import Language
from scripts.localise import localise
from scripts.page_parts import PageParts
from scripts.render import json_block, render
from scripts.translations import SOURCE, page_state
from scripts.validate_pages import claims

#: Page path → the page that its breadcrumb leads to, by the first folder of the path.
CRUMBS = {"handreiking": ("handreiking/index", "breadcrumb_guide"), "over": ("over/index", "breadcrumb_about")}
TEMPLATES = {"plain": "chapter"}
SEARCH_WORDS = ("search_loading", "search_failed", "search_none", "search_results_one", "search_results_other")


@dataclass(frozen=True)
class BuiltPage:
    """A page as MkDocs gets it: ``meta`` becomes front matter, ``html`` its content."""

    language: str
    path: str
    meta: dict[str, Any]
    html: str


@dataclass(frozen=True)
class Setting:
    """What pages need to know of the rest of the build: where static files, runtime and search live."""

    languages: dict[str, Language]
    static: str
    runtime: str
    search_worker: str
    today: str


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


class _Maker:
    """Makes the pages of ``language``, with texts and data in the language ``words``."""

    def __init__(self, content: Content, setting: Setting, language: str, words: str) -> None:
        self.content = content
        self.setting = setting
        self.language = language
        self.words = words
        self.data = localise(content, words)
        self.ui = self.data["ui"]
        for fact in self.data["facts"].values():
            fact["overdue"] = fact["valid_until"] < setting.today

    def page(self, path: str) -> BuiltPage:
        """Page ``path``, authored or made out of a checklist."""
        checklist = addresses.checklist_pages(self.content).get(path)
        return self._checklist(path, checklist) if checklist else self._authored(path)

    def untranslated(self, dutch: BuiltPage) -> BuiltPage:
        """``dutch`` under the notice, in the reader's language, that it is not translated."""
        notice = self._notice(dutch.path, "missing")
        html = render("untranslated.html.j2", SOURCE, notice=notice, page=Markup(dutch.html))  # noqa: S704 - our own page
        return BuiltPage(self.language, dutch.path, dutch.meta | self._frame(dutch.path, "missing"), html)

    def translated(self, path: str, language: str) -> bool:
        """Whether ``language`` has page ``path`` itself."""
        checklist = addresses.checklist_pages(self.content).get(path)
        if checklist is None or language == SOURCE:
            return language == SOURCE or path in self.content.pages.get(language, {})
        return "title" in self.content.catalogs.get(language, {}).get(f"checklists/{checklist}", {})

    def _authored(self, path: str) -> BuiltPage:
        dutch = self.content.pages[SOURCE][path]
        page = self.content.pages[self.words][path]
        state = page_state(page, dutch)
        parts = PageParts(self.data, self.words, path, self._root(path))
        lead, *sections = [parts.section(section) for section in markup.sections(page)]
        kind = page.meta["kind"]
        glossary = sorted(self.data["glossary"], key=lambda name: self.data["glossary"][name]["term"].casefold())
        for name in glossary if kind == "glossary" else ():
            parts.rest_on(self.data["glossary"][name])
        html = render(
            f"{TEMPLATES.get(kind, kind)}.html.j2",
            self.words,
            **self._common(path, parts),
            title=page.meta["title"],
            meta=page.meta,
            lead=lead["html"],
            brief=[parts.inline(line) for line in page.meta.get("brief", [])],
            sections=sections,
            toc_entries=[{"id": section["id"], "title": section["title"]} for section in sections],
            glossary_order=glossary,
            notice=self._notice(path, state),
            **self._neighbours(path),
        )
        texts = {key: page.meta[key] for key in ("title", "description", "kind")}
        meta = texts | self._frame(path, state) | {"covers": claims(page, self.content)}
        return BuiltPage(self.language, path, meta, html)

    def _checklist(self, path: str, name: str) -> BuiltPage:
        data = self.data["checklists"][name]
        parts = PageParts(self.data, self.words, path, self._root(path))
        for item in data["items"].values():
            parts.rest_on(item)
        state = str(data["title"].state)
        messages = {key: str(text) for key, text in self.ui.items() if key.startswith(("checklist_", "answer_"))}
        html = render(
            "checklist.html.j2",
            self.words,
            **self._common(path, parts),
            c=data,
            numbers={item: number for number, item in enumerate(data["items"], 1)},
            definition_json=json_block(checklist_definition(data)),
            messages_json=json_block(messages | {"locale": self.words}),
            notice=self._notice(path, state),
        )
        covers = list(dict.fromkeys(cover for item in data["items"].values() for cover in item["covers"]))
        texts = {"title": str(data["title"]), "description": str(data["description"]), "kind": "checklist"}
        return BuiltPage(self.language, path, texts | self._frame(path, state) | {"covers": covers}, html)

    def _root(self, path: str) -> str:
        depth = addresses.url_of(path).count("/") + self.setting.languages[self.language].prefix.count("/")
        return "../" * depth or "./"

    def _common(self, path: str, parts: PageParts) -> dict[str, Any]:
        root = self._root(path)
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

    def _notice(self, path: str, state: str) -> Markup:
        return render("notice.html.j2", self.words, ui=self.ui, state=state, dutch_url=self._dutch_url(path))

    def _dutch_url(self, path: str) -> str | None:
        if self.words == SOURCE:
            return None
        return self._root(path) + self.setting.languages[SOURCE].prefix + addresses.url_of(path)

    def _neighbours(self, path: str) -> dict[str, Any]:
        chapters = [chapter["page"] for chapter in self.data["chapters"].values() if chapter["page"]]
        place = chapters.index(path) if path in chapters else None
        crumb = CRUMBS.get(path.partition("/")[0])
        return {
            "crumb": None
            if crumb is None or crumb[0] == path
            else {"url": addresses.relative(path, crumb[0]), "title": self.ui[crumb[1]]},
            "previous": self._card(path, chapters[place - 1]) if place else None,
            "next": self._card(path, chapters[place + 1]) if place is not None and place + 1 < len(chapters) else None,
        }

    def _card(self, path: str, target: str) -> dict[str, str]:
        chapter = next(chapter for chapter in self.data["chapters"].values() if chapter["page"] == target)
        return {"url": addresses.relative(path, target), "title": chapter["title"]}

    def _frame(self, path: str, state: str) -> dict[str, Any]:
        """What the frame around the page needs: language, addresses, state."""
        url = addresses.url_of(path)
        languages = self.setting.languages
        known = [lang for lang in languages.values() if self.translated(path, lang.locale)]
        original = languages[SOURCE] if state == "missing" else languages[self.language]
        return {
            "language": self.language,
            "path": path,
            "url": url,
            "state": state,
            "untranslated": state == "missing",
            "canonical": original.prefix + url,
            "alternates": []
            if state == "missing"
            else [{"locale": lang.locale, "url": lang.prefix + url} for lang in known],
        }


def checklist_definition(data: dict[str, Any]) -> dict[str, Any]:
    """What the tool needs of a checklist: structure and ids, no text. See tools.checklist.evaluate."""
    return {
        "themes": list(data["themes"]),
        "items": {
            name: {key: item[key] for key in ("theme", "builds_on", "chapters", "tips")}
            for name, item in data["items"].items()
        },
    }
