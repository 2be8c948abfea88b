"""A day and a time of that day, typed or stepped with the arrow keys."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QLocale, Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateTimeEdit, QHBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

_EARLIEST = QDate(1970, 1, 2)


class WhenField(QWidget):
    """Begins with a moment; a day after today cannot be chosen."""

    def __init__(self, at: datetime, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at = at
        last = max(today, at.date())
        self._day = _Field(_("Day"))
        short = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
        self._day.setDisplayFormat(short if "yyyy" in short else short.replace("yy", "yyyy"))
        self._day.setDateRange(_EARLIEST, QDate(last.year, last.month, last.day))
        self._day.setDate(QDate(at.year, at.month, at.day))
        self._time = _Field(_("Time"))
        self._time.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
        self._time.setTime(QTime(at.hour, at.minute))
        self.setFocusProxy(self._day)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._day)
        layout.addWidget(self._time)
        layout.addStretch(1)

    def value(self) -> datetime:
        """The moment, exactly the one it began with as long as it is the same minute."""
        day, at = self._day.date(), self._time.time()
        chosen = datetime.combine(date(day.year(), day.month(), day.day()), time(at.hour(), at.minute()))
        is_same = chosen == self._at.replace(second=0, microsecond=0, tzinfo=None)
        return self._at if is_same else chosen.astimezone()


class _Field(QDateTimeEdit):
    """The wheel scrolls the page and leaves the moment alone."""

    def __init__(self, accessible_name: str) -> None:
        super().__init__()
        self.setAccessibleName(accessible_name)
        self.setFont(font_of(TypeRole.BODY))
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setMinimumWidth(18 * SPACE)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
