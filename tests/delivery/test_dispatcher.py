"""Rows on their way: in order, by urgency, once, and none held up by another."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import text
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.delivery.limits import Limits
from bot.desk import Work
from bot.faults import Moment
from bot.outcome import Outcome
from storage import outbox, outbox_changes
from storage.database import Database
from storage.models import OutboxRow, OutboxState, Priority, Topic
from tests.builders import an_open_ticket, an_owner, promised, the_topic
from tests.delivery.post_office import GROUP, NEIGHBOUR, OWNER, PostOffice
from tests.waiting import until

ONLY_WHERE_TWO_WRITE_AT_ONCE = pytest.mark.parametrize("database_kind", ["postgresql"])


async def test_a_chat_is_written_to_in_the_order_of_the_promises(office: PostOffice) -> None:
    rows = [await office.promise(str(number)) for number in range(6)]

    async with office.open():
        await office.settled(*rows)

    assert office.telegram.texts() == ["0", "1", "2", "3", "4", "5"]


async def test_the_urgent_goes_first_in_its_chat_and_among_chats(office: PostOffice) -> None:
    rows = [
        await office.promise("공지", priority=Priority.NOTICE),
        await office.promise("답변", priority=Priority.DIRECT),
        await office.promise("대피하세요", priority=Priority.EMERGENCY),
        await office.promise("이웃 공지", NEIGHBOUR, priority=Priority.NOTICE),
    ]

    async with office.open():
        await office.settled(*rows)

    assert office.telegram.texts(OWNER) == ["대피하세요", "답변", "공지"]
    assert office.telegram.texts()[0] == "대피하세요"


async def test_a_flood_in_one_place_takes_turns_with_the_others_of_its_group(office: PostOffice) -> None:
    office.limits = Limits(per_group=1)
    rows = [await office.promise(str(number), GROUP) for number in range(3)]
    rows.append(await office.promise("다른 집", GROUP, apart=True))

    async def over(wanted: int) -> bool:
        return [(await office.row(row)).state for row in rows].count(OutboxState.SENT) == wanted

    async with office.open():
        for sent in range(1, 5):
            await until(partial(over, sent))
            office.pass_time(60.5)

    assert office.telegram.texts() == ["0", "다른 집", "1", "2"]


async def test_what_is_promised_close_together_is_claimed_together(office: PostOffice) -> None:
    claims: list[Moment] = []

    async def reached(moment: Moment) -> None:
        if moment is Moment.AFTER_OUTBOX_CLAIM:
            claims.append(moment)

    office.reached, office.gather_seconds = reached, 3.0
    async with office.open():
        first = await office.promise("안녕하세요")
        await office.settled(first)
        others = [await office.promise("이웃에게", NEIGHBOUR + number) for number in range(5)]
        await office.settled(*others)

    assert len(claims) == 2


async def test_one_row_of_a_chat_is_in_flight_while_other_chats_go_on(office: PostOffice) -> None:
    answer = asyncio.Event()
    office.telegram.answers("sendMessage", lambda _params: answer.wait())
    first, second = await office.promise("하나"), await office.promise("둘")

    async with office.open():
        await until(lambda: office.telegram.texts() == ["하나"])
        other = await office.promise("이웃에게", NEIGHBOUR)
        await office.settled(other)
        assert (await office.row(first)).state == OutboxState.CLAIMED
        assert (await office.row(second)).state == OutboxState.PENDING
        answer.set()
        await office.settled(first, second)

    assert office.telegram.texts() == ["하나", "이웃에게", "둘"]


async def test_nothing_is_sent_before_its_claim_is_committed(office: PostOffice) -> None:
    """What another process would see at the moment of the call."""
    seen: list[tuple[str, int]] = []

    async def look(_params: Mapping[str, Any]) -> None:
        row = await office.row(number)
        seen.append((row.state, row.tries))

    office.telegram.answers("sendMessage", look)
    number = await office.promise()

    async with office.open():
        [row] = await office.settled(number)

    assert seen == [("claimed", 1)]
    assert (row.state, row.telegram_message_id, row.settled_at) == ("sent", 100, office.real.now())


async def test_a_row_is_sent_only_once_telegram_has_accepted_it(office: PostOffice) -> None:
    """A process that dies between the claim and the answer leaves a row that is claimed, not one that is sent."""

    async def die(moment: Moment) -> None:
        if moment is Moment.AFTER_OUTBOX_CLAIM:
            raise asyncio.CancelledError

    number = await office.promise()
    office.reached = die
    with pytest.raises(asyncio.CancelledError):
        await office.dispatcher().step()

    assert (await office.row(number)).state == OutboxState.CLAIMED
    assert office.telegram.calls == []


async def test_two_dispatchers_never_send_the_same_row(office: PostOffice, database_url: str) -> None:
    """A leader that has lost its connection dispatches until it notices, while its successor has begun."""
    other = Database.open(database_url)

    async with office.open() as first, office.open(other) as second:
        await until(lambda: first._adopted and second._adopted)
        rows = [await office.promise(str(number), 6000 + number) for number in range(40)]
        await office.settled(*rows)
    await other.dispose()

    assert sorted(office.telegram.texts(), key=int) == [str(number) for number in range(40)]


async def test_a_successor_takes_what_is_in_flight_for_uncertain(office: PostOffice, database_url: str) -> None:
    """The old leader's answer counts when it comes after all; its refusal no longer does."""
    answers = asyncio.Event()
    office.telegram.answers("sendMessage", lambda _params: answers.wait(), _refused_after(answers))
    accepted, refused = await office.promise("하나"), await office.promise("둘", NEIGHBOUR)
    other = Database.open(database_url)

    async with office.open():
        await until(lambda: len(office.telegram.calls) == 2)
        async with office.open(other):
            await office.settled(accepted, refused)
            answers.set()
    rows = await office.settled(accepted, refused)
    await other.dispose()

    assert [(row.state, row.ambiguous, row.tries) for row in rows] == [("sent", True, 2), ("sent", True, 2)]
    assert sorted(office.telegram.texts()) == ["둘", "둘", "하나", "하나"]


