"""The engine, told the time: a file per module, and properties of what all of it does together."""
