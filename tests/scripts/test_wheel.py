"""The tools as a wheel: every one of them, the same bytes on every machine, as pip and Pyodide expect it."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from scripts import wheel
from scripts.bytecode import compiled
from tests.conftest import ROOT
from tests.tools.made_up import checklist
from tools.dispatch import handle

INFO = "kennisbank_tools-0.1.0.dist-info"


def _source() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(wheel.wheel()))


def _compiled() -> tuple[str, zipfile.ZipFile]:
    [(name, data)] = [pair for pair in compiled().files.items() if pair[0].endswith(".whl")]
    return name, zipfile.ZipFile(io.BytesIO(data))


def test_the_wheel_does_not_depend_on_when_the_files_were_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = wheel.wheel()
    for file in wheel.TOOLS.glob("*.py"):
        copy = tmp_path / "tools" / file.name
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(file.read_bytes())
        copy.chmod(0o600)
        os.utime(copy, (0, 10**9))
    monkeypatch.setattr(wheel, "TOOLS", tmp_path / "tools")
    assert wheel.wheel() == before


def test_the_wheel_holds_every_tool_and_nothing_else() -> None:
    tools = {f"tools/{file.relative_to(ROOT / 'tools').as_posix()}" for file in (ROOT / "tools").rglob("*.py")}
    with _source() as source:
        assert set(source.namelist()) == tools | {f"{INFO}/{name}" for name in ("METADATA", "WHEEL", "RECORD")}
        assert {name: source.read(name) for name in tools} == {name: (ROOT / name).read_bytes() for name in tools}


def test_the_record_of_the_wheel_is_right() -> None:
    with _source() as source:
        for name, digest, size in csv.reader(source.read(f"{INFO}/RECORD").decode().splitlines()):
            data = source.read(name)
            said = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            assert name.endswith("RECORD") or (digest, int(size)) == (f"sha256={said}", len(data))


def test_the_wheel_has_the_version_of_the_project() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert wheel.file_name() == f"kennisbank_tools-{version}-py3-none-any.whl"
    with _source() as source:
        assert f"Version: {version}" in source.read(f"{INFO}/METADATA").decode().splitlines()


def test_the_wheel_that_goes_out_is_for_pyodides_own_python_and_holds_no_sources() -> None:
    name, archive = _compiled()
    tools = {f"tools/{file.relative_to(ROOT / 'tools').as_posix()}c" for file in (ROOT / "tools").rglob("*.py")}
    assert name == "kennisbank_tools-0.1.0-cp314-none-any.whl"
    assert {entry for entry in archive.namelist() if entry.startswith("tools/")} == tools
    assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}


def test_the_wheel_of_sources_alone_answers_as_the_tools_do(tmp_path: Path) -> None:
    (tmp_path / "tools.whl").write_bytes(wheel.wheel())
    definition = checklist({"beleid": [], "intake": ["beleid"]})
    request = json.dumps(
        {"id": 1, "tool": "checklist", "definition": definition, "answers": {"beleid": "nee", "intake": "deels"}}
    )
    code = "import sys; sys.path.insert(0, sys.argv[1]); from tools.dispatch import handle; print(handle(sys.argv[2]))"
    command = [sys.executable, "-I", "-S", "-c", code, str(tmp_path / "tools.whl"), request]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path, encoding="utf-8")
    assert json.loads(told.stdout) == json.loads(handle(request))
