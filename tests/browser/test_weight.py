"""A page stays light: few requests and few bytes over the wire, fonts included, with nothing in the cache."""

from __future__ import annotations

import pytest

from tests.browser.addresses import PAGES
from tests.browser.conftest import Look

pytestmark = pytest.mark.browser

MOST_BYTES = 150_000
#: Page, style, four to seven scripts, the icon, the font of the page, and two tiny ones for the names of the languages.
MOST_REQUESTS = 13


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_a_page_takes_less_than_150_kb_and_at_most_13_requests(look: Look, language: str, kind: str) -> None:
    seen = look(language, kind)
    requests = len(seen.visit.requests)
    print(f"\n{language} {kind}: {seen.bytes / 1000:.1f} kB in {requests} requests")
    assert 10_000 < seen.bytes < MOST_BYTES
    assert 3 < requests <= MOST_REQUESTS
