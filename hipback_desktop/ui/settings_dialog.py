"""Every setting that has a section, from the table in core; a change counts at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.settings import OPTIONS, Listed, Section
from hipback_desktop.ui.column import Column
from hipback_desktop.ui.icon_button import IconButton, push_button
from hipback_desktop.ui.label import label
from hipback_desktop.ui.notice_bar import NoticeBar
from hipback_desktop.ui.number_field import NumberField
from hipback_desktop.ui.option_editors import VOICE_KEY, OptionRow
from hipback_desktop.ui.section_list import SectionList
from hipback_desktop.ui.themed import show_theme_inside
from hipback_desktop.ui.type_scale import SPACE, TypeRole
from hipback_desktop.ui.voice_field import VoiceField

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from hipback_desktop.core.settings import Settings
    from hipback_desktop.ui.theme import Theme

_USUAL = QSize(880, 640)
_SMALLEST = QSize(640, 400)
_FRAME = QSize(16, 48)
_LARGEST_PART = 0.27
"""Of the dialog for its sections."""


class SettingsDialog(QDialog):
    """Sections on the left, the settings of one on the right."""

    changed = Signal(str, object)
    voice_tested = Signal(str, int, int)
    what_works_requested = Signal()

    def __init__(
        self,
        settings: Settings,
        theme: Theme,
        asset: Callable[[str], Path],
        name_of: Callable[[str], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asset = asset
        self._name_of = name_of
        self._settings = settings
        self._voices: Mapping[str, str] = {}
        self._rows: dict[str, OptionRow] = {}
        self.setWindowTitle(_("Settings"))
        room = self.screen().availableSize() - _FRAME
        self.setMinimumSize(_SMALLEST.boundedTo(room))
        self.resize(_USUAL.boundedTo(room))
        self._sections = SectionList((_(section.value) for section in Section), _("Sections"))
        self._notices = NoticeBar(theme, asset)
        self._notices.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 0)
        self._pages = QStackedWidget()
        self._built: dict[Section, QWidget] = {}
        self._done = push_button(_("Done"), "secondary")
        self._done.clicked.connect(self.accept)
        self._sections.currentRowChanged.connect(lambda place: self._on_section(list(Section)[place]))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._rail())
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._notices)
        beside.addWidget(self._pages, 1)
        layout.addLayout(beside, 1)
        self._sections.setCurrentRow(0)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.close)

    def show_settings(self, settings: Settings) -> None:
        """Shows values without telling anyone."""
        self._settings = settings
        self._notices.clear()
        for key, row in self._rows.items():
            row.editor.show_value(getattr(settings, key))

    def follow(self, settings: Settings) -> None:
        """Shows what was changed elsewhere while the dialog is open; what is being put in stays."""
        self._settings = settings
        for key, row in self._rows.items():
            if row.editor.value() != getattr(settings, key):
                row.editor.show_value(getattr(settings, key))

    def show_voices(self, voices: Mapping[str, str]) -> None:
        """The names of the voices there are to choose from, by what the speech engine calls them."""
        self._voices = voices
        for row in self._rows.values():
            if isinstance(row.editor, VoiceField):
                row.editor.show_voices(self._voices)

    def show_sound_trouble(self, sentence: str) -> None:
        """What keeps a voice from being heard, here where it is tested; nothing when all is well."""
        self._notices.clear()
        self._notices.show_notice(sentence)

    def show_section(self, section: Section) -> None:
        """Opens one section."""
        self._sections.setCurrentRow(list(Section).index(section))

    def show_theme(self, theme: Theme) -> None:
        """Colours what the style sheet cannot."""
        self._theme = theme
        show_theme_inside(self, theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow dialog the names of the sections wrap, so that the settings have room."""
        super().resizeEvent(event)
        self._sections.show_width(int(event.size().width() * _LARGEST_PART))

    def _on_section(self, section: Section) -> None:
        """A section is built when it is first gone to: all of them at once would keep the dialog waiting."""
        if section not in self._built:
            page = self._built[section] = self._page(section)
            self._pages.addWidget(page)
            *_others, last = page.findChildren(QPushButton)
            self.setTabOrder(last, self._done)  # not before the settings, where the column of sections has it
        self._pages.setCurrentWidget(self._built[section])

    def _rail(self) -> QVBoxLayout:
        rail = QVBoxLayout()
        rail.setContentsMargins(2 * SPACE, 3 * SPACE, SPACE, 2 * SPACE)
        rail.setSpacing(2 * SPACE)
        title = label(_("Settings"), TypeRole.TITLE, wraps=False)
        title.setIndent(2 * SPACE)
        rail.addWidget(title)
        rail.addWidget(self._sections, 1)
        rail.addWidget(self._done)
        return rail

    def _page(self, section: Section) -> QWidget:
        page = Column(margin=3 * SPACE)
        page.content.addWidget(label(_(section.value), TypeRole.TITLE))
        card = QFrame()
        card.setProperty("kind", "card")
        rows = QVBoxLayout(card)
        rows.setContentsMargins(3 * SPACE, 2 * SPACE + SPACE // 2, 3 * SPACE, 2 * SPACE + SPACE // 2)
        rows.setSpacing(2 * SPACE + SPACE // 2)
        for option in OPTIONS:
            if option.section is section:
                if rows.count():
                    rows.addWidget(_rule())
                rows.addWidget(self._row(OptionRow(option, self._theme, self._asset, self._name_of)))
        _align(card.findChildren(NumberField))
        page.content.addWidget(card)
        if section is Section.BREAKS:
            what_works = push_button(_("What works here"), "secondary")
            what_works.clicked.connect(self.what_works_requested)
            page.content.addWidget(what_works, 0, Qt.AlignmentFlag.AlignLeft)
        page.content.addWidget(self._restore_button(section))
        page.content.addStretch(1)
        return page

    def _row(self, row: OptionRow) -> OptionRow:
        key = row.option.key
        self._rows[key] = row
        row.editor.show_value(getattr(self._settings, key))
        row.editor.changed.connect(lambda value: self.changed.emit(key, value))
        if isinstance(row.editor, VoiceField):
            row.editor.show_voices(self._voices)
            row.editor.test_requested.connect(self._on_test)
        return row

    def _restore_button(self, section: Section) -> QWidget:
        restore = IconButton("repeat", _("Restore defaults"), "quiet", self._theme, self._asset)
        restore.setAccessibleName(_("Restore the defaults of {section}").format(section=_(section.value)))
        restore.clicked.connect(lambda: self._restore(section))
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(restore)
        across.addStretch(1)
        return holder

    def _restore(self, section: Section) -> None:
        for row in self._rows.values():
            default: Any = row.option.default
            is_kept = isinstance(row.option.kind, Listed) or row.option.key == "comfort_filters"  # chosen for comfort
            if row.option.section is section and not is_kept and row.editor.value() != default:
                row.editor.show_value(default)
                self.changed.emit(row.option.key, default)

    def _on_test(self) -> None:
        values = [self._rows[key].editor.value() for key in (VOICE_KEY, "voice_rate", "voice_volume")]
        self.voice_tested.emit(*values)


def _align(fields: Sequence[NumberField]) -> None:
    widest = max((field.number_width() for field in fields), default=0)
    for field in fields:
        field.show_number_width(widest)


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("kind", "rule")
    return rule
