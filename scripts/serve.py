"""Serves ``site/`` on this machine with the headers and the precompressed files that a real server would send."""

from __future__ import annotations

import argparse
import mimetypes
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from wsgiref.headers import Headers

import waitress
from whitenoise import WhiteNoise

from scripts.headers import TYPES, headers_for

StartResponse = Callable[..., Any]


def application(site: Path) -> WhiteNoise:
    """A WSGI application for the files in ``site``; it looks at the disk on every request, so a new build shows."""

    def not_found(_environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        page = site / "404.html"
        body = page.read_bytes() if page.is_file() else b""
        headers = {"Content-Type": "text/html; charset=utf-8", **headers_for("/")}
        start_response("404 Not Found", list(headers.items()))
        return [body]

    def add_headers(headers: Headers, _path: str, url: str) -> None:
        for name, value in headers_for(url).items():
            headers[name] = value

    for ending, kind in TYPES.items():
        mimetypes.add_type(kind, ending)
    return WhiteNoise(
        not_found,
        root=site,
        autorefresh=True,
        index_file=True,
        mimetypes=TYPES,
        add_headers_function=add_headers,
        allow_all_origins=False,
    )


def serve(site: Path, port: int) -> None:
    """Serve until interrupted, on 127.0.0.1 only."""
    print(f"The site is at http://127.0.0.1:{port}/  (stop with Ctrl+C)", flush=True)
    waitress.serve(application(site), listen=f"127.0.0.1:{port}", threads=8, _quiet=True)


def main(arguments: list[str] | None = None) -> int:
    """Command line: ``python -m scripts.serve [--port 8000] [--site site]``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--site", type=Path, default=Path("site"))
    asked = parser.parse_args(arguments)
    if not (asked.site / "index.html").is_file():
        print(f"There is no site in {asked.site}. Build it first: python -m scripts.build", file=sys.stderr)
        return 1
    try:
        serve(asked.site.resolve(), asked.port)
    except OSError as fault:
        print(f"Port {asked.port} cannot be used ({fault.strerror}). Choose another with --port.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
