"""What every tool asks of the definition that it is given."""

from __future__ import annotations

from typing import Any


class BadDefinition(Exception):
    """The definition that came with the request cannot be worked with; the build lets none such through."""


def mapping(value: Any, what: str) -> dict[str, Any]:
    """Return ``value`` if it is a mapping, else raise BadDefinition naming ``what``."""
    if not isinstance(value, dict):
        raise BadDefinition(f"{what} is not a mapping")
    return value


def strings(value: Any, what: str) -> list[str]:
    """Return ``value`` if it is a list of strings, else raise BadDefinition naming ``what``."""
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise BadDefinition(f"{what} is not a list of ids")
    return value
