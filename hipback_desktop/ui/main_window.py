"""The window: a quiet bar, one page at a time, a sheet over it when something is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.look import apply_look
from hipback_desktop.ui.notice_bar import NoticeBar
from hipback_desktop.ui.opening_page import OpeningPage
from hipback_desktop.ui.page_name import PageName
from hipback_desktop.ui.themed import show_theme_inside
from hipback_desktop.ui.top_bar import TopBar
from hipback_desktop.ui.type_scale import SPACE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from hipback_desktop.core.settings import Settings
    from hipback_desktop.ui.figure_slot import FigurePainter
    from hipback_desktop.ui.home_page import HomePage, HomeView
    from hipback_desktop.ui.settings_dialog import SettingsDialog
    from hipback_desktop.ui.sheet import Sheet
    from hipback_desktop.ui.sheet_host import SheetHost
    from hipback_desktop.ui.theme import Theme

_USUAL: Final = QSize(1280, 800)
_SMALLEST: Final = QSize(900, 600)
_FRAME: Final = QSize(16, 48)
"""What a window manager puts around a window, roughly."""


class MainWindow(QMainWindow):
    """Comes up with its bar alone, and says ``opened`` when that has been painted; pages are built when gone to."""

    opened = Signal()
    start_requested = Signal(str)
    continue_requested = Signal()
    keep_requested = Signal()
    own_change_requested = Signal()
    screens_requested = Signal()
    advice_answered = Signal(object, object)
    help_requested = Signal()
    goals_requested = Signal()
    setting_changed = Signal(str, object)
    settings_opened = Signal()
    what_works_requested = Signal()
    voice_tested = Signal(str, int, int)
    welcome_finished = Signal(dict)
    only_breaks_chosen = Signal()
    close_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        asset: Callable[[str], Path],
        settings: Callable[[], Settings],
        exercise_name: Callable[[str], str] = str,
        figure: FigurePainter | None = None,
    ) -> None:
        super().__init__()
        self._figure = figure
        self._theme = theme
        self._asset = asset
        self._settings = settings
        self._exercise_name = exercise_name
        self._voices: Mapping[str, str] = {}
        self._dialog: SettingsDialog | None = None
        self._factories: dict[PageName, Callable[[], QWidget]] = {}
        self._built: dict[PageName, QWidget] = {}
        self._page = PageName.TODAY
        self.setWindowTitle(_("Hipback"))
        self._apply_look(theme)
        self._bar = TopBar(theme, asset)
        self._notices = NoticeBar(theme, asset)
        self._notices.setContentsMargins(2 * SPACE, 0, 2 * SPACE, SPACE)
        self._stack = QStackedWidget()
        self._opening = OpeningPage()
        self._opening.painted.connect(self.opened)
        self._stack.addWidget(self._opening)
        self._sheets: SheetHost | None = None
        self._central = self._lay_out()
        self._bar.show_page(self._page)
        self._add_shortcuts()
        self._fit_to_screen()

    def show_home(self, view: HomeView) -> None:
        """What today's page shows; the first time, the page takes the place of the empty one."""
        is_first = PageName.TODAY not in self._built
        self._home().show_home(view)
        if is_first and self._page is PageName.TODAY:
            self.show_page(PageName.TODAY)

    def show_page(self, name: str) -> None:
        """Goes to a page, building it when it is needed for the first time."""
        self._page = PageName(name)
        if self._page is PageName.SESSION and self._dialog is not None:
            self._dialog.reject()  # nothing may lie over a session, whose Stop key must be heard
        if self._page is not PageName.WELCOME:
            self._take_down(PageName.WELCOME)
        if self._page not in self._built:
            self._built[self._page] = self._new_page(self._page)
            self._stack.addWidget(self._built[self._page])
        page = self._built[self._page]
        self._bar.setVisible(self._page.has_navigation)
        self._bar.show_page(self._page)
        self._stack.setCurrentWidget(page)

    @property
    def page(self) -> PageName:
        """The page that is shown."""
        return self._page

    @property
    def is_asking(self) -> bool:
        """True while a sheet waits for an answer."""
        return self._sheets is not None and self._sheets.sheet is not None

    def show_welcome(self, *, repeats: bool = False) -> None:
        """The screens before the first session; ``repeats`` shows only the first two."""
        from hipback_desktop.ui.welcome_pages import WelcomePages

        self._take_down(PageName.WELCOME)
        pages = WelcomePages(self._settings(), self._theme, self._asset, repeats=repeats)
        pages.finished.connect(self.welcome_finished)
        pages.only_breaks_chosen.connect(self.only_breaks_chosen)
        self._built[PageName.WELCOME] = pages
        self._stack.addWidget(pages)
        self.show_page(PageName.WELCOME)

    def set_page(self, name: PageName, factory: Callable[[], QWidget]) -> None:
        """How a page is made, when it is first shown."""
        self._take_down(name)
        self._factories[name] = factory

    def show_sheet(self, sheet: Sheet) -> None:
        """Shows a sheet over the page."""
        from hipback_desktop.ui.sheet_host import SheetHost

        if self._sheets is None:
            self._sheets = SheetHost(self._central)
        self._sheets.show_sheet(sheet)

    def hide_sheet(self) -> None:
        """Takes the sheet away; the keyboard returns to where it was."""
        if self._sheets is not None:
            self._sheets.hide_sheet()
        if self.focusWidget() is None and self._page is PageName.TODAY:
            self._home().take_focus()

    def show_notice(self, sentence: str, *ways: tuple[str, Callable[[], object]], is_fault: bool = True) -> None:
        """A sentence above the page until it is put away or taken back; ``ways`` are buttons that do something."""
        self._notices.show_notice(sentence, *ways, is_fault=is_fault)

    def take_back_notice(self, sentence: str) -> None:
        """It is not so any more."""
        self._notices.take_back(sentence)

    @property
    def notices(self) -> tuple[str, ...]:
        """What is said there now."""
        return self._notices.sentences()

    def clear_notices(self) -> None:
        """Takes all of them back."""
        self._notices.clear()

    def show_voices(self, voices: Mapping[str, str]) -> None:
        """The names of the voices the settings offer, by what the speech engine calls them."""
        self._voices = voices
        if self._dialog is not None:
            self._dialog.show_voices(self._voices)

    def show_sound_trouble(self, sentence: str) -> None:
        """What keeps a voice from being heard that is tested in the settings; nothing when all is well."""
        if self._dialog is not None:
            self._dialog.show_sound_trouble(sentence)

    def show_settings(self) -> None:
        """Opens the settings with the values as they are now."""
        from hipback_desktop.ui.settings_dialog import SettingsDialog

        if self._dialog is None:
            self._dialog = SettingsDialog(self._settings(), self._theme, self._asset, self._exercise_name, self)
            self._dialog.changed.connect(self.setting_changed)
            self._dialog.voice_tested.connect(self.voice_tested)
            self._dialog.what_works_requested.connect(self.what_works_requested)
            self._dialog.show_voices(self._voices)
        self._dialog.show_settings(self._settings())
        self._dialog.open()
        self.settings_opened.emit()

    def follow_settings(self) -> None:
        """Lets settings that are open show what was changed elsewhere."""
        if self._dialog is not None:
            self._dialog.follow(self._settings())

    def show_theme(self, theme: Theme) -> None:
        """Changes the colours of everything that is there."""
        self._theme = theme
        self._apply_look(theme)
        show_theme_inside(self, theme)

    def toggle_full_screen(self) -> None:
        """F11: the whole screen, and back to the size before."""
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_requested.emit()
        super().closeEvent(event)

    def _apply_look(self, theme: Theme) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_look(application, theme)

    def _home(self) -> HomePage:
        """Today's page, built the first time."""
        from hipback_desktop.ui.figure_slot import no_figure
        from hipback_desktop.ui.home_page import HomePage

        if PageName.TODAY not in self._built:
            home = HomePage(self._theme, self._asset, self._figure or no_figure)
            home.start_requested.connect(self.start_requested)
            home.continue_requested.connect(self.continue_requested)
            home.keep_requested.connect(self.keep_requested)
            home.own_change_requested.connect(self.own_change_requested)
            home.screens_requested.connect(self.screens_requested)
            home.reminder_wanted.connect(lambda: self.setting_changed.emit("breaks_on", True))
            home.advice_answered.connect(self.advice_answered)
            home.help_requested.connect(self.help_requested)
            home.goals_requested.connect(self.goals_requested)
            self._built[PageName.TODAY] = home
            self._stack.addWidget(home)
        home_page = self._built[PageName.TODAY]
        assert isinstance(home_page, HomePage)
        return home_page

    def _new_page(self, name: PageName) -> QWidget:
        if name is PageName.TODAY:
            return self._home()
        if name in self._factories:
            return self._factories[name]()
        raise LookupError(f"the page “{name}” was never set")

    def _take_down(self, name: PageName) -> None:
        page = self._built.pop(name, None)
        if page is not None:
            self._stack.removeWidget(page)
            page.deleteLater()

    def _lay_out(self) -> QWidget:
        central = QWidget()
        down = QVBoxLayout(central)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self._bar)
        down.addWidget(self._notices)
        down.addWidget(self._stack, 1)
        self.setCentralWidget(central)
        self._bar.page_chosen.connect(self.show_page)
        self._bar.settings_chosen.connect(self.show_settings)
        return central

    def _add_shortcuts(self) -> None:
        for keys, act in (
            ("Ctrl+1", lambda: self._go_to(PageName.TODAY)),
            ("Ctrl+2", lambda: self._go_to(PageName.LIBRARY)),
            ("Ctrl+3", lambda: self._go_to(PageName.HISTORY)),
            ("Ctrl+4", lambda: self._go_to(PageName.PROGRESS)),
            ("Ctrl+,", self._open_settings),
            ("F11", self.toggle_full_screen),
        ):
            QShortcut(QKeySequence(keys), self, act)

    def _go_to(self, name: PageName) -> None:
        """By key only where the bar offers it as well, and no sheet waits for an answer."""
        if self._page.has_navigation and not self.is_asking:
            self.show_page(name)

    def _open_settings(self) -> None:
        """Never over a session, whose Stop key must be heard."""
        if self._page.has_navigation and not self.is_asking:
            self.show_settings()

    def _fit_to_screen(self) -> None:
        room = QGuiApplication.primaryScreen().availableSize() - _FRAME
        self.setMinimumSize(_SMALLEST.boundedTo(room))
        self.resize(_USUAL.boundedTo(room))
