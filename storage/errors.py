"""What storage refuses or cannot do.

    StorageError
    ├── AddressError        DATABASE_URL cannot be read, or names a database that is not served
    ├── Unreachable         no connection: server down, wrong password, folder missing
    ├── Unusable            reachable, but not fit: settings, damage, another schema
    ├── DataKeyError        sealed fields and the data key do not fit together
    ├── OtherBotError       the database belongs to another bot (`expected`, `actual`: bot ids)
    └── BackupError         a backup cannot be made, is not whole, or would overwrite something

`reason` names the case for whoever puts it into words (storage/sentences.py; the service: "database-" + reason);
`details` fills its variables and never holds a password, a key or anybody's words.
"""


class StorageError(Exception):
    """`reason` is a short kebab-case name, unique among all storage errors."""

    def __init__(self, reason: str, /, **details: object) -> None:
        super().__init__(reason, details)
        self.reason = reason
        self.details = details

    def __str__(self) -> str:
        return " ".join([self.reason, *(f"{name}={value}" for name, value in self.details.items())])


class AddressError(StorageError):
    pass


class Unreachable(StorageError):
    pass


class Unusable(StorageError):
    pass


class DataKeyError(StorageError):
    pass


class OtherBotError(StorageError):
    pass


class BackupError(StorageError):
    pass
