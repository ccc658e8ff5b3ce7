"""What can be pressed is large enough, and the page holds at 400 % zoom and with roomy text."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.addresses import LANGUAGES, PAGES
from tests.browser.conftest import Look, Ready
from tests.browser.findings import nothing

pytestmark = pytest.mark.browser

#: A window of 1280 by 1024 at 400 %.
ZOOMED = ViewportSize(width=320, height=256)

#: WCAG 2.2, 2.5.8: 24 px, or in a sentence, or so far apart that circles of 24 px touch no other target.
TOO_SMALL = """() => {
  const boxOf = (one) => one.getBoundingClientRect();
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && boxOf(one).width > 1;
  const targets = [...document.querySelectorAll("a[href], button, summary, select, textarea, "
    + "label.kennisbank-choice__label, input:not([type=radio])")]
    .filter((one) => shown(one) && !one.matches(".kennisbank-skip"));
  const inSentence = (one) => getComputedStyle(one).display === "inline"
    && [...one.parentElement.childNodes].some((other) => other !== one && other.nodeType === Node.TEXT_NODE
      && other.data.trim().length > 1);
  const small = targets.filter((one) => (boxOf(one).width < 24 || boxOf(one).height < 24) && !inSentence(one));
  const near = (one, other) => {
    const [a, b] = [boxOf(one), boxOf(other)];
    const [x, y] = [a.left + a.width / 2, a.top + a.height / 2];
    const across = Math.max(b.left - x, 0, x - b.right);
    const down = Math.max(b.top - y, 0, y - b.bottom);
    return Math.hypot(across, down) < 12;
  };
  return small.filter((one) => targets.some((other) => other !== one && near(one, other)))
    .map((one) => `${boxOf(one).width} x ${boxOf(one).height}: ${one.outerHTML.slice(0, 100)}`);
}"""

#: What one presses most: buttons, answers, folds, boxes; and in lists of links the height.
BELOW_44 = """() => {
  const high = ".kennisbank-button, .kennisbank-choice__label, summary, textarea, input[type=search], "
    + ".kennisbank-nav a, .kennisbank-languages a, .kennisbank-footer__links a, .kennisbank-acuut__link";
  const wide = ".kennisbank-button, .kennisbank-choice__label";
  return [...document.querySelectorAll(high)].filter((one) => one.checkVisibility()).map((one) => {
    const { width, height } = one.getBoundingClientRect();
    const tooSmall = height < 44 || (one.matches(wide) && width < 44);
    return tooSmall ? `${width} x ${height}: ${one.outerHTML.slice(0, 100)}` : "";
  }).filter(Boolean);
}"""

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def _too_small(page: Page) -> list[str]:
    found = []
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        found += [f"{width} px: {line}" for line in page.evaluate(TOO_SMALL) + page.evaluate(BELOW_44)]
    return found


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_all_that_can_be_pressed_on_a_page_is_large_enough(look: Look, language: str, kind: str) -> None:
    nothing(_too_small(look(language, kind).page()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_can_be_pressed_in_the_checklist_and_its_result_is_large_enough(ready: Ready, language: str) -> None:
    checklist = ready(language)
    checklist.answer_all(dict.fromkeys(checklist.definition()["items"], "nee"))
    checklist.note("beleid", "Bellen")
    checklist.answer(intake="weet_niet")
    for fold in checklist.page.locator("[data-item=intake] summary").all():
        fold.click()
    nothing(_too_small(checklist.page))
    checklist.see_result()
    nothing(_too_small(checklist.page))


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_at_400_percent_zoom_the_strip_scrolls_away_and_nothing_scrolls_sideways(
    look: Look, language: str, kind: str
) -> None:
    page = look(language, kind).page()
    page.set_viewport_size(ZOOMED)
    positions = page.evaluate(
        "[...document.body.querySelectorAll('*')].filter((one) => ['sticky', 'fixed']"
        ".includes(getComputedStyle(one).position)).map((one) => one.className)"
    )
    assert positions == []
    assert page.evaluate(SIDEWAYS) <= 0


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_with_roomy_text_nothing_scrolls_sideways_or_is_cut_off(look: Look, language: str, kind: str) -> None:
    page = look(language, kind).page()
    page.set_viewport_size({"width": 320, "height": 800})
    page.evaluate(
        """() => {
          const roomy = new CSSStyleSheet();
          roomy.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
            + " word-spacing: 0.16em !important } p { margin-block-end: 2em !important }");
          document.adoptedStyleSheets = [roomy];
        }"""
    )
    assert page.evaluate(SIDEWAYS) <= 0
    cut = page.evaluate(
        "[...document.querySelectorAll('a, button, summary, label, legend, p, li, h1, h2, h3')].filter((one) =>"
        " one.checkVisibility() && !one.closest('.kennisbank-visually-hidden')"
        " && getComputedStyle(one).overflow !== 'visible'"
        " && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1))"
        ".map((one) => one.outerHTML.slice(0, 100))"
    )
    assert cut == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_result_holds_at_400_percent_zoom(ready: Ready, language: str) -> None:
    checklist = ready(language)
    checklist.page.set_viewport_size(ZOOMED)
    checklist.answer_all(dict.fromkeys(checklist.definition()["items"], "nee"))
    checklist.see_result()
    assert checklist.page.evaluate(SIDEWAYS) <= 0
