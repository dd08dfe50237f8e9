"""Copies of what owners say, for the people of the office: in order, their origin hidden (facts: copyMessage)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.actions.outgoing import Place, Terms, call, text
from bot.actions.wording import name_of
from bot.desk import Work
from bot.rules.plain_text import CAPTION_LIMIT, TEXT_LIMIT, one_line, pages, utf16_length
from storage import conversations, message_copies, outbox_changes, topics
from storage.models import Conversation, Message, OutboxRow, OutboxState, Person

REACTION = "reaction"
"""The follow-up of a line that tells of a reaction: nothing follows, but it is known for one."""
CAPTIONED = frozenset({"photo", "video", "audio", "document", "animation", "voice"})


@dataclass(frozen=True, slots=True)
class Answering:
    """What a message replies to, where that stands in the other chat: a message of Telegram's, or a row of ours."""

    message_id: int | None = None
    row_id: int | None = None
    quote: str | None = None


NOTHING = Answering()


async def mirror(
    work: Work, conversation: Conversation, message: Message, place: Place, answering: Answering = NOTHING
) -> None:
    """Promises a copy of one message of the owner. Lines that follow one another closely become one message, because a
    group takes 20 a minute; everything else hurries the lines before it along, so that order is kept."""
    if message.media:
        await hurry(work, place)
        await _mirror_media(work, conversation, message, place, answering)
        return
    if answering == NOTHING and await _join(work, conversation, message, place):
        return
    if answering != NOTHING:
        await hurry(work, place)
    terms = Terms(
        due_at=work.now + work.desk.office.times.coalesce if answering == NOTHING else None,
        dedupe_key=mirror_key(message, place),
        follow_up={"kind": "copy", "message_id": message.id, "position": 0},
        reply_to_message_id=answering.message_id,
        reply_to_id=answering.row_id,
    )
    words = await owner_words(work, conversation, place, message.text)
    if answering.quote is None or utf16_length(words) > TEXT_LIMIT:
        await text(work, place, words, None, terms)
    else:
        await call(work, place, "sendMessage", {"text": words, "_quote": answering.quote}, terms)


async def mirror_once(
    work: Work, conversation: Conversation, message: Message, place: Place, row: OutboxRow | None
) -> None:
    """A copy of a message that may have been copied to this place already: then nothing."""
    if await mirrored(work, message, place) is None:
        await _forget_refused(work, message, place)
        await mirror(work, conversation, message, place, Answering(row_id=row.id) if row is not None else NOTHING)


async def mirrored(work: Work, message: Message, place: Place) -> OutboxRow | None:
    """The row of its copy in this place, which may be that of an earlier message. What a chat refused does not stand
    there: whoever could not be written to may come back."""
    own = await outbox_changes.row_by_key(work.session, mirror_key(message, place))
    rows = [own] if own is not None else []
    rows += await _joined_in(work, message, place)
    return next((row for row in rows if not _was_refused(row)), None)


async def mirrored_as(work: Work, message: Message, place: Place) -> Message:
    """The message whose copy holds its words in this place: its own, or the earlier one that it was joined to."""
    for row in await _joined_in(work, message, place):
        return await _made_for(work, row)
    return message


async def words_in(work: Work, row: OutboxRow) -> list[Message]:
    """The messages that stand in a copy, in order."""
    return [await _made_for(work, row), *await message_copies.joined_to(work.session, row.id)]


async def change_mirrored(work: Work, conversation: Conversation, message: Message, position: int) -> bool:
    """The owner edited a message: its copy follows, still waiting or long sent; what only managers may see changes with
    them alone. False: the office has none."""
    rows = await _mirrors(work, conversation, message)
    for row in rows:
        if message.for_managers and row.topic_id is not None:
            continue
        place = Place(chat_id=row.chat_id if row.topic_id is None else None, topic_id=row.topic_id)
        if row.method == "sendMessage":
            await _change_text(work, conversation, row, place)
        else:
            await _change_caption(work, conversation, message, row, place, position)
    return bool(rows)


