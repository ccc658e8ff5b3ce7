"""Makes the page of a route-finder out of its definition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts import markup
from scripts.definitions import definition_hash, route_definition
from scripts.languages import Language
from scripts.page_authored import AuthoredPages
from scripts.page_frame import BuiltPage
from scripts.page_parts import PageParts
from scripts.render import json_block, render
from scripts.route_texts import texts_of
from scripts.route_twin import twin
from scripts.translations import SOURCE


class RoutePages(AuthoredPages):
    """Makes the pages of route-finders in ``language``."""

    def route(self, path: str, name: str) -> BuiltPage:
        """Page ``path``, made out of route-finder ``name``."""
        data = self.data["routes"][name]
        parts = PageParts(self.data, self.words, path, self.root(path), self.dutch)
        rules, notes = data["rules"], data["notes"]
        for part in (*data["questions"].values(), *rules, *notes.values()):
            parts.rest_on(part)
        help_ = self.first_help(parts)
        parts.rest_on_laws(str(data))
        state = self.state_of_made(data, parts)
        html = render(
            "route.html.j2",
            self.words,
            **self.common(path, parts),
            r=data,
            name=name,
            twin=twin(data),
            help=help_,
            definition_json=json_block(route_definition(data)),
            texts_json=json_block(texts_of(self.data, name, self.setting.languages[self.words])),
            card_json=json_block(self._for_the_card(name)),
            others=list(self._other_languages(path)),
            proof_page=self._proof_page(name),
            notice=self.notice_of_made(path, f"routes/{name}", state),
        )
        texts = {"title": str(data["title"]), "description": str(data["description"]), "kind": "route"}
        return BuiltPage(self.language, path, texts | self.around(path, state) | {"covers": []}, html)

    def _proof_page(self, name: str) -> str | None:
        """The page that shows what was proved of route-finder ``name``, if there is one."""
        pages = self.content.pages[SOURCE].items()
        calls = ((path, macro) for path, page in pages for macro in markup.macros_in(page.body, 0))
        return next((path for path, macro in calls if macro.name == "proof" and name in macro.arguments), None)

    def _other_languages(self, path: str) -> Iterator[Language]:
        """The languages in which the texts can stand beside those of the page, Dutch first."""
        for language in self.setting.languages.values():
            if language.locale != self.words and self.translated(path, language.locale):
                yield language

    def _for_the_card(self, name: str) -> dict[str, Any]:
        """What the reason card shows of route-finder ``name`` that is no text and that the tool does not need."""
        data = self.data["routes"][name]
        keys = ("kind", "track", "role")
        cited = {part["id"]: part["sources"] for part in data["rules"]}
        notes = {name: {key: note[key] for key in keys if key in note} for name, note in data["notes"].items()}
        return {
            "version": data["version"],
            "hash": definition_hash(self.content.families["routes"][name].data),
            "rules": {rule: [citation["id"] for citation in sources] for rule, sources in cited.items()},
            "notes": {
                note: parts | {"sources": [citation["id"] for citation in data["notes"][note]["sources"]]}
                for note, parts in notes.items()
            },
            "years": {source: self.data["sources"][source]["year"] for source in self.data["sources"]},
        }
