"""Whoever keeps the translations sees what is stale or missing, and accepts one text at a time after reading it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts import markup
from scripts.content import load
from scripts.translation_report import NotAccepted, Unit, accept, main, table, units
from scripts.translations import front_hash, hash_of, section_hash
from tests.conftest import ROOT
from tests.scripts.small_root import TRANSLATED_PAGE, change, put, write_root, write_translation

CATALOG = "_data/i18n/en.yml"
FRONT = "en/handreiking/intake.md"
SECTION = f"{FRONT}#snel"
STRING = "en:tips:dossier.title"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small content root in which every block of the translated chapter has fallen behind the Dutch."""
    folder = write_root(tmp_path.resolve() / "docs")
    write_translation(folder)
    change(folder, "nl/handreiking/intake.md", "helpt u.", "helpt u graag.")
    change(folder, "nl/handreiking/intake.md", "zo vroeg mogelijk", "zo snel mogelijk")
    change(folder, "nl/handreiking/intake.md", "bij gevaar", "bij groot gevaar")
    return folder


def _units(root: Path) -> dict[str, Unit]:
    return {unit.name: unit for unit in units(load([root]))}


def _lines(root: Path) -> dict[str, list[bytes]]:
    return {
        file.relative_to(root).as_posix(): file.read_bytes().split(b"\n")
        for file in sorted(root.rglob("*"))
        if file.is_file()
    }


def _changed(before: dict[str, list[bytes]], after: dict[str, list[bytes]]) -> list[tuple[str, int]]:
    """File and line of every line that is not as it was; the files have as many lines as they had."""
    assert {name: len(lines) for name, lines in before.items()} == {name: len(lines) for name, lines in after.items()}
    return [
        (name, number)
        for name, lines in before.items()
        for number, (old, new) in enumerate(zip(lines, after[name], strict=True), 1)
        if old != new
    ]


def test_every_block_of_a_page_and_every_string_is_named(root: Path) -> None:
    names = set(_units(root))
    assert {FRONT, SECTION, f"{FRONT}#amsterdam", "en/begrippen.md", "en/index.md", STRING} <= names
    assert {"en:ui:site_name", "en:checklists/gemeente:items.intake.ask", "en:tips:dossier.who"} <= names
    assert not any(name.startswith("nl") for name in names)


def test_every_text_tells_its_state_and_the_hash_that_it_should_carry(root: Path) -> None:
    found = _units(root)
    dutch = load([root]).pages["nl"]
    snel = markup.sections(dutch["handreiking/intake"])[1]
    told = {name: (found[name].state, found[name].stamp) for name in (FRONT, SECTION, "en/index.md", "en:ui:site_name")}
    assert told == {
        FRONT: ("stale", f"nl@{front_hash(dutch['handreiking/intake'])}"),
        SECTION: ("stale", f"nl@{section_hash(snel)}"),
        "en/index.md": ("missing", f"nl@{front_hash(dutch['index'])}"),
        "en:ui:site_name": ("missing", f"nl@{hash_of('Kennisbank')}"),
    }


def test_a_text_that_is_translated_tells_where_its_hash_stands(root: Path) -> None:
    found = _units(root)
    for name in (FRONT, SECTION, f"{FRONT}#amsterdam", STRING):
        line = Path(found[name].file).read_text(encoding="utf-8").split("\n")[found[name].line - 1]
        assert re.search(r'\bof(: |=)"nl@', line), name


def test_a_page_that_a_language_does_not_have_is_one_missing_text(root: Path) -> None:
    assert [name for name in _units(root) if name.startswith("en/index.md")] == ["en/index.md"]


def test_a_section_that_the_dutch_got_later_is_missing(root: Path) -> None:
    change(root, "nl/handreiking/intake.md", "## Hoe deed", "## Nieuw {#nieuw}\n\nTekst.\n\n## Hoe deed")
    unit = _units(root)[f"{FRONT}#nieuw"]
    assert (unit.state, unit.line) == ("missing", 0)


