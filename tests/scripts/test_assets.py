"""Static files of our own, in a folder whose name changes with their content."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts import fonts
from scripts.assets import PICTOGRAMS, STYLES, collect, folder_name
from scripts.problems import MissingAsset
from tests.conftest import ROOT

NAMES = ["Nederlands", "English"]
FILES = {"css/a.css": b"a", "js/b.js": b"b"}


def test_the_folder_keeps_its_name_while_no_file_changes() -> None:
    assert folder_name("static", FILES) == folder_name("static", dict(reversed(FILES.items())))
    assert re.fullmatch(r"static/[0-9a-f]{12}", folder_name("static", FILES))


@pytest.mark.parametrize(
    "changed",
    [
        {"css/a.css": b"a", "js/b.js": b"B"},
        {"css/a.css": b"a", "js/c.js": b"b"},
        {"css/a.css": b"a"},
        {"css/a.css": b"b", "js/b.js": b"a"},
        FILES | {"js/nieuw.js": b""},
        {},
    ],
)
def test_the_folder_gets_another_name_when_a_file_is_changed_renamed_added_or_left_out(
    changed: dict[str, bytes],
) -> None:
    assert folder_name("static", changed) != folder_name("static", FILES)


def test_there_is_one_style_sheet_made_of_all_of_ours_in_order() -> None:
    files = collect({"taalnamen": NAMES})
    parts = [(ROOT / "overrides" / "assets" / "css" / name).read_bytes() for name in STYLES]
    assert files["css/kennisbank.css"] == b"".join(parts)
    assert [name for name in files if name.endswith(".css")] == ["css/kennisbank.css"]


def test_every_style_sheet_and_script_that_we_wrote_is_on_the_site() -> None:
    folder = ROOT / "overrides" / "assets"
    assert {file.name for file in (folder / "css").iterdir()} == set(STYLES)
    assert {f"js/{file.name}" for file in (folder / "js").iterdir()} <= set(collect({"taalnamen": NAMES}))


def test_every_font_is_on_the_site_in_a_folder_of_its_own() -> None:
    assert {f"fonts/{font.target}" for font in fonts.FONTS} <= set(collect({"taalnamen": NAMES}))


def test_a_font_that_npm_did_not_bring_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "PACKAGES", tmp_path)
    with pytest.raises(MissingAsset, match=r"\.woff2 is not there\. Run 'npm ci'"):
        collect({"taalnamen": NAMES})


def test_signs_of_the_frame_are_no_pictograms_for_authors() -> None:
    assert "gesprek" in PICTOGRAMS
    assert not [name for name in PICTOGRAMS if name.startswith("teken-")]
