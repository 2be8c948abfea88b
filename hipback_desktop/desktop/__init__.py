"""The desktop around us, one adapter a file."""
