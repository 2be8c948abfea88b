"""Hipback guides movement and claims nothing medical: words that would, stand nowhere a user can read them."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

ROOT: Final = Path(__file__).resolve().parent.parent

BANNED: Final = (
    (r"reliev\w*|relief", "stretching is not sold as a remedy"),
    (r"treat(s|ed|ing|ment\w*)?|cur(e|es|ed|ing)|heal(s|ed|ing)?|alleviat\w*", "we guide, we do not treat"),
    (r"therap\w*|rehab\w*|medical device", "say routine, session, guide"),
    (r"prescrib\w*|prescriptions?|clinical\w*|patients?|dos(e|es|age|ages)", "say plan, you, amount"),
    (r"diagnos\w*|assess\w*|screening|detect\w*", "ask which area feels tight today"),
    (r"symptoms?", "say how it felt"),
    (r"pain\w*", "say discomfort, or how it felt"),
    (r"prevent\w*", "say what it helps with: move more, sit less"),
    (r"(fix|correct|improve)\w*\W+(\w+\W+)?(posture|tilt|alignment)|posture fix\w*|better posture", "not shown"),
    (r"(weak|damaged|compressed|misaligned|switched[- ]off|inhibited) (\w+ )?(muscles?|glutes?)", "say build strength"),
    (r"sciatica|hyperlordosis|arthritis|herniat\w*", "we name no disease"),
    (r"safe for everyone|doctor[- ]approved|clinically|proven|guarantee\w*", "we promise nothing"),
    (r"red[- ]flags?|no pain,? no gain|streaks?", "no fear and no guilt"),
)

INTENDED_PURPOSE: Final = (
    "It does not diagnose, treat, prevent or monitor any disease or injury and does not replace professional advice."
)
# a file, what it may say, and why: the rest of the list still holds there
EXCEPTIONS: Final = (
    ("README.md", re.escape(INTENDED_PURPOSE), "the intended purpose says what Hipback is not"),
    ("hipback_desktop/*", re.escape(INTENDED_PURPOSE), "the same, where the program shows it"),
    (
        "assets/exercises/figure_four_supine.json",
        "any pain in the knee or hip",
        "the reference tells to stop there, and no softer word would",
    ),
    (
        "hipback_desktop/breaks/presence/microphone.py",
        "peak detect",
        "the name that sound servers give to a volume meter, to be compared and never shown",
    ),
    (
        "hipback_desktop/ui/safety_words.py",
        r"pain\w*|therap\w*|arthritis|sciatica|herniat\w*|diagnosed",
        "the stop rules and the signs worth a professional's look must name what a person feels or was told",
    ),
)
IDENTIFIER: Final = re.compile(r"[\w.:/%+*=,\[\](){}#@-]*")  # one word: a key, a name, a path, not a sentence
SQL: Final = re.compile(r"\s*(CREATE|SELECT|INSERT|UPDATE|DELETE|ALTER|DROP|PRAGMA|WITH|BEGIN)\b")


def file_texts() -> Iterator[tuple[str, str]]:
    """Each text a user may come across, with the file it is in."""
    for path in sorted((ROOT / "assets").rglob("*.json")):
        yield from ((name_of(path), text) for text in texts_in(json.loads(path.read_text(encoding="utf-8"))))
    for name in ("README.md", "CHANGELOG.md"):
        if (ROOT / name).is_file():
            yield name, " ".join((ROOT / name).read_text(encoding="utf-8").split())
    for path in sorted((ROOT / "hipback_desktop").rglob("*.py")):
        yield from ((name_of(path), text) for text in literals_in(ast.parse(path.read_text(encoding="utf-8"))))


@cache
def readable_texts() -> tuple[tuple[str, str], ...]:
    """The same once for all tests, without what a file may say."""
    return tuple((name, without_exceptions(name, text)) for name, text in file_texts())


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def texts_in(value: Any) -> Iterator[str]:
    """The values of a document; its keys are the format's own words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts_in(item)


def literals_in(tree: ast.Module) -> Iterator[str]:
    """String literals but docstrings, single words (keys, names), statements for the database, and our faults."""
    unread = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    unread |= {id(part) for node in ast.walk(tree) if is_our_fault(node) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in unread:
            text = " ".join(node.value.split())
            if not IDENTIFIER.fullmatch(text) and not SQL.match(text):
                yield text


def is_our_fault(node: ast.AST) -> bool:
    """Whether a statement raises what only a programmer gets to read."""
    if not isinstance(node, ast.Raise) or not isinstance(node.exc, ast.Call):
        return False
    return isinstance(node.exc.func, ast.Name) and node.exc.func.id in {"ValueError", "TypeError", "AssertionError"}


def without_exceptions(name: str, text: str) -> str:
    for file, allowed, _ in EXCEPTIONS:
        if Path(name).match(file) or (file.endswith("/*") and name.startswith(file[:-1])):
            text = re.sub(allowed, "", text, flags=re.IGNORECASE)
    return text


@pytest.mark.parametrize(("banned", "reason"), BANNED, ids=[pattern for pattern, _ in BANNED])
def test_no_banned_word_can_be_read(banned: str, reason: str) -> None:
    pattern = re.compile(rf"\b(?:{banned})\b", re.IGNORECASE)
    found = [
        f"{name}: “{match[0]}” in: {text[:100]}" for name, text in readable_texts() if (match := pattern.search(text))
    ]
    assert found == [], reason


def test_the_list_finds_what_it_is_for() -> None:
    everything = re.compile("|".join(rf"\b(?:{banned})\b" for banned, _ in BANNED), re.IGNORECASE)
    for claim in ("Relieves back pain", "Fixes your posture.", "Your glutes: weak glutes", "A treatment plan"):
        assert everything.search(claim), claim
    for fine in ("How did it feel?", "Stop at anything sharp, shooting or spreading.", "Stand tall, treatise aside."):
        assert not everything.search(fine), fine


def test_docstrings_keys_and_statements_are_not_read() -> None:
    tree = ast.parse('"""Pain."""\nA = "dose"\nB = "SELECT dose FROM pain"\nC = f"Ease the {A} of pain"\n')
    assert list(literals_in(tree)) == ["Ease the", "of pain"]


def test_what_a_user_is_told_is_read() -> None:
    tree = ast.parse('raise ValueError("a dose too many")\nraise UserError("Your dose is missing.")\n')
    assert list(literals_in(tree)) == ["Your dose is missing."]


def test_an_apostrophe_is_a_printed_one() -> None:
    """But in the reference's own sentences, which stay as they are written there."""
    ours = [(name, text) for name, text in readable_texts() if name.startswith("hipback_desktop/")]
    assert [f"{name}: {text[:100]}" for name, text in ours if re.search(r"[^\W\d_]'[^\W\d_]", text)] == []
