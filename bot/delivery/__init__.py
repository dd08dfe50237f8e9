"""Telegram out: outbox rows become calls, within Telegram's limits."""
