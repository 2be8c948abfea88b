"""The way of one session, from the choice of a routine to its record and what is asked after it."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hipback_desktop.app.strip import Strip
from hipback_desktop.core import aftercare, wording
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.other_side import OTHER_SIDE, left_out
from hipback_desktop.core.playback import Status
from hipback_desktop.core.record import Outcome, SessionOrigin, StopReason, is_preview
from hipback_desktop.ui.page_name import PageName

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from hipback_desktop.app.person import Person
    from hipback_desktop.app.session_room import SessionRoom
    from hipback_desktop.clock import Clock
    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.record import ComfortLog, OpenSession, SessionRecord
    from hipback_desktop.core.routine import Routine
    from hipback_desktop.core.view import SessionView
    from hipback_desktop.storage.session_store import SessionStore
    from hipback_desktop.ui.figure_view import MovementOf
    from hipback_desktop.ui.main_window import MainWindow
    from hipback_desktop.ui.session_keys import SessionAction
    from hipback_desktop.ui.session_page import SessionPage
    from hipback_desktop.ui.theme import Theme

_log = logging.getLogger(__name__)


class SessionFlow(QObject):
    """Leads through one session after another; ``over`` says that the window is free again."""

    over = Signal()

    def __init__(
        self,
        window: MainWindow,
        room: SessionRoom,
        store: SessionStore,
        person: Person,
        clock: Clock,
        theme: Callable[[], Theme],
        asset: Callable[[str], Path],
        movement_of: MovementOf,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._movement_of = movement_of
        self._window = window
        self._room = room
        self._store = store
        self._person = person
        self._clock = clock
        self._theme = theme
        self._asset = asset
        self._page: SessionPage | None = None
        self._hints: dict[str, tuple[int, Status | None]] = {}  # None: paused or not
        self._strip = Strip(window, room.controller, person, theme, asset, self)
        self._strip.requested.connect(self._on_strip_requested)
        window.set_page(PageName.SESSION, self._new_page)
        room.opened.connect(self._on_opened)
        room.ended.connect(self._on_ended)
        room.noticed.connect(self.show_notice)
        room.settled.connect(self.take_back_notice)
        room.controller.noticed.connect(self._on_hint)
        room.controller.ticked.connect(self._take_back_hints)

    def ask_and_play(
        self, routine: Routine, exercises: Mapping[str, Exercise], *, is_handed_over: bool = False
    ) -> None:
        """One question that may be left out, then the routine."""
        from hipback_desktop.ui.stiffness_before_sheet import StiffnessBeforeSheet

        notes = routine.notes if is_handed_over else ()  # else read on its card
        sheet = StiffnessBeforeSheet(routine.name, self._theme(), self._asset, notes, is_handed_over=is_handed_over)

        def play(stiffness: int | None) -> None:
            self._window.hide_sheet()
            self._room.play(routine, exercises, stiffness)

        sheet.answered.connect(play)
        sheet.left.connect(self._window.hide_sheet)
        self._window.show_sheet(sheet)
        sheet.show_question()

    def play(self, routine: Routine, exercises: Mapping[str, Exercise]) -> None:
        """The routine at once."""
        self._room.play(routine, exercises)

    def play_break(self, routine: Routine, exercises: Mapping[str, Exercise]) -> None:
        """A sitting break, with time to get up before it."""
        self._room.play_break(routine, exercises)

    def go_on(self, opened: OpenSession, exercises: Mapping[str, Exercise]) -> None:
        """Takes up a session that was cut off."""
        self._room.go_on(opened, exercises)

    def show_notice(self, sentence: str, *, is_fault: bool = True) -> None:
        """A sentence, where the person looks."""
        _log.debug("notice: %s", sentence)
        page = self._page
        if page is not None and self._window.page is PageName.SESSION and not page.shows_room_view():
            page.notices.show_notice(sentence, is_fault=is_fault)
        else:
            self._window.show_notice(sentence, is_fault=is_fault)

    def take_back_notice(self, sentence: str) -> None:
        """It is not so any more, wherever it was shown."""
        self._window.take_back_notice(sentence)
        if self._page is not None:
            self._page.notices.take_back(sentence)

    def apply_looks(self) -> None:
        """Takes over what the settings say about the page."""
        if self._page is not None:
            self._page.show_room_scale(self._person.settings.room_scale)
            self._page.show_reduced_motion(self._person.settings.reduced_motion)
        self._strip.apply_looks()

    def leave_strip(self) -> None:
        """The window is wanted instead."""
        self._strip.leave()

    def _new_page(self) -> SessionPage:
        from hipback_desktop.ui.session_page import SessionPage

        controller, track = self._room.controller, self._room.track
        page = SessionPage(self._theme(), self._asset, self._movement_of, controller.view)
        self._page = page
        self.apply_looks()
        controller.ticked.connect(page.show_view)
        track.cue_shown.connect(page.show_cue)
        page.pause_toggled.connect(controller.toggle_pause)
        page.next_requested.connect(controller.next_step)
        page.previous_requested.connect(controller.previous_step)
        page.extend_requested.connect(controller.extend)
        page.easier_requested.connect(controller.make_easier)
        page.repeat_requested.connect(controller.repeat_side)
        page.done_requested.connect(controller.finish_segment)
        page.stop_requested.connect(controller.stop)
        page.mute_toggled.connect(self._on_mute_toggled)
        page.strip_toggled.connect(self._strip.toggle)
        page.room_view_toggled.connect(lambda: page.show_room_view(not page.shows_room_view()))
        return page

    def _on_opened(self, opened: OpenSession) -> None:
        self._window.hide_sheet()
        self._window.clear_notices()
        self._window.show_page(PageName.SESSION)
        assert self._page is not None
        self._page.notices.clear()
        self._hints.clear()
        self._page.show_muted(self._room.is_muted)
        self._page.show_timeline(opened.timeline, self._room.controller.exercises)
        if self._room.is_muted and self._room.hears:
            self.show_notice(wording.sound_off_text(), is_fault=False)
            first = opened.timeline.index_at(opened.position_seconds)
            self._hints[wording.sound_off_text()] = opened.timeline.segments[first].step_index, None

    def _on_hint(self, sentence: str) -> None:
        """What a session says itself holds for the exercise, or for the pause, in which it was said."""
        self.show_notice(sentence, is_fault=False)
        view = self._room.controller.view()
        if view is not None and self._room.controller.is_active:
            self._hints[sentence] = view.segment.step_index, view.status

    def _take_back_hints(self, view: SessionView) -> None:
        step = view.segment.step_index
        now = (step, view.status), (step, None)
        for sentence, held in tuple(self._hints.items()):
            is_vain = sentence == wording.sound_off_text() and not self._room.hears
            if is_vain or held not in now:
                self.take_back_notice(sentence)
                del self._hints[sentence]

    def _on_strip_requested(self, action: SessionAction) -> None:
        """The page knows what an action means at this moment."""
        if self._page is not None:
            self._page.ask(action)

    def _on_mute_toggled(self) -> None:
        self._room.mute(not self._room.is_muted)
        self.take_back_notice(wording.sound_off_text())
        if self._page is not None:
            self._page.show_muted(self._room.is_muted)

    def _on_ended(self, record: SessionRecord) -> None:
        self._strip.leave()
        if not is_preview(record):
            known = self._room.controller.exercises
            self._person.change(lambda settings: aftercare.after_session(settings, record, known))
        if self._page is not None:
            self._page.listen(False)
            self._page.show_keys(False)
            self._page.show_room_view(False)
        self._window.show_page(PageName.TODAY)
        self.over.emit()
        if is_preview(record):
            return
        playback = self._room.controller.playback
        if playback is not None and playback.status is Status.STOPPED:
            self._ask_why(record)
        elif (
            record.outcome is not Outcome.SKIPPED
            and record.routine_id != OTHER_SIDE
            and record.origin is not SessionOrigin.BREAK
        ):
            self._ask_how_it_was(record)

    def _ask_how_it_was(self, record: SessionRecord) -> None:
        from hipback_desktop.ui.session_log_sheet import SessionLogSheet

        sheet = SessionLogSheet()

        def on_logged(log: ComfortLog) -> None:
            self._keep_log(record, log)
            self._window.hide_sheet()
            self.over.emit()
            if not log.felt_sharp:
                self._offer_other_side(record)

        sheet.logged.connect(on_logged)
        sheet.skipped.connect(lambda: on_logged(record.log))
        self._window.show_sheet(sheet)
        done = wording.time_of_session(record.active_seconds, record.planned_seconds)
        summary = _("{name}, {done}.").format(name=record.name, done=done)
        sheet.show_session(summary, record.log.stiffness_before)

    def _ask_why(self, record: SessionRecord) -> None:
        from hipback_desktop.ui.stop_sheet import StopSheet

        playback = self._room.controller.playback
        assert playback is not None
        exercise = self._room.controller.exercises[playback.segment.exercise_id]
        sheet = StopSheet()
        log = record.log

        def keep(**answers: object) -> None:
            nonlocal log
            log = replace(log, **answers)  # type: ignore[arg-type]
            self._keep_log(record, log)

        def on_reason(reason: StopReason) -> None:
            keep(stop_reason=reason, stop_exercise_id=exercise.id)
            today = self._clock.now().date()
            self._person.change(lambda settings: aftercare.after_stop(settings, reason, exercise.id, today))

        def on_easier(wanted: bool) -> None:
            if wanted:
                self._person.change(lambda settings: aftercare.with_easier(settings, exercise.id))

        sheet.reason_chosen.connect(on_reason)
        sheet.discomfort_given.connect(lambda number: keep(discomfort=number))
        sheet.easier_wanted.connect(on_easier)

        def on_closed() -> None:
            self._window.hide_sheet()
            self.over.emit()
            if log.stop_reason in (None, StopReason.DONE_FOR_NOW):
                self._offer_other_side(record)

        sheet.closed.connect(on_closed)
        self._window.show_sheet(sheet)
        sheet.show_stopped(exercise.name)

    def _offer_other_side(self, record: SessionRecord) -> None:
        """Where one side was done and the other left out; nobody who was in discomfort is asked."""
        controller, lead_in = self._room.controller, self._person.settings.lead_in_change_seconds
        assert controller.playback is not None
        rest, exercises = left_out(controller.playback.timeline, record.steps, lead_in), controller.exercises
        if rest is None:
            return
        from hipback_desktop.ui.other_side_sheet import OtherSideSheet

        sheet = OtherSideSheet(self._theme(), self._asset)

        def make_up() -> None:
            self._window.hide_sheet()
            self._room.play_timeline(rest, exercises)

        sheet.wanted.connect(make_up)
        sheet.left.connect(self._window.hide_sheet)
        self._window.show_sheet(sheet)
        sides = dict.fromkeys(wording.title(exercises[s.exercise_id], s.side) for s in rest.segments)
        sheet.show_sides(tuple(sides), wording.minutes_text(rest.seconds))

    def _keep_log(self, record: SessionRecord, log: ComfortLog) -> None:
        self._person.tell_failure(lambda: self._store.update_log(record.id, log))
