"""The same page with three ways to start Python: ours, a stock Pyodide worker, and PyScript with local Pyodide."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from scripts.bytecode import PYODIDE
from scripts.finish import place
from scripts.wheel import wheel

PAGES = Path(__file__).parent / "pages"
PYSCRIPT = PYODIDE.parent / "@pyscript" / "core" / "dist"
CACHE = Path(".build/cache")
OURS = "ours"
#: Beneath a folder that browsers may keep for ever, as ours.
FOLDER = "runtime/bench"
WITHOUT_EVAL = "'wasm-unsafe-eval'"
WITH_EVAL = "'wasm-unsafe-eval' 'unsafe-eval'"
#: Pyodide as npm brings it.
STOCK_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")


def prepare(site: Path) -> dict[str, str]:
    """Put the peers into ``site``; returns the address of the checklist by the name of the boot."""
    peers = _peers(site)
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    place(peers, CACHE, site / FOLDER)
    page = (site / "checklist" / "index.html").read_text(encoding="utf-8")
    stock = re.sub(r'data-worker="[^"]+"', f'data-worker="../{FOLDER}/stock-worker.js"', page)
    stock = re.sub(r'data-runtime="[^"]+"', f'data-runtime="../{FOLDER}/stock"', stock)
    pyscript = re.sub(r'src="../static/[^/]+/js/main\.js"', f'src="../{FOLDER}/pyscript/js/main.js"', page)
    pyscript = pyscript.replace(WITHOUT_EVAL, WITH_EVAL)  # PyScript cannot do without; ours and stock can
    for name, text in (("stock", stock), ("pyscript", pyscript)):
        if text == page:
            raise ValueError(f"the checklist has changed: scripts/bench/boots.py finds no place for {name}")
        folder = site / f"checklist-{name}"
        shutil.rmtree(folder, ignore_errors=True)
        place({"index.html": text.encode()}, CACHE, folder)
    return {OURS: "checklist/", "stock": "checklist-stock/", "pyscript": "checklist-pyscript/"}


def _peers(site: Path) -> dict[str, bytes]:
    files = {f"stock/{name}": (PYODIDE / name).read_bytes() for name in STOCK_FILES}
    files |= {"stock/tools.zip": wheel()}
    files["stock-worker.js"] = (PAGES / "stock-worker.js").read_bytes()
    [scripts] = site.glob("static/*/js")
    files |= {f"pyscript/js/{file.name}": file.read_bytes() for file in scripts.glob("*.js")}
    files["pyscript/js/python.js"] = (PAGES / "python.js").read_bytes()
    files["pyscript/door.py"] = (PAGES / "door.py").read_bytes()
    files |= {f"pyscript/core/{file.name}": file.read_bytes() for file in PYSCRIPT.glob("*.js")}
    return files
