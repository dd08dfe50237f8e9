"""What owner and staff say to each other: in order, quoted, edited, marked when it has arrived; notes never leave."""

from dataclasses import replace

import pytest

from bot.actions.managers.alerts import raise_alert
from bot.actions.messages.history import record_owner_message
from bot.actions.talks.corrections import owner_edited
from bot.actions.talks.relay import owner_said
from bot.handlers.staff import STAFF_ROUTES
from bot.incoming import TooEarly
from bot.outcome import FailureReason
from bot.rules.tap_verbs import Verb
from storage.models import Floor, OutboxRow, OutboxState, TicketState
from tests.builders import MANAGER_CHAT, an_open_ticket, labels, promised, said, texts_to
from tests.desk_story import understood_as
from tests.handlers.staff.conftest import BOSS, HANEUL, MINSU, Colleague, Room, manager_says, serve

KINDS = ("photo", "video", "voice", "audio", "document", "sticker", "animation", "video_note", "location", "contact")


async def test_the_holders_words_go_to_the_owner_and_are_marked_when_they_arrived(room: Room) -> None:
    await room.says(MINSU, "/claim")
    written = await room.says(MINSU, "오늘 15시에 가겠습니다")
    relayed = (await room.hears())[-1]
    assert (relayed.method, relayed.params["text"]) == ("sendMessage", "오늘 15시에 가겠습니다")
    assert relayed.state == OutboxState.SENT
    marks = [row for row in await promised(room.work, topic=room.topic) if row.method == "setMessageReaction"]
    assert [mark.target_message_id for mark in marks] == [written.message_id]
    assert room.ticket.first_response_at is not None


async def test_words_alone_leave_the_card_and_its_buttons_as_they_are(room: Room) -> None:
    await room.says(MINSU, "/claim")
    await room.says(MINSU, "곧 갑니다")
    version, edits = room.ticket.version, [row for row in await promised(room.work) if row.method == "editMessageText"]
    await room.says(MINSU, "10분 뒤에 도착합니다")
    await room.says(MINSU, "문 앞입니다")
    assert room.ticket.version == version
    assert [row for row in await promised(room.work) if row.method == "editMessageText"] == edits


async def test_nothing_is_marked_and_the_reason_said_when_the_owner_blocked_the_bot(room: Room) -> None:
    await room.says(MINSU, "/claim")
    room.post.refuse[("sendMessage", room.talk.chat_id)] = FailureReason.BLOCKED
    written = await room.says(MINSU, "들리시나요?")
    assert not [row for row in await promised(room.work, topic=room.topic) if row.method == "setMessageReaction"]
    said = (await promised(room.work, topic=room.topic))[-1]
    assert "차단" in said.params["text"]
    assert said.reply_to_message_id == written.message_id
    assert room.person.blocked_at is not None


async def test_where_reactions_are_refused_the_mark_is_a_line(room: Room) -> None:
    await room.says(MINSU, "/claim")
    room.post.refuse[("setMessageReaction", None)] = FailureReason.REFUSED
    await room.says(MINSU, "곧 갑니다")
    assert (await room.lines())[-1] == "✔ 입주민께 전달했습니다."


async def test_what_nobody_claimed_stays_until_its_writer_claims_and_sends(room: Room) -> None:
    before = len(await room.hears())
    await room.says(MINSU, "제가 가 볼게요")
    assert len(await room.hears()) == before
    offer = (await promised(room.work, topic=room.topic))[-1]
    assert labels(offer) == ["맡고 보내기"]
    message_id = int(offer.params["reply_markup"]["inline_keyboard"][0][0]["callback_data"].split(":")[1], 36)
    assert "쓴 사람만" in await room.taps(HANEUL, Verb.CLAIM_AND_SEND, message_id)
    assert await room.taps(MINSU, Verb.CLAIM_AND_SEND, message_id) == "보냅니다."
    assert "제가 가 볼게요" in await room.hears_texts()
    assert (room.talk.floor, room.ticket.state) == (Floor.HELD, TicketState.ASSIGNED)
    assert "이미 보냈거나" in await room.taps(MINSU, Verb.CLAIM_AND_SEND, message_id)


async def test_while_somebody_holds_it_others_words_stay(room: Room) -> None:
    await room.says(MINSU, "/claim")
    await room.says(HANEUL, "이건 제 생각인데요")
    assert "이건 제 생각인데요" not in await room.hears_texts()
    assert "이민수 님이 맡고 있습니다" in (await room.lines())[-1]


