"""Makes the three pages of a casus out of its file: the story, the assignment without outcome, the leader's notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from scripts import addresses
from scripts.casus import PARTS, UNKNOWN, kind_of, path_of
from scripts.localise import state_of
from scripts.page_authored import AuthoredPages
from scripts.page_frame import BuiltPage
from scripts.page_parts import PageParts
from scripts.qr import qr
from scripts.render import render
from scripts.translations import SOURCE

#: What of a casus stands in the assignment.
HANDED_OUT = ("title", "care", "situation", "think")


class CasusPages(AuthoredPages):
    """Makes the pages of casussen in ``language``."""

    def casus(self, path: str, name: str) -> BuiltPage:
        """Page ``path`` of casus ``name``. The notes are in no page but the leader's."""
        kind = kind_of(path, name)
        data = self.data["casus"][name]
        shown = data if kind == "casus-leader" else {key: value for key, value in data.items() if key != "notes"}
        parts = PageParts(self.data, self.words, path, self.root(path), self.dutch)
        if kind == "casus":
            parts.rest_on(data)
        parts.states.add(state_of(data))
        changed = [Markup(parts.macro("changed", [one])) for one in data.get("changed", []) if kind == "casus"]  # noqa: S704 - our own
        rules = list(self._rules(path, data)) if kind == "casus" else []
        parts.rest_on_laws(
            str({key: shown[key] for key in shown if kind != "casus-handout" or key in HANDED_OUT}),
            *changed,
            *(str(rule["because"]) for rule in rules),
        )
        state = self.state_of_made(data, parts)
        html = render(
            f"{kind.replace('-', '_')}.html.j2",
            self.words,
            **self.common(path, parts),
            c=shown,
            name=name,
            unknown=UNKNOWN,
            changed=changed,
            pages_further=list(self._further(path, data)),
            tip_url=self.tip_url(path),
            rules=rules,
            paths={part: addresses.relative(path, path_of(name, part)) for part in PARTS},
            qr=qr(self.address(path_of(name))),
            address=self.address(path_of(name)),
            notice=self.notice_of_made(path, f"casus/{name}", state),
            **self.neighbours(path),
        )
        texts = {"title": self._title(kind, data), "description": str(data["summary"]), "kind": kind}
        more: dict[str, Any] = {"covers": data["covers"]}
        if kind != "casus":  # who searches finds the story
            more = {"covers": [], "search": {"exclude": True}, "alternates": []}
        return BuiltPage(self.language, path, texts | self.around(path, state) | more, html)

    def _title(self, kind: str, data: dict[str, Any]) -> str:
        return str(data["title"]) if kind == "casus" else f"{self.ui[kind.replace('-', '_')]}: {data['title']}"

    def _further(self, path: str, data: dict[str, Any]) -> Iterator[dict[str, str]]:
        for target in data["pages"]:
            page = self.content.pages.get(self.words, {}).get(target) or self.content.pages[SOURCE][target]
            yield {
                "url": addresses.relative(path, target),
                "title": page.meta["title"],
                "language": page.language,
            }

    def _rules(self, path: str, data: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """The rules that the casus names, each with the address (``url``) of the route-finder that has it."""
        for route in self.data["routes"].values():
            url = f"{addresses.relative(path, route['page'])}#regels"
            yield from (rule | {"url": url} for rule in route["rules"] if rule["id"] in data.get("rules", []))
