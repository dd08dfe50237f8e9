"""What owners write and tap, whoever has the floor and however old the button is."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, select

from bot.actions.flow import enter
from bot.actions.talks.briefing import last_lines
from bot.actions.talks.handoff import hand_back
from bot.actions.tickets import moves
from bot.desk import Work
from intents.extract import find_slots
from intents.result import Candidate, Decision, Match
from storage.models import Conversation, Person, Residency, StaffMember, Ticket
from tests.builders import MANAGER_CHAT, labels, promised
from tests.desk_story import Story, understood_as
from tests.handlers.understanding import (
    FIRE,
    MEDICAL,
    danger,
    doubt,
    foreign,
    lift_or_danger,
    seen_by_managers,
    seen_by_staff,
    tickets,
    undecided,
    where_they_live,
)


async def test_danger_is_answered_while_a_person_has_the_floor(story: Story) -> None:
    await story.claimed()
    await story.writes("주방에 불이 났어요", danger)

    assert any("119" in text for text in (await story.heard())[-3:])
    assert any("주방에 불이 났어요" in row.params["text"] for row in await story.posted(MANAGER_CHAT))
    assert any("주방에 불이 났어요" in row.params["text"] for row in await story.posted())


async def test_a_doubt_about_a_second_danger_is_passed_on_and_asked_and_a_no_starts_nothing(story: Story) -> None:
    named = replace(doubt(""), dangers={MEDICAL: (("hurt", "person"),)})
    await story.writes("주방에 불이 났어요", danger)
    before = await tickets(story)
    await story.writes("아이가 넘어졌어요", lambda text: named)
    assert "위험한 상황인가요" in (await story.heard())[-1]
    assert any("아이가 넘어졌어요" in row.params.get("text", "") for row in await story.posted())
    await story.taps("아니요, 위험하지 않아요")
    await story.writes("아이가 울어요", doubt)
    assert "당직자에게 바로 전했습니다" in (await story.heard())[-1]
    assert await tickets(story) == before


async def test_whoever_holds_the_conversation_is_not_talked_over_by_what_belongs_to_the_emergency(story: Story) -> None:
    await story.claimed()
    await story.writes("주방에 불이 났어요", danger)
    heard, before = len(await story.heard()), await tickets(story)
    await story.writes("102동 504호 010-9999-8888", foreign)
    await story.writes("나왔어요", doubt)
    assert len(await story.heard()) == heard
    assert any("무사하다고" in row.params.get("text", "") for row in await story.posted(MANAGER_CHAT))
    async with story.bench.transaction() as work:
        told = [str(row.params.get("text")) for row in await promised(work, chat_id=MANAGER_CHAT)]
    assert any("전화: 010-9999-8888" in words for words in told)
    await story.writes("살려주세요", danger)
    assert len(await story.heard()) > heard
    assert await tickets(story) == before


async def test_what_is_said_after_the_staff_have_ended_the_emergency_is_a_matter_of_its_own(story: Story) -> None:
    await story.writes("주방에 불이 났어요", danger)
    async with story.bench.transaction() as work:
        fire = await work.session.scalar(select(Ticket.id).where(Ticket.intent == FIRE))
    await story.resolved("불을 껐습니다. 다시 나면 바로 알려 주세요.", fire)
    await story.writes("윗집이 시끄러워요", understood_as("complaint.noise"))
    assert "당직자에게" not in (await story.heard())[-1]


async def test_a_button_of_an_earlier_step_hands_nothing_in(story: Story) -> None:
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.taps("동의합니다")
    old = await _last_with(story, "접수하기")
    await story.writes("작은방도 그래요")

    await story.taps("접수하기", old)
    assert await tickets(story) == 1
    assert "지난 버튼" in await _last_answer(story)

    await story.taps("접수하기")
    assert await tickets(story) == 2


async def test_without_consent_what_is_told_stays_with_the_matter(story: Story) -> None:
    await story.writes("주방에 불이 났어요", danger)
    await story.writes("102동 504호 010-9999-8888", where_they_live)

    async with story.bench.transaction() as work:
        person = await work.session.get_one(Person, story.owner_id)
        assert work.desk.cipher.open(person.phone_sealed or "") == "010-0000-1203"


@pytest.mark.parametrize(("button", "shown"), [("내 정보", "남아 있는 정보"), ("언어 (Language)", "language")])
async def test_help_leads_to_what_is_seldom_needed(story: Story, button: str, shown: str) -> None:
    await story.writes("도움말", understood_as("help"))
    await story.taps(button)
    assert shown in (await story.heard())[-1]


async def test_a_doubt_about_danger_loses_nothing_of_the_report_that_it_interrupts(story: Story) -> None:
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.taps("동의합니다")
    await story.writes("여기까지 번졌어요", doubt, photos=2)
    await story.writes("더 번졌어요", doubt, photos=1)
    assert "위험한 상황인가요" in (await story.heard())[-1]

    await story.taps("아니요, 위험하지 않아요")
    summary = (await story.heard())[-1]
    assert "난방이 안 돼요 / 여기까지 번졌어요 / 더 번졌어요" in summary
    assert "사진·파일: 3개" in summary


async def test_whoever_answers_a_doubt_in_other_words_goes_on_with_the_report(story: Story) -> None:
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.taps("동의합니다")
    await story.writes("여기까지 번졌어요", doubt)

    await story.writes("어제부터 그랬어요", undecided("complaint.noise"))
    assert "난방이 안 돼요 / 여기까지 번졌어요 / 어제부터 그랬어요" in (await story.heard())[-1]
    await story.taps("접수하기")
    assert await tickets(story) == 2


async def test_an_address_instead_of_a_word_on_danger_is_passed_on_and_kept_for_the_matter(story: Story) -> None:
    await story.writes("승강기가 덜컹거려요", lift_or_danger)
    await story.writes("102동 804호 박지훈 010-2222-3333", lift_or_danger)
    assert "지금 위험한 상황인지" in (await story.heard())[-1]
    told = str((await story.posted(MANAGER_CHAT, "editMessageText"))[-1].params["text"])
    assert "102동 804호" in told
    assert "010-2222-3333" in told

    await story.taps("아니요, 위험하지 않아요")
    assert "접수해서" in (await story.heard())[-1]
    await story.taps("동의합니다")
    assert "102동 804호" in (await story.heard())[-1]
    await story.taps("접수하기")
    assert await tickets(story) == 2


async def test_a_no_to_one_question_about_danger_is_no_answer_to_a_later_one(story: Story) -> None:
    await story.writes("아버지가 좀 이상하세요", doubt)
    earlier = await story.last_with("아니요, 위험하지 않아요")
    await story.pass_time(hours=2)
    await story.writes("승강기가 덜컹거려요", lift_or_danger)
    await story.taps("아니요, 위험하지 않아요", earlier)
    assert "지금 위험한 상황인지" in (await story.heard())[-1]
    assert [await story.is_still_called(words) for words in ("아버지가", "승강기가")] == [False, True]

    await story.taps("아니요, 위험하지 않아요")
    assert not await story.is_still_called("승강기가")
    assert "접수해서" in (await story.heard())[-1]


async def test_whoever_answers_the_last_question_about_danger_has_answered_those_before_it(story: Story) -> None:
    await story.writes("여기까지 번졌어요", doubt)
    await story.writes("더 번졌어요", doubt)
    await story.taps("아니요, 위험하지 않아요")
    assert [await story.is_still_called(words) for words in ("여기까지", "더 번졌어요")] == [False, False]


async def test_a_photo_that_means_no_danger_is_taken_down_and_not_thanked_for(story: Story) -> None:
    await story.writes("이만큼이에요", doubt, photos=1)
    await story.taps("아니요, 위험하지 않아요")
    assert "접수해서" in (await story.heard())[-1]
    await story.taps("동의합니다")
    assert "사진·파일: 1개" in (await story.heard())[-1]


async def test_what_was_understood_is_repeated_back_once(story: Story) -> None:
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.taps("동의합니다")
    assert sum("말씀 잘 들었습니다" in text for text in await story.heard()) == 1


async def test_a_report_without_consent_is_not_said_to_be_impossible(story: Story) -> None:
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    assert "동의하지 않으셔도 접수해 드립니다" in (await story.heard())[-1]


async def test_whoever_complains_about_staff_is_told_at_once_that_only_the_manager_reads_it(story: Story) -> None:
    await story.writes("직원이 반말을 해요", understood_as("complaint.staff"))
    assert "관리소장에게만" in (await story.heard())[-1]


async def _last_with(story: Story, label: str) -> Any:
    async with story.bench.transaction() as work:
        return [row for row in await promised(work) if label in labels(row)][-1]


async def _last_answer(story: Story) -> str:
    async with story.bench.transaction() as work:
        rows = [row for row in await promised(work) if row.method == "answerCallbackQuery"]
        return str(rows[-1].params["text"])


async def test_what_is_told_about_staff_stays_hidden_when_an_alarm_interrupts_it(story: Story) -> None:
    shown: list[str] = []

    async def look(work: Work, talk: Conversation) -> None:
        shown.append(await last_lines(work, talk, "ko"))

    await story.writes("안녕하세요", understood_as("greeting"))
    await story.edit(look)
    await story.writes("어제 기사님이 너무 무례했어요", understood_as("complaint.staff"))
    await story.writes("주방에 불이 났어요", danger)
    await story.edit(look)
    assert "안녕하세요" in shown[0]
    assert shown[1] == ""


async def test_what_is_told_about_staff_stays_hidden_when_it_is_never_handed_in(story: Story) -> None:
    shown: list[str] = []

    async def drop_and_look(work: Work, talk: Conversation) -> None:
        enter(talk, None)
        shown.append(await last_lines(work, talk, "ko"))

    await story.writes("어제 기사님이 너무 무례했어요", understood_as("complaint.staff"))
    await story.edit(drop_and_look)
    await story.pass_time(minutes=5)
    await story.writes("내일은 몇 시에 문을 여나요", understood_as("office.hours"))
    await story.edit(drop_and_look)
    assert shown[0] == ""
    assert "몇 시에" in shown[1]
    assert "무례" not in shown[1]


@pytest.mark.parametrize("way", ["a command", "the button", "the choice"])
async def test_what_may_be_about_staff_is_hidden_from_whoever_takes_over_before_it_is_clear(
    story: Story, way: str
) -> None:
    await story.writes("어제 그 기사님이 좀", undecided("complaint.staff", "human"))
    if way == "a command":
        await story.sends("/human 어떻게 된 건지")
    elif way == "the button":
        await story.writes("101동 1203호", foreign)
        await story.taps("담당 직원과 이야기")
    else:
        await story.taps("직원 연결")
    await story.claimed()

    told = [str(row.params["text"]) for row in await story.posted()]
    assert any("직원과 이야기하고 싶어" in words for words in told)
    assert not any("기사님" in words for words in told)


async def test_what_turns_out_not_to_be_about_staff_is_shown_to_them(story: Story) -> None:
    shown: list[str] = []

    async def look(work: Work, talk: Conversation) -> None:
        shown.append(await last_lines(work, talk, "ko"))

    await story.writes("어제 그 기사님이 좀", undecided("complaint.staff", "office.hours"))
    await story.pass_time(minutes=1)
    await story.writes("101동 앞에서요", foreign)
    await story.edit(look)
    await story.taps("관리사무소 시간·위치")
    await story.edit(look)
    assert shown[0] == ""
    assert "기사님" in shown[1]


@pytest.mark.parametrize(
    ("words", "sounds_like"),
    [("승강기 옆 벽이에요", "complaint.elevator"), ("아니요", "greeting"), ("없어요 감사합니다", "thanks")],
)
async def test_an_answer_that_the_staff_wait_for_joins_its_matter_however_late_and_whatever_it_sounds_like(
    story: Story, words: str, sounds_like: str
) -> None:
    async def asks(work: Work, talk: Conversation) -> None:
        staff = await work.session.get_one(StaffMember, story.staff_id)
        await moves.note(work, await work.session.get_one(Ticket, story.ticket_id), staff, "현장 확인")
        await moves.wait(work, await work.session.get_one(Ticket, story.ticket_id), staff, for_owner=True)
        await hand_back(work, talk, staff)

    await story.claimed()
    await story.edit(asks)
    await story.pass_time(days=2)
    await story.writes(words, understood_as(sounds_like))
    assert "T-1001에 덧붙여" in (await story.heard())[-1]
    assert (await story.ticket()).state == "investigating"


@pytest.mark.parametrize(
    ("words", "sounds_like"),
    [
        ("완료됐다면서 왜 그대로죠", "ticket.reopen"),
        ("관리비 돌려주세요", "fee.amount"),
        ("승강기 앞이 젖어요", "complaint.elevator"),
        ("사람 바꿔 주세요", "human"),
    ],
)
async def test_what_is_written_after_not_yet_is_the_reason_whatever_it_sounds_like(
    story: Story, words: str, sounds_like: str
) -> None:
    await story.resolved()
    await story.pass_time(hours=1)
    await story.taps("아직이에요")
    await story.writes(words, understood_as(sounds_like))
    assert any("T-1001에 덧붙여" in text for text in await story.heard())
    shown = [str(row.params.get("text")) for row in await story.posted()]
    assert any(words in text for text in shown)


async def test_a_reason_that_sounds_dangerous_joins_its_matter_before_the_danger_is_asked_about(story: Story) -> None:
    await story.resolved()
    await story.pass_time(hours=1)
    await story.taps("아직이에요")
    await story.writes("물이 계속 쏟아져요", doubt)
    assert "지금 위험한 상황인가요" in (await story.heard())[-1]
    shown = [str(row.params.get("text")) for row in await story.posted()]
    assert any("물이 계속 쏟아져요" in text for text in shown)
    await story.taps("아니요, 위험하지 않아요")
    assert "T-1001에 덧붙여" in (await story.heard())[-1]


async def test_the_last_question_is_the_one_that_is_answered(story: Story) -> None:
    await story.resolved()
    other = await story.another_ticket(intent="complaint.heating")
    await story.writes("거기 등이요", undecided("repair.common", "complaint.cleaning"))
    await story.pass_time(hours=1)
    await story.writes("아직도 안돼요", foreign)
    assert (await story.ticket()).round == 2
    assert (await story.ticket(other)).round == 1


async def test_what_was_begun_after_a_result_takes_the_words_that_could_answer_it(story: Story) -> None:
    other = await story.another_ticket(intent="complaint.heating")
    await story.resolved()
    await story.sends("/tickets")
    await story.taps("T-1002 난방·온수 안 됨")
    await story.pass_time(hours=1)
    await story.pass_time(minutes=1)
    await story.taps("내용 더하기")
    await story.writes("아직도 안돼요", foreign)
    assert "T-1002에 덧붙여" in (await story.heard())[-1]
    assert (await story.ticket()).round == 1
    assert (await story.ticket(other)).round == 1


async def test_a_report_that_an_alarm_interrupts_outlives_a_question_and_a_long_silence(story: Story) -> None:
    await story.writes("복도 등이 나갔어요", understood_as("complaint.noise"))
    await story.writes("주방에 불이 났어요", danger)
    before = await tickets(story)
    await story.writes("민원실 전화번호가 뭔가요?", understood_as("office.hours"))
    await story.writes("저희 집 부엌이고 모두 나왔어요", understood_as("complaint.noise"))
    await story.writes("관리사무소는 몇 시까지 하나요?", understood_as("office.hours"))
    story.bench.clock.advance(minutes=70)  # at night, when nobody is reminded
    await story.writes("승강기에서 소리가 나요", understood_as("complaint.noise"))
    assert "승강기에서 소리가 나요" in (await story.heard())[-1]
    await story.taps("동의합니다")
    await story.taps("접수하기")
    assert await tickets(story) == before + 1


async def test_a_place_and_a_photo_that_come_before_the_choice_belong_to_the_matter(story: Story) -> None:
    await story.writes("거기 등이요", undecided("repair.common", "complaint.cleaning"))
    await story.writes("", photos=1)
    await story.writes("3층 복도", foreign)
    assert "적어 두었습니다" in (await story.heard())[-1]
    await story.taps("공용부 고장")
    await story.taps("동의합니다")
    summary = (await story.heard())[-1]
    assert "거기 등이요" in summary
    assert "3층 복도" in summary
    assert "사진·파일: 1개" in summary


async def test_a_neighbours_home_told_alone_is_not_taken_for_the_owners(story: Story) -> None:
    await story.writes("거기 때문에요", undecided("complaint.noise", "complaint.smoking"))
    await story.writes("1304호요", foreign)
    await story.taps("층간소음·생활 소음")
    await story.taps("동의합니다")
    assert "101동 1203호" in (await story.heard())[-1]


async def test_what_is_foreign_to_the_office_ends_the_choice(story: Story) -> None:
    await story.writes("거기 등이요", undecided("repair.common", "complaint.cleaning"))
    await story.writes("오늘 날씨 어때요", foreign)
    assert "관리사무소에서 하는 일이 아니라서" in (await story.heard())[-1]


async def test_details_told_half_an_hour_later_are_about_something_else(story: Story) -> None:
    await story.writes("거기 등이요", undecided("repair.common", "complaint.cleaning"))
    await story.pass_time(minutes=31)
    await story.writes("3층 복도", foreign)
    await story.taps("공용부 고장")
    assert "어디" in (await story.heard())[-1]


async def a_paused_report(story: Story, *, handed_back: bool = True) -> None:
    """The owner was reporting with a photo, asked for a person, and the talk with that person is over."""
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.writes("", photos=1)
    await story.sends("/human")
    await story.claimed()
    if handed_back:
        await story.edit(lambda work, talk: _hands_back(story, work, talk))


async def _hands_back(story: Story, work: Work, talk: Conversation) -> None:
    await hand_back(work, talk, await work.session.get_one(StaffMember, story.staff_id))


async def test_a_report_outlives_the_wish_for_a_person_and_is_offered_again(story: Story) -> None:
    await a_paused_report(story)
    heard = await story.heard()
    assert any("'난방·온수 안 됨' 접수는 그대로 두었습니다" in text for text in heard)
    assert "이어서 하시겠어요?" in heard[-1]
    told = [str(row.params["text"]) for row in await story.posted()]
    assert any("적던 접수: 난방·온수 안 됨" in words and "난방이 안 돼요" in words for words in told)
    assert await story.posted(method="copyMessage")

    await story.taps("이어서 접수하기")
    await story.taps("동의합니다")
    summary = (await story.heard())[-1]
    assert "난방이 안 돼요" in summary
    assert "사진·파일: 1개" in summary
    await story.taps("접수하기")
    assert await tickets(story) == 2


async def test_while_the_person_talks_nothing_is_asked_and_afterwards_the_reminder_comes(story: Story) -> None:
    story.bench.change(times={"takeover_lease": timedelta(hours=12)})
    await a_paused_report(story, handed_back=False)
    before = await story.heard()
    await story.writes("작은방도 그래요", foreign)
    await story.pass_time(hours=1)
    assert await story.heard() == before

    await story.edit(lambda work, talk: _hands_back(story, work, talk))
    assert "이어서 하시겠어요?" in (await story.heard())[-1]
    await story.pass_time(minutes=31)
    assert any("아직 접수되지 않았습니다" in text for text in await story.heard())


async def test_what_answers_the_open_question_goes_on_with_the_report(story: Story) -> None:
    await a_paused_report(story)
    await story.writes("어제부터요", foreign)
    await story.taps("동의합니다")
    summary = (await story.heard())[-1]
    assert "난방이 안 돼요" in summary
    assert "언제부터: 어제부터" in summary


async def test_something_new_after_the_talk_waits_until_the_report_is_told(story: Story) -> None:
    await a_paused_report(story)
    await story.writes("옆집이 시끄러워요", understood_as("complaint.noise"))
    assert "'층간소음·생활 소음' 말씀도 적어 두었습니다" in (await story.heard())[-1]
    await story.taps("동의합니다")
    assert "이어서 접수할 일: 층간소음" in (await story.heard())[-1]
    await story.taps("접수하기")
    assert "옆집이 시끄러워요" in (await story.heard())[-1]
    await story.taps("접수하기")
    assert await tickets(story) == 3


async def test_something_new_hands_a_report_in_that_was_told_to_its_end(story: Story) -> None:
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.taps("동의합니다")
    await story.sends("/human")
    await story.claimed()
    await story.edit(lambda work, talk: _hands_back(story, work, talk))
    await story.writes("옆집이 시끄러워요", understood_as("complaint.noise"))
    assert any("아는 만큼 접수해 두었습니다" in text for text in await story.heard())
    assert await tickets(story) == 2


async def test_a_spare_sentence_after_the_talk_joins_a_report_that_was_told_to_its_end(story: Story) -> None:
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.taps("동의합니다")
    await story.sends("/human")
    await story.claimed()
    await story.edit(lambda work, talk: _hands_back(story, work, talk))
    await story.writes("한 두달 됐어요 매일 밤", undecided("complaint.noise", "complaint.parking"))
    assert "• 내용: 난방이 안 돼요 / 한 두달 됐어요 매일 밤" in (await story.heard())[-1]
    await story.taps("접수하기")
    assert await tickets(story) == 2


async def test_a_report_that_says_nothing_yet_is_not_kept(story: Story) -> None:
    await story.sends("/new")
    await story.taps("담당 직원과 이야기")
    assert not any("그대로 두었습니다" in text for text in await story.heard())


async def test_whoever_types_that_they_want_a_person_in_the_middle_of_a_report_gets_one(story: Story) -> None:
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.writes("사람이랑 얘기할래요", understood_as("human"))
    assert "'난방·온수 안 됨' 접수는 그대로 두었습니다" in (await story.heard())[-1]


async def test_a_complaint_about_staff_that_waits_is_not_shown_to_them(story: Story) -> None:
    await story.writes("어제 그 기사님이 너무 무례했어요", understood_as("complaint.staff"))
    await story.writes("", photos=1)
    await story.sends("/human")
    await story.claimed()
    told = [str(row.params["text"]) for row in await story.posted()]
    assert any("직원과 이야기하고 싶어" in words for words in told)
    assert not any("무례" in words or "직원 응대" in words for words in told)
    assert not await story.posted(method="copyMessage")


STAFF_MATTER = "complaint.staff"
RUDE = "이민수 직원이 너무 불친절하고 반말을 해요"


def about_staff(text: str) -> Match:
    """A recogniser that hears a complaint about staff in some words, is not quite sure of others, and takes the rest
    for a wish to talk to somebody."""
    if "반말" in text or text.endswith("불친절해서"):
        return understood_as(STAFF_MATTER)(text)
    if "대충" in text:
        candidates = (Candidate(STAFF_MATTER, 0.84), Candidate("complaint.leak", 0.1))
        return Match(STAFF_MATTER, Decision.CONFIRM, None, 0.6, candidates, (STAFF_MATTER,))
    if "약속" in text:
        candidates = (Candidate(STAFF_MATTER, 0.35), Candidate("ticket.status", 0.3))
        return Match(STAFF_MATTER, Decision.CONFIRM, None, 0.5, candidates, (STAFF_MATTER,))
    return understood_as("human")(text)


def perhaps_about_staff(_text: str) -> Match:
    """A recogniser whose first guess is a complaint about staff."""
    candidates = (Candidate(STAFF_MATTER, 0.5), Candidate("ticket.status", 0.3))
    return Match(STAFF_MATTER, Decision.CONFIRM, None, 0.5, candidates, (STAFF_MATTER,))


@pytest.mark.parametrize("floor", ["waiting", "held"])
async def test_what_an_owner_says_about_staff_reaches_the_managers_and_not_who_talks_with_them(
    story: Story, floor: str
) -> None:
    await (story.claimed() if floor == "held" else story.writes("사람이랑 얘기할게요", about_staff))
    await story.writes(RUDE, about_staff)
    await story.writes("기사님이 아직 안 오셨어요")
    await story.pass_time(seconds=10)

    assert "반말" not in await seen_by_staff(story)
    assert "기사님이 아직 안 오셨어요" in await seen_by_staff(story)
    assert RUDE in await seen_by_managers(story)
    told = next(text for text in reversed(await story.heard()) if "관리소장에게만 전했습니다" in text)
    assert "T-" in told


async def test_more_about_staff_joins_what_the_managers_have(story: Story) -> None:
    await story.claimed()
    await story.writes(RUDE, about_staff)
    before = await tickets(story)
    await story.writes("어제도 반말했어요")
    await story.pass_time(seconds=10)

    assert await tickets(story) == before
    assert "어제도 반말했어요" in await seen_by_managers(story)
    assert "반말" not in await seen_by_staff(story)


async def test_what_was_not_meant_as_a_complaint_is_told_to_the_staff_by_one_tap(story: Story) -> None:
    await story.claimed()
    await story.writes("기사님이 대충 하고 갔어요", about_staff)
    await story.pass_time(seconds=10)
    assert "대충" not in await seen_by_staff(story)
    assert "대충" in await seen_by_managers(story)

    await story.taps("담당 직원에게 전하기")
    await story.pass_time(seconds=10)
    assert "대충" in await seen_by_staff(story)
    assert "취소" in (await seen_by_managers(story)).splitlines()[-1]

    await story.taps("담당 직원에게 전하기")
    assert "지난 버튼" in await _last_answer(story)


async def test_a_complaint_that_was_added_meanwhile_outlives_what_was_not_meant_as_one(story: Story) -> None:
    await story.claimed()
    await story.writes("기사님이 대충 하고 갔어요", about_staff)
    before = await tickets(story)
    await story.writes(RUDE, about_staff)
    assert await tickets(story) == before
    await story.taps("담당 직원에게 전하기")
    await story.pass_time(seconds=10)
    assert "대충" in await seen_by_staff(story)
    assert "반말" not in await seen_by_staff(story)
    assert RUDE in await seen_by_managers(story)
    assert "취소" not in (await seen_by_managers(story)).splitlines()[-1]
    edits = await story.posted(MANAGER_CHAT, "editMessageText")
    assert not any("해소" in str(row.params["text"]) for row in edits)


@pytest.mark.parametrize("way", ["in a talk", "in an emergency", "by an edit"])
async def test_what_may_be_about_whoever_reads_along_is_not_said_to_their_face(story: Story, way: str) -> None:
    if way == "in an emergency":
        await story.writes("불이야", danger)
    await story.claimed()
    if way == "by an edit":
        await story.writes("아저씨", foreign)
        story.bench.desk = replace(story.bench.desk, understand=perhaps_about_staff)
        await story.edits("아저씨", "아저씨 진짜 왜 이러세요")
    else:
        await story.writes("아저씨 진짜 왜 이러세요", perhaps_about_staff)
    await story.pass_time(seconds=10)
    assert "왜 이러세요" not in await seen_by_staff(story)
    assert "왜 이러세요" in await seen_by_managers(story)

    await story.taps("담당 직원에게 전하기")
    await story.pass_time(seconds=10)
    assert "왜 이러세요" in await seen_by_staff(story)


async def test_a_mere_doubt_keeps_nothing_from_whoever_talks_with_the_owner(story: Story) -> None:
    await story.claimed()
    await story.writes("약속 시간이 지났어요", about_staff)
    await story.pass_time(seconds=10)
    assert "약속 시간이 지났어요" in await seen_by_staff(story)


@pytest.mark.parametrize("way", ["words", "a command"])
async def test_whoever_wants_somebody_else_because_of_the_staff_is_heard_by_the_managers(
    story: Story, way: str
) -> None:
    words = "이민수 직원이 불친절해서 소장님이랑 얘기하고 싶어요"
    story.bench.desk = replace(story.bench.desk, understand=about_staff)
    await (story.writes(words) if way == "words" else story.sends(f"/human {words}"))

    assert words in await seen_by_managers(story)
    assert "관리소장에게만" in (await story.heard())[-1]
    await story.taps("담당 직원과 이야기")
    assert "직원과 이야기하고 싶어" in await seen_by_staff(story)
    assert "불친절" not in await seen_by_staff(story)


async def test_a_message_edited_into_a_complaint_about_staff_goes_to_the_managers(story: Story) -> None:
    await story.claimed()
    await story.writes("음", about_staff)
    await story.edits("음", RUDE)
    await story.edits(RUDE, f"{RUDE} 정말요")
    await story.pass_time(seconds=10)
    assert "반말" not in await seen_by_staff(story)
    assert RUDE in await seen_by_managers(story)
    assert "관리소장에게만" in (await story.heard())[-1]


async def test_a_report_goes_on_beside_what_is_said_about_staff(story: Story) -> None:
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.taps("동의합니다")
    await story.writes(RUDE, about_staff)
    assert RUDE in await seen_by_managers(story)

    await story.taps("접수하기")
    assert "반말" not in await seen_by_staff(story)
    assert "난방이 안 돼요" in await seen_by_staff(story)


@pytest.mark.parametrize("decision", [Decision.ANSWER, Decision.CONFIRM])
async def test_of_two_wishes_in_one_message_each_side_hears_its_own(story: Story, decision: Decision) -> None:
    def both(text: str) -> Match:
        candidates = (Candidate("complaint.heating", 0.5), Candidate(STAFF_MATTER, 0.4))
        return Match("complaint.heating", decision, None, 0.5, candidates, ("complaint.heating", STAFF_MATTER))

    await story.writes(f"난방이 안 되는데 {RUDE}", both)
    if decision is Decision.CONFIRM:
        await story.taps("난방·온수 안 됨")
    assert RUDE in await seen_by_managers(story)
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.taps("동의합니다")
    await story.taps("접수하기")
    assert "반말" not in await seen_by_staff(story)
    assert "난방이 안 돼요" in await seen_by_staff(story)


async def test_who_leaves_open_whether_it_was_about_staff_is_heard_by_the_managers_all_the_same(story: Story) -> None:
    await story.writes("기사님이 대충 하고 갔어요", about_staff)
    await story.taps("이 중에 없어요")
    await story.sends("/human")
    assert "대충" in await seen_by_managers(story)
    assert "대충" not in await seen_by_staff(story)


async def test_a_result_that_is_refused_because_of_the_staff_is_reopened_without_these_words(story: Story) -> None:
    await story.resolved()
    await story.pass_time(hours=2)
    words = "아직 안 됐어요 기사님이 반말만 하고 갔어요"
    await story.writes(words, about_staff)
    assert (await story.ticket()).round == 2
    assert words in await seen_by_managers(story)
    assert "반말" not in await seen_by_staff(story)


@pytest.mark.parametrize(
    "data",
    ["ah:1:0:abc", "ah:1:0:²", "sv:-5:0:yes", "sv:zz:0:yes", "ts:zzzzzzzzzzzzzzzzz:0:", "ts:zz:0:", "st:1:0:²",
     "eb:zz:0:x", "to:0:0:no.such", "mt:1:0:no.such", "nm:1:0:no.such", "ey:1:0:complaint.leak", "ss:1:0:", "rubbish"],
)  # fmt: skip
async def test_a_button_that_is_gone_or_was_never_made_is_an_old_one(story: Story, data: str) -> None:
    await story.writes("그게", undecided("complaint.noise", "office.hours"))
    heard = len(await story.heard())
    await story.taps_data(data)
    assert "지난 버튼" in await _last_answer(story)
    assert len(await story.heard()) == heard
    assert await tickets(story) == 1


async def test_the_button_of_an_earlier_question_drops_no_report(story: Story) -> None:
    await story.writes("그게", undecided("complaint.noise", "office.hours"))
    old = await _last_with(story, "관리사무소 시간·위치")
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.taps("관리사무소 시간·위치", old)
    assert "지난 버튼" in await _last_answer(story)

    await story.taps("동의합니다")
    await story.taps("접수하기")
    assert (await story.heard())[-1].count("T-")
    assert await tickets(story) == 2


async def test_whoever_wants_to_report_something_is_asked_about_the_report_that_waits(story: Story) -> None:
    await a_paused_report(story)
    await story.sends("/new")
    assert "이어서 하시겠어요" in (await story.heard())[-1]
    await story.taps("이어서 접수하기")
    await story.taps("동의합니다")
    await story.taps("접수하기")
    assert await tickets(story) == 2


@pytest.mark.parametrize("word", ["/cancel", "취소"])
async def test_cancel_leaves_the_queue_for_a_person(story: Story, word: str) -> None:
    await story.sends("/human")
    await (story.sends(word) if word.startswith("/") else story.writes(word, foreign))
    assert "직원 연결을 취소했습니다" in (await story.heard())[-1]
    assert "취소했습니다" in await seen_by_staff(story)
    await story.writes("몇 시까지 하나요", understood_as("office.hours"))
    assert "몇 시까지" not in await seen_by_staff(story)

    await story.pass_time(hours=2)
    assert "직원을 기다" not in await seen_by_managers(story)


@pytest.mark.parametrize("blank", ["\u200b\u200d", "\u3164\u3164", "😀", "\u2800"])
async def test_a_name_that_nobody_could_read_is_asked_for_again(story: Story, blank: str) -> None:
    async def nameless(work: Work, talk: Conversation) -> None:
        (await work.session.get_one(Person, talk.person_id)).name_sealed = None

    await story.edit(nameless)
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.taps("동의합니다")
    assert "성함" in (await story.heard())[-1]
    await story.writes(blank, foreign)
    assert "성함" in (await story.heard())[-1]
    await story.writes("김영희")
    assert "김영희" in (await story.heard())[-1]


@pytest.mark.parametrize(
    "words",
    ["아니 됐어요 취소할게요", "그냥 됐어요 접수 안할래요", "never mind", "forget it", "不用了", "算了，不报了"],
)
@pytest.mark.parametrize("step", ["consent", "summary"])
async def test_a_plain_no_ends_a_report_at_every_question(story: Story, words: str, step: str) -> None:
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    if step == "summary":
        await story.taps("동의합니다")
    means = understood_as("ticket.cancel") if "접수" in words else foreign
    await story.writes(words, means)
    assert "그만두었습니다" in (await story.heard())[-1]
    await story.pass_time(days=3)
    assert await tickets(story) == 1


async def test_consent_is_asked_for_until_there_is_a_yes_or_a_no_and_nothing_said_meanwhile_is_lost(
    story: Story,
) -> None:
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    for words in ("작은방이 제일 추워요", "아이가 어려서 걱정이에요", "나중에"):
        await story.writes(words, foreign)
        assert "골라 주시겠어요" in (await story.heard())[-1]
    await story.taps("동의합니다")
    assert "난방이 안 돼요 / 작은방이 제일 추워요 / 아이가 어려서 걱정이에요" in (await story.heard())[-1]


async def test_a_complaint_about_staff_asks_once_what_happened_and_says_truly_who_reads_it(story: Story) -> None:
    await story.writes("경비가 불친절해요", understood_as("complaint.staff"))
    assert "언제, 어디서, 어느 직원이" in (await story.heard())[-1]
    await story.writes("어제 저녁 정문에서요", foreign)
    notice = (await story.heard())[-1]
    assert "이 일은 관리소장만 봅니다" in notice
    assert "관리사무소 직원뿐" not in notice
    await story.writes("电梯坏了", understood_as("complaint.elevator"))
    await story.taps("동의합니다")
    summary = (await story.heard())[-1]
    assert "경비가 불친절해요 / 어제 저녁 정문에서요" in summary
    assert "电梯坏了" not in summary
    await story.taps("접수하기")
    assert "어느" in (await story.heard())[-1] or "어디" in (await story.heard())[-1]  # the lift: which one?


async def test_words_at_the_question_for_a_name_are_no_name(story: Story) -> None:
    async def newcomer(work: Work, talk: Conversation) -> None:
        person = await work.session.get_one(Person, story.owner_id)
        person.name_sealed = person.phone_sealed = None

    await story.edit(newcomer)
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.taps("동의합니다")
    assert "성함" in (await story.heard())[-1]
    await story.writes("할머니 혼자 계셔서 걱정이에요", foreign)
    asked = (await story.heard())[-1]
    assert '"할머니 혼자 계셔서 걱정이에요" 말씀도 함께 적어 두었습니다' in asked
    assert "성함을 알려 주시겠어요?" in asked
    await story.writes("김영희입니다", foreign)
    assert "번호" in (await story.heard())[-1]
    await story.writes("아 그리고 차 좀 빼 주세요", understood_as("complaint.parking.move_car"))
    assert any("바로" in text and "접수번호는" in text for text in await story.heard())
    await story.writes("010-9999-1203", foreign)
    summary = (await story.heard())[-1]
    assert "김영희 010-9999-1203" in summary
    assert "난방이 안 돼요 / 할머니 혼자 계셔서" in summary


async def test_a_report_of_a_shared_place_asks_which_one_and_never_for_the_owners_home(story: Story) -> None:
    def corridor(text: str) -> Match:
        return replace(understood_as("repair.common")(text), slots={"area": "복도"})

    await story.writes("복도 전등이 나갔어요", corridor)
    assert "어느 복도인지" in (await story.heard())[-1]
    await story.writes("103동 7층", foreign)
    await story.taps("동의합니다")
    summary = (await story.heard())[-1]
    assert "장소: 103동 7층 복도" in summary
    assert "101동" not in summary


async def test_an_unfinished_report_is_never_handed_in_by_itself_and_never_lost(story: Story) -> None:
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.pass_time(days=3)
    assert await tickets(story) == 1
    assert "아직 전하지 않았습니다" in (await story.heard())[-1]
    await story.taps("이대로 접수하기")
    assert await tickets(story) == 2


async def test_who_somebody_is_told_out_of_the_blue_is_kept_for_what_they_report_next(story: Story) -> None:
    async def newcomer(work: Work, talk: Conversation) -> None:
        person = await work.session.get_one(Person, story.owner_id)
        person.name_sealed = person.phone_sealed = None

    await story.edit(newcomer)
    await story.writes("105동 1101호 김성탄", foreign)
    assert "어떤 일로 연락 주셨나요?" in (await story.heard())[-1]
    await story.writes("010-1234-5678", foreign)
    assert "어떤 일로 연락 주셨나요?" in (await story.heard())[-1]
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.taps("동의합니다")
    summary = (await story.heard())[-1]
    assert "105동 1101호" in summary
    assert "김성탄 010-1234-5678" in summary
    await story.taps("접수하기")
    await story.writes("네 꼭 부탁드려요", undecided("thanks"))
    assert "알겠습니다" in (await story.heard())[-1]


async def test_an_insult_is_told_once_then_a_person_and_the_managers_take_over_and_the_matter_is_served(
    story: Story,
) -> None:
    lift = understood_as("complaint.elevator")
    await story.writes("시발 엘베 또 고장이야", lift)
    heard = await story.heard()
    assert any("'승강기 고장' 건으로" in text for text in heard)
    assert "욕설이 계속되면" in heard[-1]
    assert not await story.posted(MANAGER_CHAT)

    await story.writes("개새끼들아", foreign)
    assert "담당 직원에게 전했습니다" in (await story.heard())[-1]
    alerted = [str(row.params["text"]) for row in await story.posted(MANAGER_CHAT)]
    assert any("화가 많이 나" in words and "개새끼들아" in words for words in alerted)


async def test_an_insult_alone_is_asked_what_it_is_about_and_is_not_called_foreign(story: Story) -> None:
    await story.writes("개새끼들아", foreign)
    assert "어떤 일인지 적어 주시면" in (await story.heard())[-1]
    assert not any("하는 일이 아니라서" in text for text in await story.heard())
    await story.pass_time(days=2)
    await story.writes("야 이 병신들아", foreign)
    assert "어떤 일인지 적어 주시면" in (await story.heard())[-1]


async def test_what_follows_an_answer_about_the_hours_is_answered_too(story: Story) -> None:
    def reads(text: str) -> Match:
        return understood_as("office.hours")(text) if "관리사무소" in text else undecided("fee.due_date")(text)

    await story.writes("관리사무소 몇 시까지 해요?", reads)
    await story.writes("토요일도 하나요", reads)
    assert "(토)에는" in (await story.heard())[-1]
    await story.writes("설날에도 열어요?", reads)
    assert "공휴일" in (await story.heard())[-1]
    await story.writes("전화번호좀", reads)
    assert "당직실" in (await story.heard())[-1]
    await story.pass_time(minutes=30)
    await story.writes("내일은요?", reads)
    assert "무엇을 말씀하시나요" in (await story.heard())[-1]


async def test_the_second_doubt_in_a_row_offers_a_person(story: Story) -> None:
    await story.writes("그거요 그거", undecided("fee.due_date", "waste.recycling"))
    await story.writes("아니 그거 말이에요", undecided("fee.amount", "waste.bulky"))
    assert "담당 직원과 이야기" in labels((await promised_to(story))[-1])


async def promised_to(story: Story) -> list[Any]:
    async with story.bench.transaction() as work:
        owner = await work.session.get_one(Person, story.owner_id)
        return [row for row in await promised(work, chat_id=owner.telegram_id) if row.method == "sendMessage"]


async def test_the_privacy_notice_can_be_read_at_any_time(story: Story) -> None:
    await story.sends("/privacy")
    assert "개인정보 안내" in (await story.heard())[-1]
    assert "동의하시겠어요?" in (await story.heard())[-1]


async def nobody_known(work: Work, talk: Conversation) -> None:
    """The desk knows neither who writes nor where they live."""
    person = await work.session.get_one(Person, talk.person_id)
    person.name_sealed = person.phone_sealed = None
    await work.session.execute(delete(Residency))


async def test_whoever_refuses_consent_is_asked_for_the_place_alone_and_nothing_is_kept_of_them(story: Story) -> None:
    def named(text: str) -> Match:
        return replace(understood_as("complaint.heating")(text), slots=find_slots(text))

    await story.edit(nobody_known)
    await story.writes("난방이 안 돼요 010-9999-8888", named)
    await story.taps("동의 없이 접수")
    assert "몇 동 몇 호" in (await story.heard())[-1]
    await story.writes("102동 504호", foreign)
    assert "이렇게 접수할까요?" in (await story.heard())[-1]
    await story.taps("접수하기")
    assert await tickets(story) == 2
    async with story.bench.transaction() as work:
        person = await work.session.get_one(Person, story.owner_id)
        assert (person.name_sealed, person.phone_sealed) == (None, None)


async def test_for_a_shared_place_nobody_is_asked_where_they_live_and_a_home_that_is_known_is_not_the_place(
    story: Story,
) -> None:
    def corridor(text: str) -> Match:
        return replace(understood_as("repair.common")(text), slots={"area": "복도"})

    await story.writes("복도 전등이 나갔어요", corridor)
    await story.taps("건너뛰기")
    await story.taps("동의합니다")
    summary = (await story.heard())[-1]
    assert "장소: 복도\n" in summary
    assert "101동" not in summary
    await story.taps("접수하기")

    await story.edit(nobody_known)
    await story.writes("승강기가 멈췄어요", understood_as("complaint.elevator"))
    await story.writes("103동 1호기요", foreign)
    assert "성함" in (await story.heard())[-1]
    assert not any("몇 동 몇 호" in text for text in await story.heard())
