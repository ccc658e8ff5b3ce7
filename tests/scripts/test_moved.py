"""A page that was renamed keeps its old addresses: what stands at them, and which old addresses cannot be."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from scripts import moved
from scripts.addresses import DEFAULT_URL, url_of
from scripts.content import load
from scripts.headers import policy_for_page
from scripts.languages import languages
from scripts.localise import localise
from scripts.moved import old_addresses
from scripts.page_frame import BuiltPage, Setting
from scripts.translations import front_hash, stamp
from scripts.validate_moved import moved_problems
from tests.conftest import ROOT, TODAY
from tests.content.built import text_of
from tests.scripts.faults import Break, Fault, swap, write
from tests.scripts.moved_root import OLD
from tests.scripts.small_root import FILES, TRANSLATED_PAGE, change, faults, put, write_root, write_translation

LANGUAGES = languages(ROOT / "mkdocs.yml")
PAGE = "nl/handreiking/intake.md"
WORDS = "nl/begrippen.md"
KIND = 'kind: chapter\nchapter: "3.1"\n'
EVERYWHERE = pytest.mark.parametrize(("language", "old"), [(locale, old) for locale in LANGUAGES for old in OLD])


def _was(*old: str, page: str = PAGE) -> Break:
    """Give ``page`` these old addresses, each on a line of its own; the fault is at the last."""
    lines = "".join(f'  - "{one}"\n' for one in old)
    return swap(page, "description:", f"was:\n{lines}description:", at=f'  - "{old[-1]}"')


def _both(*breaks: Break) -> Break:
    """Break in every way; the fault is where the last one says."""

    def all_(root: Path) -> tuple[str, int]:
        return [one(root) for one in breaks][-1]

    return all_


def _page(site: Path, address: str) -> Element:
    parsed: Element = html5lib.parse((site / address / "index.html").read_bytes(), namespaceHTMLElements=False)
    return parsed


def _meta(page: Element, name: str, key: str = "name") -> list[str]:
    return [meta.attrib["content"] for meta in page.iter("meta") if meta.attrib.get(key, "").lower() == name]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small content root without faults."""
    return write_root(tmp_path.resolve() / "docs")


# --- which page has which old address ---


def test_a_page_without_old_addresses_has_none(root: Path) -> None:
    assert old_addresses(load([root])) == {}


def test_every_old_address_of_a_page_leads_to_that_page(root: Path) -> None:
    _was("gesprek/intake", "intake")(root)
    assert faults(root) == []
    assert old_addresses(load([root])) == {"gesprek/intake": "handreiking/intake", "intake": "handreiking/intake"}


def test_a_casus_keeps_its_old_addresses_too(root: Path) -> None:
    put(root, "_data/casus/bakker.yml", 'was: ["verhalen/de-bakker"]\n')
    assert old_addresses(load([root])) == {
        "verhalen/de-bakker": "verhalen/bakker",
        "verhalen/de-bakker/opgave": "verhalen/bakker/opgave",
        "verhalen/de-bakker/begeleiding": "verhalen/bakker/begeleiding",
    }
    assert list(moved_problems(load([root]))) == []


def test_a_page_that_an_edition_renames_keeps_the_old_address_in_that_edition(root: Path, tmp_path: Path) -> None:
    put(tmp_path / "editie", WORDS, FILES[WORDS].replace("kind:", 'was: ["woorden"]\nkind:'))
    assert old_addresses(load([root, tmp_path / "editie"])) == {"woorden": "begrippen"}


def test_an_old_address_makes_no_translation_stale(root: Path) -> None:
    write_translation(root)
    before = front_hash(load([root]).pages["nl"]["handreiking/intake"])
    _was("intake")(root)
    assert front_hash(load([root]).pages["nl"]["handreiking/intake"]) == before
    assert load([root]).pages["en"]["handreiking/intake"].meta["of"] == stamp(before)


# --- what stands at an old address ---