@pytest.mark.parametrize("name", [FRONT, SECTION, STRING])
def test_accepting_a_text_changes_its_line_and_nothing_else_and_makes_it_current(root: Path, name: str) -> None:
    unit, others = _units(root)[name], {key: found for key, found in _units(root).items() if key != name}
    before = _lines(root)
    said = accept(name, load([root]))
    file = Path(unit.file).relative_to(root).as_posix()
    assert _changed(before, _lines(root)) == [(file, unit.line)]
    assert said == f"{unit.file}:{unit.line}: '{name}' now translates {unit.stamp}."
    now = _units(root)
    assert (now[name].state, now[name].stamp) == ("unchecked", unit.stamp)
    assert {key: found for key, found in now.items() if key != name} == others


def test_accepting_what_is_current_already_changes_nothing(root: Path) -> None:
    accept(SECTION, load([root]))
    before = _lines(root)
    accept(SECTION, load([root]))
    assert _lines(root) == before


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_accepting_a_text_leaves_the_line_ends_of_the_file_as_they_were(root: Path, ends: str) -> None:
    file = root / TRANSLATED_PAGE
    file.write_bytes(file.read_bytes().replace(b"\n", ends.encode()))
    before = _lines(root)
    accept(SECTION, load([root]))
    assert len(_changed(before, _lines(root))) == 1


def test_accepting_a_string_with_the_name_of_a_reader_makes_it_fresh(root: Path) -> None:
    before = _lines(root)
    accept(STRING, load([root]), checked_by="Sanne")
    assert len(_changed(before, _lines(root))) == 1
    assert _units(root)[STRING].state == "fresh"
    assert 'checked_by: "Sanne"' in (root / CATALOG).read_text(encoding="utf-8")


def test_accepting_a_page_with_the_name_of_a_reader_makes_its_accepted_blocks_fresh(root: Path) -> None:
    accept(SECTION, load([root]))
    before = _lines(root)
    accept(FRONT, load([root]), checked_by="Sanne")
    found = _units(root)
    assert [line for _, line in _changed(before, _lines(root))] == [8, 10]
    assert {name: found[name].state for name in (FRONT, SECTION, f"{FRONT}#amsterdam")} == {
        FRONT: "fresh",
        SECTION: "fresh",
        f"{FRONT}#amsterdam": "stale",
    }


def test_a_name_that_holds_quotes_leaves_the_file_readable(root: Path) -> None:
    accept(STRING, load([root]), checked_by='Sanne "de lezer" \\ Pharos')
    content = load([root])
    assert content.problems == []
    assert content.catalogs["en"]["tips"]["dossier.title"].data["checked_by"].startswith("Sanne ")


def test_accepting_without_a_name_leaves_standing_who_read_it_before(root: Path) -> None:
    accept(STRING, load([root]), checked_by="Sanne")
    change(root, "_data/tips.yml", "Haal vooraf op", "Haal eerst op")
    assert _units(root)[STRING].state == "stale"
    accept(STRING, load([root]))
    assert _units(root)[STRING].state == "fresh"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("en/handreiking/intak.md", "Did you mean 'en/handreiking/intake.md'?"),
        ("en/handreiking/intake.md#snell", "Did you mean 'en/handreiking/intake.md#snel'?"),
        ("en:tips:dossier.titel", "Did you mean 'en:tips:dossier.title'?"),
        ("??", "See the list for the names."),
    ],
)
def test_a_name_that_no_text_has_is_refused_with_a_hint(root: Path, name: str, says: str) -> None:
    before = _lines(root)
    with pytest.raises(NotAccepted, match=re.escape(f"There is no text '{name}'. {says}")):
        accept(name, load([root]))
    assert _lines(root) == before


@pytest.mark.parametrize("name", ["en/index.md", "en:tips:dossier.who"])
def test_what_is_not_translated_cannot_be_accepted(root: Path, name: str) -> None:
    before = _lines(root)
    stamp = _units(root)[name].stamp
    with pytest.raises(NotAccepted, match=f"not translated yet. Write the translation first; its stamp is {stamp}"):
        accept(name, load([root]))
    assert _lines(root) == before


