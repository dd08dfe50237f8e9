"""What owners do in most journeys."""

from bot.sandbox.journey import Heard, Person


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
