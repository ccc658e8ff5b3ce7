"""A content root over docs/ in which two pages were renamed: those pages with old addresses in their front matter."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import ROOT
from tests.scripts.small_root import put

#: Page of docs → the addresses that it had before. One page has no Arabic and Tigrinya of its own, one is an index.
RENAMED = {
    "signaleren/rol": ["signaleren/uw-rol", "rollen"],
    "handreiking/index": ["handreiking/overzicht/alles"],
}
OLD = {old: new for new, given in RENAMED.items() for old in given}


def write_moved(folder: Path) -> Path:
    """Write the root into ``folder`` and return it."""
    for path, given in RENAMED.items():
        text = (ROOT / "docs" / "nl" / f"{path}.md").read_text(encoding="utf-8")
        listed = ", ".join(f'"{old}"' for old in given)
        put(folder, f"nl/{path}.md", text.replace("---\n", f"---\nwas: [{listed}]\n", 1))
    return folder
