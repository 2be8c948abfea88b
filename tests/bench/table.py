"""The lines of the table of figures: what was promised, what was measured, beside what, and whether it was kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from statistics import median
from typing import Any

HEADINGS = ("what", "promised", "measured", "baseline", "ratio", "kept")
SMALL, TINY = 10, 0.01


@dataclass(frozen=True)
class Line:
    """One figure, less being better: a value for each run, and that of the baseline in the same run.

    ``most`` and ``most_ratio`` are the promise, in the unit and in multiples of the baseline; without one it is told
    for comparison. A line that could not be measured says why. ``what`` goes into the README, whose words are checked.
    """

    what: str
    unit: str = ""
    measured: tuple[float, ...] = ()
    baseline: tuple[float, ...] = ()
    most: float | None = None
    most_ratio: float | None = None
    beside: str = ""
    why_not: str = ""

    @property
    def ratios(self) -> tuple[float, ...]:
        return tuple(own / other for own, other in zip(self.measured, self.baseline, strict=False) if other > 0)

    @property
    def is_kept(self) -> bool | None:
        """In every run; None when nothing was promised or measured."""
        if not self.measured or (self.most is None and self.most_ratio is None):
            return None
        within = self.most is None or max(self.measured) <= self.most
        return within and (self.most_ratio is None or (bool(self.ratios) and max(self.ratios) <= self.most_ratio))


def measured(what: str, unit: str, value: float, baseline: float | None = None, **more: Any) -> Line:
    """A line of one run."""
    return Line(what, unit, (value,), () if baseline is None else (baseline,), **more)


def merged(runs: Iterable[Sequence[Line]]) -> list[Line]:
    """The lines of several runs as one each, in the order of the first."""
    found: dict[str, Line] = {}
    for line in (line for run in runs for line in run):
        known = found.get(line.what)
        if known is None or not known.measured:
            found[line.what] = line
        else:
            together = known.measured + line.measured
            found[line.what] = replace(known, measured=together, baseline=known.baseline + line.baseline)
    return list(found.values())


def cells(line: Line) -> tuple[str, ...]:
    """The six texts of a line."""
    if not line.measured:
        return (line.what, _promise(line), f"not measured: {line.why_not}", "", "", "")
    beside = ", ".join(filter(None, (_spread(line.baseline, line.unit) if line.baseline else "", line.beside))) or "–"
    ratio = f"{_number(median(line.ratios))} ×" if line.ratios else "–"
    kept = {True: "yes", False: "NO", None: "–"}[line.is_kept]
    return (line.what, _promise(line), _spread(line.measured, line.unit), beside, ratio, kept)


def as_markdown(lines: Iterable[Line]) -> str:
    rows = [HEADINGS, ("---",) * len(HEADINGS), *map(cells, lines)]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def as_text(lines: Iterable[Line]) -> str:
    """Columns as wide as they need to be, but the last of a line that was not measured."""
    rows = [HEADINGS, *map(cells, lines)]
    full = [row for row in rows if row[-1]]
    widths = [max(len(row[place]) for row in full) for place in range(len(HEADINGS))]
    widths[:2] = [max(len(row[place]) for row in rows) for place in (0, 1)]
    return "\n".join(
        "  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def as_documents(lines: Iterable[Line]) -> list[dict[str, Any]]:
    """What JSON can carry; :func:`of_document` reads it."""
    return [asdict(line) for line in lines]


def of_document(document: dict[str, Any]) -> Line:
    return Line(**{**document, "measured": tuple(document["measured"]), "baseline": tuple(document["baseline"])})


def _promise(line: Line) -> str:
    told = [] if line.most is None else [f"≤ {_number(line.most)}{_of(line.unit)}"]
    told += [] if line.most_ratio is None else [f"≤ {_number(line.most_ratio)} × baseline"]
    return ", ".join(told) or "–"


def _spread(values: Sequence[float], unit: str) -> str:
    """The lowest and the highest of the runs; one number when they look the same."""
    lowest, highest = _number(min(values)), _number(max(values))
    return (lowest if lowest == highest else f"{lowest} – {highest}") + _of(unit)


def _of(unit: str) -> str:
    return f" {unit}" if unit else ""


def _number(value: float) -> str:
    if 0 < value < TINY:
        return f"< {TINY}"
    if 0 < value < 1:
        return f"{value:.2g}"
    return f"{value:.1f}".removesuffix(".0") if value < SMALL else f"{value:,.0f}"
