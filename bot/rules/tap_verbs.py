"""Every verb a button can carry, with the short code that stands in callback data."""

from enum import StrEnum


class Verb(StrEnum):
    """Codes stay stable: buttons of old messages are tapped months later."""

    # owner: starting and understanding
    LANGUAGE = "lg"  # choice: ko | en
    CONSENT = "cs"  # choice: yes | no
    MEANT = "mt"  # choice: intent id or "none"; id: message.id of what was asked
    TAKE_ON = "to"  # choice: intent id; "shall I put this in for you?" yes
    DECLINE_OFFER = "do"
    HELPED = "hp"  # choice: yes | no
    PERSON = "pn"  # a person, please
    TELL_STAFF = "ss"  # id: message.id that went to the managers alone
    MENU = "mn"  # choice: new | tickets | human | help | me | language
    # owner: intake; version = conversation.version
    INTAKE_SEND = "is"
    INTAKE_EDIT = "ie"
    INTAKE_CANCEL = "ic"
    INTAKE_SKIP = "ik"  # choice: the step skipped
    INTAKE_RESUME = "ir"  # after an alarm
    # owner: emergencies
    EMERGENCY_YES = "ey"  # choice: emergency id
    EMERGENCY_NO = "en"
    EMERGENCY_BRANCH = "eb"  # id: ticket.id, choice: branch
    # owner: tickets and feedback
    TICKET_SHOW = "ts"
    TICKET_ADD = "ta"
    TICKET_WITHDRAW = "tw"
    TICKET_REOPEN = "tr"
    TICKET_DONE = "td"  # a dispatched matter is over, one tap closes it
    TICKET_LIST = "tl"
    ADD_HERE = "ah"  # id: ticket.id, choice: message.id whose content is added
    NEW_MATTER = "nm"  # id: message.id that begins a matter of its own
    DONE_ADDING = "da"
    PROFILE_EDIT = "pe"
    SOLVED = "sv"  # id: survey.id, choice: yes | no
    STARS = "st"  # id: survey.id, choice: 1..5 | skip
    # staff and managers; version = ticket.version where it is about a ticket
    CLAIM = "cl"  # id: conversation.id
    CLAIM_AND_SEND = "cx"  # id: message.id of the text that was not sent
    RELEASE = "rl"
    HAND_BACK = "hb"
    CARD_CLAIM = "cc"
    CARD_MOVE = "cm"  # id: ticket.id, choice: the move's name
    CHOOSE_TICKET = "ct"  # id: ticket.id, choice: message.id (base 10) of the command that waits
    CONFIRM_DECLINE = "cd"
    ACKNOWLEDGE = "ak"  # id: alert.id
    CALLED = "ca"  # id: survey.id, choice: solved | not_solved | no_answer (a phone task)
