"""What a film keeps has a limit, whatever is kept again."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QRegion

from hipback_desktop.figures.reel import Change, Number, Reel

FIRST: Number = (False, 60, 0)
SECOND: Number = (False, 60, 1)


def a_change(side: int) -> Change:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    return Change(QRegion(0, 0, side, side), ((QPoint(), image),))


def test_what_is_kept_anew_takes_the_room_of_what_it_replaces() -> None:
    reel = Reel(QImage(16, 16, QImage.Format.Format_RGB32))
    for _time in range(1000):
        reel.keep(FIRST, SECOND, a_change(8))
    assert reel.kept_bytes == 8 * 8 * 4
    assert reel.has_room(SECOND)
