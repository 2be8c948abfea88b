"""What the probes found, as lines to read: a line a sign, and under it who was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.breaks.presence.reading import Sign, Unknown, signs_of
from hipback_desktop.breaks.presence.words import purpose_of, reading_text, source_name, title_of
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.what_works import SignLine, SourceLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hipback_desktop.breaks.presence.reading import Finding, Reading


def sign_lines(findings: Iterable[Finding]) -> tuple[SignLine, ...]:
    """All signs in their order, those as well that nothing here can tell."""
    found = tuple(findings)
    return tuple(_line(sign, [finding for finding in found if finding.sign is sign]) for sign in Sign)


def _line(sign: Sign, findings: list[Finding]) -> SignLine:
    readings = [finding.reading for finding in findings if finding.reading is not None]
    value: float | bool | None = getattr(signs_of((sign, reading) for reading in readings), sign)
    if value is not None:
        says = _called_text(readings) if sign is Sign.CALLED else reading_text(sign, value)
    else:
        says = _("Not known here.") if readings or not findings else _("Not looked yet.")
    sources = tuple(_source_line(finding) for finding in findings)
    return SignLine(sign, title_of(sign), says, purpose_of(sign), value is not None, sources)


def _called_text(readings: list[Reading]) -> str:
    """Microphone and camera are not one thing: a no of one says nothing of the other."""
    if True in readings:
        return _("A microphone or a camera is in use.")
    if any(isinstance(reading, Unknown) for reading in readings):
        return _("As far as can be seen, no microphone or camera is in use.")
    return _("No microphone or camera is in use.")


def _source_line(finding: Finding) -> SourceLine:
    name, reading = source_name(finding.name), finding.reading
    if reading is None:
        return SourceLine(finding.name, name, _("Not asked; it was known already."), is_known=False)
    is_known = not isinstance(reading, Unknown)
    return SourceLine(finding.name, name, reading_text(finding.sign, reading), is_known, finding.read_at)
