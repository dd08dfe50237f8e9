"""Knowledge that grows while the desk serves: examples are added, a reload is asked for, and its outcome is told."""

from bot.actions.outgoing import Terms
from bot.actions.talks.office_lines import tell_office
from bot.actions.talks.places import manager_places
from bot.desk import Work
from bot.errors import NotFound
from intents.language import detect_language
from storage import audit, examples

_SHOWN = 10


async def ask_reload(work: Work, by: str) -> None:
    """Every process reads office, answers and examples anew; the managers hear how it went."""
    await examples.renew_edition(work.session)
    await audit.record(work.session, at=work.now, actor=by, action="knowledge.reload", subject="knowledge")


async def add_example(work: Work, intent: str, text: str, by: str) -> None:
    """From the next edition on, which this asks for, messages like `text` mean `intent`. Raises NotFound."""
    if intent not in work.desk.intents:
        raise NotFound("knowledge-no-such-intent", intent=intent)
    await examples.add(work.session, intent=intent, language=detect_language(text), text=text, by=by, at=work.now)
    await audit.record(work.session, at=work.now, actor=by, action="example.add", subject=intent, data={"text": text})
    await examples.renew_edition(work.session)


async def tell_outcome(work: Work, edition: str, problems: list[str]) -> None:
    """Once for an edition and outcome, however many processes follow it."""
    for place in manager_places(work):
        once = Terms(dedupe_key=f"knowledge:{edition}:{'wrong' if problems else 'fresh'}:{place.stream}")
        if problems:
            words = "\n".join(problems[:_SHOWN])
            await tell_office(work, place, "knowledge-wrong", None, once, problems=words)
        else:
            await tell_office(work, place, "knowledge-fresh", None, once, examples=str(work.desk.examples))
