"""The slow line of the bench is as slow as it says: for one connection, and for two that share it."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest

from scripts.bench.line import LINES, Line, Speed

SIZE = 50_000


@pytest.fixture
def server() -> Iterator[int]:
    """Sends SIZE bytes to whoever says one byte, and closes."""
    listening = socket.create_server(("127.0.0.1", 0))

    def answer(connection: socket.socket) -> None:
        with connection:
            connection.recv(1)
            connection.sendall(b"x" * SIZE)

    def accept() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            threading.Thread(target=answer, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    yield listening.getsockname()[1]
    listening.close()


def _seconds(port: int) -> tuple[float, float]:
    """Until the first byte, and until the last."""
    started = time.monotonic()
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(b"?")
        received = len(connection.recv(SIZE))
        first = time.monotonic() - started
        while received < SIZE:
            received += len(connection.recv(SIZE))
    return first, time.monotonic() - started


def test_a_line_takes_its_round_trips_and_its_bandwidth(server: int) -> None:
    line = Line(Speed("test", bits=1e6, round_trip=0.1), server)
    times = [_seconds(line.port) for _ in range(5)]
    line.close()
    first, whole = (min(found) for found in zip(*times, strict=True))  # a busy machine only adds
    assert 0.2 < first < 0.6, "one round trip to connect, one to ask"
    assert 0.2 + SIZE * 8 / 1e6 - 0.01 < whole < 1.2


def test_connections_share_the_line(server: int) -> None:
    line = Line(Speed("test", bits=1e6, round_trip=0.0), server)
    took: list[float] = []
    readers = [threading.Thread(target=lambda: took.append(_seconds(line.port)[1])) for _ in range(2)]
    started = time.monotonic()
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join(60)
    whole = time.monotonic() - started
    line.close()
    assert len(took) == 2
    assert whole > 2 * SIZE * 8 / 1e6 - 0.01


def test_the_lines_are_those_of_the_issue() -> None:
    assert [(speed.bits, speed.round_trip) for speed in LINES] == [(0, 0), (10e6, 0.04), (1.6e6, 0.15)]
