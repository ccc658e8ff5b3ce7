"""Serves while you write: builds again after each change and lets open pages reload."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from scripts.build import Options, run
from scripts.serve import serve

WATCHED = ("tools", "overrides", "scripts/templates", "scripts/schemas")
QUIET = 0.3


class _Changes(FileSystemEventHandler):
    """Sets ``changed`` whenever a watched file is written, moved or removed."""

    def __init__(self) -> None:
        self.changed = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("created", "modified", "moved", "deleted") and not event.is_directory:
            self.changed.set()


def serve_live(options: Options, port: int) -> int:
    """Build, serve on ``port`` and build again after each change. A failed build keeps the last site."""
    if run(options) != 0:
        return 1
    changes = _Changes()
    observer = Observer()
    for folder in (*options.roots, *map(Path, WATCHED)):
        observer.schedule(changes, str(folder), recursive=True)
    observer.start()
    threading.Thread(target=_rebuild, args=(options, changes.changed), daemon=True).start()
    _stamp(options.out)
    try:
        serve(options.out.resolve(), port)
    except OSError as fault:
        print(f"Port {port} cannot be used ({fault.strerror}). Choose another with --port.")
        return 1
    finally:
        observer.stop()
    return 0


def _rebuild(options: Options, changed: threading.Event) -> None:
    while True:
        changed.wait()
        time.sleep(QUIET)
        changed.clear()
        if run(options) == 0:
            _stamp(options.out)


def _stamp(out: Path) -> None:
    (out / "build.txt").write_text(f"{time.time()}\n", encoding="utf-8")
