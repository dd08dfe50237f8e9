"""Whoever waits for a person tells what it is about: the topic takes its name from a home of their own alone."""

import pytest
from sqlalchemy import delete, select

from storage.models import Residency, Topic
from tests.desk_story import Story, understood_as
from tests.handlers.understanding import seen_by_staff


async def names_of_topics(story: Story) -> list[str]:
    async with story.bench.transaction() as work:
        return list(await work.session.scalars(select(Topic.name)))


async def waits(story: Story) -> None:
    """Somebody of whom no home is known."""
    async with story.bench.transaction() as work:
        await work.session.execute(delete(Residency))
    await story.writes("사람 연결해 주세요", understood_as("human"))


@pytest.mark.parametrize("words", ["105동 1203호가 밤마다 쿵쿵거려요", "the people in 105-1203 stomp every night"])
async def test_the_home_of_a_neighbour_names_no_topic(story: Story, words: str) -> None:
    await waits(story)
    await story.writes(words, understood_as("complaint.noise"))
    assert not any("105-1203" in name for name in await names_of_topics(story))


@pytest.mark.parametrize(
    "words", ["105동 1203호예요", "105동 1203호인데요 윗집이 쿵쿵거려요", "this is 105-1203, they stomp every night"]
)
async def test_a_home_that_is_said_of_oneself_does(story: Story, words: str) -> None:
    await waits(story)
    await story.writes(words, understood_as("complaint.noise"))
    assert any("105-1203" in name for name in await names_of_topics(story))


async def test_what_it_is_about_is_named_once_beside_the_words_themselves(story: Story) -> None:
    await waits(story)
    await story.writes("윗집이 밤마다 쿵쿵거려요", understood_as("complaint.noise"))
    await story.writes("난방도 안 되고요", understood_as("complaint.heating"))
    seen = await seen_by_staff(story)
    assert seen.count("기다리는 입주민의 용건") == 1
    assert seen.count("윗집이 밤마다 쿵쿵거려요") == 1
