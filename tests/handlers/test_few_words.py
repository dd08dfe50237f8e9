"""Hardly a word, which says enough all the same."""

from dataclasses import replace

import pytest

from bot.actions.flow import draft_kept
from intents.extract import find_slots
from storage.models import Conversation, OutboxRow
from tests.builders import labels, promised
from tests.desk_story import Story, understood_as
from tests.handlers.understanding import foreign, undecided


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


@pytest.mark.parametrize("words", ["아직요", "아직이요ㅠㅠ", "다시 왔어요", "not yet", "I'm back!", "还没有"])
async def test_not_yet_and_back_again_are_no_word_of_a_report_and_no_place(story: Story, words: str) -> None:
    await story.writes("복도 등이 나갔어요", understood_as("repair.common"))
    question = (await story.heard())[-1]
    assert "어디" in question
    for _ in range(3):
        await story.writes(words, understood_as("ticket.reopen"))
        assert "어디" in (await story.heard())[-1]
    await story.writes("102동 3층이요", foreign)
    assert not any(words in text for text in await story.heard())
    async with story.bench.transaction() as work:
        draft = draft_kept(await work.session.get_one(Conversation, 1))
    assert draft is not None
    assert (draft.where, draft.words) == ("102동 3층이요", ("복도 등이 나갔어요",))


@pytest.mark.parametrize("told", ["", "민지네 강아지가 밤마다 짖어요"])
async def test_not_yet_answers_a_conclusion_that_came_after_the_question_of_a_report(story: Story, told: str) -> None:
    await story.sends("/new")
    if told:
        await story.writes(told, understood_as("complaint.noise"))
    await story.pass_time(minutes=1)
    await story.resolved()
    await story.writes("아직요", understood_as("ticket.reopen"))
    assert (await story.ticket()).round == 2


async def test_not_yet_answers_no_conclusion_that_was_left_for_a_report(story: Story) -> None:
    await story.resolved()
    await story.pass_time(minutes=1)
    await story.writes("복도 등이 나갔어요", understood_as("repair.common"))
    await story.writes("아직요", understood_as("ticket.reopen"))
    assert (await story.ticket()).round == 1
    assert "어디" in (await story.heard())[-1]


@pytest.mark.parametrize(
    "words",
    [
        "몇시에 와요",
        "몇 시에 오세요?",
        "근데 몇시쯤 오시나요?",
        "혹시 오늘 기사님 언제쯤 오시나요",
        "언제 오세요",
        "so when can you come?",
        "What time are you coming?",
        "几点来？",
    ],
)
async def test_what_time_you_come_is_asked_of_the_open_matter_and_not_of_the_office(story: Story, words: str) -> None:
    await story.writes(words, understood_as("office.hours"))
    assert "T-1001" in (await story.heard())[-1]


@pytest.mark.parametrize("words", ["102동 1305호 김말순", "저는 김말순입니다", "102동 1305호요"])
async def test_who_tells_only_who_they_are_is_asked_again_what_it_is_about(story: Story, words: str) -> None:
    await story.sends("/new")
    for _ in range(2):
        await story.writes(words, lambda text: replace(foreign(text), slots=find_slots(text)))
        assert "어떤 일인지" in (await story.heard())[-1]
    await story.writes("민지네 강아지가 밤마다 짖어요", understood_as("complaint.noise"))
    async with story.bench.transaction() as work:
        draft = draft_kept(await work.session.get_one(Conversation, 1))
    assert draft is not None
    assert draft.words == ("민지네 강아지가 밤마다 짖어요",)
    assert draft.details.items() >= find_slots(words).items()


async def test_a_question_that_was_put_twice_may_be_left_out_with_the_first_button(story: Story) -> None:
    await story.writes("복도 등이 나갔어요", understood_as("repair.common"))
    (where,) = await asking(story, "어디")
    await story.writes("아직요", understood_as("ticket.reopen"))
    assert len(await asking(story, "어디")) == 2
    await story.taps("건너뛰기", where)
    last = (await story.heard())[-1]
    assert "어디" not in last
    await story.taps("건너뛰기", where)
    assert (await story.heard())[-1] == last, "it leaves out no other question"


async def asking(story: Story, words: str) -> list[OutboxRow]:
    async with story.bench.transaction() as work:
        return [row for row in await promised(work) if words in row.params.get("text", "") and labels(row)]


@pytest.mark.parametrize("words", ["예 맞아요 접수해주세요", "네 접수해 주세요"])
async def test_a_yes_never_calls_a_report_off_whatever_the_recogniser_hears(story: Story, words: str) -> None:
    await story.writes("복도 등이 나갔어요", understood_as("repair.common"))
    await story.writes(words, understood_as("ticket.cancel"))
    async with story.bench.transaction() as work:
        draft = draft_kept(await work.session.get_one(Conversation, 1))
    assert draft is not None
    assert draft.words == ("복도 등이 나갔어요",)
