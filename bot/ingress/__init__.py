"""Telegram in: updates become inbox rows, and inbox rows become transactions."""
