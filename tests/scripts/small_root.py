"""A small content root without faults, to break one thing at a time."""

from __future__ import annotations

from pathlib import Path

from scripts import markup
from scripts.content import load
from scripts.problems import Problem
from scripts.translations import front_hash, section_hash
from scripts.validate import problems

FILES = {
    "_data/sources.yml": """\
handreiking-2017:
  title: "Handreiking"
  short: "Handreiking 2017"
  publisher: "Pharos"
  year: 2017
  kind: "handreiking"
""",
    "_data/facts.yml": """\
bel-112:
  value: "112"
  unit: "telefoon"
  label: "Alarmnummer"
  source: "rijksoverheid.nl"
  checked_on: "2026-11-22"
  valid_until: "2027-05-22"
  verified: false
""",
    "_data/glossary.yml": """\
huisarts:
  term: "huisarts"
  text: "De eerste dokter bij wie iemand komt."
  see: [wijkteam]
wijkteam:
  term: "wijkteam"
  text: "Mensen van zorg en welzijn in de wijk."
""",
    "_data/chapters.yml": """\
"3.1": {title: "Hoe doet u een brede intake?", page: "handreiking/intake", at: "3.1"}
"3.2": {title: "Hoe praat u over gezondheid?", page: null, at: "3.2"}
""",
    "_data/tips.yml": """\
dossier:
  chapter: "3.1"
  title: "Haal vooraf op wat er al bekend is"
  who: "Wie namens de gemeente de intake doet."
  does: "Vraag de statushouder om het eigen dossier mee te nemen en leg uit waarom u dat vraagt."
  when: "Voor de intake."
  why: "Niet iedereen vertrouwt de overheid meteen."
  sources: [{id: handreiking-2017, at: "3.1 tips"}]
  covers: [hr.3.1.tip.dossier]
""",
    "_data/practices.yml": """\
amsterdam:
  title: "Amsterdam begint al in het azc"
  text:
    - "De stad begeleidt mensen vanaf het begin naar werk, opleiding of een eigen bedrijf."
    - "Is er eerst zorg nodig, dan helpt de stad daarbij, of zoekt zij een andere plek."
  still_exists: {answer: "unknown", text: "Dat weten wij niet.", asked_on: "2026-11-22"}
  sources: [{id: handreiking-2017, at: "3.1, kader"}]
  covers: [hr.praktijk.amsterdam]
""",
    "_data/changes.yml": """\
wet-2021:
  then: "In 2017 raadde de handreiking een brede intake aan."
  now: "Nu hoort zij bij de wet. Bel {{ fact(\\"bel-112\\") }} bij gevaar."
  sources: [{id: handreiking-2017, at: "3.1"}]
  facts: [bel-112]
""",
    "_data/ui.yml": """\
question_of: "Vraag {n} van {total}"
site_name: "Kennisbank"
""",
    "_data/inventory.yml": """\
elements:
- {id: hr.3.1.intake, source: handreiking-2017, at: "3.1", gist: "Een intake die alles bekijkt."}
- {id: hr.3.1.tip.dossier, source: handreiking-2017, at: "3.1 tips", gist: "Haal het dossier op."}
- {id: hr.praktijk.amsterdam, source: handreiking-2017, at: "3.1, kader", gist: "De aanpak van Amsterdam."}
- {id: hr.checklist.5, source: handreiking-2017, at: "hoofdstuk 4", gist: "Integrale intake."}
""",
    "_data/due.yml": """\
- "hr.3.1.*"
""",
    "_data/checklists/gemeente.yml": """\
page: "checklist"
title: "Wat heeft uw gemeente geregeld?"
description: "Ga na wat er al is."
lead: "Vul in wat u weet."
intro:
  - "Deze checklist is voor gemeenten."
order_rule:
  - "Deze volgorde is ons voorstel."
themes:
  intake: {label: "Kennismaken", pictogram: gesprek}
items:
  intake:
    theme: intake
    ask: "Doet uw gemeente een brede intake?"
    why: "Zo ziet u vroeg wat iemand kan en waar iemand steun bij wil, ook bij de gezondheid."
    action: "Begin met een brede intake"
    first_step: "Nodig het wijkteam uit en kies samen de onderwerpen voor het gesprek."
    whom: "de klantmanager"
    builds_on: []
    chapters: ["3.1"]
    tips: [dossier]
    facts: [bel-112]
    sources: [{id: handreiking-2017, at: "hoofdstuk 4, vraag 5"}]
    covers: [hr.checklist.5]
  samen:
    theme: intake
    ask: "Doet u de intake met een ander?"
    why: "Wie breed begint, krijgt een breder vervolg."
    action: "Vraag een partner mee"
    first_step: "Bel het wijkteam."
    whom: "de klantmanager"
    builds_on: [intake]
    chapters: ["3.1"]
    tips: []
    sources: [{id: handreiking-2017, at: "3.1"}]
    covers: []
""",
    "_data/checklists/gemeente.test.yml": """\
- name: "Wie geen intake doet, begint daarmee"
  source: {rule: "volgorde"}
  answers: {intake: nee, samen: deels}
  expect: {actions: [intake, samen]}
""",
    "_data/i18n/en.yml": """\
ui:
  question_of: {text: "Question {n} of {total}", of: "nl@e9c14472", by: machine, checked_by: null}
tips:
  dossier.title: {text: "Fetch what is known", of: "nl@e9c14472", by: machine, checked_by: null}
""",
    "nl/handreiking/intake.md": """\
---
title: "Hoe doet u een brede intake?"
kind: chapter
chapter: "3.1"
description: "Zo praat u in het eerste gesprek."
brief:
  - "Nodig nieuwe statushouders snel uit."
---

Een {{ term("wijkteam", "wijkteam") }} helpt u.

## Nodig mensen snel uit {#snel covers="hr.3.1.intake" source="handreiking-2017: 3.1"}

Nodig een nieuwe statushouder zo vroeg mogelijk uit om kennis te maken. Praat over werk en opleiding,
en vraag ook naar gezondheid, welzijn, geld en naar wie iemand in een week spreekt.

### Waarover praat u? {#onderwerpen}

Lees ook [het begin](#snel), de [checklist](../checklist.md#vraag-intake) en de [begrippen](../begrippen.md#huisarts).

{{ tip("dossier") }}

{{ changed("wet-2021") }}

## Hoe deed Amsterdam het? {#amsterdam}

Bel {{ fact("bel-112") }} bij gevaar.

{{ practice("amsterdam") }}
""",
    "nl/begrippen.md": """\
---
title: "Wat betekenen deze woorden?"
kind: glossary
description: "Woorden, kort uitgelegd."
---

Hier staan woorden die wij vaak gebruiken.
""",
    "nl/index.md": """\
---
title: "Werk samen aan gezondheid en meedoen"
kind: home
description: "Kennisbank voor gemeenten."
lead: "Hier leest u wat u vandaag kunt doen."
doors:
  - {title: "Ik voer het gesprek", text: "Zo vraagt u.", page: "handreiking/intake.md#snel", pictogram: begeleider}
tools:
  - {title: "Checklist", text: "Wat is er al?", page: "checklist.md", button: "Begin", pictogram: lijst}
questions:
  - {title: "Waarover praat u?", page: "handreiking/intake.md", pictogram: gesprek}
---
""",
    "en/begrippen.md": """\
---
title: "What do these words mean?"
kind: glossary
description: "Words, briefly explained."
of: "nl@e9c14472"
by: machine
checked_by: null
---

Here are words that we use often.
""",
}

