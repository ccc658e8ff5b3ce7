"""Keeps what was proved of a route-finder beside it, so that a build can show it without proving it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from scripts.content import PROOF, Content
from scripts.definitions import definition_hash
from scripts.problems import Problem

HEAD = "# What was proved, and what was counted. Written by python -m scripts.prove --record; not by hand.\n"

KEYS = {
    *("route", "definition", "version", "questions", "atoms", "rules"),
    *("combinations", "answerable", "claims", "decided_by"),
}


def write(report: dict[str, Any], definition: Path) -> Path:
    """Write ``report`` (see scripts.proof.report) beside ``definition``; returns the file."""
    file = definition.with_suffix(PROOF)
    file.write_text(HEAD + yaml.safe_dump(plain(report), sort_keys=False, width=110), encoding="utf-8")
    return file


def plain(report: dict[str, Any]) -> dict[str, Any]:
    """``report`` with only how many witnesses there are: which answers show a rule is told by the proof itself."""
    return report | {"claims": [claim | {"witnesses": len(claim["witnesses"])} for claim in report["claims"]]}


def recorded(content: Content) -> dict[str, dict[str, Any]]:
    """By route-finder: ``{"report": what was proved or None, "current": whether it is of the rules of today}``."""
    found = {}
    for name, entry in content.families["routes"].items():
        document = content.proofs.get(name)
        report = document.data if document else None
        current = report is not None and report["definition"] == definition_hash(entry.data)
        found[name] = {"report": report, "current": current}
    return found


def record_problems(content: Content, words: Iterable[str]) -> Iterator[Problem]:
    """Faults of the records: of no route-finder, not as it is written, or a claim without its sentence in ``words``."""
    for name, document in content.proofs.items():
        problem = partial(Problem, document.file, 1)
        again = "Run python -m scripts.prove --record."
        if name not in content.families["routes"]:
            yield problem(f"this proves the route-finder '{name}', which does not exist", "Remove this file.")
        elif not isinstance(document.data, dict) or set(document.data) != KEYS:
            yield problem("this is not what scripts.prove writes", again)
        else:
            for claim in document.data["claims"]:
                if sentence_of(claim["id"]) not in words:
                    yield problem(
                        f"the claim '{claim['id']}' has no sentence", f"Add {sentence_of(claim['id'])} to ui.yml."
                    )


def sentence_of(claim: str) -> str:
    """The key in ui.yml of the sentence that tells a reader what ``claim`` says."""
    return f"proof_{claim.replace('-', '_')}"