def _write(root: Path, site: Path, url: str = "https://kennis.example/sub/") -> dict[str, bytes]:
    content = load([root])
    setting = Setting(LANGUAGES, "static/a1", "runtime/a1", "assets/search.js", TODAY, url)
    built = [
        BuiltPage(language, path, {"canonical": f"{LANGUAGES[language].prefix}{url_of(path)}"}, "")
        for language in LANGUAGES
        for path in content.pages["nl"]
    ]
    moved.write(content, setting, built, site)
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


@pytest.fixture
def worded(root: Path) -> Path:
    """The small root with an old address, and the words that its page needs."""
    _was("oud/intake")(root)
    words = "".join(f'moved_{key}: "{key} & meer"\n' for key in ("title", "text", "link"))
    put(root, "_data/ui.yml", FILES["_data/ui.yml"] + words)
    return root


def test_two_builds_write_the_same_bytes_at_an_old_address(worded: Path, tmp_path: Path) -> None:
    one, other = (_write(worded, tmp_path / name) for name in ("een", "twee"))
    assert one == other
    assert sorted(one) == sorted(f"{language.prefix}oud/intake/index.html" for language in LANGUAGES.values())


def test_the_page_at_an_old_address_names_the_site_only_as_the_address_to_cite(worded: Path, tmp_path: Path) -> None:
    written = _write(worded, tmp_path / "site")
    for name, data in written.items():
        page = _page(tmp_path / "site", name.removesuffix("index.html"))
        prefix = name.partition("oud/")[0]
        [canonical] = [link.attrib["href"] for link in page.iter("link") if link.attrib["rel"] == "canonical"]
        assert canonical == f"https://kennis.example/sub/{prefix}handreiking/intake/"
        assert data.count(b"://") == 1
        assert b'="/' not in data


@EVERYWHERE
def test_a_page_stands_at_every_old_address_in_every_language_and_says_where_to_go(
    moved_site: Path, language: str, old: str
) -> None:
    known = LANGUAGES[language]
    page = _page(moved_site, known.prefix + old)
    words = localise(load([ROOT / "docs"]), language)["ui"]
    assert (page.attrib["lang"], page.attrib["dir"]) == (language, known.dir)
    assert next(page.iter("title")).text == f"{words['moved_title']} · {words['site_name']}"
    assert text_of(next(page.iter("main"))) == f"{words['moved_title']} {words['moved_text']} {words['moved_link']}"
    assert {words[key].language for key in ("moved_title", "moved_text", "moved_link")} == {language}


@EVERYWHERE
def test_link_refresh_and_script_lead_from_an_old_address_to_the_page_of_today_in_the_same_language(
    moved_site: Path, language: str, old: str
) -> None:
    prefix = LANGUAGES[language].prefix
    page = _page(moved_site, prefix + old)
    [link] = [one.attrib["href"] for one in page.iter("a")]
    [script] = list(page.iter("script"))
    [refresh] = _meta(page, "refresh", "http-equiv")
    assert refresh == f"0; url={link}"
    assert script.attrib["data-to"] == link
    target = (moved_site / prefix / old / link / "index.html").resolve()
    assert target == (moved_site / prefix / url_of(OLD[old]) / "index.html").resolve()
    assert target.is_file()


@EVERYWHERE
def test_the_page_at_an_old_address_loads_files_of_the_site_and_nothing_stands_in_it_that_the_policy_forbids(
    moved_site: Path, language: str, old: str
) -> None:
    folder = moved_site / LANGUAGES[language].prefix / old
    page = _page(moved_site, folder.relative_to(moved_site).as_posix())
    files = [one.attrib["href"] for one in page.iter("link") if one.attrib["rel"] in ("stylesheet", "icon")]
    files += [one.attrib["src"] for one in page.iter("script")]
    assert [Path(file).name for file in files] == ["gesprek.svg", "kennisbank.css", "moved.js"]
    assert [file for file in files if not (folder / file).resolve().is_file()] == []
    assert [one.text for one in page.iter("script") if one.text] == []
    assert list(page.iter("style")) == []
    assert [one.tag for one in page.iter() if any(name.startswith(("on", "style")) for name in one.attrib)] == []


