"""Pages on health in a real browser: one sheet of paper, a way out at once, and help within reach of a thumb."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, ViewportSize, expect

from scripts.content import load
from scripts.page_frame import Setting
from scripts.pages import build_pages
from tests.browser.addresses import DEFAULT, LANGUAGES, address
from tests.browser.conftest import Open
from tests.browser.findings import nothing
from tests.browser.paper import SHEET, sheets, too_small
from tests.browser.recorder import Visit, wait_until
from tests.browser.test_pages import STICKING_OUT
from tests.conftest import PAGE_TYPES, ROOT, TODAY
from tests.scripts.small_root import put

pytestmark = pytest.mark.browser

PAPER = ("acute", "cards", "preparation")
PHONES = (320, 360)
PHONE = ViewportSize(width=390, height=844)
LEAST = 11
FRAME = (
    ".kennisbank-acuut, .kennisbank-header, .kennisbank-footer, .kennisbank-skip, .kennisbank-toc, .kennisbank-exit,"
    " .kennisbank-breadcrumb, .kennisbank-sources, .kennisbank-source, main button"
)
#: The sections of the first side, by the ids of their headings.
FIRST_SIDE = ["bel-1", "bel-2", "bellen", "crisisafspraken", "blijven", "overdragen"]
#: A crisis card with words as long as they are in some gemeenten.
EDITION = """\
huisartsenpost:
  name: "Huisartsenspoedpost Midden-Kennemerland, naast het ziekenhuis"
  phone: "+31 10 000 00 01"
  hours: "van 17 tot 8 uur, in het weekend en op feestdagen; keuze 1 is spoed"
  checked_on: "2026-11-20"
wijkteam:
  name: "Sociaal wijkteam Noord, Oost en Buitengebied"
  phone: "+31 10 000 00 02"
  hours: "maandag tot en met vrijdag van 9 tot 17 uur, woensdag tot 20 uur"
  checked_on: "2026-11-20"
eigen-contact:
  function: aandachtsfunctionaris
  phone: "+31 10 000 00 03"
  hours: "maandag tot en met vrijdag van 8.30 tot 17 uur"
  checked_on: "2026-11-20"
na-kantoortijd:
  function: achterwacht
  phone: "+31 10 000 00 04"
  hours: "alle avonden en nachten, in het weekend de hele dag"
  checked_on: "2026-11-20"
"""


def _having(*kinds: str) -> list[tuple[str, str]]:
    """(language, kind) for every language that has the page itself."""
    return [
        (locale, kind)
        for kind in kinds
        for locale in LANGUAGES
        if (ROOT / "docs" / locale / f"{PAGE_TYPES[kind].rstrip('/')}.md").is_file()
    ]


@pytest.fixture(scope="module")
def filled(_in_project_folder: None, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The acute page of every language with the crisis card of a gemeente on it."""
    edition = tmp_path_factory.mktemp("testdam")
    put(edition, "_data/crisis.yml", EDITION)
    setting = Setting(LANGUAGES, "static/a1", "runtime/a1", "assets/search.js", TODAY)
    made = build_pages(load([Path("docs"), edition]), setting)
    return {page.language: str(page.html) for page in made if page.path == "acuut"}


def _fill(page: Page, html: str) -> None:
    """Put the filled crisis card out of ``html`` in the place of the empty one."""
    page.evaluate(
        """(html) => {
          const card = new DOMParser().parseFromString(html, "text/html").querySelector(".kennisbank-crisis");
          document.querySelector(".kennisbank-crisis").replaceWith(card);
        }""",
        html,
    )
    expect(page.locator(".kennisbank-crisis a.kennisbank-call")).to_have_count(4)


def _keep_until(page: Page, heading: str) -> None:
    """Take away all of the page after the heading with this id."""
    page.evaluate(
        """(id) => {
          const last = document.getElementById(id);
          for (const one of document.querySelectorAll("main *")) {
            const after = last.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
            if (after && !last.contains(one)) one.remove();
          }
        }""",
        heading,
    )


