"""A page stays light: few requests and few bytes over the wire, fonts included, with nothing in the cache."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.addresses import PAGES, address
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

MOST_BYTES = 150_000
MOST_REQUESTS = 12


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_a_page_takes_less_than_150_kb_and_at_most_12_requests(visit: Open, language: str, kind: str) -> None:
    reader = visit()
    cdp = reader.context.new_cdp_session(reader.page)
    weights: dict[str, int] = {}

    def add(event: dict[str, Any]) -> None:
        weights[event["requestId"]] = int(event["encodedDataLength"])

    cdp.on("Network.loadingFinished", add)
    cdp.send("Network.enable")
    cdp.send("Network.setCacheDisabled", {"cacheDisabled": True})
    reader.go(address(language, kind))
    reader.settle()
    total = sum(weights.values())
    print(f"\n{language} {kind}: {total / 1000:.1f} kB in {len(reader.requests)} requests")
    assert weights
    assert total < MOST_BYTES
    assert len(reader.requests) <= MOST_REQUESTS
