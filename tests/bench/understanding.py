"""Whether a speech recogniser hears the words of a phrase; it has to choose among all phrases it is given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np

from tests.sound.matching import RATE, Samples

RECOGNISER_RATE = 16_000
PEAK = 16_000
NOISE_PEAK = 33  # -60 dB: eSpeak's pauses are digital zeros, which upset the recogniser
PADDING_SECONDS = 0.3
PRONOUNCED = {"flexor": "F L EH K S ER"}
NUMBERS = {"1": "one", "2": "two", "3": "three", "5": "five", "8": "eight", "15": "fifteen"}


def understood(parts: Sequence[tuple[str, Samples]]) -> list[str] | str:
    """The phrases that were recognised as themselves, or the sentence that says why nobody listened."""
    try:
        import pocketsphinx
    except ImportError:
        return "nobody tried to understand it: pocketsphinx is not installed"
    decoder = pocketsphinx.Decoder(lm=None, loglevel="FATAL")
    texts = list(dict.fromkeys(_words(text) for text, _part in parts))
    for word in {word for text in texts for word in text.split()}:
        if decoder.lookup_word(word) is None:
            decoder.add_word(word, PRONOUNCED.get(word, "AH"), False)
    choices = " | ".join(f"({text})" for text in texts)
    decoder.add_jsgf_string("cues", f"#JSGF V1.0;\n\ngrammar cues;\n\npublic <cues> = {choices} ;\n")
    decoder.activate_search("cues")
    return [text for text, part in parts if _recognised(decoder, part) == _words(text)]


def _recognised(decoder: Any, part: Samples) -> str:
    decoder.start_utt()
    decoder.process_raw(_prepared(part), full_utt=True)
    decoder.end_utt()
    best = decoder.hyp()
    return best.hypstr if best else ""


def _prepared(part: Samples) -> bytes:
    """At the recogniser's rate and loudness, with silence around it that is not quite silent."""
    length = int(len(part) * RECOGNISER_RATE / RATE)
    samples = np.fft.irfft(np.fft.rfft(part)[: length // 2 + 1], length)
    samples = samples * PEAK / max(np.abs(samples).max(initial=0.0), 1e-9)
    samples = np.pad(samples, int(PADDING_SECONDS * RECOGNISER_RATE))
    noise = np.random.default_rng(1).normal(0, NOISE_PEAK, len(samples))
    return bytes((samples + noise).astype("<i2").tobytes())


def _words(text: str) -> str:
    words = re.sub(r"[^a-z0-9' ]", " ", text.lower()).split()
    return " ".join(NUMBERS.get(word, word) for word in words)