# Paper


@pytest.mark.parametrize("card", ["empty", "filled"])
@pytest.mark.parametrize(("language", "kind"), _having("acute"))
def test_the_acute_page_prints_on_both_sides_of_one_sheet_and_the_first_side_suffices(
    visit: Open, filled: dict[str, str], language: str, kind: str, card: str
) -> None:
    page = visit(address(language, kind)).page
    if card == "filled":
        _fill(page, filled[language])
    nothing(too_small(page, LEAST))
    assert sheets(page) == 2
    ids = page.locator("main :is(h2, h3)").evaluate_all("(all) => all.map((one) => one.id)")
    second = ids[len(FIRST_SIDE)]
    assert ids[: len(FIRST_SIDE)] == FIRST_SIDE
    _keep_until(page, second)
    assert sheets(page) == 2, "the second side does not begin after the warm handover"
    page.locator(f"#{second}, .kennisbank-page-break").evaluate_all("(all) => all.forEach((one) => one.remove())")
    assert page.locator("#overdragen").is_visible()
    assert sheets(page) == 1


@pytest.mark.parametrize(("language", "kind"), _having("preparation"))
def test_the_preparation_sheet_is_one_sheet_of_paper(visit: Open, language: str, kind: str) -> None:
    assert sheets(visit(address(language, kind)).page) <= 2


@pytest.mark.parametrize(("language", "kind"), _having(*PAPER))
def test_a_sheet_prints_in_letters_of_eleven_points_without_the_frame_of_the_site(
    visit: Open, language: str, kind: str
) -> None:
    page = visit(address(language, kind)).page
    expect(page.locator(f":is({FRAME}):visible").first).to_be_visible()
    nothing(too_small(page, LEAST))
    expect(page.locator(f":is({FRAME}):visible")).to_have_count(0)
    expect(page.locator("h1")).to_be_visible()
    page.set_viewport_size(SHEET)
    nothing(page.evaluate(STICKING_OUT))


@pytest.mark.parametrize(("language", "kind"), _having("preparation"))
def test_lines_to_write_on_stand_on_paper_only_and_leave_room_for_a_hand(visit: Open, language: str, kind: str) -> None:
    text = (ROOT / "docs" / "nl" / "signaleren" / "voorbereiding.md").read_text(encoding="utf-8")
    wanted = sum(map(int, re.findall(r'lines\("(\d)"\)', text)))
    page = visit(address(language, kind)).page
    lines = page.locator(".kennisbank-lines span")
    assert wanted > 0
    assert lines.count() == wanted
    expect(page.locator(".kennisbank-lines:visible")).to_have_count(0)
    page.emulate_media(media="print")
    page.set_viewport_size(SHEET)
    boxes = lines.evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().toJSON())")
    assert [box for box in boxes if box["height"] < 30 or box["width"] < SHEET["width"] / 2] == []


@pytest.mark.parametrize(("language", "kind"), _having("cards"))
def test_a_printed_card_is_whole_and_has_the_dutch_beside_the_language_of_the_client(
    visit: Open, language: str, kind: str
) -> None:
    page = visit(address(language, kind)).page
    page.emulate_media(media="print")
    page.set_viewport_size(SHEET)
    cards = page.locator(".kennisbank-talk").all()
    assert len(cards) == 8
    for card in cards:
        box = card.bounding_box()
        assert box is not None
        assert box["height"] < SHEET["height"]
        assert card.evaluate("(one) => getComputedStyle(one).breakInside") == "avoid"
        expect(card.locator("svg").first).to_be_visible()
        sides = card.locator(".kennisbank-talk__side").evaluate_all(
            "(all) => all.map((one) => [one.getBoundingClientRect().y, one.closest('[lang]').lang])"
        )
        assert sorted(spoken for _, spoken in sides) == sorted({DEFAULT, language})
        assert len({top for top, _ in sides}) == 1, "the two languages do not stand beside each other"


