"""The reminder to get up from the chair: what it looks at, and when it speaks."""
