"""Tests of the moving figures."""
