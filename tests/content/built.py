"""Reads the built pages as a browser would, for tests that ask what a reader finds on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import yaml

from scripts.casus import PARTS
from scripts.languages import languages
from scripts.translations import SOURCE
from tests.conftest import ROOT

#: Elements that hold no sentences of the page.
NOT_READ = {"script", "style", "template", "svg"}
#: Elements that a sentence does not run across.
BLOCKS = {"p", "li", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "caption", "legend", "summary"}
SENTENCE = re.compile(r"(?<=[.!?\u2026])[\u2019\u201d\")]*\s+")


@dataclass(frozen=True)
class Built:
    """One page of the built site; ``address`` counts from the root of the site."""

    address: str
    file: Path
    language: str

    @cached_property
    def root(self) -> Element:
        """The html element."""
        parsed: Element = html5lib.parse(self.file.read_bytes(), namespaceHTMLElements=False)
        return parsed

    @property
    def main(self) -> Element:
        """What stands between header and footer."""
        return next(self.root.iter("main"))

    @cached_property
    def ids(self) -> list[str]:
        """Every id of the page, in order."""
        return [element.attrib["id"] for element in self.root.iter() if "id" in element.attrib]


def read_pages(site: Path) -> dict[str, Built]:
    """Every page of ``site`` by its address; the page for wrong addresses is ``404.html``."""
    known = languages(ROOT / "mkdocs.yml")
    pages = {}
    for file in sorted(site.rglob("*.html")):
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        prefixes = [lang for lang in known.values() if lang.prefix and address.startswith(lang.prefix)]
        pages[address] = Built(address, file, prefixes[0].locale if prefixes else SOURCE)
    return pages


def is_paper(address: str) -> bool:
    """Whether this is the assignment or the notes of a casus; who searches finds the casus itself."""
    return any(end and address.endswith(f"{end}/") for end in PARTS.values())


def text_of(element: Element, leave_out: tuple[str, ...] = ()) -> str:
    """The words of ``element`` in reading order, without those in elements of the classes ``leave_out``."""
    return " ".join("".join(_pieces(element, leave_out)).split())


def said_in(element: Element, language: str) -> Iterator[tuple[str, str]]:
    """Every piece of text in ``element`` with the language that it is said to be in; ``language`` is that around it."""
    language = element.attrib.get("lang", language)
    if element.text and element.text.strip():
        yield " ".join(element.text.split()), language
    for child in element:
        if child.tag not in NOT_READ and isinstance(child.tag, str):
            yield from said_in(child, language)
        if child.tail and child.tail.strip():
            yield " ".join(child.tail.split()), language


def blocks_of(element: Element) -> Iterator[str]:
    """The text of each paragraph, item or cell in ``element`` that holds no other one."""
    for block in _read(element):
        if block.tag in BLOCKS and not any(below.tag in BLOCKS for below in list(block.iter())[1:]):
            yield text_of(block)


def sentences_of(text: str) -> list[str]:
    """The sentences of ``text``."""
    return [sentence for sentence in SENTENCE.split(text.strip()) if sentence]


@cache
def translated_texts(locale: str) -> frozenset[str]:
    """Every text of the catalog of a language."""
    catalog = yaml.safe_load((ROOT / "docs" / "_data" / "i18n" / f"{locale}.yml").read_text(encoding="utf-8"))
    return frozenset(entry["text"] for section in catalog.values() for entry in section.values())


def has_class(element: Element, name: str) -> bool:
    """Whether ``element`` has class ``name``."""
    return name in element.attrib.get("class", "").split()


def _read(element: Element) -> Iterator[Element]:
    yield element
    for child in element:
        if child.tag not in NOT_READ:
            yield from _read(child)


def _pieces(element: Element, leave_out: tuple[str, ...]) -> Iterator[str]:
    space = "\n" if element.tag in BLOCKS else ""
    yield space + (element.text or "")
    for child in element:
        if isinstance(child.tag, str) and child.tag not in NOT_READ and not any(has_class(child, c) for c in leave_out):
            yield from _pieces(child, leave_out)
        yield child.tail or ""
    yield space
