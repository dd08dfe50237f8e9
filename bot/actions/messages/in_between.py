"""What is told where an answer is awaited, and how something else is served in between."""

from dataclasses import dataclass

from bot.actions.flow import Flow, enter, flow_of
from bot.actions.intake.paused import put_back
from bot.actions.intake.timetable import plan_draft
from bot.actions.managers import about_staff
from bot.actions.messages.answers import brief_answer
from bot.actions.messages.meaning import understood
from bot.actions.outgoing import to_owner
from bot.desk import Work
from bot.incoming import Said
from bot.rules.fragments import ABOUT_ONESELF, NOT_A_MATTER, is_fragment, tells_details
from bot.rules.short_replies import Reply, short_reply
from intents.extract import find_slots, words_beside_slots
from intents.result import Decision, Match
from storage.models import Conversation, Message, Person

_PERSON = "human"


@dataclass(frozen=True, slots=True)
class Told:
    """One message where something is expected, and what it may be judged by."""

    flow: Flow
    message: Message
    said: Said
    match: Match | None

    def reply(self, work: Work, *among: Reply) -> Reply | None:
        text = self.said.text
        return short_reply(text, work.desk.texts.phrases, among=among) if text else None

    def means(self, intent: str) -> bool:
        return self.match is not None and self.match.decision is Decision.ANSWER and self.match.intent == intent

    def reports(self, work: Work) -> str | None:
        """The complaint or request that this clearly is."""
        if self.match is None or self.match.decision is not Decision.ANSWER:
            return None
        known = work.desk.intents.get(self.match.intent)
        return self.match.intent if known is not None and known.kind in ("complaint", "request") else None

    def is_fragment(self) -> bool:
        """Neither an answer nor anything else that could be served by itself; a picture without words is one."""
        if self.match is None:
            return bool(self.said.media)
        return is_fragment(self.said.text, self.match, words_beside_slots(self.said.text))

    def asks(self, work: Work) -> bool:
        """A clear question."""
        known = work.desk.intents.get(self.match.intent) if self.match is not None else None
        return known is not None and known.kind == "inquiry" and self.means(known.id)

    def asks_something_else(self, work: Work) -> bool:
        """A clear question, or a clear word about the talk itself: no part of a report."""
        if self.match is None or self.match.decision is not Decision.ANSWER:
            return False
        known = work.desk.intents.get(self.match.intent)
        return known is not None and known.kind in ("inquiry", "meta")

    def is_of_another_kind(self, work: Work) -> bool:
        """Whether it shows, reports or asks something, instead of telling who somebody is and where they live."""
        if any(media.kind not in NOT_A_MATTER for media in self.said.media):
            return True
        known = work.desk.intents.get(self.match.intent) if self.match is not None else None
        if self.match is None or known is None or known.id == ABOUT_ONESELF:
            return False
        if tells_details(find_slots(self.said.text), words_beside_slots(self.said.text)):
            return False
        return self.asks_something_else(work) or known.kind in ("complaint", "request", "emergency")


async def serve_aside(work: Work, conversation: Conversation, person: Person, told: Told, match: Match) -> None:
    """Something else is served, and what was kept is kept."""
    if work.desk.intents[match.intent].kind == "inquiry":
        await to_owner(work, conversation, brief_answer(work, person, match.intent))
        return
    if match.intent == _PERSON:
        # They see the report that waits, so it must not be put away before.
        await about_staff.want_person(work, conversation, person, told.message, told.message.text)
    else:
        await understood(work, conversation, person, match.intent, told.message, match)
    if flow_of(conversation) is None:
        enter(conversation, told.flow)
        await plan_draft(work, conversation)
    else:
        await put_back(work, conversation, person, told.flow)