@ONLY_WHERE_TWO_WRITE_AT_ONCE
async def test_what_was_amended_after_the_look_goes_out_as_it_is_then(office: PostOffice) -> None:
    """Between looking at a row and claiming it another transaction may change its words."""
    number = await office.promise("한 줄", relevance={"kind": "nothing"})

    async def amended_meanwhile(_work: Work, _row: OutboxRow) -> bool:
        async with office.bench.transaction() as work:
            row = await work.session.get_one(OutboxRow, number)
            assert await outbox_changes.amend(work.session, row, {"text": "두 줄"})
        return True

    office.change_hooks(still_relevant=amended_meanwhile)
    async with office.open():
        await office.settled(number)

    assert office.telegram.texts() == ["두 줄"]


@ONLY_WHERE_TWO_WRITE_AT_ONCE
async def test_what_is_taken_back_after_the_look_is_not_sent(office: PostOffice) -> None:
    number = await office.promise("말실수", relevance={"kind": "nothing"})

    async def taken_back_meanwhile(_work: Work, _row: OutboxRow) -> bool:
        async with office.bench.transaction() as work:
            assert await outbox_changes.drop(work.session, await work.session.get_one(OutboxRow, number))
        return True

    office.change_hooks(still_relevant=taken_back_meanwhile)
    async with office.open():
        await office.settled(number)
        await office.settled(await office.promise("다음", NEIGHBOUR))

    assert office.telegram.texts() == ["다음"]


