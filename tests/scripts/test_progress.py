"""Whoever waits longer than a second is told for what, and whoever writes sees each change."""

from __future__ import annotations

import re
import threading
import time
from pathlib import Path

import pytest
from watchdog.events import DirModifiedEvent, FileModifiedEvent, FileOpenedEvent

from scripts import live
from scripts.build import Options
from scripts.progress import step

#: Seconds; longer than any step here takes on a busy machine.
LONG = 60.0


def test_a_quick_step_says_nothing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scripts.progress.QUIET_SECONDS", LONG)
    with step("Kort"):
        pass
    assert capsys.readouterr().out == ""


def test_a_slow_step_says_what_it_is_doing_and_how_long_it_took(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scripts.progress.QUIET_SECONDS", 0.01)
    told = ""
    end = time.monotonic() + LONG
    with step("Lang"):
        while not told.endswith("\n") and time.monotonic() < end:
            time.sleep(0.02)
            told += capsys.readouterr().out
        assert told == "  Lang …\n"
    assert re.fullmatch(r"  Lang: \d+\.\d s\n", capsys.readouterr().out)


def test_a_step_that_fails_stops_telling(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scripts.progress.QUIET_SECONDS", LONG)
    before = set(threading.enumerate())

    def fails() -> None:
        with step("Mis"):
            raise RuntimeError("Stuk.")

    with pytest.raises(RuntimeError, match="Stuk"):
        fails()
    timers = [thread for thread in set(threading.enumerate()) - before if isinstance(thread, threading.Timer)]
    assert all(timer.finished.is_set() for timer in timers)
    assert capsys.readouterr().out == ""


def test_a_first_build_that_fails_starts_no_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    started: list[object] = []
    monkeypatch.setattr(live, "run", lambda _: 1)
    monkeypatch.setattr(live, "serve", lambda *given: started.append(given))
    assert live.serve_live(Options(out=tmp_path), 8000) == 1
    assert started == []


def test_a_file_that_is_written_makes_a_new_build_and_one_that_is_only_read_does_not() -> None:
    changes = live._Changes()  # noqa: SLF001 - what it hears cannot be seen elsewhere
    changes.on_any_event(FileOpenedEvent("docs/nl/index.md"))
    changes.on_any_event(DirModifiedEvent("docs/nl"))
    assert not changes.changed.is_set()
    changes.on_any_event(FileModifiedEvent("docs/nl/index.md"))
    assert changes.changed.is_set()


def test_every_folder_that_is_watched_is_there() -> None:
    assert [folder for folder in live.WATCHED if not Path(folder).is_dir()] == []
