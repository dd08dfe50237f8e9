"""English for what is only known at run time: "by" before a moment, a capital at the start of a sentence."""


def by(moment: str) -> str:
    """ "today by 17:02" from "today at 17:02"; "by 5 October (Mon) 09:00" where the moment names no "at"."""
    day, at, time = moment.partition(" at ")
    return f"{day} by {time}" if at else f"by {moment}"


def capital(words: str) -> str:
    """The same with its first letter as a capital."""
    return words[:1].upper() + words[1:]
