"""What a translation says of itself, and when the Dutch has moved on without it."""

from __future__ import annotations

import hashlib
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts import markup
from scripts.content import Page
from scripts.translations import (
    STATES,
    front_hash,
    front_state,
    hash_of,
    page_state,
    section_hash,
    section_states,
    state,
    worst,
)
from scripts.yaml_lines import parse

exactly = settings(deadline=None, derandomize=True, max_examples=100)
WORDS = st.lists(st.text(st.characters(categories=["L", "M", "P"]), min_size=1), min_size=1, max_size=5)


def _page(body: str, front: str = 'title: "Titel"\nkind: plain', language: str = "nl") -> Page:
    return Page(f"{language}/x.md", language, "x", parse(front, "x.md"), body, 4)


DUTCH = """\
Bel 112.

## Eerst {#eerst covers="hr.stap.1" source="infosheet: 1"}

Nodig mensen uit.

### Klein {#klein}

En praat.

## Daarna {#daarna}

Help verder.
"""


def _translation(dutch: Page, checked_by: str = "null") -> Page:
    """A translation of every block of ``dutch``, made from the Dutch of today."""
    lead, *parts = markup.sections(dutch)
    blocks = [f'## EN {part.title} {{#{part.id} of="nl@{section_hash(part)}"}}\n\nText.\n' for part in parts]
    front = f'title: "Title"\nkind: plain\nof: "nl@{front_hash(dutch)}"\nchecked_by: {checked_by}'
    return _page("\n".join([f"EN {lead.body}", *blocks]), front, "en")


def _states(page: Page, dutch: Page) -> dict[str, str]:
    return {part.id: found for part, _, found in section_states(page, dutch)}


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
    dutch = _page(DUTCH)
    assert page_state(dutch, dutch) == "source"
    assert page_state(None, dutch) == "missing"


def test_a_translation_of_the_dutch_of_today_is_unchecked_until_a_human_has_read_it() -> None:
    dutch = _page(DUTCH)
    assert page_state(_translation(dutch), dutch) == "unchecked"
    assert page_state(_translation(dutch, '"Sanne"'), dutch) == "fresh"


@pytest.mark.parametrize(
    ("old", "new", "stale"),
    [
        ("Nodig mensen uit.", "Nodig iedereen uit.", "eerst"),
        ("## Eerst", "## Als eerste", "eerst"),
        ("En praat.", "En luister.", "eerst"),
        ("### Klein", "### Kleiner", "eerst"),
        ("Help verder.", "Help door.", "daarna"),
    ],
)
def test_a_change_in_one_dutch_section_makes_only_that_section_and_the_page_stale(
    old: str, new: str, stale: str
) -> None:
    english = _translation(_page(DUTCH), '"Sanne"')
    changed = _page(DUTCH.replace(old, new))
    assert _states(english, changed) == {"eerst": "fresh", "daarna": "fresh"} | {stale: "stale"}
    assert front_state(english, changed) == "fresh"
    assert page_state(english, changed) == "stale"


def test_a_change_in_the_dutch_before_the_first_heading_makes_no_section_stale() -> None:
    english = _translation(_page(DUTCH))
    changed = _page(DUTCH.replace("Bel 112.", "Bel 113."))
    assert front_state(english, changed) == "stale"
    assert set(_states(english, changed).values()) == {"unchecked"}
    assert page_state(english, changed) == "stale"


def test_a_change_in_the_dutch_title_makes_the_front_stale_and_no_section() -> None:
    english = _translation(_page(DUTCH))
    changed = _page(DUTCH, 'title: "Andere titel"\nkind: plain')
    assert front_state(english, changed) == "stale"
    assert set(_states(english, changed).values()) == {"unchecked"}


def test_a_new_dutch_section_is_missing_and_makes_the_page_stale() -> None:
    english = _translation(_page(DUTCH), '"Sanne"')
    grown = _page(DUTCH + "\n## Nieuw {#nieuw}\n\nTekst.\n")
    assert _states(english, grown) == {"eerst": "fresh", "daarna": "fresh", "nieuw": "missing"}
    assert page_state(english, grown) == "stale"


def test_sections_come_in_the_order_of_the_dutch() -> None:
    first, last = DUTCH.index("## Eerst"), DUTCH.index("## Daarna")
    turned = _page(DUTCH[:first] + DUTCH[last:] + "\n" + DUTCH[first:last])
    english = _translation(_page(DUTCH))
    assert [(part.id, own and own.id, found) for part, own, found in section_states(english, turned)] == [
        ("daarna", "daarna", "unchecked"),
        ("eerst", "eerst", "unchecked"),
    ]
    assert page_state(english, turned) == "unchecked"


def test_a_translated_section_without_a_hash_counts_as_stale() -> None:
    dutch = _page("## A {#a}\n\ntekst")
    english = _page("## A {#a}\n\ntext", f'of: "nl@{front_hash(dutch)}"', "en")
    assert _states(english, dutch) == {"a": "stale"}


def test_a_question_on_the_start_page_that_is_put_in_other_words_makes_the_page_stale() -> None:
    one, other = (_page("x", f'doors:\n  - {{title: "{title}", page: "a.md", pictogram: huis}}') for title in "AB")
    assert front_hash(one) != front_hash(other)


def test_claims_ids_and_pictograms_are_no_words_and_make_nothing_stale() -> None:
    plain = _page("lead\n\n## Kop {#kop}\n\ntekst\n\n### Klein {#klein}", 'title: "T"\nkind: plain')
    claimed = _page(
        'lead\n\n## Kop {#kop2 covers="hr.stap.1" source="infosheet: 1"}\n\ntekst\n\n### Klein {#kleiner}',
        'title: "T"\nkind: chapter\nchapter: "2"',
    )
    assert front_hash(claimed) == front_hash(plain)
    assert [section_hash(part) for part in markup.sections(claimed)[1:]] == [
        section_hash(part) for part in markup.sections(plain)[1:]
    ]


@exactly
@given(st.lists(st.sampled_from([*STATES, "source"])))
def test_a_whole_is_as_good_as_the_least_good_of_its_parts(found: list[str]) -> None:
    order = ["missing", "stale", "unchecked", "fresh", "source"]
    assert worst(found) == min([*found, "source"], key=order.index)
