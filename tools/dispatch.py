"""The only door between a page and the tools: JSON text in, JSON text out, nothing remembered."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tools import checklist, record_files, record_reading, records, route, sessions
from tools.answers import BadAnswers
from tools.definitions import BadDefinition

TOOLS: dict[str, Callable[[Any, Any], dict[str, Any]]] = {
    "checklist": checklist.evaluate,
    "record.write": record_files.write,
    "record.read": record_reading.read,
    "record.compare": records.compare,
    "route": route.evaluate,
    "session.write": sessions.write,
    "session.read": sessions.read,
}
KINDS: dict[type[Exception], str] = {BadDefinition: "bad-definition", BadAnswers: "bad-answers"}


def handle(request_json: str) -> str:
    """Answer one request.

    Request: ``{"id": int, "tool": str, "definition": {...}, "answers": {...}}``.
    Reply: ``{"id": int, "result": {...}}`` or ``{"id": int | null, "error": str}``. An error is a word
    for programs (``bad-json``, ``bad-request``, ``unknown-tool``, ``bad-definition: ...``, ``bad-answers: ...``);
    the sentence for the reader stands in the page. Never raises for any text.
    """
    try:
        request = json.loads(request_json)
    except (ValueError, RecursionError):
        return _reply(None, error="bad-json")
    if not isinstance(request, dict):
        return _reply(None, error="bad-request")
    number = request.get("id")
    if not isinstance(number, int) or isinstance(number, bool):
        return _reply(None, error="bad-request")
    tool = TOOLS.get(request["tool"]) if isinstance(request.get("tool"), str) else None
    if tool is None:
        return _reply(number, error="unknown-tool")
    try:
        return _reply(number, result=tool(request.get("definition"), request.get("answers")))
    except (BadDefinition, BadAnswers) as fault:
        return _reply(number, error=f"{KINDS[type(fault)]}: {fault}")


def _reply(number: int | None, **content: Any) -> str:
    return json.dumps({"id": number, **content}, ensure_ascii=False, separators=(",", ":"))
