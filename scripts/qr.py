"""Draws a QR code as the path of an SVG, without anything from elsewhere."""

from __future__ import annotations

from functools import cache
from typing import Any

import segno

QUIET = 4


@cache
def qr(address: str) -> dict[str, Any]:
    """``{"size": modules along a side with the quiet zone, "path": the dark modules}`` for ``address``."""
    code = segno.make(address, error="m", micro=False)
    rows = [list(row) for row in code.matrix]
    pieces = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            run = next((at for at in range(x, len(row)) if not row[at]), len(row)) - x
            if run:
                pieces.append(f"M{x + QUIET} {y + QUIET}h{run}v1h-{run}z")
            x += max(run, 1)
    return {"size": len(rows) + 2 * QUIET, "path": "".join(pieces)}
