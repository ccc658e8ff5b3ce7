"""Says what the build is doing, for whatever takes longer than a second."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator

QUIET_SECONDS = 1.0


@contextlib.contextmanager
def step(name: str) -> Iterator[None]:
    """Print ``name`` once the block has run for a second, and how long it took when it ends."""
    started = time.monotonic()
    timer = threading.Timer(QUIET_SECONDS, print, (f"  {name} …",), {"flush": True})
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
    seconds = time.monotonic() - started
    if seconds > QUIET_SECONDS:
        print(f"  {name}: {seconds:.1f} s", flush=True)
