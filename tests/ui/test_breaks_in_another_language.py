"""Under a language that has everything, prompt, tray and notification show no word of English."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop.core.break_views import BreakPromptView, prompt_view, tray_view
from hipback_desktop.core.prompt import Prompt, Prompted
from hipback_desktop.desktop.notifications import notification
from hipback_desktop.ui.break_prompt import BreakPrompt
from hipback_desktop.ui.clock_words import time_of_day
from hipback_desktop.ui.figure_slot import no_figure
from hipback_desktop.ui.theme import LIGHT
from hipback_desktop.ui.tray import Tray
from tests.builders import NOON, a_hold, a_routine
from tests.core.sitter import HOUR, MINUTE, Sitter
from tests.pseudo import untranslated
from tests.ui.moments import asset

pytestmark = pytest.mark.usefixtures("in_pseudo")
ALLOWED = "Hipback"


def a_view(*, is_repeat: bool = False) -> BreakPromptView:
    """An offer of a routine and an exercise that are called 7."""
    prompted = Prompted(Prompt(NOON), is_silent=False, is_repeat=is_repeat, offers_snooze=True)
    return prompt_view(prompted, 45 * MINUTE, a_routine(a_hold(name="7"), name="7"), 120)


@pytest.mark.parametrize("is_repeat", [False, True])
def test_the_prompt(qtbot: QtBot, is_repeat: bool) -> None:
    prompt = BreakPrompt(LIGHT, asset, no_figure)
    qtbot.addWidget(prompt, before_close_func=lambda _widget: prompt.withdraw())
    prompt.show_prompt(a_view(is_repeat=is_repeat))
    card = prompt.card()
    assert card is not None
    widgets: list[QWidget] = [prompt, *card.answers(), *card.findChildren(QLabel)]
    properties = ("text", "windowTitle", "toolTip", "accessibleName", "accessibleDescription")
    seen = [str(widget.property(name) or "") for widget in widgets for name in properties]
    assert len([text for text in seen if text]) > 15
    assert untranslated(seen, ALLOWED) == []


def test_the_notification() -> None:
    _name, _replaces, _icon, headline, body, actions, _hints, _timeout = notification(a_view(), (), 0, asset("icons"))
    assert untranslated([headline, body, *actions[1::2]], ALLOWED) == []


def test_the_tray(qtbot: QtBot) -> None:
    sitter = Sitter()
    tray = Tray(asset, lambda: NOON)
    seen = []
    for seconds, does in ((HOUR / 4, sitter.sits), (HOUR, sitter.pauses)):
        does(seconds)
        view = tray_view(sitter.reminder, sitter.now, time_of_day)
        tray.show_state(view)
        tray.menu().aboutToShow.emit()
        seen += [view.summary, view.state_text, *(action.text() for action in tray.menu().actions())]
    seen += [action.text() for action in tray._pauses.actions()]
    assert untranslated(seen, ALLOWED) == []


def test_a_pause_until_tomorrow() -> None:
    sitter = Sitter()
    sitter.pauses(18 * HOUR)
    assert untranslated([tray_view(sitter.reminder, sitter.now, time_of_day).state_text]) == []
