"""The house plan of docs/_project holds: who may know whom, and what may stand where."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from scripts.addresses import checklist_pages, made_pages, route_pages, url_of
from scripts.casus import kind_of
from scripts.content import load
from tests.architecture.source import MODULES, imports, name_of, script_code, script_strings, strings, tree
from tests.conftest import PAGE_TYPES, ROOT

TOOLS = [file for file in MODULES if file.is_relative_to(ROOT / "tools")]
SCRIPTS = [file for file in MODULES if file.is_relative_to(ROOT / "scripts")]
JS = sorted((ROOT / "overrides" / "assets" / "js").glob("*.js"))
CSS = sorted((ROOT / "overrides" / "assets" / "css").glob("*.css"))
GENERATOR = {"mkdocs", "material", "mkdocs_static_i18n"}
#: Packages that bring a module of another name.
MODULE_OF = {
    "pyyaml": "yaml",
    "fonttools": "fontTools",
    "mkdocs-material": "material",
    "mkdocs-static-i18n": "mkdocs_static_i18n",
}
#: Modules from elsewhere that pyproject.toml does not name, and why they may be used all the same.
UNDECLARED = {
    ("scripts/bench/__main__.py", "playwright"): "measures in a browser; stands in the group of the tests",
    ("scripts/bench/starts.py", "playwright"): "the same",
    ("scripts/bench/readers.py", "playwright"): "the same",
    ("scripts/bench/pages/door.py", "js"): "runs in the browser, where PyScript brings it",
    ("scripts/bench/pages/door.py", "pyodide"): "the same",
    ("scripts/boot/pack.py", "pyodide_build"): "runs under Pyodide's Python; stands in the group runtime",
    ("scripts/boot/pack.py", "pyodide_lock"): "the same",
}
#: What the tools may not touch: they read no clock and no file (house rule 2).
WORLD = {"os", "io", "pathlib", "time", "datetime", "random", "secrets", "socket", "urllib", "subprocess", "threading"}
MAX_LINES = 180
#: Modules that are longer, and why.
LONG = {
    "scripts/build.py": "the one command: its steps and its command line read best in one place",
}
TAG = re.compile(
    r"</?(?:a|article|b|bdi|body|br|button|dd|div|dl|dt|em|form|h[1-6]|head|html|i|img|input|li|link|main|mark|meta|nav"
    r"|ol|p|script|section|span|strong|svg|table|td|template|title|tr|ul)\b[^<>]*>"
)
SCRIPT = re.compile(r"=>|\bfunction\s*\(|\bdocument\.|\bwindow\.|\bpostMessage\b")
#: HTML in strings of Python, and why it must stand there.
HTML_ALLOWED = {
    "scripts/markdown_html.py": "takes away the paragraph that Markdown puts around a block or a line",
}
#: JavaScript in strings of Python, and why it must stand there.
SCRIPT_ALLOWED: dict[str, str] = {}
IMPORTED = re.compile(r"""(?:\bfrom|(?<![.\w])import)\s*\(?\s*["'`]([^"'`]+)["'`]""")
SENTENCE = re.compile(r"[^\W\d_]{2,}(?:[ ,]+[^\W\d_]{2,}){2,}")
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)[\w-]*"
    r"|left|right|top|bottom|(?:min-|max-)?(?:width|height)|border-(?:top|bottom)-(?:left|right)-radius)\s*:"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)\b"
    r"|(?:margin|padding|inset|scroll-margin|scroll-padding)\s*:\s*(?:[^\s;()]+\s+){3}[^\s;()]+\s*[;}]"
)


def _libraries(file: Path) -> set[str]:
    return {name.partition(".")[0] for name in imports(file)} - set(sys.stdlib_module_names) - {"tools", "scripts"}


def _declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    packages = [re.split(r"[=<>\[; ]", line)[0].lower() for line in project["dependencies"]]
    return {MODULE_OF.get(package, package.replace("-", "_")) for package in packages}


# --- who may know whom ---


def test_the_tools_know_nothing_but_each_other_and_python_itself() -> None:
    known = {name_of(file): _libraries(file) | {n for n in imports(file) if n.startswith("scripts")} for file in TOOLS}
    assert len(known) >= 4
    assert {name: libraries for name, libraries in known.items() if libraries} == {}


def test_the_tools_read_no_clock_and_no_file() -> None:
    touched = {name_of(file): {name.partition(".")[0] for name in imports(file)} & WORLD for file in TOOLS}
    opened = [
        (name_of(file), node.lineno)
        for file in TOOLS
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"open", "print", "input"}
    ]
    assert {name: modules for name, modules in touched.items() if modules} == {}
    assert opened == []


def test_one_file_knows_the_site_generator() -> None:
    knowing = [name_of(file) for file in MODULES if _libraries(file) & GENERATOR]
    assert knowing == ["scripts/site.py"]


def test_one_file_knows_pyodide() -> None:
    knowing = [file.name for file in JS if "pyodide" in file.read_text(encoding="utf-8").lower()]
    assert knowing == ["python-worker.js"]


def test_a_page_knows_the_tools_only_through_their_door() -> None:
    asked = [(file.name, name) for file in JS for name in re.findall(r"\btools\.(\w+)", script_code(_read(file)))]
    assert {name for _, name in asked} == {"dispatch"}
    assert {file for file, _ in asked} == {"python-worker.js"}


def test_nobody_but_a_test_knows_the_tests() -> None:
    knowing = {name_of(file): {name for name in imports(file) if name.partition(".")[0] == "tests"} for file in MODULES}
    assert {name: known for name, known in knowing.items() if known} == {}


def test_every_module_of_ours_imports_by_full_name() -> None:
    assert [name_of(file) for file in MODULES if any(name.startswith(".") for name in imports(file))] == []


def test_every_library_that_the_build_uses_is_declared() -> None:
    used = {(name_of(file), name) for file in SCRIPTS for name in _libraries(file)}
    undeclared = {(file, name) for file, name in used if name not in _declared()}
    assert undeclared - set(UNDECLARED) == set()
    assert set(UNDECLARED) - undeclared == set(), "an exception that nobody needs any more"


def test_a_script_of_a_page_needs_nothing_but_our_own_scripts() -> None:
    asked = [(file.name, match[1]) for file in JS for match in IMPORTED.finditer(script_code(_read(file)))]
    assert len(asked) >= 3
    assert [pair for pair in asked if not pair[1].startswith(("./", "${runtime}"))] == []


# --- what may stand where ---


def test_docs_holds_no_code() -> None:
    files = [file for file in (ROOT / "docs").rglob("*") if file.is_file()]
    assert len(files) > 20
    assert [name_of(file) for file in files if file.suffix not in {".md", ".yml"}] == []


def test_no_module_is_longer_than_a_reader_can_hold() -> None:
    lines = {name_of(file): len(_read(file).splitlines()) for file in MODULES}
    long = {name: count for name, count in lines.items() if count > MAX_LINES}
    assert {name: count for name, count in long.items() if name not in LONG} == {}
    assert set(LONG) <= set(long), "an exception that nobody needs any more"


def test_no_module_has_a_name_that_says_nothing() -> None:
    nothing = {"utils", "util", "helpers", "helper", "misc", "common", "base", "core"}
    assert [name_of(file) for file in [*MODULES, *JS] if file.stem in nothing] == []


def test_no_html_stands_in_python() -> None:
    found = {name_of(file) for file in MODULES for _, text in strings(file) if TAG.search(text)}
    assert found - set(HTML_ALLOWED) == set()
    assert set(HTML_ALLOWED) <= found, "an exception that nobody needs any more"


def test_no_javascript_stands_in_python() -> None:
    found = {name_of(file) for file in MODULES for _, text in strings(file) if SCRIPT.search(text)}
    assert found - set(SCRIPT_ALLOWED) == set()
    assert set(SCRIPT_ALLOWED) <= found, "an exception that nobody needs any more"


def test_no_python_stands_in_javascript() -> None:
    python = re.compile(r"\bimport sys\b|\bdef \w+\(|\bfrom \w+ import\b|\bprint\(")
    found = [(file.name, text) for file in JS for text in script_strings(_read(file)) if python.search(text)]
    assert found == []


def test_no_sentence_for_a_reader_stands_in_a_script() -> None:
    found = [
        (file.name, text) for file in JS for text in script_strings(script_code(_read(file))) if SENTENCE.search(text)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('const a = "Uw antwoorden zijn weg"; // "geen string hier"', ["Uw antwoorden zijn weg"]),
        ("/* 'niet' */ const b = 'wel'; const c = `nog ${x} een`;", ["wel", "nog   een"]),
        ("a.replace(/\"'/g, 'x')", ["x"]),
        (r'const d = "met \" erin";', [r"met \" erin"]),
    ],
)
def test_the_strings_of_a_script_are_read_as_a_browser_reads_them(text: str, found: list[str]) -> None:
    assert script_strings(text) == found


def test_the_look_is_written_for_both_directions_of_reading() -> None:
    found = [
        (file.name, number, match[0].strip())
        for file in CSS
        for number, line in enumerate(_plain_css(file), 1)
        for match in PHYSICAL.finditer(line)
    ]
    assert len(CSS) >= 4
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "a { margin-left: 1em }",
        "a{left:0}",
        "a { text-align: left; }",
        "a { float:right }",
        "a { padding: 1em 2em 3em 4em; }",
        "a { width: 3em }",
        "a { border-right: 1px solid }",
    ],
)
def test_a_style_for_one_direction_of_reading_would_be_noticed(line: str) -> None:
    assert PHYSICAL.search(line)


# --- what is told ---


def test_every_module_class_and_function_that_others_use_says_what_it_is_for() -> None:
    silent = []
    for file in MODULES:
        if file.name != "__init__.py" and not ast.get_docstring(tree(file)):
            silent.append(name_of(file))
        silent += [f"{name_of(file)}: {name}" for name in _silent(tree(file))]
    assert silent == []


def test_every_rule_of_the_linter_that_is_set_aside_says_why() -> None:
    bare = [
        f"{name_of(file)}:{number}"
        for file in MODULES
        for number, line in enumerate(_read(file).split("\n"), 1)
        if "# noqa" in line and not re.search(r"# noqa: [A-Z]+\d+(?:, [A-Z]+\d+)* - \w", line)
    ]
    assert bare == []


def test_every_kind_of_page_is_among_the_pages_that_the_browser_tests_visit() -> None:
    content = load([ROOT / "docs"])
    kinds = {url_of(path): str(page.meta["kind"]) for path, page in content.pages["nl"].items()}
    kinds |= dict.fromkeys(map(url_of, checklist_pages(content)), "checklist")
    kinds |= dict.fromkeys(map(url_of, route_pages(content)), "route")
    made = made_pages(content).items()
    kinds |= {url_of(path): kind_of(path, name) for path, (family, name) in made if family == "casus"}
    visited = [kinds.get(url, "404") for url in PAGE_TYPES.values()]
    assert {*kinds.values(), "404"} - set(visited) == set()
    assert visited.count("404") == 1, "a page that the browser tests visit is not there"


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _plain_css(file: Path) -> list[str]:
    """The lines of a style sheet without comments and without the conditions of media queries."""
    text = re.sub(r"/\*.*?\*/", lambda match: "\n" * match[0].count("\n"), _read(file), flags=re.DOTALL)
    return re.sub(r"@(?:media|container|supports)[^{]*", "@condition ", text).split("\n")


def _silent(node: Any, inside: str = "") -> list[str]:
    found = []
    for child in node.body:
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not child.name.startswith("_"):
            if not ast.get_docstring(child):
                found.append(inside + child.name)
            if isinstance(child, ast.ClassDef):
                found += _silent(child, f"{child.name}.")
    return found
