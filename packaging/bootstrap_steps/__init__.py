"""The steps of ``bootstrap.py`` that take time: environment, Python packages, system packages, checks."""


class SetupError(RuntimeError):
    """A preparation did not work; the text says what, and what to do."""
