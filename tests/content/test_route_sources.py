"""Every factor, signal, bottleneck, success and route model of the sources is behind a rule or a point."""

from __future__ import annotations

from fnmatch import fnmatch

import pytest

from scripts.content import Content

ASKED = ("oz.keuze.*", "oz.signaal.*", "oz.knelpunt.*", "oz.succes.*", "oz.route.*")


def _behind(content: Content) -> dict[str, list[str]]:
    """Inventory id → the rules and points of the route-finders that it is the source of."""
    found: dict[str, list[str]] = {}
    for entry in content.families["routes"].values():
        parts = [(rule["id"], rule) for rule in entry.data["rules"]]
        parts += [(f"*{name}", note) for name, note in entry.data["notes"].items()]
        for name, part in parts:
            for covered in part.get("covers", []):
                found.setdefault(covered, []).append(name)
    return found


def test_every_such_element_is_the_source_of_a_rule_or_a_point(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    behind = _behind(content)
    asked = [name for name in content.inventory if any(fnmatch(name, pattern) for pattern in ASKED)]
    with capsys.disabled():
        print("\n  Route-finder: rules and *points by the element of the sources behind them")
        for name in asked:
            print(f"  {name:<36} {', '.join(behind.get(name, ['-']))}")
    assert len(asked) > 30
    assert [name for name in asked if name not in behind] == []


def test_a_rule_or_point_rests_on_the_source_of_the_element_that_it_names(content: Content) -> None:
    wrong = []
    for entry in content.families["routes"].values():
        for part in (*entry.data["rules"], *entry.data["notes"].values()):
            cited = {source["id"] for source in part["sources"]}
            wrong += [name for name in part.get("covers", []) if content.inventory[name]["source"] not in cited]
    assert wrong == []
