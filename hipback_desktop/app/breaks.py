"""Sitting breaks: joins the reminder, what is seen of it, the person's settings and the player."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hipback_desktop.breaks.service import BreakService
from hipback_desktop.core.break_choices import rules_of
from hipback_desktop.core.break_views import prompt_view, tray_view
from hipback_desktop.core.break_words import absence_text, reason_text
from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.presence import Mode
from hipback_desktop.core.prompt import Answer, Surface, Wait
from hipback_desktop.ui.clock_words import time_of_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipback_desktop.app.archive import Archive
    from hipback_desktop.app.break_surfaces import BreakSurfaces
    from hipback_desktop.app.edges import Edges
    from hipback_desktop.app.person import Person
    from hipback_desktop.core.prompt import Prompted
    from hipback_desktop.core.record import SessionRecord
    from hipback_desktop.core.routine import Routine

_WEEK_OF_SESSIONS = 200
_MINUTE = 60


class Breaks(QObject):
    """Follows the settings from ``begin`` on; ``play`` plays a break in the window."""

    def __init__(
        self,
        edges: Edges,
        archive: Archive,
        person: Person,
        surfaces: BreakSurfaces,
        session_runs: Callable[[], bool],
        play: Callable[[Routine], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = edges.clock
        self._archive = archive
        self._person = person
        self._session_runs = session_runs
        self._play = play
        self._offered: Routine | None = None
        self._has_begun = False
        self._was_sent_to_tray = False
        self.surfaces = surfaces
        self.service = BreakService(
            edges.clock,
            edges.alarm(self),
            lambda: archive.breaks,
            partial(edges.presence, edges.clock, self),
            session_runs,
            person.tell_failure,
            self,
        )
        self._connect()

    def begin(self) -> None:
        """Reminds if that is wanted, and goes on following the settings."""
        if not self._has_begun:
            self._has_begun = True
            self._person.changed.connect(self._apply)
            self._apply()

    def waits_in_tray(self) -> bool:
        """Begins without a window, with the icon in any case; False when there is no tray to wait in."""
        self._was_sent_to_tray = True
        self.begin()
        return self.surfaces.has_tray

    @property
    def stays_without_window(self) -> bool:
        """Whether the program goes on when its window is closed."""
        settings = self._person.settings
        wants_to = settings.on_close == "tray" or (settings.on_close == "reminds" and settings.breaks_on)
        return wants_to and self.surfaces.has_tray

    def start(self) -> bool:
        """The break that is offered, or one now; False when there is nothing to play in it."""
        if self._session_runs():
            raise UserError(_("A session is running; stop it first, with “hipback stop”."))
        routine = self._offered or self._planned()
        if not routine.steps:
            self._walk()
            return False
        self.service.begin(routine.id)
        self.surfaces.withdraw()
        self._play(routine)
        return True

    def reason(self) -> str:
        """Why nothing shows at the moment, in a sentence."""
        reminder = self.service.reminder
        return reason_text(Wait.SWITCHED_OFF if reminder is None else reminder.reason)

    def absence_text(self) -> str:
        """The last absence, if it was taken for a break today."""
        reminder = self.service.reminder
        if reminder is None or not self.service.is_on:
            return ""
        return absence_text(reminder.sitting.absence, self._clock.now(), time_of_day)

    def close(self) -> None:
        """Nothing reminds any more; what was counted is kept."""
        self.service.close()
        self.surfaces.close()

    def _connect(self) -> None:
        service, surfaces = self.service, self.surfaces
        service.prompted.connect(self._on_prompted)
        service.withdrawn.connect(self._on_over)
        service.closed.connect(self._on_over)
        service.changed.connect(self._show_state)
        surfaces.start_chosen.connect(self.start)
        surfaces.walk_chosen.connect(self._walk)
        surfaces.stand_chosen.connect(lambda: service.answer(Answer.STAND))
        surfaces.snooze_chosen.connect(lambda minutes: service.snooze(minutes * _MINUTE))
        surfaces.skip_chosen.connect(lambda: service.answer(Answer.SKIP))
        surfaces.pause_chosen.connect(service.pause)
        surfaces.resume_chosen.connect(service.resume)
        surfaces.said_chosen.connect(service.say)
        surfaces.still_sat_chosen.connect(service.still_sitting)
        surfaces.was_away_chosen.connect(service.was_away)
        surfaces.moved_to.connect(service.shown_on)

    def _apply(self) -> None:
        settings = self._person.settings
        self.surfaces.show_tray(settings.breaks_on or settings.on_close == "tray" or self._was_sent_to_tray)
        self.service.apply(rules_of(settings))

    def _on_prompted(self, prompted: Prompted) -> None:
        assert self.service.reminder is not None
        routine = self._offered = self._planned()
        sat = self.service.reminder.sitting.sat(self.service.now().boot)
        wished = self._person.settings.break_surface
        view = prompt_view(prompted, sat, routine, self._seconds(routine))
        self.service.shown_on(self.surfaces.offer(view, None if wished == "automatic" else Surface(wished)))

    def _on_over(self, _prompt_or_reason: object) -> None:
        self._offered = None
        self.surfaces.withdraw()

    def _walk(self) -> None:
        """Away for the length of a break, without anything to follow."""
        if self.service.answer(Answer.WALK) is not None:
            self.service.say(Mode.MOVING)

    def _show_state(self) -> None:
        if self.service.reminder is not None:
            self.surfaces.show_state(tray_view(self.service.reminder, self.service.now(), time_of_day))

    def _planned(self) -> Routine:
        from hipback_desktop.core.break_content import break_routine
        from hipback_desktop.core.choices import timings

        settings = self._person.settings
        records: list[SessionRecord] = []  # without them, as when the disk fails, there is a break all the same
        self._person.tell_failure(lambda: records.extend(self._archive.store.records(limit=_WEEK_OF_SESSIONS)))
        return break_routine(
            settings.break_minutes * _MINUTE,
            self._archive.content.exercises,
            settings,
            records,
            self._clock.now(),
            timings(settings),
        )

    def _seconds(self, routine: Routine) -> float:
        from hipback_desktop.core.break_content import break_timeline
        from hipback_desktop.core.choices import timings

        settings = self._person.settings
        if not routine.steps:
            return settings.break_minutes * _MINUTE
        return break_timeline(routine, timings(settings)).seconds
