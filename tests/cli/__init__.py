"""Tests of the ``hipback`` command as a person or a script sees it."""
