"""What a message of hardly a word says."""

import pytest

from bot.rules.small_signs import Sign, sign_of


@pytest.mark.parametrize(
    "text",
    ["🆘", "🔥🔥🔥", "!!!", "😡", "?", "??", "？", "?!", "❓", "...", "!", "ㅠㅠ", "ㅜㅜ..", "ㅋㅋ?", "ㅡㅡ", "ㅡ.ㅡ;"],
)
def test_help_is_wanted(text: str) -> None:
    assert sign_of(text) is Sign.ASKING


@pytest.mark.parametrize("text", ["🙏", "👍", "👍🏽", "❤️", "😊😊", "ㅋㅋㅋ", "ㅎㅎ^^", "👏 👏"])
def test_no_answer_is_owed(text: str) -> None:
    assert sign_of(text) is Sign.KIND


@pytest.mark.parametrize("text", ["", " ", "네", "ok", "1", "불", "물이 새요?", "ㅇㅇ", "T-1001?"])
def test_a_word_is_a_word(text: str) -> None:
    assert sign_of(text) is None
