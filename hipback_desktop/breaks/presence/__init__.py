"""Whether somebody sits there and may be spoken to: one probe a file, each a value or why it is unknown."""
