"""`python -m intents match | explain | evaluate | check | bench | train`: the recogniser without the service."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from intents import commands, messages
from intents.cache import default_folder
from intents.catalogue import Catalogue, CatalogueError, load_catalogue, shipped_catalogue_path
from intents.elsewhere import TrainingError, train_into
from intents.messages import MessageError
from intents.processes import ProcessError, end_with
from intents.recognise import Recogniser


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns 0, 1 (`check` found faults) or 2 (wrong input, said in one line)."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if "run" not in options:
        parser.print_help(sys.stderr)
        return 2
    try:
        if options.run is not _train:
            commands.standard_output()  # first: to find it closed when all is done helps nobody
        result: int = options.run(options)
    except (CatalogueError, MessageError, ProcessError, TrainingError) as error:
        return _complain(str(error))
    except MemoryError as error:
        print(
            f"intents: no memory was left ({str(error) or 'for anything more'}); end what else runs here",
            file=sys.stderr,
        )
        return 2
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return _complain(f"{place}{error.strerror}; check the path and its rights")
    except KeyboardInterrupt:
        return 130
    return result


def _complain(what: str) -> int:
    if sys.stderr is not None:  # closed by the caller: then a complaint must not get among the results
        print(f"intents: {what}", file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m intents", description="Understand owners' messages.")
    commands_of = parser.add_subparsers(metavar="COMMAND")

    def command(name: str, about: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        sub = commands_of.add_parser(name, help=about, description=about)
        sub.add_argument("--catalogue", type=Path, metavar="DIR", help="folder of examples instead of the shipped one")
        sub.set_defaults(run=run)
        return sub

    train = command("train", "Train now and keep the weights, so that the next start finds them.", _train)
    where = "where to keep them; of several the first one that takes them"
    train.add_argument("--cache", type=Path, metavar="DIR", action="append", help=where)
    train.add_argument("--json", action="store_true", help="read a catalogue as JSON from standard input")
    train.add_argument("--for", type=int, metavar="PID", dest="parent", help="end with this process, which began it")
    match = command("match", "One message a line on standard input, one JSON line out for each.", _match)
    match.add_argument("--jsonl", action="store_true", help='lines are {"text": …} instead of plain text')
    explain = command(
        "explain", "Show what was read, which stage decided, and which grams and examples spoke for what.", _explain
    )
    explain.add_argument("text")
    evaluate = command("evaluate", "Measure against labelled messages.", _evaluate)
    evaluate.add_argument("file", type=Path, metavar="FILE.jsonl", help='lines are {"text": …, "intent": id or [ids]}')
    check = command("check", "Look for faults in the examples.", _check)
    check.add_argument("--against", type=Path, metavar="FILE.jsonl", help="messages that must not be copied either")
    bench = command("bench", "Measure time, memory and, with a file, accuracy beside plain fuzzy matching.", _bench)
    bench.add_argument("file", type=Path, nargs="?", metavar="FILE.jsonl", help="labelled messages")
    return parser


def _catalogue(options: argparse.Namespace) -> Catalogue:
    return load_catalogue(options.catalogue or shipped_catalogue_path())


def _recogniser(options: argparse.Namespace) -> Recogniser:
    return Recogniser.train(_catalogue(options), default_folder())


def _train(options: argparse.Namespace) -> int:
    if options.parent is not None:
        end_with(options.parent)
    catalogue = _handed_over() if options.json else _catalogue(options)
    folders = options.cache or [default_folder()]
    if all(map(_is_no_folder, folders)):
        raise MessageError(f"{folders[0]}: is no folder; name one that is there or can be made")
    # Whoever serves owners on the same machine goes first.
    os.nice(5)
    train_into(catalogue, folders)
    return 0


def _is_no_folder(path: Path) -> bool:
    """Whether it, or what it should stand in, is something else already; known before anything is learnt."""
    return next(place for place in (path, *path.absolute().parents) if place.exists()).is_dir() is False


def _handed_over() -> Catalogue:
    try:
        return Catalogue.of_json(sys.stdin.read())
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise MessageError("standard input:1: no catalogue as JSON; hand over what `Catalogue.as_json` wrote") from None


def _match(options: argparse.Namespace) -> int:
    source = commands.standard_input()
    return commands.match(_recogniser(options), source, commands.standard_output(), options.jsonl)


def _explain(options: argparse.Namespace) -> int:
    from intents.explain import explain

    catalogue = _catalogue(options)
    return commands.say(explain(Recogniser.train(catalogue, default_folder()), catalogue, options.text))


def _evaluate(options: argparse.Namespace) -> int:
    asked, catalogue = messages.labelled(options.file), _catalogue(options)
    messages.refuse_unknown(asked, options.file, catalogue.intents)  # at once: training takes its time
    return commands.say(commands.evaluate(Recogniser.train(catalogue, default_folder()), asked))


def _check(options: argparse.Namespace) -> int:
    from intents.check import check, labelled_sets

    against = dict.fromkeys([*labelled_sets(), *([options.against] if options.against else [])])
    report = check(options.catalogue or shipped_catalogue_path(), list(against))
    commands.say(report.lines())
    return 1 if report.faults else 0


def _bench(options: argparse.Namespace) -> int:
    from intents.bench import bench

    return commands.say(bench(options.catalogue or shipped_catalogue_path(), options.file))


if __name__ == "__main__":
    sys.exit(main())
