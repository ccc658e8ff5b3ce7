"""Judges whether the languages of mkdocs.yml and the files of the content fit: a line, a folder and a catalog each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from scripts.content import Content
from scripts.languages import CONFIG
from scripts.problems import Problem, did_you_mean
from scripts.translations import SOURCE


def language_problems(content: Content, languages: Iterable[str]) -> Iterator[Problem]:
    """What a language lacks, and what belongs to none.

    A page or a text of the data may stay Dutch and says so; the words of the frame and of the tools may not, since
    many of them stand where no language can be marked.
    """
    known = list(languages)
    for locale in known:
        if locale == SOURCE:
            continue
        line = _line(CONFIG, locale)
        if locale not in content.catalogs:
            what = f"the language '{locale}' has no catalog docs/_data/i18n/{locale}.yml"
            yield Problem(str(CONFIG), line, what, "Add that file, or take the language out here.")
        yield from _lacking_problems(content, locale)
        if "index" not in {*content.pages.get(locale, {}), *content.unread.get(locale, ())}:
            what = f"the language '{locale}' has no home page docs/{locale}/index.md"
            yield Problem(str(CONFIG), line, what, "Add that page, or take the language out here.")
    files = {locale: next(iter(pages.values())).file for locale, pages in content.pages.items() if pages}
    catalogs = {locale: file for locale in content.catalogs if (file := _file_of(content, locale))}
    for locale, file in [*files.items(), *catalogs.items()]:
        if locale not in known:
            todo = did_you_mean(locale, known, "Add a line for it under the plugin i18n in mkdocs.yml.")
            yield Problem(file, 1, f"'{locale}' is no language of the site", todo)


def _file_of(content: Content, locale: str) -> str | None:
    """The file of the catalog of ``locale``; None where it holds nothing."""
    entries = (entry for section in content.catalogs.get(locale, {}).values() for entry in section.values())
    return next((entry.document.file for entry in entries), None)


def _lacking_problems(content: Content, locale: str) -> Iterator[Problem]:
    catalog = content.catalogs.get(locale, {})
    lacking = [key for key in content.families["ui"] if key not in catalog.get("ui", {})]
    file = _file_of(content, locale)
    if file and lacking and not content.incomplete.intersection(("ui", f"i18n/{locale}")):
        what = f"the catalog lacks {len(lacking)} of the words of the site itself (ui): {', '.join(lacking)}"
        todo = "Translate them; python -m scripts.translations tells the stamp of each."
        yield Problem(file, 1, what, todo)


def _line(config: Path, locale: str) -> int:
    lines = config.read_text(encoding="utf-8").split("\n")
    return next((number for number, line in enumerate(lines, 1) if f"locale: {locale}" in line), 1)
