"""Ways to break the small content root, each with where and how the fault must be told."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.scripts.small_root import FILES, TRANSLATED_PAGE, change, faults, put, write_translation

#: Breaks a root and returns the file and the line where the fault is.
Break = Callable[[Path], tuple[str, int]]

CHECKLIST = "_data/checklists/gemeente.yml"
VECTORS = "_data/checklists/gemeente.test.yml"
ENGLISH = "_data/i18n/en.yml"
PAGE = "nl/handreiking/intake.md"
FIGURE = """\
partners:
  title: "Twee netwerken"
  caption: "Wie in allebei hoort."
  groups:
    - {label: "Meedoen", members: ["Werkbedrijf"]}
    - {label: "Allebei", members: ["wijkteam"]}
    - {label: "Gezondheid", members: ["GGD"]}
  sources: [{id: handreiking-2017, at: "figuur 1"}]
  covers: []
"""


@dataclass(frozen=True)
class Fault:
    """A fault: its name, how it comes about, and words of what must be said and advised."""

    name: str
    breaks: Break
    what: str
    todo: str

    def is_told_once_in(self, root: Path) -> None:
        """Break ``root``; nothing but this fault may be told, with its file, its line and what to do."""
        file, line = self.breaks(root)
        told = faults(root)
        assert len(told) == 1, "\n".join(map(str, told)) or "nothing was told"
        assert (told[0].file, told[0].line) == ((root / file).as_posix(), line)
        assert self.what in told[0].what
        assert self.todo in told[0].todo
        assert told[0].todo.strip()


def swap(file: str, old: str, new: str, at: str = "") -> Break:
    """Put ``new`` in the place of ``old``; the fault is where ``old`` began, or where ``at`` stands afterwards."""

    def breaks(root: Path) -> tuple[str, int]:
        line = change(root, file, old, new)
        return file, _line_of(root, file, at) if at else line

    return breaks


def told_at(file: str, at: str, breaks: Break) -> Break:
    """Break as ``breaks`` does, but the fault is told where ``at`` stands in ``file``."""

    def again(root: Path) -> tuple[str, int]:
        breaks(root)
        return file, _line_of(root, file, at)

    return again


def write(file: str, text: str, line: int = 1) -> Break:
    """Write ``text`` as ``file``; the fault is on ``line``."""

    def breaks(root: Path) -> tuple[str, int]:
        put(root, file, text)
        return file, line

    return breaks


def latin(file: str, letter_after: str) -> Break:
    """Save ``file`` so that a letter after ``letter_after`` is not UTF-8."""

    def breaks(root: Path) -> tuple[str, int]:
        data = (root / file).read_bytes()
        assert data.count(letter_after.encode()) == 1
        (root / file).write_bytes(data.replace(letter_after.encode(), letter_after.encode() + b"\xe9"))
        return file, data[: data.index(letter_after.encode())].count(b"\n") + 1

    return breaks


def translated(breaks: Break) -> Break:
    """Break as ``breaks`` does, in a root whose chapter is translated from the Dutch of today."""

    def again(root: Path) -> tuple[str, int]:
        write_translation(root)
        return breaks(root)

    return again


def stamped(heading: str, by: str) -> Break:
    """Put ``by`` in the place of the hash that the translated heading with id ``heading`` carries."""

    def breaks(root: Path) -> tuple[str, int]:
        text = (root / TRANSLATED_PAGE).read_text(encoding="utf-8")
        mended, count = re.subn(rf'(\{{#{heading}\b[^}}]*?) of="[^"]*"', rf"\g<1>{by}", text)
        assert count == 1, f"{heading} carries {count} hashes"
        put(root, TRANSLATED_PAGE, mended)
        return TRANSLATED_PAGE, _line_of(root, TRANSLATED_PAGE, f"{{#{heading}")

    return breaks


def _line_of(root: Path, file: str, at: str) -> int:
    text = (root / file).read_text(encoding="utf-8")
    assert text.count(at) == 1, f"{at!r} stands {text.count(at)} times in {file}"
    return text[: text.index(at)].count("\n") + 1


LONG_TEXT = FILES[PAGE].partition('3.1"}\n\n')[2].partition("\n\n{{ tip")[0]

FORM = [
    Fault(
        "broken yaml in data that others refer to",
        swap("_data/tips.yml", '"Voor de intake."', '"Voor" de intake.'),
        "this is not valid YAML",
        "Check the indentation, the quotes and the colons",
    ),
    Fault(
        "broken yaml in a checklist",
        swap(CHECKLIST, '"Vul in wat u weet."', '"Vul" in'),
        "this is not valid YAML",
        "Check the indentation, the quotes and the colons",
    ),
    Fault(
        "broken yaml in the inventory",
        swap("_data/inventory.yml", "elements:", "elements: ]"),
        "this is not valid YAML",
        "Check the indentation, the quotes and the colons",
    ),
    Fault(
        "broken yaml in a catalog",
        swap(ENGLISH, "Fetch what is known", 'Fetch "what" is known'),
        "this is not valid YAML",
        "Check the indentation, the quotes and the colons",
    ),
    Fault(
        "broken yaml in front matter",
        swap(PAGE, "kind: chapter", "kind: [chapter", at='chapter: "3.1"'),
        "this is not valid YAML",
        "Check the indentation, the quotes and the colons",
    ),
    Fault(
        "a control character in data",
        swap("_data/ui.yml", "Kennisbank", "Kennis\x07bank"),
        "#x0007",
        "",
    ),
    Fault("a data file that is empty", write("_data/practices.yml", ""), "holds no list of 'name: …' entries", "id"),
    Fault("a data file that is a list", write("_data/ui.yml", "- a\n"), "holds no list of 'name: …' entries", "id"),
    Fault(
        "data that is not utf-8", latin("_data/glossary.yml", "zorg en welz"), "this is not UTF-8 text", "Save the file"
    ),
    Fault("a page that is not utf-8", latin("nl/index.md", "u vandaag"), "this is not UTF-8 text", "Save the file"),
    Fault(
        "a page that is not utf-8 and that others link to",
        latin(PAGE, "Lees ook"),
        "this is not UTF-8 text",
        "Save the file",
    ),
    Fault("no front matter", write("nl/index.md", "# Welkom\n"), "no front matter", "Start the page with ---"),
    Fault(
        "front matter that does not end",
        told_at("nl/index.md", "---", swap("nl/index.md", "pictogram: gesprek}\n---", "pictogram: gesprek}")),
        "no front matter",
        "Start the page with ---",
    ),
    Fault(
        "a key that stands twice",
        swap("_data/tips.yml", "  when:", '  who: "Ik."\n  when:'),
        "'who' stands twice, first on line 4",
        "Rename one of the two or remove it",
    ),
    Fault(
        "an id that stands twice",
        swap("_data/glossary.yml", "wijkteam:\n", "huisarts:\n  term: x\nwijkteam:\n"),
        "'huisarts' stands twice, first on line 1",
        "Rename one of the two or remove it",
    ),
    Fault(
        "a key in front matter that stands twice",
        swap(PAGE, "kind: chapter", "kind: chapter\ntitle: x", at="title: x"),
        "'title' stands twice, first on line 2",
        "Rename one of the two or remove it",
    ),
    Fault(
        "an unknown key",
        swap("_data/changes.yml", "  now:", '  moment: "Nu."\n  now:'),
        "unknown key 'moment'",
        "Known here: then, now, sources, facts",
    ),
    Fault(
        "an unknown key in front matter that is nearly right",
        swap("nl/index.md", "lead:", 'leed: "x"\nlead:'),
        "unknown key 'leed'",
        "Did you mean 'lead'?",
    ),
    Fault(
        "an unknown key in a question of a checklist",
        swap(CHECKLIST, "    builds_on: [intake]", "    builds_on: [intake]\n    tip: []", at="    tip: []"),
        "unknown key 'tip'",
        "Did you mean 'tips'?",
    ),
    Fault(
        "a bare date",
        swap("_data/facts.yml", 'checked_on: "2026-11-22"', "checked_on: 2026-11-22"),
        "'2026-11-22' is read as a timestamp",
        'Put it in quotes: "2026-11-22"',
    ),
    Fault(
        "a bare number with a point",
        swap(PAGE, 'chapter: "3.1"', "chapter: 3.1"),
        "'3.1' is read as a float",
        'Put it in quotes: "3.1"',
    ),
    Fault(
        "a bare hash of digits",
        swap("en/begrippen.md", '"nl@e9c14472"', "12345678"),
        "'12345678' does not fit of",
        'Give a hash such as "nl@e9c14472"',
    ),
    Fault(
        "a number that says it is one and is not",
        swap("_data/tips.yml", 'chapter: "3.1"', 'chapter: !!int "drie"'),
        "drie",
        "",
    ),
    Fault(
        "an entry that holds itself",
        swap("_data/glossary.yml", "see: [wijkteam]", "see: &rond [*rond]"),
        "",
        "",
    ),
    Fault(
        "a yes that yaml reads as true",
        swap("_data/practices.yml", 'answer: "unknown"', "answer: yes"),
        "still_exists.answer",
        "quotes",
    ),
    Fault(
        "a word that is not allowed",
        swap(PAGE, "kind: chapter", "kind: chaptr"),
        "'chaptr' is not allowed for kind",
        "Did you mean 'chapter'?",
    ),
    Fault(
        "a text that is empty",
        swap("_data/glossary.yml", '"Mensen van zorg en welzijn in de wijk."', '""'),
        "text is empty",
        "Give text for the reader",
    ),
    Fault(
        "a summary that is too long",
        swap(PAGE, '  - "Nodig nieuwe statushouders snel uit."\n', '  - "a"\n  - "b"\n  - "c"\n  - "d"\n', at="brief:"),
        "brief has more than 3 entries",
        "Leave some out",
    ),
    Fault(
        "a checklist without questions",
        swap(CHECKLIST, FILES[CHECKLIST].partition("items:\n")[2], "", at="items:"),
        "items",
        "",
    ),
    Fault(
        "an id with capitals and spaces",
        swap("_data/glossary.yml", "wijkteam:\n", "Het Wijkteam:\n  term: x\n  text: y\nwijkteam:\n"),
        "Het Wijkteam",
        "an id of small letters, digits and hyphens",
    ),
]

COMPLETE = [
    Fault(
        "a start page without its first sentence",
        swap("nl/index.md", 'lead: "Hier leest u wat u vandaag kunt doen."\n', "", at='title: "Werk'),
        "'lead' is missing",
        "Add the line 'lead: …'",
    ),
    Fault(
        "a start page without questions",
        swap("nl/index.md", FILES["nl/index.md"].partition("questions:")[2], "\n---\n", at="questions:"),
        "questions",
        "",
    ),
    Fault(
        "a door without a text",
        swap("nl/index.md", 'text: "Zo vraagt u.", ', ""),
        "'text' is missing",
        "Add the line 'text: …'",
    ),
    Fault(
        "a year of too few months",
        swap("_data/ui.yml", "site_name:", 'months: "januari, februari"\nsite_name:'),
        "months",
        "",
    ),
    Fault(
        "an inventory without elements",
        swap("_data/inventory.yml", FILES["_data/inventory.yml"].partition("elements:")[2], "\n", at="elements:"),
        "elements",
        "",
    ),
]

FIGURES = [
    Fault(
        "a drawing of two groups, and it shows two networks with what they share",
        write("_data/figures.yml", FIGURE.replace('    - {label: "Gezondheid", members: ["GGD"]}\n', ""), 4),
        "groups has fewer than 3 entries",
        "",
    ),
    Fault(
        "a drawing of four groups",
        write("_data/figures.yml", FIGURE.replace("  sources", '    - {label: "Los", members: ["UAF"]}\n  sources'), 4),
        "groups has more than 3 entries",
        "Leave some out",
    ),
    Fault(
        "a group of a drawing with nobody in it",
        write("_data/figures.yml", FIGURE.replace('["GGD"]', "[]"), 7),
        "groups.2.members is empty",
        "",
    ),
    Fault(
        "an unknown key in a drawing",
        write("_data/figures.yml", FIGURE.replace("  caption:", '  kleur: "blauw"\n  caption:'), 3),
        "unknown key 'kleur'",
        "Known here: title, caption, groups, sources, covers",
    ),
    Fault(
        "an unknown key in a group of a drawing",
        write("_data/figures.yml", FIGURE.replace('members: ["wijkteam"]', 'member: ["x"], members: ["wijkteam"]'), 6),
        "unknown key 'member'",
        "Did you mean 'members'?",
    ),
    Fault(
        "a drawing without a source",
        write("_data/figures.yml", FIGURE.replace('  sources: [{id: handreiking-2017, at: "figuur 1"}]\n', "")),
        "a source is missing",
        "Add the line 'sources: …'",
    ),
    Fault(
        "a drawing that cites an unknown source",
        write("_data/figures.yml", FIGURE.replace("handreiking-2017", "handreiking-2071"), 8),
        "unknown source 'handreiking-2071'",
        "Did you mean 'handreiking-2017'?",
    ),
    Fault(
        "a drawing that claims in too few words",
        write("_data/figures.yml", FIGURE.replace("covers: []", "covers: [hr.checklist.5]"), 9),
        "claims hr.checklist.5 in",
        "at least 25 words",
    ),
]

SOURCES = [
    Fault(
        "a fact without a source",
        swap("_data/facts.yml", '  source: "rijksoverheid.nl"\n', "", at="bel-112:"),
        "'source' is missing",
        "Add the line 'source: …'",
    ),
    Fault(
        "a tip without a source",
        swap("_data/tips.yml", '  sources: [{id: handreiking-2017, at: "3.1 tips"}]\n', "", at="dossier:"),
        "a source is missing",
        "Add the line 'sources: …'",
    ),
    Fault(
        "an example with an empty list of sources",
        swap("_data/practices.yml", '[{id: handreiking-2017, at: "3.1, kader"}]', "[]"),
        "sources is empty",
        "{id: source, at: place}",
    ),
    Fault(
        "a question of a checklist without a source",
        swap(CHECKLIST, '    sources: [{id: handreiking-2017, at: "3.1"}]\n', "", at="  samen:"),
        "a source is missing",
        "Add the line 'sources: …'",
    ),
    Fault(
        "a source without a place in it",
        swap("_data/practices.yml", '{id: handreiking-2017, at: "3.1, kader"}', "{id: handreiking-2017}"),
        "'at' is missing",
        "Add the line 'at: …'",
    ),
    Fault(
        "a tip that cites an unknown source",
        swap("_data/tips.yml", "handreiking-2017", "handreiking-2071"),
        "unknown source 'handreiking-2071'",
        "Did you mean 'handreiking-2017'?",
    ),
    Fault(
        "a question that cites an unknown source",
        swap(CHECKLIST, '[{id: handreiking-2017, at: "3.1"}]', '[{id: onderzoek, at: "3.1"}]'),
        "unknown source 'onderzoek'",
        "Add it to sources.yml",
    ),
    Fault(
        "a section that cites an unknown source",
        swap(PAGE, '{#snel covers="hr.3.1.intake" source="handreiking-2017', '{#snel source="handreiking'),
        "unknown source 'handreiking'",
        "Did you mean 'handreiking-2017'?",
    ),
    Fault(
        "a section that cites a source without a place",
        swap(PAGE, "handreiking-2017: 3.1", "handreiking-2017"),
        "the source has no place",
        '"source-id: place"',
    ),
    Fault(
        "a claim without a source",
        swap(PAGE, ' source="handreiking-2017: 3.1"', ""),
        "a source is missing for this claim",
        'Add source="',
    ),
    Fault(
        "a claim in too few words",
        swap(PAGE, LONG_TEXT, "Nodig mensen snel uit.", at="{#snel"),
        "claims hr.3.1.intake in",
        "at least 25 words",
    ),
    Fault(
        "a tip that claims in too few words",
        swap(
            "_data/tips.yml",
            FILES["_data/tips.yml"].partition("  who: ")[2].partition("  when:")[0],
            '"Ik."\n  does: "Doe dat."\n',
            at="[hr.3.1.tip.dossier]",
        ),
        "claims hr.3.1.tip.dossier in",
        "at least 25 words",
    ),
    Fault(
        "a question that claims in too few words",
        swap(
            CHECKLIST,
            "Zo ziet u vroeg wat iemand kan en waar iemand steun bij wil, ook bij de gezondheid.",
            "Zo.",
            at="[hr.checklist.5]",
        ),
        "claims hr.checklist.5 in",
        "at least 25 words",
    ),
    Fault(
        "a section that claims an unknown inventory id",
        swap(PAGE, "hr.3.1.intake", "hr.3.1.intaek"),
        "unknown inventory id 'hr.3.1.intaek'",
        "Did you mean 'hr.3.1.intake'?",
    ),
    Fault(
        "a tip that claims an unknown inventory id",
        swap("_data/tips.yml", "hr.3.1.tip.dossier", "zomaar"),
        "unknown inventory id 'zomaar'",
        "inventory.yml",
    ),
    Fault(
        "a question that claims an unknown inventory id",
        swap(CHECKLIST, "hr.checklist.5", "hr.checklist.50"),
        "unknown inventory id 'hr.checklist.50'",
        "Did you mean 'hr.checklist.5'?",
    ),
    Fault(
        "a claim on a smaller heading, where nobody would read it",
        swap(PAGE, "{#onderwerpen}", '{#onderwerpen covers="hr.3.1.intake"}'),
        "covers",
        "",
    ),
    Fault(
        "an unknown attribute of a heading",
        swap(PAGE, "{#snel covers=", "{#snel cover="),
        "unknown attribute 'cover'",
        "Did you mean 'covers'?",
    ),
    Fault(
        "an element of the inventory without an id",
        swap("_data/inventory.yml", "- {id: hr.checklist.5, ", "- {"),
        "id",
        "",
    ),
]

REFERENCES = [
    Fault(
        "a tip of an unknown chapter",
        swap("_data/tips.yml", 'chapter: "3.1"', 'chapter: "3.11"'),
        "unknown id '3.11'",
        "Did you mean '3.1'?",
    ),
    Fault(
        "a page of an unknown chapter",
        swap(PAGE, 'chapter: "3.1"', 'chapter: "vier"'),
        "unknown chapter 'vier'",
        "Add it to chapters.yml",
    ),
    Fault(
        "a chapter whose page does not exist",
        swap("_data/chapters.yml", "null", '"nazorg"'),
        "unknown page 'nazorg'",
        "Write the page, or put null",
    ),
    Fault(
        "a word that points to an unknown word",
        swap("_data/glossary.yml", "[wijkteam]", "[wijktaem]"),
        "unknown id 'wijktaem'",
        "Did you mean 'wijkteam'?",
    ),
    Fault(
        "a change that rests on an unknown fact",
        swap("_data/changes.yml", "facts: [bel-112]", "facts: [bel-211]"),
        "unknown id 'bel-211'",
        "Did you mean 'bel-112'?",
    ),
    Fault(
        "a text in the data that shows an unknown fact",
        swap("_data/changes.yml", 'fact(\\"bel-112\\")', 'fact(\\"bel-211\\")'),
        "'bel-211'",
        "Did you mean 'bel-112'?",
    ),
    Fault(
        "a text in the data that links to a page that is not there",
        swap("_data/changes.yml", "bij de wet", "bij de [wet](wetten.md)"),
        "dead link to 'wetten.md'",
        "",
    ),
    Fault(
        "a translated text in the data that shows an unknown fact",
        swap(
            ENGLISH,
            "tips:\n",
            'changes:\n  wet-2021.now: {text: "Call {{ fact(\\"bel-211\\") }}", of: "nl@e9c14472", by: machine, '
            "checked_by: null}\ntips:\n",
            at="wet-2021.now",
        ),
        "'bel-211'",
        "Did you mean 'bel-112'?",
    ),
    Fault(
        "a macro in a text of the data where it would be printed as it stands",
        swap("_data/tips.yml", '"Voor de intake."', "'Bel {{ fact(\"bel-112\") }}.'"),
        "{{",
        "",
    ),
    Fault(
        "a summary that shows an unknown fact",
        swap(PAGE, "Nodig nieuwe statushouders snel uit.", 'Bel {{ fact(\\"bel-211\\") }}.'),
        "'bel-211'",
        "Did you mean 'bel-112'?",
    ),
    Fault(
        "facts that hold until before they were looked at",
        swap("_data/facts.yml", "2027-05-22", "2025-05-22"),
        "valid_until lies before checked_on",
        "Swap the two dates or mend one",
    ),
    Fault(
        "a day that no calendar has",
        swap("_data/facts.yml", "2027-05-22", "2027-02-30"),
        "2027-02-30",
        "",
    ),
    Fault(
        "an unknown theme",
        swap(CHECKLIST, 'theme: intake\n    ask: "Doet u de', 'theme: intakes\n    ask: "Doet u de'),
        "unknown id 'intakes'",
        "Did you mean 'intake'?",
    ),
    Fault(
        "a question that builds on an unknown question",
        swap(CHECKLIST, "builds_on: [intake]", "builds_on: [intaak]"),
        "unknown id 'intaak'",
        "Did you mean 'intake'?",
    ),
    Fault(
        "questions that build on each other in a round",
        swap(CHECKLIST, "builds_on: []", "builds_on: [samen]"),
        "builds on itself: intake → samen → intake",
        "Take one of these links away",
    ),
    Fault(
        "a question that refers to an unknown tip",
        swap(CHECKLIST, "tips: [dossier]", "tips: [dosier]"),
        "unknown id 'dosier'",
        "Did you mean 'dossier'?",
    ),
    Fault(
        "a question that refers to an unknown chapter",
        swap(CHECKLIST, 'chapters: ["3.1"]\n    tips: []', 'chapters: ["vier"]\n    tips: []'),
        "unknown id 'vier'",
        "chapters.yml",
    ),
    Fault(
        "a question that rests on an unknown fact",
        swap(CHECKLIST, "facts: [bel-112]", "facts: [bel-211]"),
        "unknown id 'bel-211'",
        "Did you mean 'bel-112'?",
    ),
    Fault(
        "an unknown pictogram in a checklist",
        swap(CHECKLIST, "pictogram: gesprek", "pictogram: gespreck"),
        "pictogram 'gespreck'",
        "Did you mean 'gesprek'?",
    ),
    Fault(
        "an unknown pictogram on a page",
        swap("nl/index.md", "pictogram: begeleider", "pictogram: xyz"),
        "pictogram 'xyz'",
        "Known: ",
    ),
    Fault(
        "a checklist at the address of a page",
        told_at(CHECKLIST, 'page: "checklist"', write("nl/checklist.md", FILES["nl/begrippen.md"])),
        "the address 'checklist' is taken by the page docs/nl/checklist.md",
        "Choose another page",
    ),
    Fault(
        "two checklists at one address",
        write("_data/checklists/tweede.yml", FILES[CHECKLIST].replace("hr.checklist.5", "")),
        "the address 'checklist' is taken by checklist gemeente",
        "Choose another page",
    ),
    Fault(
        "two pages at one address",
        write("nl/begrippen/index.md", FILES["nl/begrippen.md"]),
        "begrippen",
        "",
    ),
    Fault(
        "a vector with an unknown question",
        swap(VECTORS, "{intake: nee,", "{intaak: nee,"),
        "unknown id 'intaak'",
        "Did you mean 'intake'?",
    ),
    Fault(
        "a vector with an unknown answer",
        swap(VECTORS, "samen: deels", "samen: dels"),
        "'dels'",
        "Did you mean 'deels'?",
    ),
    Fault(
        "a vector with a no that yaml reads as false",
        swap(VECTORS, "{intake: nee,", "{intake: no,"),
        "'False'",
        "ja, deels, nee, weet_niet, nvt",
    ),
    Fault(
        "a vector that expects an unknown question",
        swap(VECTORS, "[intake, samen]", "[intaak, samen]"),
        "'intaak'",
        "Did you mean 'intake'?",
    ),
    Fault(
        "a vector that expects what no tool tells",
        swap(VECTORS, "{actions: [", "{action: ["),
        "'action'",
        "Did you mean 'actions'?",
    ),
    Fault(
        "a vector without a sentence as its name",
        swap(VECTORS, '"Wie geen intake doet, begint daarmee"', '"test 1"'),
        "name",
        "",
    ),
    Fault(
        "two vectors of one name",
        swap(
            VECTORS,
            "  expect: {actions: [intake, samen]}\n",
            '  expect: {actions: [intake, samen]}\n- name: "Wie geen intake doet, begint daarmee"\n'
            "  answers: {intake: ja}\n  expect: {actions: []}\n",
            at='- name: "Wie geen intake doet, begint daarmee"\n  answers',
        ),
        "two vectors have this name",
        "Name what differs",
    ),
    Fault(
        "vectors of a checklist that does not exist",
        write("_data/checklists/weg.test.yml", FILES[VECTORS]),
        "there is no weg.yml beside it",
        "Rename the file or write the definition",
    ),
]

PAGES = [
    Fault(
        "a dead link",
        swap(PAGE, "../begrippen.md#huisarts", "../begripen.md"),
        "dead link to '../begripen.md'",
        "Did you mean 'begrippen'?",
    ),
    Fault(
        "a dead link that nothing resembles",
        swap(PAGE, "../begrippen.md#huisarts", "../quiz.md"),
        "dead link to '../quiz.md'",
        "Write that page, or take the link away",
    ),
    Fault(
        "a dead link with a title",
        swap(PAGE, "../begrippen.md#huisarts", "../begripen.md 'Begrippen'"),
        "dead link to '../begripen.md'",
        "Did you mean 'begrippen'?",
    ),
    Fault(
        "a dead link whose target stands below",
        swap(
            PAGE,
            "[begrippen](../begrippen.md#huisarts).",
            "[begrippen][b].\n\n[b]: ../begripen.md",
            at="[b]: ../begripen.md",
        ),
        "dead link to '../begripen.md'",
        "Did you mean 'begrippen'?",
    ),
    Fault(
        "a door to a page that is not there",
        swap("nl/index.md", "handreiking/intake.md#snel", "handreiking/intakes.md"),
        "dead link to 'handreiking/intakes.md'",
        "Did you mean 'handreiking/intake'?",
    ),
    Fault(
        "a dead anchor on another page",
        swap(PAGE, "../begrippen.md#huisarts", "../begrippen.md#huisrats"),
        "dead anchor '#huisrats' in '../begrippen.md#huisrats'",
        "Did you mean 'huisarts'?",
    ),
    Fault(
        "a dead anchor on the page itself",
        swap(PAGE, "(#snel)", "(#snell)"),
        "dead anchor '#snell' in '#snell'",
        "Did you mean 'snel'?",
    ),
    Fault(
        "a dead anchor on a checklist",
        swap(PAGE, "#vraag-intake", "#vraag-ruimte"),
        "dead anchor '#vraag-ruimte'",
        "",
    ),
    Fault(
        "a heading without an id",
        swap(PAGE, " {#amsterdam}", ""),
        "the heading 'Hoe deed Amsterdam het?' has no id",
        "Add {#short-id} after the heading",
    ),
    Fault(
        "a heading without a space after its marks",
        swap(PAGE, "## Hoe deed Amsterdam het? {#amsterdam}", "##Hoe deed Amsterdam het? {#amsterdam}"),
        "Hoe deed Amsterdam het?",
        "",
    ),
    Fault(
        "a heading that is underlined",
        swap(PAGE, "## Hoe deed Amsterdam het? {#amsterdam}", "Hoe deed Amsterdam het?\n----------"),
        "Hoe deed Amsterdam het?",
        "",
    ),
    Fault(
        "a heading that skips a level",
        swap(PAGE, "### Waarover praat u?", "#### Waarover praat u?"),
        "Waarover praat u?",
        "",
    ),
    Fault(
        "two headings with one id",
        swap(PAGE, "{#amsterdam}", "{#onderwerpen}"),
        "the id 'onderwerpen' stands also on line",
        "Choose another",
    ),
    Fault(
        "a heading with an id that the frame of the page has",
        swap(PAGE, "{#amsterdam}", "{#inhoud}"),
        "'inhoud'",
        "Choose another",
    ),
    Fault(
        "a heading with an id that every chapter has",
        swap(PAGE, "{#amsterdam}", "{#bronnen}"),
        "'bronnen'",
        "Choose another",
    ),
    Fault(
        "a tip that stands twice on one page",
        swap(PAGE, '{{ changed("wet-2021") }}', '{{ tip("dossier") }}'),
        "dossier",
        "",
    ),
    Fault(
        "a second main heading",
        swap(PAGE, "## Hoe deed", "# Hoe deed"),
        "one h1",
        "Use ## here",
    ),
    Fault(
        "an unknown figure",
        swap(PAGE, '{{ practice("amsterdam") }}', '{{ figure("partner") }}'),
        "'partner'",
        "figures.yml",
    ),
    Fault(
        "an unknown macro",
        swap(PAGE, "{{ practice(", "{{ foto("),
        "unknown macro 'foto'",
        "Known: tip, practice, changed, figure, fact, term",
    ),
    Fault(
        "a macro that is nearly right",
        swap(PAGE, "{{ practice(", "{{ practise("),
        "unknown macro 'practise'",
        "Did you mean 'practice'?",
    ),
    Fault(
        "a macro that does not close",
        swap(PAGE, '{{ practice("amsterdam") }}', '{{ practice("amsterdam" }}'),
        "practice",
        "",
    ),
    Fault(
        "a script in a page",
        swap(PAGE, "Bel {{ fact", "<script>alert(1)</script>\n\nBel {{ fact"),
        "<script>",
        "",
    ),
    Fault(
        "a picture of another server",
        swap(PAGE, "Bel {{ fact", "![kaart](https://elders.nl/kaart.png)\n\nBel {{ fact"),
        "https://elders.nl/kaart.png",
        "",
    ),
    Fault(
        "an unknown tip",
        swap(PAGE, 'tip("dossier")', 'tip("dosier")'),
        "'dosier'",
        "Did you mean 'dossier'?",
    ),
    Fault(
        "an unknown fact",
        swap(PAGE, 'fact("bel-112")', 'fact("bel-12")'),
        "'bel-12'",
        "Did you mean 'bel-112'?",
    ),
    Fault(
        "an unknown word",
        swap(PAGE, 'term("wijkteam", "wijkteam")', 'term("buurtteam")'),
        "'buurtteam'",
        "glossary.yml",
    ),
    Fault(
        "an unknown change",
        swap(PAGE, 'changed("wet-2021")', 'changed("wet-2012")'),
        "'wet-2012'",
        "Did you mean 'wet-2021'?",
    ),
]

LANGUAGES = [
    Fault(
        "an english page without a dutch one",
        write("en/begripen.md", FILES["en/begrippen.md"]),
        "there is no Dutch page 'begripen'",
        "Write the Dutch page first, or rename this one",
    ),
    Fault(
        "a translation that does not say what it translates",
        swap("en/begrippen.md", 'of: "nl@e9c14472"\n', "", at="title:"),
        "does not say what it translates",
        "'of: \"nl@…\"'",
    ),
    Fault(
        "a translated string without a hash",
        swap(ENGLISH, '"Fetch what is known", of: "nl@e9c14472", ', '"Fetch what is known", '),
        "'of' is missing",
        "Add the line 'of: …'",
    ),
    Fault(
        "a catalog that translates a text that is not there",
        swap(ENGLISH, "dossier.title", "dossier.titel"),
        "'dossier.titel' translates a text that does not exist",
        "Did you mean 'dossier.title'?",
    ),
    Fault(
        "a catalog that translates a file that is not there",
        swap(ENGLISH, "tips:", "tip:"),
        "no data file 'tip'",
        "Did you mean 'tips'?",
    ),
    Fault(
        "a catalog that loses a placeholder",
        swap(ENGLISH, "Question {n} of {total}", "Question {n}"),
        "other placeholders than the Dutch in 'question_of'",
        "Use: {n}, {total}",
    ),
    Fault(
        "a catalog that invents a placeholder",
        swap(ENGLISH, "Fetch what is known", "Fetch {what} is known"),
        "other placeholders than the Dutch in 'dossier.title'",
        "Use: none",
    ),
    Fault(
        "a catalog with a text where strings should be",
        swap(ENGLISH, FILES[ENGLISH].partition("tips:")[2], ' "x"\n', at="tips:"),
        "tips",
        "",
    ),
    Fault(
        "an arabic page without a dutch one",
        write("ar/wonen.md", FILES["en/begrippen.md"]),
        "there is no Dutch page 'wonen'",
        "Write the Dutch page first, or rename this one",
    ),
    Fault(
        "a translated page that is not utf-8",
        translated(latin(TRANSLATED_PAGE, "Call {{")),
        "this is not UTF-8 text",
        "Save the file as UTF-8",
    ),
    Fault("a catalog that is not utf-8", latin(ENGLISH, "Fetch what"), "this is not UTF-8 text", "Save the file"),
    Fault(
        "a translation that does not say who made it",
        translated(swap(TRANSLATED_PAGE, "by: machine\n", "", at="title:")),
        "'by' is missing",
        "Add 'by: machine' or 'by: human'",
    ),
    Fault(
        "a translation of a section that does not exist",
        translated(swap(TRANSLATED_PAGE, "{#amsterdam ", "{#amsterdan ", at="{#amsterdan")),
        "the section 'amsterdan' translates a section that does not exist",
        "Did you mean 'amsterdam'?",
    ),
    Fault(
        "a translation of a section that nothing resembles",
        translated(
            swap(
                TRANSLATED_PAGE,
                "## How did",
                '## Living {#wonen of="nl@00000000"}\n\nText.\n\n## How did',
                at="{#wonen",
            )
        ),
        "the section 'wonen' translates a section that does not exist",
        "Take it away, or restore the Dutch section",
    ),
    Fault(
        "a translated section that does not say what it translates",
        translated(stamped("amsterdam", by="")),
        "the section 'amsterdam' does not say what it translates",
        'Add of="nl@',
    ),
    Fault(
        "a translated section with a hash that is none",
        translated(stamped("amsterdam", by=' of="nl@12"')),
        "nl@12",
        "nl@",
    ),
    Fault(
        "a translated section that claims less than the dutch",
        translated(swap(TRANSLATED_PAGE, ' covers="hr.3.1.intake"', "", at="{#snel")),
        "the section 'snel' has another claim or source than the Dutch",
        "Give both headings the same covers and sources",
    ),
    Fault(
        "a translated smaller heading with another id",
        translated(told_at(TRANSLATED_PAGE, "{#snel", swap(TRANSLATED_PAGE, "{#onderwerpen}", "{#topics}"))),
        "the smaller headings in 'snel' have other levels or ids than the Dutch",
        "Give them the same ### and {#id}",
    ),
    Fault(
        "a translated section that leaves out a fact",
        translated(
            told_at(TRANSLATED_PAGE, "{#amsterdam", swap(TRANSLATED_PAGE, 'Call {{ fact("bel-112") }}', "Call"))
        ),
        "the section 'amsterdam' shows other calls of fact than the Dutch",
        "Use: bel-112",
    ),
    Fault(
        "a translated page of another kind",
        translated(swap(TRANSLATED_PAGE, 'kind: chapter\nchapter: "3.1"\n', 'kind: plain\nchapter: "3.1"\n')),
        "another kind than the Dutch page",
        "Use: chapter",
    ),
]

FAULTS = [*FORM, *COMPLETE, *FIGURES, *SOURCES, *REFERENCES, *PAGES, *LANGUAGES]
