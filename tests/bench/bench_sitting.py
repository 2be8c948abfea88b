"""The sitting reminder at length: ``bench_sitting.py [--days 100000] [--seed 1] [--processes 2] [--minutes 30]``.

First a day of 86,400 seconds with a look at each, three kinds of days; then random days' worth of events, each a length
of time and something that happens, with the promises checked at every step by ``tests/core/watched_sitter.py``. Ctrl+C
or ``--minutes`` ends it early; it says for which days the promises were held, and with which ``--seed`` to go on.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import timedelta
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from hipback_desktop.core.break_rules import BreakRules
from hipback_desktop.core.moment import Moment
from hipback_desktop.core.presence import Signs
from hipback_desktop.core.prompt import Prompted
from hipback_desktop.core.reminder import switch_on
from tests.builders import NOON
from tests.core.watched_sitter import ACTS, LENGTHS, PASSING, RULES, WatchedSitter

DAY_SECONDS = 86_400
MOST_SECONDS_A_DAY = 1.0
DAYS_A_SEED = 100
EVENTS_A_DAY = 20  # about seven hours
LOOKS = (None, 60.0, 300.0, 300.0, 1000.0, 1000.0)  # seconds; None is as often as the reminder asks for
CALM, DESK_SECONDS = 0.15, 46 * 60.0  # now and then nothing is in the way, or there would be few prompts to judge


def thinks(second: int) -> float:
    return float(max(0, second % 60 - 50))


def office_day(second: int) -> float:
    """At the desk from 9 to 12 and from 13 to 17, five minutes of each hour somewhere else."""
    hour = second // 3600
    at_desk = (9 <= hour < 12 or 13 <= hour < 17) and second % 3600 < 3300
    return thinks(second) if at_desk else float(second % 3600)


DAYS: dict[str, Callable[[int], float]] = {
    "an office day": office_day,
    "typing all day": lambda second: 0.0,
    "nobody there": float,
}


def simulated_day(idle: Callable[[int], float]) -> tuple[float, int]:
    """Seconds of this process for a day looked at every second, the simulation not counted; and prompts."""
    moments = [Moment(second, second, NOON + timedelta(seconds=second)) for second in range(DAY_SECONDS)]
    signs = [Signs(idle_seconds=idle(second)) for second in range(DAY_SECONDS)]
    reminder, prompts = switch_on(BreakRules(), moments[0]), 0
    began = time.process_time()
    for moment, seen in zip(moments, signs, strict=True):
        reminder, events = reminder.look(moment, seen)
        if events:
            prompts += sum(isinstance(event, Prompted) for event in events)
    return time.process_time() - began, prompts


def random_days(seed: int, days: int) -> Counter[str]:
    """Events of so many days, and what came of them; a broken promise is an AssertionError."""
    random, seen = Random(seed), Counter[str]()
    for _ in range(days):
        sitter = WatchedSitter(**random.choice(RULES))
        sitter.look_seconds = random.choice(LOOKS)
        for _ in range(EVENTS_A_DAY):
            seconds = random.choice(LENGTHS) if random.random() < 0.5 else random.expovariate(1 / 900)
            random.choice(PASSING)(sitter, max(0.1, seconds))
            random.choice(ACTS)(sitter, random.choice(LENGTHS))
            if random.random() < CALM:
                sitter.calms_down()
                sitter.sits(DESK_SECONDS)
        sitter.goes_on_sitting()
        seen["days"] += 1
        seen["acts"] += EVENTS_A_DAY
        seen["simulated hours"] += round(sitter.time / 3600)
        seen.update(type(event).__name__ for event in sitter.events)
    return seen


def held_for(seeds: range, processes: int, minutes: float) -> Counter[str]:
    """What came of the days of so many seeds, in order, as far as the time goes or until Ctrl+C."""
    ends, seen = time.monotonic() + minutes * 60, Counter[str]()
    with ProcessPoolExecutor(processes, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN)) as pool:
        try:
            for part in pool.map(random_days, seeds, [DAYS_A_SEED] * len(seeds)):
                seen += part
                print(f"\r{seen['days']:,} days", end="", file=sys.stderr, flush=True)
                if time.monotonic() > ends:
                    break
        except KeyboardInterrupt:
            print(file=sys.stderr)
        except AssertionError as error:
            error.add_note(f"broken with --seed {seeds[seen['days'] // DAYS_A_SEED]} --days {DAYS_A_SEED}")
            raise
        finally:
            pool.shutdown(cancel_futures=True)
    return seen


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=float("inf"))
    options = parser.parse_args()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background of a shell it would be ignored
    is_quick = True
    for name, idle in DAYS.items():
        seconds, prompts = simulated_day(idle)
        is_quick &= seconds < MOST_SECONDS_A_DAY
        print(f"{name}: 86,400 looks in {seconds:.2f} s, {prompts} prompts; target {MOST_SECONDS_A_DAY} s")
    began = time.perf_counter()
    seeds = range(options.seed, options.seed - (-options.days // DAYS_A_SEED))
    seen = held_for(seeds, options.processes, options.minutes)
    for name, count in sorted(seen.items()):
        print(f"{name}: {count:,}")
    done, next_seed = seen["days"], options.seed + seen["days"] // DAYS_A_SEED
    print(f"every promise kept for {done:,} days, seeds {options.seed} to {next_seed - 1} of {DAYS_A_SEED} days each,")
    print(f"in {time.perf_counter() - began:.0f} s; go on with --seed {next_seed}")
    return 0 if is_quick and done >= options.days else 1


if __name__ == "__main__":
    sys.exit(main())
