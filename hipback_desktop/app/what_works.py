"""“What works here”: the page with a watch of its own, which looks only while the page is open."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from hipback_desktop import paths

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hipback_desktop.app.looks import Looks
    from hipback_desktop.breaks.presence.reading import Probe
    from hipback_desktop.clock import Clock
    from hipback_desktop.ui.what_works_page import WhatWorksPage


def probes_here() -> Sequence[Probe]:
    """Those of this computer."""
    from hipback_desktop.breaks.presence.table import probes_of

    return probes_of(sys.platform, os.environ)


class WhatWorks(QObject):
    """``reason`` says why the reminder shows nothing at the moment; the page can be read with the reminder off, too.

    ``reminds`` is whether the reminder is on: where the desktop does as well, ``hipback_wanted`` is a choice there.
    """

    hipback_wanted = Signal()

    def __init__(
        self,
        clock: Clock,
        reason: Callable[[], str],
        looks: Callable[[], Looks],
        reminds: Callable[[], bool],
        parent: QObject | None = None,
        probes: Callable[[], Sequence[Probe]] = probes_here,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._reason = reason
        self._looks = looks
        self._reminds = reminds
        self._probes = probes
        self._page: WhatWorksPage | None = None

    def show(self) -> None:
        """Opens the page, or brings it to the front."""
        if self._page is None:
            self._page = self._new_page()
        self._page.show()
        self._page.raise_()
        self._page.activateWindow()

    def look_again(self) -> None:
        """Something may have changed since; no effect while the page is closed."""
        if self._page is not None:
            self._page.look_requested.emit()

    def close(self) -> None:
        """Closes the page if it is open."""
        if self._page is not None:
            self._page.close()

    def _new_page(self) -> WhatWorksPage:
        from hipback_desktop.breaks.presence.reading import Sign
        from hipback_desktop.breaks.presence.report import sign_lines
        from hipback_desktop.breaks.presence.watch import PresenceWatch
        from hipback_desktop.ui.what_works_page import WhatWorksPage

        looks = self._looks()
        watch = PresenceWatch(self._probes(), self._clock, parent=self)

        def are_two() -> bool:
            return self._reminds() and any(
                f.sign is Sign.DESKTOP_REMINDS and f.reading is True for f in watch.findings()
            )

        page = WhatWorksPage(lambda: sign_lines(watch.findings()), self._reason, are_two, looks.theme, paths.asset)
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        looks.changed.connect(page.show_theme)
        page.look_requested.connect(watch.ask)
        page.hipback_wanted.connect(self.hipback_wanted)
        watch.told.connect(page.show_findings)
        page.finished.connect(watch.close)
        page.finished.connect(self._on_finished)
        return page

    def _on_finished(self) -> None:
        self._page = None
