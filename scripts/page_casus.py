"""Makes the three pages of a casus out of its file: the story, the assignment without outcome, the leader's notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from scripts import addresses
from scripts.casus_paths import PARTS, kind_of, path_of
from scripts.localise import state_of
from scripts.page_authored import AuthoredPages
from scripts.page_frame import BuiltPage
from scripts.page_parts import PageParts
from scripts.qr import qr
from scripts.render import render
from scripts.translations import SOURCE

#: The word in a file that says that the source does not tell.
UNKNOWN = "onbekend"
#: What of a casus stands in the assignment.
HANDED_OUT = ("title", "care", "situation", "think")


class CasusPages(AuthoredPages):
    """Makes the pages of casussen in ``language``."""

    def casus(self, path: str, name: str) -> BuiltPage:
        """Page ``path`` of casus ``name``. The notes are in no page but the leader's."""
        kind = kind_of(path)
        data = self.data["casus"][name]
        shown = data if kind == "casus-leader" else {key: value for key, value in data.items() if key != "notes"}
        parts = PageParts(self.data, self.words, path, self.root(path), self.dutch)
        if kind == "casus":
            parts.rest_on(data)
        parts.states.add(state_of(data))
        steps = list(_steps(data))
        changed = [Markup(parts.macro("changed", [one])) for one in data.get("changed", []) if kind == "casus"]  # noqa: S704 - our own
        rules = self._rules(data)
        parts.rest_on_laws(
            str({key: shown[key] for key in shown if kind != "casus-handout" or key in HANDED_OUT}),
            *changed,
            *(str(rule["because"]) for rule in rules if kind == "casus"),
        )
        html = render(
            f"{kind.replace('-', '_')}.html.j2",
            self.words,
            **self.common(path, parts),
            c=shown,
            name=name,
            steps=steps,
            unknown=UNKNOWN,
            changed=changed,
            pages_further=list(self._further(path, data)),
            tip_url=self.tip_url(path),
            route_url=lambda rule: self._route_url(path, rule),
            rules=rules,
            paths={part: addresses.relative(path, path_of(name, part)) for part in PARTS},
            qr=qr(self._address(path_of(name))),
            address=self._address(path_of(name)),
            notice=self.notice_of_made(path, f"casus/{name}", self.state_of_made(data, parts)),
            **self.neighbours(path),
        )
        texts = {"title": self._title(kind, data), "description": str(data["summary"]), "kind": kind}
        covers: dict[str, Any] = {"covers": data.get("covers", []) if kind == "casus" else []}
        if kind != "casus":  # who searches finds the story
            covers |= {"search": {"exclude": True}, "alternates": []}
        return BuiltPage(self.language, path, texts | self.around(path, self.state_of_made(data, parts)) | covers, html)

    def _title(self, kind: str, data: dict[str, Any]) -> str:
        before = {"casus": "", "casus-handout": self.ui["casus_handout"], "casus-leader": self.ui["casus_leader"]}[kind]
        return f"{before}: {data['title']}" if before else str(data["title"])

    def _address(self, path: str) -> str:
        """The whole address of page ``path``, for a QR code; of the Dutch where there is no other."""
        return self.setting.site_url + self.setting.languages[self.words].prefix + addresses.url_of(path)

    def _further(self, path: str, data: dict[str, Any]) -> Iterator[dict[str, str]]:
        for target in data["pages"]:
            page = self.content.pages.get(self.words, {}).get(target) or self.content.pages[SOURCE][target]
            yield {
                "url": addresses.relative(path, target),
                "title": page.meta["title"],
                "language": page.language,
            }

    def _rules(self, data: dict[str, Any]) -> list[dict[str, Any]]:
        wanted = data.get("rules", [])
        return [rule for route in self.data["routes"].values() for rule in route["rules"] if rule["id"] in wanted]

    def _route_url(self, path: str, rule: str) -> str:
        page = next(
            route["page"] for route in self.data["routes"].values() if any(one["id"] == rule for one in route["rules"])
        )
        return f"{addresses.relative(path, page)}#regels"


def _steps(data: dict[str, Any]) -> Iterator[str]:
    """The steps of a casus in the order in which a group sees them; each is the id of a section."""
    yield from ("situatie", "stop", "keuzes", "afloop")
    if data.get("lessons"):
        yield "lessen"
    yield "vragen"
