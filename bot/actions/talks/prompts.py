"""Questions of the desk to staff that wait for words: what a button or a command without its words still needs, and
which of several matters is meant. The waiting command is a row, so that a restart does not forget it."""

from datetime import timedelta

from bot.actions.outgoing import Place, Terms, call
from bot.actions.talks.relay import NEVER_SENT
from bot.actions.wording import department_name, matter_title
from bot.desk import Work
from bot.errors import OutOfDate
from bot.rules.plain_text import one_line
from bot.rules.tap_verbs import Verb
from bot.rules.ticket_flow import Move
from bot.taps import Button, Keyboard, Tap, keyboard_markup
from storage import conversations, outbox_changes
from storage.models import Author, Conversation, Message, StaffMember, Ticket

PATIENCE = timedelta(minutes=10)
"""For so long the next plain words of whoever was asked are the answer, even as a reply to the card or to the owner:
words meant as a note must never reach the owner."""
_LOOKED_AT = 20


async def ask_words(
    work: Work,
    conversation: Conversation,
    place: Place,
    staff: StaffMember,
    command: str,
    ticket: Ticket | None,
    reply_to: int | None = None,
    asks: str | None = None,
) -> None:
    """`command` ("/resolve", "/transfer facility") lacks its words: asks for them, as an answer to this question.
    `asks`: which words, where the command's name does not say it."""
    waiting = await _keep(work, conversation, staff, command, ticket)
    name = asks or command.split()[0].lstrip("/")
    words = work.say(
        work.desk.office_locale,
        "staff-prompt",
        command=name,
        number=ticket.number if ticket is not None else "none",
        holder=staff.name,
    )
    markup = {"force_reply": True, "selective": reply_to is not None}
    await call(
        work,
        place,
        "sendMessage",
        {"text": words, "reply_markup": markup},
        Terms(reply_to_message_id=reply_to, follow_up={"kind": "copy", "message_id": waiting.id, "position": 0}),
    )


async def waiting_for(
    work: Work, conversation: Conversation, staff: StaffMember, chat_id: int, reply_to: int | None
) -> Message | None:
    """The question that a message answers: the one it replies to, or the last one that this person was just asked,
    whatever else it replies to. Raises OutOfDate for one that was answered or called off."""
    found = None if reply_to is None else await conversations.message_at(work.session, chat_id, reply_to)
    if found is not None and found[0].author == Author.BOT and found[0].text.startswith("/"):
        if found[0].retracted_at is not None:
            raise OutOfDate("staff-prompt-over")
        return found[0]
    for message in reversed(await conversations.history(work.session, conversation.id, _LOOKED_AT)):
        mine = message.author == Author.BOT and message.internal and message.staff_id == staff.id
        if mine and message.retracted_at is None and work.now - message.at <= PATIENCE:
            return message
    return None


async def ask_for_a_sentence(
    work: Work,
    conversation: Conversation,
    place: Place,
    staff: StaffMember,
    ticket: Ticket,
    kept: Message,
    reply_to: int,
) -> None:
    """The conclusion says hardly a word: what was done is asked for in a sentence, once; one tap sends `kept` as it
    is."""
    waiting = await _keep(work, conversation, staff, "/resolve", ticket)
    locale = work.desk.office_locale
    as_it_is = Button(work.say(locale, "staff-button-as-it-is"), Tap(Verb.CHOOSE_TICKET, ticket.id, 0, str(kept.id)))
    words = work.say(locale, "staff-resolve-fuller", number=ticket.number, holder=staff.name)
    await call(
        work,
        place,
        "sendMessage",
        {"text": words, "reply_markup": keyboard_markup(((as_it_is,),))},
        Terms(
            dedupe_key=_sentence_key(ticket),
            reply_to_message_id=reply_to,
            follow_up={"kind": "copy", "message_id": waiting.id, "position": 0},
        ),
    )


async def was_asked_for_a_sentence(work: Work, ticket: Ticket) -> bool:
    return await outbox_changes.row_by_key(work.session, _sentence_key(ticket)) is not None


async def settle(work: Work, conversation: Conversation, staff: StaffMember, ticket: Ticket) -> None:
    """Another way was taken: what this person says next answers no question about the ticket."""
    for message in await conversations.history(work.session, conversation.id, _LOOKED_AT):
        asked = message.author == Author.BOT and message.internal and message.ticket_id == ticket.id
        if asked and message.staff_id == staff.id and message.retracted_at is None:
            message.retracted_at = work.now


def _sentence_key(ticket: Ticket) -> str:
    return f"sentence:{ticket.id}:{ticket.round}"


async def ask_ticket(work: Work, place: Place, waiting: Message, found: list[Ticket], reply_to: int | None) -> None:
    """Several matters are open here: one tap says which is meant by the command that waits."""
    keyboard: Keyboard = tuple(
        (Button(_name(work, ticket), Tap(Verb.CHOOSE_TICKET, ticket.id, 0, str(waiting.id))),) for ticket in found
    )
    await _ask(work, place, "staff-which-ticket", keyboard, reply_to)


async def ask_department(work: Work, place: Place, ticket: Ticket) -> None:
    """Where a matter is passed on to."""
    locale = work.desk.office_locale
    keyboard: Keyboard = tuple(
        (
            Button(
                department_name(work, locale, key),
                Tap(Verb.CARD_MOVE, ticket.id, ticket.version, f"{Move.TRANSFER.value}:{key}"),
            ),
        )
        for key in work.desk.office.departments
        if key != ticket.department
    )
    await _ask(work, place, "staff-which-department", keyboard, None, number=ticket.number)


async def ask_target(work: Work, place: Place, ticket: Ticket, others: list[Ticket]) -> None:
    """Which matter another one is merged into."""
    keyboard: Keyboard = tuple(
        (
            Button(
                _name(work, other),
                Tap(Verb.CARD_MOVE, ticket.id, ticket.version, f"{Move.MERGE.value}:{other.id}"),
            ),
        )
        for other in others
    )
    await _ask(work, place, "staff-which-target", keyboard, None, number=ticket.number)


async def _keep(
    work: Work, conversation: Conversation, staff: StaffMember, command: str, ticket: Ticket | None
) -> Message:
    message = await conversations.add_message(
        work.session,
        conversation_id=conversation.id,
        author=Author.BOT,
        staff_id=staff.id,
        ticket_id=None if ticket is None else ticket.id,
        internal=True,
        text=command,
        at=work.now,
    )
    message.parts = NEVER_SENT
    return message


async def _ask(work: Work, place: Place, key: str, keyboard: Keyboard, reply_to: int | None, **args: str) -> None:
    params = {"text": work.say(work.desk.office_locale, key, **args), "reply_markup": keyboard_markup(keyboard)}
    await call(work, place, "sendMessage", params, Terms(reply_to_message_id=reply_to))


def _name(work: Work, ticket: Ticket) -> str:
    return one_line(f"{ticket.number} {matter_title(work, work.desk.office_locale, ticket.intent)}", 60)