async def hurry(work: Work, place: Place) -> None:
    """What waits to be joined by further lines waits no longer."""
    for row in await outbox_changes.pending_of_stream(work.session, place.stream):
        if row.due_at > work.now and (row.follow_up or {}).get("kind") == "copy":
            await outbox_changes.hasten(work.session, row, work.now)


async def owner_words(work: Work, conversation: Conversation, place: Place, words: str) -> str:
    """The owner's words as staff read them; in the manager chat, which many owners share, with their name."""
    if place.topic_id is not None:
        return work.say(work.desk.office_locale, "staff-owner-line", text=words).strip()
    person = await work.session.get_one(Person, conversation.person_id)
    name = one_line(name_of(work, person), 60)
    return work.say(work.desk.office_locale, "staff-owner-line-named", name=name, text=words).strip()


def mirror_key(message: Message, place: Place) -> str:
    return f"mirror:{message.id}:{place.stream}"


async def _join(work: Work, conversation: Conversation, message: Message, place: Place) -> bool:
    """Adds the message to the owner's line that still waits as the last of its stream."""
    waiting = await outbox_changes.pending_of_stream(work.session, place.stream)
    said = [row for row in waiting if (row.follow_up or {}).get("kind") != REACTION]  # those go behind it anyway
    last = said[-1] if said else None
    about: Mapping[str, Any] = (last.follow_up if last is not None else None) or {}
    if last is None or last.method != "sendMessage" or about.get("kind") != "copy":
        return False
    earlier = await work.session.get(Message, about["message_id"])
    if earlier is None or earlier.media or last.dedupe_key != mirror_key(earlier, place):
        return False
    if (
        earlier.conversation_id != conversation.id
        or last.reply_to_message_id is not None
        or last.reply_to_id is not None
    ):
        return False
    words = f"{await _words_of_copy(work, last, place)}\n{message.text}"
    words = await owner_words(work, conversation, place, words)
    if utf16_length(words) > TEXT_LIMIT or not await outbox_changes.amend(work.session, last, {"text": words}):
        return False
    await message_copies.join(work.session, message, last)
    return True


async def _words_of_copy(work: Work, row: OutboxRow, place: Place) -> str:
    """What stands in a copy: the words it was made for and those that were joined to it, as they read now."""
    told = await words_in(work, row)
    return "\n".join(one.text for one in told if place.topic_id is None or not one.for_managers)


async def _mirror_media(
    work: Work, conversation: Conversation, message: Message, place: Place, answering: Answering
) -> None:
    media = message.media or []
    ids = sorted({int(part["message_id"]) for part in media})
    album = len(ids) > 1
    if album and answering != NOTHING:
        # copyMessages has no reply parameter (facts): a line before the album says what it answers.
        await text(
            work,
            place,
            await owner_words(work, conversation, place, "↪"),
            None,
            Terms(reply_to_message_id=answering.message_id, reply_to_id=answering.row_id),
        )
    params: dict[str, Any] = {"from_chat_id": conversation.chat_id}
    if album:
        params["message_ids"] = ids
    else:
        params["message_id"] = ids[0]
        if media[0]["kind"] in CAPTIONED:
            params["caption"] = await _caption(work, conversation, place, message.text)
    await call(
        work,
        place,
        "copyMessages" if album else "copyMessage",
        params,
        Terms(
            dedupe_key=mirror_key(message, place),
            follow_up={"kind": "copy", "message_id": message.id, "position": 0},
            reply_to_message_id=None if album else answering.message_id,
            reply_to_id=None if album else answering.row_id,
        ),
    )
    if "caption" in params:
        await caption_goes_on(work, place, await owner_words(work, conversation, place, message.text))


async def caption_goes_on(work: Work, place: Place, words: str) -> None:
    """People who pay for Telegram write longer captions than a bot may: the rest follows as a text."""
    for page in pages(words, CAPTION_LIMIT)[1:]:
        await text(work, place, page)


