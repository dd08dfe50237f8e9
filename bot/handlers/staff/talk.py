"""What staff write in the topic of a conversation: commands, notes, answers to the desk, plain words."""

from bot.actions.outgoing import Place, Terms
from bot.actions.talks.corrections import staff_edited
from bot.actions.talks.office_lines import tell_office
from bot.actions.talks.prompts import waiting_for
from bot.actions.talks.relay import staff_said
from bot.desk import Work
from bot.handlers.staff.commands import aliases, run, ticket_meant
from bot.handlers.staff.general import general_command, in_general, run_general
from bot.handlers.staff.here import Here, guarded, here_in_topic, welcome
from bot.incoming import Edited, Said
from bot.rules.short_replies import Reply, short_reply
from bot.rules.staff_words import NOTE, Command, holds_note, read_command, with_plain_mark
from storage import conversations
from storage.models import Ticket


async def said_in_topic(work: Work, said: Said) -> None:
    """A topic that is none of ours is like General: commands are served, chat among colleagues is left alone."""
    assert said.thread_id is not None
    topic = await conversations.topic_at(work.session, said.chat_id, said.thread_id)
    place = Place(chat_id=said.chat_id) if topic is None else Place(topic_id=topic.id)
    if not await welcome(work, said, place=place):
        return
    here = await here_in_topic(work, said.sender, said.chat_id, said.thread_id)
    if here is None:
        await in_general(work, said)
    else:
        await serve(work, here, said)


async def serve(work: Work, here: Here, said: Said, ticket: Ticket | None = None) -> None:
    """One message of a staff member at a conversation; what is refused leaves nothing behind but the reason."""
    await guarded(work, lambda: _serve(work, here, said, ticket), here.place, said.message_id)


async def _serve(work: Work, here: Here, said: Said, ticket: Ticket | None) -> None:
    if _cancels(work, said) and await _dropped(work, here, said):
        return
    command = read_command(said.text, work.desk.bot_username, aliases(work.desk))
    listed = general_command(work.desk, said.text) if here.topic is not None else None
    if listed is not None:
        await run_general(work, here.staff, here.place, said, listed)
        return
    if command is None and holds_note(said.text):
        command = Command(NOTE, said.text)
    if command is not None:
        await run(work, here, said, command, ticket)
        return
    waiting = await waiting_for(work, here.conversation, here.staff, here.chat_id, said.reply_to_message_id)
    if waiting is not None and (said.text or said.media):
        waiting.retracted_at = work.now  # answered
        asked = read_command(f"{waiting.text} {said.text}", work.desk.bot_username, aliases(work.desk))
        about = await work.session.get(Ticket, waiting.ticket_id) if waiting.ticket_id is not None else None
        if asked is not None:
            await run(work, here, said, asked, about or ticket)
            return
    if with_plain_mark(said.text).startswith("/"):
        # A command to another bot, or a slip of the finger: never words for the owner.
        await tell_office(work, here.place, "staff-unknown-command", None, Terms(reply_to_message_id=said.message_id))
        return
    about = ticket or await ticket_meant(work, here, said)
    await staff_said(work, here.conversation, here.topic, here.staff, said, None if about is None else about.id)


def _cancels(work: Work, said: Said) -> bool:
    """ "cancel", with or without the mark of a command, and in every language."""
    command = read_command(said.text, work.desk.bot_username, {})
    word = said.text if command is None else command.name
    return not said.media and short_reply(word, work.desk.texts.phrases, among=(Reply.CANCEL,)) is not None


async def _dropped(work: Work, here: Here, said: Said) -> bool:
    """The desk no longer waits for words, and nothing is done. False: it waits for none from this person."""
    waiting = await waiting_for(work, here.conversation, here.staff, here.chat_id, said.reply_to_message_id)
    if waiting is None:
        return False
    waiting.retracted_at = work.now
    await tell_office(work, here.place, "staff-prompt-dropped", None, Terms(reply_to_message_id=said.message_id))
    return True


async def edited_in_topic(work: Work, edited: Edited) -> None:
    """An edit changes the owner's copy, or takes it back when the words are a note now."""
    said = edited.said
    if said.thread_id is None or not await welcome(work, said):
        return
    here = await here_in_topic(work, said.sender, said.chat_id, said.thread_id)
    if here is not None:
        await serve_edit(work, here, said)


async def serve_edit(work: Work, here: Here, said: Said) -> None:
    command = read_command(said.text, work.desk.bot_username, aliases(work.desk))
    note = command.words if command is not None and command.name == NOTE else None
    if command is None and holds_note(said.text):
        note = said.text
    found = await conversations.message_at(work.session, said.chat_id, said.message_id)
    if note is None and with_plain_mark(said.text).startswith("/"):
        if found is not None and not found[0].internal:
            note = said.text  # whatever begins so is not for the owner
        else:
            await tell_office(
                work, here.place, "staff-edited-command", None, Terms(reply_to_message_id=said.message_id)
            )
            return
    await staff_edited(work, here.conversation, here.place, said, note)