@ONLY_WHERE_TWO_WRITE_AT_ONCE
async def test_what_must_wait_after_all_is_not_kept_claimed_and_keeps_its_place(office: PostOffice) -> None:
    """Between look and claim something may come in the way of a row; nobody would take it up again."""
    first = await office.promise("하나", NEIGHBOUR, priority=Priority.NOTICE)
    number = await office.promise("둘", relevance={"kind": "nothing"})
    behind = await office.promise("셋")
    before: list[int] = [await office.promise("먼저", GROUP, due_at=office.bench.clock.now() + timedelta(hours=1))]

    async def must_wait_meanwhile(_work: Work, _row: OutboxRow) -> bool:
        if before:
            async with office.bench.transaction() as work:
                (await work.session.get_one(OutboxRow, number)).reply_to_id = before.pop()
        return True

    office.change_hooks(still_relevant=must_wait_meanwhile)
    async with office.open():
        await office.settled(first)
        row = await office.row(number)
        assert (row.state, row.tries) == (OutboxState.PENDING, 0)
        assert office.telegram.texts(OWNER) == []
        office.bench.clock.advance(hours=1)
        await office.settled(number, behind)

    assert office.telegram.texts(OWNER) == ["둘", "셋"]


@ONLY_WHERE_TWO_WRITE_AT_ONCE
@pytest.mark.usefixtures("only_woken")
async def test_the_place_of_what_is_taken_back_after_the_look_is_given_to_the_next(office: PostOffice) -> None:
    number = await office.promise("말실수", relevance={"kind": "nothing"})
    behind = await office.promise("다음")

    async def taken_back_meanwhile(_work: Work, _row: OutboxRow) -> bool:
        async with office.bench.transaction() as work:
            await outbox_changes.drop(work.session, await work.session.get_one(OutboxRow, number))
        return True

    office.change_hooks(still_relevant=taken_back_meanwhile)
    async with office.open():
        await office.settled(behind)

    assert office.telegram.texts() == ["다음"]


async def test_results_that_land_together_are_recorded_together(office: PostOffice) -> None:
    settled: list[int] = []
    together = asyncio.Event()

    async def note(_work: Work, row: OutboxRow, _outcome: Outcome) -> None:
        settled.append(id(_work))

    office.change_hooks(settle=note)
    office.telegram.answers("sendMessage", *[lambda _params: together.wait()] * 8)
    rows = [await office.promise("동시에", 6000 + number, follow_up={"kind": "any"}) for number in range(8)]

    async with office.open():
        await until(lambda: len(office.telegram.calls) == 8)
        together.set()
        await office.settled(*rows)

    assert len(settled) == 8
    assert len(set(settled)) < 8


@pytest.fixture
def only_woken(monkeypatch: pytest.MonkeyPatch) -> None:
    """The dispatcher looks when it is woken, and never by itself."""
    monkeypatch.setattr("bot.delivery.dispatcher._IDLE_SECONDS", 3600.0)


@pytest.mark.usefixtures("only_woken")
async def test_what_stands_behind_another_goes_after_its_landing(office: PostOffice) -> None:
    first, behind = await office.promise("하나"), await office.promise("둘")

    async with office.open():
        await office.settled(first, behind)

    assert office.telegram.texts() == ["하나", "둘"]


@pytest.mark.usefixtures("only_woken")
async def test_what_replies_to_a_flight_in_another_chat_goes_after_the_landing(office: PostOffice) -> None:
    first = await office.promise("하나")
    reply = await office.promise("답", NEIGHBOUR, reply_to_id=first)

    async with office.open():
        await office.settled(first, reply)

    assert office.telegram.texts() == ["하나", "답"]


@pytest.mark.usefixtures("only_woken")
async def test_what_is_promised_during_a_flight_goes_after_the_landing(office: PostOffice) -> None:
    landed = asyncio.Event()
    office.telegram.answers("sendMessage", lambda _params: landed.wait())
    await office.promise("하나")

    async with office.open():
        await until(lambda: len(office.telegram.calls) == 1)
        behind = await office.promise("둘")
        await until(lambda: not office._wake.is_set())
        landed.set()
        await office.settled(behind)

    assert office.telegram.texts() == ["하나", "둘"]


