"""The Debian package says what it needs, and what it is made of."""

from __future__ import annotations

from build_steps.control import control_text, relations_of

LINES = "shlibs:Depends=libc6 (>= 2.35), libxcb1\nshlibs:Recommends=libcups2 (>= 2.3)\n"


def test_the_libraries_become_what_the_package_needs_and_what_it_likes() -> None:
    assert relations_of(LINES) == ("libc6 (>= 2.35), libxcb1", "libcups2 (>= 2.3)")
    assert relations_of("") == ("", "")


def test_the_control_file_is_one_of_debian() -> None:
    text = control_text("0.1.0-1", "amd64", 1234, *relations_of(LINES))
    fields, _, description = text.partition("Description: ")
    assert dict(line.split(": ", 1) for line in fields.splitlines()) == {
        "Package": "hipback",
        "Version": "0.1.0-1",
        "Architecture": "amd64",
        "Maintainer": "Hipback Maintainers <maintainers@hipback.example>",
        "Installed-Size": "1234",
        "Depends": "libc6 (>= 2.35), libxcb1, libespeak-ng1, tzdata",
        "Recommends": "libcups2 (>= 2.3), shared-mime-info, desktop-file-utils, hicolor-icon-theme",
        "Section": "utils",
        "Priority": "optional",
    }
    summary, *lines = description.splitlines()
    assert len(summary) < 80
    assert not summary.endswith(".")
    assert all(line.startswith(" ") and len(line) <= 80 for line in lines)
