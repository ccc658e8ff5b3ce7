"""A translation says what the Dutch says: the same figures and names, in its own language, on pages that say so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

import pytest
import yaml

from scripts.addresses import DEFAULT_URL
from scripts.content import Content
from scripts.languages import languages
from scripts.localise import dutch_texts
from scripts.translations import SOURCE
from tests.conftest import ROOT
from tests.content import agreement
from tests.content.agreement import Block, said, stands_in
from tests.content.built import NOT_READ, Built, is_paper, said_in, translated_texts
from tests.content.test_pages import PHONE

LANGUAGES = languages(ROOT / "mkdocs.yml")
TRANSLATED = [locale for locale in LANGUAGES if locale != SOURCE]
OTHER_SCRIPT = {"ar": re.compile(r"[\u0621-\u064a]"), "ti": re.compile(r"[\u1200-\u135a]")}
LISTED: dict[str, Any] = yaml.safe_load((ROOT / "tests/content/translated_names.yml").read_text(encoding="utf-8"))
ENGLISH_NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
#: The end of the key of a sentence that counts.
COUNTED = re.compile(r"_(?:zero|one|two|few|many|other)$")
#: What follows a Dutch word, or a word in a Dutch quotation, that is explained in brackets.
EXPLAINED = re.compile(r"(?:[^\u2018\u201c«.!?(]*[\u2019\u201d»])?\s*\(")
#: Attributes that a reader hears or sees.
TOLD = ("aria-label", "title", "alt", "placeholder")
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
per_language = pytest.mark.parametrize("locale", TRANSLATED)


@pytest.fixture(scope="session")
def beside(content: Content) -> dict[str, list[Block]]:
    """Per language every block that translates the Dutch of today."""
    found = {locale: list(agreement.blocks(content, locale)) for locale in TRANSLATED}
    assert len(found["en"]) > 500
    return found


@pytest.fixture(scope="session")
def known(content: Content) -> set[str]:
    """The names that the Dutch uses."""
    texts = [text for section in dutch_texts(content).values() for text in section.values()]
    return agreement.known_names([*texts, *(page.body for page in content.pages[SOURCE].values())])


@pytest.fixture(scope="session")
def titles(content: Content) -> set[str]:
    """Titles and names of laws, which stay as they are."""
    titles = {entry.data["title"] for entry in content.families["sources"].values()}
    laws = {entry.data["value"] for entry in content.families["facts"].values() if entry.data["unit"] == "wet"}
    return titles | set(LISTED["titles"]) | {law for law in laws if law[0].isupper()}


def _none(faults: list[str]) -> None:
    """Fail with every fault on a line of its own, so that a translator can mend them all."""
    assert not faults, f"{len(faults)} faults\n" + "\n".join(faults)


def _count(found: Counter[str]) -> str:
    return ", ".join(f"{number} ({times}x)" for number, times in sorted(found.items()))


def _but_words(missing: Counter[str], block: Block) -> Counter[str]:
    """``missing`` without what may be a word: in English 1 to 12, and what is listed for counted sentences."""
    counted = LISTED[block.language]["counted"] if COUNTED.search(block.place) else {}
    missing = Counter({n: times for n, times in missing.items() if not any(w in block.own for w in counted.get(n, []))})
    if block.language != "en":
        return missing
    words = Counter(re.findall(r"[a-z]+", said(block.own).lower()))
    return Counter(
        {
            number: times
            for number, times in missing.items()
            if not (number.isdigit() and 1 <= int(number) <= 12 and words[ENGLISH_NUMBERS[int(number) - 1]] >= times)
        }
    )


@per_language
def test_every_figure_of_the_dutch_stands_in_the_translation_as_often_and_no_other_figure_does(
    locale: str, beside: dict[str, list[Block]]
) -> None:
    faults = []
    for block in beside[locale]:
        dutch, own = agreement.figures(block.dutch), agreement.figures(block.own)
        missing = _but_words(dutch - own, block)
        if missing:
            faults.append(f"{block.place}: lacks {_count(missing)}")
        if own - dutch:
            faults.append(f"{block.place}: has {_count(own - dutch)}, which the Dutch does not write in figures")
    _none(faults)


@per_language
def test_figures_are_written_as_in_the_dutch_and_not_in_the_signs_of_another_script(
    locale: str, beside: dict[str, list[Block]]
) -> None:
    found = ((block.place, agreement.FOREIGN_DIGIT.findall(block.own)) for block in beside[locale])
    _none([f"{place}: {' '.join(digits)}" for place, digits in found if digits])


@per_language
def test_a_translation_types_no_phone_number_that_the_dutch_takes_from_the_facts(
    locale: str, beside: dict[str, list[Block]]
) -> None:
    faults = []
    for block in beside[locale]:
        typed, allowed = PHONE.findall(said(block.own)), PHONE.findall(said(block.dutch))
        faults += [f"{block.place}: {number}" for number in typed if number not in allowed]
    _none(faults)


def _stands_for(name: str, forms: list[str], block: Block) -> bool:
    if block.language in OTHER_SCRIPT:
        return any(form in said(block.own) for form in forms)
    return any(stands_in(form, block.own) for form in forms)


@per_language
def test_a_name_is_spelled_as_in_the_dutch_or_as_the_list_of_translated_names_has_it(
    locale: str, beside: dict[str, list[Block]], known: set[str]
) -> None:
    instead, again, faults = LISTED[locale]["instead"], LISTED[locale]["again"], []
    wholes: dict[str, str] = {}
    for block in beside[locale]:
        wholes[block.whole] = wholes.get(block.whole, "") + "\n" + block.own
    for block in beside[locale]:
        dutch = said(block.dutch)
        listed = [name for name in {**instead, **again} if stands_in(name, dutch)]
        for name in sorted(listed, key=len, reverse=True):
            dutch = re.sub(rf"(?<![\wÀ-ÿ]){re.escape(name)}(?![\wÀ-ÿ])", "x", dutch)
        wanted = [*listed, *agreement.names(dutch, known)]
        for name in wanted:
            fits = stands_in(name, block.own) or _stands_for(name, instead.get(name, []), block)
            if not fits and stands_in(name, wholes[block.whole]):
                fits = _stands_for(name, again.get(name, []), block)
            if not fits:
                faults.append(f"{block.place}: {name}")
    _none(faults)


@per_language
def test_no_dutch_word_is_left_standing_in_a_translation(
    locale: str, beside: dict[str, list[Block]], titles: set[str]
) -> None:
    faults = []
    for block in beside[locale]:
        words = agreement.open_words(block, titles)
        left = [word for word in words if locale in OTHER_SCRIPT or word.lower() in LISTED["dutch_words"]]
        if left:
            faults.append(f"{block.place}: {', '.join(left)}")
    _none(faults)


@pytest.mark.parametrize("locale", list(OTHER_SCRIPT))
def test_a_word_in_brackets_is_the_dutch_word_that_the_reader_will_meet(
    locale: str, beside: dict[str, list[Block]], titles: set[str]
) -> None:
    faults = []
    for block in beside[locale]:
        dutch = " ".join([block.dutch, *titles])
        strange = [w for w in agreement.bracketed_words(block.own) if not agreement.same_word(w, dutch)]
        if strange:
            faults.append(f"{block.place}: {', '.join(strange)}")
    _none(faults)


def _has_words(text: str, same: set[str]) -> bool:
    """Whether ``text`` has words beside abbreviations, addresses and the names and words ``same`` in both languages."""
    words = [word for word in agreement.WORD.findall(said(text)) if not agreement.SITE.search(word)]
    return any(not {word, word.lower()} & same and not word.isupper() for word in words)


@per_language
def test_a_translation_of_words_is_in_the_script_of_its_language_and_not_the_dutch_again(
    locale: str, beside: dict[str, list[Block]], known: set[str], titles: set[str]
) -> None:
    faults = []
    for block in beside[locale]:
        if not _has_words(block.dutch, known | set(LISTED[locale]["same"])) or block.own in titles:
            continue
        script = OTHER_SCRIPT.get(locale)
        if not script and block.own.strip() == block.dutch.strip():
            faults.append(f"{block.place}: is the Dutch: {block.own}")
        elif script and not script.search(block.own):
            faults.append(f"{block.place}: is not in the script of the language: {block.own}")
    _none(faults)


def test_tigrinya_is_not_amharic(beside: dict[str, list[Block]]) -> None:
    faults = []
    for block in beside["ti"]:
        found = [word for word in re.findall(r"[\u1200-\u135a]+", block.own) if word in LISTED["amharic"]]
        if found:
            faults.append(f"{block.place}: {', '.join(found)}")
    _none(faults)


def _claimed(pages: dict[str, Built], locale: str) -> set[str]:
    """The ids that stand on the pages of ``locale``, told in that language."""

    def walk(element: Element, language: str) -> Iterator[str]:
        language = element.attrib.get("lang", language)
        if language == locale:
            yield from element.attrib.get("data-covers", "").split()
        for child in element:
            yield from walk(child, language)

    return {name for page in pages.values() if page.language == locale for name in walk(page.root, "")}


def test_all_of_the_handreiking_and_the_infosheet_is_told_in_dutch_and_in_english(
    content: Content, pages: dict[str, Built], capsys: pytest.CaptureFixture[str]
) -> None:
    asked = {name for name in content.inventory if name.startswith(("hr.", "info."))}
    claimed = {locale: asked & _claimed(pages, locale) for locale in ("nl", "en")}
    with capsys.disabled():
        counts = ", ".join(f"{len(names)} in {locale}" for locale, names in claimed.items())
        print(f"\n  Handreiking and infosheet: of {len(asked)} ids {counts}.")
    assert len(asked) > 50
    _none([f"{locale}: {name}" for locale, names in claimed.items() for name in sorted(asked - names)])


def test_a_piece_in_another_language_is_read_in_the_direction_of_that_language(pages: dict[str, Built]) -> None:
    faults, seen = set(), 0

    def walk(element: Element, direction: str, page: Built) -> None:
        nonlocal seen
        direction = element.attrib.get("dir", direction)
        language = element.attrib.get("lang")
        if language in LANGUAGES:
            seen += 1
            if direction != LANGUAGES[language].dir:
                start = " ".join("".join(element.itertext()).split())[:40]
                faults.add(f"{page.address}: <{element.tag} lang={language}> is read {direction}: {start}")
        for child in element:
            walk(child, direction, page)

    for page in pages.values():
        walk(page.root, "", page)
    assert seen > len(pages) * len(LANGUAGES)
    _none(sorted(faults))


def _told_in(element: Element, language: str) -> Iterator[tuple[str, str]]:
    """The texts of attributes in ``element``, each with the language that it is said to be in."""
    language = element.attrib.get("lang", language)
    for name in TOLD:
        if element.attrib.get(name, "").strip():
            yield " ".join(element.attrib[name].split()), language
    for child in element:
        if isinstance(child.tag, str) and child.tag not in NOT_READ:
            yield from _told_in(child, language)


def _explained(element: Element) -> Iterator[str]:
    """What stands in code, and Dutch names and words with their translation in brackets right behind them."""
    for child in element.iter():
        if child.tag == "code" or EXPLAINED.match(child.tail or ""):
            yield " ".join("".join(child.itertext()).split())


def test_no_dutch_sentence_or_label_stands_on_a_page_as_if_it_were_in_the_language_of_that_page(
    pages: dict[str, Built], content: Content, known: set[str], titles: set[str]
) -> None:
    dutch = {text for section in dutch_texts(content).values() for text in section.values()}
    for page in pages.values():
        if page.language == SOURCE:
            said_there = [*said_in(page.root, ""), *_told_in(page.root, "")]
            dutch |= {text for text, language in said_there if language == SOURCE}
    dutch = {text for text in dutch if text not in titles}
    faults, seen = set(), 0
    for address, page in pages.items():
        if page.language != SOURCE:
            same = known | set(LISTED[page.language]["same"])
            fine = translated_texts(page.language) | set(_explained(page.root))
            for text, language in [*said_in(page.root, ""), *_told_in(page.root, "")]:
                seen += text in dutch and language == SOURCE
                if text in dutch and language != SOURCE and text not in fine and _has_words(text, same):
                    faults.add(f"{address} (lang={language}): {text[:80]}")
    assert seen
    _none(sorted(faults))


def _links(page: Built, rel: str) -> list[Element]:
    return [link for link in page.root.iter("link") if link.attrib.get("rel") == rel]


def _alternates(page: Built) -> dict[str, str]:
    return {link.attrib["hreflang"]: link.attrib["href"] for link in _links(page, "alternate")}


def _hidden(page: Built) -> bool:
    return any(m.attrib.get("name") == "robots" and "noindex" in m.attrib["content"] for m in page.root.iter("meta"))


def _own_papers(page: Built) -> bool:
    """Whether this is the assignment or the notes of a casus, which no search shows, in its own language."""
    is_dutch_below = page.language != SOURCE and any(part.attrib.get("lang") == SOURCE for part in page.main)
    return is_paper(page.address) and not is_dutch_below


def _of_every_language(pages: dict[str, Built]) -> dict[str, dict[str, Built]]:
    """Address in Dutch → language → that page in that language."""
    found: dict[str, dict[str, Built]] = {}
    for address, page in pages.items():
        if address != "404.html":
            path = address.removeprefix(LANGUAGES[page.language].prefix)
            found.setdefault(path, {})[page.language] = page
    return found


def test_a_page_names_itself_and_each_language_that_has_it_and_the_dutch_for_everyone_else(
    pages: dict[str, Built],
) -> None:
    faults = []
    for path, versions in _of_every_language(pages).items():
        real = {lang: page for lang, page in versions.items() if not _hidden(page)}
        wanted = {lang: urljoin(DEFAULT_URL, page.address) for lang, page in real.items()}
        wanted["x-default"] = urljoin(DEFAULT_URL, path)
        faults += [
            f"{page.address}: names {sorted(_alternates(page).items())}, and should name {sorted(wanted.items())}"
            for page in real.values()
            if _alternates(page) != wanted
        ]
        faults += [
            f"{page.address}: is not translated and names others"
            for page in versions.values()
            if _hidden(page) and _alternates(page)
        ]
    _none(faults)


def test_a_page_is_in_its_own_language_exactly_where_somebody_translated_it(
    pages: dict[str, Built], content: Content
) -> None:
    faults = []
    for path, versions in _of_every_language(pages).items():
        name = f"{path}index" if f"{path}index" in content.pages[SOURCE] else path.rstrip("/")
        if name in content.pages[SOURCE]:
            translated = {lang for lang in LANGUAGES if name in content.pages.get(lang, {})}
            shown = {lang for lang, page in versions.items() if not _hidden(page)}
            if translated != shown:
                faults.append(f"{name}: translated into {sorted(translated)}, shown in {sorted(shown)}")
    _none(faults)


def test_a_page_gives_its_own_address_and_the_dutch_one_where_it_is_not_translated(pages: dict[str, Built]) -> None:
    faults = []
    for path, versions in _of_every_language(pages).items():
        for page in versions.values():
            is_own = not _hidden(page) or _own_papers(page)
            wanted = urljoin(DEFAULT_URL, page.address if is_own else path)
            given = [link.attrib["href"] for link in _links(page, "canonical")]
            if given != [wanted]:
                faults.append(f"{page.address}: {given}, and should be {wanted}")
    _none(faults)


def test_the_sitemap_lists_what_search_engines_may_show_with_the_languages_that_the_pages_name(
    site: Path, pages: dict[str, Built]
) -> None:
    root = ET.fromstring((site / "sitemap.xml").read_text(encoding="utf-8"))  # noqa: S314 - our own file
    listed = [
        (
            url.findtext("s:loc", "", SITEMAP),
            {x.attrib["hreflang"]: x.attrib["href"] for x in url.findall("x:link", SITEMAP)},
        )
        for url in root.findall("s:url", SITEMAP)
    ]
    shown = {urljoin(DEFAULT_URL, page.address): _alternates(page) for page in pages.values() if not _hidden(page)}
    assert [address for address, times in Counter(address for address, _ in listed).items() if times > 1] == []
    _none(
        [
            f"{a}: {'not in' if a in shown else 'only in'} the sitemap"
            for a in sorted(set(shown) ^ {a for a, _ in listed})
        ]
    )
    _none([f"{a}: the sitemap names {x}, the page {shown[a]}" for a, x in listed if shown[a] != x])
