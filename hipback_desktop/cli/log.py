"""What the program does, told on standard error to somebody who looks for a fault."""

from __future__ import annotations

import os

VARIABLE = "HIPBACK_LOG"


def log_if_asked() -> None:
    """``HIPBACK_LOG=debug`` (or ``info``) tells it, each line with its moment; other values change nothing."""
    level = os.environ.get(VARIABLE, "").upper()
    if level in ("DEBUG", "INFO"):
        import logging

        logging.basicConfig(level=level, format="%(asctime)s.%(msecs)03d %(name)s: %(message)s", datefmt="%H:%M:%S")
