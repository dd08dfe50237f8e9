"""A complaint or request is taken down: one question at a time, interrupted, gone on with, handed in (O4)."""
