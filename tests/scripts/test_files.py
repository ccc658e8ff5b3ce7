"""Single files: however an editor saved them they read the same, and a message names them as one would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.files import front_and_body, mapping, name_of
from scripts.problems import Problem

PAGE = '---\ntitle: "Één"\nkind: plain\n---\n\n## Kop {#kop}\n\nTekst.\n'.encode()
#: How editors save the same text.
SAVED: dict[str, Callable[[bytes], bytes]] = {
    "on Linux": lambda data: data,
    "on Windows": lambda data: data.replace(b"\n", b"\r\n"),
    "with a mark of UTF-8": lambda data: b"\xef\xbb\xbf" + data,
}


@pytest.mark.parametrize("saved", SAVED)
def test_a_page_reads_the_same_however_it_was_saved(saved: str, tmp_path: Path) -> None:
    problems: list[Problem] = []
    (tmp_path / "x.md").write_bytes(SAVED[saved](PAGE))
    read = front_and_body(tmp_path / "x.md", problems)
    assert problems == []
    assert read is not None
    front, body, line = read
    assert front.data == {"title": "Één", "kind": "plain"}
    assert (body, line) == ("\n## Kop {#kop}\n\nTekst.\n", 5)


@pytest.mark.parametrize("saved", SAVED)
def test_a_data_file_reads_the_same_however_it_was_saved(saved: str, tmp_path: Path) -> None:
    problems: list[Problem] = []
    (tmp_path / "x.yml").write_bytes(SAVED[saved]('een: "Één"\ntwee: "b"\n'.encode()))
    read = mapping(tmp_path / "x.yml", problems)
    assert problems == []
    assert read is not None
    assert read.data == {"een": "Één", "twee": "b"}
    assert read.line(("twee",)) == 2


def test_a_page_that_has_front_matter_and_no_text_is_a_page(tmp_path: Path) -> None:
    problems: list[Problem] = []
    (tmp_path / "x.md").write_text('---\ntitle: "x"\n---\n', encoding="utf-8")
    read = front_and_body(tmp_path / "x.md", problems)
    assert problems == []
    assert read is not None
    assert read[1] == ""


def test_messages_name_a_file_from_the_folder_in_which_one_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert name_of(Path("docs/nl/index.md")) == "docs/nl/index.md"
    assert name_of(Path("/elders/index.md")) == "/elders/index.md"
