"""The rules of the house, from the map in ``hipback_desktop/__init__.py``, as far as a test can hold them."""

from __future__ import annotations

import ast
import contextlib
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from PySide6.QtCore import QTimer

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "hipback_desktop"
OURS = sorted(PACKAGE.rglob("*.py"))
ALL = sorted([*OURS, *(ROOT / "tests").rglob("*.py"), *(ROOT / "packaging").rglob("*.py")])

MAX_FILE_LINES = 300
MAX_FUNCTION_LINES = 40
LONG_FILES: dict[str, str] = {}  # path -> why it may be longer
LONG_FUNCTIONS: dict[str, str] = {}  # path:function -> why it may be longer

ASKS_THE_TIME = {"time.time", "time.time_ns", "time.monotonic", "time.monotonic_ns", "time.perf_counter"} | {
    f"{owner}.{call}"
    for owner in ("datetime", "date", "datetime.datetime", "datetime.date")
    for call in ("now", "today", "utcnow")
}
TIMES = {call.rpartition(".")[2] for call in ASKS_THE_TIME}
OUTSIDE_WORLD = {"time", "threading", "os", "pathlib", "sqlite3", "random", "socket", "subprocess"}
NETWORK = {"http", "ssl", "ftplib", "smtplib", "imaplib", "xmlrpc", "urllib.request", "socketserver"}
MUTABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
MUTABLE_MAKERS = {"list", "dict", "set", "bytearray", "deque", "defaultdict", "Counter", "OrderedDict", "count"}
ONE_COMPUTER = re.compile(r"(?<![\w.~])(?:/(?:work|tmp|root|home|farm|Users)/[a-z]\S*|[A-Z]:\\\\?Users\\\S*)")
READ_ONLY = {"Final", "Mapping", "Sequence", "Set", "frozenset", "tuple"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def breaches(paths: Iterable[Path], found: Callable[[Path], Iterable[object]]) -> dict[str, list[object]]:
    """What is found in which file; a rule is kept when that is nothing in any of them."""
    return {name_of(path): faults for path in paths if (faults := list(found(path)))}


@cache
def imports_of(path: Path) -> frozenset[str]:
    """The dotted names a module imports, wherever in it: ``from a import b`` gives ``a`` and ``a.b``."""
    names: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return frozenset(names)


def importers_of(module: str) -> set[str]:
    """The files of the package that import ``module`` or something in it."""
    return {
        name_of(path).removeprefix("hipback_desktop/")
        for path in OURS
        if any(name == module or name.startswith(module + ".") for name in imports_of(path))
    }


def run_bare(code: str) -> str:
    """What ``code`` prints in a new interpreter that has imported nothing else."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def test_the_core_is_imported_without_qt_and_without_any_other_package() -> None:
    modules = ["hipback_desktop." + ".".join(path.relative_to(PACKAGE).with_suffix("").parts) for path in OURS]
    core = ", ".join(name.removesuffix(".__init__") for name in modules if name.startswith("hipback_desktop.core."))
    code = f"import sys; before = set(sys.modules); import {core}; print(*(set(sys.modules) - before))"
    roots = {name.partition(".")[0] for name in run_bare(code).split()}
    assert roots - {"hipback_desktop"} <= sys.stdlib_module_names


def test_the_core_knows_nothing_of_the_world_outside() -> None:
    core = [path for path in OURS if path.is_relative_to(PACKAGE / "core")]
    assert len(core) > 50
    assert breaches(core, lambda path: {name.partition(".")[0] for name in imports_of(path)} & OUTSIDE_WORLD) == {}


def test_the_command_line_starts_without_qt() -> None:
    assert (
        run_bare("import sys, hipback_desktop.cli; print(*(n for n in sys.modules if n.startswith('PySide6')))") == ""
    )


def test_the_first_frame_waits_for_nothing_that_a_session_or_the_content_needs() -> None:
    loaded = run_bare("import sys, hipback_desktop.app.program; print(*sys.modules)").split()
    for name in ("core.timeline", "core.adaptation", "catalogue.catalogue", "session", "sound", "storage.database"):
        assert f"hipback_desktop.{name}" not in loaded
    assert "sqlite3" not in loaded


def test_widgets_are_only_where_windows_are_made() -> None:
    rooms = {name.partition("/")[0] for name in importers_of("PySide6.QtWidgets")}
    assert rooms <= {"ui", "charts", "app", "app.py"}


def test_the_speech_engine_is_only_in_the_process_that_renders() -> None:
    engines = importers_of("pyttsx3") | importers_of("espeakng_loader")
    assert {name for name in engines if not re.fullmatch(r"sound/render\w*\.py", name)} == set()


def test_qt_multimedia_is_only_in_the_process_that_plays() -> None:
    assert importers_of("PySide6.QtMultimedia") <= {"sound/player.py", "sound/sink.py"}  # one process


def test_the_bus_is_reached_only_from_the_adapters_and_loaded_only_when_it_is_asked() -> None:
    assert {name for name in importers_of("jeepney") if not name.startswith("desktop/")} == set()
    table = "import sys; from hipback_desktop.breaks.presence.table import probes_of; probes_of('linux', {})"
    assert run_bare(f"{table}; print(*(name for name in sys.modules if name.startswith('jeepney')))") == ""


def test_the_network_is_out_of_reach() -> None:
    qt = {name for path in OURS for name in imports_of(path) if name.startswith("PySide6.QtNetwork.")}
    assert {name for name in qt if not name.startswith("PySide6.QtNetwork.QLocal")} == set()
    assert {module: importers for module in NETWORK if (importers := importers_of(module))} == {}


def asked_times(path: Path) -> Iterator[str]:
    yield from imports_of(path) & ASKS_THE_TIME
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Attribute) and node.attr in TIMES and ast.unparse(node) in ASKS_THE_TIME:
            yield f"line {node.lineno}: {ast.unparse(node)}"


def test_only_the_clock_asks_the_time() -> None:
    assert breaches((path for path in OURS if path.name != "clock.py"), asked_times) == {}
    assert breaches([PACKAGE / "clock.py"], asked_times)


def is_mutable(value: ast.expr) -> bool:
    made_by = ast.unparse(value.func).rpartition(".")[2] if isinstance(value, ast.Call) else ""
    return isinstance(value, MUTABLE) or made_by in MUTABLE_MAKERS


def mutable_state(path: Path) -> Iterator[str]:
    """Names a module binds to something mutable, unless their annotation promises that nobody changes it."""
    tree = tree_of(path)
    yield from (f"line {node.lineno}: global" for node in ast.walk(tree) if isinstance(node, ast.Global))
    for node in tree.body:
        if isinstance(node, ast.Assign) and is_mutable(node.value):
            names = {ast.unparse(target) for target in node.targets}
            yield from names - {"__all__"}
        elif isinstance(node, ast.AnnAssign) and node.value is not None and is_mutable(node.value):
            promised = {name.id for name in ast.walk(node.annotation) if isinstance(name, ast.Name)}
            if not promised & READ_ONLY:
                yield ast.unparse(node.target)


def test_no_module_holds_mutable_state() -> None:
    assert breaches(OURS, mutable_state) == {}


def test_every_module_says_what_it_is_for() -> None:
    assert [name_of(path) for path in ALL if not ast.get_docstring(tree_of(path))] == []


def test_a_file_fits_into_one_reading() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in ALL}
    assert {name: lines for name, lines in lengths.items() if lines > MAX_FILE_LINES and name not in LONG_FILES} == {}


def is_one_literal(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """A table in the shape of a function: a docstring at most, and one returned value without any call."""
    body = [node for node in function.body if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))]
    return len(body) == 1 and isinstance(body[0], ast.Return) and isinstance(body[0].value, (ast.Tuple, *MUTABLE))


def long_functions(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and not is_one_literal(node):
            lines = (node.end_lineno or 0) - node.lineno + 1
            if lines > MAX_FUNCTION_LINES and f"{name_of(path)}:{node.name}" not in LONG_FUNCTIONS:
                yield f"{node.name}: {lines} lines"


def test_a_function_fits_on_a_screen() -> None:
    assert breaches(ALL, long_functions) == {}


def test_every_exception_to_a_limit_is_still_needed() -> None:
    assert {name for name in LONG_FILES if not (ROOT / name).exists()} == set()
    assert {name for name in LONG_FUNCTIONS if not (ROOT / name.partition(":")[0]).exists()} == set()


def text_files() -> Iterator[tuple[str, str]]:
    """Every text of the project with its name; what cannot be decoded is a picture or a sound."""
    rooms = [ROOT / name for name in ("hipback_desktop", "assets", "tests", "packaging", ".ci")]
    paths = [*ROOT.glob("*.*"), *(path for room in rooms for path in room.rglob("*"))]
    for path in paths:
        # in a second worktree of git, .git is a file that names its place
        if path.is_file() and path.suffix not in {".pyc", ".svg"} and path.name != ".git":
            with contextlib.suppress(UnicodeDecodeError):
                yield name_of(path), path.read_text(encoding="utf-8")


def test_no_file_names_a_place_of_one_computer() -> None:
    assert [f"{name}: {match[0]}" for name, text in text_files() for match in ONE_COMPUTER.finditer(text)] == []


def painters_left_on(path: Path) -> Iterator[str]:
    nodes = list(ast.walk(tree_of(path)))
    ended = {id(node.context_expr) for node in nodes if isinstance(node, ast.withitem)}
    at_once = {id(node.value) for node in nodes if isinstance(node, ast.Attribute)}  # QPainter(here).drawText(...)
    for node in nodes:
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "QPainter" and id(node) not in ended | at_once:
            yield f"line {node.lineno}: {ast.unparse(node)}"


def test_painting_ends_whatever_fails() -> None:
    """``with QPainter(...)``: a failure keeps what a function had at hand, and lets go of it in any order.

    A picture that goes before the painter on it ends the program with a segmentation fault.
    """
    assert breaches(ALL, painters_left_on) == {}


def test_methods_of_qt_that_return_nothing_leave_none_alone() -> None:
    """PySide6 6.12.0 below Python 3.12 lost a reference to None at each such call, and ended (PYSIDE-3474)."""
    timer = QTimer()
    before = sys.getrefcount(None)
    for _ in range(1000):
        timer.stop()
    assert sys.getrefcount(None) > before - 500  # from Python 3.12 on None is immortal and the count never changes
