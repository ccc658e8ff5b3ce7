"""A page stays light: few requests and few bytes over the wire, fonts included, with nothing in the cache."""

from __future__ import annotations

import pytest

from tests.browser.addresses import PAGES
from tests.browser.conftest import Look

pytestmark = pytest.mark.browser

MOST_BYTES = 150_000
#: Page, style, four to seven scripts, the icon, the font of the page, and two tiny ones for the names of the languages.
MOST_REQUESTS = 13
#: A page with a tool is no content page: it brings its form in every state, and the scripts that keep and take along.
TOOLS = {"checklist": (167_000, 19), "route": (195_000, 22), "session": (158_000, 17)}


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_a_page_takes_less_than_150_kb_and_at_most_13_requests_and_a_tool_little_more(
    look: Look, language: str, kind: str
) -> None:
    seen = look(language, kind)
    requests = len(seen.visit.requests)
    print(f"\n{language} {kind}: {seen.bytes / 1000:.1f} kB in {requests} requests")
    most_bytes, most_requests = TOOLS.get(kind, (MOST_BYTES, MOST_REQUESTS))
    assert 10_000 < seen.bytes < most_bytes
    assert 3 < requests <= most_requests
