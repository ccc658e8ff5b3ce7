"""The small content root with what pages on health are made of: numbers, cards, a drawing, a crisis card."""

from __future__ import annotations

from pathlib import Path

from scripts import markup
from scripts.content import load
from scripts.translations import front_hash, section_hash
from tests.scripts.small_root import FILES, put, write_root

ACUTE = "nl/acuut.md"
ENGLISH_ACUTE = "en/acuut.md"
CARDS = "_data/cards.yml"
CRISIS = "_data/crisis.yml"
ENGLISH = "_data/i18n/en.yml"
FACTS = "_data/facts.yml"

SIGNALS = {
    FACTS: FILES[FACTS]
    + """\
veilig-thuis:
  value: "0800-2000"
  unit: "telefoon"
  label: "Veilig Thuis"
  source: "veiligthuis.nl"
  checked_on: "2026-11-22"
  valid_until: "2027-11-22"
  verified: false
naam-avg:
  value: "AVG"
  unit: "wet"
  label: "De privacywet"
  source: "wetten.overheid.nl"
  checked_on: "2026-11-22"
  valid_until: "2027-11-22"
  verified: false
""",
    CARDS: """\
slaap:
  title: "Slaap"
  picto: "kaart-slaap"
  opening: "Hoe slaapt u?"
  questions: ["Wat helpt u?", "Wat doet u als u wakker ligt?"]
  choices: ["Ik slaap goed", "Iets anders", "Liever een andere kaart"]
  next: "Wij kunnen samen bellen."
  sources: [{id: handreiking-2017, at: "3.2"}]
""",
    "_data/pictures.yml": """\
zorg-huisarts:
  picto: "zorg-huisarts"
  alt: "Een pijl wijst van een huis naar de huisarts."
""",
    "_data/staff_functions.yml": """\
teamleider: {label: "Teamleider"}
receptie: {label: "Receptie"}
""",
    "_data/crisis_fields.yml": """\
huisartsenpost:
  label: "Huisartsenpost"
  kind: place
  help: "De post voor uw gemeente."
ggz-crisisdienst:
  label: "Ggz-crisisdienst"
  kind: fixed
  text: "Via de huisarts of de huisartsenpost."
eigen-contact:
  label: "Wie helpt u hier in huis?"
  kind: function
  help: "De functie die een begeleider als eerste belt."
""",
    CRISIS: """\
huisartsenpost:
  name: "Huisartsenpost Testdam"
  phone: "010 000 0001"
  hours: "avond, nacht en weekend"
  checked_on: "2026-11-20"
eigen-contact:
  function: teamleider
  phone: "+31 10 000 00 02"
  hours: "op werkdagen"
  checked_on: "2026-11-21"
""",
    ACUTE: """\
---
title: "Wat doet u als het acuut is?"
kind: acute
description: "Wie u belt bij gevaar."
quick_exit: true
beside: true
sheet: true
calls:
  - title: "Is er nu gevaar?"
    text: "Iemand is gewond."
    fact: bel-112
---

Roep een collega.

## Wie belt u? {#bellen}

### Is het thuis niet veilig? {#geweld}

Bel Veilig Thuis: {{ call("veilig-thuis") }}.

{{ crisis_card() }}

{{ page_break() }}

## Hoe werkt zorg? {#zorg}

{{ picture("zorg-huisarts") }}

Schrijf op wat u zag.

{{ lines("3") }}
""",
    "nl/kaarten.md": """\
---
title: "Gesprekskaarten"
kind: plain
description: "Kaarten om samen te praten."
---

## Kies een kaart {#kaarten}

{{ cards() }}
""",
}

ENGLISH_FILES = {
    ENGLISH_ACUTE: """\
---
title: "What do you do when it is urgent?"
kind: acute
description: "Whom you call in danger."
quick_exit: true
beside: true
sheet: true
calls:
  - title: "Is there danger now?"
    text: "Somebody is hurt."
    fact: bel-112
of: "nl@<front>"
by: machine
checked_by: null
---

Call a colleague.

## Whom do you call? {#bellen of="nl@<bellen>"}

### Is it not safe at home? {#geweld}

Call Veilig Thuis: {{ call("veilig-thuis") }}.

{{ crisis_card() }}

{{ page_break() }}

## How does care work? {#zorg of="nl@<zorg>"}

{{ picture("zorg-huisarts") }}

Write down what you saw.

{{ lines("3") }}
""",
    "en/kaarten.md": """\
---
title: "Conversation cards"
kind: plain
description: "Cards to talk about together."
of: "nl@<front>"
by: machine
checked_by: null
---

## Choose a card {#kaarten of="nl@<kaarten>"}

{{ cards() }}
""",
}
KEYS = ("title", "opening", "questions.0", "questions.1", "choices.0", "choices.1", "choices.2", "next", "sources.0.at")


def write_signals(folder: Path) -> Path:
    """Write the root into ``folder``, all of it translated into English where a page or a card is; the folder."""
    write_root(folder)
    for name, text in SIGNALS.items():
        put(folder, name, text)
    dutch = load([folder]).pages["nl"]
    for name, text in ENGLISH_FILES.items():
        page = dutch[name.removeprefix("en/").removesuffix(".md")]
        whole = text.replace("<front>", front_hash(page))
        for section in markup.sections(page)[1:]:
            whole = whole.replace(f"<{section.id}>", section_hash(section))
        put(folder, name, whole)
    lines = [f'  slaap.{key}: {{text: "EN {key}", of: "nl@e9c14472", by: machine, checked_by: null}}' for key in KEYS]
    put(folder, ENGLISH, FILES[ENGLISH] + "\n".join(["cards:", *lines, ""]))
    return folder
