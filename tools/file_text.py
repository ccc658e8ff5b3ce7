"""Reads the text of a file that a reader took along: any text at all gives JSON of ours, or one word for the fault."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

#: The most characters of a text that is read.
LONGEST_TEXT = 1_000_000
#: A file of ours is a few levels deep; far deeper would exhaust the stack of Python in a browser.
DEEPEST = 32
FAULTS = ("too_large", "empty", "cut_off", "not_json", "not_ours", "newer_version")

#: Version → what makes a file of the next version out of it. It meets whatever JSON can hold, and may not raise.
Migrations = Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]]

#: A string, closed or cut off, or a bracket. Takes each character once, however the text is made.
_PIECE = r'"(?:[^"\\]++|\\.?)*+(?P<close>"?)|[\[{]|[\]}]'


class Fault(Exception):
    """The text is no file that the tool can take; the only argument is a word for programs, such as those of FAULTS."""


def parsed(text: str) -> Any:
    """What JSON ``text`` holds; fractions come out as 0.5 and huge numbers small, as no field of ours has any."""
    if len(text) > LONGEST_TEXT:
        raise Fault("too_large")
    text = text.strip("\ufeff\x00 \t\r\n")
    if not text:
        raise Fault("empty")
    opened, unclosed = _shape(text)
    try:
        return json.loads(text, parse_int=_whole, parse_float=_unexpected, parse_constant=_no_number)
    except ValueError as error:
        where = getattr(error, "pos", -1)
        raise Fault("cut_off" if _is_cut_off(text, opened, unclosed, where) else "not_json") from error


def of_today(given: Any, form: str, newest: int, migrations: Migrations) -> dict[str, Any]:
    """``given`` as a file of ``form`` in its ``newest`` version. What is not ours is told before what is too new."""
    if not isinstance(given, dict) or given.get("format") != form:
        raise Fault("not_ours")
    version = given.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Fault("not_ours")
    if version > newest:
        raise Fault("newer_version")
    found: dict[str, Any] = given
    for older in range(version, newest):
        found = migrations[older](found)
    return found


def _shape(text: str) -> tuple[int, int | None]:
    """How many brackets stay open, and where a string begins that has no end. Refuses what is nested too deep."""
    opened = 0
    for piece in re.finditer(_PIECE, text, re.DOTALL):
        if piece[0][0] == '"':
            if not piece["close"]:
                return opened, piece.start()
        else:
            opened += 1 if piece[0] in "[{" else -1
            if opened > DEEPEST:
                raise Fault("not_ours")
    return opened, None


def _is_cut_off(text: str, opened: int, unclosed: int | None, where: int) -> bool:
    """Whether a text that fails at ``where`` was sound as far as it goes: only its end is missing."""
    if not text.startswith("{") or opened < 1 or where < 0:
        return False
    if unclosed is not None:
        return where >= unclosed
    return bool(re.fullmatch(r"[-+.\w]{0,8}\s*", text[where:]))


def _whole(digits: str) -> int:
    """A whole number; one of any length is only told apart as small or large, which costs no time."""
    return int(digits) if len(digits) < 18 else (-1 if digits.startswith("-") else 10**18)


def _unexpected(_digits: str) -> float:
    return 0.5  # no field of ours is a fraction, so its value does not matter


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no JSON")
