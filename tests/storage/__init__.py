"""What is kept survives what may befall it."""
