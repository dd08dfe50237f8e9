"""An owner writes as people do in a chat: one thought in several lines, sent one right after the other."""

from bot.sandbox.journey import Heard, Person
from tests.journeys.conftest import MakeTown
from tests.journeys.desk import said_to, staff_with
from tests.journeys.people import settles_in, somebody_talks
from tests.journeys.town import Town


async def writes_at_once(town: Town, owner: Person, *lines: str) -> list[int]:
    """All of it waits when the service looks: it was away for a moment."""
    await town.stop()
    ids = [await owner.sends(line) for line in lines]
    await town.start()
    return ids


async def answers_since(owner: Person, message_id: int) -> list[Heard]:
    return [message for message in await said_to(owner, "") if message.id > message_id]


async def test_a_greeting_a_subject_and_a_question_get_one_answer(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True)
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    lines = await writes_at_once(town, owner, "안녕하세요", "관리비 문의요", "이번달 왜 이렇게 많이 나왔어요?")
    await owner.hears(lambda message: bool(message.buttons))
    await owner.sends("/me")
    me = await owner.hears("남아 있는 정보")
    assert len([message for message in await answers_since(owner, lines[-1]) if message.id < me.id]) == 1


async def test_a_report_in_pieces_keeps_every_word_and_a_correction_finds_its_line(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True)
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await writes_at_once(town, owner, "저기요", "거실 천장에서 물이 새요", "어제 저녁부터 그래요")
    await owner.hears("몇 호")
    await owner.sends("101동 1203호, 김영희, 010-1234-5678")
    summary = await owner.hears("이렇게 접수할까요")
    assert "물이 새요" in summary.text
    assert "어제 저녁부터" in summary.text
    await owner.taps("접수하기")
    await owner.hears("T-1001")
    staff = await staff_with(town)
    await staff.sees("거실 천장에서 물이 새요\n어제 저녁부터 그래요")

    _, _, last = await writes_at_once(town, owner, "저기요", "거실 천장에서 또 물이 새요", "작은방도 그래요")
    await owner.hears("T-1001")
    await owner.taps("T-1001에 덧붙이기")
    await staff.sees("👤 저기요\n거실 천장에서 또 물이 새요\n작은방도 그래요")
    await owner.edits(last, "작은방은 괜찮아요")
    await staff.sees("👤 저기요\n거실 천장에서 또 물이 새요\n작은방은 괜찮아요")


async def test_two_clear_questions_are_two(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True)
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await writes_at_once(
        town, owner, "안녕하세요", "관리비 언제까지 내야 돼요?", "관리사무소 전화번호 알려주세요", "감사합니다"
    )
    assert "말일" in (await owner.hears("출처")).text
    assert "02-000-0100" in (await owner.hears("출처")).text
    await owner.sends("/me")
    await owner.hears("남아 있는 정보")
    assert len(await said_to(owner, "출처")) == 2


async def test_danger_in_any_line_comes_first(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True)
    owner, manager = await town.sandbox.user("김영희"), await town.sandbox.user("한소장")
    await settles_in(owner)
    await writes_at_once(town, owner, "안녕하세요", "문의드려요", "주방에서 가스 냄새가 나요", "어떡하죠")
    await owner.hears("전등과 환풍기를 켜지도 끄지도 마세요.")
    assert "주방에서 가스 냄새가 나요" in (await manager.hears("긴급 상황이 접수됐습니다")).text


async def test_lines_to_a_person_arrive_each_and_in_order(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True)
    talk = await somebody_talks(town)
    lines = ("그게요", "어제 그 전등이요", "또 나갔어요", "다시 와 주세요")
    await writes_at_once(town, talk.owner, *lines)
    await talk.minsu.sees(lines[-1])
    heard = "\n".join(message.text for message in await talk.minsu.messages() if message.text.startswith("👤"))
    assert [line for line in heard.replace("👤 ", "").splitlines() if line in lines] == list(lines)
