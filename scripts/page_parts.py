"""The parts of one page: its sections, macros and links, and the sources and facts that they use."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from scripts import addresses, figure, markdown_html, markup
from scripts.localise import state_of
from scripts.page_macros import ELEMENTS, ONCE_MADE, WHOLE
from scripts.render import render
from scripts.translations import SOURCE

#: The unit of a fact that is the name of a law.
LAW = "wet"
ID = re.compile(r' id="[^"]*"')


class PageParts:
    """Renders what an author wrote and remembers, in order, which sources and facts it rests on."""

    def __init__(
        self,
        data: dict[str, dict[str, Any]],
        language: str,
        path: str,
        root: str,
        dutch: dict[str, dict[str, Any]] | None = None,
    ) -> None:
        self.data = data
        self.dutch = dutch or data
        self.language = language
        self.path = path
        self.root = root
        self.used: dict[str, list[str]] = {}
        self.facts_used: list[str] = []
        self.states: set[str] = set()

    def section(self, section: markup.Section, state: str = "source") -> dict[str, Any]:
        """A section for the templates: id, title, html, closing blocks, covers, citations, state, language."""
        html, closing = (Markup(part) for part in markdown_html.to_html(section.body, self.macro, self.url))  # noqa: S704 - our own Markdown
        self.cite(section.citations)
        return {
            "id": section.id,
            "title": self.inline(section.title),
            "html": html,
            "closing": closing,
            "covers": section.covers,
            "citations": section.citations,
            "state": state,
            "language": self.language,
            "beside": None,
        }

    def beside(self, section: markup.Section) -> dict[str, Markup]:
        """Title and HTML of a Dutch section that stands beside its translation: without the ids that the page has.

        What stands on the page once, such as the crisis card, is left to the translation.
        """
        html, _ = markdown_html.to_html(section.body, self._within, self.url)
        return {"title": self.inline(section.title), "html": Markup(ID.sub("", html))}  # noqa: S704 - our own Markdown

    def _within(self, name: str, arguments: list[str]) -> str:
        return "" if name in ONCE_MADE else self.macro(name, arguments)

    def inline(self, text: str) -> Markup:
        """One line of Markdown with macros as HTML."""
        return Markup(markdown_html.inline_html(text, self.macro, self.url))  # noqa: S704 - our own Markdown

    def inline_data(self, text: str) -> Markup:
        """The same for a text in the data, whose links count from the start of the site."""
        url = functools.partial(self.url, start="index")
        return Markup(markdown_html.inline_html(text, self.macro, url))  # noqa: S704 - our own Markdown

    def cite(self, citations: list[dict[str, str]]) -> None:
        """Note that the page rests on these places."""
        for citation in citations:
            places = self.used.setdefault(citation["id"], [])
            if citation["at"] not in places:
                places.append(citation["at"])

    def rest_on(self, element: dict[str, Any]) -> None:
        """Note the sources and facts of an element that the page shows, and its state as a translation."""
        self.states.add(state_of(element))
        self.cite(element.get("sources", []))
        for fact in element.get("facts", []):
            self.states.add(state_of(self.data["facts"][fact]))
            if fact not in self.facts_used:
                self.facts_used.append(fact)

    def rest_on_all(self, other: PageParts) -> None:
        """Note all that ``other``, parts of the same page, rests on."""
        for source, places in other.used.items():
            self.cite([{"id": source, "at": place} for place in places])
        self.facts_used += [fact for fact in other.facts_used if fact not in self.facts_used]

    def rest_on_laws(self, *shown: str) -> None:
        """Note the laws that are named in what the page shows: their names are facts with the unit ``wet``."""
        text = " ".join(shown)
        named = [name for name, fact in self.data["facts"].items() if fact["unit"] == LAW and fact["value"] in text]
        self.rest_on({"facts": named})

    def url(self, link: str, start: str | None = None) -> str:
        """The address behind a link as an author writes it, on this page or on page ``start``."""
        target = addresses.resolve(start or self.path, link)
        if target is None:
            return link
        path, anchor = target
        if path == self.path and anchor:
            return f"#{anchor}"
        return addresses.relative(self.path, path) + (f"#{anchor}" if anchor else "")

    def macro(self, name: str, arguments: list[str]) -> str:
        """The HTML of a macro call; validate.py has made sure that it exists."""
        link = functools.partial(addresses.relative, self.path)
        if name in ELEMENTS:
            template, variable, family = ELEMENTS[name]
            element = self.data[family][arguments[0]]
            self.rest_on(element)
            more = {"place": figure.layout(element["groups"])} if name == "figure" else {}
            return self._render(template, id=arguments[0], link=link, **{variable: element}, **more)
        makers: dict[str, Callable[..., str]] = {
            "changed": self._changed,
            "fact": self._fact,
            "call": self._call,
            "term": self._term,
            "picture": self._picture,
            "lines": self._lines,
            "proof": functools.partial(self._proof, "proof.html.j2"),
            "proof_tracks": functools.partial(self._proof, "proof_tracks.html.j2"),
        }
        if name in makers:
            return makers[name](*arguments)
        for family in WHOLE.get(name, ()):
            for element in self.data[family].values():
                self.rest_on(element)
        return self._render(f"{name}.html.j2", link=link, root=self.root)

    def _changed(self, name: str) -> str:
        change = self.data["changes"][name]
        self.rest_on(change)
        years = [self.data["sources"][citation["id"]]["year"] for citation in change["sources"]]
        # What is not translated is Dutch whole, the months of its dates included.
        is_own = change["now"].language == self.language
        own = self if is_own else PageParts(self.dutch, SOURCE, self.path, self.root)
        now = own.inline_data(change["now"])
        self.rest_on_all(own)
        return self._render("changed.html.j2", id=name, change=change, now=now, year=min(years))

    def _fact(self, name: str) -> str:
        self.rest_on({"facts": [name]})
        return self._render("fact.html.j2", fact=self.data["facts"][name])

    def _call(self, name: str) -> str:
        self.rest_on({"facts": [name]})
        return self._render("call.html.j2", fact=self.data["facts"][name])

    def _term(self, name: str, word: str | None = None) -> str:
        url = addresses.relative(self.path, "begrippen")
        return self._render("term.html.j2", url=url, id=name, word=word or self.data["glossary"][name]["term"])

    def _picture(self, name: str) -> str:
        self.rest_on(self.data["pictures"][name])
        return self._render("picture.html.j2", picture=self.data["pictures"][name])

    def _lines(self, count: str) -> str:
        return self._render("lines.html.j2", count=int(count))

    def _proof(self, template: str, name: str) -> str:
        return self._render(template, proof=self.data["proofs"][name], route=self.data["routes"][name])

    def _render(self, template: str, **context: Any) -> str:
        return str(render(template, self.language, **{**self.data, "dutch": self.dutch, **context}))
