"""Measurements, run on demand with `make bench`; they print figures and ratios of one run and assert no times."""
