"""What all tests share: the built site, served with its real headers, and the pages that stand for all others."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from waitress.server import create_server

from scripts.build import Options, build
from scripts.serve import application

ROOT = Path(__file__).parent.parent
TODAY = "2026-11-22"
PAGE_TYPES = yaml.safe_load((ROOT / "tests" / "page_types.yml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Served:
    """A built site and the address at which it is served."""

    folder: Path
    url: str


@pytest.fixture(scope="session", autouse=True)
def _in_project_folder() -> Iterator[None]:
    before = Path.cwd()
    os.chdir(ROOT)
    yield
    os.chdir(before)


@pytest.fixture(scope="session")
def site(_in_project_folder: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built once for all tests with a fixed date, in a folder of its own."""
    folder = tmp_path_factory.mktemp("site")
    build(Options(out=folder / "site", work=folder / "work", today=TODAY))
    return folder / "site"


@pytest.fixture(scope="session")
def route_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a route-finder: the site itself, or one with a made-up route-finder (see tests/route_content.py)."""
    from tests.route_content import HAS_OWN, ROOTS

    if HAS_OWN:
        own: Path = request.getfixturevalue("site")
        return own
    folder = tmp_path_factory.mktemp("route-site")
    build(Options(roots=ROOTS, out=folder / "site", work=folder / "work", today=TODAY))
    return folder / "site"


@pytest.fixture(scope="session")
def moved_site(_in_project_folder: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with pages that were renamed and keep their old addresses (see tests/scripts/moved_root.py)."""
    from tests.scripts.moved_root import write_moved

    folder = tmp_path_factory.mktemp("moved-site")
    roots = [Path("docs"), write_moved(folder / "docs")]
    build(Options(roots=roots, out=folder / "site", work=folder / "work", today=TODAY))
    return folder / "site"


@contextmanager
def serve(folder: Path) -> Iterator[Served]:
    """The site in ``folder``, served on a free port of 127.0.0.1."""
    server = create_server(application(folder), listen="127.0.0.1:0", threads=8, connection_limit=1000)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield Served(folder, f"http://127.0.0.1:{server.effective_port}/")
    server.trigger.pull_trigger(server.close)  # in the thread that listens, which may be about to
    thread.join(5)


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[Served]:
    """The site, served."""
    with serve(site) as served:
        yield served


__all__ = ["PAGE_TYPES", "ROOT", "TODAY", "Served"]
