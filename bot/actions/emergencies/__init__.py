"""Somebody is in danger: what to do now, and whatever is said while it lasts (O5)."""
