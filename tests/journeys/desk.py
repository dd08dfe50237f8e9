"""What staff and managers do in most journeys."""

import re

from bot.sandbox.journey import Heard, Person, Place
from tests.journeys.town import Town

CLERK = "이민수"


async def staff_with(town: Town, owner: str = "김영희", clerk: str = CLERK, seen: str = "T-") -> Place:
    """A member of staff in the topic of an owner, who has seen what is there: the card of a matter, if nothing else."""
    topic = await town.sandbox.topic(owner)
    staff = (await town.sandbox.user(clerk)).in_topic(topic)
    await staff.sees(seen)
    return staff


async def resolves(staff: Place, conclusion: str = "패킹을 교체했습니다. 또 새면 알려 주세요.") -> None:
    """Claims, notes what was found, and concludes in words for the owner."""
    await staff.sends("/claim")
    await staff.sends("/note 싱크대 밑 패킹이 닳아 있음")
    await staff.hears(re.compile("조사 기록으로 남겼습니다|메모했습니다"))
    await staff.sends(f"/resolve {conclusion}")
    await staff.hears("처리를 마쳐")


async def said_to(person: Person, words: str) -> list[Heard]:
    """The messages of the bot in somebody's private chat that contain `words`."""
    return [m for m in await person.messages() if words in m.text and m.raw["sender"].get("is_bot")]


async def settles_in_english(owner: Person) -> None:
    """Start, language, consent."""
    await owner.starts()
    await owner.hears("Please choose your language")
    await owner.taps("English")
    await owner.hears("Do you agree?")
    await owner.taps("I agree")
    await owner.hears("How can we help?")


async def reports_in_english(owner: Person, words: str = "There is a leak in my ceiling") -> Heard:
    """From the first words to the receipt of a newcomer who has given consent."""
    await owner.sends(words)
    await owner.hears("Which building and unit")
    await owner.sends("101-1203, Alex Kim, 010-1234-5678")
    await owner.hears("Shall we record it like this?")
    await owner.taps("Submit")
    return await owner.hears("Your number is")
