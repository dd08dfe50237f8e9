"""A matter is opened: one topic, one header, one pinned card, whoever writes however fast."""

from sqlalchemy import select

from bot.actions import deliveries
from bot.actions.messages.history import record_owner_message
from bot.actions.outgoing import to_owner
from bot.actions.tickets import tickets
from bot.desk import Work
from bot.outcome import FailureReason, Outcome
from storage import conversations, topics
from storage import tickets as rows
from storage.models import Alert, OutboxRow, OutboxState, Person, Priority, TicketCard, TicketState
from tests.builders import (
    MANAGER_CHAT,
    STAFF_CHAT,
    Bench,
    Post,
    an_open_ticket,
    an_owner,
    labels,
    promised,
    said,
    texts_to,
    the_topic,
)


async def test_the_first_matter_makes_a_topic_with_header_and_pinned_card(work: Work, post: Post) -> None:
    person, talk = await an_owner(work)
    ticket = await an_open_ticket(work, talk, person, where="안방")
    topic = await the_topic(work, talk.id)
    await post.deliver(work)

    methods = [row.method for row in await promised(work, topic=topic)]
    assert methods == ["createForumTopic", "sendMessage", "sendMessage", "pinChatMessage"]
    create, header, card, pin = await promised(work, topic=topic)
    assert create.params["name"] == "🆕 101-1203 김영희"
    assert (create.chat_id, create.repeatable) == (STAFF_CHAT, False)
    assert "010-0000-1203" in header.params["text"]
    assert "미확인" in header.params["text"]
    assert ticket.number in card.params["text"]
    assert "“안방 천장에서 물이 떨어집니다”" in card.params["text"]
    assert labels(card) == ["맡기", "조사 메모", "다른 부서로"]
    assert pin.target_id == card.id
    assert topic.thread_id == create.telegram_message_id


async def test_the_card_says_which_language_its_owner_reads_where_that_is_not_the_offices(work: Work) -> None:
    for locale, shown in (("ko", False), ("zh", True)):
        person, talk = await an_owner(work, locale=locale)
        await an_open_ticket(work, talk, person)
        _, card = await texts_to(work, topic=await the_topic(work, talk.id))
        assert ("🌐 입주민이 읽는 언어: 中文" in card) == shown
        assert ("🌐" in card) == shown


async def test_the_header_tells_what_was_said_before_and_leaves_the_matter_itself_to_its_card(bench: Bench) -> None:
    async with bench.transaction() as work:
        person, talk = await an_owner(work)
        await record_owner_message(work, talk, said(talk.chat_id, "분리수거 언제예요?"))
        await to_owner(work, talk, "화요일입니다")
    bench.clock.advance(minutes=5)
    async with bench.transaction() as work:
        talk = await conversations.lock_conversation(work.session, talk.id)
        person = await work.session.get_one(Person, person.id)
        words = await record_owner_message(work, talk, said(talk.chat_id, "천장에서 물이 새요"))
        await to_owner(work, talk, "동·호수를 알려 주세요")
        where = await record_owner_message(work, talk, said(talk.chat_id, "101동 1203호예요"))
        await tickets.open_ticket(
            work,
            talk,
            person,
            intent="complaint.leak",
            words=words.text,
            details={},
            message_ids=(words.id, where.id),
        )
        topic = await the_topic(work, talk.id)
        header, card = await texts_to(work, topic=topic)
    assert "분리수거 언제예요?" in header
    assert "화요일입니다" in header
    assert not [line for line in ("물이 새요", "알려 주세요", "1203호예요") if line in header]
    assert "천장에서 물이 새요" in card


async def test_what_stands_in_the_topic_about_an_emergency_goes_before_everybody_elses_talk(work: Work) -> None:
    person, talk = await an_owner(work)
    await an_open_ticket(work, talk, person, intent="emergency.fire", words="불이 났어요")
    rows = await promised(work, topic=await the_topic(work, talk.id))
    assert [(row.method, row.priority) for row in rows] == [
        ("createForumTopic", Priority.EMERGENCY),
        ("sendMessage", Priority.EMERGENCY),
        ("sendMessage", Priority.EMERGENCY),
        ("pinChatMessage", Priority.EMERGENCY),
    ]


async def test_five_matters_at_once_make_one_topic(work: Work) -> None:
    person, talk = await an_owner(work)
    for intent in ("complaint.leak", "complaint.odor", "repair.unit", "complaint.pest", "suggestion"):
        await an_open_ticket(work, talk, person, intent=intent)
    topic = await the_topic(work, talk.id)
    created = [row for row in await promised(work, topic=topic) if row.method == "createForumTopic"]
    assert len(created) == 1
    cards = list(await work.session.scalars(select(TicketCard)))
    assert len(cards) == 5


async def test_an_album_stands_beside_the_card_and_belongs_to_the_matter(work: Work, post: Post) -> None:
    person, talk = await an_owner(work)
    message = await record_owner_message(work, talk, said(talk.chat_id, "여기요", media=("photo", "photo")))
    ticket = await tickets.open_ticket(
        work, talk, person, intent="complaint.leak", words="물이 새요", details={}, message_ids=(message.id,)
    )
    await post.deliver(work)
    topic = await the_topic(work, talk.id)
    albums = [row for row in await promised(work, topic=topic) if row.method == "copyMessages"]
    assert len(albums) == 1
    assert albums[0].params["from_chat_id"] == talk.chat_id
    assert await rows.count_attachments(work.session, ticket.id) == 2
    assert message.ticket_id == ticket.id


