"""Where pages live and how they link: every link works from a folder, a subfolder and a memory stick."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.addresses import anchors, page_paths, relative, resolve, url_of
from scripts.content import load
from tests.scripts.small_root import write_root

exactly = settings(deadline=None, derandomize=True, max_examples=200)
NAME = st.text("abcdefghijklmnopqrstuvwxyz-123", min_size=1, max_size=6).filter(lambda name: name != "index")
PATHS = st.builds(
    lambda folders, last: "/".join([*folders, last]),
    st.lists(NAME, max_size=3),
    NAME | st.just("index"),
)


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("index", ""),
        ("begrippen", "begrippen/"),
        ("handreiking/index", "handreiking/"),
        ("handreiking/intake", "handreiking/intake/"),
        ("myindex", "myindex/"),
        ("a/b/index", "a/b/"),
    ],
)
def test_a_page_lives_in_a_folder_of_its_own_and_an_index_in_that_of_its_section(path: str, url: str) -> None:
    assert url_of(path) == url


@pytest.mark.parametrize(
    ("source", "target", "address"),
    [
        ("index", "begrippen", "begrippen/"),
        ("begrippen", "index", "../"),
        ("handreiking/intake", "handreiking/stappen", "../stappen/"),
        ("handreiking/intake", "handreiking/index", "../"),
        ("handreiking/index", "handreiking/intake", "intake/"),
        ("handreiking/intake", "checklist", "../../checklist/"),
        ("index", "index", "./"),
        ("begrippen", "begrippen", "./"),
    ],
)
def test_a_link_counts_from_the_page_on_which_it_stands(source: str, target: str, address: str) -> None:
    assert relative(source, target) == address


@exactly
@given(PATHS, PATHS, st.sampled_from(["https://x.example/", "https://x.example/en/", "file:///stick/site/"]))
def test_the_way_from_any_page_to_any_other_ends_at_that_page(source: str, target: str, base: str) -> None:
    assert urljoin(base + url_of(source), relative(source, target)) == base + url_of(target)


@exactly
@given(PATHS, PATHS)
def test_the_way_there_and_back_ends_where_it_began(source: str, target: str) -> None:
    base = "https://x.example/"
    there = urljoin(base + url_of(source), relative(source, target))
    assert urljoin(there, relative(target, source)) == base + url_of(source)


@pytest.mark.parametrize(
    ("source", "link", "found"),
    [
        ("handreiking/intake", "stappen.md", ("handreiking/stappen", "")),
        ("handreiking/intake", "stappen.md#stap-1", ("handreiking/stappen", "stap-1")),
        ("handreiking/intake", "../checklist.md", ("checklist", "")),
        ("handreiking/intake", "#nood", ("handreiking/intake", "nood")),
        ("index", "handreiking/index.md", ("handreiking/index", "")),
        ("over/privacy", "./index.md#fout", ("over/index", "fout")),
    ],
)
def test_a_link_as_an_author_writes_it_leads_to_a_page_and_a_place(
    source: str, link: str, found: tuple[str, str]
) -> None:
    assert resolve(source, link) == found


@pytest.mark.parametrize("link", ["https://113.nl", "http://x.nl/a.md", "mailto:a@b.nl", "tel:112"])
def test_a_link_to_elsewhere_is_left_as_it_is(link: str) -> None:
    assert resolve("index", link) is None


def test_a_checklist_is_a_page_and_each_of_its_questions_a_place(tmp_path: Path) -> None:
    content = load([write_root(tmp_path)])
    assert set(page_paths(content) or ()) == {"index", "begrippen", "handreiking/intake", "checklist"}
    assert {"vraag-intake", "vraag-samen", "volgorde"} <= set(anchors(content, "checklist") or ())


def test_headings_tips_examples_and_changes_are_places_of_their_page(tmp_path: Path) -> None:
    content = load([write_root(tmp_path)])
    expected = {"snel", "onderwerpen", "amsterdam", "tip-dossier", "veranderd-wet-2021", "praktijk-amsterdam", "kort"}
    assert expected <= set(anchors(content, "handreiking/intake") or ())


def test_every_word_is_a_place_of_the_page_with_words(tmp_path: Path) -> None:
    assert {"huisarts", "wijkteam"} <= set(anchors(load([write_root(tmp_path)]), "begrippen") or ())


def test_a_page_that_is_not_there_has_no_places(tmp_path: Path) -> None:
    assert not anchors(load([write_root(tmp_path)]), "weg")


def test_a_page_without_a_translation_has_the_places_of_the_dutch_page(tmp_path: Path) -> None:
    content = load([write_root(tmp_path)])
    dutch = anchors(content, "handreiking/intake", "nl")
    assert dutch
    assert anchors(content, "handreiking/intake", "en") == dutch
