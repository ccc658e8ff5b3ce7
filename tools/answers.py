"""What every tool asks of what comes beside the definition."""

from __future__ import annotations

from typing import Any


class BadAnswers(Exception):
    """What came beside the definition cannot be worked with; a page of ours sends none such."""


def parts(answers: Any) -> dict[str, Any]:
    """Return what came beside the definition if it is a mapping, else raise BadAnswers."""
    if not isinstance(answers, dict):
        raise BadAnswers("answers is not a mapping")
    return answers


def text_of(answers: Any) -> str:
    """The text of the file that came beside the definition, else raise BadAnswers."""
    text = parts(answers).get("text")
    if not isinstance(text, str):
        raise BadAnswers("text is not a text")
    return text
