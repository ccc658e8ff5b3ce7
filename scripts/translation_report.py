"""Tells of every translated text whether it is fresh, stale, unchecked or missing, and accepts them one by one."""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.content import Content, load
from scripts.localise import dutch_of, dutch_texts
from scripts.problems import did_you_mean
from scripts.translations import SOURCE, STATES, front_hash, front_state, hash_of, section_hash, section_states, state
from scripts.translations import stamp as stamp_of

STAMP = re.compile(r'(\bof(?:: |=))"nl@[0-9a-f]{8}"')
CHECKED = re.compile(r"checked_by: (?:null|\"[^\"]*\")")


class NotAccepted(Exception):
    """The text that should be accepted is not there, or carries no hash to renew."""


@dataclass(frozen=True)
class Unit:
    """One translatable text: its name on the command line, its state, the stamp it should carry, and where."""

    name: str
    group: str
    state: str
    stamp: str
    file: str = ""
    line: int = 0


def units(content: Content) -> Iterator[Unit]:
    """Every text of every other language: the front and the sections of each page, and each string."""
    for language in sorted({*content.pages, *content.catalogs} - {SOURCE}):
        yield from _page_units(content, language)
        yield from _string_units(content, language)


def _page_units(content: Content, language: str) -> Iterator[Unit]:
    for path, dutch in content.pages[SOURCE].items():
        name = f"{language}/{path}.md"
        page = content.pages.get(language, {}).get(path)
        stamp = stamp_of(front_hash(dutch))
        if page is None:
            yield Unit(name, f"{language} pages", "missing", stamp)
            continue
        line = page.front.line(("of",))
        yield Unit(name, f"{language} pages", front_state(page, dutch), stamp, page.file, line)
        for original, own, found in section_states(page, dutch):
            stamp = stamp_of(section_hash(original))
            place = (page.file, own.line) if own else ("", 0)
            yield Unit(f"{name}#{original.id}", f"{language} pages", found, stamp, *place)


def _string_units(content: Content, language: str) -> Iterator[Unit]:
    catalog = content.catalogs.get(language, {})
    for section, texts in dutch_texts(content).items():
        for key in dict.fromkeys([*texts, *catalog.get(section, {})]):
            text = dutch_of(key, texts)
            if text is None:
                continue
            entry = catalog.get(section, {}).get(key)
            stamp = stamp_of(hash_of(text))
            name, group = f"{language}:{section}:{key}", f"{language} {section}"
            if entry is None:
                yield Unit(name, group, "missing", stamp)
                continue
            found = state(entry.data.get("of"), entry.data.get("checked_by"), hash_of(text))
            yield Unit(name, group, found, stamp, entry.document.file, entry.document.line(entry.path))


def table(found: list[Unit]) -> list[str]:
    """A line per group with how many of its texts are in each state."""
    groups: dict[str, Counter[str]] = {}
    for unit in found:
        groups.setdefault(unit.group, Counter())[unit.state] += 1
    wide = max(map(len, groups), default=0)
    head = " " * wide + "".join(f"{one:>11}" for one in reversed(STATES))
    return [
        head,
        *(f"{group:<{wide}}" + "".join(f"{n[one]:>11}" for one in reversed(STATES)) for group, n in groups.items()),
    ]


def accept(name: str, content: Content, checked_by: str | None = None) -> str:
    """Write into the file that the text ``name`` translates the Dutch of today; returns the line for the terminal.

    ``checked_by`` is the person who read it; without one, who checked it stays as it was. Raises NotAccepted.
    """
    known = {unit.name: unit for unit in units(content)}
    unit = known.get(name)
    if unit is None:
        raise NotAccepted(f"There is no text '{name}'. {did_you_mean(name, known, 'See the list for the names.')}")
    if not unit.line:
        raise NotAccepted(f"'{name}' is not translated yet. Write the translation first; its stamp is {unit.stamp}.")
    file = Path(unit.file)
    lines = file.read_bytes().decode("utf-8").split("\n")
    place = unit.line - 1
    if not STAMP.search(lines[place]):
        raise NotAccepted(f'{unit.file}:{unit.line}: no hash to renew. Add of="{unit.stamp}" by hand.')
    lines[place] = STAMP.sub(rf'\1"{unit.stamp}"', lines[place])
    if checked_by:
        _sign(lines, place, checked_by, whole_page="#" not in name and ":" not in name)
    file.write_bytes("\n".join(lines).encode("utf-8"))
    return f"{unit.file}:{unit.line}: '{name}' now translates {unit.stamp}."


def _sign(lines: list[str], place: int, name: str, whole_page: bool) -> None:
    """Note who checked: in the line of a string, in the front matter of a page; a section has no line for it."""
    line = 'checked_by: "' + name.replace("\\", "").replace('"', "'") + '"'
    for number in range(len(lines)) if whole_page else (place,):
        if CHECKED.search(lines[number]):
            lines[number] = CHECKED.sub(lambda _: line, lines[number])
            return
    if whole_page:
        raise NotAccepted("The page has no line 'checked_by: null' to sign. Add it to its front matter.")
    raise NotAccepted("A section carries no name of its own. Give --checked-by with the page, after its sections.")


def main(arguments: list[str] | None = None) -> int:
    """Command line: ``python -m scripts.translations [--all] [--accept NAME [--checked-by WHO]]``."""
    parser = argparse.ArgumentParser(prog="python -m scripts.translations", description=__doc__)
    parser.add_argument("--root", type=Path, action="append", default=[], help="a content root over docs/")
    parser.add_argument("--all", action="store_true", help="name every text, not only what is stale or missing")
    parser.add_argument("--accept", metavar="NAME", help="this text translates the Dutch of today; one at a time")
    parser.add_argument("--checked-by", metavar="WHO", help="with --accept: the person who read it")
    asked = parser.parse_args(arguments)
    content = load([Path("docs"), *asked.root])
    if asked.accept:
        try:
            print(accept(asked.accept, content, asked.checked_by))
        except NotAccepted as fault:
            print(fault, file=sys.stderr)
            return 1
        return 0
    found = list(units(content))
    told = found if asked.all else [unit for unit in found if unit.state in ("stale", "missing")]
    for unit in told:
        print(f"{unit.name}: {unit.state}; the Dutch is {unit.stamp}")
    print("\n".join(table(found)))
    return 0
