"""How exactly cues are heard, and how soon again after each fault: ``python tests/bench/bench_sound.py``.

Needs PulseAudio, its tools and numpy. Everything is measured on what a private sound server recorded.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))



PHRASES = ("Switch sides.", "Exhale into the stretch.", "Two.", "Three.", "Halfway.", "Release slowly.")
CHIMES = ("start", "tick", "switch", "end")
