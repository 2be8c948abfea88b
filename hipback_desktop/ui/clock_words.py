"""Times of day as clocks are read where the person lives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTime

if TYPE_CHECKING:
    from datetime import datetime


def time_of_day(at: datetime) -> str:
    """“18:05” or “6:05 pm”."""
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
