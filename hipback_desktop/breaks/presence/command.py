"""What a small program of the desktop prints."""

from __future__ import annotations

import os

from hipback_desktop.core.errors import HipbackError
from hipback_desktop.core.language import gettext as _

PATIENCE_SECONDS = 1.5


class CommandError(HipbackError):
    """Nothing was printed; the text says why."""


def output_of(*command: str) -> str:
    """What it prints, in the language of machines; blocks for a moment."""
    import subprocess  # most desktops need nobody asked this way

    name = command[0]
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=PATIENCE_SECONDS,
            check=True,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
    except FileNotFoundError as error:
        raise CommandError(_("The program {name} is not installed.").format(name=name)) from error
    except subprocess.TimeoutExpired as error:
        raise CommandError(_("The program {name} does not answer.").format(name=name)) from error
    except (OSError, subprocess.CalledProcessError) as error:
        raise CommandError(_("The program {name} does not tell.").format(name=name)) from error
    return done.stdout.decode(errors="replace")
