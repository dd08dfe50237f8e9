"""What owner and staff set under each other's messages: one line at most for each message, and only where the words
stand."""

from bot.handlers.owner import OWNER_ROUTES
from bot.incoming import Reacted, Sender
from storage import conversations
from storage.models import OutboxState, Priority
from tests.builders import MANAGER_CHAT, an_open_ticket, labels, promised
from tests.handlers.staff.conftest import MINSU, Room, manager_says


async def owner_reacts(room: Room, at: int, now: tuple[str, ...], *, before: tuple[str, ...] = (), by: int = 0) -> None:
    """The owner's reactions under a message in their chat become `now`."""
    sender = Sender(by or room.talk.chat_id, "김영희", "ko")
    added = tuple(emoji for emoji in now if emoji not in before)
    reacted = Reacted(room.talk.chat_id, at, sender, now, added)
    route = next(route for route in OWNER_ROUTES if route.matches(room.work.desk, reacted))
    await route.handle(room.work, reacted)


async def said_by_minsu(room: Room, words: str = "오늘 15시에 가겠습니다") -> int:
    """Where it stands in the owner's chat."""
    await room.says(MINSU, words)
    arrived = (await room.hears())[-1].telegram_message_id
    assert arrived is not None
    return arrived


async def shown(room: Room) -> list[str]:
    """The owner's reactions in the topic that went out or still wait."""
    rows = await promised(room.work, topic=room.topic)
    kept = [row for row in rows if row.method == "sendMessage" and row.state != OutboxState.DROPPED]
    return [text for row in kept if (text := str(row.params["text"])).startswith("👤") and len(text) < 8]


async def test_of_many_reactions_to_a_message_the_last_one_is_shown(room: Room) -> None:
    await room.says(MINSU, "/claim")
    first, second = await said_by_minsu(room), await said_by_minsu(room, "부품을 챙겨 갑니다")
    before: tuple[str, ...] = ()
    for number in range(60):
        now = ("👍",) if number % 2 else ("❤",)
        await owner_reacts(room, first, now, before=before)
        before = now
    await owner_reacts(room, second, ("🙏",))
    assert await shown(room) == ["👤 👍", "👤 🙏"]


async def test_a_reaction_that_is_taken_back_at_once_is_not_shown(room: Room) -> None:
    await room.says(MINSU, "/claim")
    at = await said_by_minsu(room)
    await owner_reacts(room, at, ("👎",))
    await owner_reacts(room, at, (), before=("👎",))
    assert await shown(room) == []


async def test_reactions_wait_behind_words_and_part_no_lines(room: Room) -> None:
    await room.says(MINSU, "/claim")
    at = await said_by_minsu(room)
    await room.owner_says("첫 줄")
    await owner_reacts(room, at, ("👍",))
    await room.owner_says("둘째 줄")
    lines = {str(row.params.get("text")): row for row in await promised(room.work, topic=room.topic)}
    assert lines["👤 👍"].priority > lines["👤 첫 줄\n둘째 줄"].priority == Priority.DIRECT


async def test_a_reaction_of_somebody_else_or_to_something_unknown_is_nothing(room: Room) -> None:
    await room.says(MINSU, "/claim")
    at = await said_by_minsu(room)
    await owner_reacts(room, at, ("👍",), by=999)
    await owner_reacts(room, 77777, ("👍",), by=999)
    assert await shown(room) == []
    assert await conversations.conversation_of_chat(room.work.session, 999) is None


async def test_what_a_manager_said_in_confidence_is_reacted_to_in_the_managers_chat_alone(room: Room) -> None:
    await an_open_ticket(room.work, room.talk, room.person, intent="complaint.staff", words="불친절해요")
    await room.post.deliver(room.work)
    card = next(row for row in await promised(room.work, chat_id=MANAGER_CHAT) if "맡기" in labels(row))
    await manager_says(room.work, room.post, "/claim", card.telegram_message_id)
    await manager_says(room.work, room.post, "불편을 드려 죄송합니다", card.telegram_message_id)
    at = (await room.hears())[-1].telegram_message_id
    assert at is not None
    await owner_reacts(room, at, ("🙏",))
    assert "👤 김영희: 🙏" in [str(row.params.get("text")) for row in await promised(room.work, chat_id=MANAGER_CHAT)]

    await manager_says(room.work, room.post, "/bot", card.telegram_message_id)
    await room.says(MINSU, "/claim")
    await owner_reacts(room, at, ("👎",), before=("🙏",))
    assert await shown(room) == []
