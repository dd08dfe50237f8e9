"""Managers are told once per matter and step, and again until somebody has seen it; nobody else reads it (M1)."""

from dataclasses import replace
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.actions.managers import alerts
from bot.actions.managers.quarantine import quarantined
from bot.actions.talks.handoff import ask_for_person, claim, hand_back
from bot.actions.talks.relay import staff_said
from bot.desk import Work
from bot.outcome import FailureReason
from bot.rules.business_time import QuietHours
from intents.result import Candidate, Decision, Match
from storage.models import (
    Alert,
    AlertState,
    Conversation,
    InboxKind,
    InboxRow,
    OutboxRow,
    Person,
    Priority,
    StaffMember,
    StaffRole,
    Ticket,
)
from storage.people import staff_by_telegram
from tests.builders import MANAGER_CHAT, STAFF_CHAT, Bench, Post, a_staff_member, promised, said
from tests.desk_story import Story

SEEN = "확인했습니다"
ORDINARY = "complaint.pest"  # first response within two hours, so that it is not late before it is unclaimed for long
SEOUL = ZoneInfo("Asia/Seoul")


@pytest.fixture
async def story(bench: Bench, post: Post) -> Story:
    return await Story.begin(bench, post, intent=ORDINARY)


async def alert_texts(story: Story, chat: int | None = MANAGER_CHAT) -> list[str]:
    return [str(row.params["text"]) for row in await story.posted(chat)]


async def latest(story: Story, chat: int = MANAGER_CHAT) -> OutboxRow:
    return (await story.posted(chat))[-1]


async def test_nobody_takes_a_ticket_the_managers_hear_until_one_has_seen_it(story: Story) -> None:
    await story.pass_time(minutes=29)
    assert await alert_texts(story) == []
    await story.pass_time(minutes=1)
    (first,) = await alert_texts(story)
    for part in ("아무도 맡지 않은", "T-1001", "101동 1203호", "30분째", "담당: 아직 없음", "대화방: 101-1203 김영희"):
        assert part in first, part

    await story.pass_time(minutes=10)
    await story.pass_time(minutes=10)
    again = await alert_texts(story)
    assert len(again) == 3
    assert "다시 알립니다 (세 번째)" in again[-1]
    assert "50분째" in again[-1]

    assert await story.manager_taps(SEEN, await latest(story))
    edits = await story.posted(MANAGER_CHAT, "editMessageText")
    assert all(str(row.params["text"]).endswith("확인: 한소장 10:50") for row in edits)
    assert not any("reply_markup" in row.params for row in edits)
    await story.pass_time(minutes=30)
    assert len([text for text in await alert_texts(story) if "아무도 맡지 않은" in text]) == 3


async def test_a_second_tap_learns_who_was_first(story: Story) -> None:
    await story.pass_time(minutes=30)
    row = await latest(story)
    await story.manager_taps(SEEN, row)
    await story.manager_taps(SEEN, row, name="김과장", user=78)
    assert "한소장" in str((await _answers(story))[-1].params["text"])
    assert len(await story.posted(MANAGER_CHAT, "editMessageText")) == 1


async def test_only_managers_may_say_that_they_have_seen_it(story: Story) -> None:
    await story.pass_time(minutes=30)
    row = await latest(story)
    await story.manager_taps(SEEN, row, user=4711, chat=STAFF_CHAT)
    assert "관리소장만" in str((await _answers(story))[-1].params["text"])
    assert [alert.state for alert in await _alerts(story)] == [AlertState.OPEN]


async def test_a_manager_named_in_the_settings_may_anywhere(bench: Bench, post: Post) -> None:
    story = await Story.begin(bench, post, intent=ORDINARY)
    _chats(bench, manager_ids=(4711,))
    await story.pass_time(minutes=30)
    await story.manager_taps(SEEN, await latest(story), user=4711, chat=STAFF_CHAT)
    assert [alert.state for alert in await _alerts(story)] == [AlertState.ACKNOWLEDGED]


async def test_whoever_acknowledges_in_the_manager_chat_is_a_manager(story: Story) -> None:
    await story.pass_time(minutes=30)
    await story.manager_taps(SEEN, await latest(story), user=79)
    async with story.bench.transaction() as work:
        member = await staff_by_telegram(work.session, 79)
    assert member is not None
    assert member.role == StaffRole.MANAGER


