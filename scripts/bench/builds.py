"""How long the build takes: the first time, every time, and after one changed page."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

WORK = Path(".build/bench")
SITE = WORK / "site"
TODAY = "2026-11-22"


def seconds(work: Callable[[], object]) -> float:
    """How long ``work`` takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def build(*more: str) -> None:
    """Build into the bench folder in a process of its own."""
    folders = ["--out", str(SITE), "--work", str(WORK / "work")]
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
    return [
        ("first build, Python compiled and compressed", first, f"{first / full:.1f} x full"),
        ("full build", full, "1.0"),
        ("build after one changed page", again, f"{again / full:.2f} x full"),
    ]
