"""The one file that knows MkDocs. It is its hook file, and it runs a build.

Our pages are finished HTML when MkDocs gets them; it adds the frame (overrides/), the search index and the sitemap.
Moving to another generator means writing this file anew.
"""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path
from typing import Any

import material
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

#: What scripts/build.py hands over to the templates as config.extra.kennisbank.
HANDOVER = Path(".build/handover.json")
SEARCH_WORKERS = "assets/javascripts/workers"


class SiteError(Exception):
    """MkDocs warned or failed; its own lines tell why."""


def search_worker() -> str:
    """The path of Material's search worker; its name carries a hash that changes with each release."""
    folder = Path(material.__file__).parent / "templates" / SEARCH_WORKERS
    return f"{SEARCH_WORKERS}/{next(folder.glob('search.*.min.js')).name}"


def build_site(docs: Path, site: Path, site_url: str, handover: Path) -> None:
    """Run MkDocs strictly over ``docs`` into ``site``, with the settings in ``handover``. Raises SiteError."""
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    try:
        config = load_config("mkdocs.yml", docs_dir=str(docs), site_dir=str(site), site_url=site_url, strict=False)
        config.extra["kennisbank"] |= json.loads(handover.read_text(encoding="utf-8"))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    finally:
        logger.removeHandler(warnings)
    if warnings.lines:
        raise SiteError("\n".join(warnings.lines))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Hook: hand our own settings to the templates, where a plain `mkdocs build` runs."""
    if "languages" not in config.extra["kennisbank"]:
        config.extra["kennisbank"] |= json.loads(HANDOVER.read_text(encoding="utf-8"))
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - MkDocs names them
    """Hook: the page is finished HTML already; keep it away from Markdown."""
    page.meta["html"] = markdown
    return ""


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - MkDocs names them
    """Hook: put the finished HTML in place."""
    content: Any = page.meta.pop("html")
    return str(content)


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
