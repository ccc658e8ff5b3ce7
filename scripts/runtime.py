"""Gathers what Python in the browser needs: Pyodide's own files, and ours compiled and locked."""

from __future__ import annotations

import json

from scripts.bytecode import PYODIDE, compiled
from scripts.problems import MissingAsset

#: Loaded at the start, as they came.
PYODIDE_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
#: The whole standard library, loaded only when a module is imported that the tools were not seen to import.
WHOLE = "python_stdlib.zip"
WORKER = "js/python-worker.js"
PLACE = b'"@lock@"'


def collect() -> dict[str, bytes]:
    """Every file of the runtime folder. Raises MissingAsset."""
    files = {}
    for name in (*PYODIDE_FILES, WHOLE):
        if not (PYODIDE / name).is_file():
            raise MissingAsset(f"pyodide/{name} is not there. Run 'npm ci' in the project folder.")
        files[name] = (PYODIDE / name).read_bytes()
    return files | compiled().files


def worker(source: bytes) -> bytes:
    """The worker's script with the lock file in it: nobody waits for a file that only says what to fetch."""
    if source.count(PLACE) != 1:
        raise MissingAsset(f"{WORKER} has no place for the lock file. Write {PLACE.decode()} where it belongs.")
    return source.replace(PLACE, json.dumps(compiled().lock, sort_keys=True, separators=(",", ":")).encode())


def pyodide_version() -> str:
    """The version of Pyodide in node_modules."""
    return str(json.loads((PYODIDE / "package.json").read_text(encoding="utf-8"))["version"])
