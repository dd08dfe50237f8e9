"""What a message means to the desk: the recogniser's reading, and what its own rules know better."""

from bot.desk import Work
from bot.rules import visits
from intents.result import Match


def understand(work: Work, text: str) -> Match:
    return visits.read(text, work.desk.understand(text), work.desk.texts.phrases)
