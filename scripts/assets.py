"""Static files of our own: one style sheet, the scripts, fonts and drawings, in a folder named after their content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from scripts import fonts

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "overrides" / "assets"
STYLES = ("tokens.css", "look.css", "site.css", "signals.css", "route.css", "casus.css", "table.css", "print.css")
FAVICON = "gesprek.svg"  # the other drawings stand in the pages themselves
PICTOGRAMS = frozenset(file.stem for file in (SOURCE / "icons").glob("*.svg") if not file.stem.startswith("teken-"))


def collect(few_words: Mapping[str, Iterable[str]]) -> dict[str, bytes]:
    """Every static file by its path below the static folder; ``few_words`` as fonts.collect takes them.

    Raises MissingAsset.
    """
    files = {"css/kennisbank.css": b"".join((SOURCE / "css" / name).read_bytes() for name in STYLES)}
    files |= {f"js/{file.name}": file.read_bytes() for file in sorted((SOURCE / "js").glob("*.js"))}
    files[f"icons/{FAVICON}"] = (SOURCE / "icons" / FAVICON).read_bytes()
    return files | {f"fonts/{name}": data for name, data in fonts.collect(few_words).items()}


def folder_name(kind: str, files: dict[str, bytes]) -> str:
    """``kind/<hash>``: the name changes when any of the files does, so that browsers may keep them for ever."""
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + hashlib.sha256(files[name]).digest())
    return f"{kind}/{digest.hexdigest()[:12]}"
