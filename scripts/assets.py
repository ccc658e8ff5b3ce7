"""Static files of our own: one style sheet, the scripts, fonts and drawings, in a folder named after their content."""

from __future__ import annotations

import hashlib
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "overrides" / "assets"
FONTS = ROOT / "node_modules" / "@fontsource-variable" / "atkinson-hyperlegible-next" / "files"
FONT_FILES = (
    "atkinson-hyperlegible-next-latin-wght-normal.woff2",
    "atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
)
STYLES = ("tokens.css", "look.css", "site.css", "print.css")
FAVICON = "gesprek.svg"  # the other drawings stand in the pages themselves
PICTOGRAMS = frozenset(file.stem for file in (SOURCE / "icons").glob("*.svg") if not file.stem.startswith("teken-"))


class MissingAsset(Exception):
    """A file that npm should have brought is not there."""


def collect() -> dict[str, bytes]:
    """Every static file by its path below the static folder."""
    files = {"css/kennisbank.css": b"".join((SOURCE / "css" / name).read_bytes() for name in STYLES)}
    files |= {f"js/{file.name}": file.read_bytes() for file in sorted((SOURCE / "js").glob("*.js"))}
    files[f"icons/{FAVICON}"] = (SOURCE / "icons" / FAVICON).read_bytes()
    for name in FONT_FILES:
        if not (FONTS / name).is_file():
            raise MissingAsset(f"{name} is not there. Run 'npm ci' in the project folder.")
        files[f"fonts/{name}"] = (FONTS / name).read_bytes()
    return files


def folder_name(kind: str, files: dict[str, bytes]) -> str:
    """``kind/<hash>``: the name changes when any of the files does, so that browsers may keep them for ever."""
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + hashlib.sha256(files[name]).digest())
    return f"{kind}/{digest.hexdigest()[:12]}"
