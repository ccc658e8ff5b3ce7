"""The built pages and the loaded content, read once for all tests of the content."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.content import Content, load
from scripts.translations import SOURCE
from tests.content.built import Built, read_pages


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Built]:
    """Every built page by its address."""
    return read_pages(site)


@pytest.fixture(scope="session")
def dutch(pages: dict[str, Built]) -> dict[str, Built]:
    """Every built Dutch page by its address, without the page for wrong addresses."""
    return {address: page for address, page in pages.items() if page.language == SOURCE and address != "404.html"}


@pytest.fixture(scope="session")
def content(_in_project_folder: None) -> Content:
    """What docs/ holds."""
    return load([Path("docs")])
