"""What a desktop offers is told in a sentence, also where nobody answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from hipback_desktop.desktop.bus import BusError
from hipback_desktop.desktop.surface_findings import (
    SurfaceFinding,
    keep_awake_found,
    media_keys_found,
    notifications_found,
    tray_found,
)
from hipback_desktop.desktop.x11 import X11Connection, X11Error


def answering(**answers: tuple[Any, ...]) -> Callable[..., tuple[Any, ...]]:
    """A bus on which only these methods are answered."""

    def call(_bus: str, _name: str, _path: str, _interface: str, member: str, *_more: object) -> tuple[Any, ...]:
        if member not in answers:
            raise BusError("It does not run here.")
        return answers[member]

    return call


def x11_with(owner: int | X11Error) -> Callable[[Mapping[str, str]], Any]:
    """An X server on which this window is the tray."""

    class Connection:
        def selection_owner(self, _name: str) -> int:
            if isinstance(owner, X11Error):
                raise owner
            return owner

        def close(self) -> None:
            pass

    return lambda _environment: Connection()


def no_x11(_environment: Mapping[str, str]) -> X11Connection:
    raise X11Error("There is no X server here.")


SERVER = ("dunst", "knopwob", "1.9", "1.2")


@pytest.mark.parametrize(
    "answers, finding",
    [
        (
            {"GetCapabilities": (["actions", "body"],), "GetServerInformation": SERVER},
            SurfaceFinding(True, "With buttons (dunst)."),
        ),
        (
            {"GetCapabilities": (["body"],), "GetServerInformation": SERVER},
            SurfaceFinding(False, "Without buttons (dunst); a break is offered in a window."),
        ),
        (
            {"ListActivatableNames": (["org.freedesktop.Notifications"],)},
            SurfaceFinding(True, "They start when the first is shown."),
        ),
        (
            {"ListActivatableNames": (["org.example"],)},
            SurfaceFinding(False, "It does not run here. A break is offered in a window."),
        ),
        ({}, SurfaceFinding(False, "It does not run here. A break is offered in a window.")),
    ],
)
def test_notifications(answers: dict[str, tuple[Any, ...]], finding: SurfaceFinding) -> None:
    assert notifications_found("linux", answering(**answers)) == finding


def test_notifications_of_other_systems_have_no_buttons() -> None:
    assert not notifications_found("win32", answering()).ok


@pytest.mark.parametrize(
    "answers, connect, there_is_one",
    [
        ({"Get": (("b", True),)}, no_x11, True),
        ({"Get": (("b", False),)}, no_x11, False),
        ({}, x11_with(owner=7), True),
        ({}, x11_with(owner=0), False),
        ({}, x11_with(owner=X11Error("The X server does not answer.")), False),
        ({}, no_x11, False),
    ],
)
def test_the_tray(answers: dict[str, tuple[Any, ...]], connect: Callable[..., Any], there_is_one: bool) -> None:
    found = tray_found({}, "linux", answering(**answers), connect)
    assert found.ok is there_is_one
    assert found.sentence.endswith(".")


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_have_a_tray(platform: str) -> None:
    assert tray_found({}, platform, answering(), no_x11).ok


def x11_that_keeps(takes: bool) -> Callable[[Mapping[str, str]], Any]:
    """An X server that takes the wish, or does not."""

    class Keeps:
        is_held = False

        def hold(self) -> None:
            self.is_held = takes

        def release(self) -> None:
            self.is_held = False

    return lambda _environment: Keeps()


@pytest.mark.parametrize(
    "answers, x11_takes, is_ok",
    [
        ({"ListNames": (["org.example", "org.freedesktop.ScreenSaver"],)}, False, True),
        ({"ListNames": (["org.example"],)}, False, False),
        ({"ListNames": (["org.example"],)}, True, True),
        ({}, True, True),
        ({}, False, False),
    ],
)
def test_who_keeps_the_screen_on(answers: dict[str, tuple[Any, ...]], x11_takes: bool, is_ok: bool) -> None:
    found = keep_awake_found({}, "linux", answering(**answers), x11_that_keeps(x11_takes))
    assert found.ok is is_ok
    assert found.sentence.endswith(" a session.")


@pytest.mark.parametrize("environment, is_ok", [({}, False), ({"FLATPAK_ID": "hipback"}, True), ({"SNAP": "/"}, True)])
def test_a_portal_counts_in_a_sandbox_alone(environment: dict[str, str], is_ok: bool) -> None:
    portal = answering(ListNames=(["org.freedesktop.portal.Desktop"],))
    assert keep_awake_found(environment, "linux", portal, x11_that_keeps(False)).ok is is_ok


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_keep_the_screen_on(platform: str) -> None:
    assert keep_awake_found({}, platform, answering()).ok


@pytest.mark.parametrize(
    "platform, answers, is_ok", [("linux", {"GetId": ("1",)}, True), ("linux", {}, False), ("win32", {}, False)]
)
def test_who_hears_media_keys(platform: str, answers: dict[str, tuple[Any, ...]], is_ok: bool) -> None:
    found = media_keys_found(platform, answering(**answers))
    assert found.ok is is_ok
    assert found.sentence.endswith(".")
