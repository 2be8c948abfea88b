"""Makes a history of many sessions: shipped routines on random days of ten years, rated, with breaks at the desk."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice

from hipback_desktop.catalogue.catalogue import Catalogue
from hipback_desktop.core.prompt import Closed, Prompt, PromptOutcome
from hipback_desktop.core.record import ComfortLog, Outcome, SessionOrigin, SessionRecord, StepRecord
from hipback_desktop.core.routine import Routine
from hipback_desktop.core.timeline import SegmentKind, compile_routine
from hipback_desktop.storage.break_store import BreakStore
from hipback_desktop.storage.database import Database
from hipback_desktop.storage.rows import insert_session

YEARS = 10
BATCH = 5_000
MOST_PROMPTS = 6
OUTCOMES = (PromptOutcome.STARTED, PromptOutcome.WALKED, PromptOutcome.SKIPPED, PromptOutcome.MISSED)


def fill(database: Database, content: Catalogue, count: int, now: datetime, seed: int = 1) -> None:
    """Adds sessions evenly over the years before ``now``, few enough of them over fewer days, and a year of prompts."""
    chance = random.Random(seed)
    steps = [steps_of(routine, content) for routine in content.routines.values()]
    made = sessions(list(zip(content.routines.values(), steps, strict=True)), count, now, chance)
    while batch := list(islice(made, BATCH)):
        with database.writing() as connection:
            for record in batch:
                insert_session(connection, record)
    if count > 1:
        BreakStore(database).add(prompts(now, min(365, count), chance))


def sessions(
    routines: list[tuple[Routine, tuple[StepRecord, ...]]], count: int, now: datetime, chance: random.Random
) -> Iterator[SessionRecord]:
    days = min(365 * YEARS, count * 2)
    seconds_of = {routine.id: compile_routine(routine).seconds for routine, _steps in routines}
    for number in range(count):
        routine, steps = chance.choice(routines)
        seconds = seconds_of[routine.id]
        began = now - timedelta(days=number * days / count, minutes=chance.randrange(300), seconds=seconds)
        before = chance.randrange(2, 9)
        log = ComfortLog(before, max(0, before - chance.randrange(4)), discomfort=chance.randrange(4))
        yield SessionRecord(
            id=f"{number:032x}",
            routine_id=routine.id,
            name=routine.name,
            started_at=began,
            ended_at=began + timedelta(seconds=seconds),
            planned_seconds=seconds,
            active_seconds=seconds,
            paused_seconds=0,
            outcome=Outcome.COMPLETED,
            origin=SessionOrigin.ROUTINE,
            steps=steps,
            log=log if chance.random() < 0.8 else ComfortLog(),
        )


def steps_of(routine: Routine, content: Catalogue) -> tuple[StepRecord, ...]:
    """Every set of a routine, done to its end."""
    return tuple(
        StepRecord(
            exercise_id=segment.exercise_id,
            exercise_name=content.exercises[segment.exercise_id].name,
            phase=segment.phase,
            side=segment.side,
            set_number=segment.set_number,
            planned_seconds=segment.planned_seconds,
            done_seconds=segment.planned_seconds,
            planned_reps=segment.reps,
            done_reps=segment.reps,
            outcome=Outcome.COMPLETED,
        )
        for segment in compile_routine(routine).segments
        if segment.kind is SegmentKind.WORK
    )


def prompts(now: datetime, days: int, chance: random.Random) -> Iterator[Closed]:
    for day in range(days):
        for _prompt in range(chance.randrange(MOST_PROMPTS)):
            due = (now - timedelta(days=day)).replace(
                hour=chance.randrange(9, 18), minute=chance.randrange(60), second=chance.randrange(60)
            )
            if due < now:
                yield Closed(Prompt(due, shown_at=due, outcome=chance.choice(OUTCOMES), outcome_at=due))
