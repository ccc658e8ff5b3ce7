"""Whoever errs in a number, a card or a crisis card is told once: where it is, what it is, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scripts.faults import Break, Fault, swap, told_at
from tests.scripts.signals_root import ACUTE, CARDS, CRISIS, ENGLISH, ENGLISH_ACUTE, FACTS, SIGNALS, write_signals
from tests.scripts.small_root import change, faults

CONTACT = SIGNALS[CRISIS].partition("eigen-contact:\n")[2]
FUNCTION = '  function: teamleider\n  phone: "+31 10 000 00 02"'


def alone(breaks: Break) -> Break:
    """Break as ``breaks`` does, where the acute page is not translated."""

    def again(root: Path) -> tuple[str, int]:
        (root / ENGLISH_ACUTE).unlink()
        return breaks(root)

    return again


def both(first: Break, second: Break) -> Break:
    """Break in two places; the fault is told in the second."""

    def breaks(root: Path) -> tuple[str, int]:
        first(root)
        return second(root)

    return breaks


NUMBERS = [
    Fault(
        "a number of the facts that is typed on a page",
        swap(ACUTE, "Schrijf op wat u zag.", "Bel 112 en schrijf op wat u zag."),
        "the phone number '112' is typed here, without a date and a source",
        'Write {{ call("bel-112") }}',
    ),
    Fault(
        "a number that nobody knows yet on a page",
        swap(ACUTE, "Schrijf op wat u zag.", "Bel 010-123 45 67."),
        "the phone number '010-123 45 67' is typed here",
        "Add it to facts.yml",
    ),
    Fault(
        "a number in a link to dial",
        swap(ACUTE, "Schrijf op wat u zag.", "Bel [de lijn](tel:08002000)."),
        "the phone number '08002000' is typed here",
        "Add it to facts.yml",
    ),
    Fault(
        "a number in the summary of a page",
        swap(ACUTE, "Wie u belt bij gevaar.", "Bel 112 bij gevaar."),
        "the phone number '112' is typed here",
        "leave it out elsewhere",
    ),
    Fault(
        "a number beside a large button",
        swap(ACUTE, "Iemand is gewond.", "Iemand is gewond. Bel 112."),
        "the phone number '112' is typed here",
        "leave it out elsewhere",
    ),
    Fault(
        "a number in the data",
        swap("_data/tips.yml", '"Voor de intake."', '"Voor de intake. Of bel 0800-2000."'),
        "the phone number '0800-2000' is typed here",
        'call("veilig-thuis")',
    ),
    Fault(
        "a number on a card",
        swap(CARDS, "Wij kunnen samen bellen.", "Wij kunnen samen 113 bellen."),
        "the phone number '113' is typed here",
        "Add it to facts.yml",
    ),
    Fault(
        "a number on a translated page",
        swap(ENGLISH_ACUTE, "Write down what you saw.", "Call 112."),
        "the phone number '112' is typed here",
        'call("bel-112")',
    ),
    Fault(
        "a number on a translated page in the digits of another script",
        swap(ENGLISH_ACUTE, "Write down what you saw.", "\u0627\u062a\u0635\u0644 \u0628\u0661\u0661\u0662."),
        "the phone number '112' is typed here",
        'call("bel-112")',
    ),
    Fault(
        "a number in a translated text of the data",
        swap(ENGLISH, "Fetch what is known", "Fetch it, or call 0800-2000"),
        "the phone number '0800-2000' is typed here",
        'call("veilig-thuis")',
    ),
    Fault(
        "a call of a fact that is no number",
        swap(ACUTE, 'call("veilig-thuis")', 'call("naam-avg")'),
        "'naam-avg' is no phone number",
        'Write {{ fact("naam-avg") }} instead',
    ),
    Fault(
        "a call of a fact that is not there",
        swap(ACUTE, 'call("veilig-thuis")', 'call("veilig-huis")'),
        "unknown id in call: 'veilig-huis'",
        "Did you mean 'veilig-thuis'?",
    ),
    Fault(
        "a large button for a fact that is no number",
        alone(swap(ACUTE, "fact: bel-112", "fact: naam-avg")),
        "'naam-avg' is no phone number",
        "Choose a fact with the unit 'telefoon'",
    ),
    Fault(
        "a large button for a fact that is not there",
        alone(swap(ACUTE, "fact: bel-112", "fact: bel-122")),
        "unknown fact 'bel-122'",
        "Did you mean 'bel-112'?",
    ),
    Fault(
        "a macro beside a large button, where it would be printed as it stands",
        swap(ACUTE, "Iemand is gewond.", "Bel {{ call('bel-112') }}."),
        "a macro in a text that is printed as it stands",
        "Write it in plain words",
    ),
    Fault(
        "a fact that is called and that has no form",
        swap(FACTS, SIGNALS[FACTS].partition("veilig-thuis:")[2].partition("naam-avg:")[0], ' "0800-2000"\n'),
        "does not fit",
        "",
    ),
]

PAGE = [
    Fault(
        "lines to write on in a number that does not exist",
        swap(ACUTE, 'lines("3")', 'lines("4")'),
        "how many lines to write on is not told",
        'Write {{ lines("2") }}, "3" or "5"',
    ),
    Fault(
        "lines to write on without a number",
        swap(ACUTE, 'lines("3")', "lines()"),
        "how many lines to write on is not told",
        'Write {{ lines("2") }}, "3" or "5"',
    ),
    Fault(
        "a drawing on a page that is not there",
        swap(ACUTE, 'picture("zorg-huisarts")', 'picture("zorg-huisart")'),
        "unknown id in picture: 'zorg-huisart'",
        "Did you mean 'zorg-huisarts'?",
    ),
    Fault(
        "a drawing whose file is not there",
        swap("_data/pictures.yml", 'picto: "zorg-huisarts"', 'picto: "zorg-huisart"'),
        "unknown drawing 'zorg-huisart'",
        "Did you mean 'zorg-huisarts'?",
    ),
    Fault(
        "a drawing that tells nothing in words",
        swap("_data/pictures.yml", '  alt: "Een pijl wijst van een huis naar de huisarts."\n', "", at="zorg-huisarts:"),
        "'alt' is missing",
        "Add the line 'alt: …'",
    ),
    Fault(
        "an acute page without its large buttons",
        alone(
            swap(
                ACUTE,
                'calls:\n  - title: "Is er nu gevaar?"\n    text: "Iemand is gewond."\n    fact: bel-112\n',
                "",
                at="title:",
            )
        ),
        "'calls' is missing",
        "Add the line 'calls: …'",
    ),
]

TRANSLATED = [
    Fault(
        "a translated acute page that cannot be left at once",
        told_at(ENGLISH_ACUTE, "quick_exit: false", swap(ENGLISH_ACUTE, "quick_exit: true", "quick_exit: false")),
        "another quick_exit than the Dutch page",
        "Use: True",
    ),
    Fault(
        "a translated acute page with another number on its button",
        told_at(ENGLISH_ACUTE, "calls:", swap(ENGLISH_ACUTE, "fact: bel-112", "fact: veilig-thuis")),
        "the buttons call other numbers than those of the Dutch page",
        "Use: bel-112",
    ),
    Fault(
        "a translated section with another number",
        told_at(ENGLISH_ACUTE, "{#bellen", swap(ENGLISH_ACUTE, 'call("veilig-thuis")', 'call("bel-112")')),
        "the section 'bellen' shows other calls of call than the Dutch",
        "Use: veilig-thuis",
    ),
    Fault(
        "a translated section without the crisis card",
        told_at(ENGLISH_ACUTE, "{#bellen", swap(ENGLISH_ACUTE, "{{ crisis_card() }}\n", "")),
        "the section 'bellen' shows other calls of crisis_card than the Dutch",
        "Use: crisis_card()",
    ),
    Fault(
        "a translated section without the end of the first side",
        told_at(ENGLISH_ACUTE, "{#bellen", swap(ENGLISH_ACUTE, "{{ page_break() }}\n", "")),
        "the section 'bellen' shows other calls of page_break than the Dutch",
        "Use: page_break()",
    ),
    Fault(
        "a translated section without its drawing",
        told_at(ENGLISH_ACUTE, "{#zorg", swap(ENGLISH_ACUTE, '{{ picture("zorg-huisarts") }}\n', "")),
        "the section 'zorg' shows other calls of picture than the Dutch",
        "Use: zorg-huisarts",
    ),
]

CARD = [
    Fault(
        "a card of which a line is not translated for a language that shows the cards",
        told_at(
            CARDS,
            "slaap:",
            swap(
                ENGLISH,
                '  slaap.opening: {text: "EN opening", of: "nl@e9c14472", by: machine, checked_by: null}\n',
                "",
            ),
        ),
        "the card 'slaap' is not translated for",
        "Add these under 'cards' in i18n/en.yml",
    ),
    Fault(
        "a card whose drawing is not there",
        swap(CARDS, "kaart-slaap", "kaart-slaab"),
        "unknown drawing 'kaart-slaab'",
        "Did you mean 'kaart-slaap'?",
    ),
    Fault(
        "a card out of a source that is not there",
        swap(CARDS, "id: handreiking-2017", "id: handreiking-2018", at="sources:"),
        "unknown source 'handreiking-2018'",
        "Did you mean 'handreiking-2017'?",
    ),
    Fault(
        "a card that does not say what comes next",
        both(
            swap(ENGLISH, '  slaap.next: {text: "EN next", of: "nl@e9c14472", by: machine, checked_by: null}\n', ""),
            swap(CARDS, '  next: "Wij kunnen samen bellen."\n', "", at="slaap:"),
        ),
        "'next' is missing",
        "Add the line 'next: …'",
    ),
]

CRISIS_CARD = [
    Fault(
        "a line that the crisis card does not have",
        swap(CRISIS, "huisartsenpost:", "huisartspost:"),
        "unknown line of the crisis card 'huisartspost'",
        "Did you mean 'huisartsenpost'?",
    ),
    Fault(
        "a line that nothing on the crisis card resembles",
        swap(CRISIS, "huisartsenpost:", "xyz:"),
        "unknown line of the crisis card 'xyz'",
        "Its lines: huisartsenpost, ggz-crisisdienst, eigen-contact",
    ),
    Fault(
        "a key that no line of the crisis card has",
        swap(CRISIS, 'phone: "010 000 0001"', 'phone: "010 000 0001"\n  phones: "x"', at="phones:"),
        "unknown key 'phones'",
        "Did you mean 'phone'?",
    ),
    Fault(
        "a name of a person where a function stands",
        swap(CRISIS, "  function: teamleider", '  name: "Sanne"\n  function: teamleider'),
        "the line 'eigen-contact' of the crisis card has no 'name'",
        "This line has: function, phone, hours, checked_on",
    ),
    Fault(
        "a function where the name of a place stands",
        swap(
            CRISIS, '  name: "Huisartsenpost Testdam"', '  name: "Post"\n  function: receptie', at="function: receptie"
        ),
        "the line 'huisartsenpost' of the crisis card has no 'function'",
        "This line has: name, phone, hours, checked_on",
    ),
    Fault(
        "a line of the crisis card without its hours",
        swap(CRISIS, '  hours: "op werkdagen"\n', "", at="eigen-contact:"),
        "'hours' is missing",
        "Add the line 'hours: …'",
    ),
    Fault(
        "a line of the crisis card without its number",
        swap(CRISIS, '  phone: "010 000 0001"\n', "", at="huisartsenpost:"),
        "'phone' is missing",
        "Add the line 'phone: …'",
    ),
    Fault(
        "a line of the crisis card of which nobody says when it was called",
        swap(CRISIS, '  checked_on: "2026-11-21"\n', "", at="eigen-contact:"),
        "'checked_on' is missing",
        "Add the line 'checked_on: …'",
    ),
    Fault(
        "a place on the crisis card without its name",
        swap(CRISIS, '  name: "Huisartsenpost Testdam"\n', "", at="huisartsenpost:"),
        "'name' is missing on the line 'huisartsenpost' of the crisis card",
        "take the whole line 'huisartsenpost' away",
    ),
    Fault(
        "a function that is nearly in the list",
        swap(CRISIS, "function: teamleider", "function: teamlijder"),
        "unknown function 'teamlijder'",
        "Did you mean 'teamleider'?",
    ),
    Fault(
        "a function that is not in the list",
        swap(CRISIS, "function: teamleider", "function: sanne"),
        "unknown function 'sanne'",
        "a person's name does not belong on the card",
    ),
    Fault(
        "a number on the crisis card with letters in it",
        swap(CRISIS, '"010 000 0001"', '"0800-HULP"'),
        "'0800-HULP' does not fit phone",
        'a phone number such as "010 000 0000", in quotes',
    ),
    Fault(
        "a number on the crisis card that YAML reads as a sum",
        swap(CRISIS, '"010 000 0001"', "0100000001"),
        "does not fit phone",
        "in quotes",
    ),
    Fault(
        "something filled in on the line that is the same everywhere",
        swap(CRISIS, f"eigen-contact:\n{CONTACT}", f"ggz-crisisdienst:\n{CONTACT.replace(FUNCTION, FUNCTION[23:])}"),
        "the line 'ggz-crisisdienst' of the crisis card cannot be filled in",
        "Take it away",
    ),
]

ALL = [*NUMBERS, *PAGE, *TRANSLATED, *CARD, *CRISIS_CARD]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small content root without faults, with numbers, cards and a filled crisis card."""
    return write_signals(tmp_path.resolve() / "docs")


