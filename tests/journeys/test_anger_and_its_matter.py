"""Whoever cries for a person first and tells what it is about afterwards."""

from tests.journeys.desk import settles_in_english
from tests.journeys.town import Town


async def test_the_topic_carries_the_cry_and_names_the_matter_and_the_home(town: Town) -> None:
    owner = await town.sandbox.user("Bob")
    await settles_in_english(owner)
    await owner.sends("i want a human NOW")
    await owner.hears("You are number 1")
    await owner.sends("this is 101-1203, ceiling is dripping in my bathroom")
    topic = await town.sandbox.topic("101-1203 Bob")
    staff = (await town.sandbox.user("이민수")).in_topic(topic)
    await staff.sees("i want a human NOW")
    await staff.sees("ceiling is dripping in my bathroom")
    about = await staff.sees("기다리는 입주민의 용건: 누수")
    assert about.button_texts == ["맡기"]
