"""The table of people in the research: sorted by mouse and keyboard, whole without JavaScript, on a phone, on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.browser.addresses import LANGUAGES
from tests.browser.axe import violations, violations_everywhere
from tests.browser.conftest import Open
from tests.browser.findings import nothing
from tests.browser.paper import SHEET, sheets
from tests.browser.recorder import Visit
from tests.browser.test_pages import STICKING_OUT
from tests.browser.test_sizes import BELOW_44, TOO_SMALL, ZOOMED

pytestmark = pytest.mark.browser

PATH = "verhalen/deelnemers/"
SOURCE = list(range(1, 15))
PHONE = ViewportSize(width=320, height=640)
DESK = ViewportSize(width=1280, height=800)
#: The narrowest and the widest windows with a table and with cards, see table.css.
EDGES = [ViewportSize(width=width, height=800) for width in (831, 832, 1023, 1024, 1151, 1152)]
#: Language → heading → the numbers of the rows from low to high, and from high to low; equal ones as in the source.
AGE = (
    [6, 10, 14, 1, 4, 5, 9, 13, 2, 8, 11, 12, 3, 7],
    [3, 7, 2, 8, 11, 12, 1, 4, 5, 9, 13, 14, 6, 10],
)
EDUCATION = (
    [6, 13, 14, 4, 5, 10, 11, 1, 2, 3, 7, 8, 9, 12],
    [1, 2, 3, 7, 8, 9, 12, 4, 5, 10, 11, 6, 13, 14],
)
MEN_FIRST = [1, 2, 3, 4, 7, 9, 11, 12, 13, 14, 5, 6, 8, 10]
WOMEN_FIRST = [5, 6, 8, 10, 1, 2, 3, 4, 7, 9, 11, 12, 13, 14]
ORDERS: dict[str, dict[str, tuple[list[int], list[int]]]] = {
    "nl": {
        "Nummer": (SOURCE, SOURCE[::-1]),
        "Geslacht": (MEN_FIRST, WOMEN_FIRST),
        "Leeftijd": AGE,
        # Centraal-Azië, Eritrea, Midden-Oosten, Syrië, West-Azië
        "Land of regio": (
            [1, 5, 8, 6, 10, 11, 2, 13, 3, 7, 9, 12, 14, 4],
            [4, 3, 7, 9, 12, 14, 2, 13, 6, 10, 11, 1, 5, 8],
        ),
        "Opleiding": EDUCATION,
        # Eenzaamheid; Lichamelijk: astma, chronische, jicht, klachten, rugklachten (then angst, then depressieve);
        # Psychisch: angst en depressieve, angst en dwang, depressieve, stress, traumatische
        "Klachten": (
            [6, 9, 11, 13, 2, 10, 14, 1, 5, 4, 7, 8, 3, 12],
            [12, 3, 8, 7, 4, 5, 1, 14, 10, 2, 13, 9, 11, 6],
        ),
    },
    "en": {
        "Number": (SOURCE, SOURCE[::-1]),
        "Sex": (MEN_FIRST, WOMEN_FIRST),
        "Age": AGE,
        # Central Asia, Eritrea, Middle East, Syria, West Asia
        "Country or region": (
            [1, 5, 8, 6, 10, 11, 2, 13, 3, 7, 9, 12, 14, 4],
            [4, 3, 7, 9, 12, 14, 2, 13, 6, 10, 11, 1, 5, 8],
        ),
        "Education": EDUCATION,
        # Loneliness; Mental: anxiety and compulsive, depressive and worries, stress, traumatic; Physical: asthma, back
        "Complaints": (
            [6, 7, 4, 8, 3, 12, 9, 11, 14, 1, 5, 13, 2, 10],
            [10, 2, 13, 5, 1, 14, 9, 11, 12, 3, 8, 4, 7, 6],
        ),
    },
}
COLUMNS = [(language, heading) for language, orders in ORDERS.items() for heading in orders]
#: Headings by which one sorts in the order of their values, and not by letters.
ORDERED = {"Nummer", "Leeftijd", "Opleiding", "Number", "Age", "Education"}
ENDS = {
    ("nl", True): ("van laag naar hoog.", "van hoog naar laag."),
    ("nl", False): ("in de volgorde van het alfabet.", "in omgekeerde volgorde van het alfabet."),
    ("en", True): ("from low to high.", "from high to low."),
    ("en", False): ("in alphabetical order.", "in reverse alphabetical order."),
}
START = {
    "nl": "De rijen staan in de volgorde van het onderzoek.",
    "en": "The rows are in the order of the research.",
}
BACK = {"nl": "Terug naar de volgorde van het onderzoek", "en": "Back to the order of the research"}
languages = pytest.mark.parametrize("language", list(ORDERS))


class TablePage:
    def __init__(self, visit: Visit, language: str) -> None:
        self.visit = visit
        self.page: Page = visit.page
        visit.go(LANGUAGES[language].prefix + PATH)
        self.table = self.page.locator("kennisbank-table")
        self.status = self.table.get_by_role("status")
        self.back = self.table.locator("[data-source-order]")

    def button(self, heading: str) -> Locator:
        return self.table.locator("thead").get_by_role("button", name=heading, exact=True)

    def numbers(self) -> list[int]:
        shown = self.table.locator("tbody th [data-value]").all_inner_texts()
        return [int(number) for number in shown]

    def sorted(self) -> list[tuple[str, str]]:
        """Every heading that says how the table is sorted, with what it says."""
        found: list[tuple[str, str]] = self.table.locator("[aria-sort]").evaluate_all(
            "(all) => all.map((one) => [one.textContent.trim(), one.getAttribute('aria-sort')])"
        )
        return [(heading, way) for heading, way in found]


# Sorting


@pytest.mark.parametrize("way", ["mouse", "Enter", "Space"])
@pytest.mark.parametrize(("language", "heading"), COLUMNS)
def test_a_heading_sorts_up_and_then_down_and_rows_that_are_equal_stay_as_in_the_source(
    visit: Open, language: str, heading: str, way: str
) -> None:
    table = TablePage(visit(), language)
    button = table.button(heading)
    for place, word in enumerate(["ascending", "descending", "ascending"]):
        if way == "mouse":
            button.click()
        else:
            button.focus()
            table.page.keyboard.press(way)
        assert table.numbers() == ORDERS[language][heading][place % 2]
        assert table.sorted() == [(heading, word)]
        expect(table.status).to_contain_text(f"\u2018{heading}\u2019")
        expect(table.status).to_contain_text(ENDS[language, heading in ORDERED][place % 2])
        expect(button).to_be_focused()


@languages
def test_sorting_on_one_heading_after_another_starts_from_the_source_again(visit: Open, language: str) -> None:
    table = TablePage(visit(), language)
    sex, age = list(ORDERS[language])[1:3]
    table.button(age).click()
    table.button(age).click()
    table.button(sex).click()
    assert table.numbers() == MEN_FIRST
    assert table.sorted() == [(sex, "ascending")]


@languages
def test_there_is_always_a_way_back_to_the_order_of_the_source(visit: Open, language: str) -> None:
    table = TablePage(visit(), language)
    expect(table.status).to_have_text(START[language])
    assert (table.numbers(), table.sorted()) == (SOURCE, [])
    table.button(list(ORDERS[language])[2]).click()
    assert table.numbers() != SOURCE
    expect(table.back).to_have_text(BACK[language])
    table.back.focus()
    table.page.keyboard.press("Enter")
    assert (table.numbers(), table.sorted()) == (SOURCE, [])
    expect(table.status).to_have_text(START[language])
    expect(table.back).to_be_focused()


@languages
def test_the_keyboard_comes_past_the_way_back_and_every_heading_in_the_order_of_the_table(
    visit: Open, language: str
) -> None:
    table = TablePage(visit(), language)
    table.back.focus()
    for heading in ORDERS[language]:
        table.page.keyboard.press("Tab")
        expect(table.button(heading)).to_be_focused()


def test_sorting_asks_nothing_of_the_server_and_leaves_the_address_and_the_browser_as_they_were(visit: Open) -> None:
    reader = visit()
    table = TablePage(reader, "nl")
    reader.settle()
    asked = len(reader.requests)
    for heading in ORDERS["nl"]:
        table.button(heading).click()
    nothing([request.url for request in reader.requests[asked:] if "/icons/" not in request.url])
    assert table.page.url == reader.url + PATH
    assert table.page.evaluate("localStorage.length + sessionStorage.length + history.length") <= 2
    nothing(reader.complaints())


# Without JavaScript


@languages
def test_without_javascript_the_table_is_whole_and_offers_nothing_that_does_not_work(
    visit: Open, language: str
) -> None:
    plain = TablePage(visit(java_script_enabled=False), language)
    assert plain.numbers() == SOURCE
    heads = [text.strip() for text in plain.table.locator("thead th").all_text_contents()]
    assert heads == list(ORDERS[language])
    expect(plain.table.locator("tbody tr:visible")).to_have_count(14)
    expect(plain.table.locator("button:visible")).to_have_count(0)
    expect(plain.table.locator(".kennisbank-with-js:visible")).to_have_count(0)
    expect(plain.status).to_have_text(START[language])
    expect(plain.status).to_be_visible()


def test_a_script_that_does_not_arrive_leaves_the_page_as_it_is_without_javascript(visit: Open) -> None:
    reader = visit()
    reader.page.route("**/sort-table.js", lambda route: route.abort())
    reader.go(PATH)
    expect(reader.page.locator("html")).to_have_class("no-js")
    expect(reader.page.locator("kennisbank-table button:visible")).to_have_count(0)
    expect(reader.page.locator("kennisbank-table tbody tr:visible")).to_have_count(14)


@pytest.mark.parametrize("path", ["", "tips/"])
def test_a_page_without_such_a_table_does_not_load_the_script(visit: Open, path: str) -> None:
    reader = visit(path)
    reader.settle()
    assert reader.asked("sort-table") == []


# For everyone


@languages
def test_axe_finds_nothing_before_and_after_sorting_in_light_and_dark_at_a_desk_and_on_a_phone(
    visit: Open, language: str
) -> None:
    table = TablePage(visit(), language)
    nothing(violations_everywhere(table.page))
    for heading in list(ORDERS[language])[2:4]:
        table.button(heading).click()
        nothing(violations_everywhere(table.page))


@pytest.mark.parametrize("language", ["ar", "ti"])
def test_axe_finds_nothing_where_the_page_is_not_translated(visit: Open, language: str) -> None:
    nothing(violations(TablePage(visit(), language).page))


@pytest.mark.parametrize("width", [320, 390, 832, 1024, 1280])
@languages
def test_a_screen_reader_finds_a_table_with_rows_and_headings_on_every_screen(
    visit: Open, language: str, width: int
) -> None:
    table = TablePage(visit(viewport=ViewportSize(width=width, height=800)), language)
    tree = table.page.context.new_cdp_session(table.page).send("Accessibility.getFullAXTree")
    roles: list[str] = [node["role"]["value"] for node in tree["nodes"] if not node["ignored"]]
    told: dict[str, int] = {role: roles.count(role) for role in ("table", "row", "columnheader", "rowheader", "cell")}
    assert told == {"table": 1, "row": 15, "columnheader": 6, "rowheader": 14, "cell": 70}
    cells = [node["name"]["value"] for node in tree["nodes"] if node["role"]["value"] == "rowheader"]
    assert [name.strip() for name in cells] == [str(number) for number in SOURCE]


@pytest.mark.parametrize("scripts", [True, False])
@languages
def test_on_a_small_phone_each_person_is_a_card_and_nothing_scrolls_sideways(
    visit: Open, language: str, scripts: bool
) -> None:
    table = TablePage(visit(viewport=PHONE, java_script_enabled=scripts), language)
    headings = list(ORDERS[language])
    if scripts:
        nothing(table.page.evaluate(STICKING_OUT))
        nothing(table.page.evaluate(TOO_SMALL) + table.page.evaluate(BELOW_44))
    for row in table.table.locator("tbody tr").all():
        assert row.locator(".kennisbank-rows__label:visible").all_inner_texts() == headings
        expect(row.locator("[data-value]:visible")).to_have_count(len(headings))
        box = row.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]


@pytest.mark.parametrize("size", [ZOOMED, PHONE, *EDGES, DESK])
@languages
def test_with_400_percent_zoom_and_roomy_text_no_word_is_lost(visit: Open, language: str, size: ViewportSize) -> None:
    table = TablePage(visit(viewport=size), language)
    table.page.evaluate(
        """() => {
          const roomy = new CSSStyleSheet();
          roomy.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
            + " word-spacing: 0.16em !important }");
          document.adoptedStyleSheets = [roomy];
        }"""
    )
    nothing(table.page.evaluate(STICKING_OUT))
    out = table.page.locator("kennisbank-table, kennisbank-table :is(th, td, button, [data-value])").evaluate_all(
        "(all) => all.filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1"
        " && getComputedStyle(one).display !== 'inline').map((one) => one.outerHTML.slice(0, 100))"
    )
    nothing(out)


def test_right_to_left_the_table_is_mirrored(visit: Open) -> None:
    table = TablePage(visit(viewport=DESK), "nl")
    table.page.evaluate("document.documentElement.dir = 'rtl'")
    boxes = [head.bounding_box() for head in table.table.locator("thead th").all()]
    places = [box["x"] for box in boxes if box is not None]
    assert places == sorted(places, reverse=True)
    assert len(places) == 6
    nothing(table.page.evaluate(STICKING_OUT))


# Paper


@languages
def test_on_paper_the_table_is_a_table_on_one_sheet_that_says_how_it_is_sorted(visit: Open, language: str) -> None:
    table = TablePage(visit(), language)
    age = list(ORDERS[language])[2]
    table.button(age).click()
    table.page.emulate_media(media="print")
    table.page.set_viewport_size(SHEET)
    nothing(table.page.evaluate(STICKING_OUT))
    assert table.numbers() == AGE[0]
    expect(table.status).to_be_visible()
    expect(table.status).to_contain_text(age)
    expect(table.back).not_to_be_visible()
    expect(table.table.locator(".kennisbank-rows__label:visible, thead .kennisbank-sign:visible")).to_have_count(0)
    expect(table.table.locator("tbody tr:visible")).to_have_count(14)
    assert table.table.locator("tbody tr").first.evaluate("(row) => getComputedStyle(row).display") == "table-row"
    box = table.table.bounding_box()
    assert box is not None
    assert box["height"] < SHEET["height"]
    assert table.table.evaluate("(one) => getComputedStyle(one).breakInside") == "avoid"
    assert sheets(table.page) <= 4
