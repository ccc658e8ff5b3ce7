"""Lays each translated block beside the Dutch that it translates, and reads what must be the same in both."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from scripts import markup
from scripts.content import Content, Page
from scripts.localise import PLACEHOLDER, dutch_of, dutch_texts
from scripts.translations import ATTRIBUTES, OWN_FIELDS, SOURCE, front_state, hash_of, section_states, state

CURRENT = ("fresh", "unchecked")
CODE = re.compile(r"`[^`]*`")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
BRACKETS = re.compile(r"\([^()]*\)")
#: A sign of another script beside a Latin letter or a digit: Arabic writes 'and Arq' as one word.
SCRIPTS_MEET = re.compile(
    r"(?<=[\u0600-\u06ff\u1200-\u137f])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[\u0600-\u06ff\u1200-\u137f])"
)
#: A figure that is not part of a name such as B1; 1.500, 1,500 and 1 500 are one figure, and so are 2,5 and 2.5.
FIGURE = re.compile(r"(?<![A-Za-z\d])\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?!\d)|(?<![A-Za-z\d])\d+(?:[.,]\d+)*")
PERCENT = re.compile(r"\s?(?:%|\u066a|procent\b|per ?cent\b|(?:في|ب)\s?ال(?:مئة|مائة)|ሚእታዊት)")
FOREIGN_DIGIT = re.compile(r"[\u0660-\u0669\u06f0-\u06f9\u1369-\u137c]")
#: A capital letter that begins a word, with the capitals that hang on to it: ZonMw, PPS-V, Verwey-Jonker, KIS.
NAME = re.compile(r"(?<![\w\u2019'.-])[A-ZÀ-Ý][\wÀ-ÿ]*(?:[-\u2019'][A-ZÀ-Ý][\wÀ-ÿ]*)*")
ABBREVIATION = re.compile(r"[A-Z\d-]{2,}")
#: What stands right before a word that is capital only because a sentence, an item or a quotation begins.
BEGIN = re.compile(
    r"(?:^|\n|[.!?:;…]|\|)[\s\u2019\u201d\"»)*]*(?:(?:[-*]|#+|\d+\.)\s+)?[\s*\[(]*$|[\u2018\u201c«\"][*\[]*$"
)
#: A title in italics, and what is quoted or bold with its translation in brackets right behind it.
CITED = re.compile(
    r"(?<!\*)\*([^*]+)\*(?!\*)|[\u2018\u201c«]\s?([^\u2019\u201d»]*)\s?[\u2019\u201d»]\*{0,2} ?(?=\()"
    r"|\*\*([^*]+)\*\* ?(?=\()"
)
LONG_NAME = re.compile(r"[A-ZÀ-Ý][\w.-]*(?:(?: [a-z]+){0,4} [A-ZÀ-Ý][\w-]*)*")
SITE = re.compile(r"\w\.[a-z]{2}")
WORD = re.compile(r"[A-Za-zÀ-ÿ][\wÀ-ÿ]*(?:[.\u2019'-][\wÀ-ÿ]+)*")


@dataclass(frozen=True)
class Block:
    """A piece of text in ``language`` that still translates the Dutch of today; ``place`` tells where it stands."""

    language: str
    place: str
    dutch: str
    own: str

    @property
    def whole(self) -> str:
        """The page or the entry of the data that the block is a part of."""
        return re.sub(r"(?<=: )([\w-]+)\..*", r"\1", self.place) if "i18n/" in self.place else self.place.split(" ")[0]


def blocks(content: Content, language: str) -> Iterator[Block]:
    """Every front, section and string in ``language`` that is neither missing nor stale."""
    for path, page in content.pages.get(language, {}).items():
        if path in content.pages[SOURCE]:
            yield from _page_blocks(page, content.pages[SOURCE][path])
    known = dutch_texts(content)
    for section, entries in content.catalogs.get(language, {}).items():
        for key, entry in entries.items():
            dutch = dutch_of(key, known.get(section, {}))
            if dutch is not None and state(entry.data["of"], entry.data["checked_by"], hash_of(dutch)) in CURRENT:
                yield Block(language, f"i18n/{language}.yml {section}: {key}", dutch, entry.data["text"])


def said(text: str) -> str:
    """``text`` as a reader reads it: the words of links and terms, and nothing of macros, targets, code and ids."""
    text = LINK.sub(r"\1", markup.MACRO.sub(_words_of_macro, text))
    text = PLACEHOLDER.sub(" ", CODE.sub(" ", ATTRIBUTES.sub("", text)))
    return SCRIPTS_MEET.sub(" ", text)


def figures(text: str) -> Counter[str]:
    """Every number that is written in digits in ``text``, a percentage with its sign, and how often."""
    found: Counter[str] = Counter()
    text = without_echo(said(text))
    for match in FIGURE.finditer(text):
        digits = re.sub(r"[.,\u00a0\u202f ](?=\d{3}(?!\d))", "", match[0]) if match[0][0] != "0" else match[0]
        found[digits.replace(",", ".") + ("%" if PERCENT.match(text, match.end()) else "")] += 1
    return found


def without_echo(text: str) -> str:
    """``text`` with each figure once where the Dutch in brackets repeats it: 'Act 2021 (Wet inburgering 2021)'."""

    def once(match: re.Match[str]) -> str:
        before = re.split(r"[().]", text[: match.start()].rstrip())[-1][-60:]
        return FIGURE.sub(lambda number: "" if number[0] in FIGURE.findall(before) else number[0], match[0])

    return re.sub(r"\([^()]*[^\W\d_]{3}[^()]*\)", once, text)


def names(text: str, known: Iterable[str]) -> list[str]:
    """The names in the Dutch ``text``: capitals within a sentence, abbreviations, and ``known`` names anywhere."""
    text, known, found = said(text), set(known), []
    for match in NAME.finditer(text):
        begins = BEGIN.search(text[: match.start()])
        if not begins or match[0] in known or (ABBREVIATION.fullmatch(match[0]) and len(match[0]) > 1):
            found.append(match[0])
    return list(dict.fromkeys(found))


def known_names(texts: Iterable[str]) -> set[str]:
    """Words that the Dutch ``texts`` write with a capital within a sentence and nowhere without one."""
    plain = [said(text) for text in texts]
    small = {word for text in plain for word in re.findall(r"(?<![\wÀ-ÿ])[a-zà-ÿ][\wÀ-ÿ]*", text)}
    return {name for text in plain for name in names(text, ()) if name.lower() not in small and len(name) > 1}


def stands_in(name: str, text: str) -> bool:
    """Whether ``name`` is a whole word, or whole words, of ``text``."""
    plain = " ".join(said(text).split())
    return re.search(rf"(?<![\wÀ-ÿ]){re.escape(name)}(?![\wÀ-ÿ])", plain) is not None


def open_words(block: Block, titles: Iterable[str]) -> list[str]:
    """Words in small Latin letters in ``block`` that stand open: in no brackets, title, name or address of a site."""
    text, dutch = (" ".join(said(each).split()) for each in (block.own, block.dutch))
    for match in CITED.finditer(text):
        if next(filter(None, match.groups()), "").strip() in dutch:
            text = text.replace(match[0], " ")
    for name in sorted([*titles, *_long_names(said(block.dutch))], key=len, reverse=True):
        text = re.sub(rf"(?<![\wÀ-ÿ]){re.escape(name)}(?![\wÀ-ÿ])", " ", text)
    open_text, _ = _brackets(text)
    return [word for word in WORD.findall(open_text) if word[0].islower() and not SITE.search(word)]


def _long_names(dutch: str) -> set[str]:
    """Names with small words, such as Werk en Integratie: capitals at both ends, not at the start of a sentence."""
    found = set()
    for first in NAME.finditer(dutch):
        if not BEGIN.search(dutch[: first.start()]):
            run = LONG_NAME.match(dutch, first.start())
            ends = [last.end() for last in NAME.finditer(run[0])] if run else []
            found |= {run[0][:end] for end in ends if run and " " in run[0][:end]}
    return found


def bracketed_words(text: str) -> list[str]:
    """The words in small Latin letters that stand in brackets in ``text``."""
    _, inside = _brackets(said(text))
    return [word for word in WORD.findall(inside) if word[0].islower() and not SITE.search(word)]


def _brackets(text: str) -> tuple[str, str]:
    """What stands outside and inside round brackets in ``text``, brackets within brackets too."""
    inside = []
    while found := BRACKETS.findall(text):
        inside += found
        text = BRACKETS.sub(" ", text)
    return text, " ".join(inside)


def same_word(word: str, text: str) -> bool:
    """Whether ``text`` has ``word`` in any form: gemeente and gemeenten, begeleider and begeleiders."""
    stem = word.lower()[: max(4, len(word) - 3)]
    together = re.sub(r"\b(\w+) te (\w+)\b", r"\1\2", said(text))  # in te loggen: inloggen
    return any(other.lower().startswith(stem) for other in re.findall(r"[\wÀ-ÿ-]+", f"{said(text)} {together}"))


def _page_blocks(page: Page, dutch: Page) -> Iterator[Block]:
    if front_state(page, dutch) in CURRENT:
        own = dict(_strings(page.meta))
        for at, text in _strings(dutch.meta):
            yield Block(page.language, f"{page.file} {at}", text, own.get(at, ""))
        leads = [markup.sections(each)[0].body for each in (dutch, page)]
        yield Block(page.language, f"{page.file} lead", *leads)
    for original, found, how in section_states(page, dutch):
        if found is not None and how in CURRENT:
            texts = ["\n\n".join([part.title, part.body, *_places(part)]) for part in (original, found)]
            yield Block(page.language, f"{page.file} #{original.id}", *texts)


def _places(section: markup.Section) -> list[str]:
    return [citation["at"] for citation in section.citations]


def _strings(value: Any, at: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, list | dict):
        for key, entry in value.items() if isinstance(value, dict) else enumerate(value):
            if key not in OWN_FIELDS:
                yield from _strings(entry, f"{at}.{key}".lstrip("."))


def _words_of_macro(match: re.Match[str]) -> str:
    arguments = markup.ARGUMENT.findall(match[2])
    return arguments[1] if match[1] == "term" and len(arguments) > 1 else " "
