"""Tests of what is seen of somebody without asking."""
