"""How readable the Dutch is: what counts as a sentence, what is passive, and which page is beyond a bar."""

# ruff: noqa: RUF001 - Dutch is written with these apostrophes and quotation marks
from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.content import load
from scripts.readability import (
    BARS,
    LONG,
    LONG_WORDS,
    PASSIVE,
    WORD,
    WORDS,
    is_passive,
    main,
    measure,
    pages_beyond_bars,
    report,
    sentences,
    sentences_of_pages,
)
from tests.scripts.small_root import change, faults, put, write_root

INTAKE = "nl/handreiking/intake.md"
INVITE = "Nodig een nieuwe statushouder zo vroeg mogelijk uit om kennis te maken."


def _said(root: Path, page: str) -> list[str]:
    return [sentence for _, sentence in sentences_of_pages(load([root]))[page]]


def _root_with(tmp_path: Path, text: str) -> Path:
    """A root whose guide page says ``text`` in the place of its own first sentence."""
    root = write_root(tmp_path)
    change(root, INTAKE, INVITE, text)
    return root


def _measured(*spoken: str) -> dict[str, float]:
    return measure([("x.md:1", sentence) for sentence in spoken])


# --- what is a sentence ---


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bel 112. Blijf erbij.", ["Bel 112.", "Blijf erbij."]),
        ("Lukt dat? Ga door! Stop dan…", ["Lukt dat?", "Ga door!", "Stop dan…"]),
        ("Dat is van de gemeente. ’s Avonds belt u.", ["Dat is van de gemeente.", "’s Avonds belt u."]),
        ("Praat met collega’s. U hoort dan meer.", ["Praat met collega’s.", "U hoort dan meer."]),
        ("Bel 113. 24 uur per dag neemt iemand op.", ["Bel 113.", "24 uur per dag neemt iemand op."]),
        ("Dat kan in Den Helder. Éen keer is genoeg.", ["Dat kan in Den Helder.", "Éen keer is genoeg."]),
    ],
)
def test_a_full_stop_or_a_question_mark_before_a_capital_or_a_number_ends_a_sentence(
    text: str, expected: list[str]
) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Vraag het bijv. Pharos.",
        "Denk o.a. Aan de Slag als voorbeeld.",
        "Vraag dhr. Jansen of mw. De Vries.",
        "Lees Kamerstuk 36078, nr. 3.",
        "Het boek van E.T. Bohlmeijer en A. Odé.",
        "Het begon op 3 jan. 2022.",
        "Zie art. 56a, d.w.z. Ontzorgen.",
    ],
)
def test_the_point_of_an_abbreviation_or_an_initial_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize("text", ["Er doen 1.500 mensen mee.", "Lees 3.1 van de handreiking.", "Kom om 9.30 uur."])
def test_the_point_in_a_number_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_a_number_or_a_year_may_end_a_sentence() -> None:
    assert sentences("Dat staat in 3.1. De wet geldt sinds 1 januari 2022. Nu nog.") == [
        "Dat staat in 3.1.",
        "De wet geldt sinds 1 januari 2022.",
        "Nu nog.",
    ]


def test_enzovoort_may_end_a_sentence() -> None:
    assert sentences("Denk aan sport, taal e.d. Vraag ook naar werk.") == [
        "Denk aan sport, taal e.d.",
        "Vraag ook naar werk.",
    ]


def test_a_question_that_is_quoted_within_a_sentence_does_not_end_it() -> None:
    text = "‘Hoe gaat het thuis?’ vraagt u dan."
    assert sentences(text) == [text]


def test_a_sentence_in_quotation_marks_ends_with_the_mark() -> None:
    assert sentences("U zegt: ‘Dat is goed.’ ‘Ja,’ zegt zij.") == ["U zegt: ‘Dat is goed.’", "‘Ja,’ zegt zij."]


def test_a_colon_ends_no_sentence() -> None:
    assert len(sentences("Welzijn: hoe gaat het met iemand, thuis en in de buurt?")) == 1


@settings(deadline=None, derandomize=True, max_examples=100)
@given(st.lists(st.sampled_from(["Dat", "is", "o.a.", "goed.", "U", "3.1", "’s", "Bel", "nr.", "112.", "‘Ja?’"])))
def test_no_word_is_lost_between_two_sentences(words: list[str]) -> None:
    text = " ".join(words)
    assert WORD.findall(" ".join(sentences(text))) == WORD.findall(text)


