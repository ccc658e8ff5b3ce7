"""The one command: load → validate → localise → pages → site → runtime → finish.

``python -m scripts.build`` makes ``site/``. A build that fails leaves the last ``site/`` standing.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scripts import assets, finish, moved, route_texts, runtime
from scripts.addresses import DEFAULT_URL
from scripts.content import Content, load
from scripts.headers import policy_for_page
from scripts.languages import Language, languages
from scripts.localise import localise
from scripts.page_frame import BuiltPage, Setting
from scripts.pages import build_pages, write_pages
from scripts.problems import ContentError, MissingAsset
from scripts.progress import step
from scripts.site import HANDOVER, SiteError, build_site, search_worker
from scripts.translations import SOURCE
from scripts.validate import problems

CACHE = Path(".build/cache")
STATES = ("missing", "stale", "unchecked", "fresh")


@dataclass(frozen=True)
class Options:
    """What a build is asked: content roots in order, where to, the site's address, today's date, live or not."""

    roots: list[Path] = field(default_factory=lambda: [Path("docs")])
    out: Path = Path("site")
    work: Path = Path(".build")
    site_url: str = DEFAULT_URL
    today: str = ""
    live: bool = False
    pages_only: bool = False


def build(options: Options) -> list[str]:
    """Build the site. Returns the report: lines on overdue facts. Raises ContentError, SiteError or MissingAsset."""
    options.work.mkdir(parents=True, exist_ok=True)
    known = languages()
    with step("Load and validate"):
        content = load(options.roots)
        faults = problems(content, known)
        if faults:
            raise ContentError(faults)
    static_files = assets.collect(_few_words(content, known)) | route_texts.files(content, known)
    with step("Python for the browser"):
        runtime_files = runtime.collect()
        static_files[runtime.WORKER] = runtime.worker(static_files[runtime.WORKER])
    setting = Setting(
        languages=known,
        static=assets.folder_name("static", static_files),
        runtime=assets.folder_name("runtime", runtime_files),
        search_worker=search_worker(),
        today=options.today,
        site_url=options.site_url,
    )
    with step("Make the pages"):
        pages = build_pages(content, setting)
        shutil.rmtree(options.work / "docs", ignore_errors=True)
        write_pages(pages, options.work / "docs")
        handover = options.work / HANDOVER.name
        handover.write_text(json.dumps(_handover(content, setting, pages, options)), encoding="utf-8")
    if options.pages_only:
        return overdue(content, options.today)
    new = options.work / "site"
    with step("MkDocs"):
        build_site(options.work / "docs", new, options.site_url, handover)
    with step("Finish"):
        finish.prune(new)
        finish.split_search(new, known)
        moved.write(content, setting, pages, new)
        if not options.live:
            finish.compress(new)
        for files, folder in ((static_files, setting.static), (runtime_files, setting.runtime)):
            finish.place(files, CACHE, new / folder)
        finish.swap(new, options.out)
    return overdue(content, options.today)


def _few_words(content: Content, known: dict[str, Language]) -> dict[str, list[str]]:
    """What pages show in languages other than their own, for fonts of just these letters."""
    ui = [localise(content, locale)["ui"] for locale in known]
    lost = [str(text) for words in ui for key, text in words.items() if key.startswith("not_found_")]
    return {"taalnamen": [language.name for language in known.values()], "verdwaald": lost}


def overdue(content: Content, today: str) -> list[str]:
    """A line for each fact that is past its date."""
    return [
        f"{entry.document.file}:{entry.document.line(entry.path)}: '{name}' was valid until "
        f"{entry.data['valid_until']}. Check it at {entry.data['source']}, then mend the dates."
        for name, entry in content.families["facts"].items()
        if entry.data["valid_until"] < today
    ]


def _handover(content: Content, setting: Setting, pages: list[BuiltPage], options: Options) -> dict[str, Any]:
    data = {language: localise(content, language) for language in setting.languages}
    return {
        "default": SOURCE,
        "site_url": options.site_url,
        "static": setting.static,
        "policy": policy_for_page(),
        "live": options.live,
        "languages": {
            locale: language.as_dict() | {"state": _language_state(language, pages)}
            for locale, language in setting.languages.items()
        },
        "ui": {language: data[language]["ui"] for language in data},
        "facts": {name: str(fact["value"]) for name, fact in data[SOURCE]["facts"].items()},
        "sitemap": [
            {"url": page.meta["canonical"], "alternates": page.meta["alternates"]}
            for page in pages
            if page.meta["alternates"]
        ],
    }


def _language_state(language: Language, pages: list[BuiltPage]) -> str:
    """The least good state that any page of the language has."""
    states = {page.meta["state"] for page in pages if page.language == language.locale}
    return next((state for state in STATES if state in states), "source")


def options_from(arguments: list[str] | None = None) -> tuple[Options, argparse.Namespace]:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument(
        "--root", type=Path, action="append", default=[], help="a content root over docs/ (may be given again)"
    )
    parser.add_argument("--out", type=Path, default=Path("site"))
    parser.add_argument("--work", type=Path, default=Path(".build"), help="where half-finished files go")
    parser.add_argument("--site-url", default=os.environ.get("KENNISBANK_SITE_URL", DEFAULT_URL))
    parser.add_argument("--today", default=None, help="the date to judge facts by, as 2026-11-22")
    parser.add_argument(
        "--pages", action="store_true", help="stop after .build/docs, for a plain 'mkdocs build --strict'"
    )
    parser.add_argument(
        "--serve", action="store_true", help="build, serve on 127.0.0.1 and build again after each change"
    )
    parser.add_argument("--port", type=int, default=8000)
    asked = parser.parse_args(arguments)
    try:
        today = str(dt.date.fromisoformat(asked.today)) if asked.today else str(dt.datetime.now().astimezone().date())
    except ValueError:
        parser.error(f"'{asked.today}' is no date. Write it as 2026-11-22.")
    if not asked.site_url.startswith(("http://", "https://")):
        parser.error(f"'{asked.site_url}' is no address. It starts with https://.")
    roots = [Path("docs"), *asked.root]
    for root in roots:
        if not root.is_dir():
            parser.error(f"there is no folder '{root}'.")
    url = asked.site_url.rstrip("/") + "/"
    return Options(roots, asked.out, asked.work, url, today, asked.serve, asked.pages), asked


def run(options: Options) -> int:
    """Build and tell how it went; 0 or the exit code of the failure."""
    try:
        report = build(options)
    except ContentError as fault:
        for problem in fault.problems:
            print(problem, file=sys.stderr)
        print(f"\n{len(fault.problems)} to mend. {options.out}/ is as it was.", file=sys.stderr)
        return 1
    except (SiteError, MissingAsset) as fault:
        print(f"{fault}\n{options.out}/ is as it was.", file=sys.stderr)
        return 1
    for line in report:
        print(f"overdue: {line}")
    print(f"Built {options.out}/." if not options.pages_only else f"Wrote {options.work}/docs.")
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Command line: ``python -m scripts.build [--serve] [--today DATE] [--site-url URL]``."""
    options, asked = options_from(arguments)
    if asked.serve:
        from scripts.live import serve_live

        return serve_live(options, asked.port)
    return run(options)


if __name__ == "__main__":
    sys.exit(main())