async def _made_for(work: Work, row: OutboxRow) -> Message:
    return await work.session.get_one(Message, (row.follow_up or {})["message_id"])


async def _joined_in(work: Work, message: Message, place: Place) -> list[OutboxRow]:
    """The copies of earlier messages in this place that it was joined to."""
    return [row for row in await message_copies.copies_joined(work.session, message.id) if row.stream == place.stream]


def _was_refused(row: OutboxRow) -> bool:
    """Whether a chat did not take it; a topic is mended and says itself what it could not show."""
    return row.state == OutboxState.DEAD and row.topic_id is None


async def _forget_refused(work: Work, message: Message, place: Place) -> None:
    """The key of a copy that a chat refused is free for the next one."""
    row = await outbox_changes.row_by_key(work.session, mirror_key(message, place))
    if row is not None:
        row.dedupe_key = None
        await work.session.flush()


async def _mirrors(work: Work, conversation: Conversation, message: Message) -> list[OutboxRow]:
    """The rows of all copies in which it stands."""
    streams = [f"topic:{topic.id}" for topic in await topics.topics_of(work.session, conversation.id)]
    chats = {work.desk.chats.manager, *work.desk.chats.manager_ids}
    streams += [Place(chat_id=chat).stream for chat in chats if chat is not None]
    own = [await outbox_changes.row_by_key(work.session, f"mirror:{message.id}:{stream}") for stream in streams]
    return [*filter(None, own), *await message_copies.copies_joined(work.session, message.id)]


async def _change_text(work: Work, conversation: Conversation, row: OutboxRow, place: Place) -> None:
    words = await owner_words(work, conversation, place, await _words_of_copy(work, row, place))
    if utf16_length(words) > TEXT_LIMIT:
        # It went out in several pieces, of which only the last is known: the new words follow as an answer to it.
        await text(work, place, words, None, Terms(reply_to_id=row.id))
        return
    if await outbox_changes.amend(work.session, row, {**row.params, "text": words}):
        return
    await change_sent(work, place, row, "editMessageText", {"text": words})


async def _change_caption(
    work: Work, conversation: Conversation, message: Message, row: OutboxRow, place: Place, position: int
) -> None:
    caption = await _caption(work, conversation, place, message.text)
    if row.method == "copyMessages":
        chat = await chat_of(work, place)
        copies = [c for c in await message_copies.copies_of(work.session, message.id, chat) if c.position == position]
        if copies:
            target = Terms(target_message_id=copies[0].telegram_message_id)
            await call(work, place, "editMessageCaption", {"caption": caption}, target)
        return  # an album that still waits is copied with the new caption anyway
    if message.media and message.media[0]["kind"] not in CAPTIONED:
        return
    if not await outbox_changes.amend(work.session, row, {**row.params, "caption": caption}):
        await change_sent(work, place, row, "editMessageCaption", {"caption": caption})


async def change_sent(work: Work, place: Place, row: OutboxRow, method: str, params: Mapping[str, Any]) -> None:
    """Edits the message that a row became, or is just becoming; one edit waits at most."""
    waiting = await outbox_changes.pending_edit(work.session, row.id, (method,))
    if waiting is None or not await outbox_changes.amend(work.session, waiting, params):
        await call(work, place, method, params, Terms(target_id=row.id))


async def chat_of(work: Work, place: Place) -> int | None:
    """The chat of a place, where a topic stands for its group."""
    if place.topic_id is None:
        return place.chat_id
    topic = await conversations.topic_by_id(work.session, place.topic_id)
    return None if topic is None else topic.staff_chat_id


async def _caption(work: Work, conversation: Conversation, place: Place, words: str) -> str:
    """What fits under a picture of the owner's words; what does not, follows it."""
    return pages(await owner_words(work, conversation, place, words), CAPTION_LIMIT)[0]
