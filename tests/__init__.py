"""The tests: they mirror the package; ``stories`` are whole sessions."""
