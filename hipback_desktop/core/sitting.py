"""How long a person has been sitting: a frozen value told of signs at moments, typing or not (breaks.md §12.1).

The counter is anchored: ``sat_seconds`` is what was sat up to ``seen_at``, the last evidence of somebody in the chair,
and the rest follows from the time. So taking back the time since the last input, once it is clear that the person had
left, is doing nothing. How often one looks changes little: a state is left by evidence only, and dated back to it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from hipback_desktop.core.evidence import ACTIVE_SECONDS, SAID_SECONDS, felt, has_slept, judged, typed_on, woken
from hipback_desktop.core.presence import SEATED, Mode, Said, SittingState
from hipback_desktop.core.spans import Absence, Corrected, OpenSpan, Source, Span, SpanKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.core.break_rules import BreakRules
    from hipback_desktop.core.moment import Moment
    from hipback_desktop.core.presence import Signs

Noted = Span | Absence | Corrected
Change = tuple["Sitting", tuple[Noted, ...]]

_KINDS: Mapping[SittingState, SpanKind] = MappingProxyType(
    {
        SittingState.SITTING: SpanKind.SITTING,
        SittingState.PASSIVE: SpanKind.PASSIVE,
        SittingState.AWAY: SpanKind.AWAY,
        SittingState.STANDING: SpanKind.STANDING,
        SittingState.MOVING: SpanKind.SESSION,
    }
)


@dataclass(frozen=True, slots=True)
class Sitting:
    """One person's sitting at one moment; ``sit_number`` grows whenever the counter begins anew.

    ``input_reading`` is the last input on the monotonic clock: whether or not an idle time counts sleep, a new input
    is one that comes later there. ``stirred_at`` is the input that may turn out to be the return, ``blind_since`` the
    moment from which no idle time could be read.
    """

    rules: BreakRules
    state: SittingState
    source: Source
    span: OpenSpan
    sat_seconds: float
    seen_at: float
    input_at: float
    input_reading: float
    slept_seconds: float
    stirred_at: float | None = None
    blind_since: float | None = None
    said: Said | None = None
    absence: Absence | None = None
    sit_number: int = 1

    def sat(self, boot: float) -> float:
        """Seconds sat without a break up to a moment; frozen a minute after the last evidence."""
        since_seen = boot - self.seen_at
        if since_seen <= 0 or self.state not in SEATED:
            return self.sat_seconds
        return self.sat_seconds + min(ACTIVE_SECONDS, since_seen)

    def stirs(self, boot: float) -> bool:
        """Whether the last input of somebody who is away may still turn out to be the return."""
        return self.stirred_at is not None and boot - self.input_at <= ACTIVE_SECONDS

    def look(self, now: Moment, signs: Signs) -> Change:
        """What the signs of a moment tell of the time since the last look."""
        typed = typed_on(self, now, signs)
        if typed is not None:
            return typed, ()
        slept, told = has_slept(self, now), self
        if told.said and told.said.ends_at is not None and told.said.ends_at <= now.boot:
            told = replace(told, said=None)
        told = woken(told, now) if slept else felt(told, now, signs)
        gone_at = now.boot - (now.slept_seconds - self.slept_seconds if slept else 0)
        return told._entered(*judged(told, now, signs, slept=slept), now, gone_at)

    def say(self, mode: Mode | None, now: Moment) -> Change:
        """What the person says they do; None takes it back, and then they sit, as they have just said so."""
        match mode:
            case Mode.STANDING:
                told = replace(self, said=Said(mode, now.boot + self.rules.standing_seconds))
                return told._entered(SittingState.STANDING, Source.SAID, now, now.boot)
            case Mode.MOVING:
                told = replace(self, said=Said(mode, now.boot + self.rules.break_seconds))
                return told._entered(SittingState.MOVING, Source.SAID, now, now.boot)
            case None if self.said and self.state not in SEATED:
                return replace(self, said=None)._entered(SittingState.SITTING, Source.INPUT, now, now.boot)
            case _:
                return replace(self, said=Said(mode, now.boot + SAID_SECONDS) if mode else None), ()

    def still_sitting(self) -> Change:
        """Gives back what the last absence took, when it was none; no effect when there is nothing to ask."""
        absence = self.absence
        if absence is None or not absence.asks:
            return self, ()
        seconds = absence.sat_before_seconds + absence.span.seconds
        span = replace(self.span, sat_seconds=self.span.sat_seconds + seconds)
        sitting = replace(self, sat_seconds=self.sat_seconds + seconds, span=span, absence=None)
        return sitting, (Corrected(replace(absence.span, kind=SpanKind.SITTING, source=Source.SAID)),)

    def was_away(self, now: Moment) -> Change:
        """The person says they took a break: for desktops that tell no idle time."""
        span = OpenSpan(self.span.kind, now.boot, now.wall, 0)
        anew = replace(self, sat_seconds=0, seen_at=now.boot, span=span, absence=None, sit_number=self.sit_number + 1)
        return anew, self.ended(now)

    def ended(self, now: Moment) -> tuple[Span, ...]:
        """The span under way, closed."""
        return self._closed(now.boot, now, self.sat(now.boot))

    def _closed(self, boot: float, now: Moment, sat_seconds: float) -> tuple[Span, ...]:
        span = self.span.closed(self.source, boot, now.wall_at(boot), sat_seconds)
        return (span,) if span else ()

    def _entered(self, state: SittingState, source: Source, now: Moment, gone_at: float) -> Change:
        """In the state that was judged, dated back to where it began."""
        if self.state in SEATED:
            return self._sat_on(state, source, now) if state in SEATED else self._got_up(state, source, now)
        if state is not self.state:
            return self._left(state, source, now, gone_at)
        return (self if source is self.source else replace(self, source=source)), ()

    def _counted(self, seen_at: float) -> Sitting:
        """Counts up to new evidence: the time since the last if the person was seen, of a silence only a minute."""
        gap = seen_at - self.seen_at
        if gap <= 0:
            return self
        was_seen = self.state is not SittingState.UNSURE and gap <= self.rules.away_limit + ACTIVE_SECONDS
        gain = gap if was_seen else min(gap, ACTIVE_SECONDS)
        return replace(self, sat_seconds=self.sat_seconds + gain, seen_at=seen_at)

    def _sat_on(self, state: SittingState, source: Source, now: Moment) -> Change:
        is_seen_now = state is SittingState.PASSIVE or (state is SittingState.SITTING and source is Source.UNKNOWN)
        sitting = self._counted(now.boot if is_seen_now else self.input_at)
        if state is not self.state or source is not self.source:
            sitting = replace(sitting, state=state, source=source)
        kind = _KINDS.get(state, self.span.kind)
        if kind is self.span.kind:
            return sitting, ()
        sat_seconds = sitting.sat(now.boot)
        span = OpenSpan(kind, now.boot, now.wall, sat_seconds)
        return replace(sitting, span=span), self._closed(now.boot, now, sat_seconds)

    def _got_up(self, state: SittingState, source: Source, now: Moment) -> Change:
        """Out of the chair: absence is dated back to the last evidence of the person."""
        seated = self if self.stirred_at is not None else self._counted(self.input_at)
        at = seated.seen_at if state is SittingState.AWAY else now.boot
        sat_seconds = seated.sat(at)
        gone = replace(
            seated,
            state=state,
            source=source,
            span=OpenSpan(_KINDS[state], at, now.wall_at(at), sat_seconds),
            sat_seconds=sat_seconds,
            said=self.said if source is Source.SAID else None,
            absence=None,
        )
        return gone, self._closed(at, now, sat_seconds)

    def _left(self, state: SittingState, source: Source, now: Moment, gone_at: float) -> Change:
        """Out of absence, standing or moving, which were a break when they lasted as long as one."""
        was_away, is_away = self.state is SittingState.AWAY, state is SittingState.AWAY
        at = max(self.span.began, gone_at if is_away or self.stirred_at is None else self.stirred_at)
        is_break = self.state is SittingState.MOVING or at - self.span.began >= self.rules.break_seconds
        kept = self._closed(at, now, self.sat_seconds)
        absence = Absence(kept[0], is_break, self.sat_seconds if is_break else 0.0) if was_away and kept else None
        sat_seconds = 0.0 if is_break else self.sat_seconds
        left = replace(
            self,
            state=state,
            source=source,
            span=OpenSpan(_KINDS.get(state, SpanKind.SITTING), at, now.wall_at(at), sat_seconds),
            sat_seconds=sat_seconds,
            seen_at=at,
            stirred_at=None,
            said=None if is_away else self.said,
            absence=absence,
            sit_number=self.sit_number + is_break,
        )
        noted: tuple[Noted, ...] = (*kept, absence) if absence else kept
        return (left._sat_on(state, source, now)[0] if state in SEATED else left), noted


def sit_down(rules: BreakRules, now: Moment, sat_seconds: float = 0) -> Sitting:
    """Somebody who sits as the program starts; ``sat_seconds`` are those kept from a moment ago."""
    return Sitting(
        rules=rules,
        state=SittingState.SITTING,
        source=Source.INPUT,
        span=OpenSpan(SpanKind.SITTING, now.boot, now.wall, sat_seconds),
        sat_seconds=sat_seconds,
        seen_at=now.boot,
        input_at=now.boot,
        input_reading=now.monotonic,
        slept_seconds=now.slept_seconds,
    )
