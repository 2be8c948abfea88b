"""Tests of the adapters to the desktop around us."""
