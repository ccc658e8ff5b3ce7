"""Translations that nobody made: the Dutch with a mark before each text, so that no test waits for a translator."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from scripts import markup
from scripts.content import Content, Page, load
from scripts.localise import dutch_texts
from scripts.translations import OWN_FIELDS, SOURCE, front_hash, hash_of, section_hash, stamp

#: Stands before every pretended text, so that it differs from the Dutch.
MARK = "\u00b6 "
#: Where the words of a line begin: after what makes it an item or a smaller heading.
WORDS = re.compile(r"^(\d+\. |- |#{3,} )?(?=[^\s#|{-])", re.MULTILINE)


def pretend(root: Path, base: Path, locales: list[str]) -> Path:
    """Write into ``root`` whatever the languages lack of the Dutch in ``base``, whole and of today; ``root``."""
    content = load([base])
    for locale in locales:
        for path in set(content.pages[SOURCE]) - set(content.pages.get(locale, {})):
            _put(root / locale / f"{path}.md", _page(content.pages[SOURCE][path]))
        _put(root / "_data" / "i18n" / f"{locale}.yml", _catalog(content, locale))
    return root


def _page(dutch: Page) -> str:
    front = _marked(dutch.meta) | {"of": stamp(front_hash(dutch)), "by": "machine", "checked_by": None}
    hashes = {section.id: stamp(section_hash(section)) for section in markup.sections(dutch)}
    body = WORDS.sub(rf"\g<1>{MARK}", dutch.body)
    body = re.sub(
        r"^## (.*)\{#([\w-]+)([^}]*)\}",
        lambda match: f'## {MARK}{match[1]}{{#{match[2]}{match[3]} of="{hashes[match[2]]}"}}',
        body,
        flags=re.MULTILINE,
    )
    return f"---\n{yaml.safe_dump(front, allow_unicode=True, sort_keys=False)}---\n{body}"


def _catalog(content: Content, locale: str) -> str:
    known = content.catalogs.get(locale, {})
    lacking = {
        section: {
            key: {"text": f"{MARK}{text}", "of": stamp(hash_of(text)), "by": "machine", "checked_by": None}
            for key, text in texts.items()
            if key not in known.get(section, {})
        }
        for section, texts in dutch_texts(content).items()
    }
    return yaml.safe_dump({name: texts for name, texts in lacking.items() if texts}, allow_unicode=True)


def _marked(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: below if key in OWN_FIELDS else _marked(below) for key, below in value.items()}
    if isinstance(value, list):
        return [_marked(below) for below in value]
    return f"{MARK}{value}" if isinstance(value, str) else value


def _put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
