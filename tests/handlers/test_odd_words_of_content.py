"""Stars and contentment in odd words, where the office asks whether it is solved and how many stars it was."""

import pytest

from tests.desk_story import Story, understood_as
from tests.handlers.understanding import foreign

ASKED = "이번 처리는 몇 점이었나요"


async def is_asked(story: Story) -> None:
    """The result was pushed just now."""
    await story.resolved()
    await story.pass_time(hours=1)
    assert "해결됐나요" in (await story.heard())[-1]


async def is_asked_for_stars(story: Story) -> None:
    await is_asked(story)
    await story.taps("네, 해결됐어요")
    assert ASKED in (await story.heard())[-1]


@pytest.mark.parametrize(
    "words",
    ["인자 괜찮심더", "괜찮아유", "good", "Very good, thanks", "좋습니다", "만족해요", "해결됐심니더", "4개 드려요"],
)
async def test_whoever_is_content_has_it_solved(story: Story, words: str) -> None:
    await is_asked(story)
    await story.writes(words, understood_as("greeting"))
    assert (await story.ticket()).state == "closed"


@pytest.mark.parametrize(
    ("words", "stars"),
    [
        ("다섯개 드릴게요", 5),
        ("저는 다섯 개 줄게요", 5),
        ("I'd give it a 4", 4),
        ("five out of five", 5),
        ("5 stars", 5),
        ("별 네개", 4),
        ("별 ★★★★ 드려요", 4),
        ("오점 만점", 5),
        ("我给四颗", 4),
    ],
)
async def test_stars_are_counted_in_whatever_words(story: Story, words: str, stars: int) -> None:
    await is_asked_for_stars(story)
    await story.writes(words, foreign)
    assert [survey.stars for survey in await story.surveys()] == [stars]


@pytest.mark.parametrize("words", ["good", "음 글쎄요", "그저 그래요", "네"])
async def test_what_names_no_number_is_asked_again_once_with_the_buttons(story: Story, words: str) -> None:
    await is_asked_for_stars(story)
    await story.writes(words, foreign)
    assert ASKED in (await story.heard())[-1]
    await story.writes(words, foreign)
    assert ASKED not in (await story.heard())[-1]
    assert [survey.stars for survey in await story.surveys()] == [None]


async def test_an_odd_word_for_solved_or_not_is_asked_again_once_with_the_buttons(story: Story) -> None:
    await is_asked(story)
    await story.writes("음 그게", foreign)
    assert "해결됐나요" in (await story.heard())[-1]
    await story.taps("네, 해결됐어요")
    assert (await story.ticket()).state == "closed"


async def test_with_another_open_matter_odd_words_go_there(story: Story) -> None:
    await story.another_ticket(intent="complaint.heating", words="난방이 안 돼요")
    await is_asked(story)
    await story.writes("열쇠는 매트 밑에 있어요", foreign)
    assert "T-1002에 덧붙여" in (await story.heard())[-1]
