"""Which matters there are: by number, by words, by who has them."""

import pytest

from storage import people, tickets
from storage.database import Database
from storage.models import TicketAttachment, TicketState
from tests.storage.rows import NOON, a_staff_member, a_ticket, an_owner


@pytest.mark.parametrize("typed", ["{number}", "{digits}", " t-{digits} ", "T{digits}", "t {digits}"])
async def test_a_number_is_understood_however_it_is_typed(database: Database, typed: str) -> None:
    async with database.unit_of_work() as work:
        _, talk = await an_owner(work.session)
        ticket = await a_ticket(work.session, talk)

        digits = ticket.number.removeprefix("T-")
        found = await tickets.ticket_by_number(work.session, typed.format(number=ticket.number, digits=digits))
        assert found is ticket


@pytest.mark.parametrize("typed", ["", "T-", "T-9999", "leak", "1 0 0 1", "-1001", "9" * 30, "T-1001; DROP", "０"])
async def test_what_is_no_number_finds_nothing(database: Database, typed: str) -> None:
    async with database.unit_of_work(reading=True) as work:
        assert await tickets.ticket_by_number(work.session, typed) is None


async def test_lists_show_what_is_still_to_do_and_for_whom(database: Database) -> None:
    async with database.unit_of_work() as work:
        _, talk = await an_owner(work.session)
        minsu = await a_staff_member(work.session)
        new = await a_ticket(work.session, talk)
        gate = await a_ticket(work.session, talk, department="security", intent="security.gate")
        taken = await a_ticket(work.session, talk, state=TicketState.ASSIGNED, assignee_id=minsu.id)
        resolved = await a_ticket(work.session, talk, state=TicketState.RESOLVED, assignee_id=minsu.id)
        over = await a_ticket(work.session, talk, state=TicketState.CLOSED)

        session = work.session
        assert await tickets.unclaimed(session) == [new, gate]
        assert await tickets.unclaimed(session, "security") == [gate]
        assert await tickets.unclaimed(session, limit=1, after_id=new.id) == [gate]
        assert await tickets.assigned_to(session, minsu.id) == [taken]
        assert await tickets.open_tickets(session) == [new, gate, taken]
        assert await tickets.open_of_conversation(session, talk.id) == [new, gate, taken, resolved]
        assert await tickets.open_same_intent(session, talk.id, "repair.leak") == [taken, new]
        assert await tickets.tickets_of_conversation(session, talk.id, limit=2) == [over, resolved]
        assert await tickets.tickets_of_conversation(session, talk.id, 2, before_id=resolved.id) == [taken, gate]


async def test_a_search_finds_numbers_units_and_words_taken_literally(database: Database) -> None:
    async with database.unit_of_work() as work:
        _, talk = await an_owner(work.session)
        unit = await people.unit_of(work.session, "101", "1203")
        leak = await a_ticket(work.session, talk, unit_id=unit.id)
        lift = await a_ticket(work.session, talk, words="The LIFT is 100% stuck_again")

        session = work.session
        assert await tickets.search(session, leak.number) == [leak]
        assert await tickets.search(session, "101-1203", ("101", "1203")) == [leak]
        assert await tickets.search(session, "1203", (None, "1203")) == [leak]
        assert await tickets.search(session, "물이") == [leak]
        assert await tickets.search(session, "lift") == [lift]
        assert await tickets.search(session, "100%") == [lift]
        assert await tickets.search(session, "%") == [lift]
        assert await tickets.search(session, "stuckXagain") == []
        assert await tickets.search(session, "'; DROP TABLE ticket; --") == []


async def test_a_search_finds_places_and_no_number_that_only_a_letters_code_holds(database: Database) -> None:
    async with database.unit_of_work() as work:
        _, talk = await an_owner(work.session)
        unit = await people.unit_of(work.session, "101", "604")
        home = await a_ticket(work.session, talk, unit_id=unit.id)
        gate = await a_ticket(work.session, talk, details={"where": "103 동 현관 앞"})  # U+D604
        also = await a_ticket(work.session, talk, words="604호 앞이 시끄러워요")

        session = work.session
        assert await tickets.search(session, "604", (None, "604")) == [home, also]
        assert await tickets.search(session, "103동") == [gate]
        assert await tickets.search(session, "현관 앞") == [gate]
        assert await tickets.search(session, "where") == []
        assert await tickets.search(session, "u") == []


async def test_the_same_photo_is_kept_once(database: Database) -> None:
    async with database.unit_of_work() as work:
        _, talk = await an_owner(work.session)
        ticket = await a_ticket(work.session, talk)

        def a_photo() -> TicketAttachment:
            return TicketAttachment(
                ticket_id=ticket.id,
                kind="photo",
                file_id="file",
                unique_id="unique",
                chat_id=talk.chat_id,
                telegram_message_id=5,
                at=NOON,
            )

        assert await tickets.add_attachment(work.session, a_photo())
        assert not await tickets.add_attachment(work.session, a_photo())
        assert await tickets.count_attachments(work.session, ticket.id) == 1


async def test_a_number_that_was_given_is_never_given_again(database: Database) -> None:
    async with database.unit_of_work() as work:
        _, talk = await an_owner(work.session)
        gone = await a_ticket(work.session, talk)
        await work.session.delete(gone)
        await work.session.flush()

        assert (await a_ticket(work.session, talk)).id > gone.id
