"""Promises: once under their key, in pieces that Telegram takes, in time or never."""

from datetime import timedelta

from bot.actions.outgoing import Place, Terms, answer_tap, text
from bot.desk import Work
from bot.rules.plain_text import TEXT_LIMIT
from bot.rules.tap_verbs import Verb
from bot.taps import Button, Tap
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
    await answer_tap(work, "77", "지난 단추입니다. " * 40)
    await answer_tap(work, "77")

    [row] = await promised(work)
    assert row.expires_at == work.real_now + timedelta(seconds=150)
    assert not row.repeatable
    assert len(row.params["text"]) == 200
