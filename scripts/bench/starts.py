"""From the press on Start to the result: cold, warm and repeated, over each line and with each boot."""

from __future__ import annotations

import statistics
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright
from waitress.server import create_server

from scripts.bench.boots import WITH_EVAL, WITHOUT_EVAL
from scripts.bench.line import Line, Speed
from scripts.bench.memory import of_tab
from scripts.prerequisites import CHROMIUM
from scripts.serve import application

PAGES = Path(__file__).parent / "pages"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]
PATIENCE = 180_000
READY = "kennisbank-checklist.kennisbank-ready"
CHANGES = 40


@dataclass
class Counter:
    """What the server sent since it was last emptied: requests and bytes, bodies only."""

    requests: int = 0
    sent: int = 0

    def taken(self) -> tuple[int, int]:
        """Both numbers; empties the counter."""
        both = self.requests, self.sent
        self.requests = self.sent = 0
        return both


@dataclass
class Start:
    """What one boot took on one line: lists with one entry a run; milliseconds and bytes."""

    cold: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    repeat: list[float] = field(default_factory=list)
    changed: list[float] = field(default_factory=list)
    requests: int = 0
    sent: int = 0
    memory: int = 0

    def median(self, moment: str) -> float:
        """The median of a moment's runs."""
        times: list[float] = getattr(self, moment)
        return statistics.median(times)


@contextmanager
def serving(site: Path, counter: Counter) -> Iterator[int]:
    """Serve ``site`` and count what goes out. Gives the port."""
    plain = application(site.resolve())

    def counting(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            counter.requests += 1
            counter.sent += int(dict(headers).get("Content-Length", 0))
            if environ["PATH_INFO"].startswith("/checklist-pyscript/"):
                headers = [(name, value.replace(WITHOUT_EVAL, WITH_EVAL)) for name, value in headers]
            return start_response(status, headers, *more)

        answer: Iterable[bytes] = plain(environ, start)
        return answer

    server = create_server(counting, listen="127.0.0.1:0", threads=8)
    threading.Thread(target=server.run, daemon=True).start()
    yield int(server.effective_port)
    server.close()


@contextmanager
def reached(speed: Speed, server: int) -> Iterator[str]:
    """The address of the server, over a line of this speed."""
    if not speed.bits:
        yield f"http://127.0.0.1:{server}/"
        return
    line = Line(speed, server)
    yield f"http://127.0.0.1:{line.port}/"
    line.close()


def run(playwright: Playwright, url: str, counter: Counter, start: Start) -> None:
    """One run: a browser with an empty cache, then a new process with that cache, then a reload; adds to ``start``."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        context = _browser(playwright, profile)
        page = _open(context, url)
        counter.taken()
        start.cold += _measure(page)
        start.requests, start.sent = counter.taken()
        context.close()
        context = _browser(playwright, profile)
        page = _open(context, url)
        start.warm += _measure(page)
        page.reload(wait_until="networkidle", timeout=PATIENCE)
        page.wait_for_selector(READY)
        start.repeat += _measure(page)
        start.changed += _measure(page, CHANGES)
        start.memory = of_tab(profile)
        context.close()


def _browser(playwright: Playwright, profile: str) -> BrowserContext:
    return playwright.chromium.launch_persistent_context(profile, executable_path=CHROMIUM.need(), args=FLAGS)


def _open(context: BrowserContext, url: str) -> Page:
    page = context.pages[0] if context.pages else context.new_page()
    page.goto(url, wait_until="networkidle", timeout=PATIENCE)
    page.wait_for_selector(READY)
    return page


def _measure(page: Page, changes: int = 0) -> list[float]:
    times: list[float] = page.evaluate(script("measure.js"), [changes, PATIENCE])
    return times


def script(name: str) -> str:
    """A function for the page, as Playwright wants it: without comments before it and without an end."""
    lines = (PAGES / name).read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("//")).strip().removesuffix(";")