@EVERYWHERE
def test_the_page_at_an_old_address_has_the_policy_of_all_pages_and_is_kept_from_search_engines(
    moved_site: Path, language: str, old: str
) -> None:
    prefix = LANGUAGES[language].prefix
    page, new = _page(moved_site, prefix + old), _page(moved_site, prefix + url_of(OLD[old]))
    for name, key in (("content-security-policy", "http-equiv"), ("referrer", "name"), ("viewport", "name")):
        assert _meta(page, name, key) == _meta(new, name, key) != []
    assert _meta(page, "content-security-policy", "http-equiv") == [policy_for_page()]
    assert _meta(page, "robots") == ["noindex"]
    canonical = [
        [one.attrib["href"] for one in seen.iter("link") if one.attrib["rel"] == "canonical"] for seen in (page, new)
    ]
    assert canonical[0] == canonical[1]
    assert canonical[0][0].startswith(DEFAULT_URL)


@EVERYWHERE
def test_the_page_at_an_old_address_is_packed_like_all_others(moved_site: Path, language: str, old: str) -> None:
    file = moved_site / LANGUAGES[language].prefix / old / "index.html"
    assert file.with_name("index.html.br").is_file()
    assert file.with_name("index.html.gz").is_file()


def test_no_old_address_stands_in_the_sitemap_or_in_a_search_index(moved_site: Path) -> None:
    sitemap = (moved_site / "sitemap.xml").read_text(encoding="utf-8")
    indexes = [json.loads((moved_site / "search" / f"{locale}.json").read_text("utf-8")) for locale in LANGUAGES]
    found = {entry["location"].partition("#")[0] for index in indexes for entry in index["docs"]}
    for old, new in OLD.items():
        assert f"/{old}/" not in sitemap
        assert f"/{url_of(new)}" in sitemap
        assert url_of(old) not in found
        assert url_of(new) in found


# --- which old addresses cannot be ---

FAULTS = [
    Fault(
        "an old address that is a page of today",
        _was("begrippen"),
        "'begrippen' is a page of today, ",
        "Take it away here, or rename that page",
    ),
    Fault(
        "an old address that is a page made out of data",
        _was("checklist"),
        "_data/checklists/gemeente.yml",
        "Take it away here, or rename that page",
    ),
    Fault(
        "an old address that an index has today",
        _both(write("nl/over/index.md", FILES[WORDS]), _was("over")),
        "'over' is a page of today, ",
        "Take it away here",
    ),
    Fault(
        "a page that gives its own address as an old one",
        _was("handreiking/intake"),
        "'handreiking/intake' is the address of this page itself",
        "Take it away here",
    ),
    Fault(
        "an old address that two pages give",
        _both(_was("oud", page=WORDS), _was("oud")),
        "the old address 'oud' is given by ",
        "Keep it at the page that took its place",
    ),
    Fault(
        "a chain of old addresses",
        _both(_was("heel-oud", page=WORDS), _was("begrippen")),
        "old addresses make a chain: heel-oud → begrippen → handreiking/intake",
        "Take 'begrippen' away here, or remove ",
    ),
    Fault("an empty old address", _was(""), "it is empty", "Write the path under the language"),
    Fault("a slash in front", _was("/signaleren/oud"), "begins or ends with a slash", "Write 'signaleren/oud'."),
    Fault("a slash behind", _was("signaleren/oud/"), "begins or ends with a slash", "Write 'signaleren/oud'."),
    Fault("two slashes", _was("signaleren//oud"), "single slashes only", "Write the path under the language"),
    Fault("capitals", _was("signaleren/Oud"), "it has capitals", "Write 'signaleren/oud'."),
    Fault("a way upwards", _was("signaleren/../oud"), "it leads upwards with '..'", "Write the path under"),
    Fault("a language in front", _was("en/oud"), "it begins with the language 'en'", "Write 'oud'."),
    Fault("the language of the page in front", _was("nl/oud"), "it begins with the language 'nl'", "Write 'oud'."),
    Fault("an ending", _was("signaleren/oud.md"), "digits, hyphens and single slashes only", "Write 'signaleren/oud'."),
    Fault("a whole address", _was("https://kennis.example/oud"), "single slashes only", "Write the path under"),
    Fault("a place on a page", _was("oud#begin"), "single slashes only", "Write the path under the language"),
    Fault("a space", _was("oud adres"), "single slashes only", "Write the path under the language"),
    Fault("an index", _was("oud/index"), "an 'index' has the address of its folder", "Write 'oud'."),
    Fault("a folder of the site itself", _was("static/oud"), "the folder 'static' holds files of the site", "Write"),
    Fault(
        "old addresses that are no list",
        swap(PAGE, "kind: chapter", 'was: "oud"\nkind: chapter', at="was:"),
        "'oud' does not fit was",
        "Give a list of old addresses",
    ),
    Fault(
        "an old address that yaml reads as a number",
        swap(PAGE, "kind: chapter", "was: [2017]\nkind: chapter", at="was:"),
        "'2017' does not fit was.0",
        'Give an old address such as "signaleren/oud"',
    ),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name.replace(" ", "-"))
