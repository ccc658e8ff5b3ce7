"""A page that is opened once and looked at by many tests, none of which changes what stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page, Response, ViewportSize

from tests.browser.recorder import Visit

WINDOW = ViewportSize(width=1280, height=800)


@dataclass(frozen=True)
class Seen:
    """The answer of the server, what the whole page weighed on the wire, and the page itself."""

    visit: Visit
    response: Response
    bytes: int

    def page(self) -> Page:
        """The page as it was when it was opened, whatever a test did to its looks."""
        page = self.visit.page
        page.set_viewport_size(WINDOW)
        page.emulate_media(color_scheme="light", media="screen", reduced_motion="no-preference", forced_colors="none")
        page.evaluate(
            "() => { document.adoptedStyleSheets = []; document.activeElement.blur();"
            " scrollTo({ top: 0, behavior: 'instant' }); }"
        )
        return page


def see(browser: Browser, url: str, path: str) -> Seen:
    """Open the page at ``path``, from top to bottom, with nothing in the cache."""
    visit = Visit(url, browser.new_context(viewport=WINDOW))
    weights: dict[str, int] = {}

    def weigh(event: dict[str, Any]) -> None:
        weights[event["requestId"]] = int(event["encodedDataLength"])

    cdp = visit.context.new_cdp_session(visit.page)
    cdp.on("Network.loadingFinished", weigh)
    cdp.send("Network.enable")
    cdp.send("Network.setCacheDisabled", {"cacheDisabled": True})
    response = visit.go(path)
    visit.page.mouse.wheel(0, 10_000)
    visit.settle()
    cdp.detach()
    return Seen(visit, response, sum(weights.values()))
