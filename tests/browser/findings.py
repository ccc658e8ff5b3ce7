"""One way to say that a list of faults is empty, which prints all of it when it is not."""

from __future__ import annotations


def nothing(found: list[str]) -> None:
    """Fails with every line of ``found``."""
    assert not found, "\n".join(["", *found])
