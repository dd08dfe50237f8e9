"""Whether somebody is in danger is asked, and nobody is: what was said is served as if that had never been asked."""

import pytest

from bot.sandbox.journey import Person
from tests.journeys.desk import reports_in_english, said_to, settles_in_english, staff_with
from tests.journeys.people import a_leak_is_reported, settles_in, somebody_talks
from tests.journeys.town import Town

MORE = "물이 점점 더 많이 떨어져요"
LIFT = "승강기가 섰는데 안에 소리가 나요"


async def denies(owner: Person, words: str) -> None:
    await owner.sends(words)
    await owner.hears("지금 위험한 상황인가요?")
    await owner.sends("아니요")
    await owner.hears("위험해지면 바로 적어 주세요")


async def test_what_becomes_worse_joins_the_open_matter_and_its_staff_read_it(town: Town) -> None:
    talk = await a_leak_is_reported(town)
    await denies(talk.owner, MORE)
    await talk.owner.hears("T-1001에 덧붙여 담당 부서에 전했습니다")
    await talk.minsu.hears(MORE)
    await talk.owner.sends("/tickets")
    assert len((await talk.owner.hears("T-1001")).button_texts) == 1


async def test_a_longer_no_is_only_a_no(town: Town) -> None:
    talk = await a_leak_is_reported(town)
    await talk.owner.sends(MORE)
    await talk.owner.hears("지금 위험한 상황인가요?")
    await talk.owner.sends("아니요 위험하진 않아요")
    await talk.owner.hears("T-1001에 덧붙여")
    await talk.owner.sends("/help")
    await talk.owner.hears("/tickets")
    assert len(await said_to(talk.owner, "T-1001에 덧붙여")) == 1


async def test_a_yes_is_an_emergency_with_the_same_words(town: Town) -> None:
    talk = await a_leak_is_reported(town)
    await talk.owner.sends(MORE)
    await talk.owner.hears("지금 위험한 상황인가요?")
    await talk.owner.taps("네, 지금 위험해요")
    await talk.owner.hears("T-1002")
    await talk.minsu.sees(lambda m: m.text.startswith("🚨 T-1002") and MORE in m.text)


async def test_the_same_in_english_by_tap(town: Town) -> None:
    owner = await town.sandbox.user("Alex")
    await settles_in_english(owner)
    await reports_in_english(owner)
    staff = await staff_with(town, "Alex")
    await owner.sends("water is coming faster now")
    await owner.hears("Is somebody in danger right now?")
    await owner.taps("No, nobody is in danger")
    await owner.hears("Write at once if it becomes dangerous.")
    await owner.hears("Added to T-1001")
    await staff.hears("water is coming faster now")
    await owner.sends("that's all")
    await owner.hears("Thank you.")
    await owner.sends("it's getting worse, more water now")
    assert "Add to T-1001" in (await owner.hears("T-1001")).button_texts


async def test_what_was_to_be_added_to_a_matter_is_added_to_it(town: Town) -> None:
    talk = await a_leak_is_reported(town)
    await talk.owner.sends("/tickets")
    await talk.owner.hears("T-1001")
    await talk.owner.taps("T-1001 누수")
    await talk.owner.hears("T-1001")
    await talk.owner.taps("내용 더하기")
    await talk.owner.hears("T-1001")
    await denies(talk.owner, "타는 냄새가 나요")
    await talk.owner.hears("T-1001에 덧붙여 담당 부서에 전했습니다")
    await talk.minsu.hears("타는 냄새가 나요")


async def test_whoever_talks_with_the_owner_reads_both_and_no_report_begins(town: Town) -> None:
    talk = await somebody_talks(town)
    manager = await town.sandbox.user("한소장")
    await denies(talk.owner, LIFT)
    await talk.minsu.sees(LIFT)
    await talk.minsu.sees("아니요")
    await manager.sees(lambda message: LIFT in message.text and "해소" in message.text)
    await talk.minsu.sends("점검 기사를 부르겠습니다.")
    await talk.owner.hears("점검 기사를 부르겠습니다.")
    assert not await said_to(talk.owner, "접수해서")