#: The English of the chapter, with every block's own hash left open; see write_translation.
TRANSLATED_PAGE = "en/handreiking/intake.md"
TRANSLATION = """\
---
title: "How do you do a broad intake?"
kind: chapter
chapter: "3.1"
description: "This is how you talk in the first conversation."
brief:
  - "Invite new status holders quickly."
of: "nl@<front>"
by: machine
checked_by: null
---

A {{ term("wijkteam", "neighbourhood team") }} helps you.

## Invite people quickly {#snel covers="hr.3.1.intake" source="handreiking-2017: 3.1" of="nl@<snel>"}

Invite a new status holder as early as possible to get to know each other. Talk about work and education,
and also ask about health, well-being, money and whom someone speaks to in a week.

### What do you talk about? {#onderwerpen}

Read [the beginning](#snel), the [checklist](../checklist.md#vraag-intake) and the [words](../begrippen.md#huisarts).

{{ tip("dossier") }}

{{ changed("wet-2021") }}

## How did Amsterdam do it? {#amsterdam of="nl@<amsterdam>"}

Call {{ fact("bel-112") }} in danger.

{{ practice("amsterdam") }}
"""


def write_root(folder: Path) -> Path:
    """Write the root into ``folder`` and return it."""
    for name, text in FILES.items():
        put(folder, name, text)
    return folder


def write_translation(root: Path, locale: str = "en") -> Path:
    """Write the English of the chapter into ``root`` as a translation of the Dutch that stands there now; its file."""
    dutch = load([root]).pages["nl"]["handreiking/intake"]
    text = TRANSLATION.replace("<front>", front_hash(dutch))
    for section in markup.sections(dutch)[1:]:
        text = text.replace(f"<{section.id}>", section_hash(section))
    file = TRANSLATED_PAGE.replace("en/", f"{locale}/", 1)
    put(root, file, text)
    return root / file


def put(root: Path, name: str, text: str) -> None:
    """Write ``text`` as file ``name`` of ``root``."""
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def change(root: Path, name: str, old: str, new: str) -> int:
    """Put ``new`` in the place of ``old``, which stands once in file ``name``; return the line on which it begins."""
    text = (root / name).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    put(root, name, text.replace(old, new))
    return text[: text.index(old)].count("\n") + 1


def faults(*roots: Path) -> list[Problem]:
    """Every problem of the roots, as a build would tell them."""
    return problems(load(list(roots)))
