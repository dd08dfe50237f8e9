"""Which question an intake puts next: only what is not yet known (O4), who and where once in a lifetime."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """The questions of an intake, in their order."""

    WHAT = "what"
    HAPPENED = "happened"  # who, when and what, where a complaint about staff says little
    PLACE = "place"
    CONSENT = "consent"
    HOME = "home"
    NAME = "name"
    PHONE = "phone"
    SUMMARY = "summary"


PERSONAL = frozenset({Step.HOME, Step.NAME, Step.PHONE})
"""About the owner. Without consent only the home is asked for, as the place of the matter, and kept with that (O1)."""

TELLING = frozenset({Step.WHAT, Step.HAPPENED, Step.SUMMARY})
"""Where whatever is written tells of the matter."""

TIMES_ASKED = 2
"""After that a question counts as skipped: a matter is never held up by a detail. Consent alone is never taken for
refused: it is asked for until there is a yes or a no."""

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

NOWHERE = frozenset({"complaint.billing", "complaint.staff"})
"""Matters that are nowhere: without consent nobody is asked where they live for them."""

_PLACE_SLOTS = frozenset({"building", "floor", "line", "car"})
"""An area alone does not say where: a complex has many corridors, car parks and lifts."""


@dataclass(frozen=True, slots=True)
class Known:
    """What need not be asked."""

    words: bool
    happened: bool
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
        Step.HAPPENED: not known.happened,
        Step.PLACE: intent in IN_SHARED_AREAS and not known.place,
        Step.CONSENT: not known.consent,
        Step.HOME: not known.home and intent not in IN_SHARED_AREAS,
        Step.NAME: not known.name,
        Step.PHONE: not known.phone,
    }
    if Step.CONSENT in skipped:
        skipped = {*skipped, Step.NAME, Step.PHONE, *((Step.HOME,) if intent in NOWHERE else ())}
    return next((step for step, is_missing in missing.items() if is_missing and step not in skipped), Step.SUMMARY)
