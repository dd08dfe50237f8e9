"""Whether the privacy notice is agreed to, said in one word: only where that is what the desk asked last."""

import pytest

from bot.actions.people import people
from storage.models import Person, SurveyState
from tests.desk_story import Story, understood_as


async def has_agreed(story: Story) -> bool:
    async with story.bench.transaction() as work:
        return await people.has_consented(work, await work.session.get_one(Person, story.owner_id))


async def says(story: Story, words: str) -> None:
    await story.writes(words, understood_as("greeting"))


async def test_a_bare_yes_right_after_the_notice_agrees_to_it(story: Story) -> None:
    await story.sends("/privacy")
    await says(story, "네")
    assert await has_agreed(story)


@pytest.mark.parametrize("command", ["/tickets", "/help", "/me"])
async def test_a_yes_after_the_answer_to_a_command_agrees_to_nothing(story: Story, command: str) -> None:
    await story.sends("/privacy")
    await story.sends(command)
    await says(story, "네")
    assert not await has_agreed(story)


async def test_a_yes_to_a_result_that_was_told_since_is_the_answer_to_that(story: Story) -> None:
    await story.resolved()
    await story.pass_time(minutes=50)
    await story.sends("/privacy")
    await story.pass_time(minutes=15)
    assert "해결됐나요" in (await story.heard())[-1]
    await says(story, "네")
    assert not await has_agreed(story)
    assert [survey.state for survey in await story.surveys()] != [SurveyState.ASKED]


async def test_a_yes_on_another_day_agrees_to_nothing(story: Story) -> None:
    await story.sends("/privacy")
    await story.pass_time(days=1)
    await says(story, "네")
    assert not await has_agreed(story)


async def test_whoever_says_that_they_agree_agrees_later_too(story: Story) -> None:
    await story.sends("/privacy")
    await story.sends("/tickets")
    await says(story, "동의합니다")
    assert await has_agreed(story)
