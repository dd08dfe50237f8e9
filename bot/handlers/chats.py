"""Changes of chats themselves: a group that became a supergroup."""

from bot.actions import deliveries
from bot.desk import Work
from bot.handlers.route import Route, route
from bot.incoming import ChatMigrated


async def _migrated(work: Work, change: ChatMigrated) -> None:
    await deliveries.chat_migrated(work, change.old_chat_id, change.new_chat_id)


CHAT_ROUTES: tuple[Route, ...] = (route("group became a supergroup", ChatMigrated, _migrated),)
