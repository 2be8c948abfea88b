"""Tests of the sitting breaks."""
