"""Lays out the drawing of two networks that overlap: which line of text stands where, in units of the drawing."""

from __future__ import annotations

import unicodedata
from typing import Any

WIDTH = 360
LINE = 24
LABEL = 30
PADDING = 26
FONT = 16
#: How wide a line may be; the shapes are 20 units from the edge and curve inwards at top and bottom.
ROOM = 290
#: Share of the font size that a letter takes on average, by script; measured in the fonts of the site, rounded up.
LETTER = {"ETHIOPIC": 0.78, "ARABIC": 0.52}
LATIN = 0.56


def layout(groups: list[dict[str, Any]]) -> dict[str, Any]:
    """Places for ``groups`` (first, shared, last; each with ``label`` and ``members``), one above the other.

    Returns ``height``; ``first`` and ``last``, the top and bottom of the two overlapping shapes; and ``groups``,
    each with ``label``, its ``y``, and ``lines`` of ``text`` and ``y``; all texts with their ``language`` (or None).
    """
    y = PADDING
    places, edges = [], []
    for group in groups:
        top = y
        y += LABEL
        place = {"label": group["label"], "language": _language(group["label"]), "y": y, "lines": []}
        for member in group["members"]:
            for text in wrap(str(member)):
                y += LINE
                place["lines"].append({"text": text, "language": _language(member), "y": y})
        y += PADDING + LINE // 2
        places.append(place)
        edges.append((top, y))
    first = {"top": 4, "bottom": edges[1][1]}
    last = {"top": edges[1][0], "bottom": edges[2][1]}
    return {"width": WIDTH, "height": y + 4, "first": first, "last": last, "groups": places}


def _language(text: str) -> str | None:
    return getattr(text, "language", None)


def wrap(text: str) -> list[str]:
    """``text`` in lines that fit the drawing; a word longer than that has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer) > ROOM:
            lines.append(word)
        elif lines:
            lines[-1] = longer
        else:
            lines = [word]
    return lines


def width(text: str) -> float:
    """About how wide ``text`` is; rather too wide than too narrow."""
    return FONT * sum(LETTER.get(unicodedata.name(letter, "").partition(" ")[0], LATIN) for letter in text)
