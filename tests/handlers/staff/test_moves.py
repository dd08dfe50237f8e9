"""Moves of a matter as staff make them: typed, tapped, asked for what is missing, told to the owner."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.actions.messages.history import record_owner_message
from bot.actions.tickets import moves, tickets
from bot.incoming import Sender, Tapped
from bot.rules.tap_verbs import Verb
from bot.taps import Tap
from storage import message_copies
from storage import tickets as rows
from storage.models import EventKind, Floor, Message, OutboxRow, Survey, Ticket, TicketState, Timer
from tests.builders import MANAGER_CHAT, STAFF_CHAT, an_open_ticket, an_owner, labels, promised, texts_to
from tests.handlers.staff.conftest import BOSS, HANEUL, MINSU, Room, manager_says, said, serve


async def claimed_and_noted(room: Room) -> None:
    await room.says(MINSU, "/claim")
    await room.says(MINSU, "/note 윗집 배관 확인함")


async def test_from_claim_to_result(room: Room) -> None:
    await room.says(MINSU, "/claim")
    await room.says(MINSU, "/resolve 고쳤습니다")
    assert "조사 기록이 없습니다" in (await room.lines())[-1]
    assert room.ticket.state == TicketState.ASSIGNED
    await room.says(MINSU, "/note 윗집 배관 확인함")
    assert room.ticket.state == TicketState.INVESTIGATING
    await room.says(MINSU, "/resolve 패킹이 닳아 교체했습니다. 또 새면 알려 주세요.")
    assert room.ticket.state == TicketState.RESOLVED
    assert room.ticket.outcome == "fixed"
    assert room.ticket.conclusion == "패킹이 닳아 교체했습니다. 또 새면 알려 주세요."
    surveys = list(await room.work.session.scalars(select(Survey)))
    assert [survey.ticket_id for survey in surveys] == [room.ticket.id]
    assert room.talk.floor == Floor.BOT  # the talk ended with its only matter
    kinds = [event.kind for event in await rows.events_of(room.work.session, room.ticket.id)]
    assert kinds == [EventKind.OPENED, EventKind.MOVED, EventKind.MOVED, EventKind.NOTE, EventKind.MOVED]


async def test_a_command_without_words_asks_and_takes_the_next_words_as_the_answer(room: Room) -> None:
    await claimed_and_noted(room)
    await room.says(MINSU, "/resolve")
    prompt = (await promised(room.work, topic=room.topic))[-1]
    assert prompt.params["reply_markup"]["force_reply"] is True
    await room.says(MINSU, "배관을 조였습니다.", reply_to=prompt.telegram_message_id)
    assert room.ticket.conclusion == "배관을 조였습니다."


@pytest.mark.parametrize(
    ("command", "word"),
    [
        ("/resolve", "취소"),
        ("/note", "/cancel"),
        ("/decline", "/취소"),
        ("/defer", "cancel"),
        ("/transfer 관리팀", "취소요"),
    ],
)
async def test_cancel_leaves_a_prompt_and_nothing_is_done(room: Room, command: str, word: str) -> None:
    await claimed_and_noted(room)
    before, heard = (room.ticket.state, room.ticket.investigation), len(await room.hears_texts())
    await room.says(MINSU, command)
    prompt = (await promised(room.work, topic=room.topic))[-1]
    await room.says(MINSU, word, reply_to=None if word.startswith("/") else prompt.telegram_message_id)
    assert "아무것도 바뀌지 않았습니다" in (await room.lines())[-1]
    assert (room.ticket.state, room.ticket.investigation) == before
    assert len(await room.hears_texts()) == heard

    await room.says(MINSU, "혼잣말이었어요", reply_to=prompt.telegram_message_id)
    assert "이미 끝난 물음" in (await room.lines())[-1]
    assert (room.ticket.state, room.ticket.investigation) == before
    assert len(await room.hears_texts()) == heard

    await room.says(MINSU, "곧 가겠습니다")
    assert (await room.hears_texts())[-1] == "곧 가겠습니다"


@pytest.mark.parametrize("as_it_is", [True, False])
async def test_a_conclusion_that_says_hardly_a_word_is_asked_about_once(room: Room, as_it_is: bool) -> None:
    await claimed_and_noted(room)
    await room.says(MINSU, "/resolve 처리완료")
    assert "한 문장으로" in (await room.lines())[-1]
    assert room.ticket.state == TicketState.INVESTIGATING
    if as_it_is:
        asked = (await promised(room.work, topic=room.topic))[-1]
        button = Tap.unpack(asked.params["reply_markup"]["inline_keyboard"][0][0]["callback_data"])
        assert button is not None
        await room.taps(MINSU, button.verb, button.id, button.version, button.choice)
    else:
        await room.says(MINSU, "고쳤습니다")
    assert room.ticket.state == TicketState.RESOLVED
    assert room.ticket.conclusion == ("처리완료" if as_it_is else "고쳤습니다")
    if as_it_is:
        await room.says(MINSU, "/claim")
        await room.says(MINSU, "오늘 저녁에 다시 들르겠습니다")
        assert not any(line.startswith("T-1001 건은 지금") for line in await room.lines())


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("내일 10시 부품", "2026-11-24 10:00"),
        ("내일 오후 2시 반에 방문", "2026-11-24 14:30"),
        ("12/1 3시 부품", "2026-12-01 15:00"),
        ("tomorrow at 9:30am part arrives", "2026-11-24 09:30"),
        ("明天 下午3点 零件到货", "2026-11-24 15:00"),
        ("내일 3시간 작업", "2026-11-24 00:00"),
    ],
)
async def test_putting_off_to_a_time_of_a_day(room: Room, words: str, at: str) -> None:
    await claimed_and_noted(room)
    await room.says(MINSU, f"/defer {words}")
    assert room.ticket.deferred_until is not None
    local = room.ticket.deferred_until.astimezone(room.work.desk.office.timezone)
    assert local.strftime("%Y-%m-%d %H:%M") == at


async def test_words_after_a_prompt_for_a_note_never_reach_the_owner(room: Room) -> None:
    await room.says(MINSU, "/claim")
    await room.taps(MINSU, Verb.CARD_MOVE, room.ticket.id, room.ticket.version, "note")
    assert "조사 메모를 이 글에 답장으로" in (await room.lines())[-1]
    await room.says(MINSU, "윗집이 물을 틀어 놓음")  # typed, not replied
    assert room.ticket.investigation == "윗집이 물을 틀어 놓음"
    assert not any("물을 틀어" in text for text in await room.hears_texts())


@pytest.mark.parametrize("to_the_card", [True, False])
async def test_neither_do_they_as_a_reply_to_the_card_or_to_what_the_owner_wrote(room: Room, to_the_card: bool) -> None:
    await room.says(MINSU, "/claim")
    card = next(row for row in await promised(room.work, topic=room.topic) if "맡기" in labels(row))
    line = await room.owner_says(media=("photo",))
    await room.post.deliver(room.work)
    [copy] = await message_copies.copies_of(room.work.session, line.id, STAFF_CHAT)
    await room.taps(MINSU, Verb.CARD_MOVE, room.ticket.id, room.ticket.version, "note")
    replied_to = card.telegram_message_id if to_the_card else copy.telegram_message_id
    await room.says(MINSU, "윗집이 물을 틀어 놓음", reply_to=replied_to)
    assert room.ticket.investigation == "윗집이 물을 틀어 놓음"
    assert not any("물을 틀어" in text for text in await room.hears_texts())


async def test_the_cards_buttons_follow_the_state(room: Room) -> None:
    await claimed_and_noted(room)
    await room.post.deliver(room.work)
    card = [row for row in await promised(room.work, topic=room.topic) if row.method == "editMessageText"][-1]
    assert labels(card) == [
        "조사 메모",
        "처리 완료",
        "입주민 답 대기",
        "업체 대기",
        "미루기",
        "설명하고 마치기",
        "다른 부서로",
        "내려놓기",
    ]


async def test_waiting_for_the_owner_ends_with_the_owners_words(room: Room) -> None:
    await claimed_and_noted(room)
    await room.says(MINSU, "/wait owner")
    assert room.ticket.state == TicketState.WAITING_OWNER
    await room.owner_says("내일 오후에 집에 있어요")
    assert room.ticket.state == TicketState.INVESTIGATING


async def test_an_owner_who_was_asked_nothing_is_asked_how_it_is_and_the_staff_are_told(room: Room) -> None:
    await claimed_and_noted(room)
    await room.says(MINSU, "/wait owner")
    assert any("지금은 어떤지" in text and "적어 주시겠어요" in text for text in await room.hears_texts())
    assert "질문을 보내지 않으셔서" in (await room.lines())[-1]


async def test_an_owner_who_was_asked_is_only_reminded_of_the_answer(room: Room) -> None:
    await claimed_and_noted(room)
    await room.says(MINSU, "내일 몇 시에 댁에 계세요?")
    await room.says(MINSU, "/wait owner")
    assert any("답이 필요합니다" in text for text in await room.hears_texts())
    assert not any("질문을 보내지" in line for line in await room.lines())


async def test_a_vendor_is_waited_for_and_an_unclear_party_is_asked(room: Room) -> None:
    await claimed_and_noted(room)
    await room.says(MINSU, "/wait")
    assert "owner" in (await room.lines())[-1]
    await room.says(MINSU, "/대기 업체")
    assert room.ticket.state == TicketState.WAITING_VENDOR


@pytest.mark.parametrize("party", ["vendor", "owner"])
async def test_what_is_written_behind_the_party_is_kept_as_a_note_and_goes_to_nobody_else(
    room: Room, party: str
) -> None:
    await claimed_and_noted(room)
    await room.says(MINSU, f"/wait {party} 누수 탐지를 맡김\n목요일에 온다고 함")
    [*_, note] = [event for event in await rows.events_of(room.work.session, room.ticket.id) if event.kind == "note"]
    assert (note.text, note.internal) == ("누수 탐지를 맡김\n목요일에 온다고 함", True)
    assert room.ticket.state == f"waiting_{party}"
    assert not any("누수 탐지" in text for text in await room.hears_texts())
    lines = await room.lines()
    assert any("T-1001에 메모했습니다" in line for line in lines)
    assert any("입주민께는 가지 않습니다" in line for line in lines) == (party == "owner")


async def test_a_wait_that_is_refused_leaves_no_note(room: Room) -> None:
    await claimed_and_noted(room)
    await room.says(HANEUL, "/wait vendor 업체를 부름")
    await room.work.session.refresh(room.ticket)
    assert room.ticket.state == TicketState.INVESTIGATING
    events = await rows.events_of(room.work.session, room.ticket.id)
    assert not any(event.text == "업체를 부름" for event in events)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-12-01 부품", "2026-12-01"),
        ("12/1 부품", "2026-12-01"),
        ("12월 1일 부품", "2026-12-01"),
        ("내일 부품", "2026-11-24"),
        ("3d 부품", "2026-11-26"),
        ("3일 뒤 부품", "2026-11-26"),
        ("25일 부품", "2026-11-25"),
        ("5일까지 부품", "2026-12-05"),
        ("31일 부품", "2026-12-31"),
        ("금요일 부품", "2026-11-27"),
        ("월요일 부품", "2026-11-30"),
        ("다음주 수요일 부품", "2026-12-02"),
        ("next week Friday 부품", "2026-12-04"),
        ("下周三 부품", "2026-12-02"),
        ("1/5 부품", "2027-01-05"),
        ("2주 뒤 부품", "2026-12-07"),
    ],
)
async def test_putting_off_to_a_day(room: Room, words: str, day: str) -> None:
    await claimed_and_noted(room)
    await room.says(MINSU, f"/defer {words}")
    assert room.ticket.state == TicketState.DEFERRED
    assert room.ticket.deferred_until is not None
    assert room.ticket.deferred_until.astimezone(room.work.desk.office.timezone).date().isoformat() == day
    assert any("부품" in text for text in await room.hears_texts())
    timers = list(await room.work.session.scalars(select(Timer).where(Timer.kind == "deferred_until")))
    assert [timer.due_at for timer in timers] == [room.ticket.deferred_until]
    later = type(room.work)(room.work.session, room.ticket.deferred_until, room.work.desk, room.work.real_now)
    await moves.deferral_ended(later, room.ticket)
    assert room.ticket.state == TicketState.INVESTIGATING


async def test_a_day_in_another_year_is_named_with_it_and_one_beyond_reason_is_refused(room: Room) -> None:
    await claimed_and_noted(room)
    await room.says(MINSU, "/defer 9999-12-31 부품")
    assert "2년 안의 날짜" in (await room.lines())[-1]
    await room.says(MINSU, "/defer 2099-01-01 부품")
    assert room.ticket.state == TicketState.INVESTIGATING
    await room.says(MINSU, "/defer 2027-01-05 부품")
    assert any("2027년 1월 5일" in text for text in await room.hears_texts())


@pytest.mark.parametrize("words", ["", "언젠가 부품", "2026-02-30 부품", "2020-01-01 부품", "12/1"])
async def test_putting_off_needs_a_day_to_come_and_a_reason(room: Room, words: str) -> None:
    await claimed_and_noted(room)
    await room.says(MINSU, f"/defer {words}".strip())
    assert room.ticket.state == TicketState.INVESTIGATING


def proposal_of(asked: OutboxRow) -> int:
    """Which proposal the buttons of a question to the managers are about."""
    tap = Tap.unpack(asked.params["reply_markup"]["inline_keyboard"][0][0]["callback_data"])
    assert tap is not None
    return tap.version


async def test_a_complaint_is_declined_when_a_manager_confirms(room: Room) -> None:
    await claimed_and_noted(room)
    await room.says(MINSU, "/decline 윗집에는 이상이 없습니다. 결로로 보입니다.")
    assert room.ticket.state == TicketState.INVESTIGATING
    asked = [
        row
        for row in await promised(room.work, chat_id=MANAGER_CHAT)
        if labels(row) == ["확인, 설명 보내기", "더 조사하기"]
    ]
    assert len(asked) == 1
    assert not any("결로" in text for text in await room.hears_texts())
    proposal = proposal_of(asked[0])
    refused = await room.taps(MINSU, Verb.CONFIRM_DECLINE, room.ticket.id, proposal, "yes")
    assert refused == "관리자만 할 수 있습니다."
    await room.says(HANEUL, "/note 관리소장님께 여쭘")  # whatever happens meanwhile, the question stands
    await room.taps(BOSS, Verb.CONFIRM_DECLINE, room.ticket.id, proposal, "yes", chat=MANAGER_CHAT)
    assert (room.ticket.state, room.ticket.outcome) == (TicketState.DECLINED, "unfounded")
    assert any("결로로 보입니다" in text for text in await room.hears_texts())
    kinds = [event.kind for event in await rows.events_of(room.work.session, room.ticket.id)]
    assert EventKind.TOLD_OWNER in kinds


async def test_a_manager_can_send_a_proposal_back(room: Room) -> None:
    await claimed_and_noted(room)
    await room.says(MINSU, "/decline 결로입니다")
    first = proposal_of((await promised(room.work, chat_id=MANAGER_CHAT))[-1])
    await room.taps(BOSS, Verb.CONFIRM_DECLINE, room.ticket.id, first, "no", chat=MANAGER_CHAT)
    assert (room.ticket.state, room.ticket.conclusion) == (TicketState.INVESTIGATING, None)
    await room.says(MINSU, "/decline 벽지의 결로입니다")
    late = await room.taps(BOSS, Verb.CONFIRM_DECLINE, room.ticket.id, first, "yes", chat=MANAGER_CHAT)
    assert "설명이 그 사이에 바뀌었습니다" in late
    assert room.ticket.state == TicketState.INVESTIGATING


async def test_with_several_matters_a_command_asks_which(room: Room) -> None:
    other = await an_open_ticket(room.work, room.talk, room.person, intent="complaint.pest", words="벌레가 나와요")
    await room.taps(MINSU, Verb.CARD_CLAIM, room.ticket.id, room.ticket.version)
    await room.taps(MINSU, Verb.CARD_CLAIM, other.id, other.version)
    await room.says(MINSU, "/note 배관 확인")
    question = (await promised(room.work, topic=room.topic))[-1]
    assert [label.split()[0] for label in labels(question)] == [room.ticket.number, other.number]
    waiting = await room.work.session.scalar(select(Message).where(Message.text == "/note 배관 확인"))
    assert waiting is not None
    assert "쓴 사람만" in await room.taps(HANEUL, Verb.CHOOSE_TICKET, other.id, 0, str(waiting.id))
    await room.taps(MINSU, Verb.CHOOSE_TICKET, other.id, 0, str(waiting.id))
    assert (other.investigation, room.ticket.investigation) == ("배관 확인", None)
    await room.taps(MINSU, Verb.CHOOSE_TICKET, room.ticket.id, 0, str(waiting.id))
    assert room.ticket.investigation is None  # carried out once


async def test_a_reply_to_a_card_says_which(room: Room) -> None:
    other = await an_open_ticket(room.work, room.talk, room.person, intent="complaint.pest", words="벌레가 나와요")
    await room.post.deliver(room.work)
    cards = [row for row in await promised(room.work, topic=room.topic) if "맡기" in labels(row)]
    await room.says(MINSU, "/claim", reply_to=cards[-1].telegram_message_id)
    assert (other.state, room.ticket.state) == (TicketState.ASSIGNED, TicketState.RECEIVED)


async def test_a_matter_is_merged_into_another_of_the_same_owner_only(room: Room) -> None:
    other = await an_open_ticket(room.work, room.talk, room.person, intent="complaint.water", words="물이 또 새요")
    stranger, talk = await an_owner(room.work, name="박철수", number="704")
    foreign = await an_open_ticket(room.work, talk, stranger)
    shown = await record_owner_message(room.work, room.talk, said(room.talk.chat_id, "여기요", media=("photo",)))
    await tickets.add_words(room.work, other, shown)
    await room.taps(MINSU, Verb.CARD_CLAIM, other.id, other.version)
    await room.says(MINSU, f"/merge {foreign.number}", reply_to=None)
    assert other.state == TicketState.ASSIGNED
    await room.taps(MINSU, Verb.CARD_MOVE, other.id, other.version, f"merge:{room.ticket.id}")
    assert (other.state, other.merged_into_id) == (TicketState.MERGED, room.ticket.id)
    assert any(room.ticket.number in text and other.number in text for text in await room.hears_texts())
    pictures = [await rows.count_attachments(room.work.session, ticket.id) for ticket in (other, room.ticket)]
    assert pictures == [0, 1]


async def test_what_was_declined_long_ago_is_a_new_linked_matter(room: Room) -> None:
    await claimed_and_noted(room)
    await room.says(MINSU, "/decline 결로로 보입니다")
    proposal = proposal_of((await promised(room.work, chat_id=MANAGER_CHAT))[-1])
    await room.taps(BOSS, Verb.CONFIRM_DECLINE, room.ticket.id, proposal, "yes", chat=MANAGER_CHAT)
    later = replace(room.work, now=room.work.now + timedelta(days=400))
    again = await tickets.reopen(later, room.ticket, by="owner", words="벽이 또 젖었어요")
    assert (again.reopened_from_id, again.words) == (room.ticket.id, "벽이 또 젖었어요")
    assert room.ticket.state == TicketState.DECLINED


async def test_one_tap_ends_what_was_dispatched(room: Room) -> None:
    car = await an_open_ticket(
        room.work, room.talk, room.person, intent="complaint.parking.move_car", words="차 빼 주세요"
    )
    await room.taps(MINSU, Verb.CARD_MOVE, car.id, car.version, "done")
    assert (car.state, car.assignee_id is not None) == (TicketState.CLOSED, True)
    assert list(await room.work.session.scalars(select(Survey))) == []
    assert await tickets.dispatch_done(room.work, car, "owner") is False


async def test_reopening_tells_who_had_it(room: Room) -> None:
    await claimed_and_noted(room)
    await room.says(MINSU, "/resolve 이음을 조였습니다")
    await tickets.reopen(room.work, room.ticket, by="owner", words="아직 새요")
    assert (room.ticket.state, room.ticket.round) == (TicketState.INVESTIGATING, 2)
    line = (await room.lines())[-1]
    assert "이민수" in line
    assert "아직 새요" in line
    await room.says(MINSU, "/resolve 배관을 갈았습니다")
    assert room.ticket.state == TicketState.RESOLVED


async def test_general_shows_lists_and_finds(room: Room) -> None:
    async def general(words: str) -> str:
        await serve(room.work, said(STAFF_CHAT, words, sender=MINSU.id, name=MINSU.name))
        return (await texts_to(room.work, chat_id=STAFF_CHAT))[-1]

    assert room.ticket.number in await general("/queue")
    assert "없습니다" in await general("/mine")
    await room.says(MINSU, "/claim")
    assert room.ticket.number in await general("/mine")
    for words in (room.ticket.number, "101-1203", "김영희", "천장에서"):
        assert room.ticket.number in await general(f"/find {words}")
    assert "없습니다" in await general("/find 없는말")
    assert "시한을 넘긴 접수가 없습니다" in await general("/overdue")
    assert "근무를 마친" in await general("/duty off")
    assert "/queue" in await general("/모르는명령")
    before = len(await texts_to(room.work, chat_id=STAFF_CHAT))
    await serve(room.work, said(STAFF_CHAT, "점심 뭐 먹죠?", sender=MINSU.id, name=MINSU.name))
    assert len(await texts_to(room.work, chat_id=STAFF_CHAT)) == before


async def test_general_finds_a_building_and_a_home_however_they_are_written(room: Room) -> None:
    async def found(words: str) -> list[str]:
        await serve(room.work, said(STAFF_CHAT, f"/find {words}", sender=MINSU.id, name=MINSU.name))
        told = (await texts_to(room.work, chat_id=STAFF_CHAT))[-1]
        return [ticket.number for ticket in (kept, told_later, somewhere) if ticket.number in told]

    person, talk = await an_owner(room.work, name="박철수", building="103", number="502")
    kept = await an_open_ticket(room.work, talk, person)
    person, talk = await an_owner(room.work, name="이하늘", building="105", number="1")
    told_later = await an_open_ticket(room.work, talk, person, building="103", unit="1204")
    somewhere = await an_open_ticket(room.work, talk, person, intent="complaint.odor", where="103동 지하 주차장")
    for words in ("103동", "103 동"):
        assert await found(words) == [kept.number, told_later.number, somewhere.number]
    for words in ("103-502", "103동 502호", "103동502호", "103-502호", "502호", "502"):
        assert await found(words) == [kept.number]
    for words in ("1204호", "103-1204", "103동 1204호"):
        assert await found(words) == [told_later.number]
    assert await found("104동") == []


async def test_complaints_about_staff_are_not_found_in_general(room: Room) -> None:
    private = await an_open_ticket(room.work, room.talk, room.person, intent="complaint.staff", words="경비원 불친절")
    for words in ("/queue", f"/find {private.number}", "/find 불친절", "/find 김영희"):
        await serve(room.work, said(STAFF_CHAT, words, sender=MINSU.id, name=MINSU.name))
    assert not any(private.number in text for text in await texts_to(room.work, chat_id=STAFF_CHAT))


async def test_an_anonymous_admin_is_told_once_how_to_be_seen(room: Room) -> None:
    for _ in range(2):
        await serve(
            room.work,
            said(STAFF_CHAT, "/claim", sender=1087968824, thread_id=room.topic.thread_id, anonymous=True),
        )
    assert len([line for line in await room.lines() if "익명" in line]) == 1
    assert room.talk.floor == Floor.BOT


async def test_managers_need_a_reply_to_be_understood(room: Room) -> None:
    await manager_says(room.work, room.post, "/resolve 끝", None)
    assert "어느 건인지" in (await texts_to(room.work, chat_id=MANAGER_CHAT))[-1]


async def test_quick_taps_on_a_card_that_has_not_been_refreshed_yet_are_served(room: Room) -> None:
    version = room.ticket.version
    await room.taps(MINSU, Verb.CARD_CLAIM, room.ticket.id, version)
    assert await room.taps(MINSU, Verb.CARD_MOVE, room.ticket.id, version, "note") == ""
    assert "조사 메모를" in (await room.lines())[-1]
    await room.says(MINSU, "윗집 배관 확인함")
    assert await room.taps(MINSU, Verb.CARD_MOVE, room.ticket.id, version, "wait_vendor") == ""
    again = await room.taps(MINSU, Verb.CARD_MOVE, room.ticket.id, version, "wait_vendor")
    assert "현재 상태: 업체 대기" in again
    assert len([text for text in await room.hears_texts() if "업체 일정을" in text]) <= 1


async def test_what_somebody_else_did_makes_a_card_old(room: Room) -> None:
    await claimed_and_noted(room)
    version = room.ticket.version
    await room.says(HANEUL, "/note 관리소장님께 여쭘")
    assert "카드가 바뀌었습니다" in await room.taps(MINSU, Verb.CARD_MOVE, room.ticket.id, version, "wait_vendor")
    assert room.ticket.state == TicketState.INVESTIGATING
    assert await room.taps(MINSU, Verb.CARD_MOVE, room.ticket.id, version, "resolve") == ""  # it only asks
    assert "결과를 입주민이" in (await room.lines())[-1]


async def test_merging_is_offered_on_every_card_while_there_is_something_to_merge_with(room: Room) -> None:
    await room.says(MINSU, "/claim")
    assert "합치기" not in await buttons_of_card(room, room.ticket)
    other = await an_open_ticket(room.work, room.talk, room.person, intent="complaint.pest", words="벌레가 나와요")
    assert "합치기" in await buttons_of_card(room, room.ticket)
    await tickets.withdraw(room.work, other)
    assert "합치기" not in await buttons_of_card(room, room.ticket)


async def buttons_of_card(room: Room, ticket: Ticket) -> list[str]:
    """As the last promised face of the card has them."""
    await room.post.deliver(room.work)
    rows = await promised(room.work, topic=room.topic)
    return labels(
        [row for row in rows if f"{ticket.number} " in str(row.params.get("text")) and "상태: " in row.params["text"]][
            -1
        ]
    )


@pytest.mark.parametrize(
    "data", ["cm:{ticket}:{version}:merge:²", "ct:{ticket}:0:²", "ct:{ticket}:0:99999999999999999999", "cl:-1:0:", "x"]
)
async def test_a_button_that_nobody_made_is_an_old_one(room: Room, data: str) -> None:
    await claimed_and_noted(room)
    packed = data.format(ticket=room.ticket.id, version=room.ticket.version)
    await serve(
        room.work, Tapped("forged", packed, STAFF_CHAT, room.topic.thread_id, 1, Sender(MINSU.id, "이민수", "ko"))
    )
    answer = next(row for row in await promised(room.work) if row.dedupe_key == "tap:forged")
    assert answer.params["text"]
