"""A question with a few answers, folded into a button: it opens the answers as chips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainterPath, QRegion
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.language import ngettext
from hipback_desktop.ui.column import Column
from hipback_desktop.ui.icon_button import sized_icon
from hipback_desktop.ui.ringed_button import RingedButton
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from hipback_desktop.ui.chips import Chips
    from hipback_desktop.ui.theme import Theme

    Choices = Sequence[tuple[str, str]]

_WIDTH = 56 * SPACE
_PAD = 2 * SPACE
_EDGE = 2
_CORNER = 2 * SPACE


class FacetButton(RingedButton):
    """``answered`` carries the values chosen, one at most where one rules out the others.

    ``choices`` are pairs of value and label; they are asked for, and the chips built, when the button is pressed.
    """

    answered = Signal(object)

    def __init__(
        self,
        name: str,
        choices: Callable[[], Choices],
        theme: Theme,
        asset: Callable[[str], Path],
        parent: QWidget | None = None,
        *,
        takes_one: bool = False,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._choices = choices
        self._takes_one = takes_one
        self._asset = asset
        self._values: tuple[str, ...] = ()
        self.setProperty("kind", "facet")
        self.setFont(font_of(TypeRole.BODY))
        is_usual = QGuiApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight
        behind = Qt.LayoutDirection.RightToLeft if is_usual else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(behind)  # the arrow is behind the word, where others have their icon before it
        self.setIconSize(QSize(2 * SPACE, 2 * SPACE))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(True)
        self.setAccessibleDescription(_("Opens what to choose from."))
        self.clicked.connect(self.open_answers)
        self.show_theme(theme)
        self.show_values(())

    def show_values(self, values: Sequence[str]) -> None:
        """Shows how many answers are chosen."""
        self._values = tuple(values)
        name, count = self._name, len(self._values)
        self.setText(f"{name} ({count})" if count else name)
        chosen = ngettext("{count} chosen", "{count} chosen", count).format(count=count)
        self.setAccessibleName(_("{question}, {chosen}").format(question=name, chosen=chosen) if count else name)
        if bool(count) is not bool(self.property("answered")):
            self.setProperty("answered", bool(count))
            self.style().unpolish(self)
            self.style().polish(self)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setIcon(sized_icon("chevron_down", theme.text, self._asset, self.iconSize().width()))

    def open_answers(self) -> None:
        """Shows the answers below the button."""
        answers = _Answers(self._name, self._choices(), self._theme, self._asset, self)
        answers.chips.show_value(self._values)
        answers.chips.changed.connect(lambda values: self._on_changed(answers.chips, values))
        answers.open_below(self)

    def _on_changed(self, chips: Chips, values: tuple[str, ...]) -> None:
        if self._takes_one:
            values = tuple(value for value in values if value not in self._values) if len(values) > 1 else values
            chips.show_value(values)
        self.answered.emit(values)


class _Answers(QWidget):
    """A card that floats; gone with Escape, Enter, or a click elsewhere."""

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[str, str]],
        theme: Theme,
        asset: Callable[[str], Path],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setLayoutDirection(QGuiApplication.layoutDirection())  # and not that of its button
        from hipback_desktop.ui.chips import Chips

        self.setAccessibleName(name)
        self.chips = Chips(choices, theme, asset)
        card = QFrame()
        card.setProperty("kind", "answers")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        self._column = Column(margin=0)
        self._column.content.addWidget(self.chips)
        inside.addWidget(self._column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)

    def open_below(self, button: QWidget) -> None:
        """Shown below a button, within its screen; what is higher than that scrolls."""
        for chip in self.chips.findChildren(QWidget):
            chip.ensurePolished()  # unstyled, a chip would say that it is smaller
        around, room = 2 * (_PAD + _EDGE), button.screen().availableGeometry().height() - 4 * SPACE
        width = max(_WIDTH, self.chips.minimumSizeHint().width() + around)
        needed = self.chips.heightForWidth(width - around) + around
        if needed <= room:
            self._column.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedSize(width, min(needed, room))
        begin = button.width() - self.width() if self.isRightToLeft() else 0
        place = button.mapToGlobal(QPoint(begin, button.height() + SPACE // 2))
        screen = button.screen().availableGeometry()
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        place.setY(max(screen.top(), min(place.y(), screen.bottom() - self.height())))
        self.move(place)
        self.setMask(_rounded(self.rect()))  # where windows cannot be translucent, the corners would be black
        self.show()
        first = self.chips.first()
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.close()
        else:
            super().keyPressEvent(event)


def _rounded(rect: QRect) -> QRegion:
    shape = QPainterPath()
    shape.addRoundedRect(rect, _CORNER, _CORNER)
    return QRegion(shape.toFillPolygon().toPolygon())
