"""Learned examples count until they are removed, and every change of edition is noticed."""

from storage import examples
from storage.database import Database
from tests.builders import MONDAY_MORNING


async def test_an_example_counts_until_it_is_removed_and_again_when_it_is_added_anew(database: Database) -> None:
    async with database.unit_of_work() as unit:
        for words in ("수도 고지서  어디서 봐요", "수도 고지서 어디서 봐요", "물값 얼마"):
            await examples.add(
                unit.session, intent="fee.amount", language="ko", text=words, by="user:1", at=MONDAY_MORNING
            )
        await unit.commit()
    async with database.unit_of_work() as unit:
        assert await examples.examples(unit.session) == {"fee.amount": {"ko": ("수도 고지서 어디서 봐요", "물값 얼마")}}
        assert await examples.remove(unit.session, intent="fee.amount", text="물값 얼마", at=MONDAY_MORNING)
        assert not await examples.remove(unit.session, intent="fee.amount", text="물값 얼마", at=MONDAY_MORNING)
        await unit.commit()
    async with database.unit_of_work() as unit:
        assert await examples.examples(unit.session) == {"fee.amount": {"ko": ("수도 고지서 어디서 봐요",)}}
        await examples.add(
            unit.session, intent="fee.amount", language="ko", text="물값 얼마", by="user:2", at=MONDAY_MORNING
        )
        assert (await examples.examples(unit.session))["fee.amount"]["ko"][1] == "물값 얼마"


async def test_each_edition_has_a_name_of_its_own(database: Database) -> None:
    async with database.unit_of_work() as unit:
        assert await examples.edition(unit.session) == ""
        first = await examples.renew_edition(unit.session)
        second = await examples.renew_edition(unit.session)
        assert first != second == await examples.edition(unit.session)
