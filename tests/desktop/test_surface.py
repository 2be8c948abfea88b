"""The surface of a prompt follows the desktop, and the wish where it can be had."""

from __future__ import annotations

import pytest

from hipback_desktop.core.prompt import Surface
from hipback_desktop.desktop.surface import surface_for

WINDOW, NOTE, FULL = Surface.WINDOW, Surface.NOTIFICATION, Surface.FULL_SCREEN


@pytest.mark.parametrize(
    "wished, platform, offers_actions, used",
    [
        (None, "xcb", True, WINDOW),
        (None, "windows", False, WINDOW),
        (None, "cocoa", False, WINDOW),
        (None, "wayland", True, NOTE),
        (None, "wayland", None, NOTE),  # whether there are buttons shows when it is tried
        (None, "wayland", False, WINDOW),  # 30: a server without actions
        (None, "wayland-egl", True, NOTE),
        (WINDOW, "wayland", True, WINDOW),
        (NOTE, "xcb", True, NOTE),
        (NOTE, "xcb", None, NOTE),
        (NOTE, "xcb", False, WINDOW),
        (FULL, "wayland", False, FULL),
        (FULL, "xcb", True, FULL),
    ],
)
def test_where_a_prompt_shows(
    wished: Surface | None, platform: str, offers_actions: bool | None, used: Surface
) -> None:
    assert surface_for(wished, platform, offers_actions) is used
