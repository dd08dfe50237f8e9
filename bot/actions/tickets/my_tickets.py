"""An owner's own matters: list, timeline, adding words and photos, withdrawing, reopening (O8)."""

from bot.actions.flow import Flow, FlowKind
from bot.actions.intake.paused import ask_aside
from bot.actions.outgoing import to_owner
from bot.actions.people.onboarding import person_button
from bot.actions.tickets import tickets as desk_tickets
from bot.actions.tickets.promises import promise_in_short, promise_line, promises_of
from bot.actions.wording import department_name, moment, title_for
from bot.desk import Work
from bot.rules.feedback import Reply, read_reply
from bot.rules.plain_text import one_line
from bot.rules.tap_verbs import Verb
from bot.taps import Button, Tap
from storage import tickets
from storage.models import ActorKind, Conversation, Message, Person, Ticket, TicketEvent, TicketState

_LISTED = 8
_OVER = frozenset({TicketState.CLOSED, TicketState.ARCHIVED, TicketState.WITHDRAWN, TicketState.MERGED})
_REFUSED = frozenset({TicketState.DECLINED})
_REOPENABLE = frozenset({TicketState.RESOLVED, TicketState.CLOSED, TicketState.DECLINED})


async def show_list(work: Work, conversation: Conversation, person: Person) -> None:
    """The latest matters, one button each; without any, how to report one."""
    found = await tickets.tickets_of_conversation(work.session, conversation.id, limit=_LISTED)
    if not found:
        new = Button(work.say(person.locale, "menu-new"), Tap(Verb.MENU, choice="new"))
        await to_owner(work, conversation, work.say(person.locale, "tickets-none"), ((new,),))
        return
    lines = [work.say(person.locale, "tickets-list")]
    lines += [await _line(work, person, ticket) for ticket in found]
    keyboard = tuple(
        (Button(f"{ticket.number} {title_for(work, person, ticket.intent)}", Tap(Verb.TICKET_SHOW, ticket.id)),)
        for ticket in found
    )
    await to_owner(work, conversation, "\n".join(lines), keyboard)


async def show_latest(work: Work, conversation: Conversation, person: Person) -> None:
    """ "How far is it?": with one open matter its timeline, else the list."""
    open_ones = await tickets.open_of_conversation(work.session, conversation.id)
    if len(open_ones) == 1:
        await show(work, conversation, person, open_ones[0])
    else:
        await show_list(work, conversation, person)


async def show(work: Work, conversation: Conversation, person: Person, ticket: Ticket) -> None:
    """The stages so far (D5), and what can be done with the matter now."""
    locale = person.locale
    title = title_for(work, person, ticket.intent)
    department = department_name(work, locale, ticket.department)
    lines = [
        work.say(locale, "ticket-title", number=ticket.number, title=title, department=department),
        work.say(locale, "ticket-words", words=one_line(ticket.words, 300)),
        "",
    ]
    for event in await tickets.events_of(work.session, ticket.id):
        if (line := _stage(work, locale, event)) is not None:
            lines.append(line)
    if promised := await promises_of(work, ticket):
        lines += ["", *(promise_line(work, locale, ticket, promise) for promise in promised)]
    if ticket.conclusion and ticket.state in _REOPENABLE:
        lines += ["", work.say(locale, "ticket-conclusion", conclusion=ticket.conclusion)]
    await to_owner(work, conversation, "\n".join(lines), _moves(work, person, ticket))


async def ask_addition(work: Work, conversation: Conversation, person: Person, ticket: Ticket) -> None:
    """What is sent next belongs to this matter, unless it is over."""
    if ticket.state in _OVER or ticket.state in _REFUSED:
        await to_owner(work, conversation, work.say(person.locale, "ticket-moved-on"))
        await show(work, conversation, person, ticket)
        return
    await ask_aside(work, conversation, _adding(work, ticket))
    done = Button(work.say(person.locale, "button-done-adding"), Tap(Verb.DONE_ADDING, ticket.id))
    await to_owner(work, conversation, work.say(person.locale, "ticket-add", number=ticket.number), ((done,),))


async def add(work: Work, conversation: Conversation, person: Person, ticket: Ticket, message: Message) -> None:
    """Words or photos join an open matter, and more may follow; the staff see them in its topic. Words that a finished
    one is not solved open it again, and whatever is said to a refusal."""
    await ask_aside(work, conversation, _adding(work, ticket))
    typed = read_reply(message.text, work.desk.texts.phrases) if ticket.state == TicketState.RESOLVED else None
    if ticket.state in _REFUSED or (typed is not None and typed.reply is Reply.NOT_SOLVED):
        await reopen(work, conversation, person, ticket, message.text)
        message.ticket_id = ticket.id
        if message.media:
            await desk_tickets.add_words(work, ticket, message)
        return
    await desk_tickets.add_words(work, ticket, message)
    done = Button(work.say(person.locale, "button-done-adding"), Tap(Verb.DONE_ADDING, ticket.id))
    words = work.say(person.locale, "ticket-added", number=ticket.number)
    await to_owner(work, conversation, words, ((done,),))


