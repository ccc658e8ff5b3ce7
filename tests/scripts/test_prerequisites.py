"""A program that the tests need is found, installed where that may be, or asked for in one sentence; never skipped."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from scripts.prerequisites import CHROMIUM, JAVA, MissingPrerequisite, Program, main

TEA = Program("Thee", "TEA", ("theepot", "samowar"), "thee")


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without any program; its folder of programs, to put some in."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    for setting in (CHROMIUM.setting, JAVA.setting, TEA.setting):
        monkeypatch.delenv(setting, raising=False)
    monkeypatch.setattr(Path, "is_file", lambda path: path.exists() and path.is_relative_to(tmp_path))
    return folder


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Every program that would have been started."""
    commands: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", lambda command, **_: commands.append(command))
    return commands


def _program(folder: Path, name: str) -> Path:
    file = folder / name
    file.write_text("#!/bin/sh\n", encoding="utf-8")
    file.chmod(0o755)
    return file


def test_without_chromium_and_without_apt_the_command_fails_with_one_sentence(
    bare: Path, started: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main() == 1
    told = capsys.readouterr()
    assert told.err == "The tests need Chromium. Install it, or set CHROMIUM to its path, and start again.\n"
    assert told.out == ""
    assert started == []


def test_without_java_the_command_fails_after_it_told_where_chromium_is(
    bare: Path, started: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    path = _program(bare, "chromium")
    assert main() == 1
    told = capsys.readouterr()
    assert told.out == f"Chromium: {path}\n"
    assert told.err.startswith("The tests need Java")
    assert told.err.count("\n") == 1


def test_with_both_there_the_command_tells_where_they_are(bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chromium, java = _program(bare, "google-chrome"), _program(bare, "java")
    assert main() == 0
    assert capsys.readouterr().out == f"Chromium: {chromium}\nJava (for the Nu HTML checker): {java}\n"


def test_a_program_may_have_several_names_and_the_first_one_counts(bare: Path) -> None:
    other = _program(bare, "samowar")
    assert TEA.find() == str(other)
    first = _program(bare, "theepot")
    assert TEA.find() == str(first)


def test_a_program_may_stand_in_a_place_that_is_not_searched(bare: Path, tmp_path: Path) -> None:
    place = _program(tmp_path, "elders")
    assert Program("Thee", "TEA", ("theepot",), "thee", places=(str(place),)).find() == str(place)


def test_whoever_says_where_a_program_is_gets_that_one(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(bare, "theepot")
    own = _program(bare, "mijn-thee")
    monkeypatch.setenv("TEA", str(own))
    assert TEA.need() == str(own)


def test_whoever_says_where_a_program_is_and_is_wrong_is_told_so_and_nothing_is_installed(
    bare: Path, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    _program(bare, "apt-get")
    _program(bare, "theepot")
    monkeypatch.setenv("TEA", str(bare / "weg"))
    with pytest.raises(MissingPrerequisite, match="set TEA to its path"):
        TEA.need()
    assert started == []


def test_root_on_debian_installs_the_package_and_only_that(
    bare: Path, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    apt = str(_program(bare, "apt-get"))
    monkeypatch.setattr("os.geteuid", lambda: 0)

    def install(command: list[str], **_: Any) -> None:
        started.append(command)
        if "install" in command:
            _program(bare, "theepot")

    monkeypatch.setattr(subprocess, "run", install)
    assert TEA.need() == str(bare / "theepot")
    assert [(command[0], command[1], command[-1]) for command in started] == [
        (apt, "update", "-qq"),
        (apt, "install", "thee"),
    ]


def test_whoever_is_not_root_and_has_no_sudo_installs_nothing(
    bare: Path, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    _program(bare, "apt-get")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(MissingPrerequisite):
        TEA.need()
    assert started == []


def test_sudo_never_asks_for_a_password(bare: Path, started: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    _program(bare, "apt-get")
    _program(bare, "sudo")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(MissingPrerequisite):
        TEA.need()
    assert [command[:2] for command in started] == [["sudo", "-n"], ["sudo", "-n"]]
