"""The modules of the standard library that are not loaded at the start; the build writes their names here."""

NAMES: frozenset[str] = frozenset()
