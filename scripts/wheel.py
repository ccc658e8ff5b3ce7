"""``tools/`` as a wheel of sources: the same bytes on every machine. The build compiles it afterwards."""

from __future__ import annotations

import base64
import hashlib
import io
import tomllib
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
TOOLS = ROOT / "tools"
NAME = "kennisbank_tools"
#: What pip and Pyodide call it.
PROJECT = NAME.replace("_", "-")
METADATA = "Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nLicense: EUPL-1.2\n"
WHEEL = "Wheel-Version: 1.0\nGenerator: kennisbank\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
OLDEST = (1980, 1, 1, 0, 0, 0)


def file_name() -> str:
    """The name of the wheel, with the version of the project."""
    return f"{NAME}-{_version()}-py3-none-any.whl"


def wheel() -> bytes:
    """The wheel with every module of ``tools/``; stored, so that the server's compression works on it."""
    files = {f"tools/{file.relative_to(TOOLS).as_posix()}": file.read_bytes() for file in sorted(TOOLS.rglob("*.py"))}
    info = f"{NAME}-{_version()}.dist-info"
    files[f"{info}/METADATA"] = METADATA.format(name=PROJECT, version=_version()).encode()
    files[f"{info}/WHEEL"] = WHEEL.encode()
    record = f"{info}/RECORD"
    lines = [f"{name},sha256={_digest(data)},{len(data)}" for name, data in files.items()]
    files[record] = "".join(f"{line}\n" for line in [*lines, f"{record},,"]).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, OLDEST)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return buffer.getvalue()


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def _version() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])
