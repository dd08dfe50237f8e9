"""What can be wrong with a database, without addresses or passwords in the text.

StorageError
├── DatabaseUnreachable   no answer, no such file, wrong password
├── SettingNotKept        SQLite refuses a setting on which durability rests
├── OtherBotError         the database belongs to another bot
└── (cipher.DataKeyError) the personal data was sealed with another key
"""


class StorageError(Exception):
    """One line for the operator."""


class DatabaseUnreachable(StorageError):
    pass


class SettingNotKept(StorageError):
    pass


class OtherBotError(StorageError):
    """`expected` and `actual` are bot ids."""

    def __init__(self, expected: int, actual: int) -> None:
        super().__init__(f"this database belongs to the bot {expected}, not to {actual}")
        self.expected = expected
        self.actual = actual
