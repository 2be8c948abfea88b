"""What Qt is told for itself alone."""

from __future__ import annotations

import os
import sys

import pytest

from hipback_desktop.app import _platform_theme

THEME = "QT_QPA_PLATFORMTHEME"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt loads GTK on Linux alone")
@pytest.mark.parametrize(
    "desktop, wish, meanwhile",
    [("ubuntu:GNOME", None, "gnome"), ("XFCE", None, "gnome"), ("KDE", None, None), ("GNOME", "gtk3", "gtk3")],
)
def test_the_theme_without_gtk_is_for_qt_here_and_for_no_program_that_is_started(
    monkeypatch: pytest.MonkeyPatch, desktop: str, wish: str | None, meanwhile: str | None
) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", desktop)
    monkeypatch.delenv(THEME, raising=False)
    if wish is not None:
        monkeypatch.setenv(THEME, wish)
    with _platform_theme():
        assert os.environ.get(THEME) == meanwhile
    assert os.environ.get(THEME) == wish
