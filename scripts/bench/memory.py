"""What a tab takes of the machine's memory, Python's own included. Only where there is a ``/proc`` (Linux)."""

from __future__ import annotations

from pathlib import Path

PROC = Path("/proc")


def of_tab(profile: str) -> int:
    """Bytes of the largest page process of the browser that was started with this profile folder; 0 if unknown.

    The browser's own measure (measureUserAgentSpecificMemory) leaves WebAssembly out, which is where Python lives.
    """
    commands = {int(folder.name): _read(folder / "cmdline") for folder in PROC.glob("[0-9]*")}
    browsers = {pid for pid, words in commands.items() if f"--user-data-dir={profile}" in words}
    pages = [pid for pid, words in commands.items() if "--type=renderer" in words and browsers & _above(pid)]
    return max((_resident(pid) for pid in pages), default=0)


def _above(pid: int) -> set[int]:
    """The processes that started this one, and theirs."""
    found = set()
    while pid > 1:
        pid = int(_status(pid).get("PPid", "0"))
        found.add(pid)
    return found


def _resident(pid: int) -> int:
    return int(_status(pid).get("VmRSS", "0 kB").split()[0]) * 1024


def _status(pid: int) -> dict[str, str]:
    lines = _read(PROC / str(pid) / "status").splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace").replace("\0", "\n")
    except OSError:  # it has ended meanwhile
        return ""
