"""The route-finder for every reader: two languages, paper, no mouse, a small window, axe, no JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from scripts.localise import localise
from tests.browser.axe import violations_in_every_dress
from tests.browser.conftest import Open, Route
from tests.browser.findings import nothing
from tests.browser.route_page import UNKNOWN, RoutePage
from tests.browser.test_keyboard import REACHABLE, WINDOWS, _walk
from tests.browser.test_pages import STICKING_OUT
from tests.browser.test_sizes import ZOOMED, _too_small
from tests.route_content import LANGUAGES, NAME, URL, content

pytestmark = pytest.mark.browser

per_language = pytest.mark.parametrize("language", LANGUAGES)
PAIRS = [(one, other) for one in LANGUAGES for other in LANGUAGES if one != other]


# --- the states in which a reader can find it ---


def _start(route: RoutePage) -> None:
    route.see("intro")


def _paper(route: RoutePage) -> None:
    for fold in route.paper.locator("summary").all():
        fold.click()


def _question(route: RoutePage) -> None:
    route.start()
    route.choose("nee")


def _many(route: RoutePage) -> None:
    route.start()
    while route.name not in route.of_kind("many"):
        route.answer("nee" if route.name in route.of_kind("safety") else UNKNOWN)
    options = route.definition["questions"][route.name]["options"]
    route.choose({"ticked": options[:2], "all": True})


def _error(route: RoutePage) -> None:
    route.start()
    route.button("next").click()
    expect(route.errors).to_be_visible()


def _danger(route: RoutePage) -> None:
    route.start()
    route.choose("ja")
    expect(route.help).to_be_visible()


def _not_known(route: RoutePage) -> None:
    route.start()
    route.choose(UNKNOWN)


def _check(route: RoutePage) -> None:
    route.start()
    route.go_through(route.random_answers(7))


def _card(route: RoutePage) -> None:
    _check(route)
    route.make_card()


def _card_unfolded(route: RoutePage) -> None:
    _card(route)
    route.page.evaluate("document.querySelectorAll('[data-result] details').forEach((fold) => { fold.open = true; })")


def _card_of_danger(route: RoutePage) -> None:
    safety = route.of_kind("safety")
    route.start()
    route.go_through(route.random_answers(3) | {safety[0]: "ja", safety[1]: UNKNOWN})
    route.make_card()


def _card_of_nothing(route: RoutePage) -> None:
    route.start()
    route.go_through({})
    route.make_card()


def _card_in_two(route: RoutePage) -> None:
    _card_unfolded(route)
    other = next((other for other in reversed(LANGUAGES) if other != route.language), None)
    if other:
        route.beside(other)


State = Callable[[RoutePage], None]
STATES: dict[str, State] = {
    "start": _start,
    "the rules unfolded": _paper,
    "a question": _question,
    "a question with many answers": _many,
    "an error": _error,
    "danger": _danger,
    "danger not known": _not_known,
    "check": _check,
    "card": _card,
    "card, all unfolded": _card_unfolded,
    "card, danger": _card_of_danger,
    "card, nothing known": _card_of_nothing,
    "card in two languages": _card_in_two,
}
#: The rules in words are the same in every state, and by far the most of the page: axe looks at them in these.
WITH_RULES = ("start", "the rules unfolded")
per_state = pytest.mark.parametrize("state", STATES)


@per_state
@per_language
def test_axe_finds_nothing_in_any_state(ready_route: Route, language: str, state: str) -> None:
    route = ready_route(language)
    STATES[state](route)
    without = "" if state in WITH_RULES else "[data-paper]"
    nothing(violations_in_every_dress(route.page, without))


@per_state
@per_language
def test_nothing_scrolls_sideways_at_320_px_or_at_400_percent(ready_route: Route, language: str, state: str) -> None:
    route = ready_route(language)
    STATES[state](route)
    for size in ({"width": 320, "height": 800}, ZOOMED):
        route.page.set_viewport_size(size)  # type: ignore[arg-type]
        nothing(route.page.evaluate(STICKING_OUT))


@per_state
def test_all_that_can_be_pressed_is_large_enough(ready_route: Route, state: str) -> None:
    route = ready_route("nl")
    STATES[state](route)
    nothing(_too_small(route.page))


@per_state
def test_no_id_stands_twice_and_every_reference_is_met(ready_route: Route, state: str) -> None:
    route = ready_route("nl")
    STATES[state](route)
    faults: list[str] = route.page.evaluate(
        """() => {
          const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
          const asked = [...document.querySelectorAll("[aria-labelledby], [aria-describedby], [for]")].flatMap((one) =>
            ["aria-labelledby", "aria-describedby", "for"].flatMap((name) =>
              (one.getAttribute(name) ?? "").split(" ").filter(Boolean)));
          return [...ids.filter((id, place) => ids.indexOf(id) !== place), ...asked.filter((id) => !ids.includes(id))];
        }"""
    )
    nothing(faults)


# --- without a mouse ---


@pytest.mark.parametrize("state", ["a question with many answers", "danger", "check", "card, all unfolded"])
def test_tab_reaches_everything_in_order_and_the_focus_is_always_seen(ready_route: Route, state: str) -> None:
    route = ready_route("nl")
    route.page.emulate_media(reduced_motion="reduce")
    STATES[state](route)
    for width, height in WINDOWS:
        route.page.set_viewport_size({"width": width, "height": height})
        route.page.evaluate("document.querySelector('.kennisbank-footer a').focus()")
        route.page.evaluate("() => { document.activeElement.blur(); getSelection().removeAllRanges(); }")
        route.page.locator(".kennisbank-skip").focus()
        route.page.keyboard.press("Shift+Tab")
        walk = _walk(route.page)
        nothing(walk.faults())
        assert {stop["place"] for stop in walk.stops} == set(route.page.evaluate(REACHABLE))


@per_language
def test_the_keyboard_alone_is_enough_from_the_start_to_the_card_and_back(ready_route: Route, language: str) -> None:
    route = ready_route(language)
    keyboard = route.page.keyboard

    def tab_to(selector: str) -> None:
        target = route.page.locator(f"{selector}:visible").first
        for _ in range(300):
            keyboard.press("Tab")
            if target.evaluate("(one) => one === document.activeElement"):
                return
        pytest.fail(f"Tab does not reach {selector}")

    route.page.locator(".kennisbank-skip").focus()
    tab_to("[data-start]")
    keyboard.press("Enter")
    route.see("question")
    while route.view == "question":
        before = route.page.title()
        kind = route.question.get_attribute("data-kind")
        if kind == "many":
            tab_to("[data-now] input[type=checkbox]")
            keyboard.press("Space")
            tab_to("[data-now] input[type=radio]")
            keyboard.press("Space")
        else:
            tab_to("[data-now] input[type=radio]")
            keyboard.press("Space")
            keyboard.press("ArrowDown")
        keyboard.press("Enter")
        expect(route.page).not_to_have_title(before)
    answers = route.answers()
    tab_to("[data-show]")
    keyboard.press("Enter")
    route.see("result")
    assert route.levels() == {track["id"]: track["level"] for track in route.expected(answers)["tracks"]}
    tab_to("[data-result] summary")
    keyboard.press("Enter")
    tab_to("[data-back]")
    keyboard.press("Enter")
    route.see("check")
    assert route.answers() == answers


# --- two languages ---


@pytest.mark.parametrize(("language", "other"), PAIRS)
def test_the_card_shows_every_thought_in_both_languages_each_in_its_own_direction(
    ready_route: Route, language: str, other: str
) -> None:
    route = ready_route(language)
    _card_unfolded(route)
    before = len(route.visit.requests)
    route.beside(other)
    asked = [request.url for request in route.visit.requests[before:] if ".woff2" not in request.url]
    assert len(asked) <= 1
    assert all(url.endswith(f"routes/{NAME}-{other}.json") for url in asked)
    pairs = route.result.locator("[data-result] .kennisbank-pair")
    expect(pairs.first).to_be_visible()
    assert pairs.count() > 10
    sides = pairs.evaluate_all(
        "(pairs) => pairs.map((pair) => [...pair.children].map((side) => [side.lang, side.dir]))"
    )
    wanted = [[locale, LANGUAGES[locale].dir] for locale in (language, other)]
    assert [pair for pair in sides if pair != wanted] == []
    data = localise(content(), other)["routes"][NAME]
    shown = route.result.inner_text()
    for track in route.levels():
        assert data["tracks"][track]["label"] in shown
    wrong = route.result.evaluate(
        """(card) => [...card.querySelectorAll("[data-result] [lang]")].filter((one) =>
          one.lang === "nl" && one.closest("[dir]").dir !== "ltr").map((one) => one.outerHTML.slice(0, 100))"""
    )
    nothing(wrong)
    route.beside(other)
    expect(pairs).to_have_count(0)


def test_a_question_stands_in_both_languages_and_again_in_one(ready_route: Route) -> None:
    if len(LANGUAGES) == 1:
        pytest.skip("the route-finder has one language")
    route = ready_route("nl")
    other = list(LANGUAGES)[-1]
    route.start()
    route.beside(other)
    ask = localise(content(), other)["routes"][NAME]["questions"][route.name]["ask"]
    second = route.question.locator("h2 [data-second]")
    expect(second).to_have_text(str(ask))
    assert second.get_attribute("lang") == other
    assert second.get_attribute("dir") == LANGUAGES[other].dir
    route.answer("nee")
    expect(route.question.locator("h2 [data-second]")).to_be_visible()
    route.beside(other)
    expect(route.page.locator("[data-second]")).to_have_count(0)


def test_on_a_page_in_another_language_dutch_is_offered_first(ready_route: Route) -> None:
    for language in list(LANGUAGES)[1:2]:
        route = ready_route(language)
        assert route.page.locator("[data-beside]").first.get_attribute("lang") == "nl"


@per_language
def test_the_page_is_read_in_the_direction_of_its_language(ready_route: Route, language: str) -> None:
    route = ready_route(language)
    _card(route)
    root = route.page.locator("html")
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == (language, LANGUAGES[language].dir)
    start, end = ("right", "left") if LANGUAGES[language].dir == "rtl" else ("left", "right")
    route.back()
    places = route.page.evaluate(
        "() => ['back', 'show'].map((name) => document.querySelector(`[data-view=check] [data-${name}]`)"
        ".getBoundingClientRect().left)"
    )
    assert (places[0] < places[1]) is (start == "left"), (start, end, places)


def test_the_forms_of_a_track_stand_open_unless_the_track_comes_later(ready_route: Route) -> None:
    route = ready_route("nl")
    _card(route)
    levels = route.levels()
    folded: dict[str, bool] = route.result.evaluate(
        """(card) => Object.fromEntries([...card.querySelectorAll("[data-track] [data-row=route_forms]")].map((row) =>
          [row.closest("[data-track]").dataset.track, row.matches("details:not([open])")]))"""
    )
    assert folded == {track: levels[track] == "later" for track in folded}
    assert set(folded.values()) == {True, False}


# --- paper ---


def _sheets(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))


@per_language
def test_the_printed_card_is_unfolded_and_has_no_button(ready_route: Route, language: str) -> None:
    route = ready_route(language)
    _card(route)
    page = route.page
    closed = route.result.locator("details:not([open])")
    before = closed.count()
    assert before > 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(closed).to_have_count(0)
    page.emulate_media(media="print")
    expect(page.locator("button:visible")).to_have_count(0)
    expect(page.locator(":is(.kennisbank-nav, .kennisbank-footer, [data-question]):visible")).to_have_count(0)
    expect(route.paper).to_be_hidden()
    for track in route.levels():
        expect(route.result.locator(f"[data-track={track}] [data-row=route_changes] > div")).to_be_visible()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(closed).to_have_count(before)
    assert _sheets(page) >= 1


@per_language
def test_from_the_start_the_whole_form_and_all_rules_come_on_paper(ready_route: Route, language: str) -> None:
    route = ready_route(language)
    page = route.page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator("[data-question]:visible")).to_have_count(len(route.questions))
    assert page.locator(".kennisbank-rule:visible").count() >= len(route.definition["rules"])
    expect(page.locator("kennisbank-route button:visible")).to_have_count(0)
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("[data-question]:visible")).to_have_count(0)


# --- without JavaScript ---


@pytest.mark.parametrize("medium", ["screen", "print"])
@per_language
def test_without_javascript_every_question_option_help_and_rule_stands_in_the_page(
    route_visit: Open, language: str, medium: str
) -> None:
    reader = route_visit(java_script_enabled=False)
    reader.go(LANGUAGES[language].prefix + URL)
    page = reader.page
    page.emulate_media(media="print" if medium == "print" else "screen")
    seen = " ".join(page.locator("body").inner_text().replace("\u00ad", "").split())
    data = localise(content(), language)["routes"][NAME]
    texts = [data[key] for key in ("title", "lead", "limits", "decides", "audience")]
    for question in data["questions"].values():
        texts += [question[key] for key in ("ask", "why", "yes", "unknown") if key in question]
        texts += question.get("options", {}).values()
    texts += [text for rule in data["rules"] for text in (rule["because"], rule.get("outweighed_because")) if text]
    texts += [note["text"] for note in data["notes"].values()]
    texts += [part[key] for part in data["tracks"].values() for key in ("label", "text")]
    nothing([str(text) for text in texts if " ".join(text.split()) not in seen])
    expect(page.locator("button:visible")).to_have_count(0)
    names = [rule["id"] for rule in data["rules"]]
    nothing([name for name in names if name not in seen])