async def test_a_claim_settles_the_alert(story: Story) -> None:
    await story.pass_time(minutes=30)
    await story.claimed()
    assert [alert.state for alert in await _alerts(story)] == [AlertState.OBSOLETE]
    assert "해소:" in str((await story.posted(MANAGER_CHAT, "editMessageText"))[-1].params["text"])
    await story.pass_time(minutes=30)
    assert len(await alert_texts(story)) == 1
    await story.manager_taps(SEEN, await latest(story))
    assert "이미 해소된" in str((await _answers(story))[-1].params["text"])


async def test_one_alert_per_matter_and_step_however_often_the_timer_fires(story: Story) -> None:
    await story.pass_time(minutes=30)
    await story.fire_again("unclaimed_ticket")
    await story.fire_again("unclaimed_ticket")
    assert len(await _alerts(story)) == 1
    assert len(await alert_texts(story)) == 1


async def test_the_steps_of_one_matter_call_as_one_until_somebody_has_seen_it(bench: Bench, post: Post) -> None:
    story = await Story.begin(bench, post, intent="emergency.gas", words="가스 냄새가 심해요")
    fire, late, nobody = "긴급 상황이", "첫 답변 시한", "아무도 맡지 않은"
    await story.pass_time(minutes=4)
    (first,) = await alert_texts(story)
    await story.pass_time(minutes=1)
    joined = (await alert_texts(story))[-1].splitlines()
    assert fire in joined[0], "danger stays in sight"
    assert late in joined[1]
    for _ in range(9):
        await story.pass_time(minutes=5)
    told = (await alert_texts(story))[2:]
    assert [fire in text and late in text for text in told] == [True] * len(told)
    # Every ten minutes the one, and half an hour after the report the other, which speaks for all from then on.
    assert [nobody in text for text in told] == [False, False, True, True, True]
    assert len(await _alerts(story)) == 3

    emergency = (await story.posted(MANAGER_CHAT))[0]
    assert emergency.params["text"] == first
    assert await story.manager_taps(SEEN, emergency)
    assert {alert.state for alert in await _alerts(story)} == {AlertState.ACKNOWLEDGED}
    edits = await story.posted(MANAGER_CHAT, "editMessageText")
    assert not any("reply_markup" in row.params for row in edits)
    assert {row.target_id for row in edits} == {row.id for row in await story.posted(MANAGER_CHAT)}
    await story.pass_time(hours=1)
    assert len(await alert_texts(story)) == 2 + len(told)
    await story.pass_time(hours=3)
    worse = (await alert_texts(story))[2 + len(told) :]
    assert worse, "what is new and worse calls again"
    assert all("처리 시한" in text and fire not in text for text in worse)


async def test_when_the_later_step_is_done_with_the_earlier_one_calls_again(bench: Bench, post: Post) -> None:
    story = await Story.begin(bench, post, intent="emergency.gas", words="가스 냄새가 심해요")
    await story.pass_time(minutes=5)
    await story.claimed()

    async def answers(work: Work, talk: Conversation) -> None:
        staff = await work.session.get_one(StaffMember, story.staff_id)
        await staff_said(work, talk, None, staff, said(STAFF_CHAT, "바로 갑니다."))

    await story.edit(answers)
    states = {alert.kind: alert.state for alert in await _alerts(story)}
    assert states == {"emergency": AlertState.OPEN, "first_response": AlertState.OBSOLETE}
    before = len(await alert_texts(story))
    await story.pass_time(minutes=15)
    (again,) = (await alert_texts(story))[before:]
    assert "다시 알립니다 (두 번째)" in again
    assert "긴급 상황이" in again
    assert "첫 답변" not in again


async def test_somebody_waits_for_a_person_and_nobody_comes(story: Story) -> None:
    await story.claimed()

    async def asks(work: Work, talk: Conversation) -> None:
        await hand_back(work, talk, await work.session.get_one(StaffMember, story.staff_id))
        await ask_for_person(work, talk, await work.session.get_one(Person, story.owner_id), reason="")

    await story.edit(asks)
    await story.pass_time(minutes=30)
    waits = [text for text in await alert_texts(story) if "직원을 기다리는" in text]
    assert len(waits) == 1
    assert "김영희" in waits[0]

    async def comes(work: Work, talk: Conversation) -> None:
        await claim(work, talk, await a_staff_member(work, "박선영"))

    await story.edit(comes)
    states = {alert.kind: alert.state for alert in await _alerts(story)}
    assert states["unclaimed_conversation"] == AlertState.OBSOLETE


