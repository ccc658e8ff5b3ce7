"""One sheet for who decides, and an empty form for the meeting table."""

from __future__ import annotations

import base64
import re

import pytest
from playwright.sync_api import expect

from tests.browser.addresses import LANGUAGES
from tests.browser.axe import violations
from tests.browser.checklist_page import ChecklistPage
from tests.browser.conftest import Open, Ready
from tests.browser.findings import nothing

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("tidy")]

NOTE = "Overleg met de GGD over het beleid"
#: The longest that an owner may be.
OWNER = "beleidsmedewerker volksgezondheid en samenleving, samen met de regisseur inburgering en participatie"
#: Answers of all kinds, of which many are unknown.
MIXED = ("nee", "weet_niet", "deels", "ja", "nvt", "weet_niet", "weet_niet")


def _mixed(checklist: ChecklistPage) -> dict[str, str]:
    items = list(checklist.definition()["items"])
    return {item: MIXED[place % len(MIXED)] for place, item in enumerate(items) if place % 8 != 7}


def _see_summary(checklist: ChecklistPage) -> None:
    checklist.see_result()
    checklist.button("summary").click()
    expect(checklist.summary).to_be_visible()


def _texts(checklist: ChecklistPage, selector: str) -> list[str]:
    return [text.strip() for text in checklist.page.locator(selector).all_inner_texts()]


def _of(checklist: ChecklistPage, item: str, part: str) -> str:
    return (checklist.page.locator(f"[data-item={item}] [data-{part}]").text_content() or "").strip()


def test_the_summary_shows_the_first_three_actions_five_unknowns_and_how_many_more(ready: Ready) -> None:
    checklist = ready("nl")
    answers = _mixed(checklist)
    checklist.answer_all(answers)
    expected = checklist.expected(answers)
    actions = [action["item"] for action in expected["actions"]]
    unknown = [entry["item"] for entry in expected["unknown"]]
    assert len(actions) > 3
    assert len(unknown) > 6
    checklist.see_result()
    checklist.plan(actions[0], "regisseur", "2027-05-01")
    checklist.plan(actions[1], due="2027-06-02")
    checklist.plan(actions[2], owner="directeur")
    checklist.plan(actions[3], owner="niemand anders")
    checklist.button("summary").click()
    who = [
        f"({checklist.say('summary_who', owner='regisseur', date=checklist.day('2027-05-01'))})",
        f"({checklist.day('2027-06-02')})",
        "(directeur)",
    ]
    assert _texts(checklist, "[data-summary-first] > li") == [
        f"{_of(checklist, item, 'action')} {told}" for item, told in zip(actions[:3], who, strict=True)
    ]
    assert _texts(checklist, "[data-summary-unknown] > li") == [_of(checklist, item, "ask") for item in unknown[:5]]
    expect(checklist.button("summary-more")).to_have_text(checklist.say("summary_more_other", n=len(unknown) - 5))
    words = checklist.messages()
    names = _texts(checklist, "[data-summary-stand] > dt")
    told = _texts(checklist, "[data-summary-stand] > dd")
    assert len(names) == len(told) == len(expected["themes"])
    for name, counts, theme in zip(names, told, expected["themes"], strict=True):
        assert name == checklist.page.locator(f"#thema-{theme['id']}").text_content()
        open_ = sum(not cell["answer"] for cell in theme["cells"])
        numbered = [(theme["counts"][answer], words[f"answer_{answer}"]) for answer in theme["counts"]]
        numbered.append((open_, words["checklist_open"]))
        assert sorted(counts.split(words["list_comma"])) == sorted(
            words["checklist_count"].format(n=n, answer=word) for n, word in numbered if n
        )


@pytest.mark.parametrize(("unknown", "more"), [(5, None), (6, "summary_more_one")])
def test_the_summary_counts_only_the_unknowns_that_it_does_not_show(
    ready: Ready, unknown: int, more: str | None
) -> None:
    checklist = ready("nl")
    checklist.answer_all(dict.fromkeys(list(checklist.definition()["items"])[:unknown], "weet_niet"))
    _see_summary(checklist)
    expect(checklist.page.locator("[data-summary-unknown] > li")).to_have_count(5)
    shown = checklist.button("summary-more")
    if more:
        expect(shown).to_have_text(checklist.say(more, n=unknown - 5))
    else:
        expect(shown).to_have_count(0)
    expect(checklist.button("summary-first-none")).to_have_text(checklist.say("actions_none"))


def test_where_nothing_is_unknown_the_summary_says_so_and_a_later_change_shows_up(ready: Ready) -> None:
    checklist = ready("nl")
    checklist.answer(beleid="nee")
    _see_summary(checklist)
    expect(checklist.button("summary-unknown-none")).to_have_text(checklist.say("unknown_none"))
    assert _texts(checklist, "[data-summary-first] > li") == [_of(checklist, "beleid", "action")]
    checklist.button("summary-back").click()
    expect(checklist.result).to_be_visible()
    checklist.back_button.click()
    checklist.see_questions()
    checklist.answer(beleid="weet_niet", intake="deels")
    _see_summary(checklist)
    assert _texts(checklist, "[data-summary-first] > li") == [_of(checklist, "intake", "action")]
    assert _texts(checklist, "[data-summary-unknown] > li") == [_of(checklist, "beleid", "ask")]


