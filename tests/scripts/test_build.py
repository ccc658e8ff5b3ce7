"""The one command: what it takes, what it tells, and that it makes the same site every time."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pytest

from scripts.addresses import DEFAULT_URL
from scripts.build import Options, build, main, options_from, overdue, run
from scripts.content import load
from tests.conftest import TODAY
from tests.scripts.small_root import put, write_root


def _hashes(site: Path) -> dict[str, str]:
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }


def test_two_builds_of_one_day_make_the_same_site_to_the_byte(site: Path, tmp_path: Path) -> None:
    build(Options(out=tmp_path / "site", work=tmp_path / "work", today=TODAY))
    assert _hashes(tmp_path / "site") == _hashes(site)


def test_a_build_needs_no_word_to_start() -> None:
    options, asked = options_from([])
    assert options.roots == [Path("docs")]
    assert options.out == Path("site")
    assert options.today == str(dt.datetime.now().astimezone().date())
    assert asked.serve is False


def test_the_site_takes_its_address_from_the_command_or_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KENNISBANK_SITE_URL", raising=False)
    assert options_from([])[0].site_url == DEFAULT_URL
    assert options_from(["--site-url", "https://x.nl/kennis"])[0].site_url == "https://x.nl/kennis/"
    monkeypatch.setenv("KENNISBANK_SITE_URL", "https://y.nl/")
    assert options_from([])[0].site_url == "https://y.nl/"


def test_an_edition_lies_over_the_base(tmp_path: Path) -> None:
    assert options_from(["--root", str(tmp_path)])[0].roots == [Path("docs"), tmp_path]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--today", "22-11-2026"], "'22-11-2026' is no date. Write it as 2026-11-22."),
        (["--today", "2026-02-30"], "'2026-02-30' is no date. Write it as 2026-11-22."),
        (["--site-url", "kennisbank.nl"], "'kennisbank.nl' is no address. It starts with https://."),
        (["--root", "bestaat-niet"], "there is no folder 'bestaat-niet'."),
    ],
)
def test_a_word_that_makes_no_sense_is_told_before_anything_is_built(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert says in capsys.readouterr().err


def test_a_fact_past_its_date_is_a_line_in_the_report_with_where_to_look(tmp_path: Path) -> None:
    root = write_root(tmp_path.resolve())
    [line] = overdue(load([root]), "2027-05-23")
    assert line.startswith(f"{root.as_posix()}/_data/facts.yml:1: 'bel-112' was valid until 2027-05-22.")
    assert "Check it at rijksoverheid.nl" in line


def test_a_fact_is_not_overdue_on_its_last_day(tmp_path: Path) -> None:
    assert overdue(load([write_root(tmp_path)]), "2027-05-22") == []


def test_an_overdue_fact_does_not_break_the_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(Options(out=tmp_path / "site", work=tmp_path / "work", today="2035-01-01", pages_only=True))
    told = capsys.readouterr()
    facts = load([Path("docs")]).families["facts"]
    assert code == 0
    assert len([line for line in told.out.splitlines() if line.startswith("overdue: docs/_data/facts.yml:")]) == len(
        facts
    )
    assert not (tmp_path / "site").exists()
    assert (tmp_path / "work" / "docs" / "nl" / "index.md").is_file()


def test_an_edition_adds_a_page_without_touching_the_settings(tmp_path: Path) -> None:
    edition, out = tmp_path / "editie", tmp_path / "site"
    put(edition, "nl/los.md", '---\ntitle: "Los"\nkind: plain\ndescription: "Los."\n---\n\nTekst.\n')
    assert run(Options([Path("docs"), edition], out=out, work=tmp_path / "work", today=TODAY)) == 0
    assert "<h1>Los</h1>" in (out / "los" / "index.html").read_text(encoding="utf-8")
    assert "<h1>Los</h1>" in (out / "en" / "los" / "index.html").read_text(encoding="utf-8")
