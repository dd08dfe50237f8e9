"""Owners and people of the office: met, known, gone; and the groups of the office."""
