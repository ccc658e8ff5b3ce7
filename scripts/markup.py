"""Reads authored Markdown: sections with their claims, macros, links. Knows nothing of data or templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from scripts.content import Page

HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*(?:\{(#[^}]*)\})?\s*$")
ATTRIBUTE = re.compile(r"""#(?P<id>[\w.-]+)|(?P<key>\w+)="(?P<value>[^"]*)\"""")
MACRO = re.compile(r"\{\{\s*(\w+)\(([^)]*)\)\s*\}\}")
ARGUMENT = re.compile(r'"([^"]*)"')
LINK = re.compile(r"""\]\(([^)\s]+)(?:\s+["'][^)]*)?\)|^\[[^\]]+\]:\s*(\S+)""")
BRACES = re.compile(r"\{\{.*?(?:\}\}|$)|\}\}")
HEADING_WITHOUT_SPACE = re.compile(r"^#{1,6}[^#\s].*")
FORBIDDEN = re.compile(r"<[a-zA-Z/!][^>]*>?|!\[[^\]]*\]\([^)]*\)?|(?<!!)\[[^\]]*\]\(\s*\)")
UNDERLINE = re.compile(r"^(?:=+|-+)\s*$")


@dataclass
class Macro:
    """A call such as ``{{ tip("dossier") }}`` and where it stands."""

    name: str
    arguments: list[str]
    line: int


@dataclass
class Section:
    """A part of a page under one ``##`` heading; the part before the first has no id."""

    id: str = ""
    title: str = ""
    line: int = 0
    covers: list[str] = field(default_factory=list)
    citations: list[dict[str, str]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    of: str = ""
    body: str = ""


def sections(page: Page) -> list[Section]:
    """The page's body cut at its ``##`` headings; the first section is the lead and may be empty."""
    found = [Section(line=page.body_line)]
    lines: list[list[str]] = [[]]
    for number, line in enumerate(page.body.split("\n"), page.body_line):
        match = HEADING.match(line)
        if match and match[1] == "##":
            found.append(_section(match, number))
            lines.append([])
        else:
            lines[-1].append(line)
    for section, body in zip(found, lines, strict=True):
        section.body = "\n".join(body)
    return found


def headings(page: Page) -> Iterator[tuple[int, int, str, str]]:
    """Line, level, text and id ('' where it has none) of every heading of the page."""
    for number, line in _lines(page):
        match = HEADING.match(line)
        if match:
            yield number, len(match[1]), match[2], _section(match, number).id


def subsections(page: Page) -> Iterator[Section]:
    """The headings below ``##``, with the attributes that they carry; no body."""
    for number, line in _lines(page):
        match = HEADING.match(line)
        if match and len(match[1]) > 2:
            yield _section(match, number)


def odd_headings(page: Page) -> Iterator[tuple[int, str]]:
    """Line and text of what Markdown may read as a heading and we do not: ``##Kop``, and underlined lines."""
    before = ""
    for number, line in _lines(page):
        if HEADING_WITHOUT_SPACE.match(line):
            yield number, line.strip("# ")
        if UNDERLINE.match(line) and before.strip() and not before.lstrip().startswith(("|", "-", "#")):
            yield number - 1, before
        before = line


def macros(page: Page) -> Iterator[Macro]:
    """Every macro call of the page's body."""
    for number, line in _lines(page):
        yield from macros_in(line, number)


def macros_in(text: str, line: int) -> Iterator[Macro]:
    """Every macro call in ``text``, which stands on ``line``."""
    for match in MACRO.finditer(text):
        yield Macro(match[1], ARGUMENT.findall(match[2]), line)


def facts_in(text: str) -> list[str]:
    """The facts that ``text`` shows, sorted."""
    return sorted(name for macro in macros_in(text, 0) if macro.name == "fact" for name in macro.arguments[:1])


def odd_braces(text: str) -> list[str]:
    """Pieces of ``text`` with double braces that are no macro call."""
    return BRACES.findall(MACRO.sub("", text))


def forbidden_in(text: str) -> list[str]:
    """What an author may not write in ``text``: HTML, images, links to nowhere."""
    return FORBIDDEN.findall(text)


def links(page: Page) -> Iterator[tuple[int, str]]:
    """Line and target of every Markdown link of the page's body."""
    for number, line in _lines(page):
        for target in links_in(line):
            yield number, target


def links_in(text: str) -> list[str]:
    """The targets of the Markdown links in ``text``."""
    return [match[1] or match[2] for match in LINK.finditer(text)]


def _lines(page: Page) -> Iterator[tuple[int, str]]:
    return enumerate(page.body.split("\n"), page.body_line)


def _section(match: re.Match[str], line: int) -> Section:
    section = Section(title=match[2], line=line)
    rest = ATTRIBUTE.sub("", match[3] or "").strip()
    section.unknown += [rest] if rest else []
    for attribute in ATTRIBUTE.finditer(match[3] or ""):
        if attribute["id"]:
            section.id = attribute["id"]
        elif attribute["key"] == "covers":
            section.covers = attribute["value"].split()
        elif attribute["key"] == "of":
            section.of = attribute["value"]
        elif attribute["key"] == "source":
            section.citations = [_citation(part) for part in attribute["value"].split(";") if part.strip()]
        else:
            section.unknown.append(attribute["key"])
    return section


def _citation(text: str) -> dict[str, str]:
    source, _, place = text.partition(":")
    return {"id": source.strip(), "at": place.strip()}
