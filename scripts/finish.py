"""Turns what MkDocs wrote into the site: our files in place, a search index per language, all precompressed."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import json
import os
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from scripts.languages import Language

COMPRESSED = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".wasm", ".zip", ".whl", ".txt"}
#: What Material brings and our frame does not use; its search worker stays.
UNUSED = (
    "assets/javascripts/bundle.*",
    "assets/javascripts/lunr",
    "assets/stylesheets",
    "assets/images",
    "**/*.map",
    "assets/css",
    "assets/js",
    "assets/icons",
    "widgets",
    "sitemap.xml.gz",
    "404.html.gz",
)
MIN_BYTES = 256


def prune(site: Path) -> None:
    """Remove theme files that no page uses."""
    for pattern in UNUSED:
        for path in list(site.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def split_search(site: Path, languages: dict[str, Language]) -> None:
    """Make one index per language out of MkDocs' single one, addresses counted from that language's root.

    A reader of one language finds pages in that language only, and loads no other.
    """
    whole_file = site / "search" / "search_index.json"
    whole = json.loads(whole_file.read_text(encoding="utf-8"))
    prefixes = tuple(language.prefix for language in languages.values() if language.prefix)
    for language in languages.values():
        docs = [
            {**entry, "location": entry["location"].removeprefix(language.prefix)}
            for entry in whole["docs"]
            if (
                entry["location"].startswith(language.prefix)
                if language.prefix
                else not entry["location"].startswith(prefixes)
            )
        ]
        # No stemmer: measured, they made results worse (docs/_project/decisions). Lang en loads no extra script.
        index = {"config": whole["config"] | {"lang": ["en"], "pipeline": []}, "docs": docs}
        text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        (site / "search" / f"{language.locale}.json").write_text(text, encoding="utf-8")
    whole_file.unlink()


def compress(site: Path) -> None:
    """Write a .br and a .gz beside every file that gains from it; the same bytes on every machine."""
    files = [file for file in sorted(site.rglob("*")) if file.is_file() and file.suffix in COMPRESSED]
    with ThreadPoolExecutor() as pool:
        list(pool.map(_compress, files))


def _compress(file: Path) -> None:
    data = file.read_bytes()
    if len(data) < MIN_BYTES:
        return
    large = len(data) > 1_000_000
    for ending, packed in (
        (".br", brotli.compress(data, quality=10 if large else 11, lgwin=22)),
        (".gz", gzip.compress(data, compresslevel=9, mtime=0)),
    ):
        if len(packed) < len(data):
            file.with_name(file.name + ending).write_bytes(packed)


def place(files: dict[str, bytes], cache: Path, folder: Path) -> None:
    """Put ``files`` and their compressed twins into ``folder``, compressing only what ``cache`` does not hold yet."""
    with ThreadPoolExecutor() as pool:
        kept = list(pool.map(lambda name: _keep(files[name], name, cache), files))
    for name, source in zip(files, kept, strict=True):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        for ending in ("", ".br", ".gz"):
            if source.with_name(source.name + ending).is_file():
                _link(str(source) + ending, str(target) + ending)


def _keep(data: bytes, name: str, cache: Path) -> Path:
    """The file in ``cache`` that holds ``data``, compressed beside it; made where it is not there yet."""
    kept = cache / hashlib.sha256(Path(name).suffix.encode() + b"\0" + data).hexdigest()[:32]
    if not kept.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(dir=cache))
        file = fresh / f"file{Path(name).suffix}"
        file.write_bytes(data)
        if file.suffix in COMPRESSED:
            _compress(file)
        with contextlib.suppress(OSError):  # another build was first, with the same bytes
            fresh.rename(kept)
        shutil.rmtree(fresh, ignore_errors=True)
    return kept / f"file{Path(name).suffix}"


def swap(new: Path, out: Path) -> None:
    """Put ``new`` in the place of ``out``; at no moment is there half a site."""
    old = new.with_name("old-site")
    shutil.rmtree(old, ignore_errors=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    if out.exists():
        shutil.move(out, old)
    shutil.move(new, out)
    shutil.rmtree(old, ignore_errors=True)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # another disk, or a file system without links
        shutil.copyfile(source, target)