async def test_an_emergency_rings_at_night_and_other_alerts_wait_for_the_morning(bench: Bench, post: Post) -> None:
    bench.change(quiet_hours=QuietHours(SEOUL, time(22), time(8)))
    bench.clock.at = datetime(2026, 11, 23, 22, 30, tzinfo=SEOUL).astimezone(UTC)
    story = await Story.begin(bench, post, intent=ORDINARY)
    await story.another_ticket(intent="emergency.fire", words="불이야")
    await story.pass_time(minutes=1)
    rows = await story.posted(MANAGER_CHAT)
    assert len(rows) == 1
    assert "긴급 상황이 접수됐습니다" in str(rows[0].params["text"])
    assert rows[0].priority == Priority.EMERGENCY
    await story.pass_time(minutes=10)
    assert len([text for text in await alert_texts(story) if "긴급 상황이" in text]) == 2

    await story.pass_time(hours=9)
    assert not [text for text in await alert_texts(story) if "T-1001" in text]
    await story.pass_time(minutes=20)
    (waited,) = [text for text in await alert_texts(story) if "T-1001" in text and "맡지 않은" in text]
    assert "9시간 31분째" in waited


async def test_an_alarm_names_the_words_and_whatever_was_told_about_the_place(bench: Bench, post: Post) -> None:
    place = {"building": "103", "unit": "702", "phone": "010-0000-7020"}
    story = await Story.begin(bench, post, intent="emergency.gas", words="가스 냄새가 심해요", **place)

    async def moved(work: Work, talk: Conversation) -> None:
        ticket = await work.session.get_one(Ticket, story.ticket_id)
        person = await work.session.get_one(Person, story.owner_id)
        ticket.unit_id, person.phone_sealed = None, None

    await story.edit(moved)
    await story.pass_time(minutes=5)
    await story.pass_time(minutes=10)
    told = [text for text in await alert_texts(story) if "긴급 상황이" in text][-1]
    for part in ("다시 알립니다 (두 번째)", "가스 냄새가 심해요", "103동 702호", "010-0000-7020"):
        assert part in told, part


async def test_complaints_about_staff_never_reach_the_staff(bench: Bench, post: Post) -> None:
    _chats(bench, manager_ids=(4711,))
    post.refuse[("sendMessage", MANAGER_CHAT)] = FailureReason.CHAT_GONE
    story = await Story.begin(bench, post, intent="complaint.staff", words="경비원이 반말을 했어요")
    await story.pass_time(hours=3)
    assert await alert_texts(story, STAFF_CHAT) == await alert_texts(story, None) == []
    private = await alert_texts(story, 4711)
    assert any("직원에 관한 민원" in text for text in private)


async def test_a_manager_chat_that_is_the_staff_chat_hears_no_confidences(bench: Bench, post: Post) -> None:
    _chats(bench, manager=STAFF_CHAT, manager_ids=(4711,))
    story = await Story.begin(bench, post, intent=ORDINARY)
    await story.pass_time(minutes=30)
    before = await alert_texts(story, STAFF_CHAT)
    assert any("T-1001" in text for text in before)

    async def complains(work: Work, talk: Conversation) -> None:
        ticket = await work.session.get_one(Ticket, story.ticket_id)
        ticket.department = "manager"
        await alerts.raise_alert(work, "staff_complaint", key="x", ticket=ticket, words="경비원이 반말을 했어요")

    await story.edit(complains)
    assert await alert_texts(story, STAFF_CHAT) == before
    assert "경비원이 반말을 했어요" in (await alert_texts(story, 4711))[-1]


