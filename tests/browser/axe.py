"""axe-core with its default rules: no rule off. Left out is only what another test of the same page looks at."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from playwright.sync_api import Page

from tests.conftest import ROOT

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (1280, 390)


@cache
def _source() -> str:
    return (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, without: str = "") -> list[str]:
    """What axe finds wrong with the page as it is now, one line for each element; ``without`` a part of it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source())
    found: list[dict[str, Any]] = page.evaluate(
        "async (part) => (await axe.run(part ? { exclude: [[part]] } : document)).violations", without
    )
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


def violations_everywhere(page: Page, without: str = "") -> list[str]:
    """The same in light and in dark, at the width of a desk and of a phone."""
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            found += [f"{scheme}, {width} px: {line}" for line in violations(page, without)]
    return found


def violations_in_every_dress(page: Page, without: str = "") -> list[str]:
    """The same, and in forced colours."""
    found = violations_everywhere(page, without)
    page.emulate_media(forced_colors="active")
    return found + [f"forced colours: {line}" for line in violations(page, without)]
