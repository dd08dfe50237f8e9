"""Managers: they acknowledge alerts and ask for figures. Cards about staff are served with the staff's handlers."""

from bot.actions.managers import alerts, knowledge, reports
from bot.actions.outgoing import Place, answer_tap, text
from bot.actions.people.staff_members import met
from bot.actions.talks.office_lines import tell_office
from bot.desk import Desk, Work
from bot.handlers.commands import Command, command_of
from bot.handlers.route import Route, route
from bot.incoming import Said, Tapped
from bot.rules.access import may_be_staff
from bot.rules.report_range import read_range
from bot.rules.tap_verbs import Verb
from bot.taps import Tap
from storage import alerts as alert_rows
from storage import conversations

COMMANDS_IN_CHAT = ("queue", "report", "reload", "help")
COMMANDS_IN_PRIVATE = ("queue", "report", "reload")
"""Typed by a manager in a chat of their own; /help is answered there as to any resident."""


async def _said(work: Work, said: Said) -> None:
    command = command_of(said.text, work.desk.bot_username)
    if command is None:
        return
    if may_be_staff(said.sender.id, anonymous=said.anonymous):
        await met(work, said.sender, said.chat_id)
    place = Place(chat_id=said.chat_id)
    if command.name == "help":
        await tell_office(work, place, "manager-help")
    elif command.name == "reload":
        await knowledge.ask_reload(work, f"user:{said.sender.id}")
        await tell_office(work, place, "knowledge-asked")
    elif command.name == "queue":
        await text(work, place, await reports.queue_text(work))
    else:
        await text(work, place, await _report(work, command))


async def _report(work: Work, command: Command) -> str:
    today = work.now.astimezone(work.desk.office.timezone).date()
    days = read_range(command.rest, today, work.desk.texts.phrases)
    if days is None:
        return work.say(work.desk.office_locale, "manager-report-unclear")
    return await reports.report_text(work, days)


async def _acknowledged(work: Work, tapped: Tapped) -> None:
    """Anybody in the manager chat, and whom the settings name; nobody else."""
    tap = Tap.unpack(tapped.data)
    if tap is None or not _is_manager(work.desk, tapped):
        words = work.say(work.desk.office_locale, "alerts-only-managers")
        await answer_tap(work, tapped.callback_id, words, alert=True)
        return
    member = await met(work, tapped.sender, tapped.chat_id)
    alert = await alert_rows.alert_by_id(work.session, tap.id)
    if alert is not None and alert.conversation_id is not None:
        await conversations.lock_conversation(work.session, alert.conversation_id)
    await answer_tap(work, tapped.callback_id, await alerts.acknowledge(work, tap.id, member.name))


def _is_manager(desk: Desk, tapped: Tapped) -> bool:
    return tapped.chat_id == desk.chats.manager or tapped.sender.id in desk.chats.manager_ids


def _asks(desk: Desk, said: Said) -> bool:
    """A manager's command: in the manager chat, or in the private chat of somebody whom the settings name."""
    command = command_of(said.text, desk.bot_username)
    if command is None or said.thread_id is not None:
        return False
    if said.chat_id == desk.chats.manager:
        return command.name in COMMANDS_IN_CHAT
    private = said.chat_id == said.sender.id and said.sender.id in desk.chats.manager_ids
    return private and command.name in COMMANDS_IN_PRIVATE


def _acknowledges(desk: Desk, tapped: Tapped) -> bool:
    tap = Tap.unpack(tapped.data)
    return tap is not None and tap.verb is Verb.ACKNOWLEDGE


MANAGER_ROUTES: tuple[Route, ...] = (
    route("alert acknowledged", Tapped, _acknowledged, _acknowledges),
    route("manager asks", Said, _said, _asks),
)