async def withdraw(work: Work, conversation: Conversation, person: Person, ticket: Ticket) -> None:
    """The owner takes the matter back."""
    await desk_tickets.withdraw(work, ticket)
    await to_owner(work, conversation, work.say(person.locale, "ticket-withdrawn", number=ticket.number))


async def reopen(work: Work, conversation: Conversation, person: Person, ticket: Ticket, words: str = "") -> None:
    """It is not solved after all: the same number, or a linked one when it is long ago."""
    reopened = await desk_tickets.reopen(work, ticket, by=ActorKind.OWNER, words=words)
    if not words:
        await ask_aside(work, conversation, _adding(work, reopened, why=True))
    key = "ticket-reopened" if words else "ticket-reopened-why"
    await to_owner(work, conversation, work.say(person.locale, key, number=reopened.number))


async def ask_which(work: Work, conversation: Conversation, person: Person, verb: Verb, found: list[Ticket]) -> None:
    """Withdraw or reopen: one tap says which matter; none, one or many are all served."""
    name = "withdraw" if verb is Verb.TICKET_WITHDRAW else "reopen"
    if not found:
        await to_owner(
            work, conversation, work.say(person.locale, f"ticket-{name}-none"), ((person_button(work, person),),)
        )
        return
    keyboard = tuple(
        (
            Button(
                work.say(
                    person.locale,
                    f"button-{name}-number",
                    number=ticket.number,
                    title=title_for(work, person, ticket.intent),
                ),
                Tap(verb, ticket.id),
            ),
        )
        for ticket in found[:_LISTED]
    )
    await to_owner(work, conversation, work.say(person.locale, f"ticket-{name}-which"), keyboard)


async def withdrawable(work: Work, conversation: Conversation) -> list[Ticket]:
    open_ones = await tickets.open_of_conversation(work.session, conversation.id)
    return [ticket for ticket in open_ones if ticket.state != TicketState.RESOLVED]


async def reopenable(work: Work, conversation: Conversation) -> list[Ticket]:
    found = await tickets.tickets_of_conversation(work.session, conversation.id, limit=_LISTED)
    return [ticket for ticket in found if ticket.state in _REOPENABLE]


def _adding(work: Work, ticket: Ticket, *, why: bool = False) -> Flow:
    """What comes now joins the matter, until it is quiet for a while. `why`: it was asked what is still wrong."""
    return Flow(FlowKind.ADDING, {"ticket_id": ticket.id, "at": work.now.isoformat(), "why": why})


async def _line(work: Work, person: Person, ticket: Ticket) -> str:
    """Number, title, state, and what is promised next."""
    line = work.say(
        person.locale,
        "tickets-line",
        number=ticket.number,
        title=title_for(work, person, ticket.intent),
        state=work.say(person.locale, f"state-{ticket.state.replace('_', '-')}"),
    )
    promised = await promises_of(work, ticket)
    return " · ".join((line, *(promise_in_short(work, person.locale, promise) for promise in promised[:1])))


def _stage(work: Work, locale: str, event: TicketEvent) -> str | None:
    """One line of the timeline; internal events have none."""
    if event.internal:
        return None
    time = moment(work, locale, event.at)
    if event.to_state is not None and event.to_state != event.from_state:
        stage = work.say(locale, f"stage-{event.to_state.replace('_', '-')}")
    else:
        stage = work.say(locale, f"event-{event.kind.replace('_', '-')}")
    return work.say(locale, "ticket-stage", time=time, stage=stage)


def _moves(work: Work, person: Person, ticket: Ticket) -> tuple[tuple[Button, ...], ...]:
    def button(key: str, verb: Verb) -> Button:
        return Button(work.say(person.locale, key), Tap(verb, ticket.id))

    rows: list[tuple[Button, ...]] = []
    if ticket.state in _REOPENABLE:
        rows.append((button("button-reopen", Verb.TICKET_REOPEN),))
    elif ticket.state not in _OVER:
        rows.append((button("button-add", Verb.TICKET_ADD), button("button-withdraw", Verb.TICKET_WITHDRAW)))
    rows.append((button("button-list", Verb.TICKET_LIST), person_button(work, person)))
    return tuple(rows)
