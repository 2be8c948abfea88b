"""The control for each kind of setting; which one is decided here and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.settings import Choice, DayHours, Listed, Number, Several, Toggle, Words
from hipback_desktop.ui.chips import Chips
from hipback_desktop.ui.hours_field import HoursField
from hipback_desktop.ui.label import label
from hipback_desktop.ui.list_field import ListField
from hipback_desktop.ui.number_field import NumberField
from hipback_desktop.ui.segments import Segments
from hipback_desktop.ui.switch import Switch
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of
from hipback_desktop.ui.voice_field import VoiceField

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.core.settings import Option
    from hipback_desktop.ui.theme import Theme

VOICE_KEY = "voice"


class Editor(Protocol):
    """What every control of a setting can do; ``changed`` carries the new value."""

    @property
    def changed(self) -> SignalInstance: ...
    def value(self) -> Any: ...
    def show_value(self, value: Any) -> None: ...


class OptionRow(QWidget):
    """One setting: its label, its help and its control, which is beside the words when it is small."""

    def __init__(
        self,
        option: Option,
        theme: Theme,
        asset: Callable[[str], Path],
        name_of: Callable[[str], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.option = option
        self.editor = editor_of(option, theme, asset, name_of)
        assert isinstance(self.editor, QWidget)
        words = QVBoxLayout()
        words.setSpacing(2)
        title = label(_(option.label), TypeRole.BODY)
        title.setFont(font_of(TypeRole.BODY, strong=True))
        words.addWidget(title)
        if option.help:
            words.addWidget(label(_(option.help), TypeRole.CAPTION, "muted"))
            self.editor.setAccessibleDescription(_(option.help))
        if isinstance(option.kind, Toggle):
            across = QHBoxLayout(self)
            across.setContentsMargins(0, 0, 0, 0)
            across.setSpacing(3 * SPACE)
            across.addLayout(words, 1)
            across.addWidget(self.editor, 0, Qt.AlignmentFlag.AlignVCenter)
            return
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(SPACE)
        down.addLayout(words)
        down.addWidget(self.editor)


def editor_of(
    option: Option, theme: Theme, asset: Callable[[str], Path], name_of: Callable[[str], str] = str
) -> Editor:
    """The control that suits the kind of a setting; ``name_of`` turns a listed id into words."""
    name = _(option.label)
    editor: Editor
    match option.kind:
        case Toggle():
            editor = ToggleField(name, theme, asset)
        case Number():
            editor = NumberField(option.kind, name)
        case Choice():
            editor = Segments(_translated(option.kind.choices), name)
        case Several():
            editor = Chips(_translated(option.kind.choices), theme, asset)
        case Words():
            is_voice = option.key == VOICE_KEY
            editor = VoiceField(name, theme, asset) if is_voice else WordsField(option.kind.longest, name)
        case DayHours():
            editor = HoursField(option.kind.longest, name)
        case Listed():
            editor = ListField(name, name_of, theme, asset)
    return editor


class ToggleField(Switch):
    """A switch as an editor."""

    @property
    def changed(self) -> SignalInstance:
        return self.clicked

    def value(self) -> bool:
        return self.isChecked()

    def show_value(self, value: bool) -> None:
        self.setChecked(value)


class WordsField(QLineEdit):
    """A line of text as an editor."""

    def __init__(self, longest: int, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(longest)
        self.setAccessibleName(accessible_name)
        self.setFont(font_of(TypeRole.BODY))

    @property
    def changed(self) -> SignalInstance:
        return self.textEdited

    def value(self) -> str:
        return self.text()

    def show_value(self, value: str) -> None:
        self.setText(value)


def _translated(choices: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((value, _(text)) for value, text in choices)
