"""Where the bundle begins: as one of its own sound processes when it is asked to be one, else as the command."""

import os
import sys

from hipback_desktop.sound.command import run_child

_LIBRARIES = "LD_LIBRARY_PATH"


def main() -> int:
    _forget_own_libraries()
    code = run_child(sys.argv[1:])
    if code is not None:
        return code
    from hipback_desktop.cli import main as obey

    return obey()


def _forget_own_libraries() -> None:
    """PyInstaller points the loader of Linux to the bundle; the desktop's programs, asked from here, have their own."""
    before = os.environ.pop(f"{_LIBRARIES}_ORIG", None)
    if before is None:
        os.environ.pop(_LIBRARIES, None)
    else:
        os.environ[_LIBRARIES] = before


if __name__ == "__main__":
    sys.exit(main())
