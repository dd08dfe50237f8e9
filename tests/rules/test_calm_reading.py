"""What is left of a reading when nobody is in danger."""

import pytest

from bot.rules.calm_reading import without_danger
from intents.result import Candidate, Decision, Emergency, Match

FLOOD, LEAK, WATER, THANKS = "emergency.flood", "complaint.leak", "complaint.water", "thanks"
KINDS = {FLOOD: "emergency", LEAK: "complaint", WATER: "complaint", THANKS: "meta"}


def doubtful(decision: Decision = Decision.CONFIRM, **scores: float) -> Match:
    names = {"flood": FLOOD, "leak": LEAK, "water": WATER, "thanks": THANKS}
    candidates = tuple(Candidate(names[name], score) for name, score in scores.items())
    best = candidates[0].intent
    return Match(best, decision, Emergency.POSSIBLE, candidates[0].score, candidates, (best,), {}, FLOOD)


@pytest.mark.parametrize(
    ("read", "intent", "decision"),
    [
        (doubtful(flood=0.6, leak=0.3, water=0.05), LEAK, Decision.ANSWER),
        (doubtful(flood=0.6, leak=0.15, water=0.14, thanks=0.4), LEAK, Decision.ANSWER),
        (doubtful(flood=0.9, leak=0.05), LEAK, Decision.CONFIRM),
        (doubtful(flood=0.99, leak=0.005), FLOOD, Decision.UNSURE),
        (doubtful(flood=0.6, thanks=0.3), FLOOD, Decision.UNSURE),
        (doubtful(Decision.ANSWER, leak=0.9, flood=0.1), LEAK, Decision.ANSWER),
        (doubtful(Decision.ANSWER, thanks=0.9, flood=0.1), THANKS, Decision.ANSWER),
    ],
)
def test_what_the_danger_hid_is_acted_on_where_it_is_likely(read: Match, intent: str, decision: Decision) -> None:
    calm = without_danger(read, lambda name: KINDS.get(name, ""))
    assert (calm.intent, calm.decision) == (intent, decision)
    assert calm.emergency is None
    assert FLOOD not in [*calm.wishes, *(candidate.intent for candidate in calm.candidates)]


def test_what_may_be_an_answer_is_not_acted_on_by_itself() -> None:
    calm = without_danger(doubtful(flood=0.6, leak=0.3), lambda name: KINDS.get(name, ""), expected=True)
    assert (calm.intent, calm.decision) == (LEAK, Decision.CONFIRM)