def test_a_root_with_cards_and_a_crisis_card_has_no_faults(root: Path) -> None:
    assert faults(root) == []


def test_no_two_faults_have_one_name() -> None:
    assert len({fault.name for fault in ALL}) == len(ALL)


@pytest.mark.parametrize("fault", ALL, ids=lambda fault: fault.name.replace(" ", "-"))
def test_one_mistake_on_a_page_on_health_is_told_once_with_its_place_and_what_to_do(fault: Fault, root: Path) -> None:
    fault.is_told_once_in(root)


def test_a_card_may_lack_a_translation_where_no_page_of_that_language_shows_it(root: Path) -> None:
    (root / "en" / "kaarten.md").unlink()
    change(root, ENGLISH, '  slaap.title: {text: "EN title", of: "nl@e9c14472", by: machine, checked_by: null}\n', "")
    assert faults(root) == []


def test_a_crisis_card_may_leave_lines_open(root: Path) -> None:
    change(root, CRISIS, f"eigen-contact:\n{CONTACT}", "")
    assert faults(root) == []


def test_faults_of_the_edition_of_a_gemeente_are_told_in_its_own_file(root: Path, tmp_path: Path) -> None:
    edition = tmp_path.resolve() / "testdam"
    (root / CRISIS).rename(_folder(edition / CRISIS))
    line = change(edition, CRISIS, "function: teamleider", "function: teamlijder")
    [told] = faults(root, edition)
    assert (told.file, told.line) == ((edition / CRISIS).as_posix(), line)


def _folder(file: Path) -> Path:
    file.parent.mkdir(parents=True)
    return file
