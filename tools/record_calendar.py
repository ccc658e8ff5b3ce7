"""Writes the dates of a record as a calendar file (RFC 5545): one whole day for each thing still to be done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tools.checklist import OPEN, TO_DO
from tools.record_days import next_day
from tools.record_fields import plain, word

WIDEST = 75  # octets of a line, RFC 5545 section 3.1
NO_DAY = "19700101"  # stands for the day of making where none is given; the format asks for one


def calendar(_definition: Any, record: dict[str, Any], texts: Any) -> tuple[str, int]:
    """The text of the calendar and the number of its events.

    An event for each question with a date and the answer nee, deels or weet_niet. Its name is the action, or the
    question where the answer is still to be found out; owner and note stand in its description. Its UID follows
    from question and checklist alone, so that a later file moves the event to another day, and tells no machine.
    """
    stamp = (record["made_on"] or NO_DAY).replace("-", "") + "T000000Z"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kennisbank//Checklist 1//NL",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_escaped(word(texts, 'calendar'))}",
    ]
    dated = [(name, item) for name, item in record["items"].items() if "due" in item and item.get("answer") in OPEN]
    for name, item in dated:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_escaped(name)}-{_escaped(record['checklist'])}@kennisbank",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{item['due'].replace('-', '')}",
            f"DTEND;VALUE=DATE:{next_day(item['due']).replace('-', '')}",
            f"SUMMARY:{_escaped(word(texts, 'actions' if item['answer'] in TO_DO else 'asks', name))}",
            *_description(item, texts),
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)), len(dated)


def _description(item: dict[str, str], texts: Any) -> list[str]:
    told = [f"{word(texts, 'columns', field)}: {item[field]}" for field in ("owner", "note") if field in item]
    return ["DESCRIPTION:" + _escaped("\n".join(told))] if told else []


def _escaped(text: str) -> str:
    text = plain(text)
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """``line`` in pieces of at most WIDEST octets, each after the first behind a space; no character is split."""
    piece, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > WIDEST:
            yield piece
            piece, size = " ", 1
        piece, size = piece + character, size + octets
    yield piece
