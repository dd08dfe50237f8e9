"""Accuracy, decisions, emergencies, confusions and calibration over labelled messages, as lines for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from intents.messages import Labelled
from intents.mistype import mistyped, unspaced
from intents.result import OUT_OF_SCOPE, Decision, Emergency, Match

MISTYPED = 0.2
"""The share of the words that is mistyped to measure robustness."""
_SLIPS = tuple(partial(mistyped, share=MISTYPED, seed=seed) for seed in (7, 8, 9))
"""Three mishaps, always the same ones, so that two runs can be compared."""
_MOST_CONFUSIONS = 25
"""More of them are single messages, which say nothing together."""
_SHOWN = 90
"""Characters of a message that fit beside its ids in a line."""


@dataclass(frozen=True, slots=True)
class Result:
    """One labelled message and what was made of it."""

    asked: Labelled
    found: Match

    @property
    def foreign(self) -> bool:
        """True when the message is labelled out of scope."""
        return self.asked.intents[0] == OUT_OF_SCOPE

    def accepts(self, intent: str) -> bool:
        """True for a label, or a child of one."""
        return any(intent == label or intent.startswith(f"{label}.") for label in self.asked.intents)

    @property
    def right(self) -> bool:
        return self.accepts(self.found.intent)

    @property
    def among_three(self) -> bool:
        return self.right or any(self.accepts(candidate.intent) for candidate in self.found.candidates[:3])

    @property
    def answered(self) -> bool:
        return self.found.decision is Decision.ANSWER

    @property
    def served(self) -> bool:
        """Answered right, or the right one among the buttons."""
        if self.answered:
            return self.right
        offered = self.found.decision in (Decision.CONFIRM, Decision.UNSURE)
        return offered and any(self.accepts(candidate.intent) for candidate in self.found.candidates[:3])


def share(results: Sequence[Result], holds: Callable[[Result], bool]) -> float | None:
    """The share, 0 to 1, of results for which it holds; None of none."""
    return sum(map(holds, results)) / len(results) if results else None


def percent(value: float | None, signed: bool = False) -> str:
    """Seven characters wide; a dash for what was not measured, because no message is about it."""
    if value is None:
        return f"{'–':>7}"
    return f"{value:+7.1%}" if signed else f"{value:7.1%}"


def figures(results: Sequence[Result], emergencies: Collection[str]) -> dict[str, float | None]:
    """The measures by name, each a share of the messages that it is about; None where there are none."""
    inside = [result for result in results if not result.foreign]
    outside = [result for result in results if result.foreign]
    urgent = [result for result in results if result.asked.intents[0] in emergencies]
    calm = [result for result in results if not any(label in emergencies for label in result.asked.intents)]
    plain = [result for result in calm if not result.foreign]
    return {
        "in scope: best right": share(inside, lambda r: r.right),
        "in scope: right among three": share(inside, lambda r: r.among_three),
        "no emergency: answered right": share(plain, lambda r: r.answered and r.right),
        "no emergency: answered wrong": share(plain, lambda r: r.answered and not r.right),
        "no emergency: served right": share(plain, lambda r: r.served),
        "in scope: sent away": share(inside, lambda r: r.found.decision is Decision.OUT_OF_SCOPE),
        "out of scope: recognised": share(outside, lambda r: r.found.decision is Decision.OUT_OF_SCOPE),
        "out of scope: answered": share(outside, lambda r: r.answered),
        "emergencies: found": share(urgent, lambda r: r.found.emergency is not None),
        "emergencies: certain": share(urgent, lambda r: r.found.emergency is Emergency.CERTAIN),
        "no emergency: called certain": share(calm, lambda r: r.found.emergency is Emergency.CERTAIN),
        "no emergency: called either": share(calm, lambda r: r.found.emergency is not None),
    }


def report(results: Sequence[Result], emergencies: Collection[str]) -> list[str]:
    """Everything worth knowing, most important first."""
    lines = [f"{len(results)} messages"]
    lines += [f"  {name:<34}{percent(value)}" for name, value in figures(results, emergencies).items()]
    lines += ["", "best right by language and kind"]
    lines += list(_groups(results))
    lines += ["", "confusions (meant -> taken for), most frequent first"]
    lines += list(_confusions(results))
    lines += ["", "calibration: stated score and how often the best was right"]
    lines += list(_calibration([result for result in results if not result.foreign]))
    lines += ["", "missed and false emergencies"]
    lines += list(_alarms(results, emergencies))
    return lines


def robustness(asked: Sequence[Labelled], read: Callable[[str], Match]) -> dict[str, float | None]:
    """How much of "best right" is lost, by language, with a fifth of the words mistyped (the mean of three such
    mishaps: one alone is off by a point), and without spaces."""
    losses: dict[str, float | None] = {}
    for code in sorted({message.language for message in asked}):
        inside = [m for m in asked if m.language == code and m.intents[0] != OUT_OF_SCOPE]
        for name, changes in (("words mistyped", _SLIPS), ("no spaces", (unspaced,))):
            losses[f"{code}: lost with {name}"] = _lost(inside, changes, read) if inside else None
    return losses


def _lost(inside: Sequence[Labelled], changes: Sequence[Callable[[str], str]], read: Callable[[str], Match]) -> float:
    """By how much the share of right ones falls, on average, when the messages are changed in each of the ways."""
    plain = sum(Result(m, read(m.text)).right for m in inside)
    changed = sum(Result(m, read(change(m.text))).right for change in changes for m in inside)
    return (plain - changed / len(changes)) / len(inside)


def _groups(results: Sequence[Result]) -> Iterator[str]:
    names: tuple[Callable[[Result], str], ...] = (lambda r: r.asked.language, lambda r: r.asked.kind)
    for name in names:
        for group, count in sorted(Counter(map(name, results)).items()):
            members = [result for result in results if name(result) == group]
            three = share(members, lambda r: r.among_three)
            yield f"  {group:<12}{count:5d} {percent(share(members, lambda r: r.right))}   among three{percent(three)}"


def _confusions(results: Sequence[Result]) -> Iterator[str]:
    wrong: dict[tuple[str, str], list[str]] = {}
    for result in results:
        if not result.right:
            wrong.setdefault((result.asked.intents[0], result.found.intent), []).append(result.asked.text)
    for (meant, taken), texts in sorted(wrong.items(), key=lambda item: (-len(item[1]), item[0]))[:_MOST_CONFUSIONS]:
        yield f"  {len(texts):3d}  {meant} -> {taken}: {_short(texts[0])}"


def _calibration(results: Sequence[Result]) -> Iterator[str]:
    for low in range(0, 10):
        members = [r for r in results if low <= r.found.score * 10 < low + 1 or (low == 9 and r.found.score == 1)]
        if members:
            right = percent(share(members, lambda r: r.right))
            yield f"  {low / 10:.1f}-{(low + 1) / 10:.1f}{len(members):6d}   right{right}"


def _alarms(results: Sequence[Result], emergencies: Collection[str]) -> Iterator[str]:
    for result in results:
        urgent = any(label in emergencies for label in result.asked.intents)
        if result.asked.intents[0] in emergencies and result.found.emergency is None:
            yield f"  missed {result.asked.intents[0]}: {_short(result.asked.text)}"
        elif not urgent and result.found.emergency is not None:
            yield f"  false {result.found.emergency.value} {result.found.emergency_intent}: {_short(result.asked.text)}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
