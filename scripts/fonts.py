"""The fonts of the site: whole files where they are small, and cut to the letters that our languages write with.

They come out of npm packages (package.json). Cutting takes seconds, so what was cut is kept in ``.build/cache``.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import fontTools
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from scripts.problems import MissingAsset

PACKAGES = Path(__file__).parent.parent / "node_modules" / "@fontsource-variable"
CACHE = Path(".build/cache/fonts")
#: The weights that the site uses; a narrower axis makes a smaller file.
WEIGHTS = (400, 700)


@dataclass(frozen=True)
class Font:
    """A font file of a package, the letters to keep (None: all); for a few words the name and range of its script."""

    package: str
    file: str
    keep: range | None = None
    names: str = ""
    letters: range = range(0)

    @property
    def source(self) -> Path:
        """Where npm put it."""
        return PACKAGES / self.package / "files" / self.file

    @property
    def target(self) -> str:
        """Its name in the site."""
        return self.file


LATIN = "atkinson-hyperlegible-next"
FONTS = (
    Font(LATIN, "atkinson-hyperlegible-next-latin-wght-normal.woff2", keep=range(0x20, 0x2300)),
    Font(LATIN, "atkinson-hyperlegible-next-latin-ext-wght-normal.woff2"),
    Font("vazirmatn", "vazirmatn-arabic-wght-normal.woff2", names="arabic", letters=range(0x0600, 0x0700)),
    Font(
        "noto-sans-ethiopic",
        "noto-sans-ethiopic-ethiopic-wght-normal.woff2",
        keep=range(0x1200, 0x1380),
        names="ethiopic",
        letters=range(0x1200, 0x13A0),
    ),
)


def collect(few_words: Mapping[str, Iterable[str]]) -> dict[str, bytes]:
    """Every font file by its name, and tiny ones ``<use>-<script>.woff2`` with the letters of ``few_words[use]``.

    A Dutch page shows the names of the languages, and the page for wrong addresses a few sentences in each; they
    should not load whole fonts for that. Raises MissingAsset.
    """
    files = {}
    written = {use: {ord(letter) for text in texts for letter in text} for use, texts in few_words.items()}
    for font in FONTS:
        if not font.source.is_file():
            raise MissingAsset(f"{font.file} is not there. Run 'npm ci' in the project folder.")
        files[font.target] = cut(font.source, font.keep) if font.keep else font.source.read_bytes()
        for use, known in written.items():
            letters = sorted(known.intersection(font.letters))
            if letters:
                files[f"{use}-{font.names}.woff2"] = cut(font.source, letters)
        licence = font.source.parent.parent / "LICENSE"
        files[f"{font.package}-licence.txt"] = licence.read_bytes()
    return files


def cut(source: Path, letters: Iterable[int]) -> bytes:
    """``source`` with only ``letters`` (code points) and our weights, as woff2; the same bytes every time."""
    wanted = list(letters)
    key = hashlib.sha256(source.read_bytes() + repr((wanted, WEIGHTS, fontTools.version)).encode()).hexdigest()[:32]
    kept = CACHE / f"{key}.woff2"
    if not kept.is_file():
        CACHE.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=CACHE) as folder:  # of its own: builds beside each other cut the same font
            fresh = Path(folder) / kept.name
            fresh.write_bytes(_cut(source, wanted))
            fresh.replace(kept)
    return kept.read_bytes()


def _cut(source: Path, letters: list[int]) -> bytes:
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(layout_features=["*"], hinting=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    low, high = WEIGHTS
    font = instancer.instantiateVariableFont(font, {"wght": (low, high)})
    font.flavor = "woff2"
    packed = io.BytesIO()
    font.save(packed)
    return packed.getvalue()
