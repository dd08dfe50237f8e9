"""An owner changes what they wrote: their report says it too, half told, told to its end or handed in."""

from storage.models import Ticket
from tests.desk_story import Story, understood_as
from tests.handlers.understanding import foreign, seen_by_managers, seen_by_staff

WRONG, RIGHT = "103동 엘리베이터가 멈췄어요", "105동 엘리베이터가 멈췄어요"


async def a_lift(story: Story) -> None:
    await story.writes(WRONG, understood_as("complaint.elevator"))


async def handed_in(story: Story) -> Ticket:
    await story.taps("접수하기")
    return await story.ticket(story.ticket_id + 1)


async def test_a_report_that_is_being_taken_down_says_what_was_changed(story: Story) -> None:
    await a_lift(story)
    await story.writes("7층", foreign)
    await story.edits(WRONG, RIGHT)
    await story.taps("동의합니다")
    summary = (await story.heard())[-1]
    assert RIGHT in summary
    assert "103동" not in summary


async def test_a_place_that_was_told_by_itself_is_changed(story: Story) -> None:
    await story.writes("엘리베이터가 멈췄어요", understood_as("complaint.elevator"))
    await story.writes("103동 7층", foreign)
    await story.edits("103동 7층", "105동 7층")
    await story.taps("동의합니다")
    assert "장소: 105동 7층" in (await story.heard())[-1]


async def test_the_summary_is_shown_again_and_what_it_says_is_handed_in(story: Story) -> None:
    await a_lift(story)
    await story.writes("7층", foreign)
    await story.taps("동의합니다")
    before = len(await story.heard())
    await story.edits(WRONG, RIGHT)
    assert RIGHT in (await story.heard())[before:][0]
    ticket = await handed_in(story)
    assert ticket.words.startswith(RIGHT)
    assert "103" not in str(ticket.details)
    assert WRONG not in await seen_by_staff(story)


async def test_a_report_that_is_laid_aside_is_changed_too(story: Story) -> None:
    await a_lift(story)
    await story.writes("7층", foreign)
    await story.sends("/human")
    await story.edits(WRONG, RIGHT)
    await story.sends("/cancel")
    await story.taps("이어서 접수하기")
    await story.taps("동의합니다")
    assert "103동" not in (await story.heard())[-1]


async def test_a_caption_that_is_added_later_belongs_to_the_report(story: Story) -> None:
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.writes("", photos=1)
    await story.edits("", "보일러 화면이에요")
    await story.taps("동의합니다")
    assert "난방이 안 돼요 / 보일러 화면이에요" in (await story.heard())[-1]


async def test_what_is_changed_after_the_receipt_reaches_the_card_and_whoever_has_read_it(story: Story) -> None:
    await a_lift(story)
    await story.writes("7층", foreign)
    await story.taps("동의합니다")
    await handed_in(story)
    await story.edits(WRONG, RIGHT)
    ticket = await story.ticket(story.ticket_id + 1)
    assert ticket.words.startswith(RIGHT)
    assert ticket.details["building"] == "105"
    assert f"적은 내용을 고쳤습니다: {RIGHT}" in await seen_by_staff(story)
    await story.pass_time(minutes=1)
    assert any(RIGHT in row.params["text"] for row in await story.posted(method="editMessageText"))


async def test_what_is_changed_of_a_complaint_about_staff_is_seen_by_managers_alone(story: Story) -> None:
    rude = understood_as("complaint.staff")
    was, now = "어제 관리소 직원이 저에게 큰 소리로 반말을 하고 무시했어요", "그제 관리소 직원이 저에게 반말을 했어요"
    await story.writes(was, rude)
    await story.taps("동의합니다")
    await story.taps("접수하기")
    await story.edits(was, now)
    assert "그제 관리소 직원이" in await seen_by_managers(story)
    assert "관리소 직원이" not in await seen_by_staff(story)


async def test_what_is_changed_long_after_the_matter_is_over_stays_as_it_was(story: Story) -> None:
    await a_lift(story)
    await story.writes("7층", foreign)
    await story.taps("동의합니다")
    ticket = await handed_in(story)
    await story.sends("/tickets")
    await story.taps(f"{ticket.number} 승강기 고장")
    await story.taps("접수 취소")
    await story.edits(WRONG, RIGHT)
    assert (await story.ticket(ticket.id)).words.startswith(WRONG)
