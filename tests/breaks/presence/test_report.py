"""What is said of the probes: each sign in a sentence, with who was asked."""

from __future__ import annotations

import pytest

from hipback_desktop.breaks.presence.examination import examined
from hipback_desktop.breaks.presence.reading import Finding, Reading, Sign, Unknown
from hipback_desktop.breaks.presence.report import sign_lines
from hipback_desktop.breaks.presence.table import probes_of
from hipback_desktop.breaks.presence.words import reading_text, source_name
from hipback_desktop.core.what_works import SignLine, SourceLine
from tests.breaks.presence.fake_probe import FakeProbe, HangingProbe
from tests.builders import NOON


def line(sign: Sign, *findings: Finding) -> SignLine:
    return next(line for line in sign_lines(findings) if line.id == sign)


def found(name: str, sign: Sign, reading: Reading | None) -> Finding:
    return Finding(name, sign, reading, None if reading is None else NOON)


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_every_place_that_is_asked_has_a_name(platform: str) -> None:
    assert all(source_name(probe.name) for probe in probes_of(platform, {}))


def test_all_signs_are_listed_also_without_any_probe() -> None:
    lines = sign_lines(())
    assert [line.id for line in lines] == [*Sign]
    assert {(line.says, line.is_known) for line in lines} == {("Not known here.", False)}
    assert all(line.title and line.purpose for line in lines)


def test_one_that_knows_is_enough_and_the_others_say_why_they_do_not() -> None:
    told = line(
        Sign.IDLE,
        found("idle_x11", Sign.IDLE, Unknown("There is no X server here.")),
        found("idle_mutter", Sign.IDLE, 4.7),
    )
    assert (told.says, told.is_known) == ("Last used 4 seconds ago.", True)
    assert told.sources == (
        SourceLine("idle_x11", "X server", "There is no X server here.", is_known=False, read_at=NOON),
        SourceLine("idle_mutter", "GNOME", "Last used 4 seconds ago.", is_known=True, read_at=NOON),
    )


def test_one_that_was_not_needed_says_so() -> None:
    told = line(Sign.IDLE, found("idle_x11", Sign.IDLE, 1.0), found("idle_mutter", Sign.IDLE, None))
    assert told.sources[1] == SourceLine(
        "idle_mutter", "GNOME", "Not asked; it was known already.", is_known=False, read_at=None
    )


def test_before_the_first_look_nothing_is_called_unknown() -> None:
    assert line(Sign.IDLE, found("idle_x11", Sign.IDLE, None)).says == "Not looked yet."


@pytest.mark.parametrize(
    ("microphone", "camera", "says"),
    [
        (False, True, "A microphone or a camera is in use."),
        (False, False, "No microphone or camera is in use."),
        (Unknown("It does not tell."), False, "As far as can be seen, no microphone or camera is in use."),
        (Unknown("It does not tell."), Unknown("It does not tell."), "Not known here."),
    ],
)
def test_a_call_is_told_no_surer_than_it_is_known(microphone: Reading, camera: Reading, says: str) -> None:
    findings = (found("microphone", Sign.CALLED, microphone), found("camera", Sign.CALLED, camera))
    assert line(Sign.CALLED, *findings).says == says


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.0, "Last used 0 seconds ago."),
        (1.9, "Last used 1 second ago."),
        (59.9, "Last used 59 seconds ago."),
        (60.0, "Last used 1 minute ago."),
        (7200.0, "Last used 120 minutes ago."),
    ],
)
def test_an_idle_time_in_words(seconds: float, text: str) -> None:
    assert reading_text(Sign.IDLE, seconds) == text


@pytest.mark.parametrize("sign", [sign for sign in Sign if sign is not Sign.IDLE])
def test_yes_and_no_are_different_sentences(sign: Sign) -> None:
    assert reading_text(sign, True) != reading_text(sign, False)


def test_everybody_is_asked_when_it_is_examined_and_nobody_is_waited_for() -> None:
    hanging = HangingProbe("lock_logind", Sign.LOCKED, True)
    first, second = FakeProbe("idle_x11", Sign.IDLE, 1.0), FakeProbe("idle_mutter", Sign.IDLE, 2.0)
    late, *quick = examined((hanging, first, second), patience_seconds=0.1)
    hanging.let_go.set()
    assert late == Finding("lock_logind", Sign.LOCKED, Unknown("It did not answer within two seconds."))
    assert first.times == second.times == 1
    assert [finding.sign for finding in quick] == [Sign.IDLE, Sign.IDLE]
