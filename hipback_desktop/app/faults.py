"""What happens when something fails that nobody caught: the person gets a sentence, the report goes into a file."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _

LARGEST_REPORT = 200_000
_log = logging.getLogger(__name__)


class Faults:
    """Stands behind every slot of the program while it runs; a session that is under way goes on."""

    def __init__(self, report_file: Path, tell: Callable[[str], None]) -> None:
        self._file = report_file
        self._tell = tell
        self._before = sys.excepthook
        sys.excepthook = self._on_fault

    def release(self) -> None:
        """Puts back what stood there before."""
        sys.excepthook = self._before

    def _on_fault(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, UserError):
            self._tell(str(error))
            return
        report = "".join(traceback.format_exception(kind, error, trace))
        _log.debug("a fault of ours: %s", report)
        self._tell(
            _("Something went wrong in Hipback itself. It goes on; please report the file {file}.").format(
                file=self._file
            )
            if self._is_written(report)
            else _("Something went wrong in Hipback itself. It goes on.")
        )

    def _is_written(self, report: str) -> bool:
        """Keeps the report, the newest last, in a file that does not grow for ever."""
        try:
            before = self._file.read_text(encoding="utf-8", errors="replace") if self._file.exists() else ""
            self._file.touch(mode=0o600)
            self._file.write_text((before + report + "\n")[-LARGEST_REPORT:], encoding="utf-8")
        except OSError as error:
            _log.debug("the report could not be written: %s", error)
            return False
        return True
