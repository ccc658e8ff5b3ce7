"""Every version of a file that a reader took along must still open."""

from __future__ import annotations

from pathlib import Path

from tools.file_text import Migrations

HERE = Path(__file__).parent


def gaps(sample: str, version: int, migrations: Migrations) -> list[str]:
    """What is missing to open every version up to ``version`` of the file whose samples are ``<sample>_v<n>.json``."""
    missing = [f"no migration from {older}" for older in range(1, version) if older not in migrations]
    samples = [f"{sample}_v{number}.json" for number in range(1, version + 1)]
    return missing + [f"no {name}" for name in samples if not (HERE / name).is_file()]
