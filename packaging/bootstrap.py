"""Prepares this checkout and starts Hipback (``run``) or checks it (``test``); the second time it starts at once.

This file is all that runs when nothing is to be done, so it imports little; the work is in ``bootstrap_steps``.
It must be readable by older Pythons, to tell them so: no newer syntax here.
"""

import os
import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Hipback needs Python 3.11 or newer, and this is %d.%d. Start this file with a newer one."
        % sys.version_info[:2]
    )

USAGE = """\
Usage: bootstrap.py [--yes] run  [arguments for hipback ...]
       bootstrap.py [--yes] test [arguments for pytest ...]

run    starts Hipback from this checkout; test runs every check. Both first make .venv, install what is missing into
       it, and ask before they install a system package. --yes, or CI=true in the environment: do not ask."""

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))


def parse(arguments: list[str], environ: "os._Environ[str] | dict[str, str]") -> "tuple[str, list[str], bool] | None":
    """The command, its own arguments, and whether to go on without asking; None when this is no command of ours."""
    words = list(arguments)
    yes = environ.get("CI", "").lower() in ("1", "true", "yes")
    while words[:1] == ["--yes"]:
        yes = bool(words.pop(0))
    if not words or words[0] not in ("run", "test"):
        return None
    command = words.pop(0)
    while words[:1] == ["--yes"]:
        yes = bool(words.pop(0))
    return command, words, yes


def fingerprint(root: str) -> str:
    """Changes whenever the preparations have to be made again: other files, another Python or place."""
    import hashlib

    steps = os.path.join(root, "packaging", "bootstrap_steps")
    files = [os.path.join(steps, name) for name in sorted(os.listdir(steps)) if name.endswith(".py")]
    files += [os.path.join(root, *name) for name in (("pyproject.toml",), ("packaging", "constraints.txt"))]
    digest = hashlib.sha256(repr((root, sys.version, sys.base_prefix)).encode())
    for path in files:
        with open(path, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def stamp_name(command: str, environ: "os._Environ[str] | dict[str, str]") -> str:
    """One for each kind of screen, which want libraries of their own: a login without any screen forgets nothing."""
    screens = [name for name in ("DISPLAY", "WAYLAND_DISPLAY") if environ.get(name)]
    return "-".join(["ready", command, *screens]).lower()


def is_ready(stamp: str, expected: str, python: str) -> bool:
    """Whether the last preparation ended well and was for exactly this."""
    if not os.path.exists(python):
        return False
    try:
        with open(stamp) as file:
            return file.read() == expected
    except FileNotFoundError:
        return False


def prepare_once(command: str, yes: bool) -> None:
    """Prepares everything for ``command``, unless the stamp says that it is."""
    stamp = os.path.join(VENV, stamp_name(command, os.environ))
    expected = fingerprint(ROOT)
    if is_ready(stamp, expected, PYTHON):
        return
    from bootstrap_steps.prepare import prepare

    prepare(ROOT, PYTHON, expected, for_tests=command == "test", yes=yes)
    with open(stamp, "w") as file:
        file.write(expected)


def start(command: str, arguments: list[str]) -> int:
    """Becomes Hipback, or runs the checks; -P keeps the current folder's files out of the way of the program's own."""
    if command == "test":
        from bootstrap_steps.checks import run_checks

        return run_checks(ROOT, PYTHON, arguments)
    words = [PYTHON, "-P", "-m", "hipback_desktop", *arguments]
    if os.name != "nt":  # there, exec would leave the terminal before the program ends
        sys.stdout.flush()
        os.execv(PYTHON, words)  # noqa: S606 - no shell is wanted
    import subprocess

    return subprocess.call(words)


def main(arguments: list[str]) -> int:
    asked = parse(arguments, os.environ)
    if asked is None:
        print(USAGE, file=sys.stdout if {"-h", "--help"} & set(arguments) else sys.stderr)
        return 0 if {"-h", "--help"} & set(arguments) else 2
    command, rest, yes = asked
    try:
        prepare_once(command, yes)
        return start(command, rest)
    except KeyboardInterrupt:
        print("\nStopped. The same command continues.", file=sys.stderr)
        return 130
    except RuntimeError as problem:  # SetupError of the steps, a sentence
        print("Hipback: %s" % problem, file=sys.stderr)
    except OSError as problem:
        what = "%s: %s" % (problem.filename, problem.strerror) if problem.filename else str(problem)
        print("Hipback could not be prepared or started. %s" % what, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
