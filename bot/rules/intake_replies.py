"""What people type in the middle of a report besides an answer: record it, is it recorded, I have no telephone."""

from bot.rules.intake_questions import Step
from bot.rules.phrases import Phrases, fold, has, made_of

_SHORT = 30
"""Folded letters; longer messages tell a story of their own, in which such words stand by the way."""
_POLITE = ("courtesy", "thanks", "beside-thanks", "urge")
_ACCEPTING = ("yes", "record-it", "wish", "beside-accept")
_DETAILS = (Step.PHONE, Step.NAME, Step.HOME)


def agrees(text: str, phrases: Phrases) -> bool:
    """Nothing but "I agree", perhaps with a yes before it."""
    return _is_made_of(text, phrases, "agree", "yes")


def goes_on_without_consent(text: str, phrases: Phrases) -> bool:
    """ "동의 없이 접수", what the button says." """
    return _is_made_of(text, phrases, "without-consent", "beside-record", "yes")


def wants_it_recorded(text: str, phrases: Phrases) -> bool:
    """Nothing but "record it", in whatever mood."""
    return _is_made_of(text, phrases, "record-it", "beside-record", "yes")


def accepts_offer(text: str, phrases: Phrases) -> bool:
    """Yes to "shall I put this in for you?" in words of one's own: "네 부탁드릴게요", "yes please do"."""
    return any(_is_made_of(text, phrases, needed, *_ACCEPTING) for needed in ("yes", "record-it", "wish"))


def is_over_by_itself(text: str, phrases: Phrases) -> bool:
    """Nothing but "it moves again", "found it": under the summary it may be that nothing need be recorded."""
    return _is_made_of(text, phrases, "over-by-itself", "beside-over-by-itself")


def asks_whether_recorded(text: str, phrases: Phrases) -> bool:
    """ "접수된 거냐고": where does the report stand? A camera records, too."""
    folded = fold(text)
    asked = len(folded) <= _SHORT and has(folded, phrases("recorded-anywhere"))
    return asked and not has(folded, phrases("recorded-otherwise"))


def protests(text: str, phrases: Phrases) -> bool:
    """ "왜 접수 안 해요?": whoever had dropped it wants it recorded after all."""
    folded = fold(text)
    return len(folded) <= _SHORT and has(folded, phrases("protest-anywhere"))


def detail_withheld(text: str, asked: Step, phrases: Phrases) -> Step | None:
    """Which detail somebody has not got or will not tell: the one that they name, else the one that was asked for; None
    where the message says anything else."""
    lacking = (*phrases("lacking"), *phrases("skip"))
    beside = {kind: phrases(kind) for kind in ("beside-nothing", *_POLITE)}
    for step in _DETAILS:
        parts = {**beside, "lacking": lacking, "detail": phrases(f"nothing-{step}")}
        if made_of(fold(text), parts, {"detail", "lacking"}):
            return step
    return asked if made_of(fold(text), {**beside, "skip": phrases("skip")}, {"skip"}) else None


def _is_made_of(text: str, phrases: Phrases, needed: str, *beside: str) -> bool:
    parts = {kind: phrases(kind) for kind in (needed, *beside, *_POLITE)}
    return made_of(fold(text), parts, {needed})