@pytest.mark.usefixtures("only_woken")
async def test_nobody_looks_for_more_where_nothing_can_have_come(office: PostOffice) -> None:
    begun = 0

    def count(session: Any) -> Work:
        nonlocal begun
        begun += 1
        return office._work(session)

    number = await office.promise()
    async with office.open() as dispatcher:
        dispatcher.make_work = count
        await office.settled(number)
        await until(lambda: not dispatcher._flying and not office._wake.is_set())

    assert begun == 2, "once to claim, once to record"


async def test_a_refused_row_ends_and_the_next_one_goes(office: PostOffice) -> None:
    office.telegram.answers("sendMessage", BadRequest("Message text is empty"))
    refused, next_one = await office.promise("하나", GROUP), await office.promise("둘", GROUP)

    async with office.open():
        dead, sent = await office.settled(refused, next_one)

    assert (dead.state, dead.error) == ("dead", "Message text is empty")
    assert sent.state == "sent"


async def test_a_row_that_nobody_can_make_sense_of_ends_and_the_others_go(office: PostOffice) -> None:
    senseless = await office.promise("?", priority=Priority.EMERGENCY, relevance={"kind": "survey"})
    behind, other = await office.promise("뒤에"), await office.promise("이웃에게", NEIGHBOUR)

    async with office.open():
        dead, *sent = await office.settled(senseless, behind, other)

    assert (dead.state, dead.error) == ("dead", "KeyError: 'survey_id'")
    assert [row.state for row in sent] == ["sent", "sent"]
    assert sorted(office.telegram.texts()) == ["뒤에", "이웃에게"]


async def test_a_row_that_the_database_cannot_take_ends_and_the_others_go(office: PostOffice) -> None:
    async def impossible(work: Work, row: OutboxRow) -> bool:
        if row.relevance == {"kind": "impossible"}:
            await work.session.execute(text("INSERT INTO installation VALUES (NULL, NULL)"))
        return True

    office.change_hooks(still_relevant=impossible)
    senseless = await office.promise("?", priority=Priority.EMERGENCY, relevance={"kind": "impossible"})
    other = await office.promise("이웃에게", NEIGHBOUR)

    async with office.open():
        dead, sent = await office.settled(senseless, other)

    assert (dead.state, sent.state) == ("dead", "sent")


async def test_telegram_is_back_as_soon_as_it_answers_whatever_it_says(office: PostOffice) -> None:
    office.telegram.answers("answerCallbackQuery", TimedOut())
    office.telegram.answers("sendMessage", BadRequest("Message text is empty"))
    tap = await office.promise(
        chat=None, method="answerCallbackQuery", params={"callback_query_id": "1", "text": ""}, repeatable=False
    )
    async with office.open() as dispatcher:
        await office.settled(tap)
        assert not dispatcher.healthy
        await office.settled(await office.promise("하나", GROUP))
        assert dispatcher.healthy


async def test_a_follow_up_that_fails_costs_neither_its_result_nor_the_others(office: PostOffice) -> None:
    async def stumble(work: Work, row: OutboxRow, outcome: Outcome) -> None:
        if row.params["text"] == "걸려 넘어짐":
            raise RuntimeError("what follows does not work")

    office.change_hooks(settle=stumble)
    together = asyncio.Event()
    office.telegram.answers("sendMessage", *[lambda _params: together.wait()] * 2)
    stumbling, other = await office.promise("걸려 넘어짐"), await office.promise("이웃에게", NEIGHBOUR)

    async with office.open():
        await until(lambda: len(office.telegram.calls) == 2)
        together.set()
        rows = await office.settled(stumbling, other)

    assert [row.state for row in rows] == ["sent", "sent"]
    assert len(office.telegram.calls) == 2


