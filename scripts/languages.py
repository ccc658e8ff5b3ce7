"""The languages of the site: one line each in mkdocs.yml, under the plugin i18n."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml

CONFIG = Path("mkdocs.yml")


class _PlainLoader(yaml.SafeLoader):
    """Reads mkdocs.yml without knowing its tags; a tagged value becomes its last plain part."""


_PlainLoader.add_multi_constructor("!", lambda loader, _, node: loader.construct_sequence(node)[-1])


@dataclass(frozen=True)
class Language:
    """A language of the site; ``prefix`` is empty for the default language, else ``en/``."""

    locale: str
    name: str
    dir: str
    prefix: str

    def as_dict(self) -> dict[str, str]:
        """The language as templates get it."""
        return asdict(self)


def config(file: Path = CONFIG) -> dict[str, Any]:
    """mkdocs.yml as plain data."""
    settings: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=_PlainLoader)  # noqa: S506 - a SafeLoader
    return settings


def languages(file: Path = CONFIG) -> dict[str, Language]:
    """Every language in the order of the switcher, by locale."""
    plugin = next(entry["i18n"] for entry in config(file)["plugins"] if isinstance(entry, dict) and "i18n" in entry)
    return {
        entry["locale"]: Language(
            locale=entry["locale"],
            name=entry["name"],
            dir=entry.get("theme", {}).get("direction", "ltr"),
            prefix="" if entry.get("default") else f"{entry['locale']}/",
        )
        for entry in plugin["languages"]
    }
