"""Reads our own source: what modules import, and what stands in the strings of a script."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.conftest import ROOT

MODULES = sorted([*(ROOT / "tools").rglob("*.py"), *(ROOT / "scripts").rglob("*.py")])
#: A piece of JavaScript: a comment, a string, a regular expression after something that is no value, or one character.
PIECE = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)
      | (?P<regex>(?<=[(,=:\[!&|?{};])\s*/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n\[])+/[a-z]*)
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
HOLE = re.compile(r"\$\{[^}]*\}")


def name_of(file: Path) -> str:
    """``file`` as seen from the project folder."""
    return file.relative_to(ROOT).as_posix()


@cache
def tree(file: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def imports(file: Path) -> set[str]:
    """The full names of all modules that ``file`` imports, wherever in it."""
    found = set()
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(("." * node.level) + (node.module or ""))
    return found


def strings(file: Path) -> Iterator[tuple[int, str]]:
    """Line and value of every string of ``file`` that is no docstring."""
    docs = set()
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0] if node.body else None
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                docs.add(id(first.value))
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.lineno, node.value


def script_strings(text: str) -> list[str]:
    """The string literals of a JavaScript text, without what is put into them."""
    return [HOLE.sub(" ", match["string"][1:-1]) for match in PIECE.finditer(text) if match["string"]]


def script_code(text: str) -> str:
    """A JavaScript text without its comments."""
    return "".join("" if match["comment"] else match[0] for match in PIECE.finditer(text))
