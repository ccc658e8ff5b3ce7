"""The drawing of two networks: every word fits, and the shapes share exactly the group in the middle."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
import yaml
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.figure import FONT, ROOM, WIDTH, layout, width, wrap
from scripts.fonts import PACKAGES
from tests.conftest import ROOT

exactly = settings(deadline=None, derandomize=True, max_examples=150)
LETTERS = {
    "latin": "abcdefghijklmnopqrstuvwxyzëïé-",
    "ethiopic": "ሀለሐመሠረሰሸቀበተነአከወዘየደገጠጸፈፐትግርኛ",
    "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
}
SENTENCES = {
    "latin": "scholen en opleidingen, welzijnsorganisaties en maatschappelijke begeleiding",
    "ethiopic": "ስድራቤትን ጎረባብትን ዝርከብዎም ናይ ሓድሽ መጻእቲ ማሕበራትን ውድባትን ከምኡ እውን ምምሕዳር ከተማ",
    "arabic": "منظمات المتطوعين والعاملون في البلدية ومرافقة اللاجئين في الحي والمدرسة",
}


def _words(script: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.text(LETTERS[script], min_size=1, max_size=40), min_size=1, max_size=12)


def _group(label: str, *members: str) -> dict[str, Any]:
    return {"label": label, "members": list(members)}


def _groups(script: str = "latin") -> list[dict[str, Any]]:
    words = SENTENCES[script].split()
    return [_group(words[0], *words), _group(words[1], SENTENCES[script], words[2]), _group(words[2], *words[:3])]


@pytest.mark.parametrize("script", LETTERS)
@exactly
@given(st.data())
def test_no_line_is_wider_than_the_drawing_has_room_unless_it_is_one_long_word(
    script: str, data: st.DataObject
) -> None:
    words = data.draw(_words(script))
    lines = wrap(" ".join(words))
    assert [line for line in lines if width(line) > ROOM and " " in line] == []
    assert " ".join(lines).split() == words


@pytest.mark.parametrize("script", LETTERS)
@exactly
@given(st.data())
def test_a_word_goes_to_the_next_line_only_where_it_does_not_fit(script: str, data: st.DataObject) -> None:
    lines = wrap(" ".join(data.draw(_words(script))))
    for line, following in itertools.pairwise(lines):
        assert width(f"{line} {following.split()[0]}") > ROOM


def test_a_short_name_stays_on_one_line() -> None:
    assert wrap("huisarts en andere eerste lijn") == ["huisarts en andere eerste lijn"]


def test_a_word_that_is_too_long_has_a_line_of_its_own() -> None:
    long = "meervoudigepersoonlijkheidsbegeleiding"
    assert wrap(f"de {long} zelf") == ["de", long, "zelf"]


@pytest.mark.parametrize("text", ["", "  "])
def test_no_words_take_no_line(text: str) -> None:
    assert wrap(text) == []


@pytest.mark.parametrize("script", LETTERS)
def test_the_shapes_overlap_in_the_middle_group_and_nowhere_else(script: str) -> None:
    drawn = layout(_groups(script))
    first, middle, last = [[group["y"], *(line["y"] for line in group["lines"])] for group in drawn["groups"]]
    top, bottom = drawn["last"]["top"], drawn["first"]["bottom"]
    assert max(first) < top < min(middle)
    assert max(middle) < bottom < min(last)
    assert drawn["first"]["top"] < min(first)
    assert max(last) < drawn["last"]["bottom"] <= drawn["height"]


@pytest.mark.parametrize("script", LETTERS)
def test_every_line_of_the_drawing_stands_below_the_one_before(script: str) -> None:
    drawn = layout(_groups(script))
    places = [y for group in drawn["groups"] for y in (group["y"], *(line["y"] for line in group["lines"]))]
    assert places == sorted(places)
    assert min(after - before for before, after in itertools.pairwise(places)) >= FONT


@pytest.mark.parametrize("script", LETTERS)
def test_the_drawing_loses_no_word(script: str) -> None:
    groups = _groups(script)
    drawn = layout(groups)
    assert [group["label"] for group in drawn["groups"]] == [group["label"] for group in groups]
    for group, place in zip(groups, drawn["groups"], strict=True):
        assert " ".join(line["text"] for line in place["lines"]) == " ".join(group["members"])


def test_the_drawing_grows_with_its_words_and_keeps_its_width() -> None:
    small = layout([_group("a", "b"), _group("c", "d"), _group("e", "f")])
    large = layout(_groups())
    assert small["width"] == large["width"] == WIDTH
    assert small["height"] < large["height"]


def _measured(text: str, font: TTFont) -> float:
    """How wide ``text`` is when its letters are set one by one, at the size of the drawing."""
    advances, letters = font["hmtx"], font.getBestCmap()
    total = sum(advances[letters[ord(letter)]][0] for letter in text if ord(letter) in letters)
    return float(FONT * total / font["head"].unitsPerEm)


@pytest.mark.parametrize(
    ("script", "file"),
    [
        ("latin", "atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2"),
        ("ethiopic", "noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-wght-normal.woff2"),
    ],
)
def test_a_line_is_thought_wider_than_the_font_makes_it_and_not_half_as_wide_again(script: str, file: str) -> None:
    text = SENTENCES[script]
    real = _measured(text, TTFont(PACKAGES / file))
    assert real <= width(text) <= 1.5 * real


def test_every_name_in_the_drawing_of_the_site_fits_on_the_lines_that_it_gets() -> None:
    figures = yaml.safe_load((Path(ROOT) / "docs" / "_data" / "figures.yml").read_text(encoding="utf-8"))
    for figure in figures.values():
        for group in layout(figure["groups"])["groups"]:
            assert width(group["label"]) <= ROOM
            assert [line["text"] for line in group["lines"] if width(line["text"]) > ROOM] == []
