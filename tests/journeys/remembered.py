"""Read once in the process that others are forked off, and remembered by each of them: what is the same for all."""

from bot.office.public_holidays import public_holidays
from intents.lexicon import shipped_lexicon

shipped_lexicon()
public_holidays("KR")
