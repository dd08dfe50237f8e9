"""What is said around a resolution, in the owner's language, and the buttons under it (O10, korean.md 10)."""

from datetime import datetime

from bot.actions.wording import called, moment, title_for
from bot.desk import Work
from bot.rules.feedback import Question, question_for
from bot.rules.stars import MAX_STARS
from bot.rules.tap_verbs import Verb
from bot.taps import Button, Keyboard, Tap
from storage.models import Person, Survey, Ticket


def question_of(ticket: Ticket) -> Question:
    return question_for(ticket.kind, ticket.handling, ticket.outcome)


def names(work: Work, person: Person, ticket: Ticket) -> dict[str, str]:
    """What most of these sentences name."""
    title = title_for(work, person, ticket.intent)
    return {"who": called(work, person), "number": ticket.number, "title": title}


def conclusion_text(work: Work, person: Person, ticket: Ticket) -> str:
    """The staff's conclusion whole and in their words, then the one question."""
    named = names(work, person, ticket)
    told = work.say(person.locale, "feedback-conclusion", conclusion=ticket.conclusion or "", **named)
    return f"{told}\n\n{work.say(person.locale, f'feedback-ask-{question_of(ticket).value}')}"


def reminder_text(work: Work, person: Person, ticket: Ticket, closes: datetime | None) -> str:
    named = names(work, person, ticket)
    if closes is None:
        return work.say(person.locale, "feedback-reminder-open", **named)
    return work.say(person.locale, "feedback-reminder", closes=moment(work, person.locale, closes), **named)


def answer_buttons(work: Work, person: Person, survey: Survey, question: Question) -> Keyboard:
    """Yes and not yet; where nothing could be solved, only the way back."""
    if question is Question.TOLD:
        return ((_answer(work, person, survey, "button-told-no", "no"),),)
    yes = _answer(work, person, survey, "button-solved-yes", "yes")
    return ((yes, _answer(work, person, survey, "button-solved-no", "no")),)


def follow_up_buttons(work: Work, person: Person, survey: Survey) -> Keyboard:
    yes = _answer(work, person, survey, "button-still-yes", "yes")
    return ((yes, _answer(work, person, survey, "button-still-no", "no")),)


def which_buttons(work: Work, person: Person, asked: list[tuple[Survey, Ticket]]) -> Keyboard:
    """One row for each matter that a typed answer could be about."""

    def row(survey: Survey, ticket: Ticket) -> tuple[Button, ...]:
        yes = work.say(person.locale, "button-solved-yes-number", number=ticket.number)
        no = work.say(person.locale, "button-solved-no-number", number=ticket.number)
        return (
            Button(yes, Tap(Verb.SOLVED, survey.id, survey.round, "yes")),
            Button(no, Tap(Verb.SOLVED, survey.id, survey.round, "no")),
        )

    return tuple(row(survey, ticket) for survey, ticket in asked)


def star_buttons(work: Work, person: Person, survey: Survey) -> Keyboard:
    stars = tuple(
        Button(
            work.say(person.locale, "button-stars", stars=str(count)),
            Tap(Verb.STARS, survey.id, survey.round, str(count)),
        )
        for count in range(1, MAX_STARS + 1)
    )
    skip = Button(work.say(person.locale, "button-stars-skip"), Tap(Verb.STARS, survey.id, survey.round, "skip"))
    return (stars, (skip,))


def skip_button(work: Work, person: Person, survey: Survey) -> Keyboard:
    skip = work.say(person.locale, "button-stars-skip")
    return ((Button(skip, Tap(Verb.STARS, survey.id, survey.round, "skip")),),)


def reopen_button(work: Work, person: Person, ticket: Ticket) -> Keyboard:
    return ((Button(work.say(person.locale, "button-reopen-it"), Tap(Verb.TICKET_REOPEN, ticket.id)),),)


def _answer(work: Work, person: Person, survey: Survey, key: str, choice: str) -> Button:
    return Button(work.say(person.locale, key), Tap(Verb.SOLVED, survey.id, survey.round, choice))
