"""Measures the build and the first result; prints ratios within one run, because absolute times are noise.

``python -m scripts.bench [--runs 3]``. How to read the table stands in docs/_project/bench.md.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from waitress.server import create_server

from scripts.prerequisites import CHROMIUM
from scripts.serve import application

WORK = Path(".build/bench")
ASSETS = Path(__file__).parent / "bench_assets"
TODAY = "2026-11-22"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
STOCK = """async ([worker, runtime, request]) => {
  const started = performance.now();
  const stock = new Worker(worker, {type: "module"});
  await new Promise((done) => { stock.onmessage = done; stock.postMessage({runtime, request}); });
  return performance.now() - started;
}"""


def seconds(work: Callable[[], object]) -> float:
    """How long ``work`` takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def build(*more: str) -> None:
    """Build into the bench folder in a process of its own."""
    folders = ["--out", str(WORK / "site"), "--work", str(WORK / "work")]
    command = [sys.executable, "-m", "scripts.build", "--today", TODAY, *folders, *more]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def build_rows() -> list[tuple[str, float, str]]:
    """Seconds of a first build, a full build, and a build after one changed page, and their ratios."""
    shutil.rmtree(".build/cache", ignore_errors=True)
    first, full = seconds(build), seconds(build)
    root = WORK / "root"
    changed = root / "nl" / "handreiking" / "intake.md"
    changed.parent.mkdir(parents=True, exist_ok=True)
    changed.write_text(
        Path("docs/nl/handreiking/intake.md").read_text(encoding="utf-8") + "\nEen zin.\n", encoding="utf-8"
    )
    again = seconds(lambda: build("--root", str(root)))
    build()
    return [
        ("first build, runtime compressed too", first, f"{first / full:.1f} x full"),
        ("full build", full, "1.0"),
        ("build after one changed page", again, f"{again / full:.2f} x full"),
    ]


def page_weight(browser: Browser, url: str) -> tuple[int, int]:
    """Bytes over the wire and requests of one page, empty cache."""
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    session.send("Network.enable")
    page.goto(url, wait_until="networkidle")
    context.close()
    return sum(sizes), len(sizes)


def first_result(browser: Browser, url: str) -> float:
    """Milliseconds from the press on Start to the result on the screen, empty cache."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(url + "checklist/", wait_until="networkidle")
    started = time.perf_counter()
    page.click("[data-start]")
    page.wait_for_selector('[data-view="result"]:not([hidden])', timeout=120_000)
    elapsed = (time.perf_counter() - started) * 1000
    context.close()
    return elapsed


def stock_result(browser: Browser, url: str) -> float:
    """The same for a stock Pyodide worker in the same page, until its answer is there."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(url + "checklist/", wait_until="networkidle")
    elapsed: float = page.evaluate(STOCK, [f"{url}bench/stock-worker.js", *_request(page)])
    context.close()
    return elapsed


def _request(page: Page) -> tuple[str, str]:
    tool = page.locator("kennisbank-checklist")
    runtime = page.evaluate(
        "(element) => new URL(element.dataset.runtime + '/', document.baseURI).href", tool.element_handle()
    )
    definition = json.loads(tool.locator("script[data-definition]").text_content() or "")
    return runtime, json.dumps({"id": 1, "tool": "checklist", "definition": definition, "answers": {}})


def main(arguments: list[str] | None = None) -> int:
    """Command line: measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args(arguments).runs
    WORK.mkdir(parents=True, exist_ok=True)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else -1.0
    print(f"{os.cpu_count()} cores, load {load:.1f} at the start; medians of {runs}\n\nBuild")
    for name, took, ratio in build_rows():
        print(f"  {name:<42}{took:7.1f} s   {ratio}")
    shutil.copytree(ASSETS, WORK / "site" / "bench", dirs_exist_ok=True)
    server = create_server(application((WORK / "site").resolve()), listen="127.0.0.1:0", threads=8)
    threading.Thread(target=server.run, daemon=True).start()
    url = f"http://127.0.0.1:{server.effective_port}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM.need(), args=FLAGS)
        print("\nFirst page (empty cache)")
        for path in ("", "handreiking/stappen/", "checklist/", "en/handreiking/stappen/"):
            size, requests = page_weight(browser, url + path)
            print(f"  /{path:<41}{size / 1000:7.1f} kB   {requests} requests")
        pairs = [(first_result(browser, url), stock_result(browser, url)) for _ in range(runs)]
        ours, stock = (statistics.median(column) for column in zip(*pairs, strict=True))
        print("\nStart to first result (empty cache, this machine)")
        print(f"  {'ours, until it is on the screen':<42}{ours:7.0f} ms  {stock / ours:.2f} x as fast as stock")
        print(f"  {'stock Pyodide worker, until it answers':<42}{stock:7.0f} ms  1.0")
        browser.close()
    server.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
