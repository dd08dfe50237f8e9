"""One file per noun; importing this package registers every table."""

from storage.models.alerts import Alert, AlertState
from storage.models.audit import AuditEntry
from storage.models.base import Base, JsonText, UtcDateTime, Words
from storage.models.conversations import (
    Author,
    Conversation,
    Floor,
    JoinedMessage,
    Message,
    MessageCopy,
    Topic,
    TopicState,
)
from storage.models.examples import LONGEST_EXAMPLE, LearnedExample
from storage.models.feedback import Survey, SurveyState
from storage.models.inbox import InboxKind, InboxRow, InboxState, Lane
from storage.models.installation import InstallationFact
from storage.models.outbox import OutboxRow, OutboxState, Priority
from storage.models.people import Consent, Person, Residency, ResidencyStatus, StaffMember, StaffRole, Unit
from storage.models.tickets import (
    OPEN_STATES,
    ActorKind,
    EventKind,
    Outcome,
    Ticket,
    TicketAttachment,
    TicketCard,
    TicketEvent,
    TicketState,
)
from storage.models.timers import Timer, TimerState

__all__ = [
    "LONGEST_EXAMPLE",
    "OPEN_STATES",
    "ActorKind",
    "Alert",
    "AlertState",
    "AuditEntry",
    "Author",
    "Base",
    "Consent",
    "Conversation",
    "EventKind",
    "Floor",
    "InboxKind",
    "InboxRow",
    "InboxState",
    "InstallationFact",
    "JoinedMessage",
    "JsonText",
    "Lane",
    "LearnedExample",
    "Message",
    "MessageCopy",
    "OutboxRow",
    "OutboxState",
    "Outcome",
    "Person",
    "Priority",
    "Residency",
    "ResidencyStatus",
    "StaffMember",
    "StaffRole",
    "Survey",
    "SurveyState",
    "Ticket",
    "TicketAttachment",
    "TicketCard",
    "TicketEvent",
    "TicketState",
    "Timer",
    "TimerState",
    "Topic",
    "TopicState",
    "Unit",
    "UtcDateTime",
    "Words",
]
