"""The service: Telegram in, decisions, Telegram out."""
