"""The macros that put data on a page: which template makes each, and which families it shows."""

from __future__ import annotations

#: Macros that print an element: template, name of the element in it, family.
ELEMENTS = {
    "tip": ("tip.html.j2", "tip", "tips"),
    "practice": ("practice.html.j2", "practice", "practices"),
    "figure": ("figure.html.j2", "figure", "figures"),
    "session": ("session.html.j2", "session", "sessions"),
}
#: Macros that print whole families, and on whose elements the page therefore rests.
WHOLE = {"cards": ("cards",), "respondents": ("respondents", "respondent_columns")}
#: Macros that make something which a page has once.
ONCE_MADE = ("crisis_card", "cards", "page_break", "picture", "lines", "respondents")
