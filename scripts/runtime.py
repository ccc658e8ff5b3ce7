"""Bundles what Python in the browser needs: Pyodide's own files and ours from ``tools/``."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

from scripts.problems import MissingAsset

ROOT = Path(__file__).parent.parent
PYODIDE = ROOT / "node_modules" / "pyodide"
PYODIDE_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
TOOLS = ROOT / "tools"
BUNDLE = "tools.zip"


def collect() -> dict[str, bytes]:
    """Every file of the runtime folder: Pyodide unchanged, and ``tools/`` as one archive."""
    files = {}
    for name in PYODIDE_FILES:
        if not (PYODIDE / name).is_file():
            raise MissingAsset(f"pyodide/{name} is not there. Run 'npm ci' in the project folder.")
        files[name] = (PYODIDE / name).read_bytes()
    return files | {BUNDLE: bundle()}


def bundle() -> bytes:
    """``tools/`` as a zip that is the same on every machine; stored, so that the server's compression works on it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for file in sorted(TOOLS.rglob("*.py")):
            info = zipfile.ZipInfo(f"tools/{file.relative_to(TOOLS).as_posix()}", (1980, 1, 1, 0, 0, 0))
            info.external_attr = 0o644 << 16
            archive.writestr(info, file.read_bytes())
    return buffer.getvalue()


def pyodide_version() -> str:
    """The version of Pyodide in node_modules."""
    return str(json.loads((PYODIDE / "package.json").read_text(encoding="utf-8"))["version"])
