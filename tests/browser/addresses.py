"""Which pages the browser tests look at: every type of page in every language."""

from __future__ import annotations

from scripts.languages import Language, languages
from tests.conftest import PAGE_TYPES, ROOT

LANGUAGES: dict[str, Language] = languages(ROOT / "mkdocs.yml")
DEFAULT = next(language.locale for language in LANGUAGES.values() if not language.prefix)
#: (language, type of page) for pytest.mark.parametrize; the type names the page in tests/page_types.yml.
PAGES = [(locale, kind) for locale in LANGUAGES for kind in PAGE_TYPES]


def address(language: str, kind: str) -> str:
    """The path of a page type in a language, from the root of the site."""
    return f"{LANGUAGES[language].prefix}{PAGE_TYPES[kind]}"
