"""Read once in the process that others are forked off, and remembered by each of them: what is the same for all."""

import gc

from bot.office.public_holidays import public_holidays
from intents.lexicon import shipped_lexicon

shipped_lexicon()
public_holidays("KR")
# No fork need copy the pages of what will not be collected.
gc.freeze()
