"""What the acute page shows of numbers past their date, of the card of a gemeente, and of what nobody filled in."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from scripts.build import Options, overdue, run
from scripts.content import load
from scripts.languages import Language, languages
from scripts.localise import localise
from scripts.page_frame import BuiltPage, Setting
from scripts.pages import build_pages
from scripts.translations import SOURCE
from scripts.validate import problems
from tests.conftest import ROOT, TODAY
from tests.content.built import has_class, said_in, text_of
from tests.pretended import pretend
from tests.scripts.signals_root import CRISIS, ENGLISH, FACTS, SIGNALS, write_signals
from tests.scripts.small_root import change, put

LANGUAGES = languages(ROOT / "mkdocs.yml")
OTHERS = [locale for locale in LANGUAGES if locale != SOURCE]
LATE = "2035-01-01"
#: What the gemeente Testdam filled in: its own words, its numbers as they are shown and as they are dialled.
OWN_WORDS = ("Huisartsenpost Testdam", "avond, nacht en weekend", "Wijkteam Zuid & Noord", "op werkdagen, 9 tot 17 uur")
NUMBERS = {
    "010 000 0001": "tel:0100000001",
    "010-0000002": "tel:0100000002",
    "+31 10 000 00 03": "tel:+31100000003",
}
EDITION = """\
huisartsenpost: {name: "Huisartsenpost Testdam", phone: "010 000 0001", hours: "avond, nacht en weekend", checked_on: "2026-11-20"}
wijkteam: {name: "Wijkteam Zuid & Noord", phone: "010-0000002", hours: "op werkdagen, 9 tot 17 uur", checked_on: "2026-11-20"}
eigen-contact: {function: teamleider, phone: "+31 10 000 00 03", hours: "op werkdagen, 9 tot 17 uur", checked_on: "2026-11-21"}
"""  # noqa: E501 - a line for each line of the card


@pytest.fixture(scope="module")
def translated(_in_project_folder: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What docs/ lacks in other languages, pretended."""
    return pretend(tmp_path_factory.mktemp("vertaald"), Path("docs"), OTHERS)


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content root of the gemeente Testdam: nothing but its crisis card."""
    root = tmp_path_factory.mktemp("testdam")
    put(root, CRISIS, EDITION)
    return root


def _acute(roots: list[Path], today: str = TODAY, known: dict[str, Language] | None = None) -> dict[str, Element]:
    """The acute page of every language."""
    setting = Setting(known or LANGUAGES, "static/a1", "runtime/a1", "assets/search.js", today)
    return {page.language: _root(page) for page in build_pages(load(roots), setting) if page.path == "acuut"}


def _root(page: BuiltPage) -> Element:
    parsed: Element = html5lib.parse(f'<html lang="{page.language}">{page.html}', namespaceHTMLElements=False)
    return parsed


def _with_class(element: Element, name: str) -> list[Element]:
    return [found for found in element.iter() if has_class(found, name)]


def _next(root: Element, element: Element) -> Element | None:
    """The element right after ``element``."""
    above = next(parent for parent in root.iter() if element in list(parent))
    after = list(above)[list(above).index(element) + 1 :]
    return after[0] if after else None


# Numbers past their date


@pytest.fixture(scope="module")
def late(translated: Path) -> dict[str, Element]:
    """The acute pages at a time when every number is past its date."""
    return _acute([Path("docs"), translated], LATE)


def test_a_number_past_its_date_is_one_line_in_the_report_however_often_it_is_shown(tmp_path: Path) -> None:
    content = load([write_signals(tmp_path.resolve())])
    [line] = [line for line in overdue(content, "2027-05-23") if "bel-112" in line]
    assert line.startswith(f"{tmp_path.resolve().as_posix()}/{FACTS}:1: 'bel-112' was valid until 2027-05-22.")
    assert "rijksoverheid.nl" in line


def test_a_number_past_its_date_does_not_stop_the_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(Options(out=tmp_path / "site", work=tmp_path / "work", today="2027-05-23", pages_only=True))
    told = capsys.readouterr().out.splitlines()
    assert code == 0
    assert len([line for line in told if line.startswith("overdue:") and "'bel-113' was valid" in line]) == 1
    page = (tmp_path / "work" / "docs" / "nl" / "acuut.md").read_text(encoding="utf-8")
    assert page.count("kennisbank-overdue") > 5


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_acute_page_says_at_each_number_that_it_is_past_its_date(locale: str, late: dict[str, Element]) -> None:
    root = late[locale]
    links = [link for link in _with_class(root, "kennisbank-call") if link.tag == "a"]
    assert len(links) > 8
    for link in links:
        mark = _next(root, link)
        assert mark is not None, text_of(link)
        assert has_class(mark, "kennisbank-overdue"), text_of(link)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_large_button_with_a_number_past_its_date_says_so_in_the_language_of_the_page(
    locale: str, late: dict[str, Element]
) -> None:
    begin = str(localise(load([Path("docs")]), locale)["ui"]["fact_overdue"]).partition("{date}")[0].strip()
    blocks = _with_class(late[locale], "kennisbank-calls__one")
    assert len(blocks) == 2
    for block in blocks:
        [mark] = _with_class(block, "kennisbank-overdue")
        assert begin in text_of(mark)
        assert {language for _, language in said_in(mark, locale)} == {locale}


def test_a_number_of_today_is_not_marked(translated: Path) -> None:
    for locale, root in _acute([Path("docs"), translated]).items():
        assert _with_class(root, "kennisbank-overdue") == [], locale


def test_a_number_that_changes_in_the_facts_changes_at_once_in_every_language(tmp_path: Path) -> None:
    root = write_signals(tmp_path)
    put(
        root,
        ENGLISH,
        'facts:\n  bel-112.value: {text: "112", of: "nl@b1556dea", by: machine, checked_by: "Sanne"}\n',
    )
    put(root, "_data/ui.yml", (ROOT / "docs" / "_data" / "ui.yml").read_text(encoding="utf-8"))
    change(root, FACTS, 'value: "112"', 'value: "116 000"')
    known = {"nl": LANGUAGES["nl"], "en": LANGUAGES["en"]}
    for locale, page in _acute([root], known=known).items():
        dialled = {link.attrib["href"]: text_of(link) for link in _with_class(page, "kennisbank-call__button")}
        assert list(dialled) == ["tel:116000"], locale
        assert dialled["tel:116000"].endswith("116 000"), locale


# The Dutch beside the translation


def test_a_smaller_heading_has_its_id_in_the_translation_and_none_in_the_dutch_beside_it(tmp_path: Path) -> None:
    root = write_signals(tmp_path)
    put(root, "_data/ui.yml", (ROOT / "docs" / "_data" / "ui.yml").read_text(encoding="utf-8"))
    page = _acute([root], known={"nl": LANGUAGES["nl"], "en": LANGUAGES["en"]})["en"]
    [heading] = [element for element in page.iter() if element.attrib.get("id") == "geweld"]
    assert text_of(heading) == "Is it not safe at home?"
    beside = [below for side in _with_class(page, "kennisbank-beside__dutch") for below in side.iter()]
    assert "Is het thuis niet veilig?" in [text_of(below) for below in beside if below.tag == "h3"]
    assert [below.attrib["id"] for below in beside if "id" in below.attrib] == []


# The card of a gemeente


@pytest.fixture(scope="module")
def filled(edition: Path, translated: Path) -> dict[str, Element]:
    """The acute pages with the crisis card of Testdam, of which only some lines are filled in."""
    return _acute([Path("docs"), translated, edition])


def _card(root: Element) -> Element:
    [card] = _with_class(root, "kennisbank-crisis")
    return card


def _lines(card: Element) -> dict[str, Element]:
    """The lines of a card by their first words."""
    pairs = [list(line) for line in next(card.iter("dl"))]
    return {text_of(name): value for name, value in pairs}


def test_the_edition_of_a_gemeente_with_a_crisis_card_has_no_faults(edition: Path) -> None:
    assert problems(load([Path("docs"), edition]), LANGUAGES) == []


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_card_of_a_gemeente_stands_on_the_acute_page_of_every_language(
    locale: str, filled: dict[str, Element]
) -> None:
    card = _card(filled[locale])
    assert {text_of(link): link.attrib["href"] for link in card.iter("a")} == NUMBERS
    said = text_of(card)
    assert [words for words in OWN_WORDS if words not in said] == []
    for link in card.iter("a"):
        assert [bdi.attrib["dir"] for bdi in link.iter("bdi")] == ["ltr"]


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_words_of_the_gemeente_itself_are_said_to_be_dutch_in_every_language(
    locale: str, filled: dict[str, Element]
) -> None:
    said = dict(said_in(_card(filled[locale]), locale))
    assert {words: said.get(words) for words in OWN_WORDS} == dict.fromkeys(OWN_WORDS, SOURCE)
    function = str(localise(load([Path("docs")]), locale)["staff_functions"]["teamleider"]["label"])
    heading = str(localise(load([Path("docs")]), locale)["ui"]["crisis_title"])
    assert said[heading] == locale
    assert any(function in words for words in said)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_card_says_when_the_gemeente_last_called_each_number(locale: str, filled: dict[str, Element]) -> None:
    helps = [text_of(element) for element in _with_class(_card(filled[locale]), "kennisbank-crisis__help")]
    assert len(helps) == len(NUMBERS)
    assert all("2026" in said and ("20" in said or "21" in said) for said in helps)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_line_of_the_card_is_shown_and_one_that_is_not_filled_in_says_what_to_do(
    locale: str, filled: dict[str, Element]
) -> None:
    fields = load([Path("docs")]).families["crisis_fields"]
    lines = _lines(_card(filled[locale]))
    assert len(lines) == len(fields)
    for name, value in zip(fields, lines.values(), strict=True):
        assert text_of(value), name
        wanted = 1 if f"\n{name}:" in f"\n{EDITION}" else 0
        assert len(list(value.iter("a"))) == wanted, name
        assert _with_class(value, "kennisbank-crisis__open") == [], name


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_card_that_nobody_filled_in_has_a_line_to_write_on_for_each_thing_to_fill_in(
    locale: str, translated: Path
) -> None:
    card = _card(_acute([Path("docs"), translated])[locale])
    fields = load([Path("docs")]).families["crisis_fields"]
    for (name, entry), value in zip(fields.items(), _lines(card).values(), strict=True):
        open_lines = _with_class(value, "kennisbank-crisis__line")
        assert len(open_lines) == (0 if entry.data["kind"] == "fixed" else 3), name
    assert list(card.iter("a")) == []


def test_what_a_gemeente_fills_in_cannot_break_the_page(tmp_path: Path, translated: Path) -> None:
    put(tmp_path, CRISIS, EDITION.replace("Wijkteam Zuid & Noord", "<b>Wijkteam</b> </main> {{ 1 }}"))
    for locale, root in _acute([Path("docs"), translated, tmp_path]).items():
        card = _card(root)
        assert list(card.iter("b")) == [], locale
        assert "<b>Wijkteam</b> </main> {{ 1 }}" in text_of(card), locale


def test_a_small_root_shows_its_card_too(tmp_path: Path) -> None:
    root = write_signals(tmp_path)
    put(root, "_data/ui.yml", (ROOT / "docs" / "_data" / "ui.yml").read_text(encoding="utf-8"))
    [page] = _acute([root], known={"nl": LANGUAGES["nl"]}).values()
    assert SIGNALS[CRISIS].count("phone:") == len(list(_card(page).iter("a"))) == 2
