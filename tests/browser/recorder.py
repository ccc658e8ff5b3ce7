"""A visit to the site of which everything that the browser says and asks is written down."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, Route

Thing = TypeVar("Thing")
#: Milliseconds; as long as the tools themselves wait for Python on a busy machine.
PATIENCE = 60_000


def wait_for_scripts(page: Page) -> None:
    """Wait for the scripts of the page's parts, which come after its "load"; not where it stands without JavaScript."""
    page.wait_for_selector("html.no-js, html:not(:has(:not(:defined)))", state="attached")


def wait_until(page: Page, holds: Callable[[], object], otherwise: str) -> None:
    """Wait for what no locator can tell; fails with the sentence ``otherwise``."""
    end = monotonic() + PATIENCE / 1000
    while not holds():
        assert monotonic() < end, otherwise
        page.wait_for_timeout(20)


class Visit:
    """One reader's browser: its page, every request (workers included) and every line of the console."""

    def __init__(self, url: str, context: BrowserContext) -> None:
        self.url = url
        self.context = context
        self.requests: list[Request] = []
        self.failed: list[Request] = []
        self.responses: list[Response] = []
        self.messages: list[ConsoleMessage] = []
        self.errors: list[str] = []
        self.sockets: list[str] = []
        self.held: list[Route] = []
        self.holding = False
        context.on("request", _into(self.requests))
        context.on("requestfailed", _into(self.failed))
        context.on("response", _into(self.responses))
        context.on("console", _into(self.messages))
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        self.page = context.new_page()
        self.page.on("websocket", lambda socket: self.sockets.append(socket.url))

    def go(self, path: str, *, ready: bool = True) -> Response:
        """Open the page at ``path`` (from the root of the site); ``ready``: with the scripts that answer its parts."""
        response = self.page.goto(self.url + path)
        assert response is not None
        if ready:
            wait_for_scripts(self.page)
        return response

    def settle(self) -> None:
        """Wait until nothing is asked for any more."""
        self.page.wait_for_load_state("networkidle")

    def hold(self, pattern: str) -> None:
        """Leave every request that fits open until ``release``."""

        def keep(route: Route) -> None:
            if self.holding:
                self.held.append(route)
            else:
                route.continue_()

        self.holding = True
        self.page.route(pattern, keep)

    def release(self) -> None:
        """Let the held requests go on, and those after them. Waits for the first, which a busy machine asks late."""
        wait_until(self.page, lambda: self.held, "nothing was asked for that could be held")
        self.holding = False
        while self.held:
            self.held.pop().continue_()

    def close(self) -> None:
        """End the visit, and with it every request that is still held."""
        while self.held:
            self.held.pop().abort()
        self.context.close()

    def asked(self, part: str) -> list[str]:
        """The addresses that were asked for and contain ``part``."""
        return [request.url for request in self.requests if part in request.url]

    def complaints(self) -> list[str]:
        """All that is not as it should be; a page that is not there makes Chromium complain once about itself."""
        page = self.page.url.partition("#")[0]
        not_there = any(response.url == page and response.status == 404 for response in self.responses)
        said = [
            f"console {message.type}: {message.text}"
            for message in self.messages
            if not (not_there and message.location["url"] == page and "status of 404" in message.text)
        ]
        failed = [f"failed: {request.url} {request.failure}" for request in self.failed]
        wrong = [
            f"{response.status}: {response.url}"
            for response in self.responses
            if response.status >= 400 and response.url != page
        ]
        return said + self.errors + failed + wrong


def _into(notes: list[Thing]) -> Callable[[Thing], None]:
    """Playwright marks its handlers, which a list's own ``append`` does not allow."""

    def note(thing: Thing) -> None:
        notes.append(thing)

    return note
