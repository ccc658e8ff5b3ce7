"""A page as it comes out of the printer."""

from __future__ import annotations

import re

from playwright.sync_api import Page, ViewportSize

#: What is left of A4 within the margins of a sheet (print.css), in CSS pixels.
SHEET = ViewportSize(width=702, height=1054)

TOO_SMALL = """(least) => {
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const said = texts.currentNode.data.trim();
    const one = texts.currentNode.parentElement;
    if (!said || one.closest("script, style, template") || !one.checkVisibility({ visibilityProperty: true })) continue;
    const points = parseFloat(getComputedStyle(one).fontSize) * 0.75;
    if (points < least - 0.01) found.push(`${points} pt: ${said.slice(0, 60)}`);
  }
  return found;
}"""


def sheets(page: Page) -> int:
    """The number of sides of A4 that the page takes."""
    paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF-")
    return len(re.findall(rb"/Type\s*/Page\b", paper))


def too_small(page: Page, points: float) -> list[str]:
    """Every printed text that is smaller than ``points``."""
    page.emulate_media(media="print")
    found: list[str] = page.evaluate(TOO_SMALL, points)
    return found
