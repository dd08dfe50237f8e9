"""What owners do in most journeys, and how they come to talk with the people of the office."""

from dataclasses import dataclass

from bot.sandbox.journey import Heard, Person, Place
from tests.journeys.town import Town


async def settles_in(owner: Person, language: str = "한국어", agree: str = "동의합니다") -> None:
    """Start, language, consent."""
    await owner.starts()
    await owner.hears("언어")
    await owner.taps(language)
    await owner.hears(agree[:2])
    await owner.taps(agree)
    await owner.hears()


async def tells_who(
    owner: Person, unit: str = "101동 1203호", name: str = "김영희", phone: str = "010-1234-5678"
) -> None:
    """Answers the questions about home, name and telephone."""
    await owner.hears("몇 호")
    await owner.sends(unit)
    await owner.hears("성함")
    await owner.sends(name)
    await owner.hears("번호")
    await owner.sends(phone)


async def reports(owner: Person, words: str = "거실 천장에서 물이 새요") -> Heard:
    """From the first words to the receipt of a newcomer who has given consent."""
    await owner.sends(words)
    await tells_who(owner)
    await owner.hears("이렇게 접수할까요")
    await owner.taps("접수하기")
    return await owner.hears("접수번호")


@dataclass(frozen=True, slots=True)
class Talk:
    """An owner, and two people of the office in the topic of that owner."""

    owner: Person
    minsu: Place
    haneul: Place

    @property
    def thread(self) -> int:
        assert self.minsu.thread is not None
        return self.minsu.thread


async def somebody_waits(town: Town) -> Talk:
    """김영희 has asked for a person; whoever taps "맡기" has the floor."""
    owner = await town.sandbox.user("김영희")
    await owner.sends("사람이랑 얘기하고 싶어요")
    await owner.hears("번째")
    return await _talk(town, owner, "김영희")


async def somebody_talks(town: Town) -> Talk:
    """이민수 talks with 김영희, who had asked for a person; 정하늘 reads along."""
    talk = await somebody_waits(town)
    await talk.minsu.taps("맡기")
    await talk.owner.hears("이민수")
    return talk


async def a_leak_is_reported(town: Town) -> Talk:
    """T-1001 of 김영희, which nobody has taken yet."""
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await reports(owner)
    return await _talk(town, owner, "101-1203 김영희")


async def a_leak_is_taken_on(town: Town) -> Talk:
    """The same, taken by 이민수, whose name the card shows."""
    talk = await a_leak_is_reported(town)
    await talk.minsu.taps("맡기")
    await talk.owner.hears("이민수")
    await talk.minsu.sees("담당: 시설팀 이민수")
    return talk


async def _talk(town: Town, owner: Person, title: str) -> Talk:
    topic = await town.sandbox.topic(title)
    minsu, haneul = [(await town.sandbox.user(name)).in_topic(topic) for name in ("이민수", "정하늘")]
    await minsu.sees(lambda message: "맡기" in message.button_texts)
    return Talk(owner, minsu, haneul)
