"""Every casus of the sources has its pages; the notes of the leader and the outcome stand only where they may."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import zxingcpp

from scripts.casus import PARTS, UNKNOWN, path_of
from scripts.content import load
from tests.conftest import ROOT
from tests.content.built import Built, text_of

CONTENT = load([ROOT / "docs"])
CASUS = {name: entry.data for name, entry in CONTENT.families["casus"].items()}
SVG = "{http://www.w3.org/2000/svg}svg"
names = pytest.mark.parametrize("name", CASUS)


def _page(pages: dict[str, Built], name: str, kind: str) -> Built:
    return pages[f"{path_of(name, kind)}/"]


def _in_page(texts: list[str], page: Built) -> list[str]:
    shown = text_of(page.main)
    return [text for text in texts if " ".join(text.split()) in shown]


def _outcome(data: dict[str, object]) -> list[str]:
    told = data["outcome"]
    assert isinstance(told, list)
    return [text for part in told for text in (part["title"], *part["text"])]


def test_every_casus_of_the_inventory_has_one_file() -> None:
    claimed = Counter(cover for data in CASUS.values() for cover in data["covers"])
    wanted = {name for name in CONTENT.inventory if name.startswith("casus.")}
    assert claimed == dict.fromkeys(wanted, 1)


@names
@pytest.mark.parametrize("kind", ["casus", "casus-handout"])
def test_the_notes_of_the_leader_are_in_no_page_that_a_group_sees(
    pages: dict[str, Built], name: str, kind: str
) -> None:
    assert _in_page(CASUS[name]["notes"], _page(pages, name, kind)) == []
    assert "data-notes" not in _page(pages, name, kind).file.read_text(encoding="utf-8")


@names
def test_the_leader_has_every_note_and_the_warning_not_to_show_them(pages: dict[str, Built], name: str) -> None:
    page = _page(pages, name, "casus-leader")
    assert _in_page(CASUS[name]["notes"], page) == CASUS[name]["notes"]
    assert CONTENT.families["ui"]["casus_leader_warning"].data in text_of(page.main)


@names
def test_the_assignment_holds_situation_and_stop_and_nothing_of_choices_outcome_lessons_and_questions(
    pages: dict[str, Built], name: str
) -> None:
    data, page = CASUS[name], _page(pages, name, "casus-handout")
    shown = [*data["situation"], *data["think"]]
    assert _in_page(shown, page) == shown
    hidden = [*data["questions"]]
    hidden += [text for one in data.get("choices", []) for text in (one["text"], one["because"])]
    hidden += [one["text"] for one in data.get("lessons", [])]
    hidden += _outcome(data) if data["outcome"] != UNKNOWN else []
    assert _in_page([text for text in hidden if text != UNKNOWN], page) == []


@names
def test_the_story_tells_everything_and_says_what_the_source_does_not_tell(pages: dict[str, Built], name: str) -> None:
    data, page = CASUS[name], _page(pages, name, "casus")
    ui = {key: entry.data for key, entry in CONTENT.families["ui"].items()}
    told = [*data["situation"], *data["think"], *data["questions"], *(one["text"] for one in data.get("lessons", []))]
    told += [one["text"] for one in data.get("choices", [])]
    told += _outcome(data) if data["outcome"] != UNKNOWN else [ui["casus_outcome_unknown"]]
    told += [] if data["outcome"] == UNKNOWN or data.get("complete") else [ui["casus_outcome_open"]]
    told += [] if data.get("choices") else [ui["casus_no_choices"]]
    assert _in_page(told, page) == told


@names
def test_no_page_of_a_casus_leads_to_the_table_of_the_people_who_took_part(pages: dict[str, Built], name: str) -> None:
    for kind in PARTS:
        links = [link.attrib["href"] for link in _page(pages, name, kind).main.iter("a")]
        assert [link for link in links if "deelnemers" in link] == []


def test_only_who_leads_finds_the_notes(site: Path, pages: dict[str, Built]) -> None:
    index = (site / "search" / "nl.json").read_text(encoding="utf-8")
    assert "/begeleiding/" not in index
    assert "/opgave/" not in index
    for name in CASUS:
        metas = {
            meta.attrib.get("name"): meta.attrib.get("content")
            for meta in _page(pages, name, "casus-leader").root.iter("meta")
        }
        assert metas["robots"] == "noindex"


def test_the_list_names_every_casus_and_every_way_of_finding_it(pages: dict[str, Built]) -> None:
    main = pages["verhalen/"].main
    items = {
        item.find(".//a").attrib["href"].strip("/"): item  # type: ignore[union-attr]
        for stories in main.iter("ul")
        if stories.attrib.get("class") == "kennisbank-stories"
        for item in stories
    }
    assert set(items) == set(CASUS)
    for name, data in CASUS.items():
        assert data["summary"] in text_of(items[name])
        for facet in CONTENT.families["casus_facets"]:
            assert items[name].attrib[f"data-{facet}"].split() == data[facet]


def test_a_page_that_a_story_leads_to_leads_back_to_it_except_where_a_client_reads_along(
    pages: dict[str, Built],
) -> None:
    listed = {address: _stories_of(page) for address, page in pages.items() if page.language in ("nl", "en")}
    for name, data in CASUS.items():
        for language, prefix in (("nl", ""), ("en", "en/")):
            back = {path for path in data["pages"] if f"{path_of(name)}/" in listed[f"{prefix}{path}/"]}
            assert back == _leading_back(data["pages"]), language
    assert sum(map(len, listed.values())) == 2 * sum(len(_leading_back(data["pages"])) for data in CASUS.values())


def _leading_back(paths: list[str]) -> set[str]:
    return {path for path in paths if not CONTENT.pages["nl"][path].meta.get("beside")}


def _stories_of(page: Built) -> list[str]:
    """The stories in the list at the end of a page, as addresses from the start of its language."""
    lists = [part for part in page.main.iter("section") if part.attrib.get("aria-labelledby") == "verhalen-hierbij"]
    return [link.attrib["href"].lstrip("./") for part in lists for link in part.iter("a")]


def test_the_code_on_every_story_and_assignment_holds_the_address_of_the_story(pages: dict[str, Built]) -> None:
    for name in CASUS:
        for kind in ("casus", "casus-handout"):
            [paper, code] = [path.attrib["d"] for svg in _codes(_page(pages, name, kind)) for path in svg]
            assert _read_code(paper, code) == f"https://kennisbank.example/{path_of(name)}/"


def _codes(page: Built) -> list[Element]:
    return [svg for svg in page.main.iter(SVG) if svg.attrib.get("class") == "kennisbank-qr"]


def _read_code(paper: str, code: str) -> str:
    """What a phone reads: the path as pixels, eight to a module."""
    size = int(re.findall(r"\d+", paper)[2])
    pixels = [[255] * size for _ in range(size)]
    for x, y, run in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", code):
        for at in range(int(x), int(x) + int(run)):
            pixels[int(y)][at] = 0
    wide = bytes(value for row in pixels for _ in range(8) for value in row for _ in range(8))
    view = memoryview(wide).cast("B", (size * 8, size * 8))
    [found] = zxingcpp.read_barcodes(view)
    return str(found.text)
