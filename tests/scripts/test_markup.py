"""Authored Markdown: sections with their claims, macros, links, and the blocks that close a section."""

from __future__ import annotations

import pytest

from scripts import markdown_html, markup
from scripts.content import Page
from scripts.yaml_lines import parse


def _page(body: str, body_line: int = 1) -> Page:
    return Page("nl/x.md", "nl", "x", parse('title: "x"', "nl/x.md"), body, body_line)


def _no_macro(name: str, arguments: list[str]) -> str:
    raise AssertionError(f"{name} {arguments}")


def _plain(text: str) -> str:
    return markdown_html.to_html(text, _no_macro, lambda link: link)[0]


def test_what_stands_before_the_first_heading_is_the_lead() -> None:
    lead, section = markup.sections(_page("Eerst dit.\n\n## Dan dat {#dan}\n\nEn zo.\n"))
    assert (lead.id, lead.title, lead.body.strip()) == ("", "", "Eerst dit.")
    assert (section.id, section.title, section.body.strip()) == ("dan", "Dan dat", "En zo.")


def test_a_page_without_headings_is_all_lead() -> None:
    assert [section.body for section in markup.sections(_page("Alleen dit."))] == ["Alleen dit."]


def test_a_smaller_heading_stays_inside_its_section() -> None:
    _, section = markup.sections(_page("## A {#a}\n\n### B {#b}\n\ntekst"))
    assert "### B {#b}" in section.body


def test_a_heading_says_what_it_claims_and_where_that_stands_in_the_source() -> None:
    source = "handreiking-2017: hoofdstuk 2, punt 1; infosheet: 8 stappen"
    heading = f'## Stap 1: begin {{#stap-1 covers="hr.stap.1 info.stappen" source="{source}"}}'
    _, section = markup.sections(_page(heading, body_line=12))
    assert (section.id, section.title, section.line) == ("stap-1", "Stap 1: begin", 12)
    assert section.covers == ["hr.stap.1", "info.stappen"]
    assert section.citations == [
        {"id": "handreiking-2017", "at": "hoofdstuk 2, punt 1"},
        {"id": "infosheet", "at": "8 stappen"},
    ]
    assert section.unknown == []


def test_a_place_in_a_source_may_hold_a_colon() -> None:
    _, section = markup.sections(_page('## A {#a source="infosheet: kader: begin"}'))
    assert section.citations == [{"id": "infosheet", "at": "kader: begin"}]


def test_an_attribute_that_nobody_knows_is_kept_to_be_told() -> None:
    _, section = markup.sections(_page('## A {#a colour="red"}'))
    assert section.unknown == ["colour"]


def test_every_heading_tells_its_line_level_words_and_id() -> None:
    page = _page("tekst\n\n## A {#a}\n### B\n#### C {#c}\n", body_line=7)
    assert list(markup.headings(page)) == [(9, 2, "A", "a"), (10, 3, "B", ""), (11, 4, "C", "c")]


def test_a_macro_is_found_with_its_arguments_and_its_line() -> None:
    page = _page('Een {{ term("coa", "COA") }} en\n{{fact("bel-112")}} en {{ chapters() }}', body_line=3)
    assert list(markup.macros(page)) == [
        markup.Macro("term", ["coa", "COA"], 3),
        markup.Macro("fact", ["bel-112"], 4),
        markup.Macro("chapters", [], 4),
    ]


def test_a_link_is_found_with_its_line() -> None:
    page = _page("[a](b.md#c) en [d](#e)\n\n![f](g.svg)", body_line=3)
    assert list(markup.links(page)) == [(3, "b.md#c"), (3, "#e"), (5, "g.svg")]


def test_links_get_the_address_that_the_caller_gives_them() -> None:
    html, _ = markdown_html.to_html("[a](b.md) en [c](d.md)", _no_macro, lambda link: f"/{link}/")
    assert html == '<p><a href="/b.md/">a</a> en <a href="/d.md/">c</a></p>'


def test_a_macro_within_a_sentence_prints_there() -> None:
    html, closing = markdown_html.to_html('Bel {{ fact("a") }} nu.', lambda name, args: f"<b>{name}{args}</b>", str)
    assert (html, closing) == ("<p>Bel <b>fact['a']</b> nu.</p>", "")


def test_blocks_that_close_a_section_come_apart_so_that_its_source_stands_before_them() -> None:
    text = 'Tekst.\n\n{{ tip("a") }}\n\n{{ practice("b") }}\n'
    html, closing = markdown_html.to_html(text, lambda _, args: f"<article>{args[0]}</article>", str)
    assert html.strip() == "<p>Tekst.</p>"
    assert closing.split() == ["<article>a</article>", "<article>b</article>"]


def test_a_block_between_two_paragraphs_stays_between_them_and_in_no_paragraph() -> None:
    html, closing = markdown_html.to_html('Een.\n\n{{ tip("a") }}\n\nTwee.', lambda *_: "<article></article>", str)
    assert html.split("\n") == ["<p>Een.</p>", "<article></article>", "<p>Twee.</p>"]
    assert closing == ""


def test_what_a_macro_prints_is_not_read_as_markdown_again_when_it_stands_alone() -> None:
    _, closing = markdown_html.to_html('{{ tip("a") }}', lambda *_: "<p>*geen* {nadruk}</p>", str)
    assert closing.strip() == "<p>*geen* {nadruk}</p>"


def test_a_heading_within_a_section_keeps_its_id() -> None:
    assert _plain("### Waarom? {#waarom}") == '<h3 id="waarom">Waarom?</h3>'


def test_a_table_and_a_list_are_made() -> None:
    assert "<table>" in _plain("| a | b |\n|---|---|\n| c | d |")
    assert "<ol>" in _plain("1. een\n2. twee")


def test_one_line_has_no_paragraph_around_it() -> None:
    assert markdown_html.inline_html("Een **kort** stuk.", _no_macro, str) == "Een <strong>kort</strong> stuk."


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_no_text_gives_no_html(text: str) -> None:
    assert markdown_html.to_html(text, _no_macro, str) == ("", "")