# --- what is passive ---


@pytest.mark.parametrize(
    "sentence",
    [
        "De brief wordt morgen gestuurd.",
        "Statushouders worden door de gemeente uitgenodigd.",
        "Wordt dat ook gedaan?",
        "U leest dat de intake samen gehouden werd.",
        "De klachten moeten eerst worden besproken.",
        "Iemand kan naar de huisarts worden verwezen.",
        "Als iemand wordt aangemeld, belt u de volgende dag.",
        "In de les werden vragen over gezondheid gesteld.",
        "De taken worden ingezet waar dat nodig is.",
        "Wie in 2017 hulp had gehad werd later teruggebeld.",
        "Het plan is door de raad vastgesteld.",
        "Deze lijst was samen met partners door Pharos gemaakt.",
        "Dit wordt onderzocht.",
        "Er wordt een tolk geregeld.",
        "Er worden gegevens door het COA doorgegeven.",
        "De uitkomst wordt met de klant overlegd en dan ondertekend.",
    ],
)
def test_a_sentence_that_tells_what_is_done_is_passive(sentence: str) -> None:
    assert is_passive(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Het vervolg wordt vanzelf breder.",
        "De klachten worden niet erger.",
        "Iemand wil graag vrijwilliger worden.",
        "Het netwerk wordt bekend en mensen worden gezond.",
        "De gemeenten worden groter en de gesprekken korter.",
        "Toen werd de verklaring een verplicht deel van de inburgering.",
        "Samenwerken helpt voorkomen dat klachten erger worden.",
    ],
)
def test_to_become_something_is_not_passive(sentence: str) -> None:
    assert not is_passive(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "U stuurt de brief morgen.",
        "Wij hebben dit niet nagezocht.",
        "Pharos heeft de handreiking geschreven.",
        "De gemeente is begonnen met een brede intake.",
        "Door te bellen is de klantmanager op tijd geweest.",
        "Wordt het lastig, vraag dan wat de ander heeft gehoord.",
        "Het wordt lastig als de klant dat niet heeft gehoord.",
        "Wie gezond is, kan beter meedoen.",
    ],
)
def test_a_sentence_that_tells_who_does_what_is_active(sentence: str) -> None:
    assert not is_passive(sentence)


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("Er worden tips, hulp en raad gegeven.", False),  # the participle stands behind a comma
        ("De brief is gestuurd.", False),  # nobody is named with 'door'
        ("Wij zijn door het park gelopen.", False),
        ("Zij was door het raam gevallen.", False),
        ("De wijk wordt geliefd.", True),
    ],
)
def test_where_the_count_of_passive_sentences_is_known_to_err(sentence: str, counted: bool) -> None:
    assert is_passive(sentence) == counted


# --- what comes of it ---


def test_the_average_counts_words_and_a_number_is_one() -> None:
    assert _measured("Bel 0800-2000 voor zo’n vraag.", "Er doen 1.500 mensen mee met VNG/OTAV.")[WORDS] == 6.5


def test_a_sentence_is_long_from_twenty_one_words() -> None:
    assert _measured("woord " * 20, "woord " * 21)[LONG] == 50


def test_one_passive_sentence_in_four_is_a_quarter() -> None:
    assert _measured("De brief wordt gestuurd.", "U belt.", "U praat.", "U schrijft.")[PASSIVE] == 25


def test_a_word_is_long_from_thirteen_letters_and_digits_are_no_letters() -> None:
    assert _measured("twaalfletter dertienletter 0800-2000-0113")[LONG_WORDS] == pytest.approx(100 / 3)


def test_a_page_without_a_sentence_comes_to_nought() -> None:
    assert set(_measured().values()) == {0}


# --- what a page says ---


def test_a_fact_is_read_as_its_value_a_term_as_its_word_and_a_link_as_its_text(tmp_path: Path) -> None:
    said = _said(write_root(tmp_path), "handreiking/intake")
    assert "Bel 112 bij gevaar." in said
    assert "Een wijkteam helpt u." in said
    assert "Lees ook het begin, de checklist en de begrippen." in said


