"""What stands on a ticket's card, and its buttons: only moves that the state machine allows now, to whoever has it."""

from bot.actions.people.staff_members import actor_of, staff_of
from bot.actions.tickets.events import facts_of, joinable, open_tickets
from bot.actions.wording import department_name, matter_home, matter_phone, matter_title, moment, name_of
from bot.desk import Work
from bot.rules.plain_text import TEXT_LIMIT, clean, one_line, utf16_length
from bot.rules.routing import MANAGER
from bot.rules.tap_verbs import Verb
from bot.rules.ticket_flow import Actor, Move, allowed_moves
from bot.taps import Button, Keyboard, Tap
from storage import people, tickets
from storage.models import Person, ResidencyStatus, StaffMember, Ticket, TicketState

_WORDS = 1500
_NOTE = 600
_PER_ROW = 3
# Not on the card: the owner's own moves, those of the clock, and the lead's (asked for separately).
_NO_BUTTON = frozenset({Move.CLOSE, Move.WITHDRAW, Move.ARCHIVE, Move.REJECT_DECLINE})


async def card_text(work: Work, ticket: Ticket) -> str:
    """The whole matter at a glance, at most one message long."""
    locale = work.desk.office_locale
    person = await work.session.get_one(Person, ticket.person_id)
    home = await people.home_of(work.session, person.id)
    assignee = await staff_of(work, ticket.assignee_id)
    say = work.say
    lines = [
        say(
            locale,
            "cards-title",
            number=ticket.number,
            title=matter_title(work, locale, ticket.intent),
            priority=ticket.priority,
        ),
        say(
            locale,
            "cards-state",
            state=_state(work, ticket),
            department=department_name(work, locale, ticket.department),
            holder=assignee.name if assignee else say(locale, "cards-nobody"),
        ),
        say(
            locale,
            "cards-owner",
            name=name_of(work, person),
            home=await matter_home(work, locale, ticket, person) or say(locale, "unknown-home"),
            verified="yes" if home is not None and home[0].status == ResidencyStatus.VERIFIED else "no",
            phone=matter_phone(work, ticket, person) or say(locale, "unknown-phone"),
        ),
    ]
    if person.locale != locale:
        lines.append(say(locale, "cards-language", language=say(person.locale, "language-name")))
    if where := ticket.details.get("where"):
        lines.append(say(locale, "cards-where", where=one_line(str(where), 200)))
    if since := ticket.details.get("since"):
        lines.append(say(locale, "cards-since", since=one_line(str(since), 100)))
    lines += ["", say(locale, "cards-words", words=_cut(ticket.words, _WORDS)), ""]
    lines += await _progress(work, ticket, locale)
    card = "\n".join(lines).strip()
    return card if utf16_length(card) <= TEXT_LIMIT else card[: TEXT_LIMIT // 2]


async def _progress(work: Work, ticket: Ticket, locale: str) -> list[str]:
    lines = []
    if count := await tickets.count_attachments(work.session, ticket.id):
        lines.append(work.say(locale, "cards-attachments", count=str(count)))
    if ticket.round > 1:
        lines.append(work.say(locale, "cards-round", round=str(ticket.round)))
    if ticket.reopened_from_id is not None and (earlier := await work.session.get(Ticket, ticket.reopened_from_id)):
        lines.append(work.say(locale, "cards-linked", number=earlier.number))
    if ticket.merged_into_id is not None and (other := await work.session.get(Ticket, ticket.merged_into_id)):
        lines.append(work.say(locale, "cards-merged", number=other.number))
    if ticket.investigation:
        lines.append(work.say(locale, "cards-investigation", note=_cut(ticket.investigation, _NOTE)))
    if facts_of(ticket).decline_proposed:
        lines.append(work.say(locale, "cards-proposed", text=_cut(ticket.conclusion or "", _NOTE)))
    elif ticket.conclusion:
        lines.append(work.say(locale, "cards-conclusion", text=_cut(ticket.conclusion, _NOTE)))
    return lines


async def card_keyboard(work: Work, ticket: Ticket) -> Keyboard:
    """Buttons for whoever has the ticket, or for anybody while nobody has; each tap is checked again."""
    assignee = await staff_of(work, ticket.assignee_id)
    moves = [move for move in _allowed(ticket, assignee) if move not in _NO_BUTTON]
    if not any(joinable(ticket, other) for other in await open_tickets(work, ticket.conversation_id)):
        moves = [move for move in moves if move != Move.MERGE]
    if ticket.handling == "dispatch":
        moves = [move for move in moves if move in (Move.CLAIM, Move.DONE, Move.TRANSFER, Move.RELEASE, Move.REOPEN)]
    if ticket.state in (TicketState.RESOLVED, TicketState.CLOSED, TicketState.DECLINED, TicketState.WITHDRAWN):
        moves = [move for move in moves if move != Move.NOTE]
    elif ticket.state == TicketState.MERGED:
        moves = []
    buttons = [_button(work, ticket, move) for move in moves]
    return tuple(tuple(buttons[at : at + _PER_ROW]) for at in range(0, len(buttons), _PER_ROW))


async def next_move_button(work: Work, ticket: Ticket) -> Keyboard | None:
    """The move that brings the ticket nearest to its end now, for whoever has it."""
    assignee = await staff_of(work, ticket.assignee_id)
    allowed = _allowed(ticket, assignee)
    step = next((move for move in (Move.RESOLVE, Move.CLAIM, Move.NOTE) if move in allowed), None)
    return None if step is None else ((_button(work, ticket, step),),)


def _allowed(ticket: Ticket, assignee: StaffMember | None) -> tuple[Move, ...]:
    anybody = Actor.staff(0, manager=ticket.department == MANAGER)
    return allowed_moves(facts_of(ticket), anybody if assignee is None else actor_of(assignee))


def claim_button_of(work: Work, ticket: Ticket) -> Button:
    """What nobody has is taken with one tap, wherever the staff read of it."""
    label = work.say(work.desk.office_locale, "cards-move-claim")
    return Button(label, Tap(Verb.CARD_CLAIM, ticket.id, ticket.version))


def _button(work: Work, ticket: Ticket, move: Move) -> Button:
    if move == Move.CLAIM:
        return claim_button_of(work, ticket)
    label = work.say(work.desk.office_locale, f"cards-move-{move.value.replace('_', '-')}")
    return Button(label, Tap(Verb.CARD_MOVE, ticket.id, ticket.version, move.value))


def _state(work: Work, ticket: Ticket) -> str:
    locale = work.desk.office_locale
    until = moment(work, locale, ticket.deferred_until) if ticket.deferred_until else ""
    return work.say(locale, "cards-state-name", state=ticket.state, until=until)


def _cut(words: str, limit: int) -> str:
    """Cleaned, lines kept, cut with an ellipsis."""
    cleaned = clean(words)
    return cleaned if len(cleaned) <= limit else cleaned[: limit - 1].rstrip() + "…"
