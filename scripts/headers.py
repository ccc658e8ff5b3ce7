"""What the server says with each file: the security policy, and how long a browser may keep it."""

from __future__ import annotations

#: Content security policy of every page and worker. Python in the browser needs 'wasm-unsafe-eval' and nothing more.
POLICY = {
    "default-src": "'self'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-src": "'none'",
}
#: Works only as a header; a browser complains when it stands in a page.
HEADER_ONLY = {"frame-ancestors": "'none'"}

SECURITY = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Strict-Transport-Security": "max-age=31536000",
}
#: Folders whose names change with their content.
FOR_EVER = ("/static/", "/runtime/", "/assets/")
TYPES = {
    ".mjs": "text/javascript",
    ".wasm": "application/wasm",
    ".whl": "application/zip",
    ".zip": "application/zip",
    ".woff2": "font/woff2",
}


def policy_for_page() -> str:
    """The policy as it stands in the page itself, for hosts that send no headers."""
    return _join(POLICY)


def headers_for(path: str) -> dict[str, str]:
    """Every header for the file at ``path`` (from the root of the site, starting with a slash)."""
    lasting = path.startswith(FOR_EVER)
    return {
        "Content-Security-Policy": _join(POLICY | HEADER_ONLY),
        **SECURITY,
        "Cache-Control": "public, max-age=31536000, immutable" if lasting else "no-cache",
    }


def _join(policy: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in policy.items())


def nginx() -> str:
    """The same as nginx wants it, for whoever publishes the site."""
    lines = [
        f'add_header {name} "{value}" always;' for name, value in headers_for("/").items() if name != "Cache-Control"
    ]
    lines += [f"# {folder}: Cache-Control: {headers_for(folder)['Cache-Control']}" for folder in FOR_EVER]
    lines.append(f"# everything else: Cache-Control: {headers_for('/')['Cache-Control']}")
    lines += [f"# {ending}: Content-Type: {kind}" for ending, kind in TYPES.items()]
    return "\n".join(lines)


if __name__ == "__main__":
    print(nginx())