async def test_a_result_outlasts_a_database_that_is_away(office: PostOffice) -> None:
    """The accepted message is recorded when the database is back, and not sent again."""
    away = [True]

    def away_for_a_while(session: Any) -> Work:
        if away[0] and office.telegram.calls:
            raise ConnectionError("the database is away")
        return usual(session)

    number = await office.promise()
    dispatcher = office.dispatcher()
    usual = dispatcher.make_work
    dispatcher.make_work = away_for_a_while
    stop = asyncio.Event()
    running = asyncio.create_task(dispatcher.run(stop))
    failures = 0

    async def failed_often() -> bool:
        nonlocal failures
        failures += 1
        return failures > 100

    await until(failed_often)
    assert (await office.row(number)).state == OutboxState.CLAIMED
    away[0] = False
    [row] = await office.settled(number)
    stop.set()
    dispatcher.wake.set()
    await running

    assert (row.state, row.ambiguous) == ("sent", False)
    assert len(office.telegram.calls) == 1


async def test_what_a_dead_process_had_claimed_is_ambiguous_and_goes_again_once(office: PostOffice) -> None:
    receipt = await office.promise("접수되었습니다")
    broadcast = await office.promise("모두에게", NEIGHBOUR, repeatable=False)
    await _claimed_and_died(office, receipt, broadcast)

    async with office.open():
        rows = await office.settled(receipt, broadcast)

    assert [(row.state, row.ambiguous, row.tries) for row in rows] == [("sent", True, 2), ("ambiguous", True, 1)]
    assert office.telegram.texts() == ["접수되었습니다"]


async def test_an_orphan_keeps_its_place_before_what_came_after_it(office: PostOffice) -> None:
    rows = [await office.promise("하나"), await office.promise("둘")]
    await _claimed_and_died(office, rows[0])

    async with office.open():
        await office.settled(*rows)

    assert office.telegram.texts() == ["하나", "둘"]


async def test_one_orphan_whose_follow_up_fails_does_not_stop_the_start(office: PostOffice) -> None:
    async def stumble(work: Work, row: OutboxRow, outcome: Outcome) -> None:
        if outcome.state == OutboxState.AMBIGUOUS:
            raise RuntimeError("what follows does not work")

    office.change_hooks(settle=stumble)
    bad, good = await office.promise("모두에게", repeatable=False), await office.promise("답변", NEIGHBOUR)
    await _claimed_and_died(office, bad, good)

    async with office.open():
        rows = await office.settled(bad, good)

    assert [row.state for row in rows] == ["ambiguous", "sent"]


async def test_each_uncertainty_lets_a_receipt_go_again_exactly_once(office: PostOffice) -> None:
    office.telegram.answers("sendMessage", TimedOut("Timed out"), NetworkError("Bad Gateway"))
    number = await office.promise("접수되었습니다")

    async with office.open():
        for _ in range(2):
            row = await office.waits(number)
            assert row.retry_at is not None
            assert row.ambiguous
            tried = row.tries
            office.pass_time((row.retry_at - office.real.now()).total_seconds())
            await until(lambda tried=tried: len(office.telegram.calls) > tried)
        [row] = await office.settled(number)

    assert (row.state, row.ambiguous, row.tries) == ("sent", True, 3)
    assert len(office.telegram.calls) == 3


async def test_what_must_not_go_twice_ends_at_the_first_uncertainty(office: PostOffice) -> None:
    office.telegram.answers("sendMessage", TimedOut("Timed out"))
    number = await office.promise("모두에게", repeatable=False)

    async with office.open():
        [row] = await office.settled(number)
        office.pass_time(60)
        await office.settled(await office.promise("이웃에게", NEIGHBOUR))

    assert (row.state, row.ambiguous) == ("ambiguous", True)
    assert office.telegram.texts() == ["모두에게", "이웃에게"]


