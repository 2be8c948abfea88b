"""One thing that may be seen of somebody, and who was asked about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.icon_label import IconLabel
from hipback_desktop.ui.label import label, show_text
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.core.what_works import SignLine, SourceLine
    from hipback_desktop.ui.theme import Theme

_LARGE = 3 * SPACE
_SMALL = 2 * SPACE
_STATES = {True: ("check", "accent"), False: ("help", "muted")}.__getitem__


class WhatWorksCard(QFrame):
    """The sources are those of the first line: a computer has the same ones as long as the program runs."""

    def __init__(
        self, line: SignLine, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "head_card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._state = IconLabel("help", "muted", _LARGE, theme, asset)
        self._says = label(role=TypeRole.BODY)
        title = label(line.title)
        title.setFont(font_of(TypeRole.BODY, strong=True))
        head = QHBoxLayout()
        head.setSpacing(SPACE + SPACE // 2)
        head.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(SPACE // 2)
        words.addWidget(title)
        words.addWidget(self._says)
        words.addWidget(label(line.purpose, TypeRole.CAPTION, "muted"))
        head.addLayout(words, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        rows.setSpacing(SPACE)
        rows.addLayout(head)
        self._sources = [_SourceRow(theme, asset) for _source in line.sources]
        if self._sources:
            below = QHBoxLayout()
            below.addSpacing(_LARGE + SPACE + SPACE // 2)  # below the words, beside the icon
            below.addLayout(self._grid(), 1)
            rows.addLayout(below)
        self.show_line(line)

    def show_line(self, line: SignLine) -> None:
        """What is the case now."""
        self._state.show_icon(*_STATES(line.is_known))
        show_text(self._says, line.says)
        for row, source in zip(self._sources, line.sources, strict=True):
            row.show_source(source)
        self.setAccessibleName(f"{line.title}. {line.says}")
        self.setAccessibleDescription(" ".join([line.purpose, *map(_sentence, line.sources)]))

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SPACE // 2)
        grid.setColumnStretch(1, 1)
        for place, row in enumerate(self._sources):
            grid.addWidget(row.state, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(row.words, place, 1)
            grid.addWidget(row.at, place, 2, Qt.AlignmentFlag.AlignTop)
        return grid


class _SourceRow:
    """The widgets of one source, which stand in a grid."""

    def __init__(self, theme: Theme, asset: Callable[[str], Path]) -> None:
        self.state = IconLabel("help", "muted", _SMALL, theme, asset)
        self.words: QLabel = label(role=TypeRole.CAPTION)
        self.at: QLabel = label(role=TypeRole.CAPTION, tone="muted", wraps=False)

    def show_source(self, source: SourceLine) -> None:
        self.state.show_icon(*_STATES(source.is_known))
        show_text(self.words, _sentence(source))
        show_text(self.at, _time_text(source))


def _sentence(source: SourceLine) -> str:
    return _("{source}: {answer}").format(source=source.name, answer=source.says)


def _time_text(source: SourceLine) -> str:
    """When it was asked, as clocks are read here."""
    at = source.read_at
    return "" if at is None else QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
