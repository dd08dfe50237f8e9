"""What is mended afterwards: a cry for help whose letters were wrong, and what was told beside an emergency."""

import pytest

from intents.result import Match
from tests.desk_story import Story
from tests.handlers.understanding import danger, doubt, foreign, seen_by_managers, tickets


def fire_when_spelt_right(text: str) -> Match:
    return danger(text) if "불이야" in text else foreign(text)


def doubt_when_spelt_right(text: str) -> Match:
    return doubt(text) if "쓰러" in text else foreign(text)


async def test_a_cry_for_help_that_is_mended_is_heard(story: Story) -> None:
    await story.writes("부리ㅑ", fire_when_spelt_right)
    before = await tickets(story)
    await story.edits("부리ㅑ", "불이야")
    assert await tickets(story) == before + 1
    assert "119" in "\n".join((await story.heard())[-3:])
    assert "불이야" in await seen_by_managers(story)


async def test_a_cry_in_the_middle_of_a_talk_is_heard_too(story: Story) -> None:
    await story.claimed()
    await story.writes("부리ㅑ", fire_when_spelt_right)
    before = await tickets(story)
    await story.edits("부리ㅑ", "불이야")
    assert await tickets(story) == before + 1


async def test_a_mended_message_that_may_tell_of_danger_is_asked_about_once(story: Story) -> None:
    await story.writes("할머니가 쓸어", doubt_when_spelt_right)
    await story.edits("할머니가 쓸어", "할머니가 쓰러")
    assert "할머니가 쓰러" in await seen_by_managers(story)
    asked = len(await story.heard())
    await story.edits("할머니가 쓰러", "할머니가 쓰러지")
    assert len(await story.heard()) == asked


@pytest.mark.parametrize("words", ["불이야 주방이에요", "불이야!! 4층이요"])
async def test_who_to_call_is_kept_when_a_word_about_the_danger_is_mended(story: Story, words: str) -> None:
    await story.writes("불이야", fire_when_spelt_right)
    await story.writes("010-9999-8888로 전화 주세요", foreign)
    number = (await story.ticket(2)).details["phone"]
    await story.edits("불이야", words)
    ticket = await story.ticket(2)
    assert ticket.details.get("phone") == number
    assert words in ticket.words
    assert await tickets(story) == 2
