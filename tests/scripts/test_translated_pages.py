"""What a reader of a translation is told: who made it, who read it, and which part has fallen behind or is Dutch."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
import yaml

from scripts.content import load
from scripts.languages import Language
from scripts.localise import dutch_texts
from scripts.page_frame import BuiltPage, Setting
from scripts.pages import build_pages
from scripts.translations import front_hash, hash_of
from tests.conftest import ROOT, TODAY
from tests.content.built import has_class, said_in, text_of
from tests.scripts.small_root import TRANSLATED_PAGE, change, put, write_root, write_translation

DUTCH_PAGE = "nl/handreiking/intake.md"
CATALOG = "_data/i18n/en.yml"
PATH = "handreiking/intake"
LANGUAGES = {"nl": Language("nl", "Nederlands", "ltr", ""), "en": Language("en", "English", "ltr", "en/")}
UI: dict[str, str] = yaml.safe_load((ROOT / "docs" / "_data" / "ui.yml").read_text(encoding="utf-8"))
TOOL = """\
---
title: "Eigen sessie"
kind: session
description: "Een sessie."
---

Begin leeg.
"""
SESSION = """\
kort:
  {title: "Kort", minutes: 20, aim: ["Een vraag."], for: "Iedereen", prepare: ["Lees."], take_home: ["Een vraag."],
  notes: ["Klein."], parts: [{minutes: 20, title: "Praat", what: ["Samen."]}]}
"""
NEW_SECTION = """\
## Wat is er nieuw? {#nieuw source="handreiking-2017: 3.2"}

Praat ook over geld.

"""


def _english(dutch: str) -> str:
    """The translation that the small site has of a Dutch text of the data."""
    return f"EN {dutch}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small root of which the chapter and every text of the data are translated from the Dutch of today."""
    folder = write_root(tmp_path / "docs")
    shutil.copy(ROOT / "docs" / "_data" / "ui.yml", folder / "_data" / "ui.yml")
    (folder / "en" / "begrippen.md").unlink()
    write_translation(folder)
    catalog = {
        section: {
            key: {"text": _english(text), "of": f"nl@{hash_of(text)}", "by": "machine", "checked_by": "Sanne"}
            for key, text in texts.items()
        }
        for section, texts in dutch_texts(load([folder])).items()
    }
    put(folder, CATALOG, yaml.safe_dump(catalog, allow_unicode=True, sort_keys=False, width=10**6))
    return folder


def _page(root: Path, language: str = "en", path: str = PATH, today: str = TODAY) -> BuiltPage:
    setting = Setting(LANGUAGES, "static/a1", "runtime/a1", "assets/search.js", today)
    pages = build_pages(load([root]), setting)
    [page] = [page for page in pages if (page.language, page.path) == (language, path)]
    return page


def _read(page: BuiltPage) -> Element:
    parsed: Element = html5lib.parse(f'<html lang="{page.language}">{page.html}', namespaceHTMLElements=False)
    return parsed


def _with_class(element: Element, name: str) -> list[Element]:
    return [found for found in element.iter() if has_class(found, name)]


def _notice(page: BuiltPage) -> str:
    return " ".join(text_of(found) for found in _with_class(_read(page), "kennisbank-translation"))


def _notes(page: BuiltPage) -> list[str]:
    return [text_of(found) for found in _with_class(_read(page), "kennisbank-block-note")]


def _around(page: BuiltPage, identity: str) -> Element:
    """The nearest section, article or block that holds the heading with this id."""
    above = {child: parent for parent in _read(page).iter() for child in parent}
    [heading] = [element for element in above if element.attrib.get("id") == identity]
    while heading.tag not in ("section", "article") and not has_class(heading, "kennisbank-block"):
        heading = above[heading]
    return heading


def _dead(page: BuiltPage) -> Iterator[str]:
    """Links of the page to a place on it that is not there."""
    root = _read(page)
    ids = {element.attrib.get("id") for element in root.iter()}
    for link in root.iter("a"):
        href = link.attrib.get("href", "")
        if href.startswith("#") and href[1:] not in ids:
            yield href


