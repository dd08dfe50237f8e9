"""A picture whose caption is an answer, a question or a wish: the words are read, and the picture joins what it is
about."""

import pytest
from sqlalchemy import select

from storage.models import Ticket, TicketAttachment
from tests.builders import promised
from tests.desk_story import Story, understood_as
from tests.handlers.understanding import MEDICAL, doubt, foreign, tickets, undecided


async def pictures_of(story: Story, intent: str) -> int:
    """How many pictures the latest matter of this kind holds; each of them went to the office too."""
    shown = await copied(story)
    async with story.bench.transaction() as work:
        query = select(Ticket.id).where(Ticket.intent == intent).order_by(Ticket.id.desc()).limit(1)
        ticket_id = await work.session.scalar(query)
        found = await work.session.scalars(select(TicketAttachment).where(TicketAttachment.ticket_id == ticket_id))
        kept = [one.telegram_message_id for one in found]
    assert set(kept) <= shown
    return len(kept)


async def copied(story: Story) -> set[int]:
    """The pictures that stand in the office, or are on their way there."""
    async with story.bench.transaction() as work:
        rows = [row for row in await promised(work) if row.method.startswith("copyMessage")]
        return {part for row in rows for part in row.params.get("message_ids") or [row.params["message_id"]]}


async def a_report(story: Story) -> None:
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))


async def test_a_picture_with_yes_at_the_summary_is_handed_in_with_the_report(story: Story) -> None:
    await a_report(story)
    await story.taps("동의합니다")
    await story.writes("네", foreign, photos=1)
    assert await tickets(story) == 2
    assert await pictures_of(story, "complaint.heating") == 1


@pytest.mark.parametrize(("caption", "then"), [("네", "동의합니다"), ("취소", "동의합니다"), ("관리비 얼마예요?", "")])
async def test_a_picture_with_an_answer_or_a_question_joins_the_report(story: Story, caption: str, then: str) -> None:
    await a_report(story)
    await story.writes(caption, understood_as("fee.amount") if "?" in caption else foreign, photos=2)
    if "?" in caption:
        assert any("관리비" in text for text in (await story.heard())[-2:])
    if caption != "네":
        await story.taps("동의합니다")
    assert "사진·파일: 2개" in (await story.heard())[-1]
    assert f"/ {caption}" not in (await story.heard())[-1]
    await story.taps("접수하기")
    assert await pictures_of(story, "complaint.heating") == 2


async def test_a_picture_with_no_at_the_summary_stays_while_the_words_are_told_anew(story: Story) -> None:
    await a_report(story)
    await story.taps("동의합니다")
    await story.writes("아니요", foreign, photos=1)
    await story.writes("작은방 난방이 안 돼요", understood_as("complaint.heating"))
    assert "사진·파일: 1개" in (await story.heard())[-1]


async def test_who_wants_a_person_with_a_picture_is_seen_with_it(story: Story) -> None:
    await a_report(story)
    await story.writes("사람이랑 얘기할래요", understood_as("human"), photos=1)
    assert len(await copied(story)) == 1
    await story.writes("취소", foreign)
    await story.taps("이어서 접수하기")
    await story.taps("동의합니다")
    assert "사진·파일: 1개" in (await story.heard())[-1]


async def test_what_is_shown_with_a_complaint_about_staff_does_not_join_the_report(story: Story) -> None:
    await a_report(story)

    def rude(text: str) -> object:
        return understood_as("human" if "사람" in text else "complaint.staff")(text)

    await story.writes("직원이 너무 무례했어요. 사람 바꿔 주세요", rude, photos=1)
    await story.taps("동의합니다")
    assert "사진·파일" not in (await story.heard())[-1]


@pytest.mark.parametrize("hours", [0, 5])
async def test_a_picture_with_yes_to_an_offer_begins_the_report(story: Story, hours: int) -> None:
    await story.writes("환불되나요?", understood_as("fee.refund"))
    await story.pass_time(hours=hours)
    await story.writes("네", foreign, photos=1)
    await story.taps("동의합니다")
    assert "사진·파일: 1개" in (await story.heard())[-1]
    await story.taps("접수하기")
    assert await pictures_of(story, "fee.refund") == 1


