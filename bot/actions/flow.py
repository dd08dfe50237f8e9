"""What a conversation is in the middle of, kept in its row: a restart goes on where it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any

from bot.rules.intake_questions import Step
from storage.models import Conversation, Message


class FlowKind(StrEnum):
    """What the next message is expected to answer."""

    INTAKE = "intake"
    EMERGENCY_CHECK = "emergency_check"  # is it happening now?
    EMERGENCY_DETAILS = "emergency_details"  # where are you, whom can we call
    PAUSED = "paused"  # an alarm or a talk has interrupted a report: go on with it, or drop it?
    CHOICE = "choice"  # do you mean ...?
    OFFER = "offer"  # shall I put this in for you?
    SAME_MATTER = "same_matter"  # add to the open matter, or a new one?
    ADDING = "adding"  # what is sent now belongs to a ticket
    PROFILE = "profile"
    RATING = "rating"  # stars for a solved matter; served by feedback.typed_answer, as the next two
    REASON = "reason"  # what was missing, after a low score
    FOLLOW_UP = "follow_up"  # is it still fine?
    CONSENT = "consent"  # do you agree to the privacy notice, outside a report
    GIVEN_UP = "given_up"  # nothing is expected; what was dropped can be taken up again


@dataclass(frozen=True, slots=True)
class Flow:
    """One expectation. `data` holds ids and choices; `suspended` is the intake that it interrupted."""

    kind: FlowKind
    data: Mapping[str, Any] = field(default_factory=dict)
    suspended: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A complaint or request being taken down."""

    intent: str
    words: tuple[str, ...] = ()  # the owner's own words, message by message
    message_ids: tuple[int, ...] = ()  # our message rows, whose media belong to the ticket
    where: str = ""  # where the matter is, in words
    home: tuple[str, ...] = ()  # (building, unit) that the owner named as their own
    details: Mapping[str, str] = field(default_factory=dict)  # slots that were found
    step: Step = Step.WHAT
    asked: int = 0  # how often the present question was put
    skipped: tuple[str, ...] = ()  # steps that the owner could not or would not answer
    photos: int = 0
    also: tuple[tuple[str, tuple[int, ...]], ...] = ()  # other matters told meanwhile: intent, our message rows
    heard: bool = False  # what was understood has been repeated back
    replacing: bool = False  # the next words take the place of those that are kept

    @property
    def tells_something(self) -> bool:
        """Whether anything would be lost with it."""
        return bool(self.words or self.photos)

    def on(self, step: Step) -> Draft:
        """The draft waiting for an answer to `step`; asking the same again is counted."""
        return replace(self, step=step, asked=self.asked + 1 if step == self.step else 1)

    def noting(self, intent: str, message: Message) -> Draft:
        """The draft with one more message about another matter, which is taken on afterwards."""
        known = dict(self.also)
        return replace(self, also=tuple({**known, intent: (*known.get(intent, ()), message.id)}.items()))

    def patiently(self) -> Draft:
        """The draft whose question was met with something else worth keeping: it does not count as asked twice."""
        return replace(self, asked=max(self.asked - 1, 0))

    def holding(self, message: Message, *, words: bool = True) -> Draft:
        """The draft with the media of one more message, and its words if they tell of the matter."""
        added = (message.text,) if message.text and words else ()
        return replace(
            self,
            words=(*self.words, *added),
            message_ids=(*self.message_ids, message.id),
            photos=self.photos + len(message.media or ()),
        )


def flow_of(conversation: Conversation) -> Flow | None:
    """The conversation's expectation, or None when any message starts afresh."""
    stored = conversation.flow
    if stored is None or stored["kind"] == FlowKind.GIVEN_UP:
        return None
    return Flow(FlowKind(stored["kind"]), stored.get("data", {}), stored.get("suspended"))


def given_up(conversation: Conversation) -> Mapping[str, Any] | None:
    """What the owner dropped, while nothing else was asked or told since."""
    stored = conversation.flow
    return stored["data"] if stored is not None and stored["kind"] == FlowKind.GIVEN_UP else None


def is_asked_why(flow: Flow) -> bool:
    """Whether the owner has said "not yet" and was asked what is still wrong."""
    return flow.kind is FlowKind.ADDING and bool(flow.data.get("why"))


def is_awaited(flow: Flow) -> bool:
    """Whether the staff wait for what the owner says next."""
    return flow.kind is FlowKind.ADDING and (bool(flow.data.get("awaited")) or "at" not in flow.data)


def draft_of(flow: Flow) -> Draft:
    data = dict(flow.data)
    for name in ("words", "message_ids", "skipped", "home"):
        data[name] = tuple(data[name])
    data["also"] = tuple((intent, tuple(ids)) for intent, ids in data.get("also", ()))
    data["step"] = Step(data["step"])
    return Draft(**data)


def draft_kept(conversation: Conversation) -> Draft | None:
    """The report that is being taken down, or that something else interrupted."""
    flow = flow_of(conversation)
    if flow is None:
        return None
    if flow.kind is FlowKind.INTAKE:
        return draft_of(flow)
    return None if flow.suspended is None else draft_of(Flow(FlowKind.INTAKE, flow.suspended))


def enter(conversation: Conversation, flow: Flow | None) -> None:
    """Sets or ends the expectation; buttons of earlier steps become old."""
    conversation.version += 1
    if flow is None:
        conversation.flow = None
        return
    conversation.flow = {"kind": flow.kind.value, "data": dict(flow.data), "suspended": flow.suspended}


def keep_draft(conversation: Conversation, draft: Draft) -> None:
    """Stores the draft as the present expectation."""
    enter(conversation, Flow(FlowKind.INTAKE, asdict(draft)))


def correct_draft(conversation: Conversation, draft: Draft) -> None:
    """Changes the report that is kept, taken down or laid aside; what is expected stays expected."""
    stored = conversation.flow
    if stored is not None:
        part = "data" if stored["kind"] == FlowKind.INTAKE else "suspended"
        conversation.flow = {**stored, part: asdict(draft)}


def leave(conversation: Conversation) -> Flow | None:
    """Ends the present expectation, goes back to the intake that it interrupted, if any, and returns that."""
    flow = flow_of(conversation)
    if flow is None or flow.suspended is None:
        enter(conversation, None)
        return None
    resumed = Flow(FlowKind.INTAKE, flow.suspended)
    enter(conversation, resumed)
    return resumed