def test_one_mistake_is_told_once_with_its_place_and_what_to_do(fault: Fault, root: Path) -> None:
    fault.is_told_once_in(root)


def test_an_old_address_that_stands_twice_on_a_page_is_told_at_the_second(root: Path) -> None:
    line = change(root, PAGE, "description:", 'was:\n  - "oud"\n  - "oud"\ndescription:')
    [told] = faults(root)
    assert told.line == line + 2
    assert told.what == f"the old address 'oud' is given by {(root / PAGE).as_posix()}:{line + 1} already"


def test_old_addresses_that_lead_round_are_told_at_each_of_them(root: Path) -> None:
    lines = {WORDS: _was("handreiking/intake", page=WORDS)(root)[1], PAGE: _was("begrippen")(root)[1]}
    told = faults(root)
    assert {(problem.file, problem.line) for problem in told} == {
        ((root / file).as_posix(), line) for file, line in lines.items()
    }
    assert {problem.what for problem in told} == {
        "old addresses lead round: begrippen → handreiking/intake → begrippen",
        "old addresses lead round: handreiking/intake → begrippen → handreiking/intake",
    }
    assert {problem.todo for problem in told} == {"Take them away; each of these is a page of today."}


def test_a_translation_gives_no_old_addresses_of_its_own(root: Path) -> None:
    write_translation(root)
    line = change(root, TRANSLATED_PAGE, KIND, f'was: ["oud"]\n{KIND}')
    [told] = faults(root)
    assert (told.file, told.line) == ((root / TRANSLATED_PAGE).as_posix(), line)
    assert "they hold for every language" in told.what
    assert told.todo == "Give them on the Dutch page, nl/handreiking/intake.md."


@pytest.mark.parametrize(
    ("old", "what"),
    [
        ("verhalen/Bakker", "it has capitals"),
        ("verhalen/bakker", "the address of this page itself"),
        ("begrippen", "is a page of today"),
    ],
)
def test_the_old_addresses_of_a_casus_are_judged_alike(root: Path, old: str, what: str) -> None:
    put(root, "_data/casus/bakker.yml", f'title: "De bakker"\nwas:\n  - "{old}"\n')
    [told] = moved_problems(load([root]))
    assert (told.file, told.line) == ((root / "_data/casus/bakker.yml").as_posix(), 3)
    assert what in told.what


def test_a_link_to_an_old_address_is_dead_for_who_writes(root: Path) -> None:
    _was("oud", page=WORDS)(root)
    change(root, PAGE, "../begrippen.md#huisarts", "../oud.md")
    [told] = faults(root)
    assert "dead link to '../oud.md'" in told.what
