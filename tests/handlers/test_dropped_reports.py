"""A report that its owner dropped is remembered for a while, in case they want it after all, and then forgotten."""

from bot.actions.flow import given_up
from storage.models import Conversation
from tests.desk_story import Story, understood_as
from tests.handlers.understanding import foreign


async def kept(story: Story) -> object:
    async with story.bench.transaction() as work:
        return given_up(await work.session.get_one(Conversation, 1))


async def drops_a_report(story: Story) -> None:
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.writes("취소", foreign)
    assert await kept(story) is not None


async def test_its_words_are_not_kept_for_longer(story: Story) -> None:
    await drops_a_report(story)
    await story.pass_time(minutes=31)
    assert await kept(story) is None


async def test_meanwhile_it_is_taken_up_again(story: Story) -> None:
    await drops_a_report(story)
    await story.pass_time(minutes=20)
    await story.writes("왜 접수 안 해요?", foreign)
    await story.taps("동의합니다")
    assert "• 내용: 난방이 안 돼요" in (await story.heard())[-1]
    await story.pass_time(minutes=20)
    await story.taps("접수하기")
    assert "T-1002" in (await story.heard())[-1]


async def test_one_that_is_dropped_later_is_kept_as_long(story: Story) -> None:
    await drops_a_report(story)
    await story.pass_time(minutes=20)
    await drops_a_report(story)
    await story.pass_time(minutes=20)
    assert await kept(story) is not None
    await story.pass_time(minutes=11)
    assert await kept(story) is None


async def test_an_offer_that_was_refused_is_forgotten_too(story: Story) -> None:
    await story.writes("방문 차량 등록하고 싶어요", understood_as("parking.visitor"))
    await story.taps("아니요, 괜찮아요")
    assert await kept(story) is not None
    await story.pass_time(minutes=31)
    assert await kept(story) is None