@pytest.mark.parametrize("chat", ["none", "refuses", "nobody hears"])
async def test_what_was_said_of_staff_and_not_confirmed_stays_with_the_managers_whatever_else_is_late(
    bench: Bench, post: Post, chat: str
) -> None:
    _chats(bench, manager=None if chat == "none" else MANAGER_CHAT, manager_ids=(4711,))
    if chat != "none":
        post.refuse[("sendMessage", MANAGER_CHAT)] = FailureReason.BLOCKED
    if chat == "nobody hears":
        post.refuse[("sendMessage", 4711)] = FailureReason.BLOCKED
    story = await Story.begin(bench, post, intent=ORDINARY)
    candidates = (Candidate("complaint.staff", 0.78), Candidate("complaint.noise", 0.1))
    doubtful = Match("complaint.staff", Decision.CONFIRM, None, 0.78, candidates, ("complaint.staff",))
    await story.writes("직원분이 좀 그러시네요", lambda text: doubtful)
    await story.sends("/human")
    await story.pass_time(minutes=31)
    before = len(await alert_texts(story, 4711))
    await story.pass_time(minutes=30)
    general = await alert_texts(story, STAFF_CHAT)
    assert any("직원을 기다리는" in text for text in general) == (chat == "nobody hears")
    assert not any("직원에 관한 민원" in text for text in general)
    private = (await alert_texts(story, 4711))[before:]
    for kind in ("직원에 관한 민원", "직원을 기다리는"):
        assert any(kind in text for text in private), "nobody has seen it yet"
    assert not any("직원에 관한 민원" in text and "직원을 기다리는" in text for text in private)


async def test_when_the_managers_cannot_be_written_to_the_staff_hear_with_a_hint(bench: Bench, post: Post) -> None:
    post.refuse[("sendMessage", MANAGER_CHAT)] = FailureReason.BLOCKED
    story = await Story.begin(bench, post, intent=ORDINARY)
    await story.pass_time(minutes=30)
    told = (await alert_texts(story, STAFF_CHAT))[-1]
    assert "T-1001" in told
    assert "MANAGER_CHAT_ID" in told


async def test_input_that_cannot_be_processed_is_reported_and_its_owner_asked_for_patience(story: Story) -> None:
    async with story.bench.transaction() as work:
        talk = await work.session.get_one(Conversation, 1)
        row = InboxRow(
            source="bot:1",
            update_id=5,
            payload_hash="0" * 64,
            kind=InboxKind.UPDATE,
            payload={"update_id": 5, "message": {"chat": {"id": talk.chat_id}, "from": {"first_name": "?"}, "text": 7}},
            lane=f"chat:{talk.chat_id}",
            received_at=work.real_now,
            error="0a1b2c3d: ValueError",
        )
        work.session.add(row)
        await work.session.flush()
        await quarantined(work, row)
        await quarantined(work, row)
        await story.post.deliver(work)
    (told,) = await alert_texts(story)
    assert "처리하지 못한 메시지" in told
    assert "0a1b2c3d" in told
    assert "김영희" in told
    assert "ValueError" not in told
    assert "02-000-0100" in (await story.heard())[-1]


@pytest.mark.parametrize(
    ("kind", "payload", "lane", "shown"),
    [
        (InboxKind.TIMER, {"kind": "no_such_timer"}, "chat:77", "예약된 일 (no_such_timer)"),
        (InboxKind.UPDATE, {"message": {"chat": {"id": STAFF_CHAT}}}, "topic:1", "직원 대화방"),
        (InboxKind.UPDATE, {"callback_query": {"message": {"chat": {"id": MANAGER_CHAT}}}}, "x", "이 대화방"),
        (InboxKind.UPDATE, {"message": []}, "chat:what", "알 수 없는 곳"),
        (InboxKind.UPDATE, {}, "nothing", "알 수 없는 곳"),
    ],
)
async def test_whatever_it_was_the_report_itself_does_not_fail(
    story: Story, kind: InboxKind, payload: dict[str, object], lane: str, shown: str
) -> None:
    async with story.bench.transaction() as work:
        row = InboxRow(
            source="x", update_id=1, payload_hash="", kind=kind, payload=payload, lane=lane, received_at=work.real_now
        )
        work.session.add(row)
        await work.session.flush()
        await quarantined(work, row)
        await story.post.deliver(work)
    assert shown in (await alert_texts(story))[-1]


async def test_without_repeats_an_alert_comes_once(bench: Bench, post: Post) -> None:
    bench.change(times={"alert_repeat": None})
    story = await Story.begin(bench, post, intent=ORDINARY)
    await story.pass_time(hours=1)
    await story.pass_time(hours=5)
    assert [text.splitlines()[0] for text in await alert_texts(story)] == [
        "⏰ 아직 아무도 맡지 않은 접수가 있습니다.",
        "⏰ 첫 답변 시한을 넘겼습니다.",
    ]


