"""What goes on with a matter that is open joins it without a question; only what is of another kind is asked about."""

from dataclasses import replace
from typing import Any

import pytest

from intents.result import Candidate, Decision, Match
from tests.builders import Bench, Post, labels
from tests.desk_story import Story, understood_as
from tests.handlers.understanding import seen_by_staff, tickets, undecided

JOINED = "T-1001에 덧붙여 담당 부서에 전했습니다"


@pytest.fixture
async def drain(bench: Bench, post: Post) -> Story:
    """One blocked drain, which nobody has concluded."""
    return await Story.begin(bench, post, intent="repair.unit.drain", words="세면대가 막혔어요")


def guess(*scores: tuple[str, float]) -> Any:
    """A recogniser that has a guess and would rather ask."""
    candidates = tuple(Candidate(intent, score) for intent, score in scores)
    return lambda text: Match(scores[0][0], Decision.CONFIRM, None, scores[0][1], candidates, (scores[0][0],))


@pytest.mark.parametrize(
    ("words", "heard_as"),
    [
        ("또 막혔어요", guess(("ticket.reopen", 0.59), ("repair.unit.drain", 0.39))),
        ("또 그래요", guess(("ticket.reopen", 0.95))),
        ("it happened again", understood_as("ticket.reopen")),
        ("물이 잘 안 빠지는 듯", guess(("repair.unit.drain", 0.6), ("complaint.water", 0.2))),
        ("물이 잘 안 빠지는 듯", guess(("repair.unit", 0.6), ("complaint.water", 0.2))),
        ("아직 안 고쳐졌어요", guess(("ticket.reopen", 0.7))),
    ],
)
async def test_it_joins_the_one_open_matter_of_its_kind(drain: Story, words: str, heard_as: Any) -> None:
    await drain.writes(words, heard_as)
    assert JOINED in (await drain.heard())[-1]
    assert words in await seen_by_staff(drain)
    assert labels(await drain.last_with("새로 접수")) == ["새로 접수"]


async def test_of_several_open_matters_it_joins_the_one_that_it_names(drain: Story) -> None:
    await drain.another_ticket(intent="complaint.heating", words="난방이 안 돼요")
    await drain.writes("또 막혔어요", guess(("ticket.reopen", 0.59), ("repair.unit.drain", 0.39)))
    assert JOINED in (await drain.heard())[-1]


async def test_what_was_finished_is_opened_again_where_it_is_the_one_that_is_named(drain: Story) -> None:
    await drain.resolved()
    await drain.another_ticket(intent="complaint.heating", words="난방이 안 돼요")
    await drain.writes("또 막혔어요", guess(("ticket.reopen", 0.59), ("repair.unit.drain", 0.39)))
    assert (await drain.ticket()).round == 2


@pytest.mark.parametrize(
    "heard_as",
    [
        guess(("complaint.noise", 0.6), ("repair.unit.drain", 0.2)),
        undecided("complaint.elevator", "complaint.parking"),
    ],
)
async def test_another_kind_is_asked_about(drain: Story, heard_as: Any) -> None:
    await drain.writes("저기 소리가 이상해요", heard_as)
    assert JOINED not in (await drain.heard())[-1]
    assert "저기 소리가" not in await seen_by_staff(drain)


async def test_a_second_matter_beside_it_is_not_swallowed(drain: Story) -> None:
    two = guess(("repair.unit.drain", 0.6), ("complaint.elevator", 0.3))
    wishes = ("repair.unit.drain", "complaint.elevator")
    await drain.writes("또 막혔고 승강기도 고장났어요", lambda text: replace(two(text), wishes=wishes))
    assert JOINED not in (await drain.heard())[-1]
    assert await tickets(drain) == 1
