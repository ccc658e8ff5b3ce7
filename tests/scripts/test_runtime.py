"""What the browser loads to run Python: the same tools as in the tests, the same bytes on every machine."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from scripts import runtime
from scripts.problems import MissingAsset
from tests.conftest import ROOT
from tests.tools.made_up import checklist
from tools.dispatch import handle


def _bundle() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(runtime.bundle()))


def test_the_bundle_is_the_same_every_time() -> None:
    assert runtime.bundle() == runtime.bundle()
    with _bundle() as bundle:
        assert {info.date_time for info in bundle.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_bundle_does_not_depend_on_when_the_files_were_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = runtime.bundle()
    for file in runtime.TOOLS.glob("*.py"):
        copy = tmp_path / "tools" / file.name
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(file.read_bytes())
        copy.chmod(0o600)
        os.utime(copy, (0, 10**9))
    monkeypatch.setattr("scripts.runtime.TOOLS", tmp_path / "tools")
    assert runtime.bundle() == before


def test_the_bundle_holds_every_tool_and_nothing_else() -> None:
    with _bundle() as bundle:
        expected = {f"tools/{file.relative_to(ROOT / 'tools').as_posix()}" for file in (ROOT / "tools").rglob("*.py")}
        assert set(bundle.namelist()) == expected
        assert {name: bundle.read(name) for name in expected} == {name: (ROOT / name).read_bytes() for name in expected}


def test_the_bundle_alone_answers_as_the_tools_do(tmp_path: Path) -> None:
    (tmp_path / "tools.zip").write_bytes(runtime.bundle())
    definition = checklist({"beleid": [], "intake": ["beleid"]})
    request = json.dumps(
        {"id": 1, "tool": "checklist", "definition": definition, "answers": {"beleid": "nee", "intake": "deels"}}
    )
    code = "import sys; sys.path.insert(0, sys.argv[1]); from tools.dispatch import handle; print(handle(sys.argv[2]))"
    command = [sys.executable, "-I", "-S", "-c", code, str(tmp_path / "tools.zip"), request]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path, encoding="utf-8")
    assert json.loads(told.stdout) == json.loads(handle(request))


def test_the_runtime_is_all_that_python_asks_for_and_no_package_more() -> None:
    files = runtime.collect()
    assert set(files) == {*runtime.PYODIDE_FILES, runtime.BUNDLE}
    assert files["pyodide.asm.wasm"].startswith(b"\0asm")
    assert files[runtime.BUNDLE] == runtime.bundle()


def test_the_runtime_is_that_of_the_pinned_version() -> None:
    pinned = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]["pyodide"]
    assert runtime.pyodide_version() == pinned


def test_a_runtime_that_npm_did_not_bring_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scripts.runtime.PYODIDE", tmp_path)
    with pytest.raises(MissingAsset, match=r"pyodide/pyodide\.mjs is not there\. Run 'npm ci'"):
        runtime.collect()
