"""The bundle holds every part of Qt that Hipback uses, and neither the others nor libraries of the system."""

from __future__ import annotations

from pathlib import Path

import pytest
from build_steps.parts import MODULES, UNUSED_MODULES, is_part

from tests.test_architecture import OURS, imports_of

WHEEL = "/srv/environment/lib/python3.11/site-packages/"


@pytest.fixture(scope="module")
def imported() -> set[str]:
    """The full name of everything that the program imports."""
    return {name for path in OURS for name in imports_of(path)}


def test_every_module_of_qt_that_is_imported_is_in_the_bundle(imported: set[str]) -> None:
    used = {name.split(".")[1].removeprefix("Qt") for name in imported if name.startswith("PySide6.Qt")}
    assert "Widgets" in used
    assert used <= MODULES


def test_nothing_that_is_left_out_is_imported(imported: set[str]) -> None:
    assert {name.partition(".")[0] for name in imported} & set(UNUSED_MODULES) == set()


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
