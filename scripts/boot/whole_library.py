"""Fetches the whole standard library once a module is imported that was not among those loaded at the start.

The reader's browser starts with the modules that the tools were seen to import. Everything else stands in an archive of
its own, which takes the place of the first one as soon as a name in ``left_out`` is asked for.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from typing import Any

#: Both stand beside this module in the browser, not here; hashlib would be one more module to load at the start.
NAMES: frozenset[str] = importlib.import_module("left_out").NAMES
SHA256: Callable[[bytes], Any] = importlib.import_module("_sha2").sha256


class NotTheWholeLibrary(ImportError):
    """The archive did not come, or is another one than the build made."""


class WholeLibrary:
    """The last finder to be asked: ``fetch`` gives the whole archive, whose sha256 is ``digest``."""

    def __init__(self, fetch: Callable[[], Any], digest: str) -> None:
        self._fetch = fetch
        self._digest = digest

    def find_spec(self, name: str, path: Sequence[str] | None = None, _target: Any = None) -> ModuleSpec | None:
        """The module from the whole library, or None for a name that it does not have either."""
        if name not in NAMES:
            return None
        sys.meta_path.remove(self)
        try:
            self._install()
        except Exception:  # the next import may try again
            sys.meta_path.append(self)
            raise
        return PathFinder.find_spec(name, path)

    def _install(self) -> None:
        try:
            archive = self._fetch().to_bytes()
        except Exception as fault:
            raise NotTheWholeLibrary("the whole standard library did not come") from fault
        if SHA256(archive).hexdigest() != self._digest:
            raise NotTheWholeLibrary("the whole standard library is not the one that was built")
        with open(archive_path(), "wb") as file:  # noqa: PTH123 - pathlib would be one more module to load
            file.write(archive)
        importlib.invalidate_caches()


def archive_path() -> str:
    """Where Python looks for its standard library: the archive on ``sys.path``."""
    return next(entry for entry in sys.path if entry.endswith(".zip"))


def start(wheel: str, fetch: Callable[[], Any], digest: str) -> None:
    """Let Python find the tools in ``wheel``, and the rest of its library through ``fetch`` when it needs it."""
    sys.path.append(wheel)
    sys.meta_path.append(WholeLibrary(fetch, digest))
