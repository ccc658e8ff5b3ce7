"""What stands around a page: its addresses, its languages, its neighbours, and what it says of its translation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from scripts import addresses
from scripts.content import Content
from scripts.languages import Language
from scripts.localise import localise, state_of
from scripts.page_parts import PageParts
from scripts.proof_record import recorded
from scripts.render import json_block, render
from scripts.translations import SOURCE, worst
from scripts.validate_numbers import UNIT

SEARCH_WORDS = ("search_loading", "search_failed", "search_none", "search_results_one", "search_results_other")
#: Page path → the page that its breadcrumb leads to, by the first folder of the path.
CRUMBS = {
    "handreiking": ("handreiking/index", "breadcrumb_guide"),
    "signaleren": ("signaleren/index", "breadcrumb_signals"),
    "over": ("over/index", "breadcrumb_about"),
    "verhalen": ("verhalen/index", "stories_to_discuss"),
}


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
    site_url: str = addresses.DEFAULT_URL


class PageFrame:
    """The surroundings of the pages of ``language``, with texts and data in the language ``words``."""

    def __init__(self, content: Content, setting: Setting, language: str, words: str) -> None:
        self.content = content
        self.setting = setting
        self.language = language
        self.words = words
        self.data = self.data_in(words)
        #: The same in Dutch, for what stands beside a translation.
        self.dutch = self.data if words == SOURCE else self.data_in(SOURCE)
        self.ui = self.data["ui"]

    def data_in(self, language: str) -> dict[str, dict[str, Any]]:
        """The data in ``language``, each fact with whether it is past its date (``overdue``).

        A phone number is the same in every language, and of today also where its translation is not.
        """
        data = localise(self.content, language)
        for name, fact in data["facts"].items():
            fact["overdue"] = fact["valid_until"] < self.setting.today
            if fact["unit"] == UNIT:
                fact["value"] = self.content.families["facts"][name].data["value"]
        return data | {"proofs": recorded(self.content)}

    def translated(self, path: str, language: str) -> bool:
        """Whether ``language`` has page ``path`` itself."""
        made = addresses.made_pages(self.content).get(path)
        if made is None or language == SOURCE:
            return language == SOURCE or path in self.content.pages.get(language, {})
        return "title" in self.content.catalogs.get(language, {}).get("/".join(made), {})

    def root(self, path: str) -> str:
        """The way from page ``path`` to the root of the site."""
        depth = addresses.url_of(path).count("/") + self.setting.languages[self.language].prefix.count("/")
        return "../" * depth or "./"

    def neighbours(self, path: str) -> dict[str, Any]:
        """The breadcrumb and the chapters before and after page ``path``, None where there is none."""
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

    def around(self, path: str, state: str) -> dict[str, Any]:
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

    def _dutch_url(self, path: str) -> str | None:
        if self.words == SOURCE:
            return None
        return self.root(path) + self.setting.languages[SOURCE].prefix + addresses.url_of(path)

    def notice(self, path: str, state: str, by: str | None = None, checked_by: str | None = None) -> Markup:
        """What a reader must know of a translation: who made it, who checked it, how fresh it is."""
        return render(
            "notice.html.j2",
            self.words,
            ui=self.ui,
            state=state,
            by=by or "machine",
            checked_by=checked_by,
            dutch_url=self._dutch_url(path),
        )

    def notice_of_made(self, path: str, section: str, state: str) -> Markup:
        """The same for a page that is made out of the definition with this ``section`` in the catalogs."""
        title = self.content.catalogs.get(self.words, {}).get(section, {}).get("title")
        who = title.data if title else {}
        return self.notice(path, state, who.get("by"), who.get("checked_by"))

    def state_of_made(self, data: dict[str, Any], parts: PageParts) -> str:
        """The state of a page that is made out of ``data``; what is missing in it says so itself."""
        return worst({"source"} if self.words == SOURCE else {state_of(data), *parts.states} - {"missing"})

    def tip_url(self, path: str) -> Callable[[str], str | None]:
        """Where a reader finds a tip: in its chapter, or with all tips where the chapter is not translated."""

        def url(name: str) -> str | None:
            chapter = self.data["chapters"][self.data["tips"][name]["chapter"]]["page"]
            places = [chapter] if chapter and self.translated(chapter, self.words) else []
            places += [place for place, page in self.content.pages[SOURCE].items() if page.meta.get("kind") == "tips"]
            places += [chapter] if chapter else []
            return f"{addresses.relative(path, places[0])}#tip-{name}" if places else None

        return url

    def common(self, path: str, parts: PageParts) -> dict[str, Any]:
        """What the templates of all pages need."""
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
