"""Made-up sessions for the tests of the tools."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.tools.made_up import AWKWARD, Definition, anything
from tools.sessions import LISTS, MOST_MINUTES, PART_LISTS

Session = dict[str, Any]

#: The casussen of the site, as the session tools want them.
CASUS: Definition = {"casus": {"riaz": {}, "birhan": {}}}
#: What a text may not hold in the end: control characters, ends of lines, halves of characters.
UNWANTED = "\x00\x1b\x7f\x85\t\r\n\x0b\x1c\u2028\ud800\udc00"


def _one_line() -> st.SearchStrategy[str]:
    return st.text(AWKWARD, max_size=40).map(lambda text: " ".join(text.split()))


def _lines() -> st.SearchStrategy[list[str]]:
    return st.lists(_one_line().filter(bool), max_size=4)


def _some(fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """Some of ``fields``, each only if it holds something."""
    found = st.fixed_dictionaries({}, optional=fields)
    return found.map(lambda given: {name: value for name, value in given.items() if value})


def sessions() -> st.SearchStrategy[Session]:
    """Any sound session with at least one field."""
    part = {
        "minutes": st.integers(1, MOST_MINUTES),
        "title": _one_line(),
        "casus": st.sampled_from(sorted(CASUS["casus"])),
        **dict.fromkeys(PART_LISTS, _lines()),
    }
    session = {
        "title": _one_line(),
        "for": _one_line(),
        "starts": st.times().map(lambda time: f"{time:%H:%M}"),
        **dict.fromkeys(LISTS, _lines()),
        "parts": st.lists(_some(part).filter(bool), max_size=5),
    }
    return _some(session).map(lambda found: found or {"title": "Één uur"})


def unsound_sessions() -> st.SearchStrategy[Session]:
    """What looks like a session and holds anything, sound now and then."""
    text = st.text(AWKWARD + UNWANTED, max_size=40)
    value = anything() | text | text.map(lambda short: short * 100) | st.lists(text | anything(), max_size=70)
    part = {"minutes": st.integers() | value, "casus": st.just("riaz") | value, "title": value}
    parts = st.lists(_given({**part, **dict.fromkeys(PART_LISTS, value)}) | anything(), max_size=4)
    session = dict.fromkeys(["title", "for", "starts", "weg", *LISTS], value)
    return _given({**session, "parts": parts | value})


def _given(fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)
