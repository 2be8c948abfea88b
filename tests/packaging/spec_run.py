"""Runs the spec of the bundle as PyInstaller would on some platform; stand-ins keep what they are given."""

from __future__ import annotations

import sys
import types
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from build_steps import platform_looks

SPEC = Path(__file__).resolve().parents[2] / "packaging/bundle/hipback.spec"
Gathered = tuple[str, str, str]
"""Where a file goes, where it is or what it leads to, and its kind."""
SCRIPTS = ("pyi_rth_inspect", "pyi_rth_pyside6", "entry")
"""What the program does first, PyInstaller's own before ours."""
BUILDERS = ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")


class Made:
    """One thing that PyInstaller was asked to make."""

    def __init__(
        self, kind: str, arguments: tuple[Any, ...], options: dict[str, Any], binaries: Sequence[Gathered] = ()
    ) -> None:
        self.kind, self.arguments, self.options = kind, arguments, options
        self.binaries = list(binaries)
        self.datas: list[Gathered] = []
        self.pure: list[Gathered] = []
        self.scripts: list[Gathered] = [(name, f"/somewhere/{name}.py", "PYSOURCE") for name in SCRIPTS]


def made_on(platform: str, monkeypatch: pytest.MonkeyPatch, gathered: Sequence[Gathered] = ()) -> list[Made]:
    """Everything the spec asks for, in its order, when these libraries were gathered.

    ``platform`` is named as in ``sys.platform``.
    """
    made: list[Made] = []

    def builder(kind: str) -> Any:
        def build(*arguments: Any, **options: Any) -> Made:
            made.append(Made(kind, arguments, options, gathered if kind == "Analysis" else ()))
            return made[-1]

        return build

    hooks = types.ModuleType("PyInstaller.utils.hooks")
    vars(hooks).update(collect_data_files=lambda *_words, **_options: [], copy_metadata=lambda name: [(name, ".")])
    for name in ("PyInstaller", "PyInstaller.utils"):
        monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
    monkeypatch.setitem(sys.modules, hooks.__name__, hooks)
    looks = {"icon": f"hipback of {platform}"} if platform in ("win32", "darwin") else {}
    monkeypatch.setattr(platform_looks, "platform_looks", lambda _platform, _folder: dict(looks))
    monkeypatch.setattr(sys, "path", list(sys.path))
    code = compile(SPEC.read_text(encoding="utf-8"), str(SPEC), "exec")
    with monkeypatch.context() as patched:
        patched.setattr(sys, "platform", platform)
        exec(code, {"SPECPATH": str(SPEC.parent), **{kind: builder(kind) for kind in BUILDERS}})  # noqa: S102
    return made
