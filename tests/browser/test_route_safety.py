"""Danger first: what a reader sees after "yes" or "weet niet" to a question about safety, and what waits."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Route
from tests.browser.route_page import RoutePage
from tests.route_content import LANGUAGES

pytestmark = pytest.mark.browser

per_language = pytest.mark.parametrize("language", LANGUAGES)


def _danger(route: RoutePage, place: int = 0) -> str:
    """Go to a question about safety and answer yes."""
    route.start()
    for _ in range(place):
        route.answer("nee")
    route.choose("ja")
    return route.name


@per_language
def test_after_yes_the_help_is_there_at_once_and_nothing_else_until_it_is_read(
    ready_route: Route, language: str
) -> None:
    route = ready_route(language)
    route.start()
    expect(route.help).to_be_hidden()
    title = route.page.title()
    route.choose("ja")
    name = route.name
    expect(route.help).to_be_visible()
    expect(route.question.locator("[data-if=ja]")).to_contain_text(route.texts[f"questions.{name}.yes"])
    expect(route.page.locator("[data-live]")).to_contain_text(route.texts[f"questions.{name}.yes"])
    expect(route.help.locator("a[href='tel:112']").first).to_be_visible()
    expect(route.help.locator("a[href='tel:113']").first).to_be_visible()
    assert "acuut/" in (route.help.locator("[data-keeps]").get_attribute("href") or "")
    expect(route.button("next")).to_have_count(0)
    expect(route.button("why")).to_have_count(0)
    route.question.locator("input:checked").press("Enter")
    expect(route.help.locator("h2")).to_be_focused()
    assert route.page.title() == title
    expect(route.button("read")).to_have_text(route.texts["route_help_read"])
    route.answer("ja")
    assert route.page.title() != title
    expect(route.help).to_be_hidden()


def test_another_answer_takes_the_help_away_and_yes_again_must_be_read_again(ready_route: Route) -> None:
    route = ready_route("nl")
    name = _danger(route)
    route.choose("nee")
    expect(route.help).to_be_hidden()
    expect(route.button("next")).to_be_visible()
    route.answer("ja")
    route.back()
    expect(route.help).to_be_visible()
    expect(route.button("next")).to_be_visible()
    expect(route.button("read")).to_have_count(0)
    route.choose("nee")
    route.choose("ja")
    assert route.name == name
    expect(route.button("next")).to_have_count(0)
    expect(route.button("read")).to_be_visible()


def test_no_way_leads_past_a_yes_that_was_not_read(ready_route: Route) -> None:
    route = ready_route("nl")
    route.start()
    route.go_through(dict.fromkeys(route.of_kind("safety"), "nee"), after=3)
    for _ in range(3):
        route.back()
    name = route.name
    route.choose("ja")
    for _ in range(3):
        route.page.go_forward()
        route.page.wait_for_timeout(200)
        assert route.name == name
        expect(route.button("read")).to_be_visible()
    expect(route.help).to_be_visible()


@per_language
def test_on_the_card_danger_comes_first_with_the_same_help_and_the_rest_follows(
    ready_route: Route, language: str
) -> None:
    route = ready_route(language)
    answers = route.random_answers(2)
    dangerous = route.of_kind("safety")[1]
    route.start()
    asked = route.go_through(answers | {dangerous: "ja"})
    route.make_card()
    parts = route.result.locator("[data-result] > *").evaluate_all(
        "(all) => all.map((one) => one.dataset.part ?? Object.keys(one.dataset)[0] ?? 'levels')"
    )
    assert parts[:2] == ["yes", "about"]
    first = route.result.locator("[data-part=yes]")
    expect(first).to_contain_text(route.texts[f"questions.{dangerous}.ask"])
    expect(first).to_contain_text(route.texts[f"questions.{dangerous}.yes"])
    expect(first.locator("[data-help]")).to_be_visible()
    expect(first.locator("a[href='tel:112']").first).to_be_visible()
    expect(route.button("read")).to_have_count(0)
    assert route.levels() == {track["id"]: track["level"] for track in route.expected(asked)["tracks"]}
    route.back()
    expect(route.help).to_be_hidden()


@per_language
def test_who_does_not_know_reads_whom_to_call_at_once_and_first_on_the_card_and_is_not_held_up(
    ready_route: Route, language: str
) -> None:
    route = ready_route(language)
    [first, second, *_] = route.of_kind("safety")
    route.start()
    route.choose("weet_niet")
    shown = route.question.locator("[data-if=weet_niet]")
    expect(shown).to_be_visible()
    expect(shown).to_contain_text(route.texts[f"questions.{first}.unknown"])
    expect(route.question.locator("[data-if=ja]")).to_be_hidden()
    expect(route.help).to_be_hidden()
    expect(route.button("next")).to_be_visible()
    route.next()
    assert route.name == second
    route.go_through(route.random_answers(3))
    route.make_card()
    part = route.result.locator("[data-part=unknown]")
    expect(part).to_contain_text(route.texts[f"questions.{first}.unknown"])
    assert not part.get_by_text(route.texts[f"questions.{second}.unknown"]).count()
    order = route.result.locator("[data-part=unknown], [data-level]").evaluate_all(
        "(all) => all.map((one) => one.dataset.part ?? 'level')"
    )
    assert order[0] == "unknown"
    assert order.count("level") >= 1


def test_nothing_about_danger_shows_where_the_answer_is_no(ready_route: Route) -> None:
    route = ready_route("nl")
    route.start()
    route.choose("nee")
    expect(route.question.locator("[data-if]:visible")).to_have_count(0)
    expect(route.page.locator("[data-live]")).to_be_empty()
    route.go_through(route.random_answers(3))
    route.make_card()
    expect(route.result.locator("[data-part=yes], [data-part=unknown]")).to_have_count(0)
