"""Every type of page in every language: quiet, whole, in the right language, and from this site only."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.browser.addresses import DEFAULT, LANGUAGES, PAGES
from tests.browser.conftest import Look, Open
from tests.browser.findings import nothing
from tests.conftest import PAGE_TYPES, Served

pytestmark = pytest.mark.browser

WIDTHS = (320, 1280)
SCRIPTS = {".js", ".mjs", ".wasm", ".zip", ".whl"}


#: The elements that stick out of the window, if the page can be scrolled sideways.
STICKING_OUT = """() => {
  const wide = document.documentElement;
  if (wide.scrollWidth <= wide.clientWidth) return [];
  const out = [...document.body.querySelectorAll("*")].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width > 0 && (box.right > wide.clientWidth + 1 || box.left < -1);
  });
  return [`${wide.scrollWidth} > ${wide.clientWidth}`, ...out.slice(0, 5).map((one) => one.outerHTML.slice(0, 120))];
}"""


def _strict(policy: str) -> bool:
    words = policy.replace(";", " ").split()
    return "default-src" in words and not {"'unsafe-inline'", "'unsafe-eval'"} & set(words)


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_the_browser_has_nothing_to_complain_about_on_a_page(look: Look, language: str, kind: str) -> None:
    seen = look(language, kind)
    nothing(seen.visit.complaints())
    assert seen.response.status == (404 if kind == "not-found" else 200)


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_a_page_does_not_scroll_sideways_on_a_phone_or_a_desk(look: Look, language: str, kind: str) -> None:
    page = look(language, kind).page()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        nothing(page.evaluate(STICKING_OUT))


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_a_page_says_in_which_language_and_direction_it_is(look: Look, language: str, kind: str) -> None:
    root = look(language, kind).page().locator("html")
    expected = LANGUAGES[DEFAULT if kind == "not-found" else language]
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == (expected.locale, expected.dir)


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_a_page_has_a_title_and_one_main_heading(look: Look, language: str, kind: str) -> None:
    page = look(language, kind).page()
    assert page.title().strip()
    headings = page.locator("h1").all_inner_texts()
    assert len(headings) == 1
    assert headings[0].strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_pages_of_a_language_have_the_same_title(look: Look, language: str) -> None:
    titles = Counter(look(language, kind).page().title() for kind in PAGE_TYPES)
    assert [title for title, times in titles.items() if times > 1] == []


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_a_page_asks_nothing_of_another_site_and_does_not_say_where_the_reader_was(
    look: Look, language: str, kind: str
) -> None:
    visit = look(language, kind).visit
    assert visit.requests
    assert [request.url for request in visit.requests if not request.url.startswith(visit.url)] == []
    assert [request.url for request in visit.requests if request.headers.get("referer")] == []
    assert visit.sockets == []


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_a_page_comes_with_a_strict_policy(look: Look, language: str, kind: str) -> None:
    seen = look(language, kind)
    assert _strict(seen.response.headers.get("content-security-policy", ""))
    assert _strict(seen.page().locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or "")


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_a_page_stores_nothing_in_the_browser_of_its_reader(look: Look, language: str, kind: str) -> None:
    visit = look(language, kind).visit
    assert visit.context.cookies() == []
    stored = visit.page.evaluate(
        "async () => ({local: localStorage.length, session: sessionStorage.length, cookie: document.cookie,"
        " databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,"
        " workers: (await navigator.serviceWorker.getRegistrations()).length})"
    )
    assert stored == {"local": 0, "session": 0, "cookie": "", "databases": 0, "caches": 0, "workers": 0}


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_a_page_costs_no_python_as_long_as_no_tool_is_started(look: Look, language: str, kind: str) -> None:
    visit = look(language, kind).visit
    nothing(visit.asked("/runtime/") + visit.asked("python-worker"))


def test_every_script_and_worker_comes_with_a_strict_policy(visit: Open, served: Served) -> None:
    reader = visit()
    files = [file for file in sorted(served.folder.rglob("*")) if file.suffix in SCRIPTS]
    names = {file.name for file in files}
    assert {"python-worker.js", "main.js", "pyodide.mjs", "pyodide.asm.wasm", "traced_stdlib.zip"} <= names
    assert any(name.endswith(".whl") for name in names)
    for file in files:
        path = file.relative_to(served.folder).as_posix()
        response = reader.context.request.get(served.url + path)
        assert response.ok, path
        assert _strict(response.headers.get("content-security-policy", "")), path


def test_the_policy_holds_so_a_script_that_is_slipped_into_a_page_does_not_run(visit: Open) -> None:
    page = visit("").page
    ran = page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.slippedIn = true";
          document.head.append(script);
          return window.slippedIn === true;
        }"""
    )
    assert ran is False
