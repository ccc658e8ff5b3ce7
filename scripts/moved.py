"""Old addresses: a page that was renamed keeps them, and at each stands a small page that leads to the new one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts import addresses
from scripts.casus import PARTS, path_of
from scripts.content import Content, Entry
from scripts.headers import policy_for_page
from scripts.localise import localise
from scripts.page_frame import BuiltPage, Setting
from scripts.problems import Problem
from scripts.render import render
from scripts.translations import SOURCE

FIELD = "was"


@dataclass(frozen=True)
class Was:
    """An old address and the page of today that gives it, both as paths under the language, with where it stands."""

    old: str
    new: str
    entry: Entry
    number: int

    def problem(self, what: str, todo: str) -> Problem:
        """A problem at the line of this old address."""
        return self.entry.problem((FIELD, self.number), what, todo)


def given(content: Content) -> Iterator[Was]:
    """Every old address that a Dutch page or the definition of a made page gives, by page; not judged yet."""
    owners = {path: Entry(page.front, (), page.meta) for path, page in content.pages.get(SOURCE, {}).items()}
    made = addresses.made_pages(content).items()
    for path, (family, name) in made:
        if family != "casus" or path == path_of(name):  # its papers move with it
            owners[path] = content.families[family][name]
    for path, entry in sorted(owners.items(), key=lambda owner: owner[0]):
        was = entry.data.get(FIELD) if isinstance(entry.data, dict) else None
        for number, old in enumerate(was if isinstance(was, list) else []):
            if isinstance(old, str):
                yield Was(old, path, entry, number)


def old_addresses(content: Content) -> dict[str, str]:
    """Old path → path of the page of today that it leads to, both under the language: ``{"a/oud": "a/nieuw"}``.

    The papers of a casus move with it.
    """
    made = addresses.made_pages(content)
    found: dict[str, str] = {}
    for was in given(content):
        ends = PARTS.values() if made.get(was.new, ("", ""))[0] == "casus" else ("",)
        found |= {was.old + end: was.new + end for end in ends if not end or was.new + end in made}
    return found


def write(content: Content, setting: Setting, pages: list[BuiltPage], site: Path) -> None:
    """Write a page at every old address of every language into ``site``, once MkDocs has written its own.

    ``pages`` are those of today; an old address names as its own (canonical) what the new one names.
    """
    canonical = {(page.language, page.path): page.meta["canonical"] for page in pages}
    for language in setting.languages.values():
        words = localise(content, language.locale)["ui"]
        for old, new in old_addresses(content).items():
            url = language.prefix + addresses.url_of(old)
            html = render(
                "moved.html.j2",
                language.locale,
                dir=language.dir,
                ui=words,
                policy=policy_for_page(),
                canonical=setting.site_url + canonical[language.locale, new],
                static="../" * url.count("/") + setting.static,
                to=addresses.relative(old, new),
            )
            folder = site / url
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "index.html").write_text(f"{html}\n", encoding="utf-8")
