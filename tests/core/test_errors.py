"""The two families of errors."""

from __future__ import annotations

import pytest

from hipback_desktop.core.errors import BugError, HipbackError, UserError


def test_a_fault_of_the_world_is_no_bug_and_both_are_ours_to_catch() -> None:
    assert not issubclass(UserError, BugError)
    assert not issubclass(BugError, UserError)
    with pytest.raises(HipbackError):
        raise UserError("The file is gone. Choose another.")
