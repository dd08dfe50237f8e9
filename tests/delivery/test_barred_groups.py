"""The bot is put out of a group of the office, or may not write there: everything waits, in order, and people know."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.actions.managers import alerts
from bot.actions.messages.history import record_owner_message
from bot.actions.outgoing import topic_place
from bot.actions.talks.mirror import mirror
from bot.desk import Chats, Work
from bot.handlers.staff.membership import member_changed
from bot.incoming import MemberChanged, Sender
from storage import conversations
from storage.models import Alert, OutboxRow, OutboxState, Topic
from tests.builders import (
    MANAGER_CHAT,
    MONDAY_MORNING,
    STAFF_CHAT,
    a_desk,
    an_open_ticket,
    an_owner,
    labels,
    promised,
    said,
    the_topic,
)
from tests.delivery.post_office import NEIGHBOUR, PostOffice
from tests.waiting import until

KICKED = Forbidden("Forbidden: bot was kicked from the supergroup chat")
AWAY = BadRequest("Chat not found")
SILENCED = BadRequest("Not enough rights to send text messages to the chat")
ALL_METHODS = ("sendMessage", "copyMessage", "createForumTopic", "pinChatMessage", "editMessageText")
NO_PHOTOS = BadRequest("Not enough rights to send photos to the chat")
BARRED, MENDED = "쓸 수 없습니다", "다시 글을 쓸 수 있습니다"


@dataclass(slots=True)
class Door:
    """Of one group: while it is shut, Telegram refuses whatever goes there; what copies, perhaps, for a reason of its
    own."""

    office: PostOffice
    chat: int = STAFF_CHAT
    shut: TelegramError | None = None
    shut_to_copies: TelegramError | None = None
    refused: int = 0

    def __post_init__(self) -> None:
        for method in ALL_METHODS:
            self.office.telegram.answers(method, *([partial(self._answer, method)] * 200))

    def _answer(self, method: str, params: Mapping[str, Any]) -> None:
        refusal = (self.shut_to_copies if method.startswith("copy") else None) or self.shut
        if refusal is not None and params.get("chat_id") == self.chat:
            self.refused += 1
            raise refusal

    async def knocks(self, number: int) -> OutboxRow:
        """Waits until this row was refused."""

        async def probe() -> OutboxRow | None:
            row = await self.office.row(number)
            return row if row.state == OutboxState.PENDING and row.barred_at is not None else None

        return await until(probe)

    async def bot_changes(self, *, inside: bool) -> None:
        """Telegram tells the bot that it was let in, or put out."""
        change = MemberChanged(
            self.chat, Sender(7, "박소장", "ko"), is_member=inside, about_bot=True, at=MONDAY_MORNING
        )
        async with self.office.bench.transaction() as work:
            await member_changed(work, change)
        self.office.pass_time(0)


@pytest.fixture
def door(office: PostOffice) -> Door:
    return Door(office)


async def a_topic(office: PostOffice) -> Topic:
    """Of an owner with a matter; everything about it has been shown."""
    async with office.bench.transaction() as work:
        person, talk = await an_owner(work)
        await an_open_ticket(work, talk, person)
        topic = await the_topic(work, talk.id)
    await settle_all(office)
    async with office.bench.transaction() as work:
        return await the_topic(work, topic.conversation_id)


async def a_picture(office: PostOffice, topic: Topic, words: str = "") -> None:
    """Of the owner, on its way to the topic."""
    async with office.bench.transaction() as work:
        talk = await conversations.lock_conversation(work.session, topic.conversation_id)
        message = await record_owner_message(work, talk, said(talk.chat_id, words, media=("photo",)))
        await mirror(work, talk, message, topic_place(topic))
    office.pass_time(0)


def shown_in(office: PostOffice, topic: Topic, since: int = 0) -> list[str]:
    """What was asked for in the topic, taken or not: its first line, or the method."""
    return [
        str(params.get("text", method)).splitlines()[0]
        for method, params in office.telegram.calls[since:]
        if params.get("message_thread_id") == topic.thread_id
    ]


async def settle_all(office: PostOffice) -> None:
    """Until nothing is due any more."""

    async def probe() -> bool:
        async with office.bench.transaction() as work:
            rows = await promised(work)
        due = [row for row in rows if row.due_at <= office.bench.clock.now()]
        return all(row.state not in (OutboxState.PENDING, OutboxState.CLAIMED) for row in due)

    await until(probe)


async def an_alert(work: Work) -> Alert:
    at = work.now.isoformat()
    alert = await alerts.raise_alert(work, "quarantined", key="q", error_id="E-1", source="owner", who="김", at=at)
    assert alert is not None
    return alert


def heard(office: PostOffice, chat: int, words: str) -> int:
    return sum(words in text for text in office.telegram.texts(chat))


@pytest.mark.parametrize("refusal", [KICKED, AWAY, SILENCED], ids=["kicked", "away", "silenced"])
async def test_what_was_said_meanwhile_arrives_in_order_as_soon_as_the_bot_is_back(
    office: PostOffice, door: Door, refusal: TelegramError
) -> None:
    async with office.open():
        topic = await a_topic(office)
        door.shut = refusal
        first = await office.promise("벽지도 젖었어요", None, topic_id=topic.id)
        picture = await office.promise(
            chat=None, topic_id=topic.id, method="copyMessage", params={"from_chat_id": 1, "message_id": 2}
        )
        last = await office.promise("언제 오시나요?", None, topic_id=topic.id)
        await door.knocks(first)
        others = [await office.promise("이웃에게", NEIGHBOUR), await office.promise("소장님께", MANAGER_CHAT)]
        assert [row.state for row in await office.settled(*others)] == ["sent", "sent"]
        await until(lambda: heard(office, MANAGER_CHAT, BARRED) == 1)
        said_before = len(office.telegram.calls)

        door.shut = None
        await door.bot_changes(inside=True)
        rows = await office.settled(first, picture, last)
        await until(lambda: heard(office, MANAGER_CHAT, MENDED) == 1)
        await settle_all(office)

    assert [row.state for row in rows] == ["sent", "sent", "sent"]
    into_topic = [
        params.get("text", method)
        for method, params in office.telegram.calls[said_before:]
        if params.get("message_thread_id") == topic.thread_id or method == "copyMessage"
    ]
    assert into_topic == ["벽지도 젖었어요", "copyMessage", "언제 오시나요?"]
    assert heard(office, MANAGER_CHAT, BARRED) == 1
    assert heard(office, STAFF_CHAT, MENDED) == 1


async def test_without_a_word_from_telegram_it_is_tried_again_ever_more_slowly(office: PostOffice, door: Door) -> None:
    door.shut = KICKED
    async with office.open():
        number = await office.promise("대기열", STAFF_CHAT)
        pauses = []
        for _ in range(9):
            row = await door.knocks(number)
            assert row.retry_at is not None
            pauses.append((row.retry_at - office.real.now()).total_seconds())
            knocked = door.refused
            office.pass_time(pauses[-1])
            await until(lambda knocked=knocked: door.refused > knocked)
        await door.knocks(number)
        door.shut = None
        office.pass_time(300)
        [sent] = await office.settled(number)

    assert pauses[0] == 5
    assert pauses == sorted(pauses)
    assert pauses[-1] == 300
    assert (sent.state, sent.tries) == ("sent", 1)


async def test_only_what_writes_waits_for_a_right(office: PostOffice, door: Door) -> None:
    """Without the right to pin, or to make topics, everything else goes on."""
    async with office.open():
        topic = await a_topic(office)
        door.shut = BadRequest("Not enough rights to pin a message")
        pin = await office.promise(chat=None, topic_id=topic.id, method="pinChatMessage", params={"message_id": 1})
        [row] = await office.settled(pin)
        assert row.state == OutboxState.DEAD
        door.shut = KICKED
        pin = await office.promise(chat=None, topic_id=topic.id, method="pinChatMessage", params={"message_id": 1})
        await door.knocks(pin)


async def test_a_picture_that_may_not_be_shown_holds_nothing_up_and_its_words_are(
    office: PostOffice, door: Door
) -> None:
    async with office.open():
        topic = await a_topic(office)
        door.shut_to_copies = NO_PHOTOS
        before = len(office.telegram.calls)
        await a_picture(office, topic, "여기가 샙니다")
        await a_picture(office, topic)
        await office.promise("언제 오시나요?", None, topic_id=topic.id)
        await settle_all(office)
        shown = shown_in(office, topic, before)
        in_general = heard(office, STAFF_CHAT, "여기가 샙니다")
        told = heard(office, MANAGER_CHAT, "사진이나 파일은 올릴 수 없습니다")

        door.shut_to_copies = None
        await door.bot_changes(inside=True)
        door.shut_to_copies = NO_PHOTOS
        await a_picture(office, topic)
        await settle_all(office)

    line = "🖼 입주민이 사진을 보냈습니다. 봇에게 이 그룹에 올릴 권한이 없어 여기에 보여 드리지 못합니다."
    assert sorted(shown) == sorted(["copyMessage", line, "copyMessage", line, "언제 오시나요?"])
    assert shown.index("copyMessage") < shown.index(line)
    assert in_general == 1
    assert told == 1
    assert heard(office, MANAGER_CHAT, "사진이나 파일은 올릴 수 없습니다") == 2  # its rights had changed in between
    assert heard(office, MANAGER_CHAT, BARRED) == 0


async def test_where_nothing_at_all_was_taken_the_picture_follows_afterwards(office: PostOffice, door: Door) -> None:
    async with office.open():
        topic = await a_topic(office)
        door.shut, door.shut_to_copies = SILENCED, NO_PHOTOS
        await a_picture(office, topic, "여기가 샙니다")
        await until(lambda: heard(office, MANAGER_CHAT, BARRED) == 1)
        before = len(office.telegram.calls)
        door.shut = door.shut_to_copies = None
        await door.bot_changes(inside=True)
        await settle_all(office)
        await settle_all(office)

    assert shown_in(office, topic, before)[-1] == "copyMessage"


async def test_being_put_out_is_told_at_once_and_once(office: PostOffice, door: Door) -> None:
    door.shut = KICKED
    async with office.open():
        await door.bot_changes(inside=False)
        await until(lambda: heard(office, MANAGER_CHAT, BARRED) == 1)
        number = await office.promise("대기열", STAFF_CHAT)
        await door.knocks(number)
        await door.bot_changes(inside=False)
        door.shut = None
        await door.bot_changes(inside=True)
        await office.settled(number)
        await until(lambda: heard(office, MANAGER_CHAT, MENDED) == 1)
        await settle_all(office)
        door.shut = KICKED
        office.bench.clock.advance(minutes=1)
        await door.bot_changes(inside=False)
        await until(lambda: heard(office, MANAGER_CHAT, BARRED) == 2)
        door.shut = None
        await door.bot_changes(inside=True)
        await until(lambda: heard(office, MANAGER_CHAT, "밀린 글은 없습니다") == 1)

    assert (heard(office, MANAGER_CHAT, BARRED), heard(office, MANAGER_CHAT, MENDED)) == (2, 2)


async def test_of_an_alert_that_waited_only_the_newest_posting_comes(office: PostOffice, door: Door) -> None:
    """There is no managers' chat: alerts go to the staff's General."""
    chats = Chats(staff=STAFF_CHAT, manager=None, manager_ids=())
    office.bench.desk = a_desk(office.bench.database, chats=chats)
    door.shut = KICKED
    async with office.open():
        async with office.bench.transaction() as work:
            alert = await an_alert(work)
            [first] = await promised(work, chat_id=STAFF_CHAT)
        office.pass_time(0)
        await door.knocks(first.id)
        for _ in range(3):
            office.bench.clock.advance(minutes=10)
            async with office.bench.transaction() as work:
                await alerts.repeat(work, alert.id)
        door.shut = None
        await door.bot_changes(inside=True)
        await settle_all(office)

    said = [text for text in office.telegram.texts(STAFF_CHAT)[1:] if "E-1" in text]
    assert len(said) == 1
    assert "다시 알립니다" in said[0]


async def test_the_managers_group_is_mended_too_but_alerts_do_not_wait_for_it(office: PostOffice) -> None:
    door = Door(office, MANAGER_CHAT, KICKED)
    chats = Chats(staff=STAFF_CHAT, manager=MANAGER_CHAT, manager_ids=(NEIGHBOUR,))
    office.bench.desk = a_desk(office.bench.database, chats=chats)
    async with office.open():
        async with office.bench.transaction() as work:
            await an_alert(work)
        words = await office.promise("👤 김영희: 불친절합니다", MANAGER_CHAT)
        await door.knocks(words)
        await until(lambda: heard(office, NEIGHBOUR, "E-1") == 1)
        await until(lambda: heard(office, NEIGHBOUR, BARRED) == 1)
        door.shut = None
        office.pass_time(5)
        [row] = await office.settled(words)

    assert row.state == OutboxState.SENT


async def test_alerts_pass_whatever_waits_for_the_managers_group_already(office: PostOffice) -> None:
    door = Door(office, MANAGER_CHAT, KICKED)
    chats = Chats(staff=STAFF_CHAT, manager=MANAGER_CHAT, manager_ids=(NEIGHBOUR,))
    office.bench.desk = a_desk(office.bench.database, chats=chats)
    async with office.open():
        async with office.bench.transaction() as work:
            person, talk = await an_owner(work)
            complaint = await an_open_ticket(work, talk, person, intent="complaint.staff", words="직원이 반말했어요")
            [card] = [row for row in await promised(work, chat_id=MANAGER_CHAT) if "맡기" in labels(row)]
        office.pass_time(0)
        await door.knocks(card.id)
        words = await office.promise("👤 김영희: 사과도 없었어요", MANAGER_CHAT)
        await until(lambda: heard(office, NEIGHBOUR, "직원에 관한 민원") == 1)
        async with office.bench.transaction() as work:
            await an_alert(work)
        office.pass_time(0)
        await until(lambda: heard(office, NEIGHBOUR, "E-1") == 1)
        assert (await office.row(words)).state == OutboxState.PENDING
        before = len(office.telegram.calls)

        door.shut = None
        await door.bot_changes(inside=True)
        await office.settled(card.id, words)
        await settle_all(office)

    late = [str(params.get("text")) for _, params in office.telegram.calls[before:] if params["chat_id"] == door.chat]
    places = [next(n for n, text in enumerate(late) if part in text) for part in (complaint.number, "사과도 없었어요")]
    assert places == sorted(places)
    assert heard(office, STAFF_CHAT, "직원에 관한") == 0


async def test_what_has_waited_long_outlives_a_topic_that_was_deleted_meanwhile(office: PostOffice, door: Door) -> None:
    """Its attempts do not count against it."""
    async with office.open():
        topic = await a_topic(office)
        door.shut = KICKED
        number = await office.promise("벽지도 젖었어요", None, topic_id=topic.id)
        for _ in range(12):
            knocked = door.refused
            office.pass_time(300)
            await until(lambda knocked=knocked: door.refused > knocked)
            await door.knocks(number)
        door.shut = BadRequest("Message thread not found")
        knocked = len(office.telegram.calls)
        office.pass_time(300)
        await until(lambda: "createForumTopic" in office.telegram.methods()[knocked:])
        door.shut = None
        office.pass_time(5)
        office.bench.clock.advance(minutes=6)
        office.pass_time(300)
        [row] = await office.settled(number)

    assert row.state == OutboxState.SENT


async def test_a_group_that_is_no_longer_the_offices_is_not_waited_for(office: PostOffice) -> None:
    Door(office, -100555, KICKED)
    async with office.open():
        [row] = await office.settled(await office.promise("옛 그룹", -100555))
    assert row.state == OutboxState.DEAD
    assert row.barred_at is None
