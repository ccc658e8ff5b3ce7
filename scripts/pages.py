"""Makes the pages: authored Markdown and data in, front matter and plain HTML out, one file per page and language."""

from __future__ import annotations

from pathlib import Path

import yaml
from markupsafe import Markup

from scripts import addresses
from scripts.content import Content
from scripts.page_casus import CasusPages
from scripts.page_checklist import ChecklistPages
from scripts.page_frame import BuiltPage, Setting
from scripts.page_route import RoutePages
from scripts.render import render
from scripts.translations import SOURCE


def build_pages(content: Content, setting: Setting) -> list[BuiltPage]:
    """Every page in every language. A page without a translation carries the Dutch text and says so."""
    built = []
    for language in setting.languages:
        own = _Maker(content, setting, language, words=language)
        dutch = _Maker(content, setting, language, words=SOURCE)
        built += [
            own.page(path) if own.translated(path, language) else own.untranslated(dutch.page(path))
            for path in sorted({*content.pages[SOURCE], *addresses.made_pages(content)})
        ]
    return built


def write_pages(pages: list[BuiltPage], folder: Path) -> None:
    """Write ``pages`` below ``folder``, one folder per language."""
    for page in pages:
        file = folder / page.language / f"{page.path}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        head = yaml.safe_dump(page.meta, allow_unicode=True, sort_keys=True, width=10**6)
        file.write_text(f"---\n{head}---\n{page.html}\n", encoding="utf-8")


class _Maker(CasusPages, ChecklistPages, RoutePages):
    """Makes the pages of ``language``, authored or made out of data."""

    def page(self, path: str) -> BuiltPage:
        """Page ``path``, authored or made out of a checklist, a route-finder or a casus."""
        family, name = addresses.made_pages(self.content).get(path, ("", ""))
        makers = {"checklists": self.checklist, "routes": self.route, "casus": self.casus}
        return makers[family](path, name) if family else self.authored(path)

    def untranslated(self, dutch: BuiltPage) -> BuiltPage:
        """``dutch`` under the notice, in the reader's language, that it is not translated."""
        notice = self.notice(dutch.path, "missing")
        html = render("untranslated.html.j2", SOURCE, notice=notice, page=Markup(dutch.html))  # noqa: S704 - our own page
        return BuiltPage(self.language, dutch.path, dutch.meta | self.around(dutch.path, "missing"), html)
