"""The data is written so that YAML cannot misread it: human text in double quotes, one way for everyone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from scripts.content import FAMILIES, FOLDERS, PROOF, VECTORS
from scripts.schema import texts
from scripts.yaml_lines import parse
from tests.conftest import ROOT

DATA = ROOT / "docs" / "_data"
FILES = [DATA / f"{name}.yml" for name in FAMILIES if (DATA / f"{name}.yml").exists()] + [
    file for name in FOLDERS for file in sorted((DATA / name).glob("*.yml")) if not file.name.endswith((VECTORS, PROOF))
]
At = tuple[str | int, ...]


def _scalars(node: yaml.Node, path: At = ()) -> Iterator[tuple[At, yaml.ScalarNode]]:
    if isinstance(node, yaml.ScalarNode):
        yield path, node
    elif isinstance(node, yaml.SequenceNode):
        for number, child in enumerate(node.value):
            yield from _scalars(child, (*path, number))
    elif isinstance(node, yaml.MappingNode):
        for key, child in node.value:
            yield from _scalars(child, (*path, str(key.value)))


def _reader_texts(file: Path) -> set[At]:
    data = parse(file.read_text(encoding="utf-8"), file.name).data  # for which a key 'yes' is a word
    if file.parent.name in FOLDERS:
        return {path for path, _ in texts(file.parent.name, data)}
    return {(name, *path) for name, entry in data.items() for path, _ in texts(file.stem, entry)}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_text_for_a_reader_stands_in_double_quotes(file: Path) -> None:
    node = yaml.compose(file.read_text(encoding="utf-8"))
    assert node is not None
    wanted = _reader_texts(file)
    bare = [value.start_mark.line + 1 for path, value in _scalars(node) if path in wanted and value.style != '"']
    assert wanted
    assert bare == []


@pytest.mark.parametrize("file", sorted(DATA.rglob("*.yml")), ids=lambda file: file.name)
def test_every_data_file_is_utf_8_with_plain_line_ends_and_ends_with_one(file: Path) -> None:
    data = file.read_bytes()
    assert data.decode("utf-8")
    assert b"\r" not in data
    assert b"\t" not in data
    assert data.endswith(b"\n")
