"""The tables in assets/README.md are the schema; on a difference the failing test shows the rows to paste."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from hipback_desktop import paths
from hipback_desktop.catalogue.figure_schema import FIGURE
from hipback_desktop.catalogue.schema import EXERCISE, ROUTINE, SHARED, Field, Kind


def rows_of(schema: Field, prefix: str = "") -> Iterator[str]:
    """A row for each key, those of nested objects after the object."""
    for field in schema.fields:
        if prefix == "" and schema is ROUTINE and field.name == "exercises":
            yield f"| `exercises` | list of exercises | {field.meaning} |"
            continue
        item = field.fields[0] if field.kind is Kind.LIST else field
        place = f"{prefix}{field.name}" + ("[]" if field.kind is Kind.LIST else "")
        yield f"| `{place}` | {_value(field, item)} | {field.meaning} |"
        if item.kind is Kind.OBJECT:
            yield from rows_of(item, f"{place}.")


def _value(field: Field, item: Field) -> str:
    value = " ".join(f"`{choice}`" for choice in item.choices) if item.choices else item.kind.value
    if item.kind in {Kind.WHOLE, Kind.NUMBER}:
        value += f", {item.least:g}" if item.least == item.most else f", {item.least:g} to {item.most:g}"
    if item.kind is Kind.TEXT and not item.choices:
        value += f" of at most {item.most:g}"
    needed = field.required and not field.nullable and not (field.kind is Kind.LIST and field.least == 0)
    return ("**needed** " if needed else "") + ("list: " if field.kind is Kind.LIST else "") + value


@pytest.mark.parametrize("schema", [EXERCISE, ROUTINE, SHARED], ids=["exercise", "routine", "phase"])
def test_readme_has_the_fields_of_the_schema(schema: Field) -> None:
    assert "\n".join(rows_of(schema)) in paths.asset("README.md").read_text(encoding="utf-8")


def test_the_guide_to_figures_has_the_fields_of_the_schema() -> None:
    rows = "\n".join(
        row for row in rows_of(FIGURE) if not re.match(r"\| `(poses\[\]\.(right|left)|variants\.\w+)\.", row)
    )
    assert rows in paths.asset("figures/README.md").read_text(encoding="utf-8")
