"""A reader finds pages in the own language, by typing or by pasting, and reads what to do when nothing is found."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.addresses import LANGUAGES, address
from tests.browser.conftest import Open
from tests.browser.findings import nothing
from tests.browser.recorder import Visit

pytestmark = pytest.mark.browser

#: So many pages are listed at most; the sentence above the list tells how many there are.
LONGEST = 20

#: A word in every language, and the page that has it in its title: on volunteering, or where not translated the steps.
WORDS = {"nl": "vrijwilligerswerk", "en": "volunteering", "ar": "خطوات", "ti": "ስጉምትታት"}
ABOUT = {"nl": "chapter-volunteering", "en": "chapter-volunteering", "ar": "chapter", "ti": "chapter"}
NOWHERE = "xyzzyxyzzy"


class SearchPage:
    def __init__(self, visit: Visit, language: str, kind: str = "search") -> None:
        self.visit = visit
        self.page: Page = visit.page
        self.root = address(language, "home")
        visit.go(address(language, kind))
        self.box = self.page.locator("#zoek")
        self.status = self.page.locator("kennisbank-search [data-status]")
        self.links: Locator = self.page.locator("[data-results] li a")

    def message(self, key: str) -> str:
        text = self.page.locator("kennisbank-search script[data-messages]").text_content() or ""
        return str(self.page.evaluate("([text, key]) => JSON.parse(text)[key]", [text, key]))

    def paths(self) -> list[str]:
        """The found addresses, from the root of the site, without the place in the page."""
        expect(self.page.locator("[data-results][aria-busy=false]")).to_be_visible()
        found: list[str] = self.links.evaluate_all("(links) => links.map((link) => link.href)")
        return [address.removeprefix(self.visit.url).partition("#")[0] for address in found]


def _other_language(path: str, language: str) -> bool:
    prefix = LANGUAGES[language].prefix
    others = [other.prefix for other in LANGUAGES.values() if other.prefix and other.prefix != prefix]
    return not path.startswith(prefix) or any(path.startswith(other) for other in others)


def test_there_is_a_word_to_search_for_in_every_language() -> None:
    assert set(WORDS) == set(LANGUAGES)


@pytest.mark.parametrize("kind", ["search", "home"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_typing_a_word_finds_the_page_about_it_and_pages_of_that_language_only(
    visit: Open, language: str, kind: str
) -> None:
    search = SearchPage(visit(), language, kind)
    search.box.press_sequentially(WORDS[language])
    paths = search.paths()
    assert address(language, ABOUT[language]) in paths[:3]
    nothing([path for path in paths if _other_language(path, language)])
    # Arabic has a word of its own for two; from three on the number stands there.
    if len(paths) > 2:
        expect(search.status).to_have_text(re.compile(r"\d"))
        told = int(re.findall(r"\d+", search.status.inner_text())[0])
        assert told == len(paths) or (len(paths) == LONGEST and told > LONGEST)
    assert search.page.locator("[data-results] mark").count() > 0
    assert search.visit.complaints() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_pasting_a_word_finds_the_same_as_typing_it(visit: Open, language: str) -> None:
    search = SearchPage(visit(), language)
    search.box.focus()
    search.page.keyboard.insert_text(WORDS[language])
    assert address(language, ABOUT[language]) in search.paths()[:3]


def test_pasting_from_the_clipboard_searches(visit: Open) -> None:
    search = SearchPage(visit(permissions=["clipboard-read", "clipboard-write"]), "nl")
    search.page.evaluate("(word) => navigator.clipboard.writeText(word)", WORDS["nl"])
    search.box.focus()
    search.page.keyboard.press("Control+V")
    assert address("nl", "chapter-volunteering") in search.paths()[:3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_that_stands_nowhere_gives_the_sentence_and_another_word_still_finds(visit: Open, language: str) -> None:
    search = SearchPage(visit(), language)
    search.box.fill(NOWHERE)
    expect(search.status).to_have_text(search.message("search_none"))
    expect(search.page.locator("[data-results]")).to_be_hidden()
    search.box.fill(WORDS[language])
    assert search.paths()
    search.box.fill("")
    expect(search.page.locator("[data-results]")).to_be_hidden()
    expect(search.status).to_be_empty()


def test_an_answer_to_words_that_are_gone_is_not_shown(visit: Open) -> None:
    search = SearchPage(visit(), "nl")
    search.box.fill(WORDS["nl"])
    search.paths()
    search.box.evaluate(
        """async (box) => {
          for (const words of ["gezondheid", ""]) {
            box.value = words;
            box.dispatchEvent(new Event("input", { bubbles: true }));
            await new Promise((go) => setTimeout(go)); // it has been asked, and not been answered
          }
        }"""
    )
    search.page.wait_for_timeout(500)
    expect(search.page.locator("[data-results]")).to_be_hidden()
    expect(search.status).to_be_empty()


def test_enter_after_the_last_letter_leaves_the_list_to_who_is_already_in_it(visit: Open) -> None:
    search = SearchPage(visit(), "nl")
    search.box.fill(WORDS["nl"])
    search.paths()
    first = search.links.first.element_handle()
    search.box.press("Enter")
    search.page.wait_for_timeout(500)
    assert first.evaluate("(link) => link.isConnected")


@pytest.mark.parametrize("signs", ['"@', '"@"', "(@)", "@:", "@.", "@?", "@,", "@;", "/@", "@^", "+@", "@~", "@*"])
def test_a_sign_beside_a_word_does_not_break_the_search(visit: Open, signs: str) -> None:
    search = SearchPage(visit(), "nl")
    search.box.fill(signs.replace("@", WORDS["nl"]))
    expect(search.status).not_to_be_empty()
    expect(search.status).not_to_have_text(search.message("search_loading"))
    expect(search.status).not_to_have_text(search.message("search_none"), timeout=2000)
    assert address("nl", "chapter-volunteering") in search.paths()
    assert search.visit.complaints() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_beginning_of_a_word_is_enough(visit: Open, language: str) -> None:
    search = SearchPage(visit(), language)
    search.box.fill(WORDS[language][:9])
    assert address(language, ABOUT[language]) in search.paths()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_engine_does_not_load_before_the_first_letter_and_then_brings_one_language(
    visit: Open, language: str
) -> None:
    search = SearchPage(visit(), language)
    search.box.hover()
    search.box.focus()
    search.visit.settle()
    assert search.visit.asked("/search/") + search.visit.asked("/workers/") + search.visit.asked("lunr") == []
    search.box.fill(WORDS[language])
    search.paths()
    assert [url.rpartition("/")[2] for url in search.visit.asked("/search/")] == [f"{language}.json"]


def test_what_was_typed_before_the_search_arrived_is_searched_when_it_arrives(visit: Open) -> None:
    reader = visit()
    reader.hold("**/search.js")
    reader.page.goto(reader.url + address("nl", "search"), wait_until="domcontentloaded")
    reader.page.locator("#zoek").fill(WORDS["nl"])
    reader.release()
    expect(reader.page.locator("[data-results] li a").first).to_be_visible()


def _missing(route: Route) -> None:
    route.fulfill(status=404)


def _cut(route: Route) -> None:
    route.abort("connectionreset")


def _garbage(route: Route) -> None:
    route.fulfill(status=200, content_type="application/json", body="<h1>Log in</h1>")


@pytest.mark.parametrize("fault", [_missing, _cut, _garbage], ids=["missing", "cut off", "garbage"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_when_the_index_does_not_come_the_reader_reads_so_and_can_try_again(
    visit: Open, language: str, fault: object
) -> None:
    search = SearchPage(visit(), language)
    search.page.route("**/search/*.json", fault)  # type: ignore[arg-type]
    search.box.fill(WORDS[language])
    expect(search.status).to_have_text(search.message("search_failed"))
    search.page.unroute("**/search/*.json")
    search.page.locator("kennisbank-search button").click()
    assert address(language, ABOUT[language]) in search.paths()


@pytest.mark.parametrize("fault", [_missing, _cut], ids=["missing", "cut off"])
def test_when_the_engine_does_not_come_the_reader_reads_so_and_can_try_again(visit: Open, fault: object) -> None:
    search = SearchPage(visit(), "nl")
    search.page.route("**/workers/**", fault)  # type: ignore[arg-type]
    search.box.fill(WORDS["nl"])
    expect(search.status).to_have_text(search.message("search_failed"))
    search.page.unroute("**/workers/**")
    search.page.locator("kennisbank-search button").click()
    assert address("nl", "chapter-volunteering") in search.paths()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_found_page_opens_with_the_keyboard_alone(visit: Open, language: str) -> None:
    search = SearchPage(visit(), language)
    keyboard = search.page.keyboard
    for _ in range(40):
        keyboard.press("Tab")
        if search.box.evaluate("(one) => one === document.activeElement"):
            break
    keyboard.type(WORDS[language])
    keyboard.press("Enter")
    first = search.paths()[0]
    keyboard.press("Tab")
    keyboard.press("Tab")
    expect(search.links.first).to_be_focused()
    keyboard.press("Enter")
    expect(search.page.locator("kennisbank-search")).to_have_count(0)
    assert search.page.url.partition("#")[0] == search.visit.url + first
    assert search.page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_found_address_is_a_page_of_the_site(visit: Open, language: str) -> None:
    search = SearchPage(visit(), language)
    search.box.fill(WORDS[language])
    for path in set(search.paths()):
        assert search.visit.context.request.get(search.visit.url + path).ok, path


def test_what_a_reader_searches_for_is_not_in_any_address_or_store(visit: Open) -> None:
    search = SearchPage(visit(), "nl")
    search.box.fill("gezondheid")
    search.box.press("Enter")
    search.paths()
    assert "gezondheid" not in search.page.url
    nothing(search.visit.asked("gezondheid") + search.visit.asked("?"))
    assert search.page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]
