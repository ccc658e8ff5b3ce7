"""A slow line between browser and server: a delay for each connection and packet, a bandwidth that all share.

It stands in the server, not in the browser's developer tools, so that workers feel it too. Not modelled: packets that
get lost, and TCP's slow start.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from dataclasses import dataclass

CHUNK = 8192


@dataclass(frozen=True)
class Speed:
    """A kind of line: its name, bits a second downwards, and the time to the server and back in seconds."""

    name: str
    bits: float
    round_trip: float


LINES = (
    Speed("localhost", 0, 0),
    Speed("10 Mbit/s, 40 ms", 10e6, 0.040),
    Speed("1.6 Mbit/s, 150 ms", 1.6e6, 0.150),
)


class Line:
    """Passes on what comes in at ``port`` to the server at ``target``, as fast as ``speed`` allows."""

    def __init__(self, speed: Speed, target: int) -> None:
        self._speed = speed
        self._target = target
        self._free_at = 0.0
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        start = asyncio.start_server(self._serve, "127.0.0.1", 0)
        self._server = asyncio.run_coroutine_threadsafe(start, self._loop).result()
        self.port: int = self._server.sockets[0].getsockname()[1]

    def close(self) -> None:
        """Take no more connections."""
        self._loop.call_soon_threadsafe(self._server.close)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(self._speed.round_trip)  # the handshake
        upstream, downstream = await asyncio.open_connection("127.0.0.1", self._target)
        await asyncio.gather(
            self._pass(reader, downstream, lambda _: 0.0),
            self._pass(upstream, writer, self._take),
            return_exceptions=True,
        )

    def _take(self, size: int) -> float:
        """When the line has carried ``size`` more bytes; whoever comes later waits for that."""
        self._free_at = max(self._free_at, self._loop.time()) + size * 8 / self._speed.bits
        return self._free_at

    async def _pass(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, carried: Callable[[int], float]
    ) -> None:
        queue: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        delivery = self._loop.create_task(self._deliver(queue, writer))
        try:
            while data := await reader.read(CHUNK):
                done = max(carried(len(data)), self._loop.time())
                queue.put_nowait((done + self._speed.round_trip / 2, data))
                await asyncio.sleep(done - self._loop.time())
        finally:
            queue.put_nowait((self._loop.time(), b""))
            await delivery

    async def _deliver(self, queue: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                at, data = await queue.get()
                await asyncio.sleep(at - self._loop.time())
                if not data:
                    return
                writer.write(data)
                await writer.drain()
        except ConnectionError:
            return
        finally:
            writer.close()
