"""Commands in General: worklists, search, duty (S9, S14). Everything else there is chat among colleagues.

All but its help are served in topics, too: whoever works there need not leave to see what waits."""

from bot.actions.outgoing import Place, Terms, text
from bot.actions.people.staff_members import duty, met
from bot.actions.talks.office_lines import tell_office
from bot.actions.tickets import worklists
from bot.desk import Desk, Work
from bot.errors import NotUnderstood
from bot.handlers.staff.here import guarded, spellings, welcome
from bot.incoming import Said
from bot.rules.staff_words import Command, read_command, with_plain_mark
from storage.models import StaffMember

NAMES = ("queue", "mine", "overdue", "find", "duty", "help")
_LISTS = {"queue": worklists.queue, "mine": worklists.mine, "overdue": worklists.overdue}


def general_command(desk: Desk, words: str) -> Command | None:
    """A command of General that is typed in a topic; help means the topic's own there."""
    command = read_command(words, desk.bot_username, spellings(desk, NAMES))
    return command if command is not None and command.name in NAMES and command.name != "help" else None


async def in_general(work: Work, said: Said) -> None:
    """Whoever writes here is staff from then on; only commands are answered."""
    if not await welcome(work, said):
        return
    staff = await met(work, said.sender, said.chat_id)
    command = read_command(said.text, work.desk.bot_username, spellings(work.desk, NAMES))
    if command is None or with_plain_mark(said.text).startswith("//"):
        return
    place = Place(chat_id=said.chat_id)
    await guarded(work, lambda: run_general(work, staff, place, said, command), place, said.message_id)


async def run_general(work: Work, staff: StaffMember, place: Place, said: Said, command: Command) -> None:
    reply = Terms(reply_to_message_id=said.message_id)
    if command.name in _LISTS:
        await text(work, place, await _LISTS[command.name](work, staff), None, reply)
    elif command.name == "find":
        if not command.words:
            raise NotUnderstood("staff-find-what")
        await text(work, place, await worklists.find(work, staff, command.words), None, reply)
    elif command.name == "duty":
        await _duty(work, staff, place, command.words, reply)
    else:
        await tell_office(work, place, "staff-help-general", None, reply)


async def _duty(work: Work, staff: StaffMember, place: Place, words: str, reply: Terms) -> None:
    word = words.strip().casefold()
    on, off = (word in work.desk.texts.phrases(kind) for kind in ("on", "off"))
    if word and not (on or off):
        raise NotUnderstood("staff-duty-how")
    key = "staff-duty-on" if duty(staff, on=on if word else None) else "staff-duty-off"
    await tell_office(work, place, key, None, reply, holder=staff.name)
