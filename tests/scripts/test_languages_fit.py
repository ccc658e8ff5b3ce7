"""A language of the site is a line in mkdocs.yml, a folder and a catalog; who forgets one of them is told which."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.content import load
from scripts.languages import languages
from scripts.problems import Problem
from scripts.validate import problems
from tests.conftest import ROOT
from tests.scripts.faults import ENGLISH, stamped, swap
from tests.scripts.small_root import FILES, TRANSLATED_PAGE, put, write_root, write_translation

HOME = (
    '---\ntitle: "Home"\nkind: home\nof: "nl@00000000"\nby: human\nchecked_by: null\n'
    + FILES["nl/index.md"].partition("kind: home\n")[2].rpartition("---")[0]
)
#: A catalog with every word of the site itself.
WHOLE = FILES[ENGLISH].replace(
    "tips:", '  site_name: {text: "Knowledge base", of: "nl@00000000", by: human, checked_by: null}\ntips:'
)
LOOSE = FILES["en/begrippen.md"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small content root in Dutch and English, whole."""
    folder = write_root(tmp_path.resolve() / "docs")
    put(folder, "en/index.md", HOME + "---\n")
    put(folder, ENGLISH, WHOLE)
    return folder


def _told(root: Path, *known: str) -> list[Problem]:
    return problems(load([root]), known)


def _line_of(locale: str) -> int:
    lines = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\n")
    [line] = [number for number, line in enumerate(lines, 1) if f"{{locale: {locale}," in line]
    return line


def test_a_language_with_a_line_a_home_page_and_a_catalog_fits(root: Path) -> None:
    assert _told(root, "nl", "en") == []


def test_a_catalog_without_all_words_of_the_site_itself_is_told_in_one_line_with_those_words(root: Path) -> None:
    put(root, ENGLISH, FILES[ENGLISH])
    [problem] = _told(root, "nl", "en")
    assert (problem.file, problem.line) == (str(root / ENGLISH), 1)
    assert problem.what == "the catalog lacks 1 of the words of the site itself (ui): site_name"
    assert problem.todo.startswith("Translate them;")


def test_dutch_needs_no_catalog(root: Path) -> None:
    (root / ENGLISH).unlink()
    for page in (root / "en").rglob("*.md"):
        page.unlink()
    assert _told(root, "nl") == []


def test_a_language_without_a_catalog_is_told_at_its_line_in_the_settings(root: Path) -> None:
    put(root, "ar/index.md", HOME + "---\n")
    [problem] = _told(root, "nl", "en", "ar")
    assert (problem.file, problem.line) == ("mkdocs.yml", _line_of("ar"))
    assert problem.what == "the language 'ar' has no catalog docs/_data/i18n/ar.yml"
    assert problem.todo == "Add that file, or take the language out here."


def test_a_language_without_a_home_page_is_told_at_its_line_in_the_settings(root: Path) -> None:
    put(root, "_data/i18n/ar.yml", WHOLE)
    put(root, "ar/begrippen.md", LOOSE)
    [problem] = _told(root, "nl", "en", "ar")
    assert (problem.file, problem.line) == ("mkdocs.yml", _line_of("ar"))
    assert problem.what == "the language 'ar' has no home page docs/ar/index.md"
    assert problem.todo == "Add that page, or take the language out here."


def test_a_language_with_nothing_but_its_line_is_told_what_it_lacks_one_line_each(root: Path) -> None:
    told = _told(root, "nl", "en", "ar", "ti")
    assert [(problem.file, problem.line) for problem in told] == [
        ("mkdocs.yml", _line_of(locale)) for locale in ("ar", "ar", "ti", "ti")
    ]
    assert {word for problem in told for word in ("catalog", "home page") if word in problem.what} == {
        "catalog",
        "home page",
    }


def test_a_folder_of_a_language_that_is_not_in_the_settings_is_told_with_what_to_add(root: Path) -> None:
    put(root, "fr/begrippen.md", LOOSE)
    put(root, "fr/index.md", HOME + "---\n")
    [problem] = _told(root, "nl", "en")
    assert (problem.file, problem.line) == ((root / "fr" / "begrippen.md").as_posix(), 1)
    assert problem.what == "'fr' is no language of the site"
    assert problem.todo == "Add a line for it under the plugin i18n in mkdocs.yml."


def test_a_folder_whose_name_is_nearly_a_language_gets_a_hint(root: Path) -> None:
    put(root, "eng/begrippen.md", LOOSE)
    [problem] = _told(root, "nl", "en")
    assert problem.todo == "Did you mean 'en'?"


def test_a_catalog_of_a_language_that_is_not_in_the_settings_is_told(root: Path) -> None:
    put(root, "_data/i18n/fr.yml", FILES[ENGLISH])
    [problem] = _told(root, "nl", "en")
    assert (problem.file, problem.line) == ((root / "_data" / "i18n" / "fr.yml").as_posix(), 1)
    assert problem.what == "'fr' is no language of the site"


def test_a_catalog_that_cannot_be_read_is_told_once_and_is_not_also_called_missing(root: Path) -> None:
    (root / ENGLISH).write_bytes(b'ui:\n  x: {text: "caf\xe9"}\n')
    [problem] = _told(root, "nl", "en")
    assert (problem.file, problem.line) == ((root / ENGLISH).as_posix(), 2)
    assert problem.what == "this is not UTF-8 text"


def test_a_home_page_that_cannot_be_read_is_told_once_and_is_not_also_called_missing(root: Path) -> None:
    (root / "en" / "index.md").write_bytes(b'---\ntitle: "caf\xe9"\n---\n')
    [problem] = _told(root, "nl", "en")
    assert problem.file == (root / "en" / "index.md").as_posix()


def test_a_home_page_that_cannot_be_read_does_not_hide_that_another_language_has_none(root: Path) -> None:
    (root / "en" / "index.md").write_bytes(b'---\ntitle: "caf\xe9"\n---\n')
    put(root, "_data/i18n/ar.yml", WHOLE)
    assert [problem.file for problem in _told(root, "nl", "en", "ar")] == [
        (root / "en" / "index.md").as_posix(),
        "mkdocs.yml",
    ]


def test_every_fault_of_the_translations_is_told_at_once_sorted_by_file_and_line(root: Path) -> None:
    write_translation(root)
    broken = [
        swap(ENGLISH, "Question {n} of {total}", "Question {n}")(root),
        swap(ENGLISH, "dossier.title", "dossier.titel")(root),
        swap(TRANSLATED_PAGE, ' covers="hr.3.1.intake"', "", at="{#snel")(root),
        stamped("amsterdam", by="")(root),
    ]
    put(root, "ar/wonen.md", LOOSE)
    expected = sorted(((root / file).as_posix(), line) for file, line in [*broken, ("ar/wonen.md", 1)])
    expected += [("mkdocs.yml", _line_of("ar"))] * 2
    told = _told(root, "nl", "en", "ar")
    assert sorted((problem.file, problem.line) for problem in told) == sorted(expected)
    assert told == sorted(told)
    assert not any("\n" in str(problem) for problem in told)


def test_the_languages_of_the_site_are_read_from_the_settings_in_order() -> None:
    known = languages(ROOT / "mkdocs.yml")
    assert next(iter(known)) == "nl"
    assert {"nl", "en", "ar", "ti"} <= set(known)
    assert {locale: language.dir for locale, language in known.items()}["ar"] == "rtl"
    assert known["nl"].prefix == ""
    assert all(language.prefix == f"{locale}/" for locale, language in known.items() if locale != "nl")
