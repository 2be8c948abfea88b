"""Charts as files and on paper."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog

from hipback_desktop.app.chart_files import file_of, print_page, save_chart
from hipback_desktop.charts.painter import paint_page
from hipback_desktop.ui.chart_view import chart_palette
from hipback_desktop.ui.theme import LIGHT
from hipback_desktop.ui.type_scale import TypeRole, font_of
from tests.charts.samples import some_bars

BARS = some_bars()


class Window:
    """Remembers what it was told to show."""

    def __init__(self) -> None:
        self.notices: list[str] = []

    def show_notice(self, sentence: str) -> None:
        self.notices.append(sentence)


@pytest.fixture
def window() -> Window:
    return Window()


def choose(monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (path, ""))


@pytest.mark.parametrize(("ending", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_a_chart_is_saved_where_it_was_wished(
    qapp: QApplication, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, begins: bytes
) -> None:
    choose(monkeypatch, str(tmp_path / f"weeks.{ending}"))
    save_chart(window, BARS, ending)  # type: ignore[arg-type]
    assert (tmp_path / f"weeks.{ending}").read_bytes().startswith(begins)
    assert window.notices == []


def test_it_says_why_a_chart_was_not_saved(
    qapp: QApplication, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "missing" / "weeks.png")
    choose(monkeypatch, path)
    save_chart(window, BARS, "png")  # type: ignore[arg-type]
    assert window.notices == [f"The chart could not be saved as {path}: {os.strerror(errno.ENOENT)}."]


def test_a_name_is_offered_that_every_system_takes(
    qapp: QApplication, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def decline(_window: object, _caption: str, wished: str, _filter: str) -> tuple[str, str]:
        offered.append(wished)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", decline)
    save_chart(window, replace(BARS, title="How it felt: 1/2, “all”"), "svg")  # type: ignore[arg-type]
    assert Path(offered[0]).name == "how-it-felt-1-2-all.svg"


def test_nothing_is_written_when_nothing_was_chosen(
    qapp: QApplication, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, "")
    save_chart(window, BARS, "png")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_the_same_chart_is_the_same_picture(qapp: QApplication) -> None:
    assert file_of(BARS, "png") == file_of(BARS, "png")


def test_a_chart_by_itself_has_its_title_once(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[str] = []
    paint = QPainter.drawText

    def listen(painter: QPainter, *what: object) -> object:
        painted.extend(part for part in what if isinstance(part, str))
        return paint(painter, *what)  # type: ignore[call-overload]

    monkeypatch.setattr(QPainter, "drawText", listen)
    page = QImage(400, 600, QImage.Format.Format_RGB32)
    with QPainter(page) as painter:
        paint_page(painter, (400, 600), "", (), [BARS], chart_palette(LIGHT), font_of(TypeRole.CAPTION))
    assert painted.count(BARS.title) == 1


def test_charts_and_lines_are_printed_on_one_page(qapp: QApplication, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "week.pdf"))
    print_page(printer, "This week", ["2 of 3 stretch days"], [BARS] * 6)
    written = (tmp_path / "week.pdf").read_bytes()
    assert written.startswith(b"%PDF")
    assert written.count(b"/Type /Page\n") == 1
