"""Which question an intake puts next: only what is not yet known (O4), who and where once in a lifetime."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """The questions of an intake, in their order."""

    WHAT = "what"
    PLACE = "place"
    CONSENT = "consent"
    HOME = "home"
    NAME = "name"
    PHONE = "phone"
    SUMMARY = "summary"


PERSONAL = frozenset({Step.HOME, Step.NAME, Step.PHONE})
"""Never asked, nor kept, without consent (O1)."""

TIMES_ASKED = 2
"""After that a question counts as skipped: a matter is never held up by a detail."""

IN_SHARED_AREAS = frozenset(
    {
        "repair.common",
        "repair.common.fire_alarm",
        "complaint.cleaning",
        "complaint.elevator",
        "complaint.landscape",
        "complaint.parking",
        "complaint.security",
        "complaint.other.obstruction",
    }
)
"""Matters that usually happen outside the owner's home, so that the home does not say where."""

AT_HOME = frozenset(
    {
        "complaint.heating",
        "complaint.leak",
        "complaint.power",
        "complaint.water",
        "movein.defect",
        "repair.unit",
        "repair.unit.drain",
    }
)
"""Matters in which a unit that is named is the owner's own; elsewhere it may be a neighbour's."""

_PLACE_SLOTS = frozenset({"area", "building", "floor", "line", "car"})


@dataclass(frozen=True, slots=True)
class Known:
    """What need not be asked."""

    words: bool
    place: bool
    consent: bool
    home: bool
    name: bool
    phone: bool


def says_place(slots: Mapping[str, str]) -> bool:
    """Whether a message names a place."""
    return any(slot in slots for slot in _PLACE_SLOTS)


def next_step(intent: str, known: Known, skipped: Collection[str]) -> Step:
    """The first question that is neither answered nor skipped; SUMMARY when none is left."""
    missing = {
        Step.WHAT: not known.words,
        Step.PLACE: intent in IN_SHARED_AREAS and not known.place,
        Step.CONSENT: not known.consent,
        Step.HOME: not known.home,
        Step.NAME: not known.name,
        Step.PHONE: not known.phone,
    }
    if Step.CONSENT in skipped:
        skipped = {*skipped, *PERSONAL}
    return next((step for step, is_missing in missing.items() if is_missing and step not in skipped), Step.SUMMARY)
