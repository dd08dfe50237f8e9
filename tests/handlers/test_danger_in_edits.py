"""What is mended afterwards: a cry for help whose letters were wrong, and what was told beside an emergency."""

from dataclasses import replace

import pytest

from bot.handlers.owner import OWNER_ROUTES
from bot.incoming import Edited
from intents.result import Match
from storage.models import Conversation
from tests.builders import MANAGER_CHAT, said
from tests.desk_story import Story
from tests.handlers.understanding import FIRE, danger, doubt, foreign, seen_by_managers, seen_by_staff, tickets

GAS, STAFF_MATTER = "emergency.gas", "complaint.staff"


def fire_when_spelt_right(text: str) -> Match:
    return danger(text) if "불이야" in text else foreign(text)


def gas_or_fire(text: str) -> Match:
    return danger(text) if "불" in text else replace(danger(text), intent=GAS, emergency_intent=GAS)


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


async def test_a_cry_in_any_of_several_quick_lines_is_heard_and_seen(story: Story) -> None:
    await story.claimed()
    for line in ("여보세요", "부리ㅑ", "빨리요"):
        await story.writes(line, fire_when_spelt_right)
    await story.pass_time(seconds=30)
    assert "여보세요\n부리ㅑ\n빨리요" in await seen_by_staff(story)
    before = await tickets(story)
    await story.edits("부리ㅑ", "불이야")
    assert await tickets(story) == before + 1
    assert (await story.ticket(before + 1)).words == "불이야"
    assert "119" in "\n".join((await story.heard())[-3:])
    assert "불이야" in await seen_by_managers(story)
    edited = await story.posted(None, "editMessageText")
    assert "여보세요\n불이야\n빨리요" in str(edited[-1].params["text"])


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


async def test_a_cry_that_becomes_one_of_another_danger_is_that_one(story: Story) -> None:
    await story.writes("가스 냄새가 심해요", gas_or_fire)
    await story.edits("가스 냄새가 심해요", "집에 불이 났어요")
    assert (await story.ticket(3)).intent == FIRE
    assert "집에 불이 났어요" in await seen_by_managers(story)


async def test_of_a_cry_nothing_is_taken_away_and_its_place_reaches_the_managers(story: Story) -> None:
    await story.writes("불이야", fire_when_spelt_right)
    await story.edits("불이야", "불이야 102동 504호")
    edited = await story.posted(MANAGER_CHAT, "editMessageText")
    assert "102동 504호" in str(edited[-1].params["text"])
    await story.edits("불이야 102동 504호", "괜찮아요")
    assert (await story.ticket(2)).words == "불이야 102동 504호\n괜찮아요"


async def test_a_cry_of_long_ago_that_is_changed_is_asked_about(story: Story) -> None:
    await story.writes("불이야", fire_when_spelt_right)
    await story.pass_time(hours=26)
    await story.edits("불이야", "불이야 빨리요")
    assert "지금 위험한 상황인가요" in (await story.heard())[-1]


async def test_an_edit_of_what_never_reached_the_desk_is_a_message(story: Story) -> None:
    story.bench.desk = replace(story.bench.desk, understand=fire_when_spelt_right)
    before = await tickets(story)
    async with story.bench.transaction() as work:
        talk = await work.session.get_one(Conversation, 1)
        incoming = Edited(said(talk.chat_id, "불이야"))
        route = next(route for route in OWNER_ROUTES if route.matches(work.desk, incoming))
        await route.handle(work, incoming)
    assert await tickets(story) == before + 1


async def test_a_cry_beside_words_about_staff_is_heard(story: Story) -> None:
    def both(text: str) -> Match:
        return replace(danger(text), wishes=(FIRE, STAFF_MATTER)) if "불" in text else foreign(text)

    await story.writes("음", both)
    before = await tickets(story)
    await story.edits("음", "직원이 불친절해요 그리고 집에 불이 났어요")
    assert await tickets(story) > before
    assert "119" in "\n".join((await story.heard())[-4:])


@pytest.mark.parametrize("words", ["살려주세요 빨리", "102동 504호"])
async def test_a_cry_that_becomes_another_cry_or_a_place_is_not_taken_back(story: Story, words: str) -> None:
    await story.writes("불이야", fire_when_spelt_right)
    await story.edits("불이야", words)
    assert "글을 고치셨습니다" not in await seen_by_managers(story)


async def test_a_cry_that_becomes_harmless_is_told_to_whoever_was_woken(story: Story) -> None:
    await story.writes("불이야", fire_when_spelt_right)
    await story.edits("불이야", "불고기 맛있어요")
    assert "불고기 맛있어요" in await seen_by_managers(story)
    assert "safe_at" not in (await story.ticket(2)).details