def test_a_section_without_a_hash_cannot_be_accepted_and_is_told_which_one_to_add(root: Path) -> None:
    text = (root / TRANSLATED_PAGE).read_text(encoding="utf-8")
    put(root, TRANSLATED_PAGE, re.sub(r' of="nl@[0-9a-f]{8}"}', "}", text))
    before = _lines(root)
    with pytest.raises(NotAccepted, match=f'Add of="{_units(root)[SECTION].stamp}" by hand'):
        accept(SECTION, load([root]))
    assert _lines(root) == before


def test_a_reader_signs_a_whole_page_and_not_one_section_of_it(root: Path) -> None:
    before = _lines(root)
    with pytest.raises(NotAccepted, match="A section carries no name of its own"):
        accept(SECTION, load([root]), checked_by="Sanne")
    assert _lines(root) == before


def test_the_table_counts_every_text_of_every_group_once(root: Path) -> None:
    put(root, "_data/i18n/en.yml", (root / CATALOG).read_text(encoding="utf-8").replace("e9c14472", "00000000"))
    accept(STRING, load([root]), checked_by="Sanne")
    accept(SECTION, load([root]))
    found = list(units(load([root])))
    head, *rows = table(found)
    assert head.split() == ["fresh", "unchecked", "stale", "missing"]
    counted = {" ".join(row.split()[:-4]): tuple(map(int, row.split()[-4:])) for row in rows}
    assert counted["en pages"] == (0, 1, 3, 1)  # fresh, unchecked, stale, missing
    assert counted["en ui"] == (0, 0, 1, 1)
    assert counted["en tips"][0] == 1
    assert sum(map(sum, counted.values())) == len(found)
    assert len({len(row) for row in [head, *rows]}) == 1


def test_a_site_in_dutch_only_has_an_empty_table() -> None:
    assert [line.split() for line in table([])] == [["fresh", "unchecked", "stale", "missing"]]


def test_a_language_with_a_folder_and_no_catalog_is_counted_too(root: Path) -> None:
    put(root, "ar/index.md", '---\ntitle: "x"\n---\n')
    found = _units(root)
    assert found["ar/index.md"].line
    assert found["ar:ui:site_name"].state == "missing"


def test_the_command_names_what_is_stale_or_missing_and_with_all_every_text(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    accept(SECTION, load([root]))
    stamp = _units(root)[FRONT].stamp
    assert main(["--root", str(root)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert f"{FRONT}: stale; the Dutch is {stamp}" in told
    assert not any(line.startswith(f"{SECTION}:") for line in told)
    assert main(["--root", str(root), "--all"]) == 0
    assert f"{SECTION}: unchecked; the Dutch is {_units(root)[SECTION].stamp}" in capsys.readouterr().out.splitlines()


def test_the_command_accepts_one_text_and_says_so(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unit = _units(root)[SECTION]
    assert main(["--root", str(root), "--accept", SECTION]) == 0
    assert capsys.readouterr().out == f"{unit.file}:{unit.line}: '{SECTION}' now translates {unit.stamp}.\n"
    assert _units(root)[SECTION].state == "unchecked"


def test_the_command_refuses_in_one_line_and_without_a_traceback(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(root), "--accept", f"{FRONT}#snell"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1


def test_a_further_plural_form_that_fell_behind_is_in_the_report_and_can_be_accepted(root: Path) -> None:
    change(root, "_data/ui.yml", "site_name:", 'found_one: "{n} pagina"\nfound_other: "{n} pagina en meer"\nsite_name:')
    entry = '{text: "{n} pages", of: "nl@00000000", by: machine, checked_by: null}'
    change(root, CATALOG, "ui:\n", f"ui:\n  found_few: {entry}\n")
    assert _units(root)["en:ui:found_few"].state == "stale"
    accept("en:ui:found_few", load([root]))
    assert _units(root)["en:ui:found_few"].state == "unchecked"


def test_the_docs_of_the_repository_have_a_unit_for_every_language_of_the_site() -> None:
    languages = {unit.name[:2] for unit in units(load([ROOT / "docs"]))}
    assert {"en", "ar", "ti"} <= languages
