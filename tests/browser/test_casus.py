"""A trainer presents a casus, changes language at the same step, hands out paper and shares the step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from scripts.casus import path_of
from scripts.content import load
from tests.browser.addresses import LANGUAGES
from tests.browser.axe import violations, violations_in_every_dress
from tests.browser.conftest import Open
from tests.browser.findings import nothing
from tests.browser.recorder import wait_for_scripts
from tests.conftest import ROOT
from tests.content.test_casus import CASUS

pytestmark = pytest.mark.browser

NAME = "riaz"
STORY = path_of(NAME) + "/"
STEPS = ["situatie", "stop", "keuzes", "afloop", "lessen", "vragen"]
WORDS = {
    language: {key: entry.data["text"] for key, entry in load([ROOT / "docs"]).catalogs[language]["ui"].items()}
    for language in LANGUAGES
    if language != "nl"
} | {"nl": {key: entry.data for key, entry in load([ROOT / "docs"]).families["ui"].items()}}
DATA = CASUS[NAME]
Present = Callable[..., Page]


def _shown(page: Page) -> list[str]:
    """The steps of which the text is on the screen."""
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('[data-step]')].filter((one) => one.checkVisibility()).map((one) => one.id)"
    )
    return found


@pytest.fixture
def present(visit: Open) -> Present:
    def start(language: str = "nl", **options: Any) -> Page:
        page = visit(LANGUAGES[language].prefix + STORY, **options).page
        page.locator("[data-present]").click()
        return page

    return start


def test_the_story_is_presented_from_the_keyboard_one_step_a_screen_up_to_the_questions(present: Present) -> None:
    page = present()
    for number, step in enumerate(STEPS, 1):
        assert _shown(page) == [step]
        expect(page.locator(f"#{step}")).to_be_focused()
        place = WORDS["nl"]["casus_step"].format(n=number, total=len(STEPS))
        expect(page.locator("[data-place]")).to_have_text(place)
        page.keyboard.press("ArrowRight")
    assert _shown(page) == ["vragen"]  # after the last comes nothing
    for key, step in (("PageUp", "lessen"), ("ArrowLeft", "afloop"), (" ", "lessen"), ("PageDown", "vragen")):
        page.keyboard.press(key)
        assert _shown(page) == [step]
    page.keyboard.press("Escape")
    assert set(_shown(page)) == set(STEPS)
    expect(page.locator("#vragen")).to_be_focused()
    expect(page.locator("[data-bar]")).to_be_hidden()


def test_from_right_to_left_the_arrow_that_points_forward_goes_on(present: Present) -> None:
    page = present("ar")
    page.keyboard.press("ArrowLeft")
    assert _shown(page) == ["stop"]
    page.keyboard.press("ArrowRight")
    assert _shown(page) == ["situatie"]


def test_space_on_a_button_presses_the_button(present: Present) -> None:
    page = present()
    page.locator("[data-run]").focus()
    page.keyboard.press(" ")
    expect(page.locator("[data-run]")).to_have_text(WORDS["nl"]["casus_timer_pause"])
    assert _shown(page) == ["situatie"]


def test_touch_goes_on_and_back_with_buttons(present: Present) -> None:
    page = present(has_touch=True, viewport={"width": 390, "height": 844})
    page.locator("[data-go='1']").tap()
    expect(page.locator("#stop")).to_be_focused()  # the click comes after the touch
    assert _shown(page) == ["stop"]
    page.locator("[data-go='-1']").tap()
    expect(page.locator("#situatie")).to_be_focused()
    assert _shown(page) == ["situatie"]
    page.locator("[data-end]").tap()
    expect(page.locator("[data-bar]")).to_be_hidden()


def test_the_clock_runs_stops_and_goes_back_to_zero(present: Present) -> None:
    page = present()
    clock, run = page.locator("[data-clock]"), page.locator("[data-run]")
    run.click()
    expect(clock).not_to_have_text("00:00")
    run.click()
    expect(run).to_have_text(WORDS["nl"]["casus_timer_start"])
    page.locator("[data-zero]").click()
    expect(clock).to_have_text("00:00")


def test_another_language_opens_at_the_same_step_of_the_presentation(present: Present) -> None:
    page = present()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    page.locator("[data-present]").click()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    link = page.locator(".kennisbank-languages a[hreflang=en]").get_attribute("href") or ""
    assert link.endswith("#presenteer-afloop")
    page.goto(page.url.partition(STORY)[0] + "en/" + STORY + "#presenteer-afloop")
    wait_for_scripts(page)
    assert _shown(page) == ["afloop"]
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_a_link_to_a_step_opens_it_on_a_phone_and_without_javascript_too(visit: Open) -> None:
    for options in ({"viewport": {"width": 390, "height": 844}}, {"java_script_enabled": False}):
        page = visit(f"{STORY}#afloop", **options).page
        expect(page.locator("#afloop")).to_be_in_viewport()
    page = visit(f"{STORY}#afloop", viewport={"width": 390, "height": 844}).page
    expect(page.locator("#afloop p").first).to_be_visible()
    expect(page.locator("#keuzes p").first).to_be_hidden()


def test_the_link_that_is_copied_is_that_of_the_step(visit: Open) -> None:
    reader = visit(f"{STORY}#afloop", permissions=["clipboard-read", "clipboard-write"])
    reader.page.locator("[data-copy]").click()
    expect(reader.page.locator("[data-said]")).to_have_text(WORDS["nl"]["casus_copied"])
    assert reader.page.evaluate("navigator.clipboard.readText()").endswith(f"{STORY}#afloop")


def test_where_copying_is_refused_the_link_stands_there_to_read(visit: Open) -> None:
    page = visit(STORY).page
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.locator("[data-copy]").click()
    expect(page.locator("[data-said]")).to_contain_text(STORY)


def test_the_notes_follow_in_a_second_window_and_are_never_in_the_first(visit: Open) -> None:
    page = visit(STORY).page
    page.locator("[data-present]").click()
    page.keyboard.press("ArrowRight")
    second = page.context.new_page()
    second.goto(page.url.partition("#")[0] + "begeleiding/")
    here = second.locator("[data-step][data-now]")
    expect(here).to_have_attribute("data-step", "stop")
    expect(second.locator("[data-notes]")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(here).to_have_attribute("data-step", "keuzes")
    page.keyboard.press("Escape")
    expect(here).to_have_count(0)
    for note in DATA["notes"]:
        assert note not in page.content()


def test_presenting_works_without_a_network_once_the_page_is_open(visit: Open) -> None:
    page = visit(STORY).page
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    page.locator("[data-present]").click()
    for step in STEPS[1:]:
        page.keyboard.press("ArrowRight")
        assert _shown(page) == [step]


def test_without_javascript_every_step_can_be_unfolded_and_nothing_is_offered_that_does_not_work(visit: Open) -> None:
    page = visit(STORY, java_script_enabled=False).page
    for step in STEPS[2:]:
        page.locator(f"#{step} summary").click()
        expect(page.locator(f"#{step} :is(p, li)").first).to_be_visible()
    expect(page.locator("[data-present]")).to_be_hidden()
    expect(page.locator("[data-bar]")).to_be_hidden()


def test_the_printed_assignment_has_neither_outcome_nor_notes_and_the_printed_story_has_the_outcome(
    visit: Open,
) -> None:
    page = visit(f"{STORY}opgave/").page
    page.emulate_media(media="print")
    paper = page.inner_text("main")
    hidden = [*DATA["notes"], *(one["text"] for one in DATA["choices"]), *(one["text"] for one in DATA["lessons"])]
    hidden += [text for one in DATA["outcome"] for text in one["text"]]
    assert [text for text in hidden if text in paper] == []
    assert all(text in paper for text in DATA["situation"])
    page.goto(page.url.replace("opgave/", ""))
    wait_for_scripts(page)
    page.emulate_media(media="print")
    paper = page.inner_text("main")
    assert all(text in paper for one in DATA["outcome"] for text in one["text"])
    assert [note for note in DATA["notes"] if note in paper] == []


def _unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")


def _present(page: Page) -> None:
    page.locator("[data-present]").click()


def _present_the_stop(page: Page) -> None:
    _present(page)
    page.keyboard.press("PageDown")


def _present_the_outcome(page: Page) -> None:
    page.goto(page.url.partition("#")[0] + "#presenteer-afloop")
    expect(page.locator("#afloop")).to_be_focused()


STATES: dict[str, Callable[[Page], None]] = {
    "unfolded": _unfold,
    "presenting": _present,
    "presenting the stop": _present_the_stop,
    "presenting the outcome": _present_the_outcome,
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_any_state_of_a_story(visit: Open, language: str, state: str) -> None:
    page = visit(LANGUAGES[language].prefix + STORY).page
    STATES[state](page)
    nothing(violations_in_every_dress(page))


@pytest.mark.parametrize("size", [{"width": 320, "height": 640}, {"width": 320, "height": 256}])
def test_nothing_sticks_out_while_presenting_in_a_small_window(present: Present, size: dict[str, int]) -> None:
    page = present(viewport=size)
    for _ in STEPS:
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.keyboard.press("PageDown")


# --- finding one ---


def _stories(page: Page) -> list[str]:
    found: list[str] = page.locator(".kennisbank-stories > li:visible a").evaluate_all(
        "(links) => links.map((link) => link.getAttribute('href').replaceAll('/', ''))"
    )
    return found


def _tick(page: Page, facet: str, value: str) -> None:
    page.locator(f"label[for='zoek-{facet}-{value}']").click()


def _found(language: str, count: int) -> str:
    form = "one" if count == 1 else "other"
    return str(WORDS[language][f"casus_found_{form}"].format(n=count))


@pytest.fixture
def finder(visit: Open) -> Page:
    page = visit("verhalen/").page
    page.locator("kennisbank-stories form summary").click()
    return page


def test_what_is_ticked_narrows_the_list_at_once_with_its_count(finder: Page) -> None:
    assert set(_stories(finder)) == set(CASUS)
    _tick(finder, "themes", "zorg")
    wanted = {name for name, data in CASUS.items() if "zorg" in data["themes"]}
    assert set(_stories(finder)) == wanted
    expect(finder.locator("[data-found]")).to_have_text(_found("nl", len(wanted)))
    _tick(finder, "moments", "wacht")
    both = {name for name in wanted if "wacht" in CASUS[name]["moments"]}
    assert set(_stories(finder)) == both
    expect(finder.locator("[data-found]")).to_have_text(_found("nl", len(both)))


def test_each_box_tells_how_many_there_would_be(finder: Page) -> None:
    _tick(finder, "themes", "werk")
    for value in ("begin", "werkt"):
        count = int(finder.locator(f"label[for='zoek-moments-{value}'] [data-count]").inner_text())
        assert count == sum("werk" in data["themes"] and value in data["moments"] for data in CASUS.values())


def test_a_choice_that_nothing_fits_says_so_and_can_be_cleared(finder: Page) -> None:
    pairs = [
        (theme, ask)
        for theme in {one for data in CASUS.values() for one in data["themes"]}
        for ask in {one for data in CASUS.values() for one in data["asks"]}
        if not any(theme in data["themes"] and ask in data["asks"] for data in CASUS.values())
    ]
    theme, ask = min(pairs)
    _tick(finder, "themes", theme)
    _tick(finder, "asks", ask)
    assert _stories(finder) == []
    expect(finder.locator("[data-found]")).to_have_text(WORDS["nl"]["casus_found_none"])
    nothing(violations(finder))
    finder.locator("[data-clear]").click()
    expect(finder.locator("[data-clear]")).to_be_hidden()
    assert set(_stories(finder)) == set(CASUS)


def test_the_address_of_a_choice_can_be_shared_and_survives_a_reload(finder: Page, visit: Open) -> None:
    _tick(finder, "asks", "contact")
    wanted = _stories(finder)
    assert finder.url.endswith("#asks=contact")
    other = visit("verhalen/#asks=contact").page
    for reload in (False, True):
        if reload:
            other.reload()
        expect(other.locator("[data-found]")).to_have_text(_found("nl", len(wanted)))
        assert _stories(other) == wanted


def test_without_javascript_every_way_of_finding_is_a_list_of_links(visit: Open) -> None:
    page = visit("verhalen/", java_script_enabled=False).page
    expect(page.locator("kennisbank-stories form")).to_be_hidden()
    fold = page.locator(".kennisbank-without-js details").first
    fold.locator("summary").click()
    expect(fold.locator("a").first).to_be_visible()
    assert fold.locator("summary").inner_text().strip().endswith(f"({fold.locator('a').count()})")
