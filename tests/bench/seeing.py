"""What is on an X screen, looked at from outside: the first frame of a program, and its icon in the tray."""

from __future__ import annotations

import struct
import time
from dataclasses import dataclass

from hipback_desktop.desktop.x11 import X11Connection
from tests.bench.private_desktop import TRAY

LOOK_SECONDS = 0.004
TRAY_LOOK_SECONDS = 0.012
SOMETHING_ROWS = 8
"""So many different rows of pixels are a frame with something in it."""
PAGE_ROWS = 150
"""So many are a page with its content, not only a bar above an empty one."""
SMALLEST = 16
_ATTRIBUTES, _GEOMETRY, _TREE, _TRANSLATE, _IMAGE = 3, 14, 15, 40, 73
_VIEWABLE, _INPUT_OUTPUT = 2, 1
_CLIENT_BITS = 21
"""The number of a window tells in its upper bits which program made it."""


@dataclass(frozen=True)
class Place:
    """Of a window, on the screen."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Seen:
    """Seconds after the start until each was on the screen, None when it never was or was not waited for."""

    frame: float | None = None
    page: float | None = None
    icon: float | None = None


class Onlooker:
    """Knows what was there before; looks for what a program that is started then brings."""

    def __init__(self, connection: X11Connection) -> None:
        self._connection = connection
        windows = self._whole_tree(connection.root)
        self._known = {window >> _CLIENT_BITS for window in windows}
        tray = connection.selection_owner(TRAY) >> _CLIENT_BITS
        self._tray = [window for window in windows if window >> _CLIENT_BITS == tray]

    def wait_for_window(self, began: float, seconds: float, *, whole: bool) -> Seen:
        """Looks until there is a frame, or ``whole`` until its page is there too, or so many seconds have passed."""
        frame = page = None
        while time.monotonic() - began < seconds and (frame is None or (whole and page is None)):
            rows = max(map(self._rows, self._new_windows()), default=0)
            now = time.monotonic() - began
            frame = now if frame is None and rows >= SOMETHING_ROWS else frame
            page = now if rows >= PAGE_ROWS else None
            time.sleep(LOOK_SECONDS)
        return Seen(frame, page)

    def wait_for_icon(self, began: float, seconds: float) -> Seen:
        """Looks until a new program is in the tray, or so many seconds have passed."""
        while time.monotonic() - began < seconds:
            if self._has_icon():
                return Seen(icon=time.monotonic() - began)
            time.sleep(TRAY_LOOK_SECONDS)
        return Seen()

    def _has_icon(self) -> bool:
        """A window of a new program within one of the tray's."""
        return any(self._is_new(inner) for window in self._tray for inner in self._children(window)) or any(
            self._is_new(within)
            for window in self._tray
            for made_since in self._children(window)
            if made_since not in self._tray
            for within in self._children(made_since)
        )

    def _new_windows(self) -> list[int]:
        """Those that are shown, within the frame of the window manager or without."""
        found = []
        for window in self._children(self._connection.root):
            inside = [window] if self._is_new(window) else self._children(window)
            found += [each for each in inside if self._is_new(each) and self._is_shown(each)]
        return found

    def _is_new(self, window: int) -> bool:
        return window >> _CLIENT_BITS not in self._known

    def _is_shown(self, window: int) -> bool:
        reply = self._connection._asked(None, _ATTRIBUTES, struct.pack("=BBHI", 0, 0, 0, window))
        return reply is not None and reply[26] == _VIEWABLE and struct.unpack_from("=H", reply, 12)[0] == _INPUT_OUTPUT

    def _rows(self, window: int) -> int:
        """How many different rows of pixels the screen shows in the place of the window."""
        place = self._place(window)
        if place is None or min(place.width, place.height) < SMALLEST:
            return 0
        root = self._connection.root
        body = struct.pack("=BBHIhhHHI", 0, 2, 0, root, place.x, place.y, place.width, place.height, 0xFFFF_FFFF)
        reply = self._connection._asked(None, _IMAGE, body)
        if reply is None:  # it is not wholly on the screen
            return 0
        pixels, row = reply[32:], 4 * place.width
        return len({pixels[start : start + row] for start in range(0, row * place.height, row)})

    def _place(self, window: int) -> Place | None:
        geometry = self._connection._asked(None, _GEOMETRY, struct.pack("=BBHI", 0, 0, 0, window))
        body = struct.pack("=BBHIIhh", 0, 0, 0, window, self._connection.root, 0, 0)
        moved = self._connection._asked(None, _TRANSLATE, body)
        if geometry is None or moved is None:
            return None
        width, height = struct.unpack_from("=HH", geometry, 16)
        x, y = struct.unpack_from("=hh", moved, 12)
        screen = self._connection._asked(None, _GEOMETRY, struct.pack("=BBHI", 0, 0, 0, self._connection.root))
        assert screen is not None
        wide, high = struct.unpack_from("=HH", screen, 16)
        left, top = max(x, 0), max(y, 0)
        return Place(left, top, min(x + width, wide) - left, min(y + height, high) - top)

    def _children(self, window: int) -> tuple[int, ...]:
        reply = self._connection._asked(None, _TREE, struct.pack("=BBHI", 0, 0, 0, window))
        if reply is None:
            return ()
        count = struct.unpack_from("=H", reply, 16)[0]
        return struct.unpack_from(f"={count}I", reply, 32)

    def _whole_tree(self, window: int) -> list[int]:
        found = [window]
        for each in found:
            found += self._children(each)
        return found
