"""Checks data against the schemas in ``scripts/schemas`` and tells which strings a reader sees."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from scripts.content import Entry
from scripts.problems import Problem, did_you_mean

FORMATS = jsonschema.Draft202012Validator.FORMAT_CHECKER
FOLDER = Path(__file__).parent / "schemas"


@cache
def schema(name: str) -> dict[str, Any]:
    """The schema of family ``name`` with the shared definitions in it."""
    defs = yaml.safe_load((FOLDER / "defs.yml").read_text(encoding="utf-8"))
    own: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return {**own, "$defs": defs}


def check(entry: Entry, name: str) -> list[Problem]:
    """All faults of ``entry`` against schema ``name``, each with its line."""
    validator = jsonschema.Draft202012Validator(schema(name), format_checker=FORMATS)
    return [problem for error in validator.iter_errors(entry.data) for problem in _problems(error, entry)]


def texts(name: str, data: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Path and Dutch text of every string in ``data`` that a reader sees, by schema ``name``."""
    whole = schema(name)
    yield from _texts(whole, whole["$defs"], data, ())


def _texts(
    part: dict[str, Any], defs: dict[str, Any], data: Any, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if "$ref" in part:
        part = defs[part["$ref"].rsplit("/", 1)[-1]]
    if isinstance(data, str):
        if part.get("x-text") and data != part.get("x-not-text"):
            yield path, data
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _texts(part.get("items", {}), defs, value, (*path, number))
    elif isinstance(data, dict):
        other = part.get("additionalProperties")
        for key, value in data.items():
            below = part.get("properties", {}).get(key, other)
            if isinstance(below, dict):
                yield from _texts(below, defs, value, (*path, key))


def _problems(error: jsonschema.ValidationError, entry: Entry) -> Iterator[Problem]:
    at: tuple[str | int, ...] = tuple(error.absolute_path)
    instance: Any = error.instance
    where = ".".join(map(str, at)) or "the entry"
    known = list(error.schema.get("properties", {})) if isinstance(error.schema, dict) else []
    wanted: Any = error.validator_value
    match error.validator:
        case "additionalProperties":
            for key in (key for key in instance if key not in known):
                todo = did_you_mean(key, known, f"Known here: {', '.join(known)}.")
                yield entry.problem((*at, key), f"unknown key '{key}'", todo)
        case "required":
            for key in (key for key in wanted if key not in instance):
                what = "a source is missing" if key == "sources" else f"'{key}' is missing in {where}"
                yield entry.problem(at, what, f"Add the line '{key}: …'.")
        case "enum" | "type" if isinstance(instance, bool):
            what = f"{where} is read as {str(instance).lower()}, and it should be {_wanted(error)}"
            yield entry.problem(at, what, 'Put it in quotes, such as "yes" or "no".')
        case "enum":
            options = [str(option) for option in wanted]
            todo = did_you_mean(str(instance), options, f"Choose one of: {', '.join(options)}.")
            yield entry.problem(at, f"'{instance}' is not allowed for {where}", todo)
        case "minItems" if instance:
            yield entry.problem(at, f"{where} has fewer than {wanted} entries", "Add what is missing.")
        case "minItems" | "minProperties" | "minLength":
            yield entry.problem(at, f"{where} is empty", f"Give {_wanted(error)}.")
        case "maxItems":
            yield entry.problem(at, f"{where} has more than {wanted} entries", "Leave some out.")
        case _:
            yield entry.problem(at, f"'{instance}' does not fit {where}", f"Give {_wanted(error)}.")


def _wanted(error: jsonschema.ValidationError) -> str:
    part = error.schema if isinstance(error.schema, dict) else {}
    return str(part.get("title") or part.get("type") or "another value")
