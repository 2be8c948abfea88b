"""Gathers every text of the program for translators: ``python packaging/words.py [FILE]`` writes the template.

Texts come from the calls that translate them, from the tables that are translated where they are shown, and from the
content files, along their schema. ``assets/README.md`` tells how a language is added.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hipback_desktop import __version__, paths  # noqa: E402
from hipback_desktop.catalogue.figure_schema import FIGURE  # noqa: E402
from hipback_desktop.catalogue.schema import EXERCISE, PHASES, ROUTINE, Field, Kind  # noqa: E402
from hipback_desktop.core.language import DOMAIN  # noqa: E402
from hipback_desktop.core.settings import OPTIONS, Choice, Number, Section, Several  # noqa: E402

KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "marked": None}
CONTENT = (
    ("exercises/*.json", EXERCISE),
    ("routines/*.json", ROUTINE),
    ("phases.json", PHASES),
    ("figures/**/*.json", FIGURE),
)

Message = tuple[str | tuple[str, ...], str, int, list[str]]
"""A text, or its singular and plural; the file it is in; the line, 0 where there is none; what translators are told."""


def template() -> Catalog:
    """Every text of the program, without translations."""
    catalogue = Catalog(project="Hipback", version=__version__, domain=DOMAIN, fuzzy=False)
    for message, file, line, comments in (*_in_code(), *_in_tables(), *_in_content()):
        catalogue.add(message, locations=[(file, line)], auto_comments=comments)
    return catalogue


def _in_code() -> Iterator[Message]:
    for path in sorted((ROOT / "hipback_desktop").rglob("*.py")):
        yield from _in_module(path, path.relative_to(ROOT).as_posix())
    yield from _in_module(Path(argparse.__file__), "argparse.py")  # the words around those of our command line


def _in_module(path: Path, name: str) -> Iterator[Message]:
    found = extract_from_file(
        "python", path, keywords=KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
    )
    for line, message, comments, _context in found:
        yield message, name, line, comments


def _in_tables() -> Iterator[Message]:
    settings = "hipback_desktop/core/settings.py"
    yield from ((section.value, settings, 0, []) for section in Section)
    for option in OPTIONS:
        texts = [option.label, option.help]
        if isinstance(option.kind, Number):
            texts.append(option.kind.unit)
        elif isinstance(option.kind, Choice | Several):
            texts += [label for _value, label in option.kind.choices]
        yield from ((text, settings, 0, []) for text in texts if text)
    for _pattern, schema in CONTENT:
        yield from ((meaning, "hipback_desktop/catalogue/schema.py", 0, []) for meaning in _meanings(schema))


def _meanings(field: Field) -> Iterator[str]:
    for part in field.fields:
        yield part.meaning
        yield from _meanings(part)


def _in_content() -> Iterator[Message]:
    for pattern, schema in CONTENT:
        for path in sorted(paths.asset("").glob(pattern)):
            document = json.loads(path.read_text(encoding="utf-8"))
            name = path.relative_to(paths.asset("")).as_posix()
            yield from ((text, f"assets/{name}", 0, []) for text in texts_of(schema, document))
    sources = json.loads(paths.asset("sources.json").read_text(encoding="utf-8"))
    yield from ((text, "assets/sources.json", 0, []) for text in sources.values())


def texts_of(field: Field, value: Any) -> Iterator[str]:
    """The texts for people in a document: those that the schema leaves free."""
    match field.kind:
        case Kind.TEXT if value and not field.choices:
            yield value
        case Kind.LIST:
            for item in value:
                yield from texts_of(field.fields[0], item)
        case Kind.OBJECT if value is not None:
            for part in field.fields:
                if part.name in value:
                    yield from texts_of(part, value[part.name])


def main(arguments: list[str]) -> int:
    """Writes the template and says where."""
    file = Path(arguments[0]) if arguments else paths.asset("locale") / f"{DOMAIN}.pot"
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as stream:
        write_po(stream, template(), width=120, omit_header=False)
    print(file)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
