"""The settings of the person whose folder a command works on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop import paths
from hipback_desktop.cli.output import say
from hipback_desktop.desktop.first_weekday import with_usual_week
from hipback_desktop.storage.settings_file import SettingsFile

if TYPE_CHECKING:
    import argparse

    from hipback_desktop.core.settings import Settings


def read_settings(options: argparse.Namespace) -> Settings:
    """The settings in the data folder, looked at only; what is wrong with them is said on standard error."""
    settings, complaints = SettingsFile(paths.folders(options.data_dir).settings).read(puts_right=False)
    for complaint in complaints:
        say(complaint)
    return with_usual_week(settings)
