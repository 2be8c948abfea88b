"""Draws the frames of work that is to come while there is time, so that its first rep costs no more than the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hipback_desktop.figures.film import Film
    from hipback_desktop.figures.moment import FigureMoment


class Ahead:
    """Winds up the frames of a moment's work on the reel of a film."""

    def __init__(self, film: Film, moment: FigureMoment) -> None:
        self._film = film.beside()
        self._moments = film.loop(moment)

    def draw_on(self) -> bool:
        """Looks at one frame more, or keeps a bit of the last one; False when there is none left."""
        if self._film.keep_on():
            return True
        moment = next(self._moments, None)
        if moment is not None:
            self._film.show(moment)
        return moment is not None
