"""The weekly review, drawn: bars, heat map and trends."""
