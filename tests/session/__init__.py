"""The running session on a stepped clock."""
