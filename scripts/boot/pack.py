"""Makes what the browser loads: a lock file with the wheel of the tools in it, then everything to bytecode.

Runs beneath node under Pyodide's own Python, so that the bytecode is of the version that will read it. The work is done
by pyodide-lock and pyodide-build; started with ``-OO`` and ``SOURCE_DATE_EPOCH`` the bytes are the same every time.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import zipfile
from pathlib import Path

STDLIB = "traced_stdlib.zip"
LOCK = "pyodide-lock.json"
#: Modules that the boot brings with it.
OWN = ("left_out.py", "whole_library.py")
OLDEST = (1980, 1, 1, 0, 0, 0)


def pack(folder: str, own: str, whole: str, seen: list[str]) -> None:
    """Write archive, wheel and lock file into ``folder``, where the source wheel and Pyodide's lock file stand.

    ``own``: the folder of our modules; ``whole``: the whole standard library; ``seen``: the files in it to take.
    """
    from pyodide_build._py_compile import _py_compile_archive_dir
    from pyodide_lock import PyodideLockSpec
    from pyodide_lock.utils import add_wheels_to_spec

    work = Path(folder)
    _write_source(work / STDLIB, Path(own), Path(whole), seen)
    lock = PyodideLockSpec.from_json(work / LOCK)
    lock.packages = {}
    add_wheels_to_spec(lock, sorted(work.glob("*.whl"))).to_json(work / LOCK)
    _py_compile_archive_dir(work, keep=False, verbose=False, compression_level=0)
    lock = PyodideLockSpec.from_json(work / LOCK)
    lock.tool = {
        "kennisbank": {
            "traced": {"file_name": STDLIB, "sha256": _digest(work / STDLIB)},
            "whole": {"file_name": Path(whole).name, "sha256": _digest(Path(whole))},
        }
    }
    lock.to_json(work / LOCK)


def _write_source(target: Path, own: Path, whole: Path, seen: list[str]) -> None:
    with zipfile.ZipFile(whole) as library, zipfile.ZipFile(target, "w") as archive:
        names = [name for name in library.namelist() if name.endswith(".py") and not name.startswith("site-packages/")]
        left = sorted(module_name(name) for name in set(names) - set(seen))
        texts = {name: library.read(name).decode() for name in seen}
        texts |= {name: (own / name).read_text(encoding="utf-8") for name in OWN}
        texts["left_out.py"] = f"NAMES = frozenset({json.dumps(left)})\n"
        for name in sorted(texts):
            archive.writestr(zipfile.ZipInfo(name, OLDEST), texts[name])
    importlib.invalidate_caches()


def module_name(path: str) -> str:
    """What to import for the file at ``path`` in an archive."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
