"""Judges the table of people who took part in the research: every column is there, every row holds words of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from scripts.content import Content
from scripts.problems import Problem
from scripts.references import unknown

#: The columns that hold one of their values for each row.
CHOSEN = ("sex", "age", "origin", "education")
#: How the source divides complaints; what it does not divide stands under the last one, without a word before it.
COMPLAINTS = ("physical", "mental", "other")
#: The columns of the table: respondents.html.j2 knows what stands in each.
COLUMNS = ("number", *CHOSEN, "health")
#: Column → the words without which the template cannot make it.
NEEDED = {"health": COMPLAINTS[:2]}
FILE = "respondent_columns.yml"


def respondent_problems(content: Content, known: Content) -> Iterator[Problem]:
    """Faults of rows and columns; ``content`` holds what is right in form, ``known`` all else too."""
    columns = content.families["respondent_columns"]
    for name, column in columns.items():
        advice = f"Its columns: {', '.join(COLUMNS)}."
        yield from unknown("column of the table of respondents", [name], COLUMNS, advice, partial(column.problem, ()))
        lacking = [word for word in NEEDED.get(name, ()) if word not in column.data.get("values", ())]
        if name in (*CHOSEN, *NEEDED) and "values" not in column.data:
            yield column.problem((), f"the column '{name}' has no values", "Give it the words that a row may have.")
        elif lacking:
            yield column.problem(("values",), f"'{name}' has no word for {', '.join(lacking)}", "Add it to values.")
    for name, row in content.families["respondents"].items():
        for field in CHOSEN:
            if field in columns:
                advice = f"Add it to {field} in {FILE}."
                values = columns[field].data.get("values")
                yield from unknown(field, [row.data[field]], values, advice, partial(row.problem, (field,)))
        if not any(kind in row.data for kind in COMPLAINTS):
            yield row.problem((), f"'{name}' has no complaint", f"Add one of: {', '.join(COMPLAINTS)}.")
    yield from _missing_problems(known)


def _missing_problems(known: Content) -> Iterator[Problem]:
    """A problem where there are rows and not every column for them."""
    names = known.names("respondent_columns")
    rows = list(known.families["respondents"].values())
    missing = [name for name in COLUMNS if names is not None and name not in names]
    if rows and missing:
        what = f"the table of respondents has no column {', '.join(missing)}"
        yield Problem(rows[0].document.file, 1, what, f"Add it to {FILE}.")
