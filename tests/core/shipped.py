"""What we ship, read once, for tests of the engine over the real content."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hipback_desktop.paths import asset

if TYPE_CHECKING:
    from hipback_desktop.catalogue.catalogue import Catalogue


@cache
def catalogue() -> Catalogue:
    """Imported when needed, so that the tests of the core need nothing but the core."""
    from hipback_desktop.catalogue.catalogue import load_catalogue

    return load_catalogue(asset)
