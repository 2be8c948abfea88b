"""Tests of the tools around the program."""
