"""An owner tells unasked that a matter has come right, before the staff have concluded it."""

import pytest

from tests.builders import labels
from tests.desk_story import Story, understood_as
from tests.handlers.understanding import doubt, seen_by_staff, tickets, undecided

PASSED_ON = "T-1001 담당자에게 전했습니다"


@pytest.mark.parametrize(
    ("words", "heard_as"),
    [
        ("네 해결됐어요", "thanks"),
        ("이제 나와요", "thanks"),
        ("이제 안 새요", "thanks"),
        ("고쳐졌네요", "ticket.reopen"),
        ("아저씨 다녀가셨고 해결됐어요", "ticket.reopen"),
        ("it works now, thanks", "thanks"),
        ("it's fixed", "ticket.reopen"),
        ("修好了 谢谢", "ticket.reopen"),
    ],
)
async def test_the_staff_learn_that_their_open_matter_is_said_to_be_solved(
    story: Story, words: str, heard_as: str
) -> None:
    await story.writes(words, understood_as(heard_as))
    assert PASSED_ON in (await story.heard())[-1]
    line = (await story.posted())[-1]
    assert f'입주민님이 T-1001 건이 해결됐다고 하십니다: "{words}"' in str(line.params["text"])
    assert "맡기" in labels(line)
    assert (await story.ticket()).state == "received"


async def test_whoever_has_the_matter_can_conclude_it_from_that_line(story: Story) -> None:
    await story.claimed()
    await story.pass_time(hours=2)
    await story.writes("이제 안 새요", understood_as("thanks"))
    assert labels((await story.posted())[-1]) == ["조사 메모"]


async def test_after_more_was_added_to_a_matter_its_end_is_told_of_that_matter(story: Story) -> None:
    await story.another_ticket(intent="complaint.heating", words="난방이 안 돼요")
    await story.sends("/tickets")
    await story.taps("T-1001 누수")
    await story.taps("내용 더하기")
    await story.writes("이제 안 새요 감사합니다", understood_as("thanks"))
    assert PASSED_ON in (await story.heard())[-1]


async def test_of_several_open_matters_one_is_chosen(story: Story) -> None:
    await story.another_ticket(intent="complaint.heating", words="난방이 안 돼요")
    await story.writes("해결됐어요", understood_as("thanks"))
    assert "어느 일이 해결됐나요?" in (await story.heard())[-1]
    await story.taps("T-1001 누수")
    assert PASSED_ON in (await story.heard())[-1]


async def test_what_was_sent_for_at_once_is_over_when_its_owner_says_so(story: Story) -> None:
    moved = await story.another_ticket(intent="complaint.parking.move_car", words="차 빼 주세요")
    await story.sends("/tickets")
    await story.taps("T-1002 차 빼 주세요")
    await story.taps("내용 더하기")
    await story.writes("해결됐어요", understood_as("thanks"))
    assert (await story.ticket(moved)).state == "closed"
    assert "T-1002 접수를 마쳤습니다" in (await story.heard())[-1]


async def test_nobody_is_asked_about_danger_who_says_that_it_stopped(story: Story) -> None:
    await story.writes("it stopped leaking", doubt)
    assert PASSED_ON in (await story.heard())[-1]


@pytest.mark.parametrize("words", ["감사합니다", "네", "괜찮아요", "됐어요", "좋아요", "good", "perfect", "没问题"])
async def test_kind_words_alone_are_not_passed_on_as_its_end(story: Story, words: str) -> None:
    await story.writes(words, understood_as("thanks"))
    assert "해결됐다고" not in await seen_by_staff(story)


@pytest.mark.parametrize(
    "words", ["또 나와요", "다시 물이 나와요", "해결됐나요?", "해결됐다는데 아직 새요", "물이 나와요"]
)
async def test_what_comes_again_goes_on_or_asks_is_not_its_end(story: Story, words: str) -> None:
    await story.writes(words, undecided("complaint.leak"))
    assert "해결됐다고" not in await seen_by_staff(story)


@pytest.mark.parametrize(
    "words",
    [
        *("옆집은 해결됐어요", "지난달에 해결됐어요", "하나는 해결됐어요", "안방만 해결됐어요"),
        *("has it been fixed", "as soon as it's fixed", "they say it's fixed", "it's fixed, isn't it"),
        *("修好了告诉我", "听说修好了", "隔壁修好了"),
    ],
)
async def test_nor_is_what_is_asked_awaited_heard_or_of_something_else(story: Story, words: str) -> None:
    moved = await story.another_ticket(intent="complaint.parking.move_car", words="차 빼 주세요")
    await story.sends("/tickets")
    await story.taps("T-1002 차 빼 주세요")
    await story.taps("내용 더하기")
    await story.writes(words, understood_as("thanks"))
    assert (await story.ticket(moved)).state == "received"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("물이 이제 나와요", "complaint.water"),
        ("엘리베이터 움직여요 이제", "complaint.elevator"),
        ("it doesn't leak any more", "complaint.leak"),
        ("the elevator is working now", "complaint.elevator"),
    ],
)
async def test_good_news_in_the_words_of_the_matter_is_heard(story: Story, words: str, kind: str) -> None:
    number = await story.another_ticket(intent=kind, words="고장 났어요")
    await story.writes(words, undecided(kind))
    if kind == "complaint.leak":
        await story.taps("T-1002 누수")
    assert "T-1002 담당자에게 전했습니다" in (await story.heard())[-1]
    assert (await story.ticket(number)).state == "received"


async def test_what_was_chosen_for_good_news_reaches_the_staff_as_such(story: Story) -> None:
    await story.another_ticket(intent="complaint.heating", words="온수가 안 나와요")
    await story.writes("이제 나와요", understood_as("thanks"))
    await story.taps("T-1001 누수")
    assert PASSED_ON in (await story.heard())[-1]
    assert "T-1001 건이 해결됐다고 하십니다" in await seen_by_staff(story)


async def test_what_was_told_before_the_good_news_is_not_lost_over_it(story: Story) -> None:
    await story.writes("화장실 쪽이 이상해요", undecided("complaint.water", "complaint.leak"))
    await story.writes("이제 안 새요", undecided("complaint.water", "complaint.leak"))
    await story.taps("누수")
    await story.taps("T-1001에 덧붙이기")
    seen = await seen_by_staff(story)
    assert "화장실 쪽이 이상해요" in seen
    assert 'T-1001 건이 해결됐다고 하십니다: "이제 안 새요"' in seen


async def test_without_an_open_matter_it_stays_a_kind_word(story: Story) -> None:
    await story.resolved()
    await story.pass_time(hours=2)
    await story.taps("네, 해결됐어요")
    await story.taps("건너뛰기")
    await story.writes("이제 잘 나와요", understood_as("thanks"))
    assert "전했습니다" not in (await story.heard())[-1]
    assert await tickets(story) == 1
