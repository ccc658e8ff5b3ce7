"""What happens to the site after MkDocs: its own search per language, smaller files, a swap without a gap."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path
from typing import Any

import brotli
import pytest

from scripts.finish import compress, place, prune, split_search, swap
from scripts.languages import Language

LANGUAGES = {
    "nl": Language("nl", "Nederlands", "ltr", ""),
    "en": Language("en", "English", "ltr", "en/"),
    "ar": Language("ar", "العربية", "rtl", "ar/"),
}
LONG = ("Zo praat u over gezondheid. " * 40).encode()


def _put(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder


def _index(site: Path, locale: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / "search" / f"{locale}.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with MkDocs' single search index."""
    docs = [
        {"location": "", "title": "Start", "text": ""},
        {"location": "over/", "title": "Over", "text": "één"},
        {"location": "energie/", "title": "Energie", "text": ""},
        {"location": "en/", "title": "Home", "text": ""},
        {"location": "en/over/", "title": "About", "text": ""},
        {"location": "ar/over/#wat", "title": "عن", "text": ""},
    ]
    index = {"config": {"lang": ["nl", "en"], "separator": " "}, "docs": docs}
    return _put(tmp_path / "site", {"search/search_index.json": json.dumps(index).encode()})


def test_a_reader_of_one_language_searches_only_in_that_language(site: Path) -> None:
    split_search(site, LANGUAGES)
    titles = {locale: [entry["title"] for entry in _index(site, locale)["docs"]] for locale in LANGUAGES}
    assert titles == {"nl": ["Start", "Over", "Energie"], "en": ["Home", "About"], "ar": ["عن"]}


def test_what_is_found_is_counted_from_the_start_page_of_the_language(site: Path) -> None:
    split_search(site, LANGUAGES)
    assert [entry["location"] for entry in _index(site, "en")["docs"]] == ["", "over/"]
    assert [entry["location"] for entry in _index(site, "ar")["docs"]] == ["over/#wat"]


def test_the_index_of_all_languages_together_is_gone(site: Path) -> None:
    split_search(site, LANGUAGES)
    assert sorted(file.name for file in (site / "search").iterdir()) == ["ar.json", "en.json", "nl.json"]


def test_the_search_asks_for_no_other_script(site: Path) -> None:
    split_search(site, LANGUAGES)
    config = _index(site, "nl")["config"]
    assert (config["lang"], config["pipeline"], config["separator"]) == (["en"], [], " ")


def test_a_packed_file_unpacks_to_the_file_beside_it(tmp_path: Path) -> None:
    folder = _put(tmp_path, {"index.html": LONG, "python.wasm": LONG})
    compress(folder)
    for name in ("index.html", "python.wasm"):
        assert brotli.decompress((folder / f"{name}.br").read_bytes()) == LONG
        assert gzip.decompress((folder / f"{name}.gz").read_bytes()) == LONG


def test_packing_the_same_file_gives_the_same_bytes_every_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = (_put(tmp_path / name, {"a.html": LONG, "b.js": LONG * 2}) for name in ("one", "other"))
    compress(one)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    compress(other)
    packed = [{file.name: file.read_bytes() for file in folder.iterdir()} for folder in (one, other)]
    assert packed[0] == packed[1]
    assert len(packed[0]) == 6


def test_what_is_packed_already_or_too_small_to_gain_is_left_alone(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(400)  # noqa: S311 - no secret
    folder = _put(tmp_path, {"font.woff2": LONG, "klein.txt": b"kort", "beeld.png": LONG, "ruis.txt": noise})
    compress(folder)
    assert sorted(file.name for file in folder.iterdir()) == ["beeld.png", "font.woff2", "klein.txt", "ruis.txt"]


def test_files_of_the_theme_that_no_page_uses_are_gone_and_the_search_stays(tmp_path: Path) -> None:
    keep = {"index.html": b"x", "assets/javascripts/workers/search.abc.min.js": b"x", "static/a1/css/k.css": b"x"}
    drop = {
        "assets/javascripts/bundle.abc.min.js": b"x",
        "assets/javascripts/workers/search.abc.min.js.map": b"x",
        "assets/stylesheets/main.css": b"x",
        "assets/images/favicon.png": b"x",
        "widgets/checklist.html": b"x",
        "assets/js/main.js": b"x",
    }
    site = _put(tmp_path, keep | drop)
    prune(site)
    assert {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()} == set(keep)


def test_a_new_site_takes_the_place_of_the_old_one_whole(tmp_path: Path) -> None:
    new = _put(tmp_path / "work" / "site", {"index.html": b"nieuw"})
    out = _put(tmp_path / "site", {"index.html": b"oud", "verdwenen/index.html": b"oud"})
    swap(new, out)
    assert {file.relative_to(out).as_posix(): file.read_bytes() for file in out.rglob("*") if file.is_file()} == {
        "index.html": b"nieuw"
    }
    assert not new.exists()
    assert [path.name for path in (tmp_path / "work").iterdir()] == []


def test_a_first_site_needs_no_old_one_and_no_folder_above_it(tmp_path: Path) -> None:
    out = tmp_path / "diep" / "in" / "site"
    swap(_put(tmp_path / "work" / "site", {"index.html": b"nieuw"}), out)
    assert (out / "index.html").read_bytes() == b"nieuw"


def test_a_site_can_be_replaced_twice_in_a_row(tmp_path: Path) -> None:
    out = tmp_path / "site"
    for text in (b"een", b"twee"):
        swap(_put(tmp_path / "work" / "site", {"index.html": text}), out)
    assert (out / "index.html").read_bytes() == b"twee"


def test_large_files_are_packed_once_and_taken_from_the_cache_after_that(tmp_path: Path) -> None:
    cache, files = tmp_path / "cache" / "a1", {"py/python.wasm": LONG}
    place(files, cache, tmp_path / "een" / "a1")
    [packed] = cache.glob("*/*.wasm.br")
    packed.unlink()
    packed.write_bytes(b"uit de voorraad")
    place(files, cache, tmp_path / "twee" / "a1")
    assert (tmp_path / "twee" / "a1" / "py" / "python.wasm").read_bytes() == LONG
    assert (tmp_path / "twee" / "a1" / "py" / "python.wasm.br").read_bytes() == b"uit de voorraad"
    assert sorted(file.name for file in (tmp_path / "twee" / "a1" / "py").iterdir()) == [
        "python.wasm",
        "python.wasm.br",
        "python.wasm.gz",
    ]


def test_a_build_that_was_cut_off_while_packing_leaves_nothing_that_a_later_build_takes_for_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(_: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("scripts.finish._compress", cut_off)
        with pytest.raises(KeyboardInterrupt):
            place({"heel.js": LONG}, tmp_path / "cache" / "a1", tmp_path / "site" / "a1")
    place({"heel.js": LONG}, tmp_path / "cache" / "a1", tmp_path / "site" / "a1")
    names = sorted(file.name for file in (tmp_path / "site" / "a1").iterdir())
    assert names == ["heel.js", "heel.js.br", "heel.js.gz"]


def test_a_web_server_may_read_every_file_and_folder_of_the_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    place({"py/python.wasm": LONG}, tmp_path / "cache" / "a1", site / "a1")
    closed = [path for path in site.rglob("*") if path.stat().st_mode & (0o005 if path.is_dir() else 0o004) == 0]
    assert closed == []
