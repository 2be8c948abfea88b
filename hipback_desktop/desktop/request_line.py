"""One request and its answer, each a JSON object on one line: what the control socket carries."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import Any

from hipback_desktop.core.errors import HipbackError, UserError
from hipback_desktop.core.language import gettext as _

LONGEST_REQUEST = 64_000
_log = logging.getLogger(__name__)

Answer = Callable[[dict[str, Any]], dict[str, Any]]


def answered(line: bytes, answer: Answer) -> bytes:
    """The line to say back; whatever goes wrong is a sentence in it."""
    return json.dumps(_answered(line, answer)).encode() + b"\n"


def _answered(line: bytes, answer: Answer) -> dict[str, Any]:
    try:
        request = json.loads(line)
        if not isinstance(request, dict):
            return {"error": _("A request is one JSON object on one line.")}
        return answer(request)
    except (ValueError, RecursionError):
        return {"error": _("A request is one JSON object on one line.")}
    except UserError as error:
        return {"error": str(error)}
    except HipbackError:
        _log.exception("a request failed")
        return {"error": _("Hipback could not do that; please report it.")}
