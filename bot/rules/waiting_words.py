"""What people write who wait: when will somebody come, is anybody there, it still goes on."""

from bot.rules.phrases import Phrases, fold, has, made_of

_SHORT = 40
"""Folded letters; longer messages tell a story of their own, in which such words stand by the way."""
_QUESTION_SIGNS = frozenset("?？")


def asks_when(text: str, phrases: Phrases) -> bool:
    """ "When will you come?", "why has nobody called?" """
    return _says(text, phrases, "asks-when-anywhere")


def asks_when_you_come(text: str, phrases: Phrases) -> bool:
    """Nothing but "what time will you come?", which asks for the hour of a visit and not of the office."""
    parts = {kind: phrases(kind) for kind in ("comes-when", "comes-when-beside")}
    return made_of(fold(text), parts, {"comes-when"})


def asks_for_anybody(text: str, phrases: Phrases) -> bool:
    """ "Is nobody there?" """
    return _says(text, phrases, "anybody-there-anywhere")


def goes_on(text: str, phrases: Phrases) -> bool:
    """ "It is still dripping": about something that was told before."""
    return _says(text, phrases, "goes-on-anywhere")


def comes_again(text: str, phrases: Phrases) -> bool:
    """ "It is blocked again": about something that had come right."""
    return _says(text, phrases, "again-anywhere")


def wishes_for_visit(text: str, phrases: Phrases) -> bool:
    """ "I am at home only in the morning", "don't ring, there is a dog", "can you come after six?": for whoever
    comes."""
    return has(fold(text), phrases("visit-wish-anywhere"))


def asks_anything(text: str, phrases: Phrases) -> bool:
    """Whether a message asks rather than tells."""
    return bool(_QUESTION_SIGNS & set(text)) or has(fold(text), phrases("question-anywhere"))


def _says(text: str, phrases: Phrases, kind: str) -> bool:
    folded = fold(text)
    return len(folded) <= _SHORT and has(folded, phrases(kind))
