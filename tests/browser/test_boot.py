"""What Start loads: little, checked, only when asked; and the rest of the library when a tool needs it after all."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from scripts import runtime
from scripts.bytecode import compiled
from tests.browser.checklist_page import ChecklistPage
from tests.browser.conftest import Open
from tests.browser.findings import nothing
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

MOST_BYTES = 4_000_000
WHOLE = f"**/{runtime.WHOLE}"
#: A tool that imports what no tool of ours does: a module, a part of a package that is loaded, and a whole package.
NEEDY = """
from tools import own
def handle(request):
    import colorsys, json, json.tool, html.parser
    number = json.loads(request)["id"]
    result = own.evaluate(json.loads(request)["definition"], {"beleid": "nee"})
    assert colorsys.rgb_to_hsv(1, 1, 1)[2] == 1 and json.tool.main and html.parser.HTMLParser
    return json.dumps({"id": number, "result": result})
"""
NAMELESS = """
def handle(request):
    import this_module_is_nowhere
"""


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _wheel(dispatch: str) -> bytes:
    """A wheel whose door is another one; what our checklist needs of its own stands beside it, as ``tools.own``."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("tools/__init__.py", "")
        archive.writestr("tools/dispatch.py", dispatch)
        for name in ("checklist", "definitions", "graph"):
            text = (ROOT / "tools" / f"{name}.py").read_text(encoding="utf-8")
            archive.writestr(f"tools/{name.replace('checklist', 'own')}.py", text)
    return buffer.getvalue()


def _give(checklist: ChecklistPage, dispatch: str, **hashes: str) -> None:
    """Serve this door instead of ours, with the hashes in the worker that go with it."""
    wheel = _wheel(dispatch)
    lock = json.dumps(compiled().lock, sort_keys=True, separators=(",", ":"))
    [package] = compiled().lock["packages"].values()
    other = lock.replace(package["sha256"], hashes.get("wheel", _sha256(wheel)))
    whole = compiled().lock["tool"]["kennisbank"]["whole"]["sha256"]
    other = other.replace(whole, hashes.get("whole", whole))

    def worker(route: Route) -> None:
        response = route.fetch()
        body = response.text()
        assert lock in body
        route.fulfill(response=response, body=body.replace(lock, other))

    checklist.page.route("**/python-worker.js", worker)
    checklist.page.route("**/kennisbank_tools-*.whl", lambda route: route.fulfill(status=200, body=wheel))


def _see_failure(checklist: ChecklistPage) -> None:
    expect(checklist.status).to_have_text(checklist.messages()["checklist_failed"])
    expect(checklist.retry).to_be_visible()
    checklist.see_questions()


# --- how much ---


def test_the_first_result_takes_less_than_4_mb_over_the_wire_and_the_whole_library_is_not_in_it(visit: Open) -> None:
    checklist = ChecklistPage(visit(), "nl")
    checklist.visit.settle()
    before = len(checklist.visit.responses)
    checklist.answer(beleid="nee")
    checklist.see_result()
    loaded = checklist.visit.responses[before:]
    sizes = {response.url.rpartition("/")[2]: int(response.headers["content-length"]) for response in loaded}
    print(f"\n{sum(sizes.values())} bytes in {len(loaded)} requests: {sizes}")
    assert {"pyodide.asm.wasm", "traced_stdlib.zip", "pyodide.asm.mjs"} < set(sizes)
    assert 3_000_000 < sum(sizes.values()) < MOST_BYTES
    assert runtime.WHOLE not in sizes
    assert all(response.headers.get("content-encoding") == "br" for response in loaded)
    nothing(checklist.visit.complaints())