async def test_a_picture_with_yes_to_a_person_is_seen_by_them(story: Story) -> None:
    await story.writes("무인택배함 음", undecided("delivery", "complaint.noise"))
    async with story.bench.transaction() as work:
        talk = await story._talk(work)
        talk.misses = 1
    await story.taps("이 중에 없어요")
    await story.writes("네", foreign, photos=1)
    assert len(await copied(story)) == 1


@pytest.mark.parametrize("caption", ["1", "2번"])
async def test_a_picture_with_a_chosen_number_joins_what_was_chosen(story: Story, caption: str) -> None:
    await story.pass_time(hours=1)
    await story.writes("여기가 이상해요", undecided("complaint.heating", "complaint.pest"))
    await story.writes(caption, foreign, photos=1)
    await story.taps("동의합니다")
    assert "사진·파일: 1개" in (await story.heard())[-1]


@pytest.mark.parametrize(("caption", "intent"), [("네", "complaint.leak"), ("아니요", "complaint.leak")])
async def test_a_picture_with_yes_or_no_to_the_same_matter_joins_that_or_the_new_one(
    story: Story, caption: str, intent: str
) -> None:
    await story.writes("천장에서 또 물이 떨어져요", understood_as("complaint.leak"))
    await story.writes(caption, foreign, photos=1)
    if caption == "아니요":
        await story.taps("동의합니다")
        await story.taps("접수하기")
    assert await tickets(story) == (1 if caption == "네" else 2)
    assert await pictures_of(story, intent) == 1


async def test_a_picture_with_no_to_an_offer_is_taken_for_a_report(story: Story) -> None:
    await story.pass_time(hours=1)
    await story.writes("환불되나요?", understood_as("fee.refund"))
    await story.writes("아니요", foreign, photos=1)
    await story.taps("동의합니다")
    assert "사진·파일: 1개" in (await story.heard())[-1]


async def test_a_picture_with_yes_to_danger_reaches_the_emergency(story: Story) -> None:
    await story.writes("아이가 이상해요", doubt)
    await story.writes("네", foreign, photos=1)
    assert await pictures_of(story, MEDICAL) == 1


async def test_a_picture_with_no_to_danger_joins_the_report_that_was_interrupted(story: Story) -> None:
    await a_report(story)
    await story.taps("동의합니다")
    await story.writes("여기까지 번졌어요", doubt)
    await story.writes("아니요", foreign, photos=1)
    assert "사진·파일: 1개" in (await story.heard())[-1]


@pytest.mark.parametrize("caption", ["네", "아니요"])
async def test_a_picture_with_an_answer_at_a_laid_aside_report_joins_it(story: Story, caption: str) -> None:
    await a_report(story)
    await story.taps("동의합니다")
    await story.sends("/human")
    await story.sends("/cancel")
    assert "그대로 있습니다" in (await story.heard())[-1]
    await story.writes(caption, foreign, photos=1)
    assert "사진·파일: 1개" in (await story.heard())[-1]


async def test_a_picture_under_which_cancel_stands_leaves_no_queue(story: Story) -> None:
    await story.sends("/human")
    await story.writes("취소", foreign, photos=1)
    assert len(await copied(story)) == 1
    await story.writes("취소", foreign)
    assert "그만두" in (await story.heard())[-1] or "자동" in (await story.heard())[-1]


@pytest.mark.parametrize("words", ["아직이에요", "아직도 물이 떨어져요", "네 해결됐어요"])
async def test_a_picture_with_a_word_on_the_result_joins_its_matter(story: Story, words: str) -> None:
    await story.resolved()
    await story.pass_time(hours=1)
    await story.writes(words, understood_as("ticket.reopen"), photos=1)
    assert (await story.ticket()).state == ("closed" if "네" in words else "investigating")
    assert await pictures_of(story, "complaint.leak") == 1
