"""Turns authored Markdown with macros into HTML. Knows nothing of data or templates."""

from __future__ import annotations

import re
from collections.abc import Callable

import markdown

from scripts.markup import ARGUMENT, MACRO

HREF = re.compile(r'href="([^"]+)"')
BLOCK = "\ue000{}\ue001"
BLOCKS_AT_END = re.compile("(?:\\s*<p>\ue000\\d+\ue001</p>)+\\s*$")
BLOCK_PARAGRAPH = re.compile("<p>\ue000(\\d+)\ue001</p>")


def to_html(text: str, macro: Callable[[str, list[str]], str], url: Callable[[str], str]) -> tuple[str, str]:
    """Markdown to HTML: the text, and apart from it the blocks (tips, examples) that close it.

    ``macro`` gives the HTML of a call, ``url`` the address behind a link target.
    """
    blocks: list[str] = []

    def expand(match: re.Match[str]) -> str:
        html = macro(match[1], ARGUMENT.findall(match[2]))
        alone = match.string[: match.start()].rpartition("\n")[2] + match.string[match.end() :].partition("\n")[0]
        if alone.strip():
            return html
        blocks.append(html)
        return BLOCK.format(len(blocks) - 1)

    html = markdown.markdown(MACRO.sub(expand, text), extensions=["attr_list", "tables", "sane_lists"])
    html = HREF.sub(lambda match: f'href="{url(match[1])}"', html)
    end = BLOCKS_AT_END.search(html)
    parts = (html[: end.start()], html[end.start() :]) if end else (html, "")
    body, closing = (BLOCK_PARAGRAPH.sub(lambda match: blocks[int(match[1])], part) for part in parts)
    return body, closing


def inline_html(text: str, macro: Callable[[str, list[str]], str], url: Callable[[str], str]) -> str:
    """One paragraph of Markdown to HTML without the paragraph around it."""
    return to_html(text, macro, url)[0].removeprefix("<p>").removesuffix("</p>")
