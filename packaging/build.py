"""Builds what people install: ``python3 packaging/build.py WHAT``, found in ``dist`` afterwards.

The first time it makes ``build/environment`` and installs what building takes. ``packaging/README.md`` tells more.
"""

from __future__ import annotations

import sys

from build_steps import BuildError
from build_steps.environment import DIST, ROOT, enter

USAGE = """\
Usage: build.py wheel | bundle | deb | installer

wheel      the source archive and the wheel, for pip and pipx
bundle     one folder with the program, its Python and the parts of Qt it uses
deb        a package for Debian 12, Ubuntu 24.04 and newer, made from the bundle
installer  on Windows what installs the bundle, on macOS a disk image with it"""


def build(what: str) -> None:
    """Builds one of them, inside the environment."""
    if what == "wheel":
        from build_steps.wheel import build_wheel

        print(*build_wheel(ROOT, DIST), sep="\n")
        return
    from build_steps.bundle import build_bundle

    bundle = build_bundle()
    print(bundle)
    if what == "deb":
        from build_steps.deb import build_deb

        print(build_deb(bundle))
    elif what == "installer":
        from build_steps.installer import build_installer

        print(build_installer())


def main(arguments: list[str]) -> int:
    if arguments not in (["wheel"], ["bundle"], ["deb"], ["installer"]):
        print(USAGE, file=sys.stdout if {"-h", "--help"} & set(arguments) else sys.stderr)
        return 0 if {"-h", "--help"} & set(arguments) else 2
    try:
        entered = enter(arguments)
        if entered is None:
            build(arguments[0])
    except BuildError as problem:
        print(f"Hipback: {problem}", file=sys.stderr)
        return 1
    return entered or 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