def _says(key: str, **values: str) -> str:
    text = _english(UI[key])
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text


# Who made it, who read it


def test_a_translation_of_today_says_who_made_it_and_that_nobody_checked_it(root: Path) -> None:
    page = _page(root)
    assert page.meta["state"] == "unchecked"
    notice = _notice(page)
    assert _says("translation_by_machine") in notice
    assert _says("translation_unchecked") in notice
    assert _says("translation_stale") not in notice
    assert _notes(page) == []


def test_a_translation_that_somebody_checked_says_who(root: Path) -> None:
    change(root, TRANSLATED_PAGE, "by: machine\nchecked_by: null", 'by: human\nchecked_by: "Sanne <Vos>"')
    page = _page(root)
    assert page.meta["state"] == "fresh"
    notice = _notice(page)
    assert _says("translation_by_human") in notice
    assert _says("translation_checked", name="Sanne <Vos>") in notice
    assert _says("translation_unchecked") not in notice


def test_the_page_of_the_own_session_is_no_better_than_the_sessions_that_it_sets_out(root: Path) -> None:
    put(root, "nl/verhalen/sessie.md", TOOL)
    put(root, "_data/sessions.yml", SESSION)
    path = "verhalen/sessie"
    dutch = load([root]).pages["nl"][path]
    put(
        root,
        "en/verhalen/sessie.md",
        TOOL.replace("---\n\n", f'of: "nl@{front_hash(dutch)}"\nby: human\nchecked_by: "Sanne"\n---\n\n'),
    )
    translated = {
        key: {"text": _english(text), "of": f"nl@{hash_of(text)}", "by": "human", "checked_by": "Sanne"}
        for key, text in dutch_texts(load([root]))["sessions"].items()
    }
    catalog = yaml.safe_load((root / CATALOG).read_text(encoding="utf-8"))
    for of, state in ((None, "fresh"), ("nl@00000000", "stale")):
        entry = next(iter(translated.values()))
        entry["of"] = of or entry["of"]
        put(root, CATALOG, yaml.safe_dump({**catalog, "sessions": translated}, allow_unicode=True, width=10**6))
        assert _page(root, path=path).meta["state"] == state


def test_a_translation_that_was_checked_and_then_fell_behind_says_both(root: Path) -> None:
    change(root, TRANSLATED_PAGE, "checked_by: null", 'checked_by: "Sanne"')
    change(root, DUTCH_PAGE, "helpt u.", "helpt u graag.")
    notice = _notice(_page(root))
    assert _says("translation_stale") in notice
    assert _says("translation_checked", name="Sanne") in notice


def test_every_translation_leads_to_the_dutch_page(root: Path) -> None:
    [link] = [link for notice in _with_class(_read(_page(root)), "kennisbank-translation") for link in notice.iter("a")]
    assert (link.attrib["href"], link.attrib["hreflang"]) == (f"../../../{PATH}/", "nl")
    assert text_of(link) == _says("translation_dutch")


def test_the_dutch_page_says_nothing_about_translation(root: Path) -> None:
    page = _page(root, "nl")
    assert page.meta["state"] == "source"
    assert (_notice(page), _notes(page)) == ("", [])


def test_a_checklist_says_who_made_its_translation_and_who_checked_it(root: Path) -> None:
    page = _page(root, path="checklist")
    assert page.meta["state"] == "fresh"
    assert _says("translation_by_machine") in _notice(page)
    assert _says("translation_checked", name="Sanne") in _notice(page)


# A part that has fallen behind


def test_a_section_whose_dutch_changed_says_so_and_no_other_section_does(root: Path) -> None:
    change(root, DUTCH_PAGE, "bij gevaar", "bij groot gevaar")
    page = _page(root)
    assert _notes(page) == [_says("block_stale")]
    assert _says("block_stale") in text_of(_around(page, "amsterdam"))
    assert _says("block_stale") not in text_of(_around(page, "snel"))
    assert page.meta["state"] == "stale"
    assert _says("translation_stale") in _notice(page)


