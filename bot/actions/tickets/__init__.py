"""A matter from its number to its end: moves, card, stages, clocks, and what its owner adds (O7-O9, S5-S10)."""
