"""What the browser loads to run Python: the same tools as in the tests, the same bytes on every machine."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest

from scripts import bytecode, runtime, wheel
from scripts.boot.pack import STDLIB
from scripts.bytecode import compiled
from scripts.problems import MissingAsset
from tests.conftest import ROOT
from tools.dispatch import TOOLS


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _traced() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(compiled().files[STDLIB]))


def _whole() -> zipfile.ZipFile:
    return zipfile.ZipFile(bytecode.PYODIDE / runtime.WHOLE)


def test_the_runtime_is_all_that_python_asks_for_and_no_package_more() -> None:
    files = runtime.collect()
    assert set(files) == {*runtime.PYODIDE_FILES, runtime.WHOLE, STDLIB, "kennisbank_tools-0.1.0-cp314-none-any.whl"}
    assert files["pyodide.asm.wasm"].startswith(b"\0asm")


def test_the_runtime_is_that_of_the_pinned_version() -> None:
    pinned = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]["pyodide"]
    assert runtime.pyodide_version() == pinned


@pytest.mark.parametrize("module", ["bytecode", "runtime"])
def test_a_runtime_that_npm_did_not_bring_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    monkeypatch.setattr(f"scripts.{module}.PYODIDE", tmp_path)
    with pytest.raises(MissingAsset, match=r"/pyodide\.mjs is not there\. Run 'npm ci'"):
        runtime.collect()


def test_a_compiler_that_make_did_not_bring_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bytecode, "PACKAGES", tmp_path)
    with pytest.raises(MissingAsset, match=r"/pyodide_build is not there\. Run 'make site', or install requirements"):
        compiled()


def test_a_step_that_goes_wrong_is_told_and_leaves_nothing_in_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bytecode, "CACHE", tmp_path)
    monkeypatch.setattr(bytecode, "STEPS", tmp_path / "weg")
    with pytest.raises(MissingAsset, match=r"Python for the browser was not made \(step trace\)"):
        compiled()
    assert list(tmp_path.iterdir()) == []


# --- the same bytes ---


def test_compiling_again_in_another_place_and_time_zone_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = compiled()
    monkeypatch.setattr(bytecode, "CACHE", tmp_path / "a longer name")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("PYTHONHASHSEED", "20261122")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert compiled() == before


def test_what_was_compiled_is_kept_until_a_tool_or_a_vector_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = bytecode._key()  # noqa: SLF001 - the name under which it is kept
    monkeypatch.setattr(bytecode, "VECTORS", tmp_path)
    assert bytecode._key() != before  # noqa: SLF001 - the same
    monkeypatch.undo()
    monkeypatch.setattr(wheel, "TOOLS", tmp_path)
    assert bytecode._key() != before  # noqa: SLF001 - the same


# --- the standard library ---


def test_the_standard_library_is_bytecode_only_stored_so_that_the_server_compresses_it() -> None:
    with _traced() as traced:
        entries = traced.infolist()
    assert {Path(entry.filename).suffix for entry in entries} == {".pyc"}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_bytecode_never_looks_at_a_clock_to_see_whether_it_is_old() -> None:
    with _traced() as traced:
        flags = {traced.read(name)[4:8] for name in traced.namelist()}
    assert flags <= {b"\1\0\0\0", b"\3\0\0\0"}, "bytecode that is checked by the date of its source"


def test_every_module_of_the_standard_library_is_either_loaded_at_the_start_or_named_as_left_out() -> None:
    with _traced() as traced, _whole() as whole:
        loaded = {name.removesuffix("c") for name in traced.namelist()} - {"left_out.py", "whole_library.py"}
        everything = {name for name in whole.namelist() if name.endswith(".py") and "site-packages" not in name}
        names = traced.read("left_out.pyc")
    assert loaded < everything
    assert 100 < len(loaded) < 200
    for left in (b"colorsys", b"csv", b"json.tool", b"unittest.mock", b"html.parser"):
        assert left in names
    assert len(everything - loaded) > 300


@pytest.mark.parametrize("module", ["json/decoder.py", "traceback.py", "pyodide/webloop.py", "re/_parser.py"])
def test_what_answers_and_faults_need_is_there_from_the_start(module: str) -> None:
    with _traced() as traced:
        assert f"{module}c" in traced.namelist()


# --- the lock file ---


def test_the_lock_file_holds_the_tools_alone_with_their_hash() -> None:
    made = compiled()
    [package] = made.lock["packages"].values()
    assert (package["name"], package["depends"]) == ("kennisbank-tools", [])
    assert package["imports"] == ["tools"]
    assert package["sha256"] == _sha256(made.files[package["file_name"]])


def test_the_lock_file_holds_the_hashes_of_both_standard_libraries() -> None:
    made = compiled()
    ours = made.lock["tool"]["kennisbank"]
    assert ours["traced"] == {"file_name": STDLIB, "sha256": _sha256(made.files[STDLIB])}
    assert ours["whole"] == {"file_name": runtime.WHOLE, "sha256": _sha256(runtime.collect()[runtime.WHOLE])}


def test_the_lock_file_is_for_the_pyodide_that_is_loaded() -> None:
    theirs = json.loads((bytecode.PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))
    assert compiled().lock["info"] == theirs["info"]


def test_the_lock_file_stands_in_the_worker() -> None:
    source = (ROOT / "overrides" / "assets" / runtime.WORKER).read_bytes()
    written = runtime.worker(source).decode()
    line = next(line for line in written.splitlines() if line.startswith("const lock = "))
    assert json.loads(line.removeprefix("const lock = ").partition("; //")[0]) == compiled().lock


def test_a_worker_without_a_place_for_the_lock_file_is_told() -> None:
    with pytest.raises(MissingAsset, match=r'Write "@lock@" where it belongs'):
        runtime.worker(b"const lock = {};")


def test_the_trace_asks_something_of_every_tool_that_a_page_may_ask() -> None:
    tools = {json.loads(text)["tool"] for text in bytecode.asked()}
    has_routes = any((ROOT / "docs" / "_data" / "routes").glob("*.test.yml"))
    assert tools == set(TOOLS) - (set() if has_routes else {"route"})
