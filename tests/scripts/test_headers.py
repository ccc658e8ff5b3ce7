"""What the server says with each file: only our own scripts run, and only what never changes is kept for ever."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.headers import FOR_EVER, HEADER_ONLY, POLICY, TYPES, headers_for, nginx, policy_for_page

PATHS = ["/", "/index.html", "/en/over/", "/static/a1/js/main.js", "/runtime/a1/pyodide.mjs", "/search/nl.json", "/x"]


@pytest.mark.parametrize("path", PATHS)
def test_no_file_may_run_a_script_that_stands_in_the_page_or_is_made_out_of_text(path: str) -> None:
    policy = headers_for(path)["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "'unsafe-eval'" not in policy
    assert "unsafe-hashes" not in policy
    assert "*" not in policy
    assert "http" not in policy


def test_python_may_run_and_scripts_from_elsewhere_may_not() -> None:
    assert POLICY["script-src"].split() == ["'self'", "'wasm-unsafe-eval'"]
    assert POLICY["connect-src"] == POLICY["default-src"] == "'self'"


def test_the_policy_in_the_page_is_that_of_the_header_but_for_what_only_a_header_can_say() -> None:
    header = headers_for("/")["Content-Security-Policy"].split("; ")
    page = policy_for_page().split("; ")
    assert [part for part in header if part not in page] == [f"{k} {v}" for k, v in HEADER_ONLY.items()]
    assert [part for part in page if part not in header] == []


def test_no_other_site_may_show_ours_in_a_frame() -> None:
    assert "frame-ancestors 'none'" in headers_for("/")["Content-Security-Policy"]


@pytest.mark.parametrize("path", PATHS)
def test_every_file_keeps_the_reader_from_being_followed_or_tricked(path: str) -> None:
    headers = headers_for(path)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize("path", PATHS)
def test_only_what_lies_in_a_folder_named_after_its_content_is_kept_for_ever(path: str) -> None:
    cache = headers_for(path)["Cache-Control"]
    assert ("immutable" in cache) == path.startswith(("/static/", "/runtime/", "/assets/"))
    assert cache == "no-cache" or "immutable" in cache


def test_every_file_that_is_kept_for_ever_has_a_name_that_changes_with_its_content(site: Path) -> None:
    kept = [
        f"/{file.relative_to(site).as_posix()}"
        for file in site.rglob("*")
        if file.is_file() and f"/{file.relative_to(site).as_posix()}".startswith(FOR_EVER)
    ]
    assert len(kept) > 10
    assert [path for path in kept if not re.search(r"[/.][0-9a-f]{8,}[/.]", path)] == []


def test_every_script_style_and_font_is_kept_for_ever(site: Path) -> None:
    files = [f for f in site.rglob("*") if f.suffix in {".js", ".mjs", ".css", ".woff2", ".wasm", ".zip"}]
    paths = [f"/{file.relative_to(site).as_posix()}" for file in files]
    assert len(paths) > 10
    assert [path for path in paths if "immutable" not in headers_for(path)["Cache-Control"]] == []


def test_a_server_of_nginx_is_told_the_same() -> None:
    told = nginx()
    for name, value in headers_for("/").items():
        assert value in told, name
    for ending, kind in TYPES.items():
        assert f"{ending}: Content-Type: {kind}" in told
    assert all(line.startswith(("add_header ", "# ")) for line in told.splitlines())