async def test_a_question_that_says_too_little_is_asked_about_and_not_answered_by_a_guess(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await denies(owner, "불이 나면 어떻게 해야 하나요?")
    told = await owner.hears()
    assert "출처" not in told.text


async def test_two_doubtful_messages_are_both_kept_when_the_last_one_is_denied(town: Town) -> None:
    talk = await a_leak_is_reported(town)
    await talk.owner.sends(MORE)
    await talk.owner.hears("지금 위험한 상황인가요?")
    await denies(talk.owner, "물이 더 떨어져요")
    await talk.owner.hears("T-1001에 덧붙여 담당 부서에 전했습니다")
    await talk.minsu.sees(MORE)
    await talk.minsu.sees("물이 더 떨어져요")


async def test_water_that_stands_is_not_asked_about_as_a_fire(town: Town) -> None:
    owner = await town.sandbox.user("김영희", started=True)
    await owner.sends("냉장고 밑에 물고여있어요 빨리요")
    asked = await owner.hears("지금 위험한 상황인가요?")
    assert "화재" not in asked.text
    assert "침수" in asked.text


async def test_a_no_with_a_story_is_a_no_and_the_story_is_served_too(town: Town) -> None:
    talk = await a_leak_is_reported(town)
    await talk.owner.sends(MORE)
    await talk.owner.hears("지금 위험한 상황인가요?")
    story = "아니요 위험하진 않은데 물이 더 떨어져요"
    await talk.owner.sends(story)
    await talk.owner.hears("위험해지면 바로 적어 주세요")
    await talk.minsu.sees(MORE)
    await talk.minsu.sees(story)
    assert len(await said_to(talk.owner, "지금 위험한 상황인가요?")) == 1


async def test_a_yes_with_a_story_is_a_yes(town: Town) -> None:
    talk = await a_leak_is_reported(town)
    await talk.owner.sends(MORE)
    await talk.owner.hears("지금 위험한 상황인가요?")
    await talk.owner.sends("네 위험해요 물이 더 떨어져요")
    await talk.owner.hears("T-1002")
    await talk.minsu.sees("네 위험해요 물이 더 떨어져요")
    await talk.minsu.sees(lambda m: m.text.startswith("🚨 T-1002") and MORE in m.text)


async def test_a_cry_in_the_words_of_a_no_is_no_answer_and_the_managers_read_it(town: Town) -> None:
    talk = await a_leak_is_reported(town)
    manager = await town.sandbox.user("한소장")
    cry = "위험하지 않게 빨리 꺼주세요"
    await talk.owner.sends(MORE)
    await talk.owner.hears("지금 위험한 상황인가요?")
    await talk.owner.sends(cry)
    await talk.owner.hears("지금 위험한 상황인가요?")
    await manager.sees(lambda message: cry in message.text)
    assert not await said_to(talk.owner, "위험해지면 바로 적어 주세요")
    await talk.owner.sends("아니요")
    await talk.owner.hears("위험해지면 바로 적어 주세요")
    await talk.minsu.sees(MORE)
    await talk.minsu.sees(cry)


@pytest.mark.parametrize("words", ["아무도 안 탔어요", "안에 사람 없어요"])
async def test_nobody_is_in_the_lift_and_the_lift_is_reported(town: Town, words: str) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends(LIFT)
    await owner.hears("지금 위험한 상황인가요?")
    await owner.sends(words)
    await owner.hears("위험해지면 바로 적어 주세요")
    await owner.hears("'승강기 고장' 건으로 접수해서")


async def test_nobody_is_in_it_in_english(town: Town) -> None:
    owner = await town.sandbox.user("Alex")
    await settles_in_english(owner)
    await owner.sends("the lift has stopped")
    await owner.hears("Is somebody in danger right now?")
    await owner.sends("no im not inside")
    await owner.hears("Write at once if it becomes dangerous.")