def test_a_change_before_the_first_heading_is_said_above_the_page_and_at_no_section(root: Path) -> None:
    change(root, DUTCH_PAGE, "helpt u.", "helpt u graag.")
    page = _page(root)
    assert _notes(page) == []
    assert _says("translation_stale") in _notice(page)


@pytest.mark.parametrize(
    ("file", "old", "identity"),
    [
        ("_data/tips.yml", "Voor de intake.", "tip-dossier"),
        ("_data/practices.yml", "Dat weten wij niet.", "praktijk-amsterdam"),
        ("_data/changes.yml", "een brede intake aan", "veranderd-wet-2021"),
    ],
)
def test_a_card_whose_dutch_changed_says_so_on_the_card_and_nowhere_else(
    root: Path, file: str, old: str, identity: str
) -> None:
    change(root, file, old, f"Anders. {old}")
    page = _page(root)
    assert _notes(page) == [_says("block_stale")]
    assert _says("block_stale") in text_of(_around(page, identity))
    assert page.meta["state"] == "stale"
    assert _says("translation_stale") in _notice(page)


def test_a_card_with_a_text_that_is_not_translated_says_so_in_the_language_of_the_reader(root: Path) -> None:
    _untranslate(root, "tips", "dossier.when")
    page = _page(root)
    assert _notes(page) == [_says("block_missing")]
    said = dict(said_in(_around(page, "tip-dossier"), "en"))
    assert said["Voor de intake."] == "nl"
    assert said[_says("block_missing")] == "en"


@pytest.mark.parametrize("field", ["value", "label"])
def test_a_fact_whose_dutch_changed_makes_the_page_that_shows_it_stale(root: Path, field: str) -> None:
    change(root, "_data/facts.yml", 'unit: "telefoon"', 'unit: "aantal"')
    old = {"value": '"112"', "label": '"Alarmnummer"'}[field]
    change(root, "_data/facts.yml", f"{field}: {old}", f'{field}: "anders"')
    assert _page(root).meta["state"] == "stale"


def test_a_phone_number_that_changed_stands_on_every_page_at_once_and_makes_none_stale(root: Path) -> None:
    change(root, "_data/facts.yml", 'value: "112"', 'value: "0800-2000"')
    page = _page(root)
    assert page.meta["state"] == "unchecked"
    assert 'href="tel:08002000"' in page.html
    assert "112" not in text_of(_read(page))


def test_a_word_whose_dutch_changed_makes_the_list_of_words_stale(root: Path) -> None:
    put(root, "en/begrippen.md", _glossary(root))
    assert _page(root, path="begrippen").meta["state"] == "unchecked"
    change(root, "_data/glossary.yml", "De eerste dokter", "De huisdokter")
    assert _page(root, path="begrippen").meta["state"] == "stale"


def _glossary(root: Path) -> str:
    dutch = load([root]).pages["nl"]["begrippen"]
    return (
        '---\ntitle: "Words"\nkind: glossary\ndescription: "Words."\n'
        f'of: "nl@{front_hash(dutch)}"\nby: machine\nchecked_by: null\n---\n\nHere are words.\n'
    )


# A part that is Dutch still


def _double(root: Path, file: str, *swaps: tuple[str, str]) -> None:
    """Write what ``file`` holds once more behind it, with other words in it."""
    text = more = (root / file).read_text(encoding="utf-8")
    for old, new in swaps:
        more = more.replace(old, new)
    put(root, file, text + more)


def _untranslate(root: Path, section: str, key: str) -> None:
    """Take one text out of the catalog."""
    catalog = yaml.safe_load((root / CATALOG).read_text(encoding="utf-8"))
    del catalog[section][key]
    put(root, CATALOG, yaml.safe_dump(catalog, allow_unicode=True, sort_keys=False, width=10**6))


@pytest.fixture
def grown(root: Path) -> Path:
    """The same after the Dutch page got a new section in the middle."""
    change(root, DUTCH_PAGE, "## Hoe deed", NEW_SECTION + "## Hoe deed")
    return root


