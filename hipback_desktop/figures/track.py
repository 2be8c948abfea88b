"""Values that follow a path of poses, smooth and never beyond them (the monotone cubic of Fritsch and Butland)."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Values = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Track:
    """Key values at moments from 0 to 1, with the slope of each that changes."""

    moments: tuple[float, ...]
    keys: tuple[Values, ...]
    slopes: tuple[Values, ...]
    changing: tuple[int, ...]

    def at(self, moment: float) -> Values:
        """The values at a moment; before the first and after the last key they stay."""
        if moment <= self.moments[0] or len(self.moments) == 1:
            return self.keys[0]
        if moment >= self.moments[-1]:
            return self.keys[-1]
        right = bisect_right(self.moments, moment)
        left = right - 1
        width = self.moments[right] - self.moments[left]
        s = (moment - self.moments[left]) / width
        s2, s3 = s * s, s * s * s
        from_left, from_right = 2 * s3 - 3 * s2 + 1, 3 * s2 - 2 * s3
        slope_left, slope_right = (s3 - 2 * s2 + s) * width, (s3 - s2) * width
        values = list(self.keys[left])
        after, out, back = self.keys[right], self.slopes[left], self.slopes[right]
        for index in self.changing:
            values[index] = (
                values[index] * from_left
                + after[index] * from_right
                + out[index] * slope_left
                + back[index] * slope_right
            )
        return tuple(values)


def track_of(moments: Sequence[float], keys: Sequence[Values], *, loops: bool = False) -> Track:
    """The track through the keys; one that loops goes on smoothly from its last key, which is its first again."""
    changing = tuple(index for index in range(len(keys[0])) if len({key[index] for key in keys}) > 1)
    slopes = []
    for at in range(len(keys)):
        slope = [0.0] * len(keys[0])
        for index in changing:
            slope[index] = _slope(moments, [key[index] for key in keys], at, loops=loops)
        slopes.append(tuple(slope))
    return Track(tuple(moments), tuple(keys), tuple(slopes), changing)


def _slope(moments: Sequence[float], values: Sequence[float], at: int, *, loops: bool) -> float:
    last = len(moments) - 1
    if at in {0, last}:
        if not loops or last < 2:
            return 0.0
        before, after = (last - 1, last), (0, 1)
    else:
        before, after = (at - 1, at), (at, at + 1)
    left = (values[before[1]] - values[before[0]]) / (moments[before[1]] - moments[before[0]])
    right = (values[after[1]] - values[after[0]]) / (moments[after[1]] - moments[after[0]])
    return 2 * left * right / (left + right) if left * right > 0 else 0.0
