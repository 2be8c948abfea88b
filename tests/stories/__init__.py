"""Whole sessions, as a person lives them."""