@pytest.mark.parametrize(("language", "kind"), _having(*PAPER))
def test_the_print_button_of_a_sheet_prints_and_is_not_there_without_javascript(
    visit: Open, language: str, kind: str
) -> None:
    page = visit(address(language, kind)).page
    page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")
    page.locator("[data-print-page]").click()
    assert page.evaluate("window.printed") == 1
    plain = visit(address(language, kind), java_script_enabled=False).page
    expect(plain.locator("h1")).to_be_visible()
    expect(plain.locator("button:visible")).to_have_count(0)


# Leaving at once


class Other:
    """The other site to which the button leads, which answers when it is told to, from this machine."""

    def __init__(self, reader: Visit, slow: bool = False) -> None:
        self.slow = slow
        self.held: list[Route] = []
        href = reader.page.locator("[data-quick-exit]").get_attribute("href")
        assert href
        self.url = href
        reader.context.route(re.compile(r"^https?://(?!127\.0\.0\.1)"), self._answer)

    def _answer(self, route: Route) -> None:
        if self.slow:
            self.held.append(route)
        else:
            route.fulfill(body="<!doctype html><title>Weer</title><h1>Het weer</h1>", content_type="text/html")

    def answer(self) -> None:
        """Answer what was asked so far."""
        self.slow = False
        while self.held:
            self._answer(self.held.pop())


@pytest.mark.parametrize("language", LANGUAGES)
def test_back_does_not_lead_to_the_page_that_a_reader_left_at_once(visit: Open, language: str) -> None:
    reader = visit(address(language, "home"))
    reader.go(address(language, "acute"))
    other = Other(reader)
    reader.page.locator("[data-quick-exit]").click()
    expect(reader.page).to_have_url(other.url)
    reader.page.go_back()
    expect(reader.page).to_have_url(reader.url + address(language, "home"))
    reader.page.go_forward()
    expect(reader.page).to_have_url(other.url)


#: Tells what can still be seen right after the button is pressed, while nothing has answered.
WATCH = """() => document.addEventListener("click", () => setTimeout(() => {
  const seen = [...document.body.querySelectorAll("*")].filter((one) => one.checkVisibility()).length;
  window.kennisbankTold(JSON.stringify({ seen, title: document.title, place: location.href }));
}))"""


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_nothing_of_the_page_is_seen_while_the_other_site_is_slow(visit: Open, way: str) -> None:
    reader = visit(address("nl", "acute"))
    told: list[dict[str, Any]] = []
    reader.context.expose_function("kennisbankTold", lambda text: told.append(json.loads(text)))
    other = Other(reader, slow=True)
    page = reader.page
    page.evaluate(WATCH)
    if way == "mouse":
        page.locator("[data-quick-exit]").click(no_wait_after=True)
    else:
        page.locator("[data-quick-exit]").focus()
        page.keyboard.press("Enter")
    wait_until(page, lambda: told and other.held, "the other site was not asked, or nothing was seen")
    other.answer()
    expect(page).to_have_url(other.url)
    assert told == [{"seen": 0, "title": "", "place": reader.url + address("nl", "acute")}]


