"""Who comes to an old address ends at the page of today, with and without JavaScript, also in a folder of a site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from scripts.addresses import url_of
from tests.browser.addresses import LANGUAGES
from tests.browser.conftest import Open
from tests.browser.findings import nothing
from tests.browser.recorder import PATIENCE, Visit
from tests.browser.seen import WINDOW
from tests.conftest import Served, serve
from tests.scripts.moved_root import OLD

pytestmark = pytest.mark.browser

OLD_PATH, NEW_PATH = next(iter(OLD.items()))
PLACE = "#naast"
FOLDER = "kennis/"

per_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def moved_served(moved_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The site with renamed pages, served in a folder of another one."""
    above = tmp_path_factory.mktemp("above")
    (above / FOLDER).symlink_to(moved_site, target_is_directory=True)
    with serve(above) as served:
        yield Served(served.folder, served.url + FOLDER)


@pytest.fixture
def reader(browser: Browser, moved_served: Served) -> Iterator[Open]:
    """Opens an address of that site in a fresh reader's browser and goes where it leads."""
    visits: list[Visit] = []

    def open_(path: str, **options: Any) -> Visit:
        context = browser.new_context(viewport=WINDOW, **options)
        context.set_default_timeout(PATIENCE)
        visits.append(Visit(moved_served.url, context))
        visits[-1].page.goto(moved_served.url + path, wait_until="commit")
        return visits[-1]

    yield open_
    for visit in visits:
        visit.close()


def _old(language: str) -> str:
    return f"{LANGUAGES[language].prefix}{url_of(OLD_PATH)}"


def _new(reader: Visit, language: str) -> str:
    return f"{reader.url}{LANGUAGES[language].prefix}{url_of(NEW_PATH)}"


def _complaints(visit: Visit) -> list[str]:
    """What is not as it should be; files of the old address that were still on their way when the reader left are."""
    return [line for line in visit.complaints() if "net::ERR_ABORTED" not in line]


@per_language
def test_an_old_address_leads_to_the_same_place_on_the_page_of_today(reader: Open, language: str) -> None:
    visit = reader(_old(language) + PLACE)
    visit.page.wait_for_url(_new(visit, language) + PLACE)
    visit.settle()
    expect(visit.page.locator(f"{PLACE}:target")).to_be_in_viewport()
    nothing(_complaints(visit))
    assert [request.url for request in visit.requests if not request.url.startswith(visit.url)] == []


@per_language
def test_without_javascript_an_old_address_leads_to_the_page_of_today(reader: Open, language: str) -> None:
    visit = reader(_old(language) + PLACE, java_script_enabled=False)
    visit.page.wait_for_url(lambda url: url.partition("#")[0] == _new(visit, language))
    expect(visit.page.locator("h1")).to_be_visible()
    nothing(_complaints(visit))


def test_back_leads_to_where_the_reader_came_from_and_not_to_the_old_address(reader: Open) -> None:
    visit = reader("begrippen/")
    visit.page.wait_for_load_state()
    visit.page.goto(visit.url + _old("nl"), wait_until="commit")
    visit.page.wait_for_url(_new(visit, "nl"))
    visit.page.go_back()
    assert visit.page.url == f"{visit.url}begrippen/"


@per_language
def test_where_the_script_does_not_arrive_a_link_leads_on(reader: Open, language: str) -> None:
    visit = reader("begrippen/")
    visit.page.route("**/moved.js", lambda route: route.abort())
    visit.go(_old(language))
    assert visit.page.locator("html").get_attribute("lang") == language
    visit.page.locator("main a").click()
    visit.page.wait_for_url(_new(visit, language))
