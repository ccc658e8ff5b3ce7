"""Pages on health: help is one step away, numbers are right, nobody is given a diagnosis, a score or a treatment."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest

from scripts.content import Content, load
from scripts.languages import languages
from scripts.localise import localise
from scripts.page_frame import BuiltPage, Setting
from scripts.pages import build_pages
from scripts.translations import SOURCE
from scripts.validate_numbers import UNIT
from tests.conftest import ROOT, TODAY
from tests.content.built import Built, blocks_of, has_class, said_in, sentences_of, text_of
from tests.pretended import pretend

HERE = "https://here.example/"
LANGUAGES = languages(ROOT / "mkdocs.yml")
OTHERS = [locale for locale in LANGUAGES if locale != SOURCE]
ACUTE = "acuut/"
#: What the acute page must let a reader dial, and its two large buttons.
LINES = ("bel-112", "bel-113", "bel-113-gratis", "veilig-thuis", "centrum-seksueel-geweld")
BUTTONS = ("bel-112", "bel-113")
#: The longest that a reader reads before the large buttons.
LEAD = 30
#: A heading with one of these tells of violence.
VIOLENCE = re.compile(r"geweld|mishandel|meldcode", re.IGNORECASE)
SECTION = re.compile(r"^(?:acuut|signaleren/.*|zorg-in-nederland)$")
THEMES = {"slaap", "hoofd", "lichaam", "gezin", "geld", "mensen", "dagen", "werk"}
#: The answers that name nothing: on every card stands one of them before the wish for another card.
OPEN_ANSWERS = {"Iets anders", "Ik weet het nog niet"}
#: What stands on a page once, and is not said again in the Dutch beside its translation.
ONCE = ("kennisbank-crisis", "kennisbank-picture", "kennisbank-lines", "kennisbank-source", "kennisbank-block-note")

#: What no page of this section says of a person or asks of a begeleider: what it looks like, why not, and an example.
UNFIT = [
    (r"\b(?:lijdt|lijden|leed) aan\b", "tells what someone has", "U lijdt aan somberheid."),
    (
        r"\b(?:heeft|hebt|hebben|had|hadden) (?:\w+ ){0,2}(?:PTSS|depressie|psychose|trauma|burn-out|\w*stoornis)\b",
        "gives a diagnosis",
        "Zij heeft vaak een depressie.",
    ),
    (
        r"\b(?:is|bent|zijn|was|lijkt) (?:\w+ )?(?:depressief|getraumatiseerd|psychotisch|verslaafd|lui)\b",
        "makes a person into a complaint",
        "Zij zijn ernstig getraumatiseerd.",
    ),
    (r"\b(?:wijst|wijzen|duidt|duiden) (?:\w+ )?op\b", "concludes from a sign", "Slecht slapen wijst vaak op stress."),
    (r"\bsprake van\b", "concludes from a sign", "Dan is er sprake van een trauma."),
    (r"\bpast bij (?:een )?(?:PTSS|depressie|trauma)\b", "concludes from a sign", "Dat past bij een depressie."),
    (r"\b(?:symptomen?|symptoom|kenmerken?|tekenen?) van\b", "lists an illness", "Dit zijn symptomen van stress."),
    (r"\bdoor (?:een|zijn|haar|hun) trauma\b", "explains a person by an illness", "Hij zwijgt door zijn trauma."),
    (r"\bsco(?:re|res|ort|ren)\b", "gives a score", "Bij een hoge score belt u de huisarts."),
    (r"\bschaal\b", "measures with a scale", "Vraag dit op een schaal van 1 tot 10."),
    (r"\b(?:rapport)?cijfer\b", "gives a mark", "Welk cijfer geeft u uw slaap?"),
    (r"\bernst van\b", "weighs complaints, as care does", "Ernst van de klachten: matig."),
    (r"\b(?:hoog|verhoogd|groot|licht) risico\b", "sorts people by risk", "Zij hebben een hoog risico."),
    (r"\bof meer (?:\w+ )?(?:klachten|signalen|vragen|antwoorden)\b", "counts signs", "Bij drie of meer signalen …"),
    (r"\b(?:tel|telt u) (?:de|het|hoeveel|samen)\b", "counts signs", "Tel de antwoorden met ja."),
    (r"\bscreen(?:t|en|ing)\b", "tests people", "Zo screent u iemand op stress."),
    (r"\bstel(?:t u)? (?:zelf |snel )?(?:een|de|uw) diagnose\b", "asks for a diagnosis", "Stel een diagnose."),
    (r"\b(?:behandel|genees|verhelp|diagnosticeer)\b", "asks to treat", "Behandel de klacht eerst."),
    (
        r"\b(?:geef|raad|adviseer|stop met|verander) (?:\w+ )?(?:medicijnen|pillen|therapie|oefeningen)\b",
        "asks to treat",
        "Geef iemand oefeningen mee.",
    ),
    (
        r"\b[Vv]raag (?:door )?naar (?:de oorlog|de vlucht|het trauma|wat iemand meemaakte)\b",
        "opens a wound that a begeleider cannot close",
        "Vraag door naar de vlucht.",
    ),
]
#: Sentences that hold such a phrase, and why they may.
FIT = {
    "Niet: \u2018Hij is depressief.": "shows what not to write",
    "Niet iedereen die iets ergs meemaakte, heeft een trauma of loopt daardoor vast.": "says that it is not so",
    "Wij tellen geen klachten en geven geen score.": "says that it is not done here",
}
#: Words of a form that counts or weighs, on a card that is there to talk.
MEASURES = re.compile(
    r"\bscore|schaal|cijfer|\bpunten\b|hoe vaak|hoe erg|hoeveel|\bhoe lang\b|\b(?:een|twee|drie|vier|vijf|tien) keer\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def made(_in_project_folder: None, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], BuiltPage]:
    """Every page by language and path; what is not translated yet has a pretended translation."""
    other = pretend(tmp_path_factory.mktemp("vertaald"), Path("docs"), OTHERS)
    setting = Setting(LANGUAGES, "static/a1", "runtime/a1", "assets/search.js", TODAY)
    return {(page.language, page.path): page for page in build_pages(load([Path("docs"), other]), setting)}


def _root(page: BuiltPage) -> Element:
    parsed: Element = html5lib.parse(f'<html lang="{page.language}">{page.html}', namespaceHTMLElements=False)
    return parsed


def _with_class(element: Element, name: str) -> list[Element]:
    return [found for found in element.iter() if has_class(found, name)]


def _without(element: Element, *classes: str) -> Element:
    """A copy of ``element`` without what stands in elements of these classes; what follows them stays."""
    rest = copy.deepcopy(element)
    for parent in list(rest.iter()):
        for child in [child for child in parent if any(has_class(child, name) for name in classes)]:
            parent.remove(child)
    return rest


def _acute_pages(pages: dict[str, Built]) -> list[Built]:
    return [pages[f"{language.prefix}{ACUTE}"] for language in LANGUAGES.values()]


def _dialled(element: Element) -> list[str]:
    return [link.attrib["href"] for link in element.iter("a") if link.attrib.get("href", "").startswith("tel:")]


def _tel(value: str) -> str:
    return f"tel:{value.replace('-', '').replace(' ', '')}"


def _numbers(content: Content) -> dict[str, str]:
    """The phone numbers among the facts, each as a link dials it."""
    facts = content.families["facts"].items()
    return {name: _tel(entry.data["value"]) for name, entry in facts if entry.data["unit"] == UNIT}


def _leaving(page: Built) -> list[Element]:
    return [element for element in page.root.iter() if "data-quick-exit" in element.attrib]


# Help is one step away


def test_the_acute_page_of_a_language_is_one_step_from_every_page_of_that_language(pages: dict[str, Built]) -> None:
    far = []
    for address, page in pages.items():
        target = urljoin(HERE, f"{LANGUAGES[page.language].prefix}{ACUTE}")
        base = HERE if address == "404.html" else urljoin(HERE, address)
        [bar] = [element for element in page.root.iter("aside") if has_class(element, "kennisbank-acuut")]
        links = {urljoin(base, link.attrib["href"]): text_of(link) for link in bar.iter("a")}
        if not links.get(target):
            far.append(address)
    assert "404.html" in pages
    assert far == []


def test_the_way_to_the_acute_page_needs_no_javascript(pages: dict[str, Built]) -> None:
    for address, page in pages.items():
        above = {child: parent for parent in page.root.iter() for child in parent}
        [bar] = [element for element in page.root.iter("aside") if has_class(element, "kennisbank-acuut")]
        while bar is not page.root:
            assert "hidden" not in bar.attrib, address
            assert bar.tag not in ("template", "noscript"), address
            assert not has_class(bar, "kennisbank-with-js"), address
            bar = above[bar]


def test_the_acute_page_is_a_page_of_every_language_and_not_only_a_link(pages: dict[str, Built]) -> None:
    for page in _acute_pages(pages):
        assert len(text_of(page.main).split()) > 300, page.address


# Numbers


def test_every_number_that_a_reader_can_dial_is_one_of_the_facts(pages: dict[str, Built], content: Content) -> None:
    known = set(_numbers(content).values())
    dialled = {(page.address, number) for page in pages.values() for number in _dialled(page.root)}
    assert {number for _, number in dialled} == known
    assert sorted(pair for pair in dialled if pair[1] not in known) == []


def test_a_link_dials_the_number_that_it_shows(pages: dict[str, Built]) -> None:
    wrong, seen = [], 0
    for page in pages.values():
        for link in page.root.iter("a"):
            if link.attrib.get("href", "").startswith("tel:"):
                seen += 1
                shown = "".join(re.findall(r"\d", text_of(link)))
                if f"tel:{shown}" != link.attrib["href"]:
                    wrong.append((page.address, link.attrib["href"], text_of(link)))
    assert seen > 2 * len(pages)
    assert wrong == []


def test_a_number_is_read_from_left_to_right_also_in_arabic(pages: dict[str, Built]) -> None:
    for page in pages.values():
        for link in page.root.iter("a"):
            if link.attrib.get("href", "").startswith("tel:"):
                shown = [bdi for bdi in link.iter("bdi") if bdi.attrib.get("dir") == "ltr"]
                assert "".join(map(text_of, shown)).strip(), (page.address, text_of(link))


def test_the_acute_page_lets_a_reader_dial_every_line_in_every_language(
    pages: dict[str, Built], content: Content
) -> None:
    for page in _acute_pages(pages):
        assert {_numbers(content)[name] for name in LINES} <= set(_dialled(page.main)), page.address


def test_a_translated_acute_page_dials_what_the_dutch_one_dials(made: dict[tuple[str, str], BuiltPage]) -> None:
    dutch = _without(_root(made[SOURCE, "acuut"]), "kennisbank-beside__dutch")
    for locale in OTHERS:
        own = _without(_root(made[locale, "acuut"]), "kennisbank-beside__dutch")
        assert sorted(_dialled(own)) == sorted(_dialled(dutch)), locale


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_buttons_for_112_and_113_come_before_all_but_the_title_and_one_short_lead(
    locale: str, made: dict[tuple[str, str], BuiltPage], content: Content
) -> None:
    root = _without(_root(made[locale, "acuut"]), "kennisbank-translation", "kennisbank-beside__dutch")
    above = {child: parent for parent in root.iter() for child in parent}
    wanted = [_numbers(content)[name] for name in BUTTONS]
    assert _dialled(root)[: len(wanted)] == wanted
    buttons = _with_class(root, "kennisbank-call__button")
    assert [button.attrib["href"] for button in buttons] == wanted
    [block] = _with_class(root, "kennisbank-calls")
    before = list(root.iter())[: list(root.iter()).index(block)]
    leads = [element for element in before if has_class(element, "kennisbank-lead")]
    assert len(" ".join(map(text_of, leads)).split()) <= LEAD
    read = [element for element in before if (element.text or "").strip() and element.tag not in ("style", "script")]
    inside = {id(below) for lead in leads for below in lead.iter()}
    assert [text_of(element) for element in read if id(element) not in inside and element.tag != "h1"] == []
    assert above[block].tag == "article"


def test_the_bar_on_every_page_names_112_and_113_as_the_acute_page_does(
    pages: dict[str, Built], content: Content
) -> None:
    wanted = [_numbers(content)[name] for name in BUTTONS]
    for page in pages.values():
        [bar] = [element for element in page.root.iter("aside") if has_class(element, "kennisbank-acuut")]
        assert _dialled(bar) == wanted, page.address


# Leaving at once


def test_a_page_with_a_heading_on_violence_can_be_left_at_once(content: Content) -> None:
    telling = {
        path
        for path, page in content.pages[SOURCE].items()
        if VIOLENCE.search(str(page.meta["title"]))
        or any(VIOLENCE.search(line) for line in page.body.split("\n") if line.startswith("#"))
    }
    leaving = {path for path, page in content.pages[SOURCE].items() if page.meta.get("quick_exit")}
    assert "acuut" in leaving
    assert telling == leaving


def test_the_button_to_leave_stands_on_those_pages_in_every_language_and_on_no_other(
    pages: dict[str, Built], content: Content
) -> None:
    wanted = {
        f"{language.prefix}{path}/"
        for language in LANGUAGES.values()
        for path, page in content.pages[SOURCE].items()
        if page.meta.get("quick_exit")
    }
    assert {address for address, page in pages.items() if _leaving(page)} == wanted


def test_the_button_to_leave_is_a_link_that_tells_the_other_site_nothing(pages: dict[str, Built]) -> None:
    for page in pages.values():
        for link in _leaving(page):
            assert link.tag == "a", page.address
            assert urlsplit(link.attrib["href"]).scheme == "https", page.address
            assert urlsplit(link.attrib["href"]).query == "", page.address
            assert "noreferrer" in link.attrib["rel"].split(), page.address
            assert "target" not in link.attrib, f"{page.address}: this page would stay open in its own tab"


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_page_that_can_be_left_at_once_says_that_the_history_stays_and_where_the_button_leads(
    locale: str, made: dict[tuple[str, str], BuiltPage], pages: dict[str, Built], content: Content
) -> None:
    note = localise(content, locale)["ui"]["quick_exit_note"]
    assert note.language == locale, "a sentence about safety is translated in every language"
    leaving = {path for path, page in content.pages[SOURCE].items() if page.meta.get("quick_exit")}
    for path in leaving:
        assert str(note) in dict(said_in(_root(made[locale, path]), locale)), path
        [link] = _leaving(pages[f"{LANGUAGES[locale].prefix}{path}/"])
        site = urlsplit(link.attrib["href"]).netloc.split(".")[-2]
        assert site.casefold() in str(note).casefold(), "the note names another site than the one that opens"


def test_the_dutch_note_on_leaving_promises_no_more_than_the_button_does(content: Content) -> None:
    note = str(localise(content, SOURCE)["ui"]["quick_exit_note"])
    assert re.search(r"blijft .*geschiedenis", note)
    assert not re.search(r"\bonzichtbaar|\banoniem|\bspoorloos|\bniemand (?:kan|ziet)", note)


# The Dutch beside the translation


def _beside_pairs() -> list[tuple[str, str]]:
    dutch = load([ROOT / "docs"]).pages[SOURCE]
    return [(locale, path) for path, page in dutch.items() if page.meta.get("beside") for locale in OTHERS]


@pytest.mark.parametrize(("locale", "path"), _beside_pairs())
def test_each_translated_section_has_the_whole_dutch_beside_it(
    locale: str, path: str, made: dict[tuple[str, str], BuiltPage]
) -> None:
    dutch = _parts(_root(made[SOURCE, path]))
    own = _parts(_root(made[locale, path]))
    assert list(own) == list(dutch)
    assert len(dutch) > 5
    for name, section in own.items():
        if any(element.attrib.get("lang") == SOURCE for element in section):
            continue  # this section is not translated, and stands there in Dutch
        [side] = _with_class(section, "kennisbank-beside__dutch")
        told = list(blocks_of(_without(dutch[name], *ONCE)))
        assert [block for block in blocks_of(side) if block] == [block for block in told if block], name
        assert (side.attrib["lang"], side.attrib["dir"]) == (SOURCE, "ltr")
        assert {language for _, language in said_in(side, locale)} == {SOURCE}


@pytest.mark.parametrize(("locale", "path"), _beside_pairs())
def test_what_stands_beside_repeats_no_id_and_nothing_that_a_page_has_once(
    locale: str, path: str, made: dict[tuple[str, str], BuiltPage]
) -> None:
    root = _root(made[locale, path])
    sides = _with_class(root, "kennisbank-beside__dutch")
    assert sides
    for side in sides:
        assert [below.attrib["id"] for below in side.iter() if "id" in below.attrib] == []
        assert [name for name in ONCE if _with_class(side, name)] == []
    ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("locale", OTHERS)
def test_beside_each_large_button_stands_its_dutch(
    locale: str, made: dict[tuple[str, str], BuiltPage], content: Content
) -> None:
    calls = content.pages[SOURCE]["acuut"].meta["calls"]
    small = _with_class(_root(made[locale, "acuut"]), "kennisbank-beside__small")
    assert [text_of(element) for element in small] == [f"{call['title']} {call['text']}" for call in calls]
    assert {(element.attrib["lang"], element.attrib["dir"]) for element in small} == {(SOURCE, "ltr")}


def test_the_pages_on_danger_and_for_clients_ask_for_the_dutch_beside_them(content: Content) -> None:
    beside = {path for path, page in content.pages[SOURCE].items() if page.meta.get("beside")}
    assert {"acuut", "zorg-in-nederland", "signaleren/voorbereiding"} <= beside


# Cards and drawings


def test_there_is_a_card_for_each_theme_and_no_other(content: Content) -> None:
    assert set(content.families["cards"]) == THEMES


def test_every_card_begins_with_a_question_and_asks_on(content: Content) -> None:
    for locale in LANGUAGES:
        for name, card in localise(content, locale)["cards"].items():
            assert [text for text in (card["opening"], *card["questions"]) if not _asks(text)] == [], (locale, name)


def test_every_card_can_be_skipped_with_the_same_last_answer_and_answered_without_naming_anything(
    content: Content,
) -> None:
    cards = [entry.data for entry in content.families["cards"].values()]
    assert len({card["choices"][-1] for card in cards}) == 1
    assert [card["title"] for card in cards if card["choices"][-2] not in OPEN_ANSWERS] == []
    assert all(len(set(card["choices"])) == len(card["choices"]) for card in cards)


@pytest.mark.parametrize("locale", OTHERS)
def test_what_is_one_answer_in_dutch_is_one_answer_in_every_language(locale: str, content: Content) -> None:
    said: dict[str, set[str]] = {}
    translated = localise(content, locale)["cards"]
    for name, entry in content.families["cards"].items():
        for dutch, own in zip(entry.data["choices"], translated[name]["choices"], strict=True):
            said.setdefault(dutch, set()).add(str(own))
    assert len(said) > 8
    assert {dutch: own for dutch, own in said.items() if len(own) > 1} == {}


def test_no_card_counts_weighs_or_scores(content: Content) -> None:
    for locale in LANGUAGES:
        for name, card in localise(content, locale)["cards"].items():
            said = " ".join(_card_texts(card))
            assert [sign for sign in said if sign.isnumeric()] == [], (locale, name)
            assert not MEASURES.search(" ".join(_card_texts(content.families["cards"][name].data))), name


@pytest.mark.parametrize("locale", OTHERS)
def test_a_card_stands_on_the_page_in_the_language_of_the_client_with_the_dutch_beside_it(
    locale: str, made: dict[tuple[str, str], BuiltPage], content: Content
) -> None:
    talks = _with_class(_root(made[locale, "signaleren/gesprekskaarten"]), "kennisbank-talk")
    assert [talk.attrib["id"] for talk in talks] == [f"kaart-{name}" for name in content.families["cards"]]
    for talk, (name, entry) in zip(talks, content.families["cards"].items(), strict=True):
        assert list(talk.iter("svg")) or list(talk.iter("{http://www.w3.org/2000/svg}svg")), name
        said = list(said_in(talk, locale))
        for text in _card_texts(entry.data):
            assert (text, SOURCE) in said, (name, text)
        own = [text for text, language in said if language == locale]
        assert len(own) >= len(_card_texts(entry.data)), name


def test_a_drawing_that_tells_something_tells_it_in_words_in_the_language_around_it(
    made: dict[tuple[str, str], BuiltPage],
) -> None:
    seen = set()
    for (language, path), page in made.items():
        for around, drawing in _drawings(_root(page), language):
            seen.add((language, path))
            assert drawing.attrib["role"] == "img"
            assert len(drawing.attrib["aria-label"].split()) > 4, (language, path)
            assert drawing.attrib.get("lang", around) == around, f"{language} {path}: {drawing.attrib['aria-label']}"
    assert {language for language, path in seen if path == "zorg-in-nederland"} == set(LANGUAGES)


def test_a_drawing_holds_no_words_because_every_language_shows_it() -> None:
    drawings = sorted((ROOT / "overrides" / "assets" / "icons").glob("*.svg"))
    assert len(drawings) > 30
    assert [file.name for file in drawings if re.search(r"<(?:text|title|desc)\b", file.read_text("utf-8"))] == []


# What is not said


@pytest.mark.parametrize(("phrase", "why", "example"), UNFIT, ids=[why.replace(" ", "-") for _, why, _ in UNFIT])
def test_a_phrase_that_does_not_fit_here_would_be_noticed(phrase: str, why: str, example: str) -> None:
    assert re.search(phrase, example, re.IGNORECASE), why


def test_no_page_and_no_card_concludes_measures_or_treats(dutch: dict[str, Built], content: Content) -> None:
    texts = [
        (address, sentence)
        for address, page in dutch.items()
        if SECTION.match(address.rstrip("/"))
        for block in blocks_of(page.main)
        for sentence in sentences_of(block)
    ]
    texts += [(name, text) for name, entry in content.families["cards"].items() for text in _card_texts(entry.data)]
    assert len(texts) > 500
    told = {sentence for _, sentence in texts}
    found = {
        (place, sentence, why)
        for place, sentence in texts
        for phrase, why, _ in UNFIT
        if re.search(phrase, sentence, re.IGNORECASE) and not any(fit in sentence for fit in FIT)
    }
    assert sorted(found) == []
    assert [fit for fit in FIT if not any(fit in sentence for sentence in told)] == [], "nobody needs this any more"


def _parts(root: Element) -> dict[str, Element]:
    return {section.attrib["aria-labelledby"]: section for section in _with_class(root, "kennisbank-part")}


def _asks(text: str) -> bool:
    return any(mark in text for mark in "?\u061f\u1367")


def _card_texts(card: dict[str, Any]) -> list[str]:
    return [str(text) for text in (card["title"], card["opening"], *card["questions"], *card["choices"], card["next"])]


def _drawings(element: Element, language: str) -> list[tuple[str, Element]]:
    """Every drawing with a meaning, with the language of what stands around it."""
    language = element.attrib.get("lang", language)
    found = [(language, drawing) for drawing in element] if has_class(element, "kennisbank-picture") else []
    return found + [pair for child in element for pair in _drawings(child, language)]
