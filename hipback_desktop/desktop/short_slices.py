"""Asks Linux to let a thread in as soon as it wakes, for little time, rather than after whoever runs just then.

What happens at a moment of a session is done in a millisecond, but where all cores are busy the thread that waits for
it stands behind another's turn of several. Since 6.12 a waking thread that asked for shorter turns goes first; it takes
no rights, and nobody gets less time for it. Elsewhere this does nothing.
"""

from __future__ import annotations

import ctypes
import logging
import os
import platform
import sys
from types import MappingProxyType
from typing import Final

_log = logging.getLogger(__name__)

SLICE_NANOSECONDS: Final = 100_000
"""The shortest that Linux grants."""
_CALLS: Final = MappingProxyType({"x86_64": 314, "aarch64": 274, "riscv64": 274})
_NOT_FOR_CHILDREN: Final = 1


class _SchedulingAttributes(ctypes.Structure):
    """``struct sched_attr`` in its first form; of an ordinary thread ``runtime`` is the length of its turns."""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("policy", ctypes.c_uint32),
        ("flags", ctypes.c_uint64),
        ("nice", ctypes.c_int32),
        ("priority", ctypes.c_uint32),
        ("runtime", ctypes.c_uint64),
        ("deadline", ctypes.c_uint64),
        ("period", ctypes.c_uint64),
    )


def take_short_slices() -> bool:
    """For the thread that calls; whether Linux took the wish, which before 6.12 says nothing of its keeping it."""
    call = _CALLS.get(platform.machine())
    if sys.platform != "linux" or call is None or _policy() != os.SCHED_OTHER:
        return False
    attributes = _SchedulingAttributes(
        size=ctypes.sizeof(_SchedulingAttributes),
        policy=os.SCHED_OTHER,
        flags=_NOT_FOR_CHILDREN,
        nice=os.getpriority(os.PRIO_PROCESS, 0),
        runtime=SLICE_NANOSECONDS,
    )
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.syscall(call, 0, ctypes.byref(attributes), 0) == 0:
        return True
    _log.info("no short turns: %s", os.strerror(ctypes.get_errno()))
    return False


def _policy() -> int:
    return os.sched_getscheduler(0) & ~os.SCHED_RESET_ON_FORK
