"""What a translation says of itself, and when the Dutch has moved on without it."""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.content import Page, load
from scripts.translations import hash_of, page_hash, page_state, report, state
from scripts.yaml_lines import parse
from tests.scripts.small_root import change, write_root

exactly = settings(deadline=None, derandomize=True, max_examples=100)
WORDS = st.lists(st.text(st.characters(categories=["L", "M", "P"]), min_size=1), min_size=1, max_size=5)


def _page(body: str, front: str = 'title: "Titel"\nkind: plain', language: str = "nl") -> Page:
    return Page(f"{language}/x.md", language, "x", parse(front, "x.md"), body, 4)


def test_the_hash_is_the_first_eight_digits_of_the_sha256_of_the_text() -> None:
    assert hash_of("Vraag één") == hashlib.sha256("Vraag één".encode()).hexdigest()[:8]


@exactly
@given(WORDS, st.sampled_from([" ", "  ", "\n", "\n\n", "\t ", "\r\n", "\u00a0"]))
def test_spaces_and_line_ends_do_not_change_the_hash(words: list[str], space: str) -> None:
    assert hash_of(space.join(["", *words, ""])) == hash_of(" ".join(words))


@exactly
@given(WORDS)
def test_a_letter_and_its_accent_count_as_one_however_they_are_typed(words: list[str]) -> None:
    text = " ".join(words)
    assert hash_of(unicodedata.normalize("NFD", text)) == hash_of(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("one", "other"), [("Bel 112.", "Bel 113."), ("een huis", "eenhuis"), ("Ja", "ja"), ("é", "e")]
)
def test_another_word_letter_or_number_changes_the_hash(one: str, other: str) -> None:
    assert hash_of(one) != hash_of(other)


@pytest.mark.parametrize(
    ("of", "checked_by", "expected"),
    [
        (None, None, "missing"),
        (None, "iemand", "missing"),
        ("nl@00000000", "iemand", "stale"),
        ("nl@00000000", None, "stale"),
        ("nl@12345678", None, "unchecked"),
        ("nl@12345678", "", "unchecked"),
        ("nl@12345678", "iemand", "fresh"),
        ("en@12345678", "iemand", "stale"),
    ],
)
def test_a_translation_is_fresh_only_if_a_human_checked_it_against_the_dutch_of_today(
    of: str | None, checked_by: str | None, expected: str
) -> None:
    assert state(of, checked_by, "12345678") == expected


def test_the_dutch_page_itself_is_the_source_and_no_page_is_a_missing_translation() -> None:
    dutch = _page("tekst")
    assert page_state(dutch, dutch) == "source"
    assert page_state(None, dutch) == "missing"


def test_a_page_is_stale_once_the_dutch_body_changes() -> None:
    dutch = _page("Bel 112.")
    english = _page("Call 112.", f'of: "nl@{page_hash(dutch)}"\nchecked_by: null', "en")
    assert page_state(english, dutch) == "unchecked"
    assert page_state(english, _page("Bel 113.")) == "stale"


def test_a_page_is_stale_once_the_dutch_title_changes() -> None:
    assert page_hash(_page("x", 'title: "A"')) != page_hash(_page("x", 'title: "B"'))


def test_a_page_is_stale_once_a_question_on_it_leads_elsewhere_in_words() -> None:
    one, other = (_page("x", f'doors:\n  - {{title: "{title}", page: "a.md", pictogram: huis}}') for title in "AB")
    assert page_hash(one) != page_hash(other)


def test_claims_ids_and_pictograms_are_no_words_and_make_no_page_stale() -> None:
    plain = _page("## Kop {#kop}\n\ntekst", 'title: "T"\nkind: plain')
    claimed = _page(
        '## Kop {#kop covers="hr.stap.1" source="infosheet: 1"}\n\ntekst', 'title: "T"\nkind: chapter\nchapter: "2"'
    )
    assert page_hash(claimed) == page_hash(plain)


def test_the_report_names_what_is_missing_and_what_is_stale_with_the_hash_to_accept(tmp_path: Path) -> None:
    content = load([write_root(tmp_path)])
    lines = report(content)
    dutch = content.pages["nl"]
    assert f"en/begrippen.md: stale; the Dutch is nl@{page_hash(dutch['begrippen'])}" in lines
    assert f"en/index.md: missing; the Dutch is nl@{page_hash(dutch['index'])}" in lines
    assert f"en tips dossier.who: missing; the Dutch is nl@{hash_of('Wie namens de gemeente de intake doet.')}" in lines
    assert not any(line.startswith("nl") for line in lines)


def test_the_report_is_silent_about_what_is_translated_from_the_dutch_of_today(tmp_path: Path) -> None:
    root = write_root(tmp_path)
    of = hash_of("Vraag {n} van {total}")
    change(root, "_data/i18n/en.yml", 'total}", of: "nl@e9c14472"', f'total}}", of: "nl@{of}"')
    change(root, "en/begrippen.md", '"nl@e9c14472"', f'"nl@{page_hash(load([root]).pages["nl"]["begrippen"])}"')
    told = "\n".join(report(load([root])))
    assert "question_of" not in told
    assert "en/begrippen.md" not in told
