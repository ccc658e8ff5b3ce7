"""The whole way through the route-finder: the questions, the check, the card, back, forward and changes."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Dialog, expect

from tests.browser.checklist_page import WARNS
from tests.browser.conftest import Open, Route
from tests.browser.recorder import wait_until
from tests.browser.route_page import UNKNOWN, RoutePage
from tests.route_content import LANGUAGES

pytestmark = pytest.mark.browser

WASM = "**/*.wasm"
per_language = pytest.mark.parametrize("language", LANGUAGES)


def _expected_way(route: RoutePage, answers: dict[str, Any]) -> list[str]:
    """Which questions Python would ask, one after the other."""
    given: dict[str, Any] = {}
    while (name := route.expected(given)["next"]) is not None:
        given[name] = answers[name]
    return list(given)


# --- the questions ---


@per_language
def test_the_reader_answers_what_is_needed_and_gets_the_card_that_python_gives(
    ready_route: Route, language: str
) -> None:
    route = ready_route(language)
    answers = route.random_answers(11)
    route.start()
    asked = route.go_through(answers)
    assert list(asked) == _expected_way(route, answers)
    assert route.answers() == asked
    route.make_card()
    result = route.expected(asked)
    assert list(route.levels().items()) == [(track["id"], track["level"]) for track in result["tracks"]]
    for track in result["tracks"]:
        card = route.result.locator(f"[data-track={track['id']}]")
        card.locator("details").evaluate_all("(folds) => folds.forEach((fold) => { fold.open = true; })")
        names = card.locator("[data-row] code").all_inner_texts()
        told = [*track["holds"], *track["also"], *track["supports"], *track["judgement"]]
        told += [lifted["rule"] for lifted in track["lifted"]] + [one["rule"] for one in track["open"]]
        assert sorted(names) == sorted(told), track["id"]
        assert route.texts[f"tracks.{track['id']}.label"] in card.locator("h4").inner_text()
        for rule in told:
            assert route.texts[f"rules.{rule}.because"] in card.inner_text()
    kinds = ("point", "person", "question", "again", "right")
    shown = [note["id"] for note in result["notes"] if route.card["notes"][note["id"]]["kind"] in kinds]
    for kind in kinds:
        listed = route.result.locator(f"[data-part={kind}] li").count()
        assert listed == sum(route.card["notes"][note]["kind"] == kind for note in shown)
    assert route.visit.complaints() == []


@pytest.mark.parametrize("seed", range(5))
def test_going_forward_the_bound_falls_at_every_step_and_nothing_is_asked_twice(ready_route: Route, seed: int) -> None:
    route = ready_route("nl")
    answers = route.random_answers(seed)
    route.start()
    bounds, asked = [], []
    while route.view == "question":
        bounds.append(route.left())
        asked.append(route.name)
        route.answer(answers[route.name])
    assert asked == _expected_way(route, answers)
    assert len(set(asked)) == len(asked)
    assert all(before > after for before, after in pairwise(bounds))
    assert all(bound >= len(asked) - place for place, bound in enumerate(bounds, 1))


def test_until_python_is_there_the_questions_come_as_they_are_written(route: Route) -> None:
    page = route("nl")
    page.visit.hold(WASM)
    answers = page.random_answers(3)
    page.start()
    bounds = []
    asked = []
    while page.view == "question":
        bounds.append(page.left())
        asked.append(page.name)
        page.answer(answers[page.name])
    assert asked == page.questions
    assert bounds == list(range(len(asked) - 1, -1, -1))
    page.button("show").click()
    expect(page.status).to_have_text(page.texts["route_loading"])
    page.visit.release()
    page.see("result")
    assert page.levels() == {track["id"]: track["level"] for track in page.expected(answers)["tracks"]}


def test_as_soon_as_python_is_there_only_what_is_needed_comes_and_the_bound_does_not_rise(route: Route) -> None:
    page = route("nl")
    answers = page.random_answers(1)
    page.visit.hold(WASM)
    page.start()
    given = page.go_through(answers, after=2)
    assert list(given) == page.questions[:2]
    bound = page.left()
    page.visit.release()
    page.wait_for_python()
    while page.view == "question":
        given[page.name] = answers[page.name]
        page.answer(answers[page.name])
        wanted = page.expected(given)["next"]
        assert page.view == ("question" if wanted else "check")
        if wanted:
            assert page.name == wanted
            assert page.left() < bound
            bound = page.left()
    assert page.answers() == given


@per_language
def test_each_step_has_a_heading_with_the_focus_and_a_title_of_its_own(ready_route: Route, language: str) -> None:
    route = ready_route(language)
    route.start()
    for number in (1, 2, 3):
        words = route.texts["route_step"].replace("{n}", str(number)).replace("{left}", str(route.left()))
        assert route.heading == words
        assert route.page.title().startswith(words)
        heading = route.question.locator("[data-heading]")
        expect(heading).to_be_focused()
        expect(heading).to_be_in_viewport()
        assert words in heading.inner_text()
        assert route.texts[f"questions.{route.name}.ask"] in heading.inner_text()
        expect(route.question.get_by_text(route.texts[f"questions.{route.name}.why"])).to_be_visible()
        route.answer(UNKNOWN)
    route.go_through({})
    expect(route.check.locator("[data-heading]")).to_be_focused()
    assert route.page.title().startswith(route.texts["route_check"])
    route.make_card()
    expect(route.result.locator("[data-heading]")).to_be_focused()
    assert route.page.title().startswith(route.texts["route_card"])


@per_language
def test_who_goes_on_without_an_answer_is_told_so_with_a_link_to_the_question(
    ready_route: Route, language: str
) -> None:
    route = ready_route(language)
    route.start()
    title = route.page.title()
    route.button("next").click()
    expect(route.errors).to_be_visible()
    expect(route.errors).to_be_focused()
    assert route.page.title() == route.texts["route_error_title"].replace("{title}", title)
    expect(route.errors.locator("a")).to_have_text(route.texts["route_error_one"])
    address = route.page.url
    route.errors.locator("a").click()
    expect(route.question.locator("input").first).to_be_focused()
    expect(route.question.locator("[data-error]")).to_be_visible()
    assert route.page.url == address
    route.choose("nee")
    expect(route.errors).to_be_hidden()
    expect(route.question.locator("[data-error]")).to_be_hidden()
    route.next()
    for name in route.questions[1:]:
        if route.name in route.of_kind("many"):
            break
        assert name
        route.answer("nee" if route.name in route.of_kind("safety") else UNKNOWN)
    route.question.locator(".kennisbank-choice__label").first.click()
    route.button("next").click()
    expect(route.errors.locator("a")).to_have_text(route.texts["route_error_many"])


def test_of_a_question_with_many_answers_not_knowing_and_knowing_exclude_each_other(ready_route: Route) -> None:
    route = ready_route("nl")
    [name, *_] = route.of_kind("many")
    route.start()
    while route.name != name:
        route.answer("nee" if route.name in route.of_kind("safety") else UNKNOWN)
    option = route.definition["questions"][name]["options"][0]
    route.choose({"ticked": [option], "all": True})
    assert route.answers()[name] == {"ticked": [option], "all": True}
    route.choose(UNKNOWN)
    assert route.answers()[name] == UNKNOWN
    assert route.question.locator("input[type=checkbox]:checked").count() == 0
    route.question.locator(".kennisbank-choice__label").first.click()
    assert name not in route.answers()
    route.choose({"ticked": [option], "all": False})
    assert route.answers()[name] == {"ticked": [option], "all": False}


def test_a_double_press_on_next_goes_one_step(ready_route: Route) -> None:
    route = ready_route("nl")
    route.start()
    route.choose("nee")
    route.button("next").dblclick()
    expect(route.question.locator("[data-step]")).to_contain_text(route.texts["route_step"].split("{n}")[0] + "2")
    expect(route.errors).to_be_hidden()


# --- back, forward, change ---


@pytest.mark.parametrize("way", ["button", "browser"])
def test_going_back_and_forward_loses_no_answer(ready_route: Route, way: str) -> None:
    route = ready_route("nl")
    answers = route.random_answers(4)
    route.start()
    asked = list(route.go_through(answers, after=4))
    here, given = route.name, route.answers()
    headings = []
    for name in reversed(asked):
        if way == "button":
            route.back()
        else:
            route.page.go_back()
        expect(route.page.locator(f"[data-question={name}]")).to_be_visible()
        assert route.answers() == given
        headings.append(route.heading)
    for name in [*asked[1:], here]:
        if way == "button":
            route.next()
        else:
            route.page.go_forward()
        expect(route.page.locator(f"[data-question={name}]")).to_be_visible()
    assert route.answers() == given
    assert len(set(headings)) == len(headings)


def test_from_the_first_question_back_leads_to_the_start_and_forward_to_the_question(ready_route: Route) -> None:
    route = ready_route("nl")
    route.start()
    route.choose("nee")
    route.page.go_back()
    route.see("intro")
    expect(route.page.locator("[data-title]")).to_be_focused()
    route.page.go_forward()
    route.see("question")
    assert route.answers() == {route.questions[0]: "nee"}


def test_back_from_the_card_leads_to_the_check_and_forward_to_the_same_card(ready_route: Route) -> None:
    route = ready_route("nl")
    route.start()
    route.go_through(route.random_answers(6))
    route.make_card()
    levels = route.levels()
    route.page.go_back()
    route.see("check")
    route.page.go_forward()
    route.see("result")
    assert route.levels() == levels


@per_language
def test_every_answer_stands_on_the_check_and_a_changed_one_leads_back_there_and_to_another_card(
    ready_route: Route, language: str
) -> None:
    route = ready_route(language)
    route.start()
    asked = route.go_through(route.random_answers(8))
    listed = route.check.locator("[data-answers] > li").evaluate_all("(all) => all.map((one) => one.dataset.name)")
    assert sorted(listed) == sorted(asked)
    for name in asked:
        assert route.texts[f"questions.{name}.ask"] in route.check.locator(f"[data-name={name}]").inner_text()
    name = route.of_kind("one")[0]
    other = next(o for o in route.definition["questions"][name]["options"] if o != asked[name])
    route.change(name)
    assert route.name == name
    expect(route.question.locator("[data-heading]")).to_be_focused()
    route.choose(other)
    route.next()
    new = route.go_through(route.random_answers(9)) if route.view == "question" else {}
    route.see("check")
    assert not set(new) & set(asked)
    assert route.answers() == asked | {name: other} | new
    route.make_card()
    assert route.levels() == {t["id"]: t["level"] for t in route.expected(route.answers())["tracks"]}


def test_who_looks_at_an_answer_from_the_check_and_goes_back_is_at_the_check_again(ready_route: Route) -> None:
    route = ready_route("nl")
    route.start()
    asked = route.go_through(route.random_answers(2))
    route.change(next(iter(asked)))
    route.back()
    route.see("check")
    assert route.answers() == asked


@per_language
def test_who_knows_nothing_gets_a_card_that_says_what_to_find_out(ready_route: Route, language: str) -> None:
    route = ready_route(language)
    route.start()
    asked = route.go_through({})
    assert set(asked.values()) == {UNKNOWN}
    route.make_card()
    result = route.expected(asked)
    assert route.levels() == {track["id"]: track["level"] for track in result["tracks"]}
    listed = route.result.locator("[data-part=not-known] li").all_inner_texts()
    for name in asked:
        assert sum(route.texts[f"questions.{name}.ask"] in line for line in listed) == 1
    open_ = route.result.locator("[data-part=find-out] li").all_inner_texts()
    assert len(open_) == len(result["unknown"])
    for name, line in zip(result["unknown"], open_, strict=True):
        assert route.texts[f"questions.{name}.ask"] in line


@per_language
def test_the_card_says_what_it_is_not_who_decides_the_day_and_the_version_of_the_rules(
    ready_route: Route, language: str
) -> None:
    route = ready_route(language)
    route.start()
    route.go_through({})
    route.make_card()
    about = route.result.locator("[data-about]").inner_text()
    for key in ("limits", "decides", "audience"):
        assert route.texts[key] in about
    assert route.card["version"] in about
    assert route.card["hash"] in about
    year = route.page.evaluate("new Date().getFullYear()")
    assert str(year) in about


def test_what_would_change_a_track_is_told_for_every_answer_that_does(ready_route: Route) -> None:
    route = ready_route("nl")
    route.start()
    asked = route.go_through(route.random_answers(11))
    route.make_card()
    change = route.expected(asked)["change"]
    for track in route.levels():
        fold = route.result.locator(f"[data-track={track}] [data-row=route_changes]")
        fold.evaluate("(fold) => { fold.open = true; }")
        said = fold.inner_text()
        moves = [(entry["question"], t["to"]) for entry in change for t in entry["tracks"] if t["id"] == track]
        assert fold.locator("li").count() == len(
            {
                (q, to, e["unknown"])
                for e in change
                for q in [e["question"]]
                for t in e["tracks"]
                for to in [t["to"]]
                if t["id"] == track
            }
        )
        for question, to in moves:
            assert route.texts[f"questions.{question}.ask"] in said
            assert route.texts[f"levels.{to}.label"] in said


# --- leaving ---


def test_who_leaves_with_an_answer_is_warned_and_can_stay(route: Route) -> None:
    page = route("nl")
    page.start()
    page.choose("nee")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.page.on("dialog", stay)
    with page.page.expect_event("dialog"):
        page.page.locator(".kennisbank-nav a").first.click(no_wait_after=True)
    page.page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    page.see("question")
    assert page.answers() == {page.questions[0]: "nee"}


def test_who_leaves_before_the_first_answer_is_not_held_up(route: Route) -> None:
    page = route("nl")
    asked: list[Dialog] = []
    page.page.on("dialog", lambda dialog: asked.append(dialog))  # noqa: PLW0108
    page.start()
    page.page.locator(".kennisbank-nav a").first.click()
    expect(page.root).to_have_count(0)
    assert asked == []


def test_a_call_is_never_held_up_and_acute_help_opens_beside_the_answers(route: Route) -> None:
    page = route("nl")
    page.start()
    page.choose("nee")
    asked: list[Dialog] = []
    page.page.on("dialog", lambda dialog: asked.append(dialog))  # noqa: PLW0108
    strip = page.page.locator("a.kennisbank-acuut__link:not([href^='tel:'])")
    with page.visit.context.expect_page() as opened:
        strip.click()
    assert opened.value.url != page.page.url
    opened.value.close()
    held_up = page.page.evaluate(
        f"""() => {{
          const call = document.querySelector("a[href^='tel:']");
          call.addEventListener("click", (event) => event.preventDefault(), {{ once: true }});
          call.click();
          return ({WARNS})();
        }}"""
    )
    assert held_up is False
    wait_until(page.page, page.warns, "who called is no longer warned")
    assert asked == []
    assert page.answers() == {page.questions[0]: "nee"}


@per_language
def test_after_a_reload_nothing_is_filled_in_and_the_page_says_so(route: Route, language: str) -> None:
    page = route(language)
    notice = page.page.locator("[data-reloaded]")
    expect(notice).to_be_hidden()
    page.start()
    page.choose("nee")
    page.page.on("dialog", lambda dialog: dialog.accept())
    page.page.reload()
    page.see("intro")
    expect(notice).to_be_visible()
    expect(notice).to_have_text(page.texts["route_reloaded"])
    assert page.answers() == {}
    assert page.page.evaluate("history.state") == {"step": 0}


def test_after_a_reload_back_leads_to_no_question_without_its_answers(route: Route) -> None:
    page = route("nl")
    page.start()
    page.go_through(page.random_answers(1), after=2)
    page.page.on("dialog", lambda dialog: dialog.accept())
    page.page.reload()
    page.see("intro")
    page.page.go_back()
    page.see("intro")
    page.page.go_back()
    page.see("intro")


def test_wiping_asks_first_and_then_nothing_is_left_in_the_page(ready_route: Route) -> None:
    route = ready_route("nl")
    route.start()
    asked = route.go_through(route.random_answers(5))
    route.make_card()
    route.button("wipe").click()
    route.button("wipe-no").click()
    assert route.answers() == asked
    route.button("wipe").click()
    route.button("wipe-yes").click()
    route.see("intro")
    assert route.answers() == {}
    assert route.warns() is False
    assert route.page.locator("[data-result] *, [data-answers] *").count() == 0
    route.page.go_back()
    route.see("intro")


def test_two_visits_share_nothing(route_visit: Open) -> None:
    first = RoutePage(route_visit(), "nl")
    first.start()
    first.choose("nee")
    assert RoutePage(route_visit(), "nl").answers() == {}
