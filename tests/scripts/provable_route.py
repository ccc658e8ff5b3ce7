"""A small route-finder of which everything holds that is proved of one, to break one thing at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scripts.content import Content, Entry, load
from scripts.proof.claim import Claim, Subject
from scripts.proof.whole import Prover
from scripts.yaml_lines import Document
from tests.scripts.small_root import put, write_root
from tests.scripts.small_route import FILES, ROUTE

SOURCE = 'sources: [{id: handreiking-2017, at: "3.1"}]'
PROVABLE = (
    FILES[ROUTE].partition("tracks:")[0]
    + f"""\
tracks:
  zorg: {{label: "Zorg", text: "Hulp.", caution: [voorop, ernaast, eerst_uitzoeken, later]}}
  werk:
    label: "Werk"
    text: "Betaald werk."
    caution: [later, eerst_uitzoeken, ernaast, voorop]
    wishes: [betaald_werk]
  taal: {{label: "Taal", text: "Leren.", caution: [later, eerst_uitzoeken, ernaast, voorop], activation: true}}
questions:
  gevaar: {{kind: safety, ask: "Gevaar?", why: "Eerst dit.", yes: "Bel.", unknown: "Vraag."}}
  belasting:
    kind: one
    heavier: true
    ask: "Hoeveel last?"
    why: "Zo weet u of zorg voorgaat."
    options: {{geen: "Geen", licht: "Een beetje", zwaar: "Veel"}}
  wensen:
    kind: many
    ask: "Wat wil iemand zelf?"
    why: "De wens telt."
    options: {{betaald_werk: "Betaald werk", taal: "De taal leren"}}
notes:
  huisarts: {{kind: person, role: verbinden, who: "de huisarts", text: "Bel samen.", {SOURCE}}}
  rustige-plek: {{kind: point, text: "Kies een rustige plek.", {SOURCE}}}
rules:
  - id: gevaar-eerst
    when: {{gevaar: {{is: ja}}}}
    holds: {{zorg: voorop, werk: later, taal: later}}
    because: "Eerst veilig."
    {SOURCE}
  - id: zwaar-eerst-zorg
    when: {{belasting: {{at_least: zwaar}}}}
    holds: {{zorg: voorop, werk: later}}
    judgement: [werk]
    shows: [rustige-plek]
    because: "Wie veel last heeft, zoekt eerst hulp."
    outweighed_by: wens-werk
    outweighed_because: "Werk geeft houvast."
    {SOURCE}
  - id: licht-ook-zorg
    when: {{belasting: {{at_least: licht}}}}
    holds: {{zorg: ernaast}}
    shows: [huisarts]
    because: "Wie last heeft, kan hulp zoeken."
    {SOURCE}
  - id: wens-werk
    when: {{wensen: {{has: betaald_werk}}}}
    supports: [werk]
    because: "Iemand wil zelf werken."
    {SOURCE}
  - id: geen-wens-taal
    when: {{wensen: {{lacks: taal}}}}
    holds: {{taal: ernaast}}
    because: "Taal kan ernaast."
    {SOURCE}
"""
)


def rule(name: str, rest: str) -> str:
    """One rule more, with a reason and a source."""
    return f'  - id: {name}\n    {rest}\n    because: "Zomaar."\n    {SOURCE}\n'


def write_provable(folder: Path, text: str = PROVABLE) -> Path:
    """Write the small root with ``text`` as its route-finder into ``folder`` and return it."""
    write_root(folder)
    put(folder, ROUTE, text)
    return folder


def subject_in(root: Path) -> Subject:
    """The route-finder of ``root``, ready to be proved."""
    content = load([root])
    [(name, entry)] = content.families["routes"].items()
    return Subject(entry, content, name)


def subject_of(definition: dict[str, Any]) -> Subject:
    """A made-up definition, as the tool gets it, ready to be proved."""
    data = {"version": "1", **definition}
    return Subject(Entry(Document("made-up.yml", data), (), data), Content(families={"sources": {}}), "made-up")


def told(claim: Claim) -> str:
    """Everything that was found against ``claim``."""
    return "\n".join(map(str, claim.faults))


def holds(subject: Subject, prover: Prover) -> bool:
    """Whether the claim holds, without a word on why."""
    return prover(subject).holds