async def test_a_row_that_waits_to_go_again_holds_up_its_chat_but_nobody_else(office: PostOffice) -> None:
    office.telegram.answers("sendMessage", NetworkError("Bad Gateway"))
    first, second = await office.promise("하나"), await office.promise("둘")

    async with office.open():
        await office.waits(first)
        await office.settled(await office.promise("이웃에게", NEIGHBOUR))
        assert (await office.row(second)).state == OutboxState.PENDING
        office.pass_time(5)
        await office.settled(first, second)

    assert office.telegram.texts() == ["하나", "이웃에게", "하나", "둘"]


async def test_flood_control_pauses_the_chat_for_as_long_as_telegram_says(office: PostOffice) -> None:
    office.telegram.answers("sendMessage", RetryAfter(7))
    number = await office.promise("하나")

    async with office.open():
        await office.waits(number)
        urgent = await office.promise("급한 것", priority=Priority.EMERGENCY)
        office.pass_time(6.9)
        await office.settled(await office.promise("이웃에게", NEIGHBOUR))
        assert office.telegram.texts() == ["하나", "이웃에게"]
        office.pass_time(0.2)
        rows = await office.settled(number, urgent)

    assert [(row.state, row.ambiguous) for row in rows] == [("sent", False), ("sent", False)]


async def test_a_full_group_holds_up_nobody_else_however_much_waits_there(office: PostOffice) -> None:
    """Hundreds of topics wait for the group's next minute; owners are answered all the same."""
    office.limits = Limits(per_group=1)
    async with office.bench.transaction() as work:
        for number in range(450):
            row = OutboxRow(
                method="sendMessage",
                params={"text": "팀에게"},
                chat_id=GROUP,
                stream=f"topic:{number}",
                priority=Priority.DIRECT,
                due_at=work.now,
                created_at=work.now,
            )
            await outbox.put(work.session, row)
    owner = await office.promise("답변", OWNER)

    async with office.open():
        await office.settled(owner)

    assert sorted(office.telegram.texts()) == sorted(["팀에게", "답변"])


async def test_an_answer_to_a_tap_is_dropped_when_it_comes_too_late(office: PostOffice) -> None:
    number = await office.promise(
        chat=None,
        method="answerCallbackQuery",
        params={"callback_query_id": "1", "text": ""},
        expires_in=timedelta(seconds=150),
        repeatable=False,
    )
    office.pass_time(150)

    async with office.open():
        [row] = await office.settled(number)

    assert row.state == "dropped"
    assert office.telegram.calls == []


async def test_what_no_longer_matters_is_dropped_and_the_rest_goes_on(office: PostOffice) -> None:
    stale = await office.promise("설문", relevance={"kind": "survey", "survey_id": 77})
    next_one = await office.promise("답변")

    async with office.open():
        rows = await office.settled(stale, next_one)

    assert [row.state for row in rows] == ["dropped", "sent"]
    assert office.telegram.texts() == ["답변"]


async def test_a_change_never_overtakes_what_it_changes(office: PostOffice) -> None:
    """An urgent edit of a notice in the same chat: neither may wait for the other."""
    notice = await office.promise("공지", priority=Priority.NOTICE)
    edit = await office.promise(
        method="editMessageText", params={"text": "고친 공지"}, target_id=notice, priority=Priority.EMERGENCY
    )

    async with office.open():
        rows = await office.settled(notice, edit)

    assert [row.state for row in rows] == ["sent", "sent"]
    assert [method for method, _ in office.telegram.calls] == ["sendMessage", "editMessageText"]
    assert office.telegram.calls[1][1] == {"text": "고친 공지", "message_id": 100, "chat_id": OWNER}


