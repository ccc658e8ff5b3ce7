"""Measures and prints a table; ratios within one run, because absolute times are noise.

``python -m scripts.bench [--only build|pages|boot|route] [--runs 3] [--line localhost]``
"""

from __future__ import annotations

import argparse
import os
import sys

from playwright.sync_api import Playwright, sync_playwright

from scripts.bench.boots import OURS, prepare
from scripts.bench.builds import SITE, build, build_rows
from scripts.bench.line import LINES, Speed
from scripts.bench.readers import PAUSE, read
from scripts.bench.starts import FLAGS, Counter, Start, reached, run, serving
from scripts.prerequisites import CHROMIUM

PARTS = ("build", "pages", "boot", "route")
PAGES = ("", "handreiking/stappen/", "checklist/", "en/handreiking/stappen/")
MOMENTS = ("cold", "warm", "repeat")


def load() -> str:
    """How busy the machine is: processes that want to run, over the last minute."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def pages(playwright: Playwright, url: str, counter: Counter) -> None:
    """Print bytes and requests of a first page with an empty cache."""
    print("\nFirst page (empty cache)")
    browser = playwright.chromium.launch(executable_path=CHROMIUM.need(), args=FLAGS)
    for path in PAGES:
        context = browser.new_context()
        counter.taken()
        context.new_page().goto(url + path, wait_until="networkidle")
        requests, sent = counter.taken()
        context.close()
        print(f"  /{path:<30}{sent / 1000:8.1f} kB  {requests:3} requests")
    browser.close()


def boots(playwright: Playwright, server: int, counter: Counter, speeds: list[Speed], runs: int) -> None:
    """Print from Start to the result, per line: each boot in turn within a run, so that all meet the same load."""
    addresses = prepare(SITE)
    for speed in speeds:
        starts = {name: Start() for name in addresses}
        print(f"\nStart to first result, {speed.name} (load {load()})", flush=True)
        with reached(speed, server) as url:
            for _ in range(runs):
                for name, path in addresses.items():
                    run(playwright, url + path, counter, starts[name])
        print(f"  {'':<10}{'cold':>16}{'warm':>16}{'repeat':>16}{'changed':>11}{'Start loads':>24}{'tab':>11}")
        for name, start in starts.items():
            print(_row(name, start, starts[OURS]), flush=True)


def readers(playwright: Playwright, server: int, speeds: list[Speed]) -> None:
    """Print what a reader of the route-finder waits for, per line, with an empty cache."""
    print(f"\nRoute-finder, a reader who takes {PAUSE / 1000:.0f} s a question (load {load()})", flush=True)
    print(f"  {'':<22}{'asked':>14}{'median':>12}{'longest':>12}{'result':>12}{'changed':>12}{'longest':>12}")
    for speed in speeds:
        with reached(speed, server) as url:
            print(f"  {speed.name:<22}{read(playwright, url).row()}", flush=True)


def _row(name: str, start: Start, ours: Start) -> str:
    cells = "".join(
        f"{start.median(moment):8.0f} ms {start.median(moment) / ours.median(moment):4.2f}" for moment in MOMENTS
    )
    loads = f"{start.sent / 1e6:7.2f} MB {start.requests:3} requests"
    return f"  {name:<10}{cells}{start.median('changed'):8.1f} ms{loads}{start.memory / 1e6:8.0f} MB"


def main(arguments: list[str] | None = None) -> int:
    """Command line: measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--only", choices=PARTS, action="append", help="a part (may be given again); else everything")
    parser.add_argument("--runs", type=int, default=3, help="of each boot on each line; medians are printed")
    parser.add_argument("--line", choices=[speed.name for speed in LINES], action="append", help="a line; else all")
    asked = parser.parse_args(arguments)
    parts = asked.only or PARTS
    speeds = [speed for speed in LINES if speed.name in (asked.line or [speed.name])]
    print(f"{os.cpu_count()} cores, load {load()} at the start; medians of {asked.runs}")
    if "build" in parts:
        print("\nBuild")
        for name, took, ratio in build_rows():
            print(f"  {name:<45}{took:7.1f} s   {ratio}", flush=True)
    if {"pages", "boot", "route"} & set(parts):
        build()
        counter = Counter()
        with sync_playwright() as playwright, serving(SITE, counter) as server:
            if "pages" in parts:
                pages(playwright, f"http://127.0.0.1:{server}/", counter)
            if "boot" in parts:
                boots(playwright, server, counter, speeds, asked.runs)
            if "route" in parts:
                readers(playwright, server, speeds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
