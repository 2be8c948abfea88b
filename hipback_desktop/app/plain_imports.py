"""Imports as Python has them, and not as PySide makes them."""

from __future__ import annotations

import builtins


def import_plainly() -> None:
    """Takes back what PySide put in the place of ``import``, for good; imports only QtCore before.

    It reads the source of every module that is imported and keeps it, to see whether that one asks for ``__feature__``,
    which nothing here does: 48,000 lines, four megabytes and twenty milliseconds of a start. Its own name for what was
    there before is missing where it has no such thing. (Seen in 6.11, shibokensupport/feature.py.)
    """
    import PySide6.QtCore  # noqa: F401 - this is where it happens

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
