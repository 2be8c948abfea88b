"""The styles only the pages need, added to the program's style sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.core.exercise_terms import Phase
from hipback_desktop.ui.type_scale import SPACE

if TYPE_CHECKING:
    from hipback_desktop.ui.theme import Theme

_RADIUS = SPACE + SPACE // 2
_PILL = 2 * SPACE


def page_styles(theme: Theme) -> str:
    """Navigation, cards that can be chosen, chips, numbers and switches in a theme."""
    return "\n".join(
        (
            _navigation(theme),
            _cards(theme),
            _chips(theme),
            _phases(theme),
            _numbers(theme),
            _sections(theme),
            _tables(theme),
        )
    )


def _navigation(theme: Theme) -> str:
    return f"""
QFrame[kind="top_bar"] {{ background: {theme.background}; border: none; }}
QPushButton[kind="tab"] {{
  background: transparent; color: {theme.muted}; border: 2px solid transparent; border-radius: {_RADIUS}px;
  padding: {SPACE // 2}px {2 * SPACE}px; min-height: {4 * SPACE - 4}px;
}}
QPushButton[kind="tab"]:hover {{ background: {theme.raised}; color: {theme.text}; }}
QPushButton[kind="tab"]:checked {{ background: {theme.accent_soft}; color: {theme.text}; border-color: transparent; }}
QPushButton[kind="tab"]:focus {{ border-color: {theme.focus}; }}
"""


def _cards(theme: Theme) -> str:
    return f"""
QFrame[kind="choice_card"] {{
  background: {theme.surface}; border: 2px solid {theme.line}; border-radius: {2 * SPACE}px;
}}
QFrame[kind="choice_card"]:hover {{ border-color: {theme.outline}; }}
QFrame[kind="choice_card"]:focus {{ border-color: {theme.focus}; }}
QFrame[kind="head_card"] {{
  background: {theme.surface}; border: 2px solid {theme.line}; border-radius: {2 * SPACE}px;
}}
QFrame[kind="head_card"]:focus {{ border-color: {theme.focus}; }}
QFrame[kind="hero"] {{
  background: {theme.accent_soft}; border: 1px solid {theme.accent if theme.is_dark else theme.accent_soft};
  border-radius: {3 * SPACE}px;
}}
QFrame[kind="sheet"] {{
  background: {theme.surface}; border: 2px solid {theme.line}; border-radius: {3 * SPACE}px;
}}
QFrame[kind="sheet"]:focus {{ border-color: {theme.focus}; }}
QFrame[kind="own_session"] {{
  background: {theme.accent_soft}; border: none; border-top: 1px solid {theme.accent};
}}
QFrame[kind="well"] {{ background: {theme.raised}; border: none; border-radius: {_RADIUS}px; }}
QPushButton[small="true"] {{ padding: {SPACE}px; min-width: {3 * SPACE}px; }}
QPushButton[large="true"] {{ min-height: {5 * SPACE}px; min-width: {18 * SPACE}px; }}
QPushButton[kind="choice"] {{
  background: {theme.surface}; border: 2px solid {theme.outline}; border-radius: {_RADIUS}px; text-align: left;
  padding: {_RADIUS}px {2 * SPACE}px; min-height: {3 * SPACE}px;
}}
QPushButton[kind="choice"]:hover {{ background: {theme.accent_soft}; border-color: {theme.accent}; }}
QPushButton[kind="choice"]:focus {{ border-color: {theme.focus}; }}
"""


def _chips(theme: Theme) -> str:
    return f"""
QPushButton[kind="chip"], QPushButton[kind="segment"] {{
  background: {theme.surface}; color: {theme.text}; border: 2px solid {theme.outline}; border-radius: {_PILL + 2}px;
  padding: {SPACE // 4}px {2 * SPACE}px; min-height: {3 * SPACE + 4}px;
}}
QPushButton[kind="chip"]:hover, QPushButton[kind="segment"]:hover {{ border-color: {theme.accent}; }}
QPushButton[kind="chip"]:checked, QPushButton[kind="segment"]:checked {{
  background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent};
}}
QPushButton[kind="chip"]:focus, QPushButton[kind="segment"]:focus {{ border-color: {theme.focus}; }}
QPushButton[kind="facet"], QPushButton[kind="pill"] {{
  background: {theme.surface}; color: {theme.text}; border: 2px solid {theme.outline}; border-radius: {_RADIUS}px;
  padding: 0 {SPACE + 4}px; min-height: {4 * SPACE}px;
}}
QPushButton[kind="facet"]:hover, QPushButton[kind="pill"]:hover {{ border-color: {theme.accent}; }}
QPushButton[kind="facet"][answered="true"] {{ background: {theme.accent_soft}; border-color: {theme.accent}; }}
QPushButton[kind="pill"] {{ background: {theme.accent_soft}; border-color: transparent; }}
QPushButton[kind="facet"]:focus, QPushButton[kind="pill"]:focus {{ border-color: {theme.focus}; }}
QFrame[kind="answers"] {{
  background: {theme.surface}; border: 2px solid {theme.outline}; border-radius: {2 * SPACE}px;
}}
QLineEdit[kind="search"] {{
  border: 2px solid {theme.outline}; border-radius: {_RADIUS}px; padding: {SPACE // 2}px {SPACE}px;
}}
QLineEdit[kind="search"]:focus {{ border-color: {theme.focus}; }}
QLineEdit[kind="search"] QToolButton {{ background: transparent; border: none; padding: 0; min-height: 0; }}
QPushButton[kind="chip"]:checked:focus, QPushButton[kind="segment"]:checked:focus {{ border-color: {theme.text}; }}
"""


def _phases(theme: Theme) -> str:
    return "\n".join(
        f"""
QFrame[phase="{phase}"] {{ background: {theme.phases_soft[phase]}; border: none; border-radius: {_RADIUS}px; }}
QLabel[phase="{phase}"] {{ color: {theme.phases[phase]}; }}
"""
        for phase in Phase
    )


def _numbers(theme: Theme) -> str:
    return f"""
QPushButton[kind="number"] {{
  background: {theme.surface}; color: {theme.text}; border: 2px solid {theme.outline}; border-radius: {SPACE}px;
  padding: 0; min-width: {3 * SPACE}px; min-height: {4 * SPACE}px;
}}
QPushButton[kind="number"]:hover {{ background: {theme.accent_soft}; border-color: {theme.accent}; }}
QPushButton[kind="number"]:checked {{
  background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent};
}}
QPushButton[kind="number"]:focus {{ border: 2px dashed {theme.focus}; }}
QPushButton[kind="number"]:checked:focus {{ border: 2px solid {theme.text}; }}
"""


def _sections(theme: Theme) -> str:
    return f"""
QListWidget[kind="sections"] {{ background: transparent; border: none; outline: none; padding: 0; }}
QListWidget[kind="sections"]::item {{
  padding: {_RADIUS}px {_RADIUS - 1}px; border-radius: {_RADIUS}px; border: 2px solid transparent; color: {theme.text};
}}
QListWidget[kind="sections"]::item:selected {{ background: {theme.accent_soft}; color: {theme.text}; }}
QListWidget[kind="sections"]::item:selected:focus {{ border-color: {theme.focus}; }}
QSpinBox QLineEdit, QDateTimeEdit QLineEdit {{
  background: transparent; border: none; padding: 0 {SPACE}px; min-height: 0;
}}
QSpinBox::up-button, QSpinBox::down-button, QDateTimeEdit::up-button, QDateTimeEdit::down-button {{
  width: 0; height: 0; border: none;
}}
QComboBox::drop-down {{ border: none; width: {4 * SPACE}px; }}
QComboBox::down-arrow {{ image: none; }}
QScrollArea[kind="detail"] {{ border: 2px solid transparent; border-radius: {_RADIUS}px; }}
QScrollArea[kind="detail"]:focus {{ border-color: {theme.focus}; }}
QListView[kind="history"], QListView[kind="cards"] {{ background: transparent; border: none; outline: none; }}
"""


def _tables(theme: Theme) -> str:
    return f"""
QPushButton[kind="quiet"]:checked {{ background: {theme.accent_soft}; }}
QTableWidget {{
  background: {theme.surface}; color: {theme.text}; gridline-color: {theme.line}; border: none; outline: none;
}}
QTableWidget:focus {{ border: 2px solid {theme.focus}; }}
QTableWidget::item {{ padding: {SPACE // 2}px {SPACE}px; }}
QTableWidget::item:selected {{ background: {theme.accent_soft}; color: {theme.text}; }}
QHeaderView {{ background: {theme.surface}; }}
QHeaderView::section {{
  background: {theme.surface}; color: {theme.muted}; border: none; border-bottom: 1px solid {theme.outline};
  padding: {SPACE // 2}px {SPACE}px;
}}
"""
