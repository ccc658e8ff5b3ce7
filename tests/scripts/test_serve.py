"""The server of this machine answers as a good server would: packed, typed, guarded, and nothing but the site."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from wsgiref.util import setup_testing_defaults

import brotli
import pytest

from scripts.finish import compress
from scripts.headers import headers_for
from scripts.serve import application, main

PAGE = b"<!doctype html><title>Kennisbank</title>" + b"<p>Zo praat u over gezondheid.</p>" * 30


@dataclass(frozen=True)
class Answer:
    """What came back: status, headers with small letters, body."""

    status: str
    headers: dict[str, str]
    body: bytes


Ask = Callable[..., Answer]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small site, with something beside it that is nobody's business."""
    files = {
        "site/index.html": PAGE,
        "site/404.html": b"<!doctype html><title>Deze pagina bestaat niet</title>",
        "site/over/index.html": PAGE,
        "site/static/a1b2c3d4e5f6/js/main.mjs": b"export const a = 1;\n" * 40,
        "site/static/a1b2c3d4e5f6/fonts/letter.woff2": b"wOF2" * 100,
        "site/runtime/a1b2c3d4e5f6/python.wasm": b"\0asm" * 100,
        "site/runtime/a1b2c3d4e5f6/tools.zip": b"PK" * 200,
        "site/search/nl.json": b'{"docs": []}' * 40,
        "pyproject.toml": b"geheim",
    }
    for name, data in files.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    compress(tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture
def ask(folder: Path) -> Ask:
    """Asks the server for a path, as a browser would."""
    app = application(folder)

    def asked(path: str, accept: str = "", method: str = "GET", **more: str) -> Answer:
        environ: dict[str, Any] = {"PATH_INFO": path, "REQUEST_METHOD": method, **more}
        if accept:
            environ["HTTP_ACCEPT_ENCODING"] = accept
        setup_testing_defaults(environ)
        told: list[Any] = []
        response = app(environ, lambda status, headers, _=None: told.extend([status, headers]))
        body = b"".join(response)
        getattr(response, "close", lambda: None)()
        names = [name.lower() for name, _ in told[1]]
        assert len(names) == len(set(names)), f"a header stands twice: {names}"
        return Answer(told[0], {name.lower(): value for name, value in told[1]}, body)

    return asked


@pytest.mark.parametrize("accept", ["br", "gzip, deflate, br", "gzip, deflate, br, zstd", "br;q=1.0, gzip;q=0.5"])
def test_a_browser_that_can_unpack_brotli_gets_brotli(ask: Ask, accept: str) -> None:
    answer = ask("/", accept)
    assert answer.status.startswith("200")
    assert answer.headers["content-encoding"] == "br"
    assert brotli.decompress(answer.body) == PAGE


def test_a_browser_that_can_unpack_only_gzip_gets_gzip(ask: Ask) -> None:
    answer = ask("/", "gzip, deflate")
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(answer.body) == PAGE


@pytest.mark.parametrize("accept", ["", "identity", "deflate"])
def test_a_browser_that_can_unpack_neither_gets_the_page_as_it_is(ask: Ask, accept: str) -> None:
    answer = ask("/", accept)
    assert "content-encoding" not in answer.headers
    assert answer.body == PAGE


def test_a_cache_between_is_told_that_the_packing_depends_on_who_asks(ask: Ask) -> None:
    assert "accept-encoding" in ask("/", "br").headers["vary"].lower()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html"),
        ("/over/", "text/html"),
        ("/static/a1b2c3d4e5f6/js/main.mjs", "text/javascript"),
        ("/static/a1b2c3d4e5f6/fonts/letter.woff2", "font/woff2"),
        ("/runtime/a1b2c3d4e5f6/python.wasm", "application/wasm"),
        ("/runtime/a1b2c3d4e5f6/tools.zip", "application/zip"),
        ("/search/nl.json", "application/json"),
    ],
)
def test_every_file_comes_with_the_type_that_a_browser_needs_to_use_it(ask: Ask, path: str, kind: str) -> None:
    assert ask(path).headers["content-type"].partition(";")[0] == kind


@pytest.mark.parametrize("path", ["/", "/over/", "/static/a1b2c3d4e5f6/js/main.mjs", "/search/nl.json"])
def test_every_file_comes_with_every_header(ask: Ask, path: str) -> None:
    answer = ask(path, "br")
    assert {name: answer.headers[name.lower()] for name in headers_for(path)} == headers_for(path)


def test_no_other_site_may_read_our_files_from_a_script(ask: Ask) -> None:
    assert "access-control-allow-origin" not in ask("/search/nl.json").headers


@pytest.mark.parametrize("path", ["/bestaat-niet/", "/over/weg.html", "/index.html.bak", "/%00", "/over/\x00"])
def test_a_wrong_address_gets_the_page_that_says_so_with_the_policy_of_every_page(ask: Ask, path: str) -> None:
    answer = ask(path)
    assert answer.status.startswith("404")
    assert b"Deze pagina bestaat niet" in answer.body
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-security-policy"] == headers_for(path)["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/static/weg/js/main.js", "/runtime/weg/tools.zip", "/assets/weg.js"])
def test_a_file_that_is_not_there_is_never_kept_for_ever(ask: Ask, path: str) -> None:
    answer = ask(path)
    assert answer.status.startswith("404")
    assert "immutable" not in answer.headers["cache-control"]


@pytest.mark.parametrize(
    "path",
    [
        "/../pyproject.toml",
        "/static/../../pyproject.toml",
        "/..%2fpyproject.toml",
        "//pyproject.toml",
        "/./../pyproject.toml",
        "\\..\\pyproject.toml",
    ],
)
def test_nothing_outside_the_site_can_be_read(ask: Ask, path: str) -> None:
    answer = ask(path)
    assert answer.status.startswith("404")
    assert b"geheim" not in answer.body


def test_a_file_that_came_after_the_server_started_is_served(folder: Path, ask: Ask) -> None:
    assert ask("/nieuw.txt").status.startswith("404")
    (folder / "nieuw.txt").write_bytes(b"nieuw")
    assert ask("/nieuw.txt").body == b"nieuw"


def test_asking_only_for_the_head_of_a_page_gives_no_body(ask: Ask) -> None:
    answer = ask("/", method="HEAD")
    assert answer.status.startswith("200")
    assert answer.body == b""


def test_a_server_without_a_site_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--site", str(tmp_path)]) == 1
    assert "Build it first: python -m scripts.build" in capsys.readouterr().err


def test_a_port_that_is_taken_is_told_in_a_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(*_: object, **__: object) -> None:
        raise OSError(98, "Address already in use")

    monkeypatch.setattr("waitress.serve", taken)
    assert main(["--site", str(folder), "--port", "8000"]) == 1
    assert "Port 8000 cannot be used (Address already in use). Choose another with --port." in capsys.readouterr().err


def test_the_server_listens_on_this_machine_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Any] = {}
    monkeypatch.setattr("waitress.serve", lambda _app, **options: asked.update(options))
    assert main(["--site", str(folder), "--port", "8123"]) == 0
    assert asked["listen"] == "127.0.0.1:8123"
