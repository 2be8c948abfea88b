"""What a film keeps: the way from each frame to the next, as the parts of the picture in which they differ."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QRegion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_KEPT_BYTES: Final = 160_000_000
MOST_KEPT_PICTURES: Final = 48
"""What is kept takes no more, nor more than so many whole pictures; from there on frames are drawn anew each time."""
_TILE: Final = 32
_BAND: Final = 800_000
"""About so many pixels are compared at once."""
_MOST_LEFT_OUT: Final = 20
"""Over more frames than these, those in which the picture stays included, drawing is cheaper than putting together."""
_FORMAT: Final = QImage.Format.Format_ARGB32_Premultiplied
"""Its pictures are compared as bytes, others pixel by pixel."""

Number = tuple[bool, int, int]
"""Whether it is the left side, how many frames there are until they come again, and which of them it is."""


class Change(NamedTuple):
    """From one frame to another: where they differ, and the pixels of the other."""

    region: QRegion
    patches: tuple[tuple[QPoint, QImage], ...] = ()


STAYS: Final = Change(QRegion())
"""What is to be seen has hardly moved: the picture stays that of the frame it is."""
AGREES: Final = Change(QRegion())
"""The picture is as good as that of the other frame."""


class Reel:
    """Of one figure in one size. When its room is used up, the frames of the other side make way, then none is kept."""

    def __init__(self, picture: QImage) -> None:
        self._kept: dict[tuple[Number, Number], Change] = {}
        self._room = min(MOST_KEPT_BYTES, MOST_KEPT_PICTURES * picture.sizeInBytes())

    @property
    def kept_bytes(self) -> int:
        """How much is kept."""
        return sum(map(_bytes_of, self._kept.values()))

    def way(self, now: Number, number: Number) -> tuple[Change, Number] | None:
        """What is kept of the way to a frame, over those that were left out, and the frame it leads to."""
        if (now, number) in self._kept:
            change = self._kept[now, number]
            return change, now if change is STAYS else number
        is_left, count, last = number
        onwards, back = (last - now[2]) % count, (now[2] - last) % count
        if now[:2] != number[:2] or min(onwards, back) > _MOST_LEFT_OUT:
            stands = self.standing_for(number)
            return (self._kept[now, stands], stands) if (now, stands) in self._kept else None
        step = 1 if onwards <= back else -1
        reached, region = now, QRegion()
        patches: tuple[tuple[QPoint, QImage], ...] = ()
        for away in range(1, min(onwards, back) + 1):
            passed = is_left, count, (now[2] + step * away) % count
            kept = self._kept.get((reached, passed))
            if kept is None:
                return None
            if kept is not STAYS:
                reached, region, patches = passed, region + kept.region, patches + kept.patches
        return Change(region, patches), reached

    def standing_for(self, number: Number) -> Number:
        """The frame whose picture is as good as that of another one, which is not on the reel itself."""
        ways = {now: change for (now, reached), change in self._kept.items() if reached == number}
        return next(iter(ways), number) if ways and all(it is STAYS for it in ways.values()) else number

    def has_room(self, number: Number) -> bool:
        """Whether the way to a frame can be kept."""
        if self._room <= 0:
            for turn in [turn for turn in self._kept if turn[1][0] is not number[0]]:
                self._room += _bytes_of(self._kept.pop(turn))
        return self._room > 0

    def keep(self, now: Number, number: Number, change: Change) -> None:
        """Keeps the way from one frame to another, in the place of what was kept of it."""
        self._room += _bytes_of(self._kept.get((now, number), STAYS)) - _bytes_of(change)
        self._kept[now, number] = change


def _bytes_of(change: Change) -> int:
    return sum(image.sizeInBytes() for _, image in change.patches)


def differing(was: QImage, now: QImage) -> tuple[QRect, ...]:
    """The tiles in which two pictures of one size differ, neighbours in a row as one."""
    rows = (QRect(0, top, now.width(), min(_TILE, now.height() - top)) for top in range(0, now.height(), _TILE))
    return tuple(run.translated(row.topLeft()) for row in rows for run in _runs(was.copy(row), now.copy(row)))


def differing_in_bands(was: QImage, now: QImage) -> Iterator[tuple[QRect, ...]]:
    """The same a part at a time, from top to bottom, none so large that it takes long."""
    height = max(1, _BAND // max(1, now.width() * _TILE)) * _TILE
    for top in range(0, now.height(), height):
        band = QRect(0, top, now.width(), min(height, now.height() - top))
        yield tuple(tile.translated(0, top) for tile in differing(was.copy(band), now.copy(band)))


def change_to(picture: QImage, tiles: Iterable[QRect], corner: QPoint, ratio: float) -> Change:
    """The tiles of a part of the picture that begins at a corner."""
    region, patches = QRegion(), []
    for tile in tiles:
        image = picture.copy(tile)
        image.reinterpretAsFormat(QImage.Format.Format_RGB32)  # nothing shines through: it is only copied
        place = tile.translated(corner)
        patches.append((place.topLeft(), image))
        region += scaled(place, 1 / ratio)
    return Change(region, tuple(patches))


def comparable(picture: QImage, part: QRect) -> QImage:
    """A copy of a part, in pixels of its own."""
    copy = picture.copy(part)
    copy.setDevicePixelRatio(1.0)
    copy.reinterpretAsFormat(_FORMAT)
    return copy


def _runs(was: QImage, now: QImage) -> Iterator[QRect]:
    """Where two rows of tiles differ."""
    if was == now:
        return
    run = QRect()
    for left in range(0, now.width(), _TILE):
        tile = QRect(left, 0, _TILE, now.height()) & now.rect()
        if was.copy(tile) != now.copy(tile):
            run |= tile
        elif not run.isEmpty():
            yield run
            run = QRect()
    if not run.isEmpty():
        yield run


def scaled(rect: QRect, ratio: float) -> QRect:
    """The whole pixels that hold a rectangle in another scale."""
    left, top = floor(rect.left() * ratio), floor(rect.top() * ratio)
    right, bottom = ceil((rect.right() + 1) * ratio), ceil((rect.bottom() + 1) * ratio)
    return QRect(left, top, right - left, bottom - top)
