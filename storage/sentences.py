"""What the operator reads on the terminal about each StorageError: what is wrong, and how to mend it."""

from collections.abc import Mapping

from storage.errors import StorageError

_ADDRESSES = "sqlite+aiosqlite:///FILE or postgresql+asyncpg://user:password@host/name"

SENTENCES: Mapping[str, str] = {
    "address": f"DATABASE_URL is not a database address; write {_ADDRESSES}.",
    "address-kind": f"DATABASE_URL: {{kind}} databases are not served; write {_ADDRESSES}.",
    "address-memory": "DATABASE_URL names no file; write sqlite+aiosqlite:///haedap.db.",
    "unreachable": "the database cannot be reached ({reason}); check DATABASE_URL and that the server runs.",
    "folder-missing": "the folder {folder} does not exist; make it, or correct DATABASE_URL.",
    "file-missing": "there is no database {file} yet; `python -m storage upgrade` makes it.",
    "file-unwritable": "the file {file} cannot be written; let this user write the file and its folder.",
    "locked": "another process holds the database {file}; wait for it or stop it.",
    "not-a-database": "{file} is no SQLite database, or it is damaged; move it away and restore a backup.",
    "sqlite-setting": "SQLite refuses the setting {setting}; put the file on a local disk.",
    "postgresql-setting": (
        "PostgreSQL has {setting} = {found} where {wanted} is needed; change it for this database "
        "(ALTER DATABASE … SET …; the encoding is chosen when a database is made)."
    ),
    "postgresql-rights": (
        "the role {role} may not change the tables of this database; make it their owner, or grant it SELECT, INSERT, "
        "UPDATE and DELETE on all of them and USAGE on all sequences (CREATE on the schema where there are none yet)."
    ),
    "behind": "the database has an older form ({revision}); run `python -m storage upgrade`.",
    "tables-missing": "the database lacks tables ({count}): {tables}; stop the service and restore a backup.",
    "newer": "the database was written by a newer version ({revision}); update this program, or restore a backup.",
    "upgrade-failed": "the upgrade was undone, nothing has changed: {reason}",
    "damaged": "the database is damaged: {found}; stop the service and restore a backup.",
    "orphans": "{count} rows of {table} refer to rows that do not exist; restore a backup.",
    "data-key-length": "DATA_KEY must be 32 bytes in URL-safe base64 (43 or 44 letters).",
    "data-key-missing": "personal fields are sealed and DATA_KEY is not set; set the key that sealed them.",
    "data-key-wrong": "DATA_KEY is not the key that sealed the personal fields; set the one that did.",
    "sealed-unreadable": "a personal field has a form that this version does not know; update this program.",
    "other-bot": "this database belongs to the bot {expected}, not to {actual}; set DATABASE_URL to that bot's own.",
    "in-use": "a running service uses the database; stop it first.",
    "backup-exists": "{file} exists already; name another file, or add --force to replace it.",
    "backup-file-missing": "there is no file {file}.",
    "backup-not-written": "{file} cannot be written ({reason}).",
    "backup-kind": "{file} is no backup of a {dialect} database.",
    "backup-damaged": "{file} is not whole ({reason}); nothing was changed. Use another backup.",
    "backup-newer": "{file} comes from a newer version ({revision}); update this program first.",
    "not-empty": "the database holds data, which a restore replaces; back it up, then add --force.",
    "tool-missing": "{tool} was not found; install PostgreSQL's client programs (Debian: postgresql-client).",
    "tool-failed": "{tool} says: {reason}",
    "unexpected": "this should not happen, please report it: {reason}",
}


def sentence(error: StorageError) -> str:
    """One line."""
    return SENTENCES[error.reason].format(**error.details)
