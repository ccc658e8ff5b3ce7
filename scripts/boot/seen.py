"""Tells which modules Python has loaded from its standard library; imports nothing itself, so as not to be seen."""

import sys


def loaded(archive: str) -> list[str]:
    """The files in ``archive`` that hold a module which is loaded now, sorted."""
    found = set()
    for module in list(sys.modules.values()):
        origin = str(getattr(getattr(module, "__spec__", None), "origin", None))
        if origin.startswith(archive + "/"):
            found.add(origin[len(archive) + 1 :])
    return sorted(found)