@pytest.mark.parametrize(
    "words",
    [
        "//윗집이 의심됨",
        "/note 윗집이 의심됨",
        "/메모 윗집이 의심됨",
        "/note@haedap_bot 윗집이 의심됨",
        "／／윗집이 의심됨",
        "\u200b// 윗집이 의심됨",
        "／note 윗집이 의심됨",
    ],
)
async def test_notes_never_leave(room: Room, words: str) -> None:
    await room.says(MINSU, "/claim")
    note = await room.says(MINSU, words)
    await room.edits(MINSU, note, "윗집이 확실함")
    await room.post.deliver(room.work)
    assert not any("윗집" in str(row.params) for row in await room.hears())
    assert room.ticket.investigation == "윗집이 의심됨"
    assert room.ticket.state == TicketState.INVESTIGATING


async def test_a_photo_with_a_note_as_caption_does_not_leave(room: Room) -> None:
    await room.says(MINSU, "/claim")
    await room.says(MINSU, "//배관 사진", media=("photo",))
    assert not [row for row in await room.hears() if row.method == "copyMessage"]


@pytest.mark.parametrize(
    ("words", "media"),
    [
        ("현장 사진입니다\n//세입자 탓 같음", ("photo", "photo")),
        ("현장 사진입니다\n/noet 세입자 탓 같음", ("photo", "photo")),
        ("곧 갑니다\n／／세입자 탓 같음", ()),
    ],
)
async def test_one_line_that_is_a_note_keeps_the_whole_from_the_owner(
    room: Room, words: str, media: tuple[str, ...]
) -> None:
    await room.says(MINSU, "/claim")
    before = len(await room.hears())
    await room.says(MINSU, words, media=media)
    assert len(await room.hears()) == before
    assert "조사 기록" in (await room.lines())[-1]

    await room.says(MINSU, f"/resolve 고쳤습니다.\n{words}")
    assert "메모가 들어 있어" in (await room.lines())[-1]
    written = await room.says(MINSU, "갑니다")
    await room.edits(MINSU, written, words)
    await room.post.deliver(room.work)
    assert not any("세입자" in str(row.params) for row in (await room.hears())[before:])


async def test_commands_to_other_bots_and_slips_do_not_leave(room: Room) -> None:
    await room.says(MINSU, "/claim")
    before = len(await room.hears())
    for words in ("/start@other_bot", "/reslove 고쳤어요", "/ 뭐지"):
        await room.says(MINSU, words)
    assert len(await room.hears()) == before


async def test_edits_follow_on_both_sides(room: Room) -> None:
    await room.says(MINSU, "/claim")
    written = await room.says(MINSU, "15시에 갑니다")
    await room.edits(MINSU, written, "16시에 갑니다")
    edit = (await room.hears())[-1]
    assert (edit.method, edit.params["text"]) == ("editMessageText", "16시에 갑니다")
    assert edit.target_id is not None


async def test_an_edit_before_sending_changes_what_is_sent(room: Room) -> None:
    await room.says(MINSU, "/claim")
    room.post.held = True
    written = await room.says(MINSU, "15시에 갑니다")
    await room.edits(MINSU, written, "16시에 갑니다")
    pending = [row for row in await room.hears() if row.state == OutboxState.PENDING]
    assert [row.params["text"] for row in pending] == ["16시에 갑니다"]


async def test_words_edited_into_a_note_are_taken_back(room: Room) -> None:
    await room.says(MINSU, "/claim")
    written = await room.says(MINSU, "윗집 탓입니다")
    await room.edits(MINSU, written, "//윗집 탓입니다, 확인 필요")
    await room.post.deliver(room.work)
    assert (await room.hears())[-1].method == "deleteMessage"
    assert not any("확인 필요" in str(row.params) for row in await room.hears())
    assert any("지웠습니다" in line for line in await room.lines())


async def test_undo_takes_a_reply_back(room: Room) -> None:
    await room.says(MINSU, "/claim")
    written = await room.says(MINSU, "잘못 썼어요")
    await room.says(HANEUL, "/undo", reply_to=written.message_id)
    assert (await room.hears())[-1].method == "sendMessage"
    await room.says(MINSU, "/undo", reply_to=written.message_id)
    assert (await room.hears())[-1].method == "deleteMessage"
    await room.says(MINSU, "/undo")
    assert "답장으로 /undo" in (await room.lines())[-1]


