"""Where the bundle begins: as one of its own sound processes when it is asked to be one, else as the command."""

import sys

from hipback_desktop.sound.command import run_child


def main() -> int:
    code = run_child(sys.argv[1:])
    if code is not None:
        return code
    from hipback_desktop.cli import main as obey

    return obey()


if __name__ == "__main__":
    sys.exit(main())
