"""What a session changes for the next one (evidence.md §14.3, §14.4)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hipback_desktop.core.aftercare import after_answer, after_session, after_stop, with_easier
from hipback_desktop.core.exercise import Variant
from hipback_desktop.core.record import SinceLastTime, StopReason
from hipback_desktop.core.settings import Settings
from hipback_desktop.core.suggestion import goes_gently
from tests.builders import NOON, a_record, a_step_record, an_exercise, by_id

TODAY = NOON.date()
EXERCISES = by_id(
    an_exercise(id="lunge", easier=Variant("Stand.", "standing_lunge")),
    an_exercise(id="bridge", easier=Variant("Smaller.", "tilt")),
    an_exercise(id="standing_lunge", easier=None),
    an_exercise(id="hug", easier=Variant("Hold behind the thigh.")),
)


@pytest.mark.parametrize(
    "reason, settings",
    [
        (StopReason.DONE_FOR_NOW, Settings()),
        (StopReason.TOO_HARD, Settings(easier_next=("lunge",))),
        (StopReason.UNCOMFORTABLE, Settings()),
        (StopReason.SHARP, Settings(left_out=("lunge",))),
        (StopReason.NUMB, Settings(goes_gently_until="2026-03-25")),
        (StopReason.UNWELL, Settings()),
    ],
)
def test_a_reason_to_stop_changes_what_comes_next(reason: StopReason, settings: Settings) -> None:
    assert after_stop(Settings(), reason, "lunge", TODAY) == settings


@pytest.mark.parametrize("days, is_gentle", [(0, True), (6, True), (7, False)])
def test_gentle_days_are_seven(days: int, is_gentle: bool) -> None:
    settings = after_stop(Settings(), StopReason.NUMB, "lunge", TODAY)
    assert goes_gently(settings, NOON + timedelta(days=days)) is is_gentle


def test_an_exercise_is_left_out_or_made_easier_only_once() -> None:
    settings = with_easier(with_easier(Settings(easier_next=("bridge",)), "lunge"), "bridge")
    assert settings.easier_next == ("bridge", "lunge")
    for _ in range(2):
        settings = after_stop(settings, StopReason.SHARP, "hug", TODAY)
    assert settings.left_out == ("hug",)


def test_an_easier_form_that_was_had_is_not_promised_any_more() -> None:
    """Nor is what has no easier form, or is not known any more: it could never be had."""
    promised = Settings(easier_next=("lunge", "bridge", "hug", "gone"))
    record = a_record([a_step_record(exercise_id="standing_lunge")])
    assert after_session(promised, record, EXERCISES).easier_next == ("bridge",)


def test_an_easier_form_that_was_skipped_stays_promised() -> None:
    record = a_record([a_step_record(exercise_id="standing_lunge", done_seconds=0)])
    assert after_session(Settings(easier_next=("lunge",)), record, EXERCISES).easier_next == ("lunge",)


RECORD = a_record(
    [
        a_step_record(exercise_id="lunge"),
        a_step_record(exercise_id="hug"),
        a_step_record(exercise_id="gone"),
        a_step_record(exercise_id="bridge", done_seconds=0),
    ]
)


def test_worse_for_more_than_a_day_is_one_step_down_where_there_is_one() -> None:
    settings = after_answer(Settings(easier_next=("other",)), RECORD, SinceLastTime.WORSE, EXERCISES)
    assert settings.easier_next == ("other", "lunge")


@pytest.mark.parametrize("answer", sorted(set(SinceLastTime) - {SinceLastTime.WORSE}))
def test_any_other_answer_changes_nothing(answer: SinceLastTime) -> None:
    assert after_answer(Settings(), RECORD, answer, EXERCISES) == Settings()