def test_a_new_dutch_section_stays_dutch_under_its_own_name_in_the_translated_page(grown: Path) -> None:
    page = _page(grown)
    said = dict(said_in(_around(page, "nieuw"), "en"))
    assert said["Wat is er nieuw?"] == "nl"
    assert said["Praat ook over geld."] == "nl"
    assert dict(said_in(_around(page, "snel"), "en"))["Invite people quickly"] == "en"


def test_a_new_dutch_section_is_announced_in_the_language_of_the_reader(grown: Path) -> None:
    page = _page(grown)
    assert _notes(page) == [_says("block_missing")]
    section = _around(page, "nieuw")
    assert dict(said_in(section, "en"))[_says("block_missing")] == "en"


def test_a_page_with_a_new_dutch_section_is_stale_and_not_missing(grown: Path) -> None:
    page = _page(grown)
    assert page.meta["state"] == "stale"
    assert page.meta["untranslated"] is False
    assert _says("translation_stale") in _notice(page)


def test_the_sections_of_a_translation_come_in_the_order_of_the_dutch(grown: Path) -> None:
    headings = [element.attrib["id"] for element in _read(_page(grown)).iter("h2") if "id" in element.attrib]
    assert [name for name in headings if name in {"snel", "nieuw", "amsterdam"}] == ["snel", "nieuw", "amsterdam"]


def test_the_sections_of_a_translation_follow_the_dutch_also_when_the_dutch_moved_them(root: Path) -> None:
    text = (root / DUTCH_PAGE).read_text(encoding="utf-8")
    front, first = text.partition("## Nodig")[0], text.partition("## Hoe deed")
    put(root, DUTCH_PAGE, f"{front}## Hoe deed{first[2]}\n{first[0].removeprefix(front)}")
    page = _page(root)
    headings = [element.attrib["id"] for element in _read(page).iter("h2") if "id" in element.attrib]
    assert [name for name in headings if name in {"snel", "amsterdam"}] == ["amsterdam", "snel"]
    assert page.meta["state"] == "unchecked"


def test_no_dutch_heading_in_the_list_of_headings_passes_for_the_language_of_the_reader(grown: Path) -> None:
    [contents] = [nav for nav in _read(_page(grown)).iter("nav") if has_class(nav, "kennisbank-toc")]
    said = dict(said_in(contents, "en"))
    assert said["Wat is er nieuw?"] == "nl"
    assert said["Invite people quickly"] == "en"


def test_the_source_of_a_new_dutch_section_stands_in_the_list_of_sources(grown: Path) -> None:
    page = _page(grown)
    assert "3.2" in text_of(next(e for e in _read(page).iter("li") if e.attrib.get("id") == "bron-handreiking-2017"))
    assert list(_dead(page)) == []


def test_what_a_new_dutch_section_shows_rests_on_sources_that_the_page_lists(root: Path) -> None:
    _double(root, "_data/sources.yml", ("handreiking-2017:", "extra:"))
    _double(
        root, "_data/tips.yml", ("dossier:", "tweede:"), ("handreiking-2017", "extra"), ("[hr.3.1.tip.dossier]", "[]")
    )
    change(root, DUTCH_PAGE, "## Hoe deed", NEW_SECTION + '{{ tip("tweede") }}\n\n## Hoe deed')
    page = _page(root)
    assert dict(said_in(_around(page, "tip-tweede"), "nl"))["Voor de intake."] == "nl"
    assert list(_dead(page)) == []


def test_a_fact_in_a_new_dutch_section_is_listed_with_the_facts_of_the_page(root: Path) -> None:
    _double(root, "_data/facts.yml", ("bel-112:", "bel-113:"))
    change(root, DUTCH_PAGE, "## Hoe deed", NEW_SECTION + 'Bel {{ fact("bel-113") }}.\n\n## Hoe deed')
    ids = {element.attrib.get("id") for element in _read(_page(root)).iter()}
    assert {"feit-bel-112", "feit-bel-113"} <= ids


