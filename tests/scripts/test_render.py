"""Templates: everything is escaped, an unknown name is an error, and data cannot break out of its block."""

from __future__ import annotations

import json
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import jinja2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.render import environment, fill, json_block

exactly = settings(deadline=None, derandomize=True, max_examples=150)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)
#: Text without characters that HTML itself changes when it reads them.
SAFE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"], exclude_characters="\ufeff"))


def test_a_placeholder_is_filled_wherever_it_stands() -> None:
    assert fill("Vraag {n} van {total}, dus {n}", n=2, total=7) == "Vraag 2 van 7, dus 2"


def test_a_placeholder_without_a_value_stays_to_be_seen() -> None:
    assert fill("Vraag {n} van {total}", n=2) == "Vraag 2 van {total}"


def test_a_value_that_looks_like_a_placeholder_is_not_filled_again() -> None:
    assert fill("{a} en {b}", a="{b}", b="x") == "{b} en x"


@pytest.mark.parametrize("text", ["</script>", "<!--", "<script>", "]]>", "</SCRIPT foo>", "a & b", "&lt;/script&gt;"])
def test_no_text_in_the_data_closes_the_block_that_it_stands_in(text: str) -> None:
    block = str(json_block({"ask": text}))
    assert "<" not in block
    assert "&" not in block
    assert json.loads(block) == {"ask": text}


@exactly
@given(VALUES)
def test_whatever_is_put_into_a_block_is_read_back_as_it_was(data: Any) -> None:
    assert json.loads(str(json_block(data))) == data


@exactly
@given(st.lists(SAFE, max_size=3) | st.dictionaries(SAFE, SAFE, max_size=3))
def test_a_browser_reads_the_whole_block_and_goes_on_after_it(data: Any) -> None:
    page = f'<script type="application/json">{json_block(data)}</script><p id="after">x</p>'
    root: Element = html5lib.parse(page, namespaceHTMLElements=False)
    assert json.loads(next(root.iter("script")).text or "") == data
    assert [element.text for element in root.iter("p")] == ["x"]


def test_text_in_a_template_is_escaped() -> None:
    template = environment().from_string("<p>{{ text }}</p>")
    assert template.render(text="<b>vet</b> & meer") == "<p>&lt;b&gt;vet&lt;/b&gt; &amp; meer</p>"


def test_a_filled_sentence_is_escaped_too() -> None:
    template = environment().from_string("{{ text | fill(name=name) }}")
    assert template.render(text="Dag {name}", name="<b>") == "Dag &lt;b&gt;"


def test_a_name_that_nobody_gave_is_an_error_and_never_an_empty_place() -> None:
    with pytest.raises(jinja2.UndefinedError):
        environment().from_string("{{ weg }}").render()


def test_a_date_is_written_with_the_words_of_the_page() -> None:
    template = environment().from_string("{{ '2026-11-22' | day }}")
    months = ",".join(["m"] * 10 + ["november", "m"])
    assert template.render(ui={"months": months, "date": "{day} {month} {year}"}) == "22 november 2026"