async def test_a_link_leads_to_the_topic(story: Story) -> None:
    await story.pass_time(minutes=30)
    row = await latest(story)
    urls = [b.get("url") for line in row.params["reply_markup"]["inline_keyboard"] for b in line]
    assert any(url and url.startswith("https://t.me/c/1000000001/") for url in urls)


def _chats(bench: Bench, **changes: object) -> None:
    bench.desk = replace(bench.desk, chats=replace(bench.desk.chats, **changes))  # type: ignore[arg-type]


async def _answers(story: Story) -> list[OutboxRow]:
    async with story.bench.transaction() as work:
        return [row for row in await promised(work) if row.method == "answerCallbackQuery"]


async def _alerts(story: Story) -> list[Alert]:
    async with story.bench.transaction() as work:
        return list(await work.session.scalars(select(Alert).order_by(Alert.id)))


async def test_a_matter_that_was_reopened_waits_since_then(story: Story) -> None:
    await story.resolved()
    await story.pass_time(hours=2)
    await story.taps("아직이에요")
    await story.pass_time(hours=2)

    (late,) = [text for text in await alert_texts(story) if "첫 답변 시한" in text]
    assert "시작: 오늘 12:00 (2시간째)" in late


async def test_without_a_group_every_manager_reads_it_and_one_answers_for_all(bench: Bench, post: Post) -> None:
    _chats(bench, manager=None, manager_ids=(4712, 4711))
    story = await Story.begin(bench, post, intent="emergency.fire", words="불이야")
    for manager in (4711, 4712):
        assert any("긴급 상황이" in text for text in await alert_texts(story, manager))
    assert await alert_texts(story, STAFF_CHAT) == []

    assert await story.manager_taps(SEEN, await latest(story, 4711), user=4711)
    for manager in (4711, 4712):
        (edit,) = await story.posted(manager, "editMessageText")
        assert "확인: 한소장" in str(edit.params["text"])
        assert "reply_markup" not in edit.params
    assert [alert.state for alert in await _alerts(story)] == [AlertState.ACKNOWLEDGED]


async def test_one_manager_who_can_be_written_to_is_enough_and_without_any_the_staff_hear(
    bench: Bench, post: Post
) -> None:
    _chats(bench, manager=None, manager_ids=(4711, 4712))
    post.refuse[("sendMessage", 4711)] = FailureReason.BLOCKED
    story = await Story.begin(bench, post, intent=ORDINARY)
    await story.pass_time(minutes=30)
    assert await alert_texts(story, STAFF_CHAT) == []
    post.refuse[("sendMessage", 4712)] = FailureReason.BLOCKED
    await story.pass_time(minutes=10)
    (told,) = await alert_texts(story, STAFF_CHAT)
    assert "T-1001" in told
    assert "시작" in told


@pytest.mark.parametrize("chat", ["group", "own chats", "nobody hears"])
async def test_why_a_score_was_low_is_for_managers_where_it_is_about_staff(bench: Bench, post: Post, chat: str) -> None:
    _chats(bench, manager=MANAGER_CHAT if chat == "group" else None, manager_ids=(4711,))
    if chat == "nobody hears":
        post.refuse[("sendMessage", 4711)] = FailureReason.BLOCKED
    story = await Story.begin(bench, post, intent=ORDINARY)
    await story.resolved()
    await story.pass_time(hours=1)
    await story.taps("네, 해결됐어요")
    await story.taps("★1")
    candidates = (Candidate("complaint.staff", 0.6), Candidate("praise", 0.2))
    doubtful = Match("complaint.staff", Decision.CONFIRM, None, 0.6, candidates, ("complaint.staff",))
    await story.writes("기사님이 반말하고 욕했어요", lambda text: doubtful)
    await story.pass_time(minutes=20)

    def told(rows: list[OutboxRow]) -> bool:
        return any("반말하고" in str(row.params["text"]) for row in rows)

    for method in ("sendMessage", "editMessageText"):
        assert not told(await story.posted(STAFF_CHAT, method))
        assert not told(await story.posted(None, method))
    general = await alert_texts(story, STAFF_CHAT)
    assert any("★" in text for text in general) == (chat == "nobody hears")
    if chat != "nobody hears":
        assert told(await story.posted(MANAGER_CHAT if chat == "group" else 4711, "editMessageText"))
