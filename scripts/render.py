"""Jinja2 with what our templates need: the two template folders, filters, escaping."""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from scripts.casus import path_of
from scripts.dates import day
from scripts.localise import state_of
from scripts.problems import ContentError, Problem

PLACEHOLDER = re.compile(r"\{(\w+)\}")
TEMPLATES = Path(__file__).parent / "templates"
OVERRIDES = Path(__file__).parent.parent / "overrides"


@functools.cache
def environment() -> jinja2.Environment:
    """The environment of all pages: everything escaped, an unknown name is an error."""
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader([TEMPLATES, OVERRIDES]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
    )
    env.filters["fill"] = fill
    env.filters["day"] = _day
    env.filters["state_of"] = state_of
    env.filters["dial"] = dial
    env.filters["grouped"] = grouped
    env.filters["casus_path"] = path_of
    return env


def render(template: str, language: str, **context: Any) -> Markup:
    """The HTML of ``template``; safe to put into another template as it is."""
    try:
        html = environment().get_template(template).render(language=language, **context)
    except jinja2.UndefinedError as fault:
        todo = "Add what is missing to docs/_data/ui.yml or to the data, or mend the template."
        raise ContentError([Problem(f"scripts/templates/{template}", 1, str(fault), todo)]) from fault
    return Markup(html.strip())  # noqa: S704 - escaped by the environment


def fill(text: str, **values: Any) -> str:
    """Put ``values`` at their placeholders: ``fill("{n} vragen", n=3)``."""
    return PLACEHOLDER.sub(lambda match: str(values.get(match[1], match[0])), text)


def dial(number: str) -> str:
    """The address that calls ``number``: ``dial("0800-0113")`` is ``tel:08000113``."""
    return "tel:" + number.replace("-", "").replace(" ", "")


def grouped(number: int | str) -> str:
    """A whole number in threes, with spaces that do not break and that keep their place from right to left."""
    return f"{int(number):,}".replace(",", "\N{NO-BREAK SPACE}")


@jinja2.pass_context
def _day(context: jinja2.runtime.Context, date: str) -> str:
    return day(date, context["ui"])


def json_block(data: Any) -> Markup:
    """``data`` as JSON that can stand inside a script element of type application/json."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=False)
    return Markup(text.replace("<", "\\u003c").replace("&", "\\u0026"))  # noqa: S704 - made safe on this line
