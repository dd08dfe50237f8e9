"""The staff's side of the desk: topics, General, the manager chat's cards. Which update goes to which handler."""

from bot.handlers.route import Route, route
from bot.handlers.staff.general import in_general
from bot.handlers.staff.here import in_office_chat, in_staff_chat
from bot.handlers.staff.managers import (
    answers_in_manager_chat,
    edited_by_manager,
    edited_in_manager_chat,
    said_to_managers,
    says_something_else,
    told_what_works_here,
)
from bot.handlers.staff.membership import in_office_group, member_changed, topic_changed
from bot.handlers.staff.reactions import staff_reacted
from bot.handlers.staff.talk import edited_in_topic, said_in_topic
from bot.handlers.staff.taps import is_staff_tap, staff_tapped
from bot.incoming import Edited, MemberChanged, Reacted, Said, Tapped, TopicChanged

STAFF_ROUTES: tuple[Route, ...] = (
    route("staff tapped", Tapped, staff_tapped, is_staff_tap),
    route(
        "staff wrote in a topic",
        Said,
        said_in_topic,
        lambda desk, said: said.thread_id is not None and in_staff_chat(desk, said.chat_id),
    ),
    route("managers answered", Said, said_to_managers, answers_in_manager_chat),
    route("a manager wrote", Said, told_what_works_here, says_something_else),
    route("staff wrote in General", Said, in_general, lambda desk, said: in_staff_chat(desk, said.chat_id)),
    route("staff edited", Edited, edited_in_topic, lambda desk, edited: in_staff_chat(desk, edited.said.chat_id)),
    route("a manager edited", Edited, edited_by_manager, edited_in_manager_chat),
    route("staff reacted", Reacted, staff_reacted, lambda desk, reacted: in_office_chat(desk, reacted.chat_id)),
    route("staff came or went", MemberChanged, member_changed, in_office_group),
    route("topic closed or reopened", TopicChanged, topic_changed),
)

__all__ = ["STAFF_ROUTES"]
