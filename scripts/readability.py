"""How readable the Dutch pages are: length of sentences, passive voice, long words.

A heuristic, no judge. It reads what a page says in text: description, lead, brief, cards, paragraphs, list items and
cells, and the tips, practices, changes, words and checklist items on it; no headings, labels, interface, or lists of
sources and chapters. What stands apart (an item, a field of a tip) is a sentence; a colon or semicolon ends none.
How it errs: an initial or abbreviation before a capital ends no sentence ("Kies route B. Dan …" stays one). Passive is
a form of *worden*, or of *zijn* with *door*, with a participle in one clause, cut at commas: "worden tips, hulp en raad
gegeven" and "is gestuurd" escape; "is door het park gelopen" and adjectives that it does not know ("geliefd") count.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from statistics import fmean

from scripts.addresses import checklist_pages
from scripts.content import Content, Page, load
from scripts.markup import ARGUMENT, MACRO
from scripts.schema import texts
from scripts.translations import SOURCE

LONG_SENTENCE, LONG_WORD = 20, 12  # words and letters; what has more is long
WORDS, LONG, PASSIVE, LONG_WORDS = "words a sentence", f"% over {LONG_SENTENCE} words", "% passive", "% long words"
#: The house plan wants guidance at level B1, in short active sentences. Long words have no bar: names are long too.
BARS = {WORDS: 12, LONG: 5, PASSIVE: 10}
GUIDANCE = {"chapter", "home"}  # kinds of authored pages; a checklist is guidance too
WORST = 10
ELEMENTS = {"tip": "tips", "practice": "practices", "changed": "changes", "figure": "figures"}
WHOLE = {"glossary", "tips"}  # kinds of pages that show all of the family of that name
INLINE = {"fact": ("facts", "value"), "term": ("glossary", "term")}
NO_SENTENCE = {"title", "term", "label", "members", "at", "whom"}  # headings, labels, places, the end of a line

HEADINGS = re.compile(r"^#{1,6}\s.*$|^\|.*$(?=\n\|\s*:?-)", re.MULTILINE)  # of tables too
BREAK = re.compile(r"(\n\s*\n\s*|\n(?=\s*(?:[-*+]|\d+\.)\s)|\s*\|\s*)")  # kept in a split, to count lines
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
MARKS = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+|[*`]+")
WORD = re.compile(r"[^\W_](?:[\w\u2019'.-]*[^\W_])?")
#: The end of a sentence: behind it comes a capital or a digit, perhaps after a quotation mark or a word like 's.
END = re.compile(r"""[.!?…]+[\u2019”"')\]]*(?=\s+(?:[\u2019'][nst]\s)?[\u2018“"'(\[]*[A-ZÀ-Þ\d])""")
ABBREVIATION = re.compile(  # and initials; 'e.d.' may well end a sentence
    r"(?i)(?<![\w\u2019'.])(?:(?!e\.d)(?:[^\W\d_]\.)*[^\W\d_]|bijv|bv|vgl|zgn|evt|resp|ca|incl|excl|max|nrs?|blz|hfst"
    r"|art|tel|dhr|mevr|mw|mr|drs?|ir|prof|st|jan|feb|mrt|apr|aug|sept?|okt|nov|dec)\.$"
)
CLAUSE = re.compile(r"[,;:()\u2013—]|\b(?:want|maar|omdat|doordat|zodat|terwijl|wanneer|voordat|nadat|zodra|hoewel)\b")
BECOME = {"word", "wordt", "worden", "werd", "werden", "geworden"}
HAVE = {"heb", "hebt", "heeft", "hebben", "had", "hadden"}
BE = {"ben", "bent", "is", "zijn", "was", "waren"}
PARTICIPLE = re.compile(  # weak (gebeld, ingezet, verplicht), strong (opgenomen, verwezen), and what begins otherwise
    r"(?:aan|af|bij|door|goed|in|klaar|los|mee|na|om|onder|op|over|samen|tegen|terug|toe|uit|vast|voor|vrij|weg)?"
    r"(?:(?:ge|be|ver|ont|her|(?<=onder)|(?<=over))(?:\w+\wd|\w+(?:[kfspx]|ch|[aeou])t)|(?:ge|be|ver|ont|her)(?:boden"
    r"|bonden|broken|daan|dragen|dreven|dwongen|gaan|geten|geven|gonnen|grepen|heven|holpen|houden|keken|kozen|kregen"
    r"|laten|lezen|loren|meten|nomen|roepen|scheiden|schoven|schreven|slagen|sloten|sproken|staan|trokken|vangen|volen"
    r"|vonden|wezen|wonnen|worpen|worven|zien|zonden))|erkend|gestart|gepland|verkort|onderbroken|ondernomen|overwogen"
)
NO_PARTICIPLE = re.compile(  # nouns, adjectives and verbs of the present that look like a weak participle
    r"\w*(?:heid|teit|beleid|gebied|sgeld|raad|tijd|stand|band|dienst|skracht|wet|zicht|wicht|komst|staat|overlast)"
    r"|bekend|bewust|gezond|geschikt|gerust|gewend|verkeerd|verslaafd|vermoeid|verliefd|beroemd|geest|geld"
    r"|geweld|geduld|geluid|besluit|bericht|verdriet|voorbeeld|onderscheid|bereid|best|geeft|gelooft|verwijst|ontbreekt"
)
NO_PARTICIPLE_AFTER = {"een", "geen", "te"}  # 'een verplicht deel', 'te behouden'


def sentences(text: str) -> list[str]:
    """``text``, which has no markup, cut into sentences."""
    ends = [end.end() for end in END.finditer(text) if not ABBREVIATION.search(text, 0, end.end())]
    parts = [text[start:end].strip() for start, end in pairwise([0, *ends, len(text)])]
    return [part for part in parts if WORD.search(part)]


def is_passive(sentence: str) -> bool:
    """Whether in a clause of ``sentence`` a participle goes with a form of *worden*, or with *zijn* and *door*."""
    for words in map(WORD.findall, CLAUSE.split(sentence.lower())):
        helpers = [place for place, word in enumerate(words) if word in BECOME | HAVE]
        by = not BE.isdisjoint(words) and any(one == "door" and other != "te" for one, other in pairwise(words))
        for place, (before, word) in enumerate(pairwise(["", *words])):
            if PARTICIPLE.fullmatch(word) and not NO_PARTICIPLE.fullmatch(word) and before not in NO_PARTICIPLE_AFTER:
                nearest = min([(abs(helper - place), words[helper]) for helper in helpers], default=(0, ""))[1]
                if nearest in BECOME or (by and not nearest):
                    return True
    return False


def sentences_of_pages(content: Content) -> dict[str, list[tuple[str, str]]]:
    """Page path → (file and line of the text, sentence) in order, for content that a build accepts."""
    shown = {path: _authored(content, page) for path, page in content.pages[SOURCE].items()}
    shown |= {path: _element(content, "checklists", name) for path, name in checklist_pages(content).items()}
    return {
        path: [(where, sentence) for where, text in shown[path] for sentence in sentences(_plain(content, text))]
        for path in sorted(shown)
    }


def _authored(content: Content, page: Page) -> Iterator[tuple[str, str]]:
    for key in ("description", "lead", "brief", "doors", "tools"):
        parts = page.meta.get(key, [])
        for number, part in enumerate(parts if isinstance(parts, list) else [parts]):
            yield f"{page.file}:{page.front.line((key, number))}", part["text"] if isinstance(part, dict) else part
    line = page.body_line - 2
    for block in BREAK.split("\n\n" + HEADINGS.sub("", page.body)):
        yield f"{page.file}:{line}", block
        for name, arguments in MACRO.findall(block):
            if name in ELEMENTS:
                yield from _element(content, ELEMENTS[name], *ARGUMENT.findall(arguments))
        line += block.count("\n")
    for name in content.families[page.meta["kind"]] if page.meta["kind"] in WHOLE else ():
        yield from _element(content, page.meta["kind"], name)


def _element(content: Content, family: str, name: str) -> Iterator[tuple[str, str]]:
    entry = content.families[family][name]
    for path, text in texts(family, entry.data):
        if NO_SENTENCE.isdisjoint(path[-2:]):
            yield f"{entry.document.file}:{entry.document.line((*entry.path, *path))}", text


def _plain(content: Content, text: str) -> str:
    def shown(macro: re.Match[str]) -> str:
        if macro[1] not in INLINE:
            return ""
        (family, field), (name, *word) = INLINE[macro[1]], ARGUMENT.findall(macro[2])
        return str(word[0] if word else content.families[family][name].data[field])

    return " ".join(MARKS.sub("", LINK.sub(r"\1", MACRO.sub(shown, text))).split())


def measure(page: list[tuple[str, str]]) -> dict[str, float]:
    """What the sentences of a page come to, by the names in BARS, and the share of long words; nought without any."""
    spoken = [WORD.findall(sentence) for _, sentence in page] or [[]]
    long_words = [sum(map(str.isalpha, word)) > LONG_WORD for words in spoken for word in words]
    return {
        WORDS: fmean(map(len, spoken)),
        LONG: 100 * fmean(len(words) > LONG_SENTENCE for words in spoken),
        PASSIVE: 100 * fmean([is_passive(sentence) for _, sentence in page] or [0]),
        LONG_WORDS: 100 * fmean(long_words or [0]),
    }


def pages_beyond_bars(content: Content) -> list[str]:
    """A line for each page of guidance that is beyond a bar, with the figures; empty when all is well."""
    lines = []
    for path, page in sentences_of_pages(content).items():
        of = measure(page)
        beyond = [f"{of[name]:.2f} {name} (at most {bar})" for name, bar in BARS.items() if of[name] > bar]
        if beyond and _is_guidance(content, path):
            lines.append(f"{path}: {', '.join(beyond)}")
    return lines


def _is_guidance(content: Content, path: str) -> bool:
    return path in checklist_pages(content) or content.pages[SOURCE][path].meta["kind"] in GUIDANCE


def report(content: Content) -> list[str]:
    """The figures of each page, what is beyond a bar, and the site's longest sentences: of all, and of the passive."""
    pages = sentences_of_pages(content)
    lines = [f"{'page':<32}{'sentences':>9}" + "".join(f"{name:>18}" for name in (*BARS, LONG_WORDS))]
    for path, page in pages.items():
        cells = "".join(f"{value:>18.1f}" for value in measure(page).values())
        lines.append(f"{path:<32}{len(page):>9}{cells}{'' if _is_guidance(content, path) else '  no bar'}")
    lines += [f"BEYOND A BAR {line}" for line in pages_beyond_bars(content)]
    places = {sentence: f"{path} ({where})" for path, page in pages.items() for where, sentence in page}
    ordered = sorted(places, key=lambda sentence: -len(WORD.findall(sentence)))
    for title, worst in (("Longest", ordered), ("Longest passive", list(filter(is_passive, ordered)))):
        lines += ["", title, *(f"{len(WORD.findall(one)):>4}  {places[one]}: {one}" for one in worst[:WORST])]
    return lines


def main(root: Path = Path("docs")) -> int:
    """Command line: ``python -m scripts.readability`` tells how it is; 1 where guidance is beyond a bar."""
    content = load([root])
    print("\n".join(report(content)))
    return 1 if pages_beyond_bars(content) else 0


if __name__ == "__main__":
    sys.exit(main())