def test_a_term_without_a_word_of_its_own_is_read_as_the_glossary_has_it(tmp_path: Path) -> None:
    root = _root_with(tmp_path, 'Bel de **{{ term("huisarts") }}**.')
    assert "Bel de huisarts." in _said(root, "handreiking/intake")


def test_the_page_is_read_with_its_description_its_brief_and_what_its_macros_show(tmp_path: Path) -> None:
    said = _said(write_root(tmp_path), "handreiking/intake")
    assert {
        "Zo praat u in het eerste gesprek.",
        "Nodig nieuwe statushouders snel uit.",
        "Niet iedereen vertrouwt de overheid meteen.",
        "Nu hoort zij bij de wet.",
        "De stad begeleidt mensen vanaf het begin naar werk, opleiding of een eigen bedrijf.",
        "Dat weten wij niet.",
    } <= set(said)


def test_headings_titles_and_sources_are_no_sentences(tmp_path: Path) -> None:
    said = " ".join(_said(write_root(tmp_path), "handreiking/intake"))
    for silent in (
        "Nodig mensen snel uit",
        "Waarover praat u?",
        "Haal vooraf op",
        "Amsterdam begint",
        "kader",
        "hr.3.1",
    ):
        assert silent not in said


def test_each_item_of_a_list_is_a_sentence_with_or_without_a_full_stop(tmp_path: Path) -> None:
    root = _root_with(tmp_path, "Vraag naar:\n\n- werk;\n- gezondheid,\n  ook van de kinderen\n\n1. Bel eerst.")
    assert faults(root) == []
    said = _said(root, "handreiking/intake")
    assert said[said.index("Vraag naar:") :][:4] == [
        "Vraag naar:",
        "werk;",
        "gezondheid, ook van de kinderen",
        "Bel eerst.",
    ]


def test_a_list_right_below_its_first_line_is_read_item_by_item(tmp_path: Path) -> None:
    said = _said(_root_with(tmp_path, "Vraag naar:\n- werk\n- geld\n\nDaarna"), "handreiking/intake")
    assert said[said.index("Vraag naar:") :][:3] == ["Vraag naar:", "werk", "geld"]


def test_each_cell_of_a_table_is_read_but_not_the_head_of_the_table(tmp_path: Path) -> None:
    root = _root_with(tmp_path, "| Wat | Mag het |\n|---|---|\n| Bellen | Ja. Dat mag. |\n\nDaarna")
    said = _said(root, "handreiking/intake")
    assert said[said.index("Bellen") :][:3] == ["Bellen", "Ja.", "Dat mag."]
    assert "Wat" not in said


def test_a_line_that_is_cut_in_two_is_one_sentence(tmp_path: Path) -> None:
    said = _said(write_root(tmp_path), "handreiking/intake")
    assert sum(sentence.startswith("Praat over werk en opleiding, en vraag ook") for sentence in said) == 1


def test_the_checklist_is_a_page_with_its_questions_reasons_and_first_steps(tmp_path: Path) -> None:
    said = _said(write_root(tmp_path), "checklist")
    assert {"Vul in wat u weet.", "Doet uw gemeente een brede intake?", "Bel het wijkteam."} <= set(said)
    assert "de klantmanager" not in said
    assert "Kennismaken" not in said


def test_the_list_of_words_is_read_on_its_own_page(tmp_path: Path) -> None:
    assert "Mensen van zorg en welzijn in de wijk." in _said(write_root(tmp_path), "begrippen")


def test_a_page_of_all_tips_is_read_with_each_of_them(tmp_path: Path) -> None:
    root = write_root(tmp_path)
    put(root, "nl/tips.md", '---\ntitle: "Tips"\nkind: tips\ndescription: "Alle tips."\n---\n\nHier staan ze.\n')
    said = _said(root, "tips")
    assert said[:3] == ["Alle tips.", "Hier staan ze.", "Wie namens de gemeente de intake doet."]


def test_the_home_page_is_read_with_the_texts_of_its_cards(tmp_path: Path) -> None:
    assert _said(write_root(tmp_path), "index") == [
        "Kennisbank voor gemeenten.",
        "Hier leest u wat u vandaag kunt doen.",
        "Zo vraagt u.",
        "Wat is er al?",
    ]


