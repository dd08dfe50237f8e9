"""Who is staff, who is a manager, and which chats are the office's own (architecture §4 "Roles are rows")."""

from collections.abc import Collection

from bot.rules.routing import MANAGER

# Telegram's own senders, behind which anybody may stand: anonymous admins, channels, linked channels.
NOBODY = frozenset({1087968824, 136817688, 777000})


def may_be_staff(sender_id: int, *, anonymous: bool) -> bool:
    """Anonymous admins post as the chat: nobody knows who they are, so they are never staff (facts: topics)."""
    return not anonymous and sender_id > 0 and sender_id not in NOBODY


def is_manager(telegram_id: int, named: Collection[int], *, in_manager_chat: bool) -> bool:
    """Managers are those whom the settings name, and whoever writes in the manager chat."""
    return in_manager_chat or telegram_id in named


def may_see(department: str, *, manager: bool) -> bool:
    """A complaint about staff is shown to managers only (S1)."""
    return manager or department != MANAGER
