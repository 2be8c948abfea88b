"""Draws ``assets/icons/tray_*.png`` from the SVG files beside them, all sizes side by side: what waits reads no SVG.

``.venv/bin/python packaging/tray_icons.py [FOLDER]``. A test draws them again and compares.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage, QPainter

from hipback_desktop.core.break_views import TrayMark
from hipback_desktop.paths import asset
from hipback_desktop.ui.icons import icon_pixmap
from hipback_desktop.ui.tray import ICON_PIXELS


def strip_of(mark: TrayMark) -> QImage:
    """One icon, from the smallest size to the largest; needs an application."""
    strip = QImage(sum(ICON_PIXELS), max(ICON_PIXELS), QImage.Format.Format_ARGB32_Premultiplied)
    strip.fill(0)
    with QPainter(strip) as painter:
        left = 0
        for pixels in ICON_PIXELS:
            painter.drawPixmap(left, 0, icon_pixmap(f"tray_{mark}", "", asset, pixels))
            left += pixels
    return strip


def main(folder: Path) -> None:
    """Writes all of them."""
    application = QGuiApplication(["tray_icons", "-platform", "offscreen"])
    for mark in TrayMark:
        strip_of(mark).save(str(folder / f"tray_{mark}.png"))
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else asset("icons"))