async def test_a_complaint_about_staff_is_seen_by_managers_only(work: Work, post: Post) -> None:
    person, talk = await an_owner(work)
    ticket = await an_open_ticket(work, talk, person, intent="complaint.staff", words="경비원이 소리를 질렀어요")
    await post.deliver(work)
    assert await topics.topics_of(work.session, talk.id) == []
    everything = await promised(work)
    assert [row for row in everything if row.chat_id == STAFF_CHAT] == []
    shown = await texts_to(work, chat_id=MANAGER_CHAT)
    assert any(ticket.number in text and "소리를 질렀어요" in text for text in shown)
    assert [alert.kind for alert in await work.session.scalars(select(Alert))] == ["staff_complaint"]


async def test_a_later_topic_does_not_show_the_complaint_about_staff(work: Work, post: Post) -> None:
    person, talk = await an_owner(work)
    message = await record_owner_message(work, talk, said(talk.chat_id, "경비원이 소리를 질렀어요"))
    private = await tickets.open_ticket(
        work, talk, person, intent="complaint.staff", words=message.text, details={}, message_ids=(message.id,)
    )
    await an_open_ticket(work, talk, person)
    topic = await the_topic(work, talk.id)
    shown = "\n".join(await texts_to(work, topic=topic))
    assert "소리를" not in shown
    assert private.number not in shown


async def test_an_emergency_alerts_the_managers(work: Work) -> None:
    person, talk = await an_owner(work)
    await an_open_ticket(work, talk, person, intent="emergency.flood", words="배관이 터졌어요")
    assert [alert.kind for alert in await work.session.scalars(select(Alert))] == ["emergency"]
    topic = await the_topic(work, talk.id)
    assert topic.icon == "🚨"


async def test_a_deleted_topic_is_made_again_with_header_and_card_before_the_rest(work: Work, post: Post) -> None:
    person, talk = await an_owner(work)
    ticket = await an_open_ticket(work, talk, person)
    await post.deliver(work)
    topic = await the_topic(work, talk.id)
    old_thread = topic.thread_id
    message = await record_owner_message(work, talk, said(talk.chat_id, "아직도 새요"))
    await tickets.add_words(work, ticket, message)
    failing = (await promised(work, topic=topic))[-1]

    await deliveries.topic_lost(work, failing)
    await deliveries.topic_lost(work, failing)  # a second row that failed for the same reason
    assert topic.thread_id is None
    work_later = Work(work.session, work.now.replace(hour=5), work.desk, work.real_now)
    went = await post.deliver(work_later)

    again = [row.method for row in went if row.topic_id == topic.id]
    assert again[:4] == ["createForumTopic", "sendMessage", "sendMessage", "pinChatMessage"]
    assert topic.thread_id not in (None, old_thread)
    assert any(row.params.get("text") == "👤 아직도 새요" for row in went)
    cards = [row for row in went if row.method == "sendMessage" and f"{ticket.number} " in row.params["text"]]
    assert len(cards) == 1


async def test_an_unclear_creation_is_announced_and_made_again(work: Work) -> None:
    person, talk = await an_owner(work)
    await an_open_ticket(work, talk, person)
    topic = await the_topic(work, talk.id)
    create = (await promised(work, topic=topic))[0]
    create.state = OutboxState.AMBIGUOUS
    await deliveries.settle(work, create, Outcome(OutboxState.AMBIGUOUS))
    created = [row for row in await promised(work, topic=topic) if row.method == "createForumTopic"]
    assert len(created) == 2
    assert any("토픽이 만들어졌는지" in text for text in await texts_to(work, chat_id=STAFF_CHAT))


async def test_missing_rights_are_said_to_the_managers_and_tried_again(work: Work, post: Post) -> None:
    person, talk = await an_owner(work)
    await an_open_ticket(work, talk, person)
    topic = await the_topic(work, talk.id)
    post.refuse[("createForumTopic", STAFF_CHAT)] = FailureReason.RIGHTS
    await post.deliver(work)
    assert len([text for text in await texts_to(work, chat_id=MANAGER_CHAT) if "토픽 관리" in text]) == 1
    post.refuse.clear()
    await post.deliver(Work(work.session, work.now.replace(hour=2), work.desk, work.real_now))
    assert topic.thread_id is not None


async def test_many_changes_of_a_card_are_one_edit(work: Work, post: Post) -> None:
    person, talk = await an_owner(work)
    ticket = await an_open_ticket(work, talk, person)
    await post.deliver(work)
    for text in ("하나", "둘", "셋"):
        message = await record_owner_message(work, talk, said(talk.chat_id, text))
        await tickets.add_words(work, ticket, message)
    edits = list(await work.session.scalars(select(OutboxRow).where(OutboxRow.method == "editMessageText")))
    assert len(edits) == 1
    assert edits[0].due_at > work.now


async def test_withdrawing_and_reopening(work: Work, post: Post) -> None:
    person, talk = await an_owner(work)
    ticket = await an_open_ticket(work, talk, person)
    await tickets.withdraw(work, ticket)
    assert (ticket.state, ticket.outcome) == (TicketState.WITHDRAWN, "withdrawn")
    again = await tickets.reopen(work, ticket, by="owner", words="다시 새요")
    assert (again.id, again.state, again.round) == (ticket.id, TicketState.RECEIVED, 2)
