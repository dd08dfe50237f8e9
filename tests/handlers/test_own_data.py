"""What owners tell about themselves: with consent alone, and nothing else is taken for it."""

from dataclasses import replace
from typing import Any

import pytest

from bot.actions.conversation import owner_wrote
from bot.actions.people import people
from bot.actions.wording import home_text, phone_of
from bot.desk import Work
from intents.result import Decision
from storage.models import Conversation, Person
from tests.builders import said
from tests.desk_story import Story
from tests.handlers.understanding import foreign, tickets, undecided, where_they_live, wishes


async def consents(story: Story) -> None:
    async def agree(work: Work, talk: Conversation) -> None:
        await people.consent(work, await work.session.get_one(Person, story.owner_id))

    await story.edit(agree)


async def is_asked_what_has_changed(story: Story) -> None:
    await story.sends("/me")
    await story.taps("내 정보 고치기")


async def shares(story: Story, phone: str | None) -> None:
    """The owner's own contact, or (None) that of somebody else."""
    async with story.bench.transaction() as work:
        talk = await story._talk(work)
        person = await work.session.get_one(Person, story.owner_id)
        await owner_wrote(work, talk, person, replace(said(talk.chat_id, media=("contact",)), contact_phone=phone))
        await story.post.deliver(work)


async def known(story: Story) -> str:
    async with story.bench.transaction() as work:
        person = await work.session.get_one(Person, story.owner_id)
        return f"{await home_text(work, person, 'ko')} {phone_of(work, person)}"


@pytest.mark.parametrize(
    ("words", "understand"),
    [
        ("101동 1203호 변기가 막혀서 물이 안 내려가요", wishes("repair.unit.drain")),
        ("1303호가 시끄러워요", undecided("complaint.noise", "complaint.pet")),
        ("1303호가 시끄러워요", wishes("complaint.pet", decision=Decision.UNSURE)),
        ("변기가 막혔어요", wishes("repair.unit.drain")),
    ],
)
async def test_a_report_is_no_change_of_address(story: Story, words: str, understand: Any) -> None:
    await consents(story)
    await is_asked_what_has_changed(story)
    await story.writes(words, understand)
    assert "고쳤습니다" not in (await story.heard())[-1]
    assert "바뀐 것" not in (await story.heard())[-1]
    assert await known(story) == "101동 1203호 010-0000-1203"
    if "막" in words:
        await story.taps("접수하기")
        assert await tickets(story) == 2


async def test_a_picture_is_no_change_of_address(story: Story) -> None:
    await consents(story)
    await story.pass_time(hours=1)
    await is_asked_what_has_changed(story)
    await story.writes("102동 504호", foreign, photos=1)
    assert "사진·파일: 1개" in (await story.heard())[-1]


async def test_an_address_long_after_the_question_changes_nothing(story: Story) -> None:
    await consents(story)
    await is_asked_what_has_changed(story)
    await story.pass_time(days=20)
    await story.writes("102동 504호", where_they_live)
    assert await known(story) == "101동 1203호 010-0000-1203"


@pytest.mark.parametrize("words", ["102동 504호 010-9999-8888", "저 102동 504호로 이사했고 010-9999-8888이에요"])
async def test_what_has_changed_is_kept(story: Story, words: str) -> None:
    await consents(story)
    await is_asked_what_has_changed(story)
    await story.writes(words, undecided("profile.update", "movein.procedure"))
    assert await known(story) == "102동 504호 010-9999-8888"


@pytest.mark.parametrize("agreed", ["동의합니다", "네"])
async def test_whoever_has_not_agreed_is_asked_before_anything_is_kept(story: Story, agreed: str) -> None:
    await is_asked_what_has_changed(story)
    assert "동의하시겠어요" in (await story.heard())[-1]
    await story.writes("102동 504호", where_they_live)
    assert "동의하시겠어요" in (await story.heard())[-1]
    assert await known(story) == "101동 1203호 010-0000-1203"
    await (story.taps(agreed) if agreed == "동의합니다" else story.writes(agreed, foreign))
    assert "바꿀 내용" in (await story.heard())[-1]
    await story.writes("102동 504호", where_they_live)
    assert await known(story) == "102동 504호 010-0000-1203"


@pytest.mark.parametrize("refused", ["나중에", "아니요"])
async def test_whoever_refuses_changes_nothing(story: Story, refused: str) -> None:
    await is_asked_what_has_changed(story)
    await (story.taps(refused) if refused == "나중에" else story.writes(refused, foreign))
    await story.writes("102동 504호", where_they_live)
    assert await known(story) == "101동 1203호 010-0000-1203"


async def test_a_shared_number_replaces_the_old_one_and_the_staff_see_it(story: Story) -> None:
    await consents(story)
    await shares(story, "010-9999-8888")
    assert "이 번호로 연락드리겠습니다" in (await story.heard())[-1]
    assert await known(story) == "101동 1203호 010-9999-8888"
    edited = await story.posted(method="editMessageText")
    assert any("010-9999-8888" in row.params["text"] for row in edited)


async def test_a_shared_number_is_kept_by_nobody_who_has_not_agreed(story: Story) -> None:
    await shares(story, "010-9999-8888")
    assert "저장하지 않습니다" in (await story.heard())[-2]
    assert "동의하시겠어요" in (await story.heard())[-1]
    await story.writes("여기가 이상해요", undecided("complaint.heating", "complaint.pest"))
    await shares(story, "010-9999-8888")
    assert "적어 두" not in (await story.heard())[-1]
    assert await known(story) == "101동 1203호 010-0000-1203"


async def test_a_shared_number_before_it_is_clear_what_about_is_kept(story: Story) -> None:
    await consents(story)
    await story.writes("여기가 이상해요", undecided("complaint.heating", "complaint.pest"))
    await shares(story, "010-9999-8888")
    assert await known(story) == "101동 1203호 010-9999-8888"


async def test_somebody_elses_number_is_not_said_to_be_kept(story: Story) -> None:
    await consents(story)
    await shares(story, None)
    assert "다른 분의 연락처는 저장하지 않습니다" in (await story.heard())[-1]
    assert await known(story) == "101동 1203호 010-0000-1203"


async def test_who_chooses_another_language_is_answered_in_it_by_the_staff(story: Story) -> None:
    await story.sends("/language")
    await story.taps("English")
    await story.pass_time(minutes=1)
    changed = [str(row.params["text"]) for row in await story.posted(None, "editMessageText")]
    assert any("☎" in words and "· English" in words for words in changed)
    assert any("T-1001" in words and "🌐 입주민이 읽는 언어: English" in words for words in changed)
