"""A Telegram look-alike on one's own machine: the Bot API over real HTTP, and a control API for page and tests."""
