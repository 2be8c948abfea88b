"""The page “What works here” looks with a watch of its own, and only while it is open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hipback_desktop.app.looks import Looks
from hipback_desktop.app.what_works import WhatWorks, probes_here
from hipback_desktop.breaks.presence.reading import Sign
from hipback_desktop.breaks.presence.watch import PresenceWatch
from hipback_desktop.core.settings import Settings
from hipback_desktop.ui.what_works_page import WhatWorksPage
from tests.breaks.presence.fake_probe import FakeProbe
from tests.fakes import FakeClock


class Person(QObject):
    """Somebody who keeps to the usual settings."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.settings = Settings(theme="light")

    def theme_at_start(self) -> str:
        return self.settings.theme


class Desk:
    """A computer with one probe, and the page about it."""

    def __init__(self, application: QApplication) -> None:
        self.idle = FakeProbe("idle_x11", Sign.IDLE, 4.0, 8.0)
        self.person = Person()
        self.looks = Looks(application, cast(Any, self.person), self.person)
        self.desktop = FakeProbe("desktop_reminds_gnome", Sign.DESKTOP_REMINDS, True, False)
        self.reminds = True
        self.what_works = WhatWorks(
            FakeClock(),
            lambda: "The reminder is off.",
            lambda: self.looks,
            lambda: self.reminds,
            self.person,
            lambda: [self.idle, self.desktop],
        )

    @property
    def page(self) -> WhatWorksPage:
        return next(page for page in QApplication.topLevelWidgets() if isinstance(page, WhatWorksPage))

    def words(self) -> list[str]:
        return [shown.text() for shown in self.page.findChildren(QLabel)]


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    desk = Desk(qapp)
    yield desk
    desk.what_works.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_it_looks_when_it_is_opened_and_says_why_nothing_shows(desk: Desk, qtbot: QtBot) -> None:
    desk.what_works.show()
    assert "The reminder is off." in desk.words()
    qtbot.waitUntil(lambda: "Last used 4 seconds ago." in desk.words())
    desk.page.look_requested.emit()
    qtbot.waitUntil(lambda: "Last used 8 seconds ago." in desk.words())


def test_there_is_one_page_however_often_it_is_opened(desk: Desk) -> None:
    desk.what_works.show()
    page = desk.page
    desk.what_works.show()
    assert [shown for shown in QApplication.topLevelWidgets() if isinstance(shown, WhatWorksPage)] == [page]


def test_nothing_looks_any_more_when_it_is_closed(desk: Desk, qtbot: QtBot) -> None:
    desk.what_works.show()
    qtbot.waitUntil(lambda: "Last used 4 seconds ago." in desk.words())
    desk.what_works.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert desk.what_works.findChildren(PresenceWatch) == []
    desk.what_works.show()
    qtbot.waitUntil(lambda: "Last used 8 seconds ago." in desk.words())


def test_38_whose_desktop_reminds_as_well_may_choose_there(desk: Desk, qtbot: QtBot) -> None:
    def choice() -> QPushButton:
        return next(button for button in desk.page.findChildren(QPushButton) if button.text() == "Let Hipback remind")

    desk.what_works.show()
    assert not choice().isVisible()
    qtbot.waitUntil(lambda: choice().isVisible())
    with qtbot.waitSignal(desk.what_works.hipback_wanted):
        choice().click()
    desk.what_works.look_again()
    qtbot.waitUntil(lambda: not choice().isVisible())


def test_38_with_the_reminder_off_there_is_nothing_to_choose(desk: Desk, qtbot: QtBot) -> None:
    desk.reminds = False
    desk.what_works.show()
    qtbot.waitUntil(lambda: "It reminds you to move." in desk.words())
    assert "Let Hipback remind" not in [
        button.text() for button in desk.page.findChildren(QPushButton) if button.isVisible()
    ]


def test_this_computer_has_something_to_ask() -> None:
    assert any(probe.sign is Sign.IDLE for probe in probes_here())