def test_a_fact_past_its_date_in_a_new_dutch_section_is_marked_there(root: Path) -> None:
    change(root, DUTCH_PAGE, "## Hoe deed", NEW_SECTION + 'Bel {{ fact("bel-112") }}.\n\n## Hoe deed')
    page = _page(root, today="2035-01-01")
    assert _with_class(_around(page, "nieuw"), "kennisbank-overdue")


def test_what_holds_now_is_dutch_under_its_own_name_where_it_is_not_translated(root: Path) -> None:
    _untranslate(root, "changes", "wet-2021.now")
    said = list(said_in(_around(_page(root), "veranderd-wet-2021"), "en"))
    assert {language for text, language in said if text.startswith("Nu hoort zij bij de wet")} == {"nl"}


def test_the_card_of_the_next_chapter_is_dutch_under_its_own_name_where_its_title_is_not_translated(root: Path) -> None:
    page = '---\ntitle: "Gezondheid"\nkind: chapter\nchapter: "3.2"\ndescription: "x"\n---\n\nTekst.\n'
    put(root, "nl/handreiking/gezondheid.md", page)
    change(root, "_data/chapters.yml", "null", '"handreiking/gezondheid"')
    _untranslate(root, "chapters", "3.2.title")
    said = dict(said_in(_read(_page(root)), "en"))
    assert said["Hoe praat u over gezondheid?"] == "nl"


# The drawing


@pytest.fixture
def drawn(root: Path) -> Path:
    """The same with a drawing on the page, translated but for one name."""
    figure = {
        "partners": {
            "title": "Twee netwerken",
            "caption": "Wie in allebei hoort.",
            "groups": [{"label": name, "members": [f"{name} een", f"{name} twee"]} for name in ("A", "B", "C")],
            "sources": [{"id": "handreiking-2017", "at": "figuur 1"}],
            "covers": [],
        }
    }
    put(root, "_data/figures.yml", yaml.safe_dump(figure, allow_unicode=True, sort_keys=False))
    for file in (DUTCH_PAGE, TRANSLATED_PAGE):
        change(root, file, '{{ practice("amsterdam") }}', '{{ figure("partners") }}')
    catalog = yaml.safe_load((root / CATALOG).read_text(encoding="utf-8"))
    catalog["figures"] = {
        key: {"text": _english(text), "of": f"nl@{hash_of(text)}", "by": "machine", "checked_by": None}
        for key, text in dutch_texts(load([root]))["figures"].items()
        if text != "B twee"
    }
    put(root, CATALOG, yaml.safe_dump(catalog, allow_unicode=True, width=10**6))
    return root


def test_the_drawing_stands_beside_its_words_in_the_language_of_the_reader(drawn: Path) -> None:
    page = _read(_page(drawn))
    [words] = [element for element in page.iter() if element.attrib.get("id") == "figuur-partners-tekst"]
    said = {text.strip(";. "): language for text, language in said_in(words, "en")}
    assert said["EN A een; EN A twee"] == "en"
    assert said["B twee"] == "nl"


def test_no_dutch_name_in_the_drawing_itself_passes_for_the_language_of_the_reader(drawn: Path) -> None:
    [svg] = [element for element in _read(_page(drawn)).iter() if has_class(element, "kennisbank-figure__art")]
    said = dict(said_in(svg, svg.attrib.get("lang", "en")))
    assert said["EN A een"] == "en"
    assert said["B twee"] == "nl"


def test_the_drawing_says_that_a_name_in_it_is_not_translated(drawn: Path) -> None:
    [figure] = list(_read(_page(drawn)).iter("figure"))
    assert _says("block_missing") in text_of(figure)


def test_the_drawing_is_named_and_described_by_words_on_the_page(drawn: Path) -> None:
    page = _read(_page(drawn))
    ids = [element.attrib.get("id") for element in page.iter()]
    [svg] = [element for element in page.iter() if has_class(element, "kennisbank-figure__art")]
    assert svg.attrib["role"] == "img"
    assert ids.count(svg.attrib["aria-labelledby"]) == 1
    assert ids.count(svg.attrib["aria-describedby"]) == 1
