"""What stands behind each item of the menu, tapped or typed."""

from bot.actions.intake import intake
from bot.actions.managers import about_staff
from bot.actions.people import onboarding
from bot.actions.tickets import my_tickets
from bot.desk import Work
from bot.rules.phrases import fold
from storage.models import Conversation, Person

_ITEMS = ("new", "tickets", "human", "help", "me", "language")


async def choose(work: Work, conversation: Conversation, person: Person, choice: str) -> None:
    if choice == "new":
        await intake.begin_anew(work, conversation, person)
    elif choice == "tickets":
        await my_tickets.show_list(work, conversation, person)
    elif choice == "human":
        await about_staff.want_person(work, conversation, person, None, "")
    elif choice == "me":
        await onboarding.about_me(work, conversation, person)
    elif choice == "language":
        await onboarding.ask_language(work, conversation)
    else:
        await onboarding.help_text(work, conversation, person)


def typed_item(work: Work, text: str) -> str | None:
    """The item whose label the whole message is, in any language of the office: people type "민원접수" who see
    "민원 접수" on a button."""
    typed = fold(text)
    for locale in work.desk.office.languages:
        for choice in _ITEMS:
            if typed and typed == fold(work.say(locale, f"menu-{choice}")):
                return choice
    return None
