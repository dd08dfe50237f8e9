"""What words say when nobody is in danger: the reading without it."""

from collections.abc import Callable
from dataclasses import replace

from intents.result import Candidate, Decision, Match

_LIKELY = 0.5
"""The share of what is left beside danger from which on the best reading is acted on."""
_HARDLY = 0.1
"""A best reading of less than that is a guess, whatever its share is."""
_NOTHING = 0.01
"""What is less likely than that is not worth a button."""
_DANGER, _TALK = "emergency", "meta"


def without_danger(match: Match, kind: Callable[[str], str], *, expected: bool = False) -> Match:
    """The same reading when there is no danger; `kind`: of an intent. A clear meaning stays what it is; of what the
    danger hid, what is likely is acted on and the rest asked for, unless an answer is `expected`, which it may be. A
    mere guess that it was a word about the talk ("thanks") counts for nothing."""
    calm = replace(match, emergency=None, emergency_intent=None, dangers={}, hinted=())
    wishes = tuple(wish for wish in match.wishes if kind(wish) != _DANGER)
    known = [one for one in match.candidates if kind(one.intent) not in ("", _DANGER)]
    clear = match.decision is Decision.ANSWER or match.decision is Decision.OUT_OF_SCOPE
    if clear and kind(match.intent) != _DANGER:
        return replace(calm, candidates=tuple(known), wishes=wishes)
    others = tuple(one for one in known if kind(one.intent) != _TALK)
    decision = Decision.CONFIRM if expected else _decision(others)
    if decision is not Decision.ANSWER:
        others = tuple(one for one in others if one.score >= _NOTHING)
        decision = Decision.CONFIRM if others else Decision.UNSURE
    best = others[0].intent if others else match.intent
    told = tuple(dict.fromkeys((best, *wishes))) if others else wishes
    score = others[0].score if others else 0.0
    return replace(calm, intent=best, decision=decision, score=score, candidates=others, wishes=told)


def _decision(others: tuple[Candidate, ...]) -> Decision:
    if not others or others[0].score < _HARDLY:
        return Decision.CONFIRM
    likely = others[0].score >= _LIKELY * sum(one.score for one in others)
    return Decision.ANSWER if likely else Decision.CONFIRM
