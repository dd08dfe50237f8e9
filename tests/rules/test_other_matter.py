"""When words in the middle of one matter are taken for another: the surer reading never counts for less."""

import pytest

from bot.rules.other_matter import is_other_matter, is_surely_read
from intents.result import Candidate, Decision, Emergency, Match


def read(decision: Decision, score: float, likely: float, emergency: Emergency | None = None) -> Match:
    urgent = "emergency.fire" if emergency else None
    noise = (Candidate("complaint.noise", likely),)
    return Match("complaint.noise", decision, emergency, score, noise, emergency_intent=urgent)


@pytest.mark.parametrize(
    ("match", "other"),
    [
        (read(Decision.ANSWER, 0.74, 0.89), True),
        (read(Decision.ANSWER, 0.9, 0.7), True),
        (read(Decision.ANSWER, 0.74, 0.7), False),
        (read(Decision.CONFIRM, 0.71, 0.85), True),
        (read(Decision.CONFIRM, 0.71, 0.7), False),
        (read(Decision.UNSURE, 0.5, 0.9), False),
    ],
)
def test_what_is_likely_enough_is_another_matter_however_it_was_decided(match: Match, other: bool) -> None:
    assert is_other_matter("repair.unit", match) is other
    assert not is_other_matter("complaint.noise", match)


def test_a_doubtful_answer_or_one_with_danger_is_no_sure_reading() -> None:
    assert is_surely_read(read(Decision.ANSWER, 0.9, 0.9))
    assert not is_surely_read(read(Decision.ANSWER, 0.74, 0.9))
    assert not is_surely_read(read(Decision.ANSWER, 0.9, 0.9, Emergency.CERTAIN))
