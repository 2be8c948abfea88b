"""The pure parts of ``packaging/bootstrap.py``: words on its command line, and when it has nothing to do."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import bootstrap
import pytest
from bootstrap_steps.environment import Environment

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what the bootstrap looks at, in a folder with a space in its name."""
    root = tmp_path / "hip back"
    shutil.copytree(ROOT / "packaging", root / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", root)
    return root


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["run"], ("run", [], False)),
        (["--yes", "run", "plan", "--json"], ("run", ["plan", "--json"], True)),
        (["test", "--yes", "-k", "core"], ("test", ["-k", "core"], True)),
        (["run", "start", "--yes"], ("run", ["start", "--yes"], False)),
        (["build"], None),
        ([], None),
    ],
)
def test_only_what_stands_before_the_command_or_right_after_it_is_for_the_bootstrap(
    arguments: list[str], expected: object
) -> None:
    assert bootstrap.parse(arguments, {}) == expected


def test_in_ci_nothing_is_asked() -> None:
    assert bootstrap.parse(["test"], {"CI": "true"}) == ("test", [], True)
    assert bootstrap.parse(["test"], {"CI": "false"}) == ("test", [], False)


def test_a_wrong_word_is_answered_with_the_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.main(["build"]) == 2
    assert capsys.readouterr().err.startswith("Usage: bootstrap.py")


@pytest.mark.parametrize(
    "changed", ["pyproject.toml", "packaging/constraints.txt", "packaging/bootstrap_steps/probe.py"]
)
def test_a_changed_file_means_to_prepare_again(checkout: Path, changed: str) -> None:
    before = bootstrap.fingerprint(str(checkout))
    with (checkout / changed).open("a") as file:
        file.write("# changed\n")
    assert bootstrap.fingerprint(str(checkout)) != before


def test_each_kind_of_screen_is_prepared_for_by_itself() -> None:
    assert bootstrap.stamp_name("run", {}) == "ready-run"
    assert bootstrap.stamp_name("run", {"DISPLAY": ":1"}) == bootstrap.stamp_name("run", {"DISPLAY": ":2"})
    assert bootstrap.stamp_name("run", {"DISPLAY": ":1", "WAYLAND_DISPLAY": "w"}) == "ready-run-display-wayland_display"


def test_ready_is_what_was_prepared_for_exactly_this(tmp_path: Path) -> None:
    stamp = tmp_path / "ready-run"
    assert not bootstrap.is_ready(str(stamp), "abc", sys.executable)
    stamp.write_text("abc")
    assert bootstrap.is_ready(str(stamp), "abc", sys.executable)
    assert not bootstrap.is_ready(str(stamp), "abd", sys.executable)
    assert not bootstrap.is_ready(str(stamp), "abc", str(tmp_path / "no-python"))


def test_the_bootstrap_uses_no_syntax_that_an_older_python_cannot_read() -> None:
    compile((ROOT / "packaging" / "bootstrap.py").read_text(), "bootstrap.py", "exec", dont_inherit=True)
    import ast

    ast.parse((ROOT / "packaging" / "bootstrap.py").read_text(), feature_version=(3, 7))


def test_the_bootstrap_reads_its_own_files_from_any_folder(checkout: Path, tmp_path: Path) -> None:
    program = checkout / "packaging" / "bootstrap.py"
    result = subprocess.run(
        [sys.executable, program, "--help"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "run  [arguments for hipback ...]" in result.stdout


def make_environment(root: Path) -> Environment:
    """What ``venv`` leaves behind, as far as the bootstrap looks at it."""
    python = root / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.touch()
    return Environment(root, python)


def test_an_environment_of_the_users_own_is_used(tmp_path: Path) -> None:
    assert make_environment(tmp_path).is_usable()


def test_no_environment_is_not_usable(tmp_path: Path) -> None:
    assert not Environment(tmp_path, tmp_path / ".venv" / "bin" / "python").is_usable()


def test_an_environment_that_was_left_half_made_is_not_trusted(tmp_path: Path) -> None:
    environment = make_environment(tmp_path)
    (tmp_path / ".venv" / "unfinished").touch()
    assert not environment.is_usable()


def test_an_environment_of_another_python_or_place_is_not_used(tmp_path: Path) -> None:
    environment = make_environment(tmp_path)
    (tmp_path / ".venv" / "made-for").write_text("3.9.2\n/usr\n/elsewhere\n")
    assert not environment.is_usable()


def test_what_was_installed_for_the_tests_is_enough_to_run(tmp_path: Path) -> None:
    environment = make_environment(tmp_path)
    (tmp_path / ".venv" / "installed-test").write_text("abc")
    assert environment.is_installed("abc", for_tests=False)
    assert not environment.is_installed("abd", for_tests=False)
    (tmp_path / ".venv" / "installed-test").rename(tmp_path / ".venv" / "installed-run")
    assert not environment.is_installed("abc", for_tests=True)
