"""Proves what the route-finders promise, exactly: ``python -m scripts.prove [route] [--record] [--root DIR]``.

Prints each claim with what was counted, how and how long it took; a fault with its line, what to do, and a witness.
Exit code 0 if everything holds, 1 if not, 2 if there is nothing to prove.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.content import Content, Entry, load
from scripts.problems import did_you_mean
from scripts.proof.claim import Claim, Subject
from scripts.proof.reading import count, total
from scripts.proof.report import report
from scripts.proof.situations import answerable
from scripts.proof.whole import CLAIMS, CROSS_CHECKS, prove
from scripts.proof_record import write
from scripts.schema import check
from tools.definitions import BadDefinition

BASE = Path("docs")


def main(arguments: list[str] | None = None) -> int:
    """Command line; see above."""
    parser = argparse.ArgumentParser(prog="python -m scripts.prove", description=__doc__)
    parser.add_argument("route", nargs="?", help="the id of a route-finder; without it all of them")
    parser.add_argument("--root", type=Path, action="append", default=[], help="a content root over docs/")
    parser.add_argument("--json", type=Path, help="write the result here, without times")
    parser.add_argument("--record", action="store_true", help="write it beside the route-finder, for the site")
    parser.add_argument("--quick", action="store_true", help="leave out the cross-checks of the proof itself")
    options = parser.parse_args(arguments)
    content = load([BASE, *options.root])
    known = content.families["routes"]
    if "routes" in content.incomplete:
        print(*content.problems, sep="\n")
        return 1
    if not known or options.route not in {None, *known}:
        hint = did_you_mean(str(options.route), known, f"Known: {', '.join(known) or 'none'}.")
        print(f"Nothing to prove: no route-finder {options.route or 'at all'}. {hint}", file=sys.stderr)
        return 2
    names = [options.route] if options.route else list(known)
    results = [_proved(name, known[name], content, options.quick) for name in names]
    if options.record:
        for name, result in zip(names, results, strict=True):
            if result is not None:
                print(f"recorded: {write(result, Path(known[name].document.file))}")
    if options.json:
        options.json.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return int(any(result is None or not all(claim["holds"] for claim in result["claims"]) for result in results))


def _proved(name: str, entry: Entry, content: Content, quick: bool) -> dict[str, Any] | None:
    """Prove one route-finder and print how it goes; None where the definition cannot be worked with."""
    faults = [problem for problem in content.problems if problem.file == entry.document.file]
    faults += check(entry, "routes")
    try:
        subject = None if faults else Subject(entry, content, name)
    except BadDefinition as fault:
        faults.append(entry.problem((), f"the tool cannot work with this: {fault}", "Mend what it names."))
        subject = None
    if subject is None:
        print("\n".join(map(str, faults)))
        return None
    started = time.perf_counter()
    print(f"{name}, version {entry.data['version']}, {entry.document.file}")
    print(f"  {len(subject.route.rules)} rules, {len(subject.route.questions)} questions, {_size(subject)}", flush=True)
    claims = []
    for claim in prove(subject, CLAIMS if quick else (*CLAIMS, *CROSS_CHECKS)):
        print(*_lines(claim), sep="\n", flush=True)
        claims.append(claim)
    failed = sum(not claim.holds for claim in claims)
    verdict = f"{failed} of {len(claims)} claims do not hold" if failed else f"all {len(claims)} claims hold"
    print(f"  {verdict} ({time.perf_counter() - started:.1f} s)")
    return report(subject, claims)


def _size(subject: Subject) -> str:
    diagrams = subject.model.diagrams
    can_be = count(diagrams, answerable(diagrams, subject.route), leaf=True)
    return f"{len(diagrams.order)} atoms: {total(diagrams):,} combinations, {can_be:,} of them can be answered"


def _lines(claim: Claim) -> Iterator[str]:
    over = f"{claim.checked:,} checks" + (f" over {claim.combinations:,} combinations" if claim.combinations else "")
    yield f"  {'ok  ' if claim.holds else 'FAIL'}  {claim.id}: {claim.says}"
    yield f"        {claim.how}: {over} ({claim.seconds:.1f} s)"
    for word, findings in (("", claim.faults), ("remark: ", claim.remarks)):
        for finding in findings:
            yield from (f"        {line}" for line in f"{word}{finding}".split("\n"))


if __name__ == "__main__":
    sys.exit(main())
