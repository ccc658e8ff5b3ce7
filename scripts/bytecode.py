"""Compiles what the browser loads to the bytecode of Pyodide's own Python, beneath node; kept in ``.build/cache``.

The steps stand in ``scripts/boot``; why so, in docs/_project/decisions/0005-bytecode-by-pyodide-build.md.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts import wheel
from scripts.boot.pack import LOCK, STDLIB
from scripts.content import TOOLS, Content, load
from scripts.problems import MissingAsset
from scripts.vectors import requests
from tools.dispatch import handle
from tools.record_files import KINDS

ROOT = Path(__file__).parent.parent
PYODIDE = ROOT / "node_modules" / "pyodide"
STEPS = ROOT / "scripts" / "boot"
#: pyodide-build and what it needs, for Pyodide's Python; put there by make (see the README for Windows).
PACKAGES = Path(sys.prefix) / "pyodide-build"
PINS = ROOT / "requirements-runtime.txt"
VECTORS = ROOT / "docs" / "_data"
CACHE = Path(".build/cache/bytecode")
#: Requests that go wrong in every way that a request can; their modules must be there too. None is no text at all.
WRONG = ("", "[", "[]", "[" * 5_000, '{"id":1}', '{"id":1,"tool":"checklist"}', '{"id":1e999}', '"\ud800"', None)


@dataclass(frozen=True)
class Compiled:
    """What pyodide-build and pyodide-lock made: the archives by their names, and the lock file."""

    files: dict[str, bytes]
    lock: dict[str, Any]


def compiled() -> Compiled:
    """Tools and standard library (what the tools import) as bytecode, and their lock file. Raises MissingAsset."""
    _need(PYODIDE / "pyodide.mjs", "Run 'npm ci' in the project folder.")
    _need(PACKAGES / "pyodide_build", f"Run 'make site', or install {PINS.name} as the README says.")
    kept = (CACHE / _key()).resolve()
    if not kept.is_dir():
        kept.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(dir=kept.parent))
        try:
            _make(fresh)
            fresh.rename(kept)
        except OSError:
            if not kept.is_dir():  # else another build was first, with the same bytes
                raise
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    archives = [*kept.glob("*.whl"), kept / STDLIB]
    lock = json.loads((kept / LOCK).read_text(encoding="utf-8"))
    return Compiled({file.name: file.read_bytes() for file in archives}, lock)


def _need(path: Path, what_to_do: str) -> None:
    if not path.exists():
        raise MissingAsset(f"{path.parent.name}/{path.name} is not there. {what_to_do}")


def _key() -> str:
    """Changes with everything that the bytes depend on."""
    digest = hashlib.sha256(wheel.file_name().encode() + wheel.wheel())
    sources = [*STEPS.glob("*.py"), *STEPS.glob("*.mjs"), PINS, PYODIDE / "package.json"]
    sources += [file for family in TOOLS for file in (VECTORS / family).glob("*.yml")]
    for file in sorted(sources):
        digest.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:32]


def asked() -> list[str]:
    """Every vector, all that a reader can do with a record of a checklist, and each ready session as a file."""
    content = load([ROOT / "docs"])
    found = list(_session_files(content))
    for _, request in requests(content):
        if request["tool"] != "checklist":
            found.append(request)
            continue
        items = {
            item: {"answer": answer, "note": "…", "due": "2027-02-28"} for item, answer in request["answers"].items()
        }
        named = {**request["definition"], "id": "checklist", "hash": "00000000"}
        record = {"items": items, "made_on": "2026-11-22"}
        writes = [
            {**request, "tool": "record.write", "definition": named, "answers": {**record, "kind": kind}}
            for kind in KINDS
        ]
        text = json.loads(handle(json.dumps(writes[0])))["result"]["text"]
        read = {**request, "tool": "record.read", "definition": named, "answers": {"text": text}}
        compare = {**request, "tool": "record.compare", "definition": named, "answers": {"then": record, "now": items}}
        found += [request, *writes, read, compare]
    return [json.dumps(request) for request in found]


def _session_files(content: Content) -> Iterator[dict[str, Any]]:
    """Writing each ready session to a file, and reading that back."""
    definition = {"casus": dict.fromkeys(content.families["casus"])}
    for entry in content.families["sessions"].values():
        request: dict[str, Any] = {"id": 1, "definition": definition}
        write = {**request, "tool": "session.write", "answers": {"session": entry.data, "made_on": "2026-11-22"}}
        yield write
        text = json.loads(handle(json.dumps(write)))["result"]["text"]
        yield {**request, "tool": "session.read", "answers": {"text": text}}


def _make(work: Path) -> None:
    shutil.copyfile(PYODIDE / LOCK, work / LOCK)
    (work / wheel.file_name()).write_bytes(wheel.wheel())
    (work / "asked.json").write_text(json.dumps([*asked(), *WRONG]), encoding="utf-8")
    for step in ("trace", "pack"):
        command = ["node", str(STEPS / "make.mjs"), step, *map(str, (work, PYODIDE, PACKAGES))]
        try:
            done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")
        except FileNotFoundError as fault:
            raise MissingAsset("node is not there. Install Node 20 or newer.") from fault
        if done.returncode:
            raise MissingAsset(f"Python for the browser was not made (step {step}):\n{done.stderr or done.stdout}")
