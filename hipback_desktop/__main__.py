"""``python -m hipback_desktop`` is the ``hipback`` command."""

import sys

from hipback_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
