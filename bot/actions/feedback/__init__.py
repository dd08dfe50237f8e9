"""Resolution feedback: what the clock does, what owners answer, what is told by telephone (O10, O11)."""
