"""The first contact: language, privacy notice, consent, the menu, and what the desk knows about a person (O1, O14)."""

from bot.actions.flow import Flow, FlowKind, enter, flow_of
from bot.actions.intake.paused import ask_aside, back_from_aside
from bot.actions.outgoing import to_owner
from bot.actions.people import known_better, people
from bot.actions.wording import called, home_text, name_of, phone_of
from bot.desk import Work
from bot.rules.tap_verbs import Verb
from bot.taps import Button, Keyboard, Tap
from storage.models import Conversation, Person


async def start(work: Work, conversation: Conversation, person: Person) -> None:
    """/start: the language first, then the notice, and the menu for whoever did both already."""
    conversation.misses = 0
    if not person.locale_chosen:
        await ask_language(work, conversation)
    elif not await people.has_consented(work, person):
        await welcome(work, conversation, person)
    else:
        await to_owner(
            work,
            conversation,
            work.say(person.locale, "owner-welcome-back", who=called(work, person)),
            menu(work, person),
        )


async def ask_language(work: Work, conversation: Conversation) -> None:
    """One question that speakers of every language can read."""
    locales = work.desk.office.languages
    words = "\n".join(work.say(locale, "owner-choose-language") for locale in locales)
    buttons = tuple(Button(work.say(locale, "language-name"), Tap(Verb.LANGUAGE, choice=locale)) for locale in locales)
    await to_owner(work, conversation, words, (buttons,))


async def choose_language(work: Work, conversation: Conversation, person: Person, locale: str) -> None:
    """A language was tapped; the notice follows where it is still missing."""
    if locale not in work.desk.office.languages:
        return
    known = person.locale
    person.locale, person.locale_chosen = locale, True
    if locale != known:
        await known_better.follow(work, conversation)
    if await people.has_consented(work, person):
        await to_owner(work, conversation, work.say(locale, "owner-language-set"), menu(work, person))
    else:
        await welcome(work, conversation, person)


async def welcome(work: Work, conversation: Conversation, person: Person) -> None:
    """Who this is, what is kept and for how long, and one tap of consent."""
    office = work.desk.office.name_in(person.locale)
    words = work.say(person.locale, "owner-welcome", office=office)
    notice = work.say(person.locale, "owner-privacy", seen_by="staff")
    question = work.say(person.locale, "owner-consent-ask")
    await _ask_consent(work, conversation, person, f"{words}\n\n{notice}\n{question}")


async def show_privacy(work: Work, conversation: Conversation, person: Person) -> None:
    """/privacy: the notice, and the question for whoever has not agreed yet."""
    notice = work.say(person.locale, "owner-privacy", seen_by="staff")
    if await people.has_consented(work, person):
        known = work.say(person.locale, "owner-me-consented")
        await to_owner(work, conversation, f"{notice}\n• {known}", menu(work, person))
        return
    question = work.say(person.locale, "owner-consent-ask")
    await _ask_consent(work, conversation, person, f"{notice}\n{question}")


async def _ask_consent(work: Work, conversation: Conversation, person: Person, words: str) -> None:
    """Where nothing else is asked, a yes or no right after it is the answer (messages/first_questions.py)."""
    question = await to_owner(work, conversation, words, consent_buttons(work, person))
    flow = flow_of(conversation)
    if flow is None or flow.kind is FlowKind.CONSENT:
        enter(conversation, Flow(FlowKind.CONSENT, {"at": work.now.isoformat(), "asked": question.id}))


def consent_buttons(work: Work, person: Person) -> Keyboard:
    return (
        (
            Button(work.say(person.locale, "button-consent"), Tap(Verb.CONSENT, choice="yes")),
            Button(work.say(person.locale, "button-later"), Tap(Verb.CONSENT, choice="no")),
        ),
    )


async def answer_consent(work: Work, conversation: Conversation, person: Person, agreed: bool) -> None:
    """Outside an intake: thanks and the menu; without consent questions and emergencies still work. Whoever was about
    to change their data goes on with that."""
    if agreed:
        await people.consent(work, person)
    flow = flow_of(conversation)
    if flow is not None and flow.kind is FlowKind.CONSENT:
        enter(conversation, None)
    changing = flow is not None and flow.kind is FlowKind.PROFILE
    if changing and agreed:
        await ask_profile(work, conversation, person)
        return
    key = "owner-consented" if agreed else "owner-not-consented"
    await to_owner(work, conversation, work.say(person.locale, key), menu(work, person))
    if changing:
        await back_from_aside(work, conversation, person)


async def help_text(work: Work, conversation: Conversation, person: Person) -> None:
    """/help: what one can write, with the menu and what is seldom needed."""
    keyboard = (*menu(work, person), (menu_item(work, person, "me"), menu_item(work, person, "language")))
    await to_owner(work, conversation, work.say(person.locale, "owner-help"), keyboard)


async def about_me(work: Work, conversation: Conversation, person: Person) -> None:
    """/me: what the desk knows, and how to change it."""
    unknown = work.say(person.locale, "owner-me-unknown")
    words = work.say(
        person.locale,
        "owner-me",
        name=name_of(work, person) if person.name_sealed else unknown,
        home=await home_text(work, person, person.locale) or unknown,
        phone=phone_of(work, person) or unknown,
        consent=work.say(
            person.locale, "owner-me-consented" if await people.has_consented(work, person) else "owner-me-no-consent"
        ),
    )
    edit = Button(work.say(person.locale, "button-edit-profile"), Tap(Verb.PROFILE_EDIT))
    await to_owner(work, conversation, words, ((edit,), (person_button(work, person),)))


async def ask_profile(work: Work, conversation: Conversation, person: Person, *, again: bool = False) -> None:
    """What has changed, in one message; asked again once where nothing could be read. Nothing is kept without consent,
    so that is asked for first."""
    data = {"asked": again, "at": work.now.isoformat()}
    await ask_aside(work, conversation, Flow(FlowKind.PROFILE, data))
    if not await people.has_consented(work, person):
        await show_privacy(work, conversation, person)
        return
    key = "owner-profile-unclear" if again else "owner-profile-ask"
    await to_owner(work, conversation, work.say(person.locale, key))


def menu(work: Work, person: Person) -> Keyboard:
    """What every screen offers."""
    new, tickets, human, help_ = (menu_item(work, person, choice) for choice in ("new", "tickets", "human", "help"))
    return ((new, tickets), (human, help_))


def menu_item(work: Work, person: Person, choice: str) -> Button:
    return Button(work.say(person.locale, f"menu-{choice}"), Tap(Verb.MENU, choice=choice))


def person_button(work: Work, person: Person) -> Button:
    return Button(work.say(person.locale, "button-person"), Tap(Verb.PERSON))
