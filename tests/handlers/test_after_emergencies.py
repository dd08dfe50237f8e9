"""What is said once help has come, the cause has stopped, or there was no danger at all."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from intents.result import Match
from storage.models import Ticket
from tests.desk_story import Story
from tests.handlers.understanding import MEDICAL, danger, foreign, seen_by_managers, seen_by_staff

SAFE = "무사하다고 하십니다"
FLOOD = "emergency.flood"


def of(kind: str) -> object:
    """A recogniser that hears the same alarm in every word."""

    def understand(text: str) -> Match:
        return replace(danger(text), intent=kind, emergency_intent=kind, dangers={kind: (("named",),)})

    return understand


@pytest.mark.parametrize(
    "words", ["119 왔어요", "구급차 왔어요 감사합니다", "소방차 도착했어요", "the ambulance is here"]
)
async def test_who_says_that_help_has_come_gets_a_warm_word_and_the_staff_read_it(story: Story, words: str) -> None:
    await story.writes("할머니가 쓰러지셨어요", of(MEDICAL))
    before = len(await story.heard())
    await story.writes(words, of(MEDICAL))
    heard = await story.heard()
    assert len(heard) == before + 1
    assert "곁에서 돕는 분들의 안내를" in heard[-1]
    assert words in await seen_by_staff(story)
    assert SAFE not in await seen_by_managers(story)


@pytest.mark.parametrize("words", ["물 멈췄어요 밸브 잠갔어요", "water is off now"])
async def test_who_has_stopped_the_water_is_relieved_and_the_matter_stays_open(story: Story, words: str) -> None:
    await story.writes("물이 쏟아져요", of(FLOOD))
    await story.writes(words, of(FLOOD))
    assert "정말 다행입니다" in (await story.heard())[-1]
    assert SAFE in await seen_by_managers(story)
    async with story.bench.transaction() as work:
        flood = await work.session.scalar(select(Ticket).where(Ticket.intent == FLOOD))
    assert flood is not None
    assert flood.state == "received"


@pytest.mark.parametrize("words", ["119 아직 안 왔어요", "물이 안 멈춰요", "구급차가 왔다가 그냥 갔어요"])
async def test_a_denial_stays_one(story: Story, words: str) -> None:
    await story.writes("물이 쏟아져요", of(FLOOD))
    await story.writes(words, of(FLOOD))
    assert "다행" not in (await story.heard())[-1]
    assert SAFE not in await seen_by_managers(story)


@pytest.mark.parametrize("words", ["우리 아이 나왔나요", "다 나왔나요", "불 꺼졌나요", "다들 무사합니까"])
async def test_who_asks_after_others_is_not_reported_as_safe_and_reads_what_to_do(story: Story, words: str) -> None:
    await story.writes("주방에 불이 났어요", danger)
    await story.writes(words, foreign)
    heard = (await story.heard())[-1]
    assert "119에 신고하세요" in heard
    assert "다행" not in heard
    assert SAFE not in await seen_by_managers(story)


async def test_smoke_that_is_aired_with_nobody_hurt_gets_a_line_and_not_the_list(story: Story) -> None:
    await story.writes("주방에 불이 났어요", danger)
    before = len(await story.heard())
    await story.writes("연기가 아직 있는데 환기중이에요 다친사람 없어요", of("emergency.fire"))
    assert len(await story.heard()) == before + 1
    assert (await story.heard())[-1].startswith("당직자에게 바로 전했습니다")


@pytest.mark.parametrize(
    "words",
    [
        "아 죄송해요 아니에요 생선 태운거에요",
        "오작동이었어요",
        "잘못 눌렀어요",
        "네 감사합니다 병원 도착했어요 괜찮으시대요",
        "도시가스 왔다갔어요 이제 괜찮대요",
        "sorry it was my neighbor's cooking, false alarm",
    ],
)
async def test_a_wrong_alarm_and_good_news_in_ordinary_words_are_relief(story: Story, words: str) -> None:
    await story.writes("주방에 불이 났어요", danger)
    await story.writes(words, foreign)
    assert "정말 다행입니다" in (await story.heard())[-1]
    assert SAFE in await seen_by_managers(story)


async def test_who_has_said_that_there_was_no_danger_is_not_told_later_to_call_at_once(story: Story) -> None:
    await story.writes("주방에 불이 났어요", danger)
    await story.writes("오작동이었어요", foreign)
    await story.pass_time(minutes=40)
    assert not any("아직 당직자의 답을 받지 못했습니다" in text for text in await story.heard())


async def test_who_has_not_said_so_is(story: Story) -> None:
    await story.writes("주방에 불이 났어요", danger)
    await story.pass_time(minutes=40)
    assert any("아직 당직자의 답을 받지 못했습니다" in text for text in await story.heard())


async def test_who_despaired_and_feels_better_gets_a_gentle_word_and_is_not_called_safe(story: Story) -> None:
    def despair(text: str) -> Match:
        dangers = {MEDICAL: (("self_harm",),)}
        return replace(danger(text), intent=MEDICAL, emergency_intent=MEDICAL, dangers=dangers)

    await story.writes("죽고 싶어요", despair)
    await story.writes("괜찮아졌어요 죄송합니다", foreign)
    assert "마음이 놓입니다" in (await story.heard())[-1]
    assert SAFE not in await seen_by_managers(story)


async def test_a_yes_to_whoever_has_the_talk_is_no_word_of_safety(story: Story) -> None:
    await story.writes("주방에 불이 났어요", danger)
    async with story.bench.transaction() as work:
        fire = await work.session.scalar(select(Ticket.id).where(Ticket.intent == "emergency.fire"))
    await story.claimed(fire)
    await story.writes("네 괜찮아요", foreign)
    assert SAFE not in await seen_by_managers(story)
    await story.writes("네 다 무사해요", foreign)
    assert SAFE in await seen_by_managers(story)
