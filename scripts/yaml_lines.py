"""Reads YAML strictly and remembers the line of every value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from scripts.problems import Problem

Path = tuple[str | int, ...]
PLAIN = {"str": str, "int": int, "bool": bool, "null": type(None)}
FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
CHECK_AROUND = "Check the indentation, the quotes and the colons around this line."


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
    reader = _Reader(Document(file), first_line)
    try:
        node = _compose(text)
    except yaml.reader.ReaderError as fault:
        what = f"this is not valid YAML (a character that may not stand here: #x{fault.character:04x})"
        reader.tell(text[: fault.position].count("\n"), what, "Take this character out.")
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        reason = getattr(fault, "problem", None) or str(fault).split("\n")[0]
        reader.tell(mark.line if mark else 0, f"this is not valid YAML ({reason})", CHECK_AROUND)
    else:
        if node is not None:
            reader.document.data = reader.value(node, (), ())
    return reader.document


def _compose(text: str) -> yaml.Node | None:
    """The tree of ``text``. libyaml is ten times as fast; what it refuses is read again, for a fault in known words."""
    try:
        return yaml.compose(text, Loader=FAST)
    except yaml.YAMLError:
        return yaml.compose(text, Loader=yaml.SafeLoader)


class _Reader:
    """Turns nodes into values, noting lines and faults in the document."""

    def __init__(self, document: Document, first_line: int) -> None:
        self.document = document
        self.first_line = first_line

    def tell(self, line: int, what: str, todo: str) -> None:
        self.document.problems.append(Problem(self.document.file, self.first_line + line, what, todo))

    def value(self, node: yaml.Node, path: Path, above: tuple[yaml.Node, ...]) -> Any:
        line = node.start_mark.line
        self.document.lines[path] = self.first_line + line
        if any(node is other for other in above):
            self.tell(line, "this entry holds itself", "Take the * reference away.")
            return None
        above = (*above, node)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path, above)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*path, number), above) for number, child in enumerate(node.value)]
        return self.plain(node, line)

    def plain(self, node: yaml.Node, line: int) -> Any:
        kind = node.tag.rsplit(":", 1)[-1]
        in_quotes = f'Put it in quotes: "{node.value}".'
        if kind == "str":
            return str(node.value)
        if kind not in PLAIN:
            what = f"'{node.value}' is read as a {kind}"
            self.tell(line, f"{what}, and only text, whole numbers, true, false and null are allowed", in_quotes)
            return str(node.value)
        try:
            return yaml.SafeLoader("").construct_object(node)
        except (ValueError, KeyError):
            self.tell(line, f"'{node.value}' is no {kind}", in_quotes)
            return str(node.value)

    def mapping(self, node: yaml.MappingNode, path: Path, above: tuple[yaml.Node, ...]) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            line = key_node.start_mark.line
            if key in result:
                first = self.document.line((*path, key))
                what = f"'{key}' stands twice, first on line {first}"
                self.tell(line, what, "Rename one of the two or remove it.")
                continue
            result[key] = self.value(value_node, (*path, key), above)
            self.document.lines[(*path, key)] = self.first_line + line
        return result