@pytest.mark.parametrize("kind", KINDS)
async def test_each_kind_goes_both_ways_without_showing_where_it_comes_from(room: Room, kind: str) -> None:
    await room.says(MINSU, "/claim")
    sent = await room.says(MINSU, media=(kind,))
    copy = (await room.hears())[-1]
    assert (copy.method, copy.params["from_chat_id"], copy.params["message_id"]) == (
        "copyMessage",
        room.topic.staff_chat_id,
        sent.message_id,
    )
    row = await room.owner_says(media=(kind,))
    back = (await promised(room.work, topic=room.topic))[-1]
    assert row.media is not None
    assert (back.method, back.params["message_id"]) == ("copyMessage", row.media[0]["message_id"])


async def test_of_a_long_caption_nothing_is_cut_off(room: Room) -> None:
    await room.says(MINSU, "/claim")
    words = " ".join(f"{number}번 밸브" for number in range(250))
    await room.says(MINSU, words, media=("photo",))
    picture, rest = (await room.hears())[-2:]
    assert picture.method == "copyMessage"
    assert f"{picture.params['caption']} {rest.params['text']}" == words
    await room.owner_says(words, media=("photo",))
    await room.post.deliver(room.work)
    picture, rest = (await promised(room.work, topic=room.topic))[-2:]
    assert f"{picture.params['caption']} {rest.params['text']}" == f"👤 {words}"


async def test_albums_stay_together_both_ways(room: Room) -> None:
    await room.says(MINSU, "/claim")
    sent = await room.says(MINSU, "이렇게요", media=("photo", "video"))
    copy = (await room.hears())[-1]
    assert (copy.method, copy.params["message_ids"]) == ("copyMessages", list(sent.message_ids))
    await room.owner_says("여기요", media=("photo", "photo", "photo"))
    await room.post.deliver(room.work)
    back = [row for row in await promised(room.work, topic=room.topic) if row.method == "copyMessages"]
    assert len(back[-1].params["message_ids"]) == 3


async def test_lines_in_a_row_become_one_and_a_photo_keeps_its_place(room: Room) -> None:
    await room.says(MINSU, "/claim")
    await room.owner_says("첫 줄")
    await room.owner_says("둘째 줄")
    await room.owner_says(media=("photo",))
    await room.owner_says("셋째 줄")
    rows = (await promised(room.work, topic=room.topic))[-3:]
    assert rows[0].params["text"] == "👤 첫 줄\n둘째 줄"
    assert rows[1].method == "copyMessage"
    assert rows[2].params["text"] == "👤 셋째 줄"
    assert rows[0].due_at <= room.work.now < rows[2].due_at


async def test_an_owners_edit_reaches_the_joined_line(room: Room) -> None:
    room.work = replace(room.work, desk=replace(room.work.desk, understand=understood_as("thanks")))
    await room.says(MINSU, "/claim")
    await room.owner_says("첫 줄")
    second = said(room.talk.chat_id, "둘쨰 줄")
    recorded = await record_owner_message(room.work, room.talk, second)
    await owner_said(room.work, room.talk, second, recorded)
    await owner_edited(
        room.work, room.talk, room.person, said(room.talk.chat_id, "둘째 줄", message_id=second.message_id)
    )
    assert (await room.lines())[-1] == "👤 첫 줄\n둘째 줄"


async def test_quotes_point_at_the_copy_on_the_other_side(room: Room) -> None:
    await room.says(MINSU, "/claim")
    written = await room.says(MINSU, "언제가 좋으세요?")
    at_owner = (await room.hears())[-1].telegram_message_id
    await room.owner_says("내일이요", reply_to=at_owner)
    answer = (await promised(room.work, topic=room.topic))[-1]
    assert (answer.params["text"], answer.reply_to_message_id) == ("👤 내일이요", written.message_id)
    await room.post.deliver(room.work)
    reply = await room.says(MINSU, "네, 내일 뵙겠습니다", reply_to=answer.telegram_message_id)
    assert reply.reply_to_message_id == answer.telegram_message_id
    assert (await room.hears())[-1].reply_to_message_id is not None


