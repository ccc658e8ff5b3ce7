"""The sentences that authors wrote in Markdown, as a reader reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts import markup
from scripts.content import Content, Page

HEADING = re.compile(r"^#{1,6} .*$", re.MULTILINE)
ITEM = re.compile(r"^\s*(?:[-*]|\d+\.)\s+", re.MULTILINE)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
TABLE = re.compile(r"^\|.*$", re.MULTILINE)
END = re.compile(r"(?<=[.!?])(?:[)\"\u2019\u201d*]*)\s+")
WORD = re.compile(r"[\w€%]+(?:[-'\u2019/.,][\w%]+)*")


def sentences(page: Page, content: Content) -> list[str]:
    """The sentences of ``page``: its summary and its body, macros within a sentence replaced by what they print."""
    texts = [*page.meta.get("brief", []), *_blocks(page, content)]
    return [sentence.strip() for text in texts for sentence in END.split(text.strip()) if WORD.search(sentence)]


def words(sentence: str) -> int:
    """How many words a reader counts in ``sentence``."""
    return len(WORD.findall(sentence))


def _blocks(page: Page, content: Content) -> Iterator[str]:
    text = markup.MACRO.sub(lambda match: _printed(match, content), page.body)
    text = TABLE.sub("", HEADING.sub("\n", text))
    text = LINK.sub(r"\1", text).replace("**", "").replace("`", "")
    for block in ITEM.sub("\n\n", text).split("\n\n"):
        yield " ".join(block.split())


def _printed(match: re.Match[str], content: Content) -> str:
    name, arguments = match[1], markup.ARGUMENT.findall(match[2])
    if name == "term":
        word = arguments[1] if len(arguments) > 1 else content.families["glossary"][arguments[0]].data["term"]
        return str(word)
    if name == "fact":
        return str(content.families["facts"][arguments[0]].data["value"])
    return ""
