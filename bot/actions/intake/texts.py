"""How an intake puts its questions and sums up."""

from bot.actions.flow import Draft
from bot.actions.messages.closed_hours import closed_note
from bot.actions.outgoing import DIRECT, to_owner
from bot.actions.people.onboarding import person_button
from bot.actions.wording import (
    called,
    department_name,
    home_text,
    matter_title,
    name_of,
    phone_of,
    unit_text,
)
from bot.desk import Work
from bot.rules.intake_questions import IN_SHARED_AREAS, Step
from bot.rules.plain_text import one_line
from bot.rules.tap_verbs import Verb
from bot.taps import Button, Keyboard, Tap
from storage.models import Conversation, Person

_SHOWN = 600


async def ask(work: Work, conversation: Conversation, person: Person, draft: Draft, noted: str = "") -> None:
    """The question of the draft's present step, or the summary; after what was noted, if anything."""
    terms = DIRECT
    heard = _heard(work, person, draft)
    before = "\n".join(filter(None, (heard, noted))) + ("\n\n" if heard else "\n" if noted else "")
    if draft.step is Step.SUMMARY:
        note, terms = await closed_note(work, conversation, person.locale)
        before = f"{noted}\n" if noted else ""
        words = "\n".join([*await _summary(work, person, draft), *note])
    elif draft.step is Step.CONSENT and (heard or not (noted or draft.asked > 1)):
        seen_by = "managers" if work.desk.is_for_managers(draft.intent) else "staff"
        notice = work.say(person.locale, "owner-privacy", seen_by=seen_by)
        words = f"{notice}\n{work.say(person.locale, 'intake-consent')}"
    elif draft.replacing:
        words = work.say(person.locale, "intake-edit")
    elif draft.step is Step.PLACE and draft.asked <= 1:
        words = work.say(person.locale, "intake-place", area=draft.details.get("area", "none"))
    else:
        again = "-again" if draft.asked > 1 or draft.step is Step.CONSENT else ""
        words = work.say(person.locale, f"intake-{draft.step}{again}")
    await to_owner(work, conversation, before + words, _buttons(work, conversation, person, draft), terms)


def _heard(work: Work, person: Person, draft: Draft) -> str:
    """Repeats back once what was understood (D8), before the first question."""
    if not draft.words or draft.heard:
        return ""
    title = matter_title(work, person.locale, draft.intent)
    key = "intake-heard-managers" if work.desk.is_for_managers(draft.intent) else "intake-heard"
    return work.say(person.locale, key, who=called(work, person), title=title)


async def _summary(work: Work, person: Person, draft: Draft) -> list[str]:
    locale = person.locale
    lines = [
        work.say(locale, "intake-summary", title=matter_title(work, locale, draft.intent)),
        work.say(locale, "intake-summary-words", words=one_line(" / ".join(draft.words), _SHOWN)),
    ]
    if where := draft.where or await _home(work, person, draft):
        lines.append(work.say(locale, "intake-summary-where", where=where))
    if since := draft.details.get("since"):
        lines.append(work.say(locale, "intake-summary-since", since=since))
    contact = " ".join(filter(None, (name_of(work, person) if person.name_sealed else "", phone_of(work, person))))
    if contact:
        lines.append(work.say(locale, "intake-summary-contact", contact=contact))
    if draft.photos:
        lines.append(work.say(locale, "intake-summary-photos", count=draft.photos))
    if draft.also:
        titles = ", ".join(matter_title(work, locale, other) for other, _ in draft.also)
        lines.append(work.say(locale, "intake-summary-also", titles=titles))
    intent = work.desk.intents.get(draft.intent)
    if intent is not None:
        department = department_name(work, locale, intent.department)
        lines.append(work.say(locale, "intake-summary-department", department=department))
    lines.append("")
    lines.append(work.say(locale, "intake-summary-ask" if draft.photos else "intake-summary-ask-photo"))
    return lines


async def _home(work: Work, person: Person, draft: Draft) -> str | None:
    """The owner's home, for a matter that is there."""
    if draft.intent in IN_SHARED_AREAS:
        return draft.details.get("area")
    if draft.home:
        return unit_text(work, person.locale, *draft.home)
    return await home_text(work, person, person.locale)


def _buttons(work: Work, conversation: Conversation, person: Person, draft: Draft) -> Keyboard:
    """Buttons that carry the conversation's version, so that an old one is recognised."""

    def button(key: str, verb: Verb, choice: str = "") -> Button:
        return Button(work.say(person.locale, key), Tap(verb, conversation.id, conversation.version, choice))

    cancel = button("button-cancel", Verb.INTAKE_CANCEL)
    if draft.step is Step.SUMMARY:
        return ((button("button-submit", Verb.INTAKE_SEND),), (button("button-edit", Verb.INTAKE_EDIT), cancel))
    if draft.step is Step.CONSENT:
        agree = Button(work.say(person.locale, "button-consent"), Tap(Verb.CONSENT, choice="yes"))
        refuse = Button(work.say(person.locale, "button-without"), Tap(Verb.CONSENT, choice="no"))
        return ((agree,), (refuse, cancel))
    if draft.step is Step.WHAT:
        return ((person_button(work, person), cancel),)
    return ((button("button-skip", Verb.INTAKE_SKIP, draft.step), cancel),)
