"""python -m bot: every command of the service. What stops a command is one line each on standard error, exit code 2."""

from __future__ import annotations

import argparse
import asyncio
import ipaddress
import logging
import os
import secrets
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

from bot.errors import HaedapError, OperatorError, Problem, SettingsError
from bot.now import real_now, shifted_now
from bot.operator_text import line, lines, sentence
from bot.settings import Settings, load_settings, require_for_service
from intents.collector import collector_paused

_STOPPED, _UNEXPECTED, _TO_BE_MENDED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """0: done or stopped; 1: `doctor` found something, or something unexpected; 2: to be mended first."""
    options = _parser().parse_args(arguments)
    try:
        return int(_COMMANDS[options.command](options))
    except OperatorError as error:
        return _refuse(*lines(error))
    except HaedapError as error:
        return _refuse(line(Problem(error.key, args=error.args_)))
    except KeyboardInterrupt:
        return _STOPPED
    except Exception as error:  # whatever it is, an operator reads a line and not a traceback
        return _unexpected(error)


def _start(options: argparse.Namespace) -> int:
    """No command: the service, or the sandbox while there is no token."""
    settings = load_settings()
    return _serve(settings, None) if settings.telegram_bot_token else _launch(settings, None)


def _run(options: argparse.Namespace) -> int:
    if options.clock is None:
        return _serve(load_settings(), None)
    # The sandbox hands everything over by the environment; `.env` belongs to the real bot.
    return _serve(load_settings(os.environ), options.clock)


def _serve(settings: Settings, clock: Path | None) -> int:
    require_for_service(settings)
    if clock is not None and not _is_loopback(settings.telegram_api_url):
        raise SettingsError("terminal-clock-refused", where="--clock")
    with collector_paused():
        from bot.app import run

    asyncio.run(run(settings, now=real_now if clock is None else shifted_now(clock)))
    return _STOPPED


def _sandbox(options: argparse.Namespace) -> int:
    return _launch(load_settings(), options.data)


def _launch(settings: Settings, data: Path | None) -> int:
    from bot.sandbox_launcher import DEFAULT_DATA, launch

    return launch(settings, data or DEFAULT_DATA)


def _doctor(options: argparse.Namespace) -> int:
    from bot.preflight import main as examine

    return examine(load_settings())


def _init(options: argparse.Namespace) -> int:
    from bot.office import init_office

    folder = options.folder.expanduser().resolve()
    init_office(folder)
    print(sentence("init-done", folder=folder))
    return _STOPPED


_COMMANDS = {None: _start, "run": _run, "sandbox": _sandbox, "doctor": _doctor, "init": _init}


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _refuse(*problems: str) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    return _TO_BE_MENDED


def _unexpected(error: Exception) -> int:
    """One line for the operator; the log gets the way there, on one line too and without the error's own words, which
    may hold a token or what a resident wrote."""
    name = secrets.token_hex(4)
    way = " > ".join(f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__))
    logging.getLogger("bot").error("%s %s at %s", name, type(error).__name__, way)
    print(sentence("unexpected", reason=type(error).__name__, id=name), file=sys.stderr)
    return _UNEXPECTED


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the command line in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(_TO_BE_MENDED, sentence("terminal-usage", problem=message) + "\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m bot", description=sentence("terminal-about"))
    commands = parser.add_subparsers(dest="command", metavar="run | sandbox | doctor | init")
    run = commands.add_parser("run", help=sentence("terminal-run"))
    run.add_argument("--clock", type=Path, metavar="FILE", help=sentence("terminal-clock"))
    sandbox = commands.add_parser("sandbox", help=sentence("terminal-sandbox"))
    sandbox.add_argument("--data", type=Path, metavar="DIR", help=sentence("terminal-data"))
    commands.add_parser("doctor", help=sentence("terminal-doctor"))
    init = commands.add_parser("init", help=sentence("terminal-init"))
    init.add_argument("folder", type=Path, metavar="DIR", help=sentence("terminal-folder"))
    return parser


if __name__ == "__main__":
    sys.exit(main())
