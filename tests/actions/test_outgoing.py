"""Promises: once under their key, in pieces that Telegram takes, in time or never."""

from datetime import timedelta

from bot.actions.outgoing import Place, Terms, answer_tap, text
from bot.desk import Work
from bot.office.schema import LONGEST_ID
from bot.rules.plain_text import TEXT_LIMIT
from bot.rules.tap_verbs import Verb
from bot.rules.ticket_flow import Move
from bot.taps import MAX_BYTES, Button, Tap
from intents.catalogue import load_catalogue, shipped_catalogue_path
from tests.builders import labels, promised

OWNER = 5001
KEYBOARD = ((Button("네", Tap(Verb.HELPED, choice="yes")),),)


async def test_a_promise_under_a_key_is_made_once(work: Work) -> None:
    first = await text(work, Place(OWNER), "접수되었습니다.", None, Terms(dedupe_key="receipt:1"))
    again = await text(work, Place(OWNER), "접수되었습니다.", None, Terms(dedupe_key="receipt:1"))
    other = await text(work, Place(OWNER), "접수되었습니다.", None, Terms(dedupe_key="receipt:2"))

    assert again is first
    assert [row.id for row in await promised(work)] == [first.id, other.id]


async def test_what_is_longer_than_telegram_takes_goes_in_pieces_the_last_with_the_buttons(work: Work) -> None:
    words = "\n".join(f"{number}. 관리비 항목과 금액" for number in range(600))
    last = await text(work, Place(OWNER), words, KEYBOARD, Terms(dedupe_key="long"))

    rows = await promised(work)
    assert len(rows) > 1
    assert all(len(row.params["text"]) <= TEXT_LIMIT for row in rows)
    assert "\n".join(row.params["text"] for row in rows) == words
    assert [labels(row) for row in rows] == [[]] * (len(rows) - 1) + [["네"]]
    assert rows[-1] is last
    assert [row.dedupe_key for row in rows] == [*(f"long:{part}" for part in range(len(rows) - 1)), "long"]


async def test_a_tap_is_answered_once_and_in_time_or_never(work: Work) -> None:
    await answer_tap(work, "77", "지난 버튼입니다. " * 40)
    await answer_tap(work, "77")

    [row] = await promised(work)
    assert row.expires_at == work.real_now + timedelta(seconds=150)
    assert not row.repeatable
    assert len(row.params["text"]) == 200


def test_every_button_holds_the_longest_id() -> None:
    """The office may name intents and branches as it likes, within a length that is checked when they are read."""
    longest = "x" * LONGEST_ID
    assert len(Tap(Verb.MEANT, 2**63 - 1, 0, longest).pack().encode()) <= MAX_BYTES
    assert len(Tap(Verb.CARD_MOVE, 2**63 - 1, 10**9, f"{Move.TRANSFER}:{'x' * 24}").pack().encode()) <= MAX_BYTES
    assert max(len(intent.encode()) for intent in load_catalogue(shipped_catalogue_path()).intents) <= LONGEST_ID
