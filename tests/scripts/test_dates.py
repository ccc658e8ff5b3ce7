"""Dates are written as readers of a language write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.content import Content, load
from scripts.dates import day
from scripts.languages import languages
from scripts.localise import localise
from tests.conftest import ROOT

DUTCH = {
    "months": "januari, februari, maart, april, mei, juni, juli, augustus, september, oktober, november, december",
    "date": "{day} {month} {year}",
}
LOCALES = list(languages(ROOT / "mkdocs.yml"))


@pytest.fixture(scope="module")
def content(_in_project_folder: None) -> Content:
    """What docs/ holds."""
    return load([Path("docs")])


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2026-11-22", "22 november 2026"),
        ("2027-01-01", "1 januari 2027"),
        ("2024-02-29", "29 februari 2024"),
        ("2027-12-31", "31 december 2027"),
    ],
)
def test_a_dutch_date_is_written_out_without_a_leading_nought(date: str, written: str) -> None:
    assert day(date, DUTCH) == written


def test_a_language_decides_on_the_order_of_day_month_and_year() -> None:
    assert day("2026-03-05", DUTCH | {"date": "{month} {day}, {year}"}) == "maart 5, 2026"


def test_a_day_that_no_calendar_has_is_refused() -> None:
    with pytest.raises(ValueError, match="day"):
        day("2027-02-30", DUTCH)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_has_twelve_months_and_shows_day_and_year(locale: str, content: Content) -> None:
    ui = localise(content, locale)["ui"]
    written = [day(f"2026-{month:02}-22", ui) for month in range(1, 13)]
    assert len(set(written)) == 12
    assert len(ui["months"].split(",")) == 12
    assert all("22" in text and "2026" in text for text in written)


def test_dutch_months_are_the_dutch_ones(content: Content) -> None:
    assert day("2026-03-01", localise(content, "nl")["ui"]) == "1 maart 2026"