def test_the_other_site_is_asked_nothing_before_the_button_is_pressed_and_learns_nothing_then(visit: Open) -> None:
    reader = visit(address("nl", "acute"))
    other = Other(reader)
    reader.page.locator("[data-quick-exit]").hover()
    reader.page.mouse.wheel(0, 10_000)
    reader.settle()
    assert [request.url for request in reader.requests if not request.url.startswith(reader.url)] == []
    reader.page.locator("[data-quick-exit]").click()
    expect(reader.page).to_have_url(other.url)
    [asked] = [request for request in reader.requests if not request.url.startswith(reader.url)]
    assert (asked.url, asked.method, asked.all_headers().get("referer")) == (other.url, "GET", None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript_the_button_leads_away_all_the_same(visit: Open, language: str) -> None:
    reader = visit(address(language, "acute"), java_script_enabled=False)
    other = Other(reader)
    reader.page.locator("[data-quick-exit]").click()
    expect(reader.page).to_have_url(other.url)


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_button_to_leave_never_lies_over_what_has_the_focus(visit: Open, language: str, key: str) -> None:
    page = visit(address(language, "acute"), viewport=PHONE, reduced_motion="reduce").page
    if key == "Shift+Tab":
        page.locator(".kennisbank-footer a").last.focus()
    covered, stops = [], set()
    for _ in range(200):
        page.keyboard.press(key)
        stop = page.evaluate(UNDER_THE_BUTTON)
        if stop is None or stop["place"] in stops:
            break
        stops.add(stop["place"])
        covered += [stop["name"]] if stop["covered"] else []
    assert len(stops) > 20
    nothing(covered)


#: The element with the focus, and whether the button to leave lies over a part of it.
UNDER_THE_BUTTON = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const button = document.querySelector("[data-quick-exit]");
  const over = button.getBoundingClientRect();
  const covered = here !== button && [...here.getClientRects()].some((box) =>
    box.bottom > over.top + 1 && box.top < over.bottom - 1 && box.right > over.left + 1 && box.left < over.right - 1);
  return { place: [...document.querySelectorAll("*")].indexOf(here), name: here.outerHTML.slice(0, 110), covered };
}"""


def test_the_button_to_leave_is_always_in_sight_and_takes_no_touch_beside_it(visit: Open) -> None:
    page = visit(address("nl", "acute"), viewport=PHONE, reduced_motion="reduce").page
    button = page.locator("[data-quick-exit]")
    for place in (0, 900, 2500):
        page.evaluate("(top) => scrollTo({ top, behavior: 'instant' })", place)
        expect(button).to_be_in_viewport(ratio=1)
        box = button.bounding_box()
        assert box is not None
        beside = page.evaluate(
            "([x, y]) => document.elementFromPoint(x, y)?.closest('.kennisbank-exit') === null",
            [box["x"] / 2, box["y"] + box["height"] / 2],
        )
        assert beside, f"at {place} px the strip beside the button takes the touch of what stands there"


# Within reach of a thumb


@pytest.mark.parametrize("kind", [*PAPER, "care"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_on_health_does_not_scroll_sideways_on_a_small_phone(visit: Open, language: str, kind: str) -> None:
    page = visit(address(language, kind)).page
    for width in PHONES:
        page.set_viewport_size({"width": width, "height": 640})
        nothing(page.evaluate(STICKING_OUT))


@pytest.mark.parametrize(("language", "kind"), _having("acute"))
def test_a_filled_crisis_card_fits_on_every_screen(
    visit: Open, filled: dict[str, str], language: str, kind: str
) -> None:
    page = visit(address(language, kind)).page
    _fill(page, filled[language])
    for width in (*PHONES, 1280):
        page.set_viewport_size({"width": width, "height": 640})
        nothing(page.evaluate(STICKING_OUT))


@pytest.mark.parametrize("kind", ["home", "checklist", "acute"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_acute_page_is_in_sight_and_second_for_the_keyboard_on_the_smallest_phone(
    visit: Open, language: str, kind: str
) -> None:
    page = visit(address(language, kind), viewport=ViewportSize(width=PHONES[0], height=640)).page
    link = page.locator(".kennisbank-acuut a").first
    expect(link).to_be_in_viewport(ratio=1)
    box = link.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24
    page.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
    expect(link).to_be_in_viewport(ratio=1)
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(rf"/{re.escape(address(language, 'acute'))}$"))


def test_on_a_phone_the_button_for_112_is_in_sight_as_soon_as_the_acute_page_opens(visit: Open) -> None:
    page = visit(address("nl", "acute"), viewport=PHONE).page
    expect(page.locator(".kennisbank-call__button").first).to_be_in_viewport(ratio=1)
