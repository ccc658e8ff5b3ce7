"""A reader without a mouse gets everywhere, in the order of the page, and always sees where the focus is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.addresses import LANGUAGES, PAGES, address
from tests.browser.checklist_page import ChecklistPage
from tests.browser.conftest import Open, Ready
from tests.browser.findings import nothing

pytestmark = pytest.mark.browser

WINDOWS = [(1280, 800), (390, 700), (320, 256)]
WALKS = [("Tab", WINDOWS[0]), ("Shift+Tab", WINDOWS[0]), ("Shift+Tab", WINDOWS[1]), ("Tab", WINDOWS[2])]

#: Told at every stop of the Tab key: where it is, what shows the focus, whether the sticky strip lies over it, and
#: how the stop before it looks now that the focus has gone. A hidden radio button shows the focus on its label.
STOP = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const shown = (one) => (one.matches("input[type=radio]") ? one.labels[0] : one);
  const look = (one) => {
    const style = getComputedStyle(one);
    return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow].join(" ");
  };
  const luminance = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (one) => {
    for (let at = one.parentElement; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!/, 0\\)$/.test(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const target = shown(here);
  const style = getComputedStyle(target);
  const [light, dark] = [style.outlineColor, behind(target)].map(luminance).sort((a, b) => b - a);
  const box = target.getClientRects()[0];
  const strip = document.querySelector(".kennisbank-acuut");
  const edge = strip.getBoundingClientRect();
  const over = getComputedStyle(strip).position === "sticky" && !strip.contains(target)
    && !target.matches(".kennisbank-skip") && box.top < edge.bottom - 1 && box.bottom > edge.top + 1;
  const before = window.stopBefore;
  window.stopBefore = { element: target, look: look(target) };
  return {
    place: [...document.querySelectorAll("*")].indexOf(here),
    name: here.outerHTML.slice(0, 110),
    visible: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    contrast: (light + 0.05) / (dark + 0.05),
    covered: over,
    outside: box.bottom < 0 || box.top > innerHeight || box.width === 0,
    unchanged: before && before.element !== target && look(before.element) === before.look
      ? before.element.outerHTML.slice(0, 110) : null,
  };
}"""

#: All that Tab must reach, in the order of the page: of a group of radio buttons one.
REACHABLE = """() => {
  const all = [...document.querySelectorAll("*")];
  const groups = new Set();
  return all.filter((one) => one.matches("a[href], button, summary, textarea, input, select, [tabindex='0']")
      && one.checkVisibility({ visibilityProperty: true }))
    .filter((one) => !one.matches("input[type=radio]") || (!groups.has(one.name) && groups.add(one.name)))
    .map((one) => all.indexOf(one));
}"""


@dataclass(frozen=True)
class Walk:
    """Every stop of a walk through a page with Tab or Shift+Tab."""

    stops: list[dict[str, Any]]

    def faults(self) -> list[str]:
        found = []
        for stop in self.stops:
            if not stop["visible"]:
                found.append(f"no visible focus: {stop['name']}")
            elif stop["contrast"] < 3:
                found.append(f"focus has contrast {stop['contrast']:.1f}: {stop['name']}")
            if stop["unchanged"]:
                found.append(f"looks the same without focus: {stop['unchanged']}")
            if stop["covered"]:
                found.append(f"under the strip: {stop['name']}")
            if stop["outside"]:
                found.append(f"outside the window: {stop['name']}")
        return found


def _walk(page: Page, key: str = "Tab") -> Walk:
    stops: list[dict[str, Any]] = []
    for _ in range(1000):
        page.keyboard.press(key)
        stop = page.evaluate(STOP)
        if stop is None or (stops and stop["place"] == stops[0]["place"]):
            break
        if not stops or stop["place"] != stops[-1]["place"]:  # a field for a time has a stop for each of its parts
            stops.append(stop)
    return Walk(stops)


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_tab_reaches_everything_in_the_order_of_the_page_and_the_focus_is_seen(
    visit: Open, language: str, kind: str
) -> None:
    page = visit(address(language, kind), reduced_motion="reduce").page
    if kind in {"checklist", "route"}:
        expect(page.locator(f"kennisbank-{kind}.kennisbank-ready")).to_be_visible()
    walk = _walk(page)
    assert [stop["place"] for stop in walk.stops] == page.evaluate(REACHABLE)
    nothing(walk.faults())


@pytest.mark.parametrize("scheme", ["dark", "forced"])
@pytest.mark.parametrize("kind", ["home", "chapter-with-tips", "search"])
def test_the_focus_is_seen_in_the_dark_and_in_forced_colours(visit: Open, kind: str, scheme: str) -> None:
    dress = {"color_scheme": "dark"} if scheme == "dark" else {"forced_colors": "active"}
    nothing(_walk(visit(address("nl", kind), reduced_motion="reduce", **dress).page).faults())


