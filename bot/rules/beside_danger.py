"""Which reports belong to a danger itself: smoke to a fire, a stopped lift to whoever is trapped in it. Whatever else
is told in its midst is a matter of its own."""

from collections.abc import Collection, Mapping

from bot.rules.other_matter import related

_PART_OF: Mapping[str, tuple[str, ...]] = {
    "emergency.fire": ("complaint.smoking", "complaint.odor", "complaint.power", "repair.common.fire_alarm"),
    "emergency.gas": ("complaint.odor", "complaint.smoking", "repair.unit"),
    "emergency.elevator": ("complaint.elevator", "repair.common"),
    "emergency.flood": ("complaint.leak", "complaint.water", "complaint.power", "repair.unit"),
    "emergency.electric": ("complaint.power", "complaint.odor", "complaint.leak", "repair.unit"),
    "emergency.crime": ("complaint.security", "complaint.noise"),
    "emergency.structure": ("repair.common", "complaint.landscape", "complaint.other.obstruction"),
}


def is_part_of(intent: str, dangers: Collection[str]) -> bool:
    """Whether a report of `intent` tells of one of these emergencies."""
    return any(related(intent, part) for danger in dangers for part in _PART_OF.get(danger, ()))
