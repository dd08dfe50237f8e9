"""What a result does to its row: the policy, case by case."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.delivery.classify import Judgement, Verdict
from bot.delivery.settle import Accepted, accept, give_up, orphaned, refuse
from bot.outcome import FailureReason, Outcome
from storage.models import OutboxRow, OutboxState

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


def a_row(**differing: Any) -> OutboxRow:
    usual: dict[str, Any] = {"params": {"text": "안녕하세요"}, "tries": 1, "repeatable": True, "ambiguous": False}
    return OutboxRow(**{**usual, "state": OutboxState.CLAIMED, "topic_id": None, **differing})


def judged(verdict: Verdict, **more: Any) -> Judgement:
    return Judgement(verdict, "so it was said", **more)


@pytest.mark.parametrize(
    ("result", "message_id", "message_ids"),
    [
        ({"message_id": 7, "chat": {"id": 1}}, 7, (7,)),
        ([{"message_id": 7}, {"message_id": 8}], 7, (7, 8)),
        ({"message_thread_id": 9, "name": "101동"}, 9, ()),
        ({"message_id": 7, "message_thread_id": 9}, 7, (7,)),
        (True, None, ()),
    ],
)
def test_what_was_accepted_is_sent_with_the_ids_of_what_arrived(
    result: Any, message_id: int | None, message_ids: tuple[int, ...]
) -> None:
    row = a_row(retry_at=NOW, error="earlier trouble")
    outcome = accept(row, Accepted(result), NOW)
    assert outcome == Outcome(OutboxState.SENT, message_id, message_ids)
    assert (row.state, row.settled_at, row.telegram_message_id) == ("sent", NOW, message_id)
    assert (row.retry_at, row.error) == (None, None)
    assert row.result == (list(message_ids) if len(message_ids) > 1 else None)


@pytest.mark.parametrize(("tries", "seconds"), [(1, 0.5), (2, 1), (3, 2), (4, 4), (5, 5), (6, 5), (1000, 5)])
def test_trouble_lets_a_row_wait_longer_each_time(tries: int, seconds: float) -> None:
    row = a_row(tries=tries)
    assert refuse(row, judged(Verdict.RETRY), NOW) is None
    assert (row.state, row.retry_at, row.ambiguous) == ("pending", NOW + timedelta(seconds=seconds), False)


def test_flood_control_says_itself_how_long() -> None:
    row = a_row(tries=9)
    assert refuse(row, judged(Verdict.WAIT, seconds=41), NOW) is None
    assert (row.state, row.retry_at, row.ambiguous) == ("pending", NOW + timedelta(seconds=41), False)


def test_an_uncertain_receipt_goes_again_and_stays_marked() -> None:
    row = a_row()
    assert refuse(row, judged(Verdict.AMBIGUOUS), NOW) is None
    assert (row.state, row.ambiguous) == ("pending", True)
    row.state, row.tries = OutboxState.CLAIMED, 2
    accept(row, Accepted({"message_id": 7}), NOW)
    assert (row.state, row.ambiguous) == ("sent", True)


def test_an_uncertain_broadcast_does_not_go_again() -> None:
    row = a_row(repeatable=False)
    outcome = refuse(row, judged(Verdict.AMBIGUOUS), NOW)
    assert outcome is not None
    assert (outcome.state, row.state, row.ambiguous, row.settled_at) == ("ambiguous", "ambiguous", True, NOW)


@pytest.mark.parametrize("verdict", [Verdict.MIGRATED, Verdict.TOPIC_LOST, Verdict.TOPIC_CLOSED, Verdict.WITHOUT_REPLY])
def test_what_was_mended_goes_again_at_once_but_not_for_ever(verdict: Verdict) -> None:
    row = a_row(topic_id=3)
    assert refuse(row, judged(verdict), NOW) is None
    assert (row.state, row.retry_at) == ("pending", NOW)

    row = a_row(topic_id=3, tries=8)
    outcome = refuse(row, judged(verdict), NOW)
    assert outcome is not None
    assert (outcome.state, outcome.reason, row.state) == ("dead", FailureReason.REFUSED, "dead")


def test_a_topic_that_is_none_of_ours_cannot_be_made_again() -> None:
    outcome = refuse(a_row(topic_id=None), judged(Verdict.TOPIC_LOST), NOW)
    assert outcome is not None
    assert outcome.state == "dead"


def test_without_its_reply_a_message_goes_without_its_quote_too() -> None:
    row = a_row(params={"text": "네", "_quote": "언제"}, reply_to_message_id=5)
    refuse(row, judged(Verdict.WITHOUT_REPLY), NOW)
    assert (row.params, row.reply_to_message_id, row.reply_to_id) == ({"text": "네"}, None, None)


@pytest.mark.parametrize(
    ("verdict", "state"),
    [(Verdict.DONE, "sent"), (Verdict.DROPPED, "dropped"), (Verdict.DEAD, "dead")],
)
def test_what_is_final(verdict: Verdict, state: str) -> None:
    row = a_row()
    outcome = refuse(row, judged(verdict, reason=FailureReason.RIGHTS if state == "dead" else None), NOW)
    assert outcome is not None
    assert (outcome.state, row.state, row.settled_at, row.error) == (state, state, NOW, "so it was said")
    assert (outcome.reason is FailureReason.RIGHTS) == (state == "dead")


def test_what_no_longer_matters_is_given_up() -> None:
    row = a_row(state=OutboxState.PENDING)
    assert give_up(row, NOW) == Outcome(OutboxState.DROPPED)
    assert (row.state, row.settled_at) == ("dropped", NOW)


@pytest.mark.parametrize(("repeatable", "state"), [(True, "pending"), (False, "ambiguous")])
def test_a_row_whose_process_is_gone_may_have_been_sent(repeatable: bool, state: str) -> None:
    row = a_row(repeatable=repeatable)
    outcome = orphaned(row, NOW)
    assert (row.state, row.ambiguous) == (state, True)
    assert (outcome is None) == repeatable
