"""The Nu HTML checker finds no error and has no warning, in any page, style sheet or drawing of the site."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest

from scripts.prerequisites import JAVA
from tests.browser.findings import nothing
from tests.conftest import ROOT, Served

pytestmark = pytest.mark.browser

CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
#: The pages are checked at the address where they are served, because in a file 'self' means nothing.
ON_THIS_MACHINE = "-Dnu.validator.servlet.allow-forbidden-hosts=true"
#: Nu takes a block of JSON for a script. It is data and never runs, so the policy does not bind it: the HTML standard
#: leaves "prepare the script element" before it asks the policy, and test_pages.py proves that Chromium is silent.
NOT_A_FAULT = ("Inline script violates Content Security Policy", '<script type="application/json"')


def _check(*arguments: str) -> list[dict[str, Any]]:
    command = [JAVA.need(), ON_THIS_MACHINE, "-jar", str(CHECKER), "--format", "json", "--stdout", "--exit-zero-always"]
    ran = subprocess.run([*command, *arguments], capture_output=True, text=True, check=True)
    messages: list[dict[str, Any]] = json.loads(ran.stdout)["messages"]
    return messages


def _told(messages: list[dict[str, Any]]) -> list[str]:
    return [
        f"{message.get('url')}:{message.get('lastLine')}: {message['type']}: {message['message']}"
        for message in messages
        if not (message["message"].startswith(NOT_A_FAULT[0]) and NOT_A_FAULT[1] in message.get("extract", ""))
    ]


def test_nu_has_nothing_to_say_about_any_page(served: Served) -> None:
    files = [file.relative_to(served.folder).as_posix() for file in sorted(served.folder.rglob("*.html"))]
    assert len(files) > 20
    nothing(_told(_check(*(served.url + file.removesuffix("index.html") for file in files))))


def test_nu_does_find_a_fault_that_is_there(tmp_path_factory: pytest.TempPathFactory) -> None:
    page = tmp_path_factory.mktemp("nu") / "wrong.html"
    page.write_text("<!doctype html><html lang=nl><title>Fout</title><p id=a><p id=a>", encoding="utf-8")
    assert any("Duplicate ID" in line for line in _told(_check(str(page))))


@pytest.mark.parametrize("kind", ["css", "svg"])
def test_nu_has_nothing_to_say_about_any_style_sheet_or_drawing(served: Served, kind: str) -> None:
    files = [str(file) for file in sorted(served.folder.rglob(f"*.{kind}"))]
    if kind == "svg":
        files += [str(file) for file in sorted((ROOT / "overrides" / "assets" / "icons").glob("*.svg"))]
    assert files
    nothing(_told(_check(f"--{kind}", *files)))
