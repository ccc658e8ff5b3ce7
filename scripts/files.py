"""Reads single files of a content root; faults become problems, never exceptions."""

from __future__ import annotations

from pathlib import Path

from scripts.problems import Problem
from scripts.yaml_lines import Document, parse


def name_of(file: Path) -> str:
    """How messages name ``file``: from the working folder where it lies in it."""
    file = file.resolve()
    here = Path.cwd()
    return file.relative_to(here).as_posix() if file.is_relative_to(here) else file.as_posix()


def read(file: Path, problems: list[Problem]) -> str | None:
    """The text of ``file``, or None with a problem where it is not UTF-8."""
    try:
        return file.read_text(encoding="utf-8-sig")  # Windows editors put a mark in front
    except UnicodeDecodeError as fault:
        line = file.read_bytes()[: fault.start].count(b"\n") + 1
        problems.append(Problem(name_of(file), line, "this is not UTF-8 text", "Save the file as UTF-8."))
        return None


def document(file: Path, problems: list[Problem]) -> Document | None:
    """The parsed ``file``, or None with a problem where nothing of it can be read."""
    text = read(file, problems)
    if text is None:
        return None
    parsed = parse(text, name_of(file))
    problems += parsed.problems
    return None if parsed.problems and parsed.data is None else parsed


def mapping(file: Path, problems: list[Problem]) -> Document | None:
    """The parsed ``file`` if it holds a mapping, or None with a problem."""
    parsed = document(file, problems)
    if parsed is None or isinstance(parsed.data, dict):
        return parsed
    what = "the file holds no list of 'name: …' entries"
    problems.append(Problem(parsed.file, 1, what, "Start each entry with its id and a colon."))
    return None


def front_and_body(file: Path, problems: list[Problem]) -> tuple[Document, str, int] | None:
    """Front matter, body and first line of the body of a page; None with a problem where there is no front matter."""
    text = read(file, problems)
    if text is None:
        return None
    head, mark, body = text.removeprefix("---\n").partition("\n---\n") if text.startswith("---\n") else ("", "", text)
    if not mark:
        what = "the page has no front matter between two lines of ---"
        problems.append(Problem(name_of(file), 1, what, "Start the page with ---, its fields, and ---."))
        return None
    front = parse(head, name_of(file), first_line=2)
    problems += front.problems
    return front, body, head.count("\n") + 4
