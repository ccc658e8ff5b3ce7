"""The proof for a page of the site: what was counted, and what came of it. The same every time, so without times."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scripts.definitions import definition_hash
from scripts.proof.beside import decided_by
from scripts.proof.claim import Claim, Subject
from scripts.proof.reading import count, total
from scripts.proof.situations import answerable


def report(subject: Subject, claims: Iterable[Claim]) -> dict[str, Any]:
    """The proof of one route-finder; numbers that may be large are text.

    ``{"route", "definition": hash, "version", "questions": int, "atoms": int, "rules": int, "combinations": all of
    them, "answerable": those that answers can bring about, "claims": [{"id", "holds", "exact", "combinations",
    "checked": statements about them, "faults": [lines], "remarks": [lines], "witnesses": {rule: {"effect", "name",
    "answers": what must be answered, all else unknown}}}], "decided_by": {effect: {track or note: [questions]}}}``.
    """
    diagrams = subject.model.diagrams
    return {
        "route": subject.name,
        "definition": definition_hash(subject.entry.data),
        "version": subject.entry.data["version"],
        "questions": len(subject.route.questions),
        "atoms": len(diagrams.order),
        "rules": len(subject.route.rules),
        "combinations": str(total(diagrams)),
        "answerable": str(count(diagrams, answerable(diagrams, subject.route), leaf=True)),
        "claims": [_told(claim) for claim in claims],
        "decided_by": decided_by(subject),
    }


def _told(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "holds": claim.holds,
        "exact": claim.is_exact,
        "combinations": str(claim.combinations),
        "checked": claim.checked,
        "faults": [str(finding) for finding in claim.faults],
        "remarks": [str(finding) for finding in claim.remarks],
        "witnesses": {rule: witness._asdict() for rule, witness in claim.witnesses.items()},
    }
