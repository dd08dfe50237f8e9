"""What the languages make of words that are only known at run time."""

import pytest

from bot.render import Texts

TEXTS = Texts.load()
UNKNOWN = {locale: TEXTS.say(locale, "address-unknown") for locale in TEXTS.locales}


@pytest.mark.parametrize(
    ("position", "said"), [("1", "첫 번째"), ("2", "두 번째"), ("10", "열 번째"), ("11", "11번째")]
)
def test_a_place_in_a_queue_is_counted_as_people_count(position: str, said: str) -> None:
    words = TEXTS.say("ko", "owner-human-queued", who="김영희 님", position=position, wait="none", lasts="", duty="02")
    assert f"{said} 순서입니다" in words


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("10월분(11월 고지)", "10월분(11월 고지)으로"),
        ("시설팀 (야간)", "시설팀 (야간)으로"),
        ("관리비(9월)", "관리비(9월)로"),
    ],
)
def test_a_particle_follows_the_sound_before_a_bracket(word: str, said: str) -> None:
    assert said in TEXTS.say("ko", "tickets-transferred", number="T-1", holder="이민수", department=word, note="")


@pytest.mark.parametrize(
    ("moment", "said"),
    [("today at 17:02", "today by 17:02"), ("5 October (Mon) 09:00", "by 5 October (Mon) 09:00")],
)
def test_by_stands_where_english_puts_it(moment: str, said: str) -> None:
    assert TEXTS.say("en", "receipt-expected", time=moment).endswith(f"{said}.")


def test_a_sentence_begins_with_a_capital_whoever_it_addresses() -> None:
    told = {"number": "T-1", "title": "Leak"}
    assert TEXTS.say("en", "feedback-follow-up", who=UNKNOWN["en"], **told).startswith("Dear resident, is")
    assert ", dear resident." in TEXTS.say("en", "owner-greeting", who=UNKNOWN["en"])


@pytest.mark.parametrize("locale", TEXTS.locales)
@pytest.mark.parametrize("command", ["note", "transfer", "other"])
def test_nothing_is_missed_where_there_is_no_number(locale: str, command: str) -> None:
    words = TEXTS.say(locale, "staff-prompt", command=command, number="none", holder="이민수")
    assert "  " not in words
    assert "none" not in words
    assert words == words.strip()