def test_back_and_forward_lead_from_questions_to_overview_to_summary_and_keep_all_answers(ready: Ready) -> None:
    checklist = ready("nl")
    checklist.answer(beleid="nee", intake="weet_niet")
    _see_summary(checklist)
    page = checklist.page
    title = page.locator("[data-title]").get_attribute("data-summary-title") or ""
    expect(checklist.title).to_have_text(title)
    expect(checklist.title).to_be_focused()
    assert title in page.title()
    page.go_back()
    expect(checklist.result).to_be_visible()
    expect(checklist.summary).to_be_hidden()
    page.go_back()
    checklist.see_questions()
    assert checklist.answers() == {"beleid": "nee", "intake": "weet_niet"}
    checklist.answer(intake="nee")
    page.go_forward()
    expect(checklist.result).to_be_visible()
    page.go_forward()
    expect(checklist.summary).to_be_visible()
    expect(checklist.result).to_be_hidden()
    expect(page.locator("[data-summary-first] > li")).to_have_count(2)
    checklist.button("summary-back").click()
    expect(checklist.result).to_be_visible()
    checklist.back_button.click()
    checklist.see_questions()
    assert checklist.answers() == {"beleid": "nee", "intake": "nee"}


@pytest.mark.parametrize("answered", ["nee", "weet_niet", "mixed, with the longest owners"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_prints_on_one_sheet_of_a4(ready: Ready, language: str, answered: str) -> None:
    checklist = ready(language)
    if answered in ("nee", "weet_niet"):
        checklist.answer_all(dict.fromkeys(checklist.definition()["items"], answered))
        checklist.see_result()
    else:
        checklist.answer_all(_mixed(checklist))
        checklist.see_result()
        for item in checklist.actions()[:3]:
            checklist.plan(item, OWNER, "2027-12-31")
    checklist.button("summary").click()
    expect(checklist.summary).to_be_visible()
    assert checklist.page.locator(":is([data-summary-first], [data-summary-unknown]) > li").count() >= 3
    checklist.page.emulate_media(media="print")
    paper = checklist.page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1


def test_the_printed_summary_has_no_button_and_nothing_but_the_summary(ready: Ready) -> None:
    checklist = ready("nl")
    checklist.answer_all(_mixed(checklist))
    _see_summary(checklist)
    checklist.page.emulate_media(media="print")
    expect(checklist.page.locator("kennisbank-checklist :is(button, input, select, textarea):visible")).to_have_count(0)
    expect(checklist.page.locator("kennisbank-checklist h2:visible")).to_have_count(3)
    expect(checklist.button("summary-made")).to_be_visible()


def test_the_print_button_of_the_summary_prints(ready: Ready) -> None:
    checklist = ready("nl")
    checklist.answer(beleid="nee")
    _see_summary(checklist)
    checklist.page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")
    checklist.button("print").click()
    assert checklist.page.evaluate("window.printed") == 1


#: How many points of two pictures differ so much that an eye could see it.
DIFFERENT = """async (pictures) => {
  const [one, two] = await Promise.all(pictures.map(async (picture) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  }));
  if (one.width !== two.width || one.height !== two.height) return Infinity;
  return one.data.filter((value, place) => Math.abs(value - two.data[place]) > 8).length;
}"""


def _different(checklist: ChecklistPage, *pictures: bytes) -> float:
    page = checklist.visit.context.new_page()
    found: float = page.evaluate(DIFFERENT, [base64.b64encode(picture).decode() for picture in pictures])
    page.close()
    return found


def test_the_empty_form_shows_on_paper_nothing_that_was_filled_in_and_it_is_all_there_afterwards(visit: Open) -> None:
    checklist = ChecklistPage(visit(), "nl")
    page = checklist.page
    page.evaluate("window.print = () => dispatchEvent(new Event('beforeprint'))")

    def paper() -> bytes:
        """The empty form as it would come out of the printer."""
        checklist.button("print-blank").click()
        page.emulate_media(media="print")
        page.evaluate("document.activeElement.blur()")
        picture = page.locator("[data-view=questions]").screenshot(animations="disabled")
        page.emulate_media(media="screen")
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        return picture

    empty = paper()
    answers = {"beleid": "nee", "intake": "weet_niet", "begeleid": "ja"}
    checklist.answer_all(answers)
    checklist.note("beleid", NOTE)
    blank = paper()
    assert (checklist.answers(), checklist.notes()) == (answers, {"beleid": NOTE})
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    filled = page.locator("[data-view=questions]").screenshot(animations="disabled")
    assert _different(checklist, empty, filled) > 100
    assert _different(checklist, empty, blank) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_the_summary(ready: Ready, language: str) -> None:
    checklist = ready(language)
    checklist.answer_all(_mixed(checklist))
    _see_summary(checklist)
    nothing(violations(checklist.page))
