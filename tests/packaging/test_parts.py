"""The bundle holds every part of Qt that Hipback uses, and neither the others nor libraries of the system."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from build_steps.parts import MODULES, UNUSED_MODULES, is_part

PACKAGE = Path(__file__).resolve().parents[2] / "hipback_desktop"
WHEEL = "/srv/environment/lib/python3.11/site-packages/"


def imported() -> set[str]:
    """Every module that the program imports, by its full name."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {str(node.module) for node in nodes if isinstance(node, ast.ImportFrom)}


def test_every_module_of_qt_that_is_imported_is_in_the_bundle() -> None:
    used = {name.removeprefix("PySide6.Qt") for name in imported() if name.startswith("PySide6.Qt")}
    assert used <= MODULES


def test_nothing_that_is_left_out_is_imported() -> None:
    assert {name.partition(".")[0] for name in imported()} & set(UNUSED_MODULES) == set()


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/QtCore.abi3.so",
        "PySide6/QtWidgets.pyd",
        "PySide6/Qt6Gui.dll",
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/lib/libicudata.so.73",
        "PySide6/Qt/lib/QtSvg.framework/Versions/A/QtSvg",
        "PySide6/Qt/lib/QtSvg.framework/Versions/A/Resources/Info.plist",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6\\plugins\\styles\\qmodernwindowsstyle.dll",
        "PySide6/libpyside6.abi3.so.6.11",
        "assets/icons/hipback.svg",
        "libpython3.11.so.1.0",
    ],
)
def test_these_parts_are_in_the_bundle(path: str) -> None:
    assert is_part(path, WHEEL + path, languages=["de"])


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/QtQml.abi3.so",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/lib/QtQml.framework/Versions/A/QtQml",
        "PySide6/Qt/lib/QtQml.framework/Versions/A/Resources/Info.plist",
        "PySide6/Qt/lib/QtQml.framework/QtQml",
        "PySide6/Qt6WebEngineCore.dll",
        "PySide6/Qt/lib/libavcodec.so.61",
        "PySide6/swscale-8.dll",
        "PySide6/opengl32sw.dll",
        "PySide6/libpyside6qml.abi3.so.6.11",
        "PySide6/Qt/plugins/multimedia/libffmpegmediaplugin.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6/Qt/translations/qtmultimedia_de.qm",
    ],
)
def test_these_parts_are_left_out(path: str) -> None:
    assert not is_part(path, WHEEL + path, languages=["de"])


@pytest.mark.parametrize(
    "source",
    [
        "/lib/x86_64-linux-gnu/libxcb.so.1",
        "/usr/lib64/libgtk-3.so.0.2404.29",
        "/usr/lib/x86_64-linux-gnu/pulseaudio/libpulsecommon-16.1.so",
    ],
)
def test_the_libraries_of_linux_stay_with_the_system(source: str) -> None:
    assert not is_part(Path(source).name, source)


@pytest.mark.parametrize(
    "source",
    [
        "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0",
        "/usr/lib/python3.11/lib-dynload/_bz2.cpython-311-x86_64-linux-gnu.so",
        "C:\\Python311\\DLLs\\libffi-8.dll",
    ],
)
def test_python_itself_comes_along_wherever_it_is_from(source: str) -> None:
    assert is_part(source.replace("\\", "/").rpartition("/")[2], source)