async def test_managers_answer_a_complaint_about_staff_from_their_own_chat(room: Room) -> None:
    private = await an_open_ticket(room.work, room.talk, room.person, intent="complaint.staff", words="불친절해요")
    await room.post.deliver(room.work)
    card = next(
        row
        for row in await promised(room.work, chat_id=MANAGER_CHAT)
        if row.method == "sendMessage" and "불친절해요" in row.params["text"] and "맡기" in labels(row)
    )
    await manager_says(room.work, room.post, "제가 살펴보겠습니다", card.telegram_message_id)
    assert "제가 살펴보겠습니다" not in await room.hears_texts()
    await manager_says(room.work, room.post, "/claim", card.telegram_message_id)
    await manager_says(room.work, room.post, "불편을 드려 죄송합니다", card.telegram_message_id)
    assert "불편을 드려 죄송합니다" in await room.hears_texts()
    await room.owner_says("꼭 확인해 주세요")
    await room.post.deliver(
        type(room.work)(room.work.session, room.work.now.replace(hour=3), room.work.desk, room.work.now)
    )
    assert any("꼭 확인해 주세요" in text for text in await texts_to(room.work, chat_id=MANAGER_CHAT))
    assert not any("꼭 확인해" in line or private.number in line for line in await room.lines())
    await manager_says(room.work, room.post, "/note 근무 일지 확인", card.telegram_message_id)
    await manager_says(room.work, room.post, "/resolve 담당자를 교육했습니다.", card.telegram_message_id)
    assert private.state == TicketState.RESOLVED
    assert await room.taps(MINSU, Verb.CARD_MOVE, private.id, private.version, "reopen") == "관리자만 할 수 있습니다."


async def test_a_manager_who_answers_before_the_question_is_on_record_is_understood_a_little_later(room: Room) -> None:
    chats = replace(room.work.desk.chats, manager=None, manager_ids=(BOSS.id,))
    room.work = replace(room.work, desk=replace(room.work.desk, chats=chats))
    private = await an_open_ticket(room.work, room.talk, room.person, intent="complaint.staff", words="불친절해요")
    card = next(row for row in await promised(room.work, chat_id=BOSS.id) if private.number in row.params["text"])
    card.state = OutboxState.CLAIMED
    answer = said(BOSS.id, "/claim", sender=BOSS.id, name=BOSS.name, reply_to=900)
    answer = replace(answer, at=room.work.real_now)
    with pytest.raises(TooEarly):
        await serve(room.work, answer)

    card.state, card.telegram_message_id = OutboxState.SENT, 900
    await serve(room.work, answer)
    assert private.assignee_id is not None


async def test_managers_answer_the_alert_itself_and_are_never_met_with_silence(room: Room) -> None:
    async def told() -> OutboxRow:
        return [row for row in await promised(room.work, chat_id=MANAGER_CHAT) if row.method == "sendMessage"][-1]

    complaint = await an_open_ticket(room.work, room.talk, room.person, intent="complaint.staff", words="불친절해요")
    await raise_alert(room.work, "first_response", key="late", ticket=complaint)
    await raise_alert(room.work, "unclaimed_ticket", key="nobody", ticket=room.ticket)
    await room.post.deliver(room.work)
    sent = [row for row in await promised(room.work, chat_id=MANAGER_CHAT) if row.method == "sendMessage"]
    [locked, late, ordinary] = [row for row in sent if (row.follow_up or {}).get("kind") == "alert"]
    assert str(locked.params["text"]).startswith("🔒")

    await manager_says(room.work, room.post, "제가 살펴보겠습니다", locked.telegram_message_id)
    assert labels(await told()) == ["맡고 보내기"]
    await manager_says(room.work, room.post, "/claim", late.telegram_message_id)
    await manager_says(room.work, room.post, "불편을 드려 죄송합니다", locked.telegram_message_id)
    assert "불편을 드려 죄송합니다" in await room.hears_texts()
    assert not any("죄송" in line or complaint.number in line for line in await room.lines())

    await manager_says(room.work, room.post, "누가 갔나요?", ordinary.telegram_message_id)
    assert "직원 그룹의 '101-1203 김영희' 대화방" in str((await told()).params["text"])
    assert labels(await told()) == ["대화방 열기"]
    assert "누가 갔나요?" not in await room.hears_texts()

    manager = Colleague(MANAGER_CHAT, BOSS.name)
    for words in ("고생 많으세요", "/mine"):
        await manager_says(room.work, room.post, words, None, manager)
        assert "🔒 알림이나 카드" in str((await told()).params["text"])
    among_themselves = said(MANAGER_CHAT, "우리끼리 하는 말", sender=BOSS.id)
    assert not [route.name for route in STAFF_ROUTES if route.matches(room.work.desk, among_themselves)]
