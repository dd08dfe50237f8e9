"""Several quick lines of an owner become one message for the office, in each place for itself."""

from dataclasses import dataclass, replace

import pytest

from bot.actions.messages.history import record_owner_message
from bot.actions.outgoing import Place
from bot.actions.talks import corrections
from bot.actions.talks.mirror import mirror, mirror_once
from bot.actions.talks.topics import ensure_topic
from bot.outcome import FailureReason
from storage.models import Conversation, Message, Person
from tests.builders import Bench, Post, an_owner, promised, said, the_topic
from tests.desk_story import understood_as

FIRST, SECOND = 4711, 4712
TOPIC = None


@dataclass(slots=True)
class Lines:
    """An owner who writes; a manager in private and a topic of the staff, who read."""

    bench: Bench
    post: Post
    owner_id: int
    talk_id: int

    async def wrote(self, text: str) -> tuple[int, int]:
        """Recorded, and sent on to nobody yet: our number and Telegram's."""
        async with self.bench.transaction() as work:
            talk = await work.session.get_one(Conversation, self.talk_id)
            message = said(talk.chat_id, text)
            return (await record_owner_message(work, talk, message)).id, message.message_id

    async def goes_to(self, chat: int | None, line: tuple[int, int], *, once: bool = False) -> None:
        async with self.bench.transaction() as work:
            talk = await work.session.get_one(Conversation, self.talk_id)
            message = await work.session.get_one(Message, line[0])
            place = Place(chat_id=chat) if chat else Place(topic_id=(await the_topic(work, self.talk_id)).id)
            if once:
                await mirror_once(work, talk, message, place, None)
            else:
                await mirror(work, talk, message, place)

    async def edits(self, line: tuple[int, int], text: str) -> None:
        async with self.bench.transaction() as work:
            talk = await work.session.get_one(Conversation, self.talk_id)
            person = await work.session.get_one(Person, self.owner_id)
            await corrections.owner_edited(work, talk, person, said(talk.chat_id, text, message_id=line[1]))
        await self.arrive()

    async def arrive(self) -> None:
        """Whatever waits for further lines goes out, with what follows from that."""
        for _ in range(3):
            self.bench.clock.advance(seconds=30)
            async with self.bench.transaction() as work:
                await self.post.deliver(work)

    async def read_in(self, chat: int | None) -> list[str]:
        """What stands there, in order; what was edited as it reads now."""
        async with self.bench.transaction() as work:
            topic = None if chat else await the_topic(work, self.talk_id)
            rows = [row for row in await promised(work, chat_id=chat, topic=topic) if row.state == "sent"]
            shown = {row.id: str(row.params["text"]) for row in rows if row.method == "sendMessage"}
            shown |= {row.target_id: str(row.params["text"]) for row in rows if row.method == "editMessageText"}
            copies = {row.id for row in rows if (row.follow_up or {}).get("kind") == "copy"}
            return [text.split(maxsplit=1)[1] for number, text in shown.items() if number in copies]


@pytest.fixture
async def lines(bench: Bench, post: Post) -> Lines:
    chats = replace(bench.desk.chats, manager=None, manager_ids=(FIRST, SECOND))
    bench.desk = replace(bench.desk, chats=chats, understand=understood_as("thanks"))
    async with bench.transaction() as work:
        person, talk = await an_owner(work, name="김")
        await ensure_topic(work, talk, department="facility")
        await post.deliver(work)
    return Lines(bench, post, person.id, talk.id)


async def test_all_of_them_go_on_to_the_next_manager(lines: Lines) -> None:
    lines.post.refuse[("sendMessage", FIRST)] = FailureReason.BLOCKED
    for text in ("첫 줄", "둘째 줄"):
        await lines.goes_to(FIRST, await lines.wrote(text))
    await lines.arrive()
    assert [text.split(": ")[-1] for text in await lines.read_in(SECOND)] == ["첫 줄\n둘째 줄"]


async def test_what_a_manager_reads_beside_a_line_stays_out_of_the_topic(lines: Lines) -> None:
    first, second = await lines.wrote("첫 줄"), await lines.wrote("소장님께만")
    await lines.goes_to(TOPIC, first)
    await lines.goes_to(FIRST, first)
    await lines.goes_to(FIRST, second)
    await lines.arrive()
    await lines.edits(first, "고친 줄")
    assert await lines.read_in(TOPIC) == ["고친 줄"]
    assert [text.split(": ")[-1] for text in await lines.read_in(FIRST)] == ["고친 줄\n소장님께만"]


async def test_a_line_that_was_joined_elsewhere_is_still_sent_here(lines: Lines) -> None:
    first, second = await lines.wrote("첫 줄"), await lines.wrote("둘째 줄")
    await lines.goes_to(TOPIC, first)
    await lines.arrive()
    await lines.goes_to(FIRST, first)
    await lines.goes_to(FIRST, second)
    await lines.arrive()
    for _ in range(2):
        await lines.goes_to(TOPIC, second, once=True)
        await lines.arrive()
    assert await lines.read_in(TOPIC) == ["첫 줄", "둘째 줄"]


async def test_a_manager_who_comes_back_is_sent_what_was_refused_before(lines: Lines) -> None:
    lines.post.refuse[("sendMessage", FIRST)] = FailureReason.BLOCKED
    line = await lines.wrote("첫 줄")
    await lines.goes_to(FIRST, line)
    await lines.arrive()
    del lines.post.refuse[("sendMessage", FIRST)]
    await lines.goes_to(FIRST, line, once=True)
    await lines.arrive()
    assert [text.split(": ")[-1] for text in await lines.read_in(FIRST)] == ["첫 줄"]
