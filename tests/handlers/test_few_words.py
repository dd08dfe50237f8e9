"""Hardly a word, which says enough all the same."""

import pytest

from tests.desk_story import Story
from tests.handlers.understanding import undecided


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("민원접수", "어떤 일인지 적어 주시겠어요?"),
        ("내민원", "T-1001"),
        ("도움 말", "/tickets"),
        ("reportaproblem", "어떤 일인지 적어 주시겠어요?"),
        ("My Matters", "T-1001"),
    ],
)
async def test_a_label_of_the_menu_is_known_however_it_is_spaced_and_in_every_language(
    story: Story, typed: str, answer: str
) -> None:
    await story.writes(typed, undecided("ticket.cancel", "complaint.other"))
    assert answer in (await story.heard())[-1]
