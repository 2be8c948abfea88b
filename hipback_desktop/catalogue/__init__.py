"""Assets and routine files to core values: reading, checking, and what is shipped."""
