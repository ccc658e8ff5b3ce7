"""A small route-finder without faults, laid into the small content root, to break one thing at a time."""

from __future__ import annotations

from pathlib import Path

from tests.scripts.small_root import put, write_root

ROUTE = "_data/routes/traject.yml"
VECTORS = "_data/routes/traject.test.yml"

FILES = {
    ROUTE: """\
page: "routewijzer"
title: "Waar begint u?"
description: "Vragen die helpen om de volgorde van een gesprek te kiezen."
lead: "Vul in wat u weet."
version: "1"
limits: "Dit is een hulp bij een gesprek, geen oordeel."
decides: "U en de statushouder beslissen samen."
audience: "Voor begeleiders."
wishes: wensen
levels:
  voorop: {label: "Voorop", text: "Hier begint u."}
  ernaast: {label: "Ernaast", text: "Dit loopt mee."}
  eerst_uitzoeken: {label: "Eerst uitzoeken", text: "Dit weet u nog niet."}
  later: {label: "Later", text: "Dit komt daarna."}
tracks:
  zorg: {label: "Zorg", text: "Hulp bij klachten.", caution: [voorop, ernaast, eerst_uitzoeken, later]}
  werk:
    label: "Werk"
    text: "Betaald werk."
    caution: [later, eerst_uitzoeken, ernaast, voorop]
    wishes: [betaald_werk]
  sport: {label: "Sport", text: "Bewegen.", caution: [later, eerst_uitzoeken, ernaast, voorop], activation: true}
questions:
  gevaar:
    kind: safety
    ask: "Is iemand nu in gevaar?"
    why: "Dan gaat veiligheid voor alles."
    yes: "Bel direct het alarmnummer."
    unknown: "Vraag het vandaag nog."
    facts: [bel-112]
  belasting:
    kind: one
    heavier: true
    ask: "Hoeveel last heeft iemand er op een gewone dag van?"
    why: "Zo weet u of zorg voorgaat."
    options: {geen: "Geen last", licht: "Een beetje last", zwaar: "Veel last"}
  opvang:
    kind: one
    ask: "Is er opvang voor de kinderen?"
    why: "Zonder opvang lukt een afspraak niet."
    options: {geregeld: "Die is er", niet_geregeld: "Die is er niet"}
  wensen:
    kind: many
    ask: "Wat wil iemand zelf?"
    why: "De wens van de statushouder telt."
    options: {betaald_werk: "Betaald werk", bewegen: "Bewegen"}
notes:
  rustige-plek:
    kind: form
    track: sport
    text: "Kies een rustige plek."
    sources: [{id: handreiking-2017, at: "3.1"}]
  huisarts:
    kind: person
    role: verbinden
    who: "de huisarts"
    text: "Vraag of u mee kunt bellen."
    sources: [{id: handreiking-2017, at: "3.1"}]
rules:
  - id: gevaar-eerst
    when: {gevaar: {is: ja}}
    holds: {werk: later, sport: later}
    because: "Wie in gevaar is, heeft eerst veiligheid nodig."
    sources: [{id: handreiking-2017, at: "3.1"}]
  - id: zwaar-eerst-zorg
    when: {belasting: {at_least: zwaar}, opvang: {one_of: [niet_geregeld]}}
    holds: {zorg: voorop, werk: later}
    shows: [huisarts]
    because: "Wie veel last heeft, kan beter eerst hulp zoeken. En wie dan geen opvang heeft, komt niet toe aan werk."
    outweighed_by: wens-werk
    outweighed_because: "Werk geeft houvast aan wie het zelf wil."
    sources: [{id: handreiking-2017, at: "3.1"}]
    covers: [hr.3.1.intake]
  - id: licht-rustig
    when: {belasting: {one_of: [licht, zwaar]}}
    holds: {sport: ernaast}
    shows: [rustige-plek]
    because: "Bewegen helpt, als het rustig begint."
    outweighed_by: none
    outweighed_because: "Een rustige vorm neemt niets weg van een wens."
    sources: [{id: handreiking-2017, at: "3.1"}]
  - id: wens-werk
    when: {wensen: [{has: betaald_werk}, {lacks: bewegen}]}
    supports: [werk]
    judgement: [werk]
    because: "Iemand wil zelf werken."
    sources: [{id: handreiking-2017, at: "3.1"}]
""",
    VECTORS: """\
- name: "Wie veel last heeft en geen opvang, begint met zorg en werkt later"
  source: {id: handreiking-2017, at: "3.1"}
  answers: {gevaar: nee, belasting: zwaar, opvang: niet_geregeld, wensen: {ticked: [], all: true}}
  expect:
    levels: {zorg: voorop, werk: later}
    because: [zwaar-eerst-zorg]
    not_because: [wens-werk]
    notes: [huisarts, rustige-plek]
    first: zorg
- name: "Wie niet weet wat iemand wil, zoekt dat voor werk eerst uit"
  source: {rule: "wat onbekend is, wordt gevraagd"}
  answers: {gevaar: weet_niet, belasting: zwaar, opvang: niet_geregeld, wensen: weet_niet}
  expect:
    levels: {werk: eerst_uitzoeken}
    unknown: [gevaar, wensen]
    open: {werk: [wensen]}
    safety: {yes: [], unknown: [gevaar]}
    next: null
- name: "Wie zelf wil werken, ziet de reden en de vraag om een menselijk oordeel"
  source: {id: handreiking-2017, at: "3.1"}
  answers: {wensen: [betaald_werk]}
  expect: {judgement: [], not_notes: [huisarts], next: gevaar}
- name: "Wie zelf wil werken, houdt werk voorop, en de opvang hoeft niet meer gevraagd"
  source: {id: handreiking-2017, at: "3.1"}
  answers: {gevaar: nee, belasting: licht, wensen: {ticked: [betaald_werk], all: true}}
  expect: {because: [wens-werk, licht-rustig], order: [werk, sport, zorg], needless: [opvang], bound: 0}
- name: "Ook wie veel last heeft en zelf wil werken, houdt werk voorop, met de reden erbij"
  source: {id: handreiking-2017, at: "3.1"}
  answers: {belasting: zwaar, opvang: niet_geregeld, wensen: {ticked: [betaald_werk], all: true}}
  expect: {lifted: {werk: [zwaar-eerst-zorg]}}
- name: "Een antwoord dat er niet is, telt niet als nee"
  source: {rule: "vreemde antwoorden"}
  answers: {haarkleur: bruin, belasting: ondraaglijk, opvang: [geregeld], wensen: bruin}
  expect: {ignored: 4, levels: {zorg: eerst_uitzoeken}}
""",
}


def write_route(folder: Path) -> Path:
    """Write the small root with the route-finder into ``folder`` and return it."""
    write_root(folder)
    for name, text in FILES.items():
        put(folder, name, text)
    return folder
