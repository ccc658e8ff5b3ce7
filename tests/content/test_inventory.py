"""Nothing of the sources is lost: every element that is due stands on a Dutch page, told and sourced."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element

import pytest
import yaml

from scripts.content import Content
from scripts.localise import dutch_texts
from tests.conftest import ROOT
from tests.content.built import Built, blocks_of, sentences_of, text_of

SHARED = ROOT.parent / "shared" / "inventory.yml"
MIN_WORDS = 25
MAX_CLAIMS = 12
#: What stands in a claimed element and tells nothing of the source: the citation, the answers of a form, its note.
NOT_TOLD = ("kennisbank-source", "kennisbank-choices", "kennisbank-details--note", "kennisbank-item__number")


@cache
def _inventory() -> dict[str, dict[str, Any]]:
    elements = yaml.safe_load((ROOT / "docs" / "_data" / "inventory.yml").read_text(encoding="utf-8"))["elements"]
    return {element["id"]: element for element in elements}


@cache
def _due() -> list[str]:
    due: list[str] = yaml.safe_load((ROOT / "docs" / "_data" / "due.yml").read_text(encoding="utf-8"))
    return due


def _matches(name: str, pattern: str) -> bool:
    return name.startswith(pattern[:-1]) if pattern.endswith("*") else name == pattern


def _is_due(name: str) -> bool:
    return any(_matches(name, pattern) for pattern in _due())


def _claiming(page: Built) -> list[tuple[Element, list[str]]]:
    return [(e, e.attrib["data-covers"].split()) for e in page.root.iter() if e.attrib.get("data-covers")]


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", text.casefold()).split())


def test_no_two_elements_of_the_inventory_have_one_id() -> None:
    text = (ROOT / "docs" / "_data" / "inventory.yml").read_text(encoding="utf-8")
    ids = [element["id"] for element in yaml.safe_load(text)["elements"]]
    assert [name for name, times in Counter(ids).items() if times > 1] == []
    assert len(ids) > 200


def test_our_inventory_is_the_one_that_the_sources_were_read_into() -> None:
    shared = SHARED if SHARED.is_file() else ROOT / "docs" / "_data" / "inventory.yml"
    theirs = {element["id"]: element for element in yaml.safe_load(shared.read_text(encoding="utf-8"))["elements"]}
    assert _inventory() == theirs


def test_every_line_of_what_is_due_names_something_in_the_inventory() -> None:
    lines = _due()
    assert [line for line in lines if not any(_matches(name, line) for name in _inventory())] == []
    assert len(set(lines)) == len(lines)


def test_every_element_that_is_due_stands_on_a_dutch_page(
    dutch: dict[str, Built], capsys: pytest.CaptureFixture[str]
) -> None:
    claimed = {name for page in dutch.values() for _, names in _claiming(page) for name in names}
    due = {name for name in _inventory() if _is_due(name)}
    with capsys.disabled():
        print(f"\n  Inventory: {len(due)} ids due, {len(_inventory()) - len(due)} not yet due.")
    assert sorted(due - claimed) == []


def test_every_id_that_a_page_claims_is_in_the_inventory(pages: dict[str, Built]) -> None:
    claimed = {name for page in pages.values() for _, names in _claiming(page) for name in names}
    assert sorted(claimed - set(_inventory())) == []


def test_every_id_that_a_page_claims_has_been_made_due(dutch: dict[str, Built]) -> None:
    claimed = {name for page in dutch.values() for _, names in _claiming(page) for name in names}
    assert sorted(name for name in claimed if not _is_due(name)) == []


def test_a_claim_stands_in_at_least_twenty_five_words_with_a_link_to_its_source(dutch: dict[str, Built]) -> None:
    thin, unsourced = [], []
    for page in dutch.values():
        sources = {f"#{name}" for name in page.ids if name.startswith("bron-")}
        for element, names in _claiming(page):
            words = len(text_of(element, leave_out=NOT_TOLD).split())
            if words < MIN_WORDS:
                thin.append((page.address, names, words))
            if not sources & {link.attrib.get("href", "") for link in element.iter("a")}:
                unsourced.append((page.address, names))
    assert thin == []
    assert unsourced == []


def test_an_element_is_claimed_where_its_own_source_is_cited(dutch: dict[str, Built]) -> None:
    inventory = _inventory()
    wrong = []
    for page in dutch.values():
        for element, names in _claiming(page):
            cited = {link.attrib.get("href", "").removeprefix("#bron-") for link in element.iter("a")}
            wrong += [(page.address, name) for name in names if inventory[name]["source"] not in cited]
    assert wrong == []


def test_a_page_says_in_its_head_what_its_parts_claim_and_that_is_at_most_twelve(dutch: dict[str, Built]) -> None:
    for page in dutch.values():
        metas = [m.attrib["content"] for m in page.root.iter("meta") if m.attrib.get("name") == "covers"]
        said = [name for content in metas for name in content.split()]
        assert len(said) <= MAX_CLAIMS, page.address
        if next(page.root.iter("kennisbank-route"), None) is not None:  # an index of rules: each claims where it stands
            assert said == []
            continue
        assert set(said) == {name for _, names in _claiming(page) for name in names}, page.address
        assert len(said) == len(set(said)), page.address


def test_no_sentence_of_the_site_is_a_label_of_the_inventory(dutch: dict[str, Built], content: Content) -> None:
    gists = {_plain(element["gist"]) for element in _inventory().values()}
    texts = [block for page in dutch.values() for block in blocks_of(page.main)]
    texts += [text for section in dutch_texts(content).values() for text in section.values()]
    said = {_plain(part) for text in texts for part in (text, *sentences_of(text))}
    assert len(said) > 500
    assert sorted(said & gists) == []
