"""Whoever makes one mistake is told one thing: where it is, what it is, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.build import Options, run
from scripts.content import load
from scripts.languages import languages
from scripts.problems import Problem
from scripts.validate import problems
from tests.conftest import TODAY
from tests.scripts.faults import CHECKLIST, ENGLISH, FAULTS, PAGE, Fault
from tests.scripts.small_root import change, faults, put, write_root, write_translation


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small content root without faults."""
    return write_root(tmp_path.resolve() / "docs")


def test_a_sound_root_has_no_faults(root: Path) -> None:
    assert faults(root) == []


def test_a_sound_translation_has_no_faults(root: Path) -> None:
    write_translation(root)
    assert faults(root) == []


def test_no_two_faults_here_have_one_name() -> None:
    names = [fault.name for fault in FAULTS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name.replace(" ", "-"))
def test_one_mistake_is_told_once_with_its_place_and_what_to_do(fault: Fault, root: Path) -> None:
    fault.is_told_once_in(root)


def test_a_fault_is_one_line_that_an_editor_can_jump_to() -> None:
    problem = Problem("docs/nl/index.md", 7, "dead link to 'x.md'", "Did you mean 'y'?")
    assert str(problem) == "docs/nl/index.md:7: dead link to 'x.md'. Did you mean 'y'?"


def _break_in_many_places(root: Path) -> list[tuple[str, int]]:
    broken = [
        (PAGE, change(root, PAGE, "../begrippen.md#huisarts", "../begripen.md")),
        (PAGE, change(root, PAGE, " {#amsterdam}", "")),
        (PAGE, change(root, PAGE, "{{ practice(", "{{ practise(")),
        ("_data/facts.yml", change(root, "_data/facts.yml", "2027-05-22", "2025-05-22")),
        ("_data/glossary.yml", change(root, "_data/glossary.yml", "[wijkteam]", "[wijktaem]")),
        (CHECKLIST, change(root, CHECKLIST, "builds_on: [intake]", "builds_on: [intaak]")),
        (CHECKLIST, change(root, CHECKLIST, "pictogram: gesprek", "pictogram: gespreck")),
        (ENGLISH, change(root, ENGLISH, "Question {n} of {total}", "Question {n}")),
    ]
    put(root, "nl/nieuw.md", "Zonder begin.\n")
    return sorted([*broken, ("nl/nieuw.md", 1)])


def test_every_fault_of_a_run_is_told_at_once_sorted_by_file_and_line(root: Path) -> None:
    expected = _break_in_many_places(root)
    told = faults(root)
    assert [(Path(problem.file).relative_to(root).as_posix(), problem.line) for problem in told] == expected


def test_a_build_that_finds_faults_tells_each_of_them_and_leaves_the_last_site_standing(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _break_in_many_places(root)
    out = tmp_path / "site"
    put(out, "index.html", "de vorige site")
    code = run(Options(roots=[root], out=out, work=tmp_path / "work", today=TODAY))
    told = capsys.readouterr()
    assert code == 1
    lines = told.err.splitlines()
    expected = [str(problem) for problem in problems(load([root]), languages())]
    assert set(map(str, faults(root))) <= set(expected)
    assert lines == [*expected, "", f"{len(expected)} to mend. {out}/ is as it was."]
    assert "Built" not in told.out
    assert [file.name for file in out.rglob("*")] == ["index.html"]
    assert (out / "index.html").read_text(encoding="utf-8") == "de vorige site"


def test_a_build_that_misses_a_download_says_so_in_a_sentence_and_leaves_the_last_site_standing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scripts.fonts.PACKAGES", tmp_path / "nergens")
    out = tmp_path / "site"
    put(out, "index.html", "de vorige site")
    code = run(Options(out=out, work=tmp_path / "work", today=TODAY))
    told = capsys.readouterr().err
    assert code == 1
    assert "npm ci" in told
    assert "Traceback" not in told
    assert (out / "index.html").read_text(encoding="utf-8") == "de vorige site"