async def test_a_lost_topic_is_made_again_before_what_waits_for_it(office: PostOffice) -> None:
    async with office.bench.transaction() as work:
        person, talk = await an_owner(work)
        await an_open_ticket(work, talk, person)
        topic = await the_topic(work, talk.id)
    waiting = await office.promise("오늘 방문합니다", None, topic_id=topic.id)
    async with office.open():
        await office.settled(waiting)
        office.telegram.answers("sendMessage", BadRequest("Message thread not found"))
        again = await office.promise("내일 방문합니다", None, topic_id=topic.id)
        [row] = await office.settled(again)
        async with office.bench.transaction() as work:
            everything = [row.id for row in await promised(work)]
        await office.settled(*everything)

    assert (row.state, row.tries) == ("sent", 2)
    methods = office.telegram.methods()
    assert methods.count("createForumTopic") == 2
    made_again = len(methods) - 1 - methods[::-1].index("createForumTopic")
    last = office.telegram.texts()[-1]
    assert last == "내일 방문합니다"
    threads = {params["message_thread_id"] for _, params in office.telegram.calls[made_again + 1 :] if "text" in params}
    assert len(threads) == 1


@pytest.mark.parametrize(
    "trouble", [TimedOut("Timed out"), BadRequest("not enough rights to create a topic")], ids=["uncertain", "refused"]
)
async def test_a_topic_is_made_at_last_however_often_that_failed(office: PostOffice, trouble: Exception) -> None:
    """What waits for it, the headers of earlier attempts included, must not stand in its way."""
    async with office.bench.transaction() as work:
        person, talk = await an_owner(work)
        await an_open_ticket(work, talk, person)
        topic = await the_topic(work, talk.id)
    office.telegram.answers("createForumTopic", trouble, trouble, trouble)
    waiting = await office.promise("오늘 방문합니다", None, topic_id=topic.id)

    async with office.open():
        for attempt in (1, 2, 3):
            await until(lambda attempt=attempt: office.telegram.methods().count("createForumTopic") == attempt)
            await until(lambda attempt=attempt: _generation(office, topic.id, attempt))
            office.bench.clock.advance(minutes=6)
            office.pass_time(1)
        [row] = await office.settled(waiting)

    assert row.state == "sent"
    assert office.telegram.texts()[-1] == "오늘 방문합니다"


async def test_a_group_that_became_a_supergroup_is_followed(office: PostOffice) -> None:
    new_chat = -1009000000009
    office.telegram.answers("sendMessage", ChatMigrated(new_chat))
    first, second = await office.promise("하나", -77), await office.promise("둘", -77)

    async with office.open():
        rows = await office.settled(first, second)

    assert [(row.state, row.chat_id) for row in rows] == [("sent", new_chat), ("sent", new_chat)]
    assert [params["chat_id"] for _, params in office.telegram.calls] == [-77, new_chat, new_chat]


async def test_who_blocked_the_bot_is_remembered(office: PostOffice) -> None:
    async with office.bench.transaction() as work:
        person, talk = await an_owner(work)
    office.telegram.answers("sendMessage", Forbidden("Forbidden: bot was blocked by the user"))
    number = await office.promise("답변", talk.chat_id)

    async with office.open():
        [row] = await office.settled(number)

    async with office.bench.transaction() as work:
        blocked = await work.session.get_one(type(person), person.id)
    assert (row.state, blocked.blocked_at) == ("dead", office.bench.clock.now())


async def _generation(office: PostOffice, topic_id: int, wanted: int) -> bool:
    async with office.bench.transaction() as work:
        return (await work.session.get_one(Topic, topic_id)).generation == wanted


def _refused_after(moment: asyncio.Event) -> Callable[[Mapping[str, Any]], Awaitable[None]]:
    async def refuse(_params: Mapping[str, Any]) -> None:
        await moment.wait()
        raise NetworkError("Bad Gateway")

    return refuse


async def _claimed_and_died(office: PostOffice, *rows: int) -> None:
    async with office.bench.database.unit_of_work() as unit:
        await outbox.claim(unit.session, rows)
        await unit.commit()
