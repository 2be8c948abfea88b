"""Screens: a value is shown and read back, a click or a key becomes a signal."""