def test_nothing_of_python_is_loaded_before_the_first_input_and_all_of_it_at_once_after(visit: Open) -> None:
    checklist = ChecklistPage(visit(), "nl")
    checklist.visit.settle()
    assert checklist.visit.asked("/runtime/") == []
    wheel = next(name for name in compiled().files if name.endswith(".whl"))
    all_of_it = {*runtime.PYODIDE_FILES, wheel, "traced_stdlib.zip"}
    checklist.visit.hold("**/runtime/**")
    with ExitStack() as coming:
        for name in all_of_it:
            coming.enter_context(checklist.page.expect_request(f"**/{name}"))
        checklist.answer(beleid="nee")
    checklist.page.wait_for_timeout(500)
    assert {url.rpartition("/")[2] for url in checklist.visit.asked("/runtime/")} == all_of_it


# --- whether it is ours ---


@pytest.mark.parametrize("file", ["**/kennisbank_tools-*.whl", "**/traced_stdlib.zip"])
def test_a_file_that_is_not_the_one_that_was_built_is_refused(visit: Open, file: str) -> None:
    checklist = ChecklistPage(visit(), "nl")

    def change(route: Route) -> None:
        response = route.fetch()
        body = response.body()
        route.fulfill(status=200, headers={"content-type": "application/zip"}, body=body + b"\0")

    checklist.page.route(file, change)
    checklist.answer(beleid="nee")
    checklist.start()
    _see_failure(checklist)
    checklist.page.unroute(file)
    checklist.retry.click()
    expect(checklist.result).to_be_visible()


def test_tools_of_somebody_else_are_refused(visit: Open) -> None:
    checklist = ChecklistPage(visit(), "nl")
    _give(checklist, NEEDY, wheel="0" * 64)
    checklist.start()
    _see_failure(checklist)


# --- the rest of the library ---


def test_a_tool_that_imports_what_was_not_foreseen_gets_it_from_the_whole_library(visit: Open) -> None:
    checklist = ChecklistPage(visit(), "nl")
    _give(checklist, NEEDY)
    checklist.see_result()
    assert checklist.actions() == ["beleid"]
    checklist.back_button.click()
    checklist.see_result()
    assert len(checklist.visit.asked(runtime.WHOLE)) == 1


def _missing(route: Route) -> None:
    route.fulfill(status=404, content_type="text/html", body="<h1>404</h1>")


def _garbage(route: Route) -> None:
    route.fulfill(status=200, content_type="application/zip", body="<h1>Log in to the network</h1>")


def _cut(route: Route) -> None:
    route.abort("connectionreset")


@pytest.mark.parametrize("fault", [_missing, _garbage, _cut], ids=["missing", "garbage", "cut off"])
def test_when_the_whole_library_does_not_come_the_reader_reads_so_and_may_try_again(visit: Open, fault: Any) -> None:
    checklist = ChecklistPage(visit(), "nl")
    _give(checklist, NEEDY)
    checklist.page.route(WHOLE, fault)
    checklist.answer(beleid="nee")
    checklist.start()
    _see_failure(checklist)
    assert checklist.answers() == {"beleid": "nee"}
    checklist.page.unroute(WHOLE)
    checklist.retry.click()
    expect(checklist.result).to_be_visible()


def test_another_library_than_the_one_that_was_built_is_refused(visit: Open) -> None:
    checklist = ChecklistPage(visit(), "nl")
    _give(checklist, NEEDY, whole="0" * 64)
    checklist.start()
    _see_failure(checklist)


def test_a_module_that_exists_nowhere_loads_nothing_and_fails_like_any_fault(visit: Open) -> None:
    checklist = ChecklistPage(visit(), "nl")
    _give(checklist, NAMELESS)
    checklist.start()
    _see_failure(checklist)
    assert checklist.visit.asked(runtime.WHOLE) == []


def test_the_worker_on_the_site_holds_the_hash_of_every_archive(visit: Open) -> None:
    checklist = ChecklistPage(visit(), "nl")
    worker = checklist.page.locator("kennisbank-checklist").get_attribute("data-worker") or ""
    url = checklist.page.evaluate("(worker) => new URL(worker, document.baseURI).href", worker)
    text = checklist.page.request.get(url).text()
    assert len(set(re.findall(r'"sha256":"([0-9a-f]{64})"', text))) == 3
