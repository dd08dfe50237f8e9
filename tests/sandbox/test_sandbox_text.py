"""Lengths and entities as Telegram counts them."""

import pytest

from bot.sandbox.errors import BadRequest
from bot.sandbox.text import addressed_command, caption_content, entities, pieces, text_content


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/claim", [("bot_command", 0, 6)]),
        ("😀 /note@haedap_sandbox_bot 확인", [("bot_command", 3, 24)]),
        ("//메모는 명령이 아니다", []),
        ("a/b 와 1/2", []),
        ("https://example.org/a?b=1 보세요", [("url", 0, 25)]),
        ("me@example.org", [("email", 0, 14)]),
        ("@minsu_facility #주차", [("mention", 0, 15), ("hashtag", 16, 3)]),
    ],
)
def test_entities(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert [(e["type"], e["offset"], e["length"]) for e in entities(text)] == expected


def test_lengths_are_counted_in_utf16_units() -> None:
    assert text_content("가" * 4096)["text"] == "가" * 4096
    with pytest.raises(BadRequest, match="message is too long"):
        text_content("😀" * 2049)
    with pytest.raises(BadRequest, match="message caption is too long"):
        caption_content("가" * 1025)


@pytest.mark.parametrize("nothing", ["", "   \n", "\x00"])
def test_an_empty_text_is_refused(nothing: str) -> None:
    with pytest.raises(BadRequest, match="message text is empty"):
        text_content(nothing)


def test_a_long_text_is_cut_as_clients_cut_it() -> None:
    parts = pieces("😀" * 3000)
    assert [len(part) for part in parts] == [2048, 952]


def test_whose_command_it_is() -> None:
    assert addressed_command("/claim", "haedap_bot")
    assert addressed_command("/claim@Haedap_Bot now", "haedap_bot")
    assert not addressed_command("/claim@another_bot", "haedap_bot")
    assert not addressed_command("please /claim", "haedap_bot")
