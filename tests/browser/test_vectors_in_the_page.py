"""Python in the page answers as Python on this machine does: every vector, and answers at random, byte for byte."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from scripts.content import load
from scripts.vectors import differences, requests
from tests.browser.addresses import LANGUAGES
from tests.browser.checklist_page import ChecklistPage
from tests.browser.conftest import Open
from tests.conftest import ROOT
from tools.dispatch import handle

pytestmark = pytest.mark.browser

ANSWERS = ["ja", "deels", "nee", "weet_niet", "nvt", "", "JA", "één", None, 3, ["ja"]]
AT_RANDOM = 300

#: Asks through the site's own module and keeps every reply as the worker wrote it.
ASK = """async ([module, requests]) => {
  const { Python } = await import(module);
  const widget = document.querySelector("kennisbank-checklist");
  const replies = [];
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(...details) {
      super(...details);
      this.addEventListener("message", ({ data }) => { if ("id" in JSON.parse(data)) replies.push(data); });
    }
  };
  const python = new Python({ ...widget.dataset, limit: Number(widget.dataset.limit) });
  const results = [];
  for (const { tool, definition, answers } of requests) results.push(await python.ask(tool, definition, answers));
  window.Worker = Plain;
  return { results, replies };
}"""


def _vectors() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return requests(load([Path(ROOT / "docs")]))


def _ask_in_the_page(checklist: ChecklistPage, asked: list[dict[str, Any]]) -> tuple[list[Any], list[str]]:
    worker = checklist.page.locator("kennisbank-checklist").get_attribute("data-worker") or ""
    module = checklist.page.evaluate(
        "(worker) => new URL(worker, document.baseURI).href", worker.replace("python-worker.js", "python.js")
    )
    told = checklist.page.evaluate(ASK, [module, asked])
    return told["results"], told["replies"]


def test_every_vector_gets_the_answer_in_the_page_that_was_worked_out_by_hand_and_that_python_gives_here(
    visit: Open,
) -> None:
    vectors = _vectors()
    asked = [request for _, request in vectors]
    results, replies = _ask_in_the_page(ChecklistPage(visit(), "nl"), asked)
    assert len(results) == len(replies) == len(vectors) > 0
    wrong = {vector["name"]: differences(vector, result) for (vector, _), result in zip(vectors, results, strict=True)}
    assert {name: found for name, found in wrong.items() if found} == {}
    assert replies == [handle(json.dumps(request)) for request in asked]
    print(f"\n{len(vectors)} vectors asked of Python in the page, all as expected.")


def test_answers_at_random_get_the_same_reply_in_the_page_as_here(visit: Open) -> None:
    definition = _vectors()[0][1]["definition"]
    draw = random.Random(20261122)  # noqa: S311 - the same answers in every run
    names = [*definition["items"], "bestaat-niet"]
    asked = [
        {
            "id": number,
            "tool": "checklist",
            "definition": definition,
            "answers": {name: draw.choice(ANSWERS) for name in names if draw.random() < number / AT_RANDOM},
        }
        for number in range(1, AT_RANDOM + 1)
    ]
    _, replies = _ask_in_the_page(ChecklistPage(visit(), "nl"), asked)
    assert replies == [handle(json.dumps(request)) for request in asked]
    print(f"\n{len(asked)} random sets of answers asked of Python in the page, all the same as here.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_definition_in_the_page_is_the_one_that_the_vectors_prove(visit: Open, language: str) -> None:
    definition = ChecklistPage(visit(), language).definition()
    assert definition == _vectors()[0][1]["definition"]
    assert list(definition["items"]) == list(_vectors()[0][1]["definition"]["items"])
