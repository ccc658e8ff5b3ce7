"""The same sources give the same site, byte for byte, in another folder, another time zone and another order."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.findings import nothing
from tests.conftest import ROOT, TODAY

pytestmark = pytest.mark.browser

#: Two machines that have nothing in common.
MACHINES = (
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"},
    {"PYTHONHASHSEED": "20261122", "TZ": "America/Adak", "LC_ALL": "C", "LANG": "nl_NL.UTF-8"},
)


def _git(*arguments: str) -> str:
    return subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True, check=True).stdout


def _clone(folder: Path) -> Path:
    """The project as it stands here, uncommitted files included, in another folder."""
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(folder)], check=True)
    for name in _git("ls-files", "-z").split("\0"):
        if name and not (ROOT / name).exists():
            (folder / name).unlink(missing_ok=True)
    for name in _git("ls-files", "-z", "-c", "-o", "--exclude-standard").split("\0"):
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    (folder / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
    return folder


def _start_build(clone: Path, machine: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "scripts.build", "--today", TODAY],
        cwd=clone,
        env=os.environ | machine,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def _prints(site: Path) -> dict[str, str]:
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }


def test_two_clones_on_two_machines_build_the_same_site_and_so_does_this_one(tmp_path: Path, site: Path) -> None:
    clones = [_clone(tmp_path / "one"), _clone(tmp_path / "a longer name" / "two")]
    # The second compresses the large files of Python itself; the first takes them from the build of this test run.
    cache = Path(".build") / "cache"
    shutil.copytree(ROOT / cache, clones[0] / cache, ignore=shutil.ignore_patterns("tmp*"))
    builds = [_start_build(clone, machine) for clone, machine in zip(clones, MACHINES, strict=True)]
    said = [build.communicate(timeout=1800)[0] for build in builds]
    assert [build.returncode for build in builds] == [0, 0], said
    here = _prints(site)
    assert len(here) > 100
    for clone in clones:
        there = _prints(clone / "site")
        nothing(sorted(name for name in here | there if here.get(name) != there.get(name)))
