"""Tests of ``hipback_desktop.breaks``."""
