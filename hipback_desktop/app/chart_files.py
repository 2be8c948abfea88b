"""A chart as a file or on paper, always light: paper is, and so are most documents it is put into."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog

from hipback_desktop.charts.painter import paint_page, png_of, svg_of
from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.chart_view import chart_palette
from hipback_desktop.ui.theme import LIGHT
from hipback_desktop.ui.type_scale import TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtPrintSupport import QPrinter

    from hipback_desktop.charts.chart import Chart
    from hipback_desktop.ui.main_window import MainWindow

_WIDTH = 960


def save_chart(window: MainWindow, chart: Chart, ending: str) -> None:
    """Asks where to, and says when it cannot be done."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    wished = str(Path(folder) / f"{_file_name(chart.title)}.{ending}")
    name, _filter = QFileDialog.getSaveFileName(window, _("Save chart"), wished, f"*.{ending}")
    if not name:
        return
    try:
        Path(name).write_bytes(file_of(chart, ending))
    except OSError as error:
        window.show_notice(
            _("The chart could not be saved as {path}: {reason}.").format(path=name, reason=error.strerror)
        )


def _file_name(title: str) -> str:
    """The title as every system allows it in a name."""
    return "-".join(re.findall(r"\w+", title.lower()))


def file_of(chart: Chart, ending: str) -> bytes:
    """The content of a file, “png” or “svg”."""
    draw = svg_of if ending == "svg" else png_of
    return draw(chart, _WIDTH, chart_palette(LIGHT), font_of(TypeRole.CAPTION))


def print_charts(window: MainWindow, title: str, lines: Sequence[str], charts: Sequence[Chart]) -> None:
    """Asks which printer, and prints one page."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title or charts[0].title)
    dialog = QPrintDialog(printer, window)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        print_page(printer, title, lines, charts)


def print_page(printer: QPrinter, title: str, lines: Sequence[str], charts: Sequence[Chart]) -> None:
    """One page: a title, some lines, and charts as large as there is room for."""
    from PySide6.QtGui import QPainter

    with QPainter(printer) as painter:
        area = painter.viewport()
        paint_page(
            painter,
            (area.width(), area.height()),
            title,
            lines,
            charts,
            chart_palette(LIGHT),
            font_of(TypeRole.CAPTION),
        )
