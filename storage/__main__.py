"""`python -m storage upgrade | check | backup FILE | restore FILE`, from any working directory.

Exit code 0: done; 1: something is wrong with the database or the file; 2: what was typed or set cannot be read.
Every problem is one line on standard error that says how to mend it.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from storage.address import read_address
from storage.backup import backup, restore
from storage.check import check, counts
from storage.database import Database, unreachable
from storage.environment import data_key, database_url
from storage.errors import AddressError, StorageError, Unreachable
from storage.revision import newest_revision
from storage.sentences import sentence
from storage.upgrade import upgrade


class _Parser(argparse.ArgumentParser):
    """One line where argparse would print its usage, too."""

    def error(self, message: str) -> None:  # type: ignore[override]
        self.exit(2, f"storage: {message}; `python -m storage --help` shows what there is.\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m storage", description="The database: its form, its health, its backups.")
    parser.add_argument("--url", help="the database; default: DATABASE_URL of the environment or of .env")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("upgrade", help="make the database, or bring it to the form that this version needs")
    commands.add_parser("check", help="say whether it is reachable, current and whole, and what it holds")
    save = commands.add_parser("backup", help="write one file with everything in it, while the service goes on")
    load = commands.add_parser("restore", help="verify such a file and put it in the place of the database")
    for command, forced in ((save, "replace an existing file"), (load, "replace a database that holds data")):
        command.add_argument("file", metavar="FILE", type=Path)
        command.add_argument("--force", action="store_true", help=forced)
    return parser


async def _carry_out(arguments: argparse.Namespace) -> int:
    url = arguments.url or database_url()
    address = read_address(url)
    if address.dialect == "sqlite" and address.file is None:
        raise AddressError("address-memory")
    if arguments.command in ("check", "backup") and address.file is not None and not address.file.exists():
        raise Unreachable("file-missing", file=address.file)
    database = Database.open(url, data_key=data_key(), pool_size=2)
    try:
        return await _COMMANDS[arguments.command](database, arguments)
    finally:
        await database.dispose()


async def _upgrade(database: Database, _arguments: argparse.Namespace) -> int:
    await upgrade(database)
    await database.prove()
    print(f"The database is at revision {newest_revision()}.")
    return 0


async def _check(database: Database, _arguments: argparse.Namespace) -> int:
    problems = await check(database)
    for problem in problems:
        _complain(sentence(problem))
    for name, number in (await counts(database)).items():
        print(f"{name:24}{number:>10}")
    if not problems:
        print(f"The database is reachable, whole and at revision {newest_revision()}.")
    return 1 if problems else 0


async def _backup(database: Database, arguments: argparse.Namespace) -> int:
    await asyncio.to_thread(backup, database.address, arguments.file, force=arguments.force)
    print(f"{arguments.file} holds a verified backup. The data key (DATA_KEY) is not in it: keep that, too.")
    return 0


async def _restore(database: Database, arguments: argparse.Namespace) -> int:
    await restore(database, arguments.file, force=arguments.force)
    await upgrade(database)
    print(f"The database is that of {arguments.file}, at revision {newest_revision()}.")
    return 0


_COMMANDS = {"upgrade": _upgrade, "check": _check, "backup": _backup, "restore": _restore}


def _complain(line: str) -> None:
    print(f"storage: {line}", file=sys.stderr)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    read = _parser().parse_args(arguments)
    try:
        return asyncio.run(_carry_out(read))
    except StorageError as error:
        _complain(sentence(error))
        return 2 if isinstance(error, AddressError) else 1
    except (OSError, SQLAlchemyError) as error:
        _complain(sentence(unreachable(error)))
        return 1
    except Exception as error:  # a traceback helps no operator
        _complain(
            sentence(StorageError("unexpected", reason=f"{type(error).__name__}: {' '.join(str(error).split())}"))
        )
        return 1
    except KeyboardInterrupt:
        _complain("interrupted; nothing was left half-done.")
        return 130


if __name__ == "__main__":
    sys.exit(main())
