"""What a reader meets on the Dutch pages: links that lead somewhere, one clear outline, short plain sentences."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Collection
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from scripts import runtime, validate
from scripts.addresses import DEFAULT_URL
from scripts.content import Content
from scripts.languages import languages
from scripts.localise import dutch_texts
from scripts.readability import pages_beyond_bars, sentences_of_pages
from tests.conftest import ROOT, TODAY
from tests.content.built import Built, said_in, text_of, translated_texts

HERE = "https://here.example/"
#: Attributes that hold the address of something of our own.
ADDRESSES = ("href", "src", "data-worker", "data-index", "data-base")
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls")
PHONE = re.compile(r"(?<!bel-)\b(?:0\d{2,3}[- ]?\d{4,7}|11[23]|14 ?0\d{2,3}|\+31[\d -]{9,})\b(?!\.nl)")
MONEY = re.compile(r"€\s*\d|\b\d[\d.,]*\s*(?:euro|eur)\b", re.IGNORECASE)
#: What looks like the name of a law in Dutch: "Wet …", "…wet", "wet van <jaar>", "Besluit …" and the usual short names.
LAW_NAME = re.compile(
    r"\bWet (?!maatschappelijke ondersteuning)[a-z]+|\b[A-Z][a-z]+wet\b|\bwet van \d{4}|\bBesluit [a-z]+"
    r"|\b(?:Wmo|Wpg|AVG|Wi2021|Zvw|Wlz|Vw2000)\b"
)
#: Words that a colleague would not say at a desk (voice.md).
OFFICE_WORDS = (
    "in het kader van",
    "handvatten",
    "inzetten op",
    "borgen",
    "geborgd",
    "faciliteren",
    "faciliteert",
    "problematiek",
    "ten aanzien van",
    "het is van belang dat",
    "integraal",
    "integrale",
)

#: A letter of the Arabic or the Ge'ez script.
OTHER_SCRIPT = re.compile(r"[\u0600-\u06ff\u1200-\u137f]")


def _addresses(page: Built) -> list[tuple[str, str]]:
    """Every address on the page, and where it leads seen from ``HERE``."""
    base = HERE if page.address == "404.html" else urljoin(HERE, page.address)
    found = []
    for element in page.root.iter():
        for attribute in ADDRESSES:
            value = element.attrib.get(attribute, "")
            if value and not value.startswith(("tel:", "mailto:", DEFAULT_URL)):
                found.append((value, urljoin(base, value)))
    return found


def _file(site: Path, address: str) -> Path:
    path = unquote(urlsplit(address).path).lstrip("/")
    return site / path / "index.html" if path == "" or path.endswith("/") else site / path


def test_the_content_of_the_site_has_no_faults(content: Content) -> None:
    assert [str(problem) for problem in validate.problems(content)] == []


def test_every_link_leads_to_a_page_of_the_site(site: Path, pages: dict[str, Built]) -> None:
    dead = [
        (page.address, link)
        for page in pages.values()
        for link, target in _addresses(page)
        if target.startswith(HERE) and not _file(site, target).is_file()
    ]
    assert len(pages) > 10
    assert dead == []


def test_every_link_into_a_page_leads_to_a_place_that_it_has(site: Path, pages: dict[str, Built]) -> None:
    by_file = {page.file: set(page.ids) for page in pages.values()}
    dead = []
    for page in pages.values():
        for link, target in _addresses(page):
            address, place = urldefrag(target)
            if place and unquote(place) not in by_file.get(_file(site, address), set()):
                dead.append((page.address, link))
    assert dead == []


def test_a_tool_finds_the_files_that_it_loads_later(site: Path, pages: dict[str, Built]) -> None:
    folders = [
        (page.address, urljoin(urljoin(HERE, page.address), element.attrib["data-runtime"] + "/"))
        for page in pages.values()
        for element in page.root.iter()
        if "data-runtime" in element.attrib
    ]
    assert folders
    for address, folder in folders:
        for name in runtime.collect():
            assert _file(site, folder + name).is_file(), (address, name)


def test_no_page_asks_anything_of_another_server(pages: dict[str, Built]) -> None:
    asked = [
        (page.address, element.tag, value)
        for page in pages.values()
        for element in page.root.iter()
        for attribute in ("src", "srcset", "poster", "action", "data-runtime", *ADDRESSES)
        if (value := element.attrib.get(attribute, ""))
        and urlsplit(value).netloc
        and not (element.tag == "a" or element.attrib.get("rel") in ("canonical", "alternate"))
    ]
    assert asked == []


def test_the_address_that_a_page_gives_as_its_own_is_a_page_of_the_site(site: Path, pages: dict[str, Built]) -> None:
    given = [
        (page.address, element.attrib["href"])
        for page in pages.values()
        for element in page.root.iter("link")
        if element.attrib.get("rel") in ("canonical", "alternate")
    ]
    assert len(given) >= len(pages) - 1
    assert [pair for pair in given if not _file(site, pair[1]).is_file()] == []


def test_every_page_has_exactly_one_main_heading(pages: dict[str, Built]) -> None:
    counts = {address: sum(1 for _ in page.root.iter("h1")) for address, page in pages.items()}
    assert {address: count for address, count in counts.items() if count != 1} == {}


def test_headings_never_skip_a_level(pages: dict[str, Built]) -> None:
    skips = []
    for page in pages.values():
        level = 0
        for element in page.root.iter():
            if re.fullmatch(r"h[1-6]", str(element.tag)):
                if int(element.tag[1]) > level + 1:
                    skips.append((page.address, text_of(element)))
                level = int(element.tag[1])
    assert skips == []


def test_no_page_gives_one_id_to_two_things(pages: dict[str, Built]) -> None:
    twice = {
        address: [name for name, times in Counter(page.ids).items() if times > 1] for address, page in pages.items()
    }
    assert {address: names for address, names in twice.items() if names} == {}


def test_every_label_and_description_belongs_to_something_on_the_page(pages: dict[str, Built]) -> None:
    lost = [
        (page.address, attribute, name)
        for page in pages.values()
        for element in page.root.iter()
        for attribute in REFERENCES
        for name in element.attrib.get(attribute, "").split()
        if name not in page.ids
    ]
    assert lost == []


def test_no_text_passes_for_another_language_than_its_own(pages: dict[str, Built], content: Content) -> None:
    dutch = {text for section in dutch_texts(content).values() for text in section.values()}
    dutch |= {str(page.meta["title"]) for page in content.pages["nl"].values()}
    texts: dict[str, Collection[str]] = {"nl": dutch}
    texts |= {locale: translated_texts(locale) for locale in languages(ROOT / "mkdocs.yml") if locale != "nl"}
    wrong, seen = set(), 0
    for page in pages.values():
        for text, language in said_in(page.root, ""):
            homes = {locale for locale, known in texts.items() if text in known and " " in text}
            seen += bool(homes)
            if homes and language not in homes:
                wrong.add((page.address, language, text))
    assert seen > 500
    assert sorted(wrong) == []


def test_what_is_said_to_be_dutch_or_english_has_no_word_in_another_script(pages: dict[str, Built]) -> None:
    wrong = {
        (page.address, text)
        for page in pages.values()
        for text, language in said_in(page.main, page.language)
        if language in ("nl", "en") and OTHER_SCRIPT.search(text)
    }
    assert wrong == set()


def test_every_page_says_which_language_it_is_in_and_which_way_that_is_read(pages: dict[str, Built]) -> None:
    known = languages(ROOT / "mkdocs.yml")
    told = {address: (page.root.attrib.get("lang"), page.root.attrib.get("dir")) for address, page in pages.items()}
    assert told == {address: (page.language, known[page.language].dir) for address, page in pages.items()}


def test_phone_numbers_and_amounts_of_money_come_from_the_facts_and_are_never_typed(content: Content) -> None:
    lines = [
        (f"{file.relative_to(ROOT)}:{number}", line)
        for file in [
            *(ROOT / "docs" / "nl").rglob("*.md"),
            *(ROOT / "docs" / "_data" / "checklists").glob("*.yml"),
            *(ROOT / "docs" / "_data" / f"{name}.yml" for name in ("tips", "practices", "changes", "glossary", "ui")),
        ]
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1)
    ]
    numbers = {entry.data["value"] for entry in content.families["facts"].values() if entry.data["unit"] == "telefoon"}
    assert all(PHONE.search(number) for number in numbers)
    without_macros = [(place, re.sub(r"\{\{.*?\}\}", "", line)) for place, line in lines]
    assert [place for place, line in without_macros if PHONE.search(line) or MONEY.search(line)] == []


def test_a_law_that_a_page_names_is_one_of_the_facts_and_stands_among_the_facts_of_the_page(
    dutch: dict[str, Built], content: Content
) -> None:
    facts = content.families["facts"].items()
    laws = {name: entry.data["value"] for name, entry in facts if entry.data["unit"] == "wet"}
    titles = [entry.data["title"] for entry in content.families["sources"].values()]
    unknown, unlisted, seen = set(), set(), set()
    for page in dutch.values():
        text = text_of(page.main, leave_out=("kennisbank-sources", "kennisbank-facts--sources"))
        for title in titles:
            text = text.replace(title, "")
        for match in LAW_NAME.finditer(text):
            known = [name for name, value in laws.items() if value in text[match.start() : match.start() + 80]]
            seen.update(known)
            if not known:
                unknown.add((page.address, match[0]))
            elif not any(f"feit-{name}" in page.ids for name in known):
                unlisted.add((page.address, match[0]))
    assert seen == set(laws)
    assert sorted(unknown) == []
    assert sorted(unlisted) == []


def test_guidance_is_written_in_short_and_active_sentences(content: Content) -> None:
    assert sum(map(len, sentences_of_pages(content).values())) > 1000
    assert pages_beyond_bars(content) == []


def test_no_office_words_stand_in_what_a_reader_reads(content: Content) -> None:
    office = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in OFFICE_WORDS), re.IGNORECASE)
    texts = [
        (f"{page.file}:{number}", line)
        for page in content.pages["nl"].values()
        for number, line in enumerate((ROOT / page.file).read_text(encoding="utf-8").split("\n"), 1)
    ]
    texts += [(f"{name} {key}", text) for name, found in dutch_texts(content).items() for key, text in found.items()]
    titles = re.compile("|".join(re.escape(entry.data["title"]) for entry in content.families["sources"].values()))
    found = [(place, match[0]) for place, text in texts for match in office.finditer(titles.sub("", text))]
    assert len(texts) > 500
    assert found == []


def test_every_fact_says_where_it_comes_from_and_how_long_it_holds(content: Content) -> None:
    for name, entry in content.families["facts"].items():
        checked, until = (dt.date.fromisoformat(entry.data[field]) for field in ("checked_on", "valid_until"))
        assert entry.data["source"].strip(), name
        assert checked < until, name
        assert checked <= dt.date.fromisoformat(TODAY), f"{name} was looked at in the future"


def test_every_fact_on_a_page_shows_its_source_and_the_day_it_was_looked_at(
    content: Content, dutch: dict[str, Built]
) -> None:
    shown = set()
    for page in dutch.values():
        for element in page.root.iter("li"):
            name = element.attrib.get("id", "").removeprefix("feit-")
            if name in content.families["facts"] and "id" in element.attrib:
                fact, text = content.families["facts"][name].data, text_of(element)
                assert fact["value"] in text, (page.address, name)
                assert fact["source"] in text, (page.address, name)
                assert str(dt.date.fromisoformat(fact["checked_on"]).year) in text, (page.address, name)
                shown.add(name)
    assert shown == set(content.families["facts"])