def test_other_languages_are_not_read(tmp_path: Path) -> None:
    assert not any("Here are words" in sentence for sentence in _said(write_root(tmp_path), "begrippen"))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Nodig een nieuwe statushouder", INTAKE),
        ("Een wijkteam helpt u.", INTAKE),
        ("Nodig nieuwe statushouders snel uit.", INTAKE),
        ("Niet iedereen vertrouwt", "_data/tips.yml"),
        ("Is er eerst zorg nodig", "_data/practices.yml"),
    ],
)
def test_each_sentence_comes_with_the_file_and_the_line_of_its_text(tmp_path: Path, sentence: str, name: str) -> None:
    root = write_root(tmp_path)
    places = [where for where, said in sentences_of_pages(load([root]))["handreiking/intake"] if sentence in said]
    file, _, line = places[0].rpartition(":")
    text = (root / name).read_text(encoding="utf-8").split("\n")[int(line) - 1]
    assert Path(file).name == Path(name).name
    assert sentence.split(maxsplit=1)[0] in text


# --- the bars ---

PLAIN = " ".join(["Bel ons."] * 40)
TOO_LONG = "Vraag dan " + "en dan " * 10 + "verder. "


def test_a_plain_site_is_within_the_bars_and_the_command_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_root(tmp_path)
    assert pages_beyond_bars(load([root])) == []
    assert main(root) == 0
    assert "BEYOND A BAR" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (" ".join(["Vraag naar werk en geld en taal en zorg en school en naar de buurt."] * 99), WORDS),
        (PLAIN + TOO_LONG * 9, LONG),
        (PLAIN + " De brief wordt gestuurd." * 20, PASSIVE),
    ],
)
def test_guidance_with_too_many_long_or_passive_sentences_is_beyond_a_bar_and_the_command_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, figure: str
) -> None:
    root = _root_with(tmp_path, text)
    (line,) = pages_beyond_bars(load([root]))
    assert line.startswith("handreiking/intake: ")
    assert line.endswith(f"{figure} (at most {BARS[figure]})")
    assert main(root) == 1
    assert f"BEYOND A BAR {line}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "old", "page"),
    [
        ("_data/checklists/gemeente.yml", "Deze checklist is voor gemeenten.", "checklist"),
        ("nl/index.md", "Hier leest u wat u vandaag kunt doen.", "index"),
        ("_data/tips.yml", "Niet iedereen vertrouwt de overheid meteen.", "handreiking/intake"),
    ],
)
def test_the_checklist_the_home_page_and_what_a_chapter_shows_are_guidance_too(
    tmp_path: Path, name: str, old: str, page: str
) -> None:
    root = write_root(tmp_path)
    change(root, name, old, TOO_LONG * 9)
    assert [line.partition(":")[0] for line in pages_beyond_bars(load([root]))] == [page]


def test_a_page_that_is_no_guidance_is_listed_without_a_bar(tmp_path: Path) -> None:
    root = write_root(tmp_path)
    change(root, "nl/begrippen.md", "Hier staan woorden die wij vaak gebruiken.", TOO_LONG * 9)
    content = load([root])
    assert pages_beyond_bars(content) == []
    (line,) = [line for line in report(content) if line.startswith("begrippen ")]
    assert line.endswith("no bar")


def test_the_report_gives_each_page_and_the_longest_sentences_with_their_place_once(tmp_path: Path) -> None:
    root = _root_with(tmp_path, TOO_LONG + TOO_LONG + "De brief wordt gestuurd.")
    put(root, "nl/extra.md", '---\ntitle: "T"\nkind: plain\ndescription: "Bel ons."\n---\n\nDe taak wordt nu gedaan.\n')
    lines = report(load([root]))
    pages = [line.split()[0] for line in lines[1 : lines.index("Longest") - 1]]
    longest = lines[lines.index("Longest") + 1 : lines.index("Longest passive") - 1]
    passive = lines[lines.index("Longest passive") + 1 :]
    assert {"begrippen", "checklist", "extra", "handreiking/intake", "index"} <= set(pages)
    assert len(longest) == 10
    assert longest[0].split()[:2] == ["23", "handreiking/intake"]
    assert "intake.md:" in longest[0]
    assert sum(TOO_LONG.strip() in line for line in longest) == 1
    assert [line.split(": ")[1] for line in passive] == ["De taak wordt nu gedaan.", "De brief wordt gestuurd."]
