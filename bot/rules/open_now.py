"""Whether a message asks nothing but whether the office is open at this moment."""

from bot.rules.phrases import Phrases, fold, made_of

_SIGNS = ("?", "？")


def asks_if_open_now(text: str, phrases: Phrases) -> bool:
    """ "지금 열었나요", "are you open now?". What could also tell that somebody has opened a door needs its sign."""
    parts = {kind: phrases(kind) for kind in ("open-now", "open-now-moment", "open-now-beside")}
    if any(sign in text for sign in _SIGNS):
        parts["open-now"] = (*parts["open-now"], *phrases("open-now-with-sign"))
    return made_of(fold(text), parts, {"open-now", "open-now-moment"})
