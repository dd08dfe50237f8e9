"""What the desk does, one file per noun. Nothing here knows Telegram's client or the scheduler."""
