"""The program joined together."""
