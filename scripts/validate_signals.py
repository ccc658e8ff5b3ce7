"""Judges what the pages on health are made of: conversation cards, drawings with meaning, a gemeente's crisis card."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from scripts import markup
from scripts.assets import PICTOGRAMS
from scripts.content import Content, Entry
from scripts.problems import Problem, did_you_mean
from scripts.references import unknown
from scripts.schema import texts
from scripts.translations import SOURCE

#: Kind of line on the crisis card → what a gemeente fills in on it, and must; nothing on a fixed line.
FILLED_IN = {
    "place": ("name", "phone", "hours", "checked_on"),
    "function": ("function", "phone", "hours", "checked_on"),
    "fixed": (),
}


def signal_problems(content: Content, known: Content) -> Iterator[Problem]:
    """Faults of cards, drawings and crisis card; ``content`` holds what is right in form, ``known`` all else too."""
    for family in ("cards", "pictures"):
        for entry in content.families[family].values():
            make = partial(entry.problem, ("picto",))
            yield from unknown(
                "drawing", [entry.data["picto"]], sorted(PICTOGRAMS), "Draw it in overrides/assets/icons.", make
            )
    for name, entry in content.families["cards"].items():
        yield from _untranslated_problems(name, entry, known)
    for name, entry in content.families["crisis"].items():
        yield from _crisis_problems(name, entry, content, known)


def _untranslated_problems(name: str, entry: Entry, content: Content) -> Iterator[Problem]:
    """A card that a language shows beside the Dutch must be whole in that language."""
    for language, pages in content.pages.items():
        shown = [page for page in pages.values() if any(macro.name == "cards" for macro in markup.macros(page))]
        if language == SOURCE or not shown or f"i18n/{language}" in content.incomplete:
            continue
        catalog = content.catalogs.get(language, {}).get("cards", {})
        keys = [".".join(map(str, (name, *path))) for path, _ in texts("cards", entry.data)]
        lacking = [key for key in keys if key not in catalog]
        if lacking:
            what = f"the card '{name}' is not translated for {shown[0].file}: {', '.join(lacking)}"
            yield entry.problem((), what, f"Add these under 'cards' in i18n/{language}.yml.")


def _crisis_problems(name: str, entry: Entry, content: Content, known: Content) -> Iterator[Problem]:
    fields = known.names("crisis_fields")
    if fields is None or name not in content.families["crisis_fields"]:
        yield from unknown(
            "line of the crisis card",
            [name],
            fields,
            f"Its lines: {', '.join(fields or ())}.",
            partial(entry.problem, ()),
        )
        return
    wanted = FILLED_IN[content.families["crisis_fields"][name].data["kind"]]
    if not wanted:
        yield entry.problem((), f"the line '{name}' of the crisis card cannot be filled in", "Take it away.")
        return
    for key in entry.data:
        if key not in wanted:
            todo = did_you_mean(key, wanted, f"This line has: {', '.join(wanted)}.")
            yield entry.problem((key,), f"the line '{name}' of the crisis card has no '{key}'", todo)
    for key in wanted:
        if key not in entry.data:
            what = f"'{key}' is missing on the line '{name}' of the crisis card"
            yield entry.problem((), what, f"Add it, or take the whole line '{name}' away: paper leaves it open.")
    if "function" in wanted and "function" in entry.data:
        make = partial(entry.problem, ("function",))
        advice = "Choose one of staff_functions.yml; a person's name does not belong on the card."
        yield from unknown("function", [entry.data["function"]], known.names("staff_functions"), advice, make)
