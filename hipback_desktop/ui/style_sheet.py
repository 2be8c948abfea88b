"""The one style sheet of the program, written from a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from hipback_desktop.ui.type_scale import SPACE

if TYPE_CHECKING:
    from hipback_desktop.ui.theme import Theme

# Fonts are left out on purpose: widgets get theirs from type_scale, and a font in a style sheet would override it.
# Buttons say what they are with the property "kind", labels with "tone", frames with "kind" as well.

_RADIUS = SPACE + SPACE // 2


def style_sheet(theme: Theme) -> str:
    """The look of the whole application in a theme."""
    parts = (_ground, _labels, _buttons, _fields, _marks, _scrolling)
    return "\n".join(part(theme) for part in parts)


def _ground(theme: Theme) -> str:
    return f"""
QMainWindow, QDialog, QWidget[kind="page"] {{ background: {theme.background}; }}
QWidget {{ color: {theme.text}; selection-background-color: {theme.accent}; selection-color: {theme.on_accent}; }}
QFrame[kind="card"] {{
  background: {theme.surface}; border: 1px solid {theme.line}; border-radius: {2 * SPACE}px;
}}
QFrame[kind="notice"] {{
  background: {theme.warning_soft}; border: 1px solid {theme.warning}; border-radius: {_RADIUS}px;
}}
QFrame[kind="danger"] {{
  background: {theme.danger_soft}; border: 1px solid {theme.danger}; border-radius: {_RADIUS}px;
}}
QFrame[kind="accent"] {{ background: {theme.accent_soft}; border: none; border-radius: {_RADIUS}px; }}
QFrame[kind="rule"] {{ background: {theme.line}; border: none; max-height: 1px; min-height: 1px; }}
QToolTip {{
  background: {theme.text}; color: {theme.background}; border: none; padding: {SPACE // 2}px {SPACE}px;
}}
QMenu {{ background: {theme.surface}; border: 1px solid {theme.line}; padding: {SPACE // 2}px; }}
QMenu::item {{ padding: {SPACE}px {2 * SPACE}px; border-radius: {SPACE // 2}px; }}
QMenu::item:selected {{ background: {theme.accent_soft}; color: {theme.text}; }}
QMenu::item:disabled {{ background: transparent; color: {theme.muted}; }}
QMenu::separator {{ background: {theme.line}; height: 1px; margin: {SPACE // 2}px {SPACE}px; }}
"""


def _labels(theme: Theme) -> str:
    return f"""
QLabel {{ background: transparent; border: none; }}
QLabel[tone="muted"] {{ color: {theme.muted}; }}
QLabel[tone="accent"] {{ color: {theme.accent}; }}
QLabel[tone="warning"] {{ color: {theme.warning}; }}
QLabel[tone="danger"] {{ color: {theme.danger}; }}
"""


def _buttons(theme: Theme) -> str:
    return f"""
QPushButton {{
  background: {theme.raised}; color: {theme.text}; border: 2px solid {theme.button_edge};
  border-radius: {_RADIUS}px; padding: {SPACE}px {2 * SPACE}px; min-height: {3 * SPACE}px; outline: none;
}}
QPushButton:hover {{ background: {theme.hover}; }}
QPushButton:pressed {{ background: {theme.accent_soft}; }}
QPushButton:disabled {{ color: {theme.outline}; }}
QPushButton[kind="secondary"] {{ background: {theme.surface}; border: 2px solid {theme.outline}; }}
QPushButton[kind="secondary"]:hover {{ background: {theme.accent_soft}; border-color: {theme.accent}; }}
QPushButton[kind="quiet"] {{ background: transparent; }}
QPushButton[kind="quiet"]:hover {{ background: {theme.raised}; }}
QPushButton[kind="primary"] {{
  background: {theme.accent}; color: {theme.on_accent}; border-color: transparent;
}}
QPushButton[kind="primary"]:hover {{ background: {theme.accent_hover}; }}
QPushButton[kind="primary"]:disabled {{ background: {theme.raised}; color: {theme.muted}; }}
QPushButton[kind="danger"] {{ background: {theme.danger}; color: {theme.on_danger}; border-color: transparent; }}
QPushButton[kind="danger"]:hover {{ background: {theme.danger_hover}; }}
QPushButton:focus, QPushButton[kind="secondary"]:focus, QPushButton[kind="quiet"]:focus {{
  border: 2px solid {theme.focus};
}}
QPushButton[kind="primary"]:focus, QPushButton[kind="danger"]:focus {{ border: 3px solid {theme.text}; }}
"""


def _fields(theme: Theme) -> str:
    # Qt mirrors a slider, but not the names of the parts before and behind its handle
    filled = "add-page" if QGuiApplication.isRightToLeft() else "sub-page"
    return f"""
QLineEdit, QSpinBox, QDateTimeEdit, QComboBox, QPlainTextEdit {{
  background: {theme.surface}; color: {theme.text}; border: 1px solid {theme.outline}; border-radius: {SPACE}px;
  padding: {SPACE // 2}px {SPACE}px; min-height: {3 * SPACE}px;
}}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {theme.muted}; }}
QLineEdit:focus, QSpinBox:focus, QDateTimeEdit:focus, QComboBox:focus, QPlainTextEdit:focus {{
  border: 2px solid {theme.focus};
}}
QComboBox QAbstractItemView {{
  background: {theme.surface}; border: 1px solid {theme.outline}; outline: none; padding: {SPACE // 2}px;
  selection-background-color: {theme.accent_soft}; selection-color: {theme.text};
}}
QSlider {{ min-height: {3 * SPACE}px; border: 2px solid transparent; border-radius: {SPACE}px; }}
QSlider:focus {{ border-color: {theme.focus}; }}
QSlider::groove:horizontal {{ height: 6px; border-radius: 3px; background: {theme.outline}; }}
QSlider::{filled}:horizontal {{ height: 6px; border-radius: 3px; background: {theme.accent}; }}
QSlider::handle:horizontal {{
  width: 20px; height: 20px; margin: -7px 0; border-radius: 10px; background: {theme.accent};
}}
QSlider::handle:horizontal:hover {{ background: {theme.accent_hover}; }}
"""


def _marks(theme: Theme) -> str:
    # The tick itself is the filled square: a picture would be a file per theme.
    return f"""
QCheckBox, QRadioButton {{
  spacing: {SPACE}px; padding: {SPACE // 2}px; border: 2px solid transparent; border-radius: {SPACE}px; outline: none;
}}
QCheckBox:focus, QRadioButton:focus {{ border-color: {theme.focus}; }}
QCheckBox::indicator, QRadioButton::indicator {{
  width: 16px; height: 16px; background: {theme.surface}; border: 2px solid {theme.outline};
}}
QCheckBox::indicator {{ border-radius: 5px; }}
QRadioButton::indicator {{ border-radius: 10px; }}
QCheckBox::indicator:checked, QRadioButton::indicator:checked {{
  width: 8px; height: 8px; background: {theme.on_accent}; border: 6px solid {theme.accent};
}}
"""


def _scrolling(theme: Theme) -> str:
    return f"""
QScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget[kind="scrolled"] {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {theme.outline}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: {5 * SPACE}px; }}
QScrollBar::handle:horizontal {{ min-width: {5 * SPACE}px; }}
QScrollBar::handle:hover {{ background: {theme.muted}; }}
QWidget[kind="over_page"] QScrollBar::handle:vertical {{ background: {theme.on_dimmed}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
