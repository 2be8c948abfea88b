"""What ``build.py`` does: the wheel, the bundle that needs no Python, and what Linux makes of it."""


class BuildError(RuntimeError):
    """Something is missing or went wrong; the text is a sentence with the next action."""
