"""Finds what the browser tests need besides Python and Node: Chromium and Java. Installs them where Debian's tools may.

``python -m scripts.prerequisites`` exits 1 with one clear sentence when something is missing. Nothing is ever skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

CHROMIUM_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
CHROMIUM_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)


class MissingPrerequisite(Exception):
    """A program that the tests need is not there and cannot be installed from here."""


@dataclass(frozen=True)
class Program:
    """A program that the tests start: its names, the setting that points to it, and Debian's package."""

    name: str
    setting: str
    names: tuple[str, ...]
    package: str
    places: tuple[str, ...] = ()

    def find(self) -> str | None:
        """The path of the program, or None."""
        asked = os.environ.get(self.setting)
        if asked:
            return shutil.which(asked)
        found = next((path for path in map(shutil.which, self.names) if path), None)
        return found or next((place for place in self.places if Path(place).is_file()), None)

    def need(self) -> str:
        """The path of the program; installs Debian's package where it may. Raises MissingPrerequisite."""
        path = self.find()
        if path is None and not os.environ.get(self.setting):
            _install(self.package)
            path = self.find()
        if path is None:
            raise MissingPrerequisite(
                f"The tests need {self.name}. Install it, or set {self.setting} to its path, and start again."
            )
        return path


CHROMIUM = Program("Chromium", "CHROMIUM", CHROMIUM_NAMES, "chromium", CHROMIUM_PLACES)
JAVA = Program("Java (for the Nu HTML checker)", "JAVA", ("java",), "default-jre-headless")


def _install(package: str) -> None:
    apt = shutil.which("apt-get")
    if apt is None:
        return
    sudo = [] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["sudo", "-n"]
    if sudo and shutil.which("sudo") is None:
        return
    print(f"  Installing {package} …", flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", package]):
        subprocess.run([*sudo, apt, *command], check=False, **quiet)  # type: ignore[call-overload]


def main() -> int:
    """Command line: see to both programs, tell where they are."""
    try:
        for program in (CHROMIUM, JAVA):
            print(f"{program.name}: {program.need()}")
    except MissingPrerequisite as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
