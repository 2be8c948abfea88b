"""What is kept: sessions and the one under way in SQLite, settings in a file; each survives what may befall it."""
