"""Which department a matter goes to, and which department somebody means."""

from collections.abc import Mapping

MANAGER = "manager"  # not a department of the office folder: only managers see what goes there
FALLBACK = "office"


def department_for(wanted: str, known: Mapping[str, object]) -> str:
    """The department of an intent, where this office has it; else its general office, else its first department."""
    if wanted == MANAGER or wanted in known:
        return wanted
    if FALLBACK in known:
        return FALLBACK
    return next(iter(known), FALLBACK)


def read_department(text: str, names: Mapping[str, Mapping[str, str]]) -> tuple[str, str] | None:
    """(department id, what follows) from "시설팀 내용" or "facility words"; `names`: id -> language -> name.

    The id, a name in any language, or a beginning of at least two characters that fits one department only."""
    first, _, rest = text.strip().partition(" ")
    word = first.casefold().rstrip(",.:")
    if not word:
        return None
    exact = [key for key, own in names.items() if word in _spellings(key, own)]
    fitting = exact or [
        key
        for key, own in names.items()
        if len(word) >= 2 and any(name.startswith(word) for name in _spellings(key, own))
    ]
    return (fitting[0], rest.strip()) if len(fitting) == 1 else None


def _spellings(key: str, names: Mapping[str, str]) -> tuple[str, ...]:
    return (key.casefold(), *(name.casefold().replace(" ", "") for name in names.values()))
