"""The fonts of the site hold the letters of its languages, and no page loads a whole font for a few names."""

from __future__ import annotations

import dataclasses
import io
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from scripts import fonts
from scripts.fonts import FONTS, WEIGHTS, collect, cut
from scripts.languages import languages
from scripts.problems import MissingAsset
from tests.conftest import ROOT

NAMES = [language.name for language in languages(ROOT / "mkdocs.yml").values()]
ETHIOPIC = next(font for font in FONTS if font.names == "ethiopic")
ARABIC = next(font for font in FONTS if font.names == "arabic")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "CACHE", tmp_path / "fonts")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the site gets for the languages of mkdocs.yml, cut anew."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fonts, "CACHE", tmp_path_factory.mktemp("cache"))
        return collect({"taalnamen": NAMES, "verdwaald": ["غير", "ገጽ"]})


def _opened(data: bytes) -> TTFont:
    return TTFont(io.BytesIO(data))


def _letters(data: bytes) -> set[int]:
    return set(_opened(data).getBestCmap())


@pytest.mark.parametrize("font", [ARABIC, ETHIOPIC], ids=lambda font: font.names)
def test_the_font_of_the_names_holds_the_letters_of_the_names_of_the_languages_and_no_others(
    font: fonts.Font, files: dict[str, bytes]
) -> None:
    wanted = {ord(letter) for name in NAMES for letter in name if ord(letter) in font.letters}
    assert wanted
    assert _letters(files[f"taalnamen-{font.names}.woff2"]) == wanted


def test_every_letter_of_every_name_of_a_language_is_in_some_font(files: dict[str, bytes]) -> None:
    known = set().union(*(_letters(data) for name, data in files.items() if name.endswith(".woff2")))
    assert {letter for name in NAMES for letter in name if ord(letter) not in known} == set()


def test_the_fonts_of_the_names_are_tiny(files: dict[str, bytes]) -> None:
    assert all(len(data) < 6_000 for name, data in files.items() if name.startswith("taalnamen-"))


@pytest.fixture
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut one letter only out of the large font: that takes no time."""
    one = dataclasses.replace(ETHIOPIC, keep=range(0x1275, 0x1276))
    monkeypatch.setattr(fonts, "FONTS", tuple(one if font is ETHIOPIC else font for font in FONTS))


@pytest.mark.usefixtures("_small")
def test_a_site_without_a_language_in_another_script_has_no_font_for_names() -> None:
    assert [name for name in collect({"taalnamen": ["Nederlands", "English"]}) if name.startswith("taalnamen-")] == []


@pytest.mark.usefixtures("_small")
def test_a_new_language_in_a_known_script_gets_its_letters_in_the_font_of_the_names() -> None:
    more = collect({"taalnamen": [*NAMES, "አማርኛ"]})
    assert set(map(ord, "አማርኛ")) <= _letters(more["taalnamen-ethiopic.woff2"])


def test_every_font_comes_with_its_licence(files: dict[str, bytes]) -> None:
    assert {f"{font.package}-licence.txt" for font in FONTS} <= set(files)
    assert all(b"Open Font License" in data or b"OFL" in data for name, data in files.items() if name.endswith(".txt"))


def test_every_font_that_the_style_sheet_names_is_on_the_site_and_the_other_way_round(files: dict[str, bytes]) -> None:
    css = (ROOT / "overrides" / "assets" / "css" / "tokens.css").read_text(encoding="utf-8")
    assert set(re.findall(r'url\("\.\./fonts/([^"]+)"\)', css)) == {name for name in files if name.endswith(".woff2")}


def test_the_ethiopic_of_the_site_holds_every_letter_of_the_script_that_the_package_has(
    files: dict[str, bytes],
) -> None:
    assert ETHIOPIC.keep is not None
    whole = set(TTFont(ETHIOPIC.source).getBestCmap())
    assert _letters(files[ETHIOPIC.target]) == whole.intersection(ETHIOPIC.keep)
    assert set(map(ord, "ትግርኛ፣።፤")) <= _letters(files[ETHIOPIC.target])


@pytest.mark.parametrize(("font", "letters"), [(ETHIOPIC, "ትግርኛ"), (ARABIC, "العربية")], ids=["ethiopic", "arabic"])
def test_a_cut_font_keeps_the_letters_and_the_weights_that_were_asked(font: fonts.Font, letters: str) -> None:
    opened = _opened(cut(font.source, map(ord, letters)))
    assert set(opened.getBestCmap()) == set(map(ord, letters))
    [axis] = opened["fvar"].axes
    assert (axis.axisTag, axis.minValue, axis.maxValue) == ("wght", *WEIGHTS)
    assert opened.flavor == "woff2"


def test_a_cut_arabic_font_still_joins_its_letters() -> None:
    opened = _opened(cut(ARABIC.source, map(ord, "العربية")))
    assert {"init", "medi", "fina"} <= {record.FeatureTag for record in opened["GSUB"].table.FeatureList.FeatureRecord}


def test_cutting_a_font_again_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    once = cut(ETHIOPIC.source, map(ord, "ትግርኛ"))
    monkeypatch.setattr(fonts, "CACHE", tmp_path / "elsewhere")
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert cut(ETHIOPIC.source, map(ord, "ትግርኛ")) == once


def test_a_font_that_was_cut_before_is_not_cut_again(monkeypatch: pytest.MonkeyPatch) -> None:
    once = cut(ETHIOPIC.source, [0x1275])
    monkeypatch.setattr(fonts, "_cut", None)
    assert cut(ETHIOPIC.source, [0x1275]) == once


def test_other_letters_and_other_weights_are_another_font(monkeypatch: pytest.MonkeyPatch) -> None:
    once = cut(ETHIOPIC.source, [0x1275])
    assert cut(ETHIOPIC.source, [0x1275, 0x1300]) != once
    monkeypatch.setattr(fonts, "WEIGHTS", (400, 500))
    assert cut(ETHIOPIC.source, [0x1275]) != once


def test_a_cut_that_was_broken_off_leaves_no_half_font(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(source: Path, letters: list[int]) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(fonts, "_cut", fails)
    with pytest.raises(KeyboardInterrupt):
        cut(ETHIOPIC.source, [0x1275])
    assert list((tmp_path / "fonts").glob("*.woff2")) == []


def test_a_package_that_npm_did_not_bring_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "PACKAGES", tmp_path / "nergens")
    with pytest.raises(MissingAsset) as told:
        collect({"taalnamen": NAMES})
    assert str(told.value) == f"{FONTS[0].file} is not there. Run 'npm ci' in the project folder."
