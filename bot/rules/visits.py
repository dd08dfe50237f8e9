"""An account of a visit that mended nothing ("they came and could not fix it"): news for whoever works on the matter,
and no complaint about those who came.

Pure: the phrases come from the catalogues (keys `reply-visit-<kind>`). Only a message that is made of nothing else
counts, so that a word of reproach, which no list could hold, never passes for an account."""

from dataclasses import replace

from bot.rules.phrases import Phrases, fold, made_of
from intents.result import Candidate, Decision, Match

NOT_SOLVED = "ticket.reopen"


def tells_of_failed_visit(text: str, phrases: Phrases) -> bool:
    """Whether somebody came, and it was in vain, and nothing else is said."""
    parts = {kind: phrases(f"visit-{kind}") for kind in ("who", "came", "failed", "beside")}
    return made_of(fold(text), parts, needed={"came", "failed"})


def read(text: str, match: Match, phrases: Phrases) -> Match:
    """The reading of a message with this rule: such an account says that it is not solved."""
    if match.emergency is not None or not tells_of_failed_visit(text, phrases):
        return match
    sure = Candidate(NOT_SOLVED, 1.0)
    return replace(
        match, intent=NOT_SOLVED, decision=Decision.ANSWER, score=1.0, candidates=(sure,), wishes=(NOT_SOLVED,)
    )
