"""What the recogniser says about one message: frozen values, no behaviour beyond a check of their ranges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

OUT_OF_SCOPE = "oos"
"""The id under which catalogues file messages that are not the office's business."""

NO_SLOTS: Mapping[str, str] = MappingProxyType({})


class Decision(StrEnum):
    """What the caller should do with the best candidate (contract: command line)."""

    ANSWER = "answer"
    """Act on the best at once."""
    CONFIRM = "confirm"
    """Ask "do you mean …?" with up to three buttons, the best first."""
    UNSURE = "unsure"
    """Ask to put it differently or offer a person, with up to three buttons."""
    OUT_OF_SCOPE = "out_of_scope"
    """Say kindly that this is not the office's business, offer a person."""


class Emergency(StrEnum):
    """How strongly the emergency gate believes that somebody is in danger now."""

    CERTAIN = "certain"
    """Safety text at once, urgent ticket, alert."""
    POSSIBLE = "possible"
    """Ask with one tap while staff are told."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One intent and the probability, 0 to 1, that it is meant."""

    intent: str
    score: float


@dataclass(frozen=True, slots=True)
class Match:
    """The reading of one message.

    `intent` is the best guess even when the decision is `unsure`; `"oos"` only for `out_of_scope`.
    `emergency_intent` is the emergency id that the gate believes in, set exactly when `emergency` is;
    a certain emergency is also `intent` and the first candidate. `candidates` are best first (three, or as
    many as the catalogue has), `wishes` every wish found, in the order of the message. `slots` are the
    places, names, numbers and times found, as plain text (see `intents.extract`). `dangers` are the emergency ids that
    the words themselves name, with the concepts of each rule that says so; `hinted` those that any rule speaks for,
    even by a cry that could be for anything.
    """

    intent: str
    decision: Decision
    emergency: Emergency | None
    score: float
    candidates: tuple[Candidate, ...]
    wishes: tuple[str, ...] = ()
    slots: Mapping[str, str] = field(default_factory=lambda: NO_SLOTS)
    emergency_intent: str | None = None
    dangers: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    hinted: tuple[str, ...] = ()
