"""What is heard: the cache, the two child processes, and what survives them."""
