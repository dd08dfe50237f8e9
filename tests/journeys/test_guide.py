"""The guide of the sandbox's page ticks a step off when it has happened, whichever way: by button or in words.

The page reads it off the card's buttons (bot/sandbox/page/steps.js); here is what it finds there."""

import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

import bot.sandbox
from bot.rules.tap_verbs import Verb
from bot.sandbox.journey import Heard, Place
from bot.taps import Tap
from tests.journeys.conftest import MakeTown
from tests.journeys.people import Talk, a_leak_is_reported
from tests.journeys.town import Town

STEPS = Path(bot.sandbox.__file__).parent / "page" / "steps.js"
CONCLUSION = "윗집 배관을 교체했습니다. 또 새면 알려 주세요."


@pytest.fixture
async def town(make_town: MakeTown) -> Town:
    return await make_town(hurried=True, times={"feedback_after": "1h", "card_debounce": "100ms"})


def moves(message: Heard) -> set[str]:
    """What a card offers, as the page reads it: "claim", and the names of the moves."""
    taps = [Tap.unpack(button["data"] or "") for row in message.buttons for button in row]
    return {
        "claim" if tap.verb is Verb.CARD_CLAIM else tap.choice
        for tap in taps
        if tap is not None and tap.verb in (Verb.CARD_CLAIM, Verb.CARD_MOVE)
    }


async def card(staff: Place, *offers: str, without: str = "") -> Heard:
    """The card, as soon as it offers all of `offers` and not `without`."""
    return await staff.sees(lambda m: moves(m) >= set(offers) != set() and without not in moves(m))


async def by_buttons(talk: Talk) -> None:
    await talk.minsu.taps("조사 메모")
    prompt = await talk.minsu.hears("조사 메모를")
    await talk.minsu.sends("윗집 배관에서 샘", reply_to=prompt.id)
    await card(talk.minsu, "resolve")
    await talk.minsu.taps("처리 완료")
    prompt = await talk.minsu.hears("원인·조치·다음")
    await talk.minsu.sends(CONCLUSION, reply_to=prompt.id)


async def in_words(talk: Talk) -> None:
    await talk.minsu.sends("//윗집 배관에서 샘")
    await card(talk.minsu, "resolve")
    await talk.minsu.sends(f"/처리 {CONCLUSION}")


def test_the_page_knows_the_buttons_by_the_codes_that_the_desk_gives_them() -> None:
    known = dict(re.findall(r'^const ([A-Z]+) = "(\w\w):";$', STEPS.read_text(encoding="utf-8"), re.MULTILINE))
    assert known == {
        "CLAIM": Verb.CARD_CLAIM,
        "MOVE": Verb.CARD_MOVE,
        "SEND": Verb.INTAKE_SEND,
        "SOLVED": Verb.SOLVED,
    }
    assert Tap(Verb.CARD_MOVE, 1, 1, "resolve").pack().split(":")[3] == "resolve"


@pytest.mark.parametrize(
    ("claims", "resolves", "answers"),
    [("맡기", by_buttons, "네, 해결됐어요"), ("/claim", in_words, "네 해결됐습니다")],
)
async def test_each_step_shows_on_the_card_whichever_way_it_is_taken(
    town: Town, claims: str, resolves: Callable[[Talk], Awaitable[None]], answers: str
) -> None:
    talk = await a_leak_is_reported(town)
    await card(talk.minsu, "claim")
    if claims.startswith("/"):
        await talk.minsu.sends(claims)
    else:
        await talk.minsu.taps(claims)
    await card(talk.minsu, "transfer", without="claim")
    await resolves(talk)
    resolved = await card(talk.minsu, "reopen", without="transfer")

    await town.sandbox.advance(3700)
    asked = await talk.owner.hears("해결됐나요?")
    assert {button["data"][:3] for row in asked.buttons for button in row} == {f"{Verb.SOLVED}:"}
    assert (await card(talk.minsu, "reopen")).text == resolved.text
    if answers in asked.button_texts:
        await talk.owner.taps(answers)
    else:
        await talk.owner.sends(answers)
    await talk.minsu.sees(lambda message: message.id == resolved.id and message.text != resolved.text)
