"""What a service begins with: a database that is proven, up to date and this bot's own; its desk; its groups.

Every trouble is one line."""

import contextlib
from collections.abc import AsyncIterator
from datetime import datetime

from bot import preflight
from bot.actions.people import groups
from bot.desk import Chats, Desk, Work, desk_intents
from bot.knowledge import Knowledge
from bot.now import real_now
from bot.settings import Settings
from intents.cries import CryReader
from storage.database import Database
from storage.errors import StorageError
from storage.installation import check_data_key, claim_bot, migrated_chat, migrations
from storage.revision import check_tables
from storage.upgrade import upgrade_elsewhere


@contextlib.asynccontextmanager
async def open_database(settings: Settings) -> AsyncIterator[Database]:
    """Opened, proven and at the present schema. Raises DatabaseError with one line."""
    try:
        database = Database.open(settings.database_url, data_key=settings.data_key)
    except StorageError as error:
        raise preflight.database_error(error) from None
    try:
        try:
            await database.prove()
            await upgrade_elsewhere(database, settings.database_url)
            await check_tables(database)
            async with database.unit_of_work() as unit:
                await check_data_key(unit.session, database.cipher)
                await unit.commit()
        except StorageError as error:
            raise preflight.database_error(error) from None
        yield database
    finally:
        await database.dispose()


async def claim(database: Database, bot_id: int) -> None:
    """The database remembers the bot that it belongs to."""
    try:
        async with database.unit_of_work() as unit:
            await claim_bot(unit.session, bot_id)
            await unit.commit()
    except StorageError as error:
        raise preflight.database_error(error) from None


async def follow_migrations(database: Database, settings: Settings) -> Settings:
    """The settings with the present ids of chats that became supergroups."""
    async with database.unit_of_work(reading=True) as unit:
        moved = {
            name: await migrated_chat(unit.session, chat)
            for name in ("staff_chat_id", "manager_chat_id")
            if (chat := getattr(settings, name)) is not None
        }
    return settings.model_copy(update=moved)


async def learn_moves(database: Database, chats: Chats) -> None:
    """Groups that became supergroups, whichever replica saw it."""
    async with database.unit_of_work(reading=True) as unit:
        moved = await migrations(unit.session)
    for old, new in moved.items():
        chats.follow(old, new)


def make_desk(settings: Settings, database: Database, username: str, knowledge: Knowledge) -> Desk:
    """A desk that has yet to be taught, and understands cries for help meanwhile."""
    return Desk(
        office=knowledge.office,
        texts=knowledge.texts,
        understand=CryReader.of(knowledge.catalogue).match,
        intents=desk_intents(knowledge.catalogue.intents, knowledge.texts),
        chats=preflight.chats_of(settings),
        cipher=database.cipher,
        bot_username=username,
    )


async def greet_groups(database: Database, desk: Desk, now: datetime) -> None:
    """The staff's groups have just been found in order: what waited until the bot may write there waits no longer."""
    async with database.unit_of_work() as unit:
        for chat in sorted(desk.staff_chats):
            await groups.bot_is_in(Work(unit.session, now, desk, real_now()), chat)
        await unit.commit()