@pytest.mark.parametrize(("key", "window"), WALKS)
def test_the_strip_never_lies_over_the_focus_in_the_checklist(visit: Open, key: str, window: tuple[int, int]) -> None:
    size = {"width": window[0], "height": window[1]}
    checklist = ChecklistPage(visit(viewport=size, reduced_motion="reduce"), "nl")
    checklist.answer(beleid="nee", intake="ja")
    checklist.note("intake", "Een notitie")
    checklist.page.locator(".kennisbank-skip" if key == "Tab" else ".kennisbank-footer a >> nth=-1").focus()
    walk = _walk(checklist.page, key)
    assert len(walk.stops) > 100
    nothing(walk.faults())


def test_the_strip_never_lies_over_the_focus_in_the_result(ready: Ready) -> None:
    checklist = ready("nl")
    checklist.page.emulate_media(reduced_motion="reduce")
    checklist.answer_all(dict.fromkeys(checklist.definition()["items"], "nee"))
    checklist.see_result()
    for width, height in WINDOWS:
        checklist.page.set_viewport_size({"width": width, "height": height})
        for key in ("Tab", "Shift+Tab"):
            checklist.page.locator(".kennisbank-skip" if key == "Tab" else ".kennisbank-footer a >> nth=-1").focus()
            walk = _walk(checklist.page, key)
            assert len(walk.stops) > 30
            nothing(walk.faults())


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_the_first_stop_is_the_skip_link_and_it_leads_to_the_main_text(visit: Open, language: str, kind: str) -> None:
    page = visit(address(language, kind)).page
    page.keyboard.press("Tab")
    skip = page.locator(".kennisbank-skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main, footer').contains(document.activeElement)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_skip_link_leads_to_the_result_when_the_result_is_shown(ready: Ready, language: str) -> None:
    checklist = ready(language)
    checklist.answer(beleid="nee")
    checklist.see_result()
    checklist.page.locator(".kennisbank-skip").focus()
    checklist.page.keyboard.press("Enter")
    expect(checklist.page.locator("main")).to_be_focused()
    checklist.page.wait_for_timeout(300)
    expect(checklist.result).to_be_visible()
    expect(checklist.questions).to_be_hidden()


def test_arrow_keys_choose_an_answer_and_go_round(ready: Ready) -> None:
    checklist = ready("nl")
    page = checklist.page
    page.locator("#q-beleid-ja").focus()
    page.keyboard.press("Space")
    chosen = [checklist.answers()["beleid"]]
    for _ in range(5):
        page.keyboard.press("ArrowRight")
        chosen.append(checklist.answers()["beleid"])
    assert chosen == ["ja", "deels", "nee", "weet_niet", "nvt", "ja"]
    page.keyboard.press("ArrowUp")
    assert checklist.answers() == {"beleid": "nvt"}
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Shift+Tab")
    expect(page.locator("#q-beleid-nvt")).to_be_focused()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_focus_goes_to_the_heading_when_the_result_comes_and_when_the_reader_goes_back(
    ready: Ready, language: str
) -> None:
    checklist = ready(language)
    questions = checklist.title.inner_text()
    checklist.answer(beleid="nee")
    checklist.see_result()
    expect(checklist.title).to_be_focused()
    expect(checklist.title).to_be_in_viewport()
    assert checklist.title.inner_text() != questions
    assert checklist.title.inner_text() in checklist.page.title()
    checklist.back_button.click()
    checklist.see_questions()
    expect(checklist.title).to_be_focused()
    expect(checklist.title).to_have_text(questions)


@pytest.mark.parametrize("language", LANGUAGES)
def test_clearing_an_answer_with_the_keyboard_keeps_the_focus_at_the_question(ready: Ready, language: str) -> None:
    checklist = ready(language)
    checklist.answer(intake="nee")
    clear = checklist.page.locator("[data-item=intake] [data-clear]")
    clear.focus()
    checklist.page.keyboard.press("Enter")
    assert checklist.answers() == {}
    expect(clear).to_be_hidden()
    assert checklist.page.evaluate("document.activeElement.closest('[data-item]')?.dataset.item") == "intake"


def test_trying_again_with_the_keyboard_keeps_the_focus_near_the_button(visit: Open) -> None:
    checklist = ChecklistPage(visit(), "nl")
    checklist.page.route("**/*.wasm", lambda route: route.fulfill(status=404))
    checklist.answer(beleid="nee")
    checklist.start()
    expect(checklist.retry).to_be_visible()
    checklist.retry.focus()
    checklist.page.keyboard.press("Enter")
    expect(checklist.status).to_have_text(checklist.messages()["checklist_failed"])
    expect(checklist.retry).to_be_visible()
    assert checklist.page.evaluate("document.activeElement.closest('kennisbank-checklist') !== null")
