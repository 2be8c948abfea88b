"""``python -m hipback_desktop.figures sheet OUT.png``: look at figures while writing them."""

import sys

from hipback_desktop.app.figure_sheet import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
