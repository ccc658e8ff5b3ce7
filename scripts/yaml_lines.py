"""Reads YAML strictly and remembers the line of every value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from scripts.problems import Problem

Path = tuple[str | int, ...]
PLAIN = {"str": str, "int": int, "bool": bool, "null": type(None)}


@dataclass
class Document:
    """A parsed file: its data, the line of each path in it, and what was wrong with it."""

    file: str
    data: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """The line of the value at ``path``, or of its nearest parent that has one."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def parse(text: str, file: str, first_line: int = 1) -> Document:
    """Parse ``text``; faults become problems of the document, never an exception.

    Only mappings, lists, strings, integers, booleans and null: a bare date or a number with a point must be
    quoted, and a key may stand only once. ``first_line`` is the line of ``file`` on which the text starts.
    """
    document = Document(file)
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        line = first_line + (mark.line if mark else 0)
        reason = getattr(fault, "problem", None) or str(fault).split("\n")[0]
        todo = "Check the indentation, the quotes and the colons around this line."
        document.problems.append(Problem(file, line, f"this is not valid YAML ({reason})", todo))
        return document
    if node is not None:
        document.data = _value(node, (), document, first_line)
    return document


def _value(node: yaml.Node, path: Path, document: Document, first_line: int) -> Any:
    line = first_line + node.start_mark.line
    document.lines[path] = line
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, document, first_line)
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, (*path, n), document, first_line) for n, child in enumerate(node.value)]
    kind = node.tag.rsplit(":", 1)[-1]
    if kind not in PLAIN:
        what = f"'{node.value}' is read as a {kind}, and only text, whole numbers, true, false and null are allowed"
        document.problems.append(Problem(document.file, line, what, f'Put it in quotes: "{node.value}".'))
        return str(node.value)
    return yaml.SafeLoader("").construct_object(node)


def _mapping(node: yaml.MappingNode, path: Path, document: Document, first_line: int) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        line = first_line + key_node.start_mark.line
        if key in result:
            first = document.line((*path, key))
            what = f"'{key}' stands twice, first on line {first}"
            document.problems.append(Problem(document.file, line, what, "Rename one of the two or remove it."))
            continue
        result[key] = _value(value_node, (*path, key), document, first_line)
        document.lines[(*path, key)] = line
    return result
