"""Tests of hipback_desktop.catalogue."""
