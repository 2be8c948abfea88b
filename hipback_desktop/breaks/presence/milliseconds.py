"""Idle times as desktops count them: milliseconds in 32 bits, which begin again after 49.7 days."""

from __future__ import annotations

_BITS = 0xFFFF_FFFF
_BACKWARDS = 0x8000_0000  # a last input that lies after the moment of asking: the two are not read at once


def idle_seconds(milliseconds: int) -> float:
    """An idle time as it was counted."""
    counted = milliseconds & _BITS
    return 0.0 if counted >= _BACKWARDS else counted / 1000


def seconds_between(last_input: int, now: int) -> float:
    """The idle time between two readings of such a counter, also when it began again in between."""
    return idle_seconds(now - last_input)
