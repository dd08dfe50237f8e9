"""The state of the look-alike: people, chats, topics, messages, callbacks; and the ids of the world of `make run`.

`World` only keeps and finds; what may be done to it is decided in `access`, `posting`, `acts` and `methods`.
"""

import secrets
from collections import defaultdict
from collections.abc import Callable

from bot.sandbox.errors import ControlError
from bot.sandbox.model import Callback, Chat, Member, Message, Topic, User, chat_from_json
from bot.sandbox.store import Store

BOT_ID = 7_000_000_001
BOT_USERNAME = "haedap_sandbox_bot"
#: Not a secret: it opens nothing but a sandbox on one's own machine.
SANDBOX_TOKEN = f"{BOT_ID}:AAHaedapSandboxTokenOpensNothingElse"

OWNER_KIM_ID = 5_100_000_001
OWNER_ALEX_ID = 5_100_000_002
OWNER_PARK_ID = 5_100_000_003
OWNER_IDS = (OWNER_KIM_ID, OWNER_ALEX_ID, OWNER_PARK_ID)
STAFF_FACILITY_ID = 5_200_000_001
STAFF_OFFICE_ID = 5_200_000_002
STAFF_IDS = (STAFF_FACILITY_ID, STAFF_OFFICE_ID)
MANAGER_ID = 5_300_000_001
MANAGER_USER_IDS = (MANAGER_ID,)
#: The manager's private chat with the bot (private chats have the id of the person).
MANAGER_CHAT_ID = MANAGER_ID
STAFF_CHAT_ID = -1_002_100_000_001
#: The General topic's id; no message of a supergroup that bots meet ever has it.
GENERAL_THREAD_ID = 1


class World:
    """Everything that exists, in memory, with every change handed to the store."""

    def __init__(self, store: Store, token: str) -> None:
        self.store = store
        self.token = token
        self.bot_id = int(token.split(":", 1)[0])
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.topics: dict[int, dict[int, Topic]] = defaultdict(dict)
        self.messages: dict[int, dict[int, Message]] = defaultdict(dict)
        self.callbacks: dict[str, Callback] = {}
        self._account_message_id = 0
        self._last_message_id: dict[int, int] = defaultdict(int)
        self._load()

    def forget_all(self) -> None:
        """Only the bot is left."""
        for rows in (self.users, self.chats, self.topics, self.messages, self.callbacks, self._last_message_id):
            rows.clear()
        self._account_message_id = 0
        self._load()

    @property
    def bot(self) -> User:
        return self.users[self.bot_id]

    def _load(self) -> None:
        for row in self.store.load("user"):
            user = User(**row)
            self.users[user.id] = user
        for row in self.store.load("chat"):
            chat = chat_from_json(row)
            self.chats[chat.id] = chat
        for row in self.store.load("topic"):
            topic = Topic(**row)
            self.topics[topic.chat_id][topic.thread_id] = topic
        for row in self.store.load("message"):
            message = Message(**row)
            self.messages[message.chat_id][message.id] = message
            self._count(message.chat_id, message.id)
        for callback in sorted((Callback(**row) for row in self.store.load("callback")), key=lambda tap: tap.at):
            self.callbacks[callback.id] = callback
        if self.bot_id not in self.users:
            self.save_user(User(self.bot_id, "해답", username=BOT_USERNAME, is_bot=True))

    def save_user(self, user: User) -> None:
        self.users[user.id] = user
        self.store.put("user", user.id, user)

    def save_chat(self, chat: Chat) -> None:
        self.chats[chat.id] = chat
        self.store.put("chat", str(chat.id), chat)

    def save_topic(self, topic: Topic) -> None:
        self.topics[topic.chat_id][topic.thread_id] = topic
        self.store.put("topic", f"{topic.chat_id}/{topic.thread_id:020d}", topic)

    def save_message(self, message: Message) -> None:
        self.messages[message.chat_id][message.id] = message
        self.store.put("message", f"{message.chat_id}/{message.id:020d}", message)

    def save_callback(self, callback: Callback) -> None:
        self.callbacks[callback.id] = callback
        self.store.put("callback", callback.id, callback)

    def drop_callback(self, callback_id: str) -> None:
        del self.callbacks[callback_id]
        self.store.drop("callback", callback_id)

    def next_message_id(self, chat: Chat) -> int:
        """Supergroups count for themselves; private chats and basic groups share the bot account's counter."""
        if chat.type == "supergroup":
            return max(self._last_message_id[chat.id], GENERAL_THREAD_ID) + 1
        return self._account_message_id + 1

    def add_message(self, message: Message) -> None:
        """Store a message whose id came from `next_message_id`."""
        self._count(message.chat_id, message.id)
        self.save_message(message)

    def _count(self, chat_id: int, message_id: int) -> None:
        if self.chats[chat_id].type == "supergroup":
            self._last_message_id[chat_id] = max(self._last_message_id[chat_id], message_id)
        else:
            self._account_message_id = max(self._account_message_id, message_id)

    def message(self, chat_id: int, message_id: int) -> Message | None:
        """A message that still exists."""
        message = self.messages[chat_id].get(message_id)
        return None if message is None or message.deleted else message

    def topic(self, chat_id: int, thread_id: int) -> Topic | None:
        """A topic that still exists."""
        topic = self.topics[chat_id].get(thread_id)
        return None if topic is None or topic.deleted else topic

    def live_messages(self, chat_id: int) -> list[Message]:
        return [message for message in self.messages[chat_id].values() if not message.deleted]

    def pinned(self, chat_id: int) -> list[Message]:
        return [message for message in self.live_messages(chat_id) if message.pinned]

    def user(self, user_id: int) -> User:
        """A person by id; a control error if there is none."""
        if user_id not in self.users:
            raise ControlError(f"no user {user_id}", 404)
        return self.users[user_id]

    def chat(self, chat_id: int) -> Chat:
        """A chat by id; a control error if there is none."""
        if chat_id not in self.chats:
            raise ControlError(f"no chat {chat_id}", 404)
        return self.chats[chat_id]

    def bot_member(self, chat: Chat) -> Member:
        """The bot's place in a group: left, if it was never in it."""
        return chat.members.get(self.bot_id) or Member(self.bot_id, "left")

    def fresh_user_id(self) -> int:
        """Above 2^31, as many people's ids are."""
        return self._unused(lambda: 5_400_000_000 + secrets.randbelow(100_000_000), self.users)

    def fresh_chat_id(self, kind: str) -> int:
        base = 1_002_200_000_000 if kind == "supergroup" else 4_000_000_000
        return self._unused(lambda: -(base + secrets.randbelow(90_000_000)), self.chats)

    @staticmethod
    def _unused(draw: Callable[[], int], taken: dict[int, User] | dict[int, Chat]) -> int:
        while (candidate := draw()) in taken:
            pass
        return candidate
