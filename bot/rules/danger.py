"""What an owner's words mean while somebody is in danger: which kind of it they name, whether it is the one that is
known already, whether it is over, whether they cry or ask what to do.

Pure: the phrases come from the catalogues (keys `reply-<kind>`), the concepts from the recogniser's rules."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial

from rapidfuzz.distance import OSA

from bot.rules.phrases import Ends, Phrases, begins, exactly, fold, has, made_of, prefix
from intents import jamo
from intents.language import amount
from intents.result import Emergency, Match

MEDICAL = "emergency.medical"
DESPAIR = "emergency.medical.despair"
"""Somebody wants to die: of the recogniser's medical emergencies the one that needs other words than a collapse."""

_SELF_HARM = "self_harm"
_FIRE, _FLOOD = "emergency.fire", "emergency.flood"
_LIFT = "emergency.elevator"
_LIFT_ITSELF = "lift"
_SHUT_IN = frozenset({"trapped", "locked_in"})
_NOT_TRAPPED = frozenset({_LIFT_ITSELF, "help_cry", "jolt"})
_WHERE = frozenset({"building", "unit", "floor", "line", "phone"})

_MEANS_THE_SAME: Mapping[str, frozenset[str]] = {
    "emergency.fire": frozenset({"intruder", "assault", "socket", "spark"}),
    "emergency.gas": frozenset({"intruder", "assault"}),
    _LIFT: frozenset({"intruder", "falling"}),
    "emergency.flood": frozenset({"intruder"}),
    "emergency.electric": frozenset({"intruder"}),
    MEDICAL: frozenset({"intruder", "falling"}),
    DESPAIR: frozenset({"intruder", "falling", "weapon", "assault"}),
    "emergency.crime": frozenset({"falling"}),
}
"""Concepts that tell of no second danger in the midst of the first: people scream in a fire, break windows and doors,
and a lift shakes; to send them the words for a burglary ("lock the door") would harm them."""

_CALLS = frozenset({"police", _SELF_HARM})
"""Who calls for the police is in any danger; and who wants to live is in no despair, whatever the words are."""
_HURT = frozenset({"hurt"})
"""Where somebody has called for help ("119 불렀어요"), the number is all that speaks of an injury."""

_QUESTION = frozenset("?？")
_OVER: Mapping[str, tuple[str, ...]] = {"emergency.fire": ("fire-out",), "emergency.flood": ("water-off",)}
"""What says of one danger that its cause has stopped; a closed gas valve leaves the gas in the room."""
_CLAUSE_END = re.compile(r"[,，、.。!！;；:\n]")
_WORDS_OF_A_NO = 3
_AN_ENDING = 10.0
"""Latin letters or what is worth as much."""
_LONGEST_RELIEF = 60
_KEYS_FOR_A_SLIP = 7
"""One key of so many may be wrong: shorter words of different meaning differ by less, and with a second slip people who
"stay inside" (남아 있습니다) are "out" (나와 있습니다)."""
_BARE_ENDS = ("ㅆ", "ㅁ")
"""Without this last key "has been evacuated" (대피했) is "evacuate!" (대피해)."""
_SOUND_ALIKE = str.maketrans("ㅐㅒ", "ㅔㅖ")


def kind_of(match: Match, text: str, phrases: Phrases) -> str | None:
    """The emergency that a message is about, if any; despair is told from a collapse, and water from a fire for whose
    word it could be a slip (물, 불) where it does what only water does."""
    despair = any(_SELF_HARM in rule for rule in match.dangers.get(MEDICAL, ()))
    if match.emergency_intent == MEDICAL and despair and not has(fold(text), phrases("want-to-live")):
        return DESPAIR
    guessed = match.emergency_intent == _FIRE and _FIRE not in match.hinted
    return _FLOOD if guessed and has(fold(text), phrases("water-does")) else match.emergency_intent


def names_another(match: Match, text: str, kind: str | None, known: Collection[str], phrases: Phrases) -> bool:
    """Whether the gate sees a danger beside those that are known, and the words name it: if it is certain, both are
    real. What the model alone believes, and a cry that could be for anything ("help", "119", "quick"), is about the
    first."""
    if match.emergency is None or kind is None or kind in known:
        return False
    if kind == DESPAIR:
        return True
    same = _CALLS.union(*(_MEANS_THE_SAME.get(one, ()) for one in known))
    if has(fold(text), [*phrases("called-help-anywhere"), *phrases("calm-anywhere")]):
        same |= _HURT
    rules = match.dangers.get(match.emergency_intent or "", ())
    return any(not same & set(rule) and (kind != _LIFT or _names_a_lift(rule)) for rule in rules)


def _names_a_lift(rule: Collection[str]) -> bool:
    """Who is trapped in a burning flat is in no lift, and who asks whether to take one is not trapped."""
    return _LIFT_ITSELF in rule and not _NOT_TRAPPED.issuperset(rule)


def danger_told(text: str, phrases: Phrases, *, hinted: bool) -> bool | None:
    """What a longer answer to "is somebody in danger?" says; None: nothing of that. On a no hangs whether people
    come: who cries or urges has said none, nor who tells of danger beside it without a plain no before.
    `hinted`: whether the recogniser reads danger in it."""
    said = fold(text)
    if _QUESTION & set(text) or has(said, phrases("unsure-anywhere")):
        return None
    if has(said, phrases("no-danger-anywhere")):
        no = not _urges(said, phrases) and _denies(text, phrases) and (not hinted or _begins_with_no(text, phrases))
        return False if no else None
    agreed = prefix(said, phrases("yes"))
    return True if begins(said.removeprefix(agreed), phrases("yes-danger")) else None


def speaks_of_danger(text: str, phrases: Phrases) -> bool:
    """Whether words that are no yes and no no are about the danger nevertheless: the question stays open."""
    said = fold(text)
    return has(said, phrases("no-danger-anywhere")) or _urges(said, phrases)


def _urges(folded: str, phrases: Phrases) -> bool:
    return has(folded, [*phrases("crying-anywhere"), *phrases("urging-anywhere")])


def _denies(text: str, phrases: Phrases) -> bool:
    """Whether "not dangerous" is said, and is nowhere a part of what turns it: "so that it is not dangerous", "I would
    not say that it is not dangerous"."""
    for clause in map(fold, _CLAUSE_END.split(text)):
        for denial in map(fold, phrases("no-danger-anywhere")):
            before, found, behind = clause.partition(denial)
            turned = has(before + found, phrases("turns-before")) or begins(behind, phrases("turns-behind"))
            if found and turned:
                return False
    return True


def _begins_with_no(text: str, phrases: Phrases) -> bool:
    """Whether its first words, or what stands before its first sign, are a no of their own."""
    noes = set(map(fold, phrases("no")))
    words = text.split()[:_WORDS_OF_A_NO]
    begun = (" ".join(words[: count + 1]) for count in range(len(words)))
    return any(fold(beginning) in noes for beginning in (*begun, _CLAUSE_END.split(text, maxsplit=1)[0]))


def nobody_inside(text: str, kind: str, phrases: Phrases) -> bool:
    """Whether an answer about a lift that stands says that it is empty."""
    said = fold(text)
    if kind != _LIFT or _QUESTION & set(text) or not has(said, phrases("nobody-inside-anywhere")):
        return False
    for phrase in sorted(map(fold, phrases("nobody-inside-anywhere")), key=len, reverse=True):
        said = said.replace(phrase, "") if phrase else said
    kinds = ("not-nobody-inside-anywhere", "worse-anywhere", "crying-anywhere", "urging-anywhere", "unsure-anywhere")
    return not has(said, [phrase for one in kinds for phrase in phrases(one)])


def denies_only(text: str, phrases: Phrases) -> bool:
    """Whether an answer that says no has no story behind it: an ending at most is left beside such phrases."""
    rest = fold(text)
    for kind in ("no-danger-anywhere", "no", "fine", "thanks", "beside-safe"):
        for phrase in sorted(map(fold, phrases(kind)), key=len, reverse=True):
            rest = rest.replace(phrase, "") if phrase else rest
    return amount(rest) <= _AN_ENDING


def cannot_leave(match: Match, kind: str) -> bool:
    """Whether whoever writes, or whoever they write about, cannot go to a safe place first: shut in, or collapsed."""
    shut_in = any(_SHUT_IN & set(rule) for rules in match.dangers.values() for rule in rules)
    return kind in (_LIFT, MEDICAL) or shut_in


def cries(match: Match, text: str, phrases: Phrases) -> bool:
    """The alarm again, or a call for help. A bare "5th floor, quick" tells where."""
    if has(fold(text), phrases("crying-anywhere")):
        return True
    if is_calm_news(text, phrases) or help_told(match, text, phrases) is not None:
        return False
    named = (match.emergency_intent or "") in match.dangers
    return match.emergency is Emergency.CERTAIN and (named or not _WHERE & match.slots.keys())


def is_calm_news(text: str, phrases: Phrases) -> bool:
    """ "Nobody is hurt, we are airing": whoever writes that needs no instructions again, unless it has become worse."""
    said = fold(text)
    return has(said, phrases("calm-anywhere")) and not has(said, phrases("worse-anywhere"))


def help_told(match: Match, text: str, phrases: Phrases) -> str | None:
    """ "I have called 119" (called), "the ambulance took him" (taken): nobody who writes that needs instructions again.
    None: neither, or some danger is told beside it."""
    said = fold(text)
    if _QUESTION & set(text) or not has(said, phrases("called-help-anywhere")):
        return None
    if has(said, [*phrases("worse-anywhere"), *phrases("not-called-anywhere")]):
        return None
    if any(not set(rule) <= _HURT for rules in match.dangers.values() for rule in rules):
        return None
    if has(said, phrases("taken-anywhere")):
        return "taken"
    return "called" if has(said, phrases("called-anywhere")) else None


def asks_of_help(text: str, phrases: Phrases) -> bool:
    """ "Who comes, when, who pays?": about those who help, not about what the writer should do."""
    said = fold(text)
    return has(said, phrases("asks-of-help-anywhere")) and not asks_to_do(text, phrases)


def asks_to_do(text: str, phrases: Phrases) -> bool:
    """ "Should we go out?", "may I open it?"."""
    return has(fold(text), phrases("asks-to-do-anywhere"))


def _was_nothing(text: str, phrases: Phrases) -> bool:
    """ "False alarm, neighbour burnt his toast": what explains the alarm away in the writer's own words, where these
    tell of nothing that may be one."""
    said = fold(text)
    denied = [*phrases("not-nothing-anywhere"), *phrases("asking-anywhere")]
    asked = said.endswith(tuple(map(fold, phrases("other-ending"))))
    if not has(said, phrases("was-nothing-anywhere")) or has(said, denied) or asked:
        return False
    known = [*phrases("was-nothing-anywhere"), *phrases("beside-nothing-was")]
    for phrase in sorted(map(fold, known), key=len, reverse=True):
        said = said.replace(phrase, "") if phrase else said
    kinds = ("not-safe-anywhere", "worse-anywhere", "crying-anywhere", "unsure-anywhere", "danger-word-anywhere")
    return not has(said, [phrase for kind in kinds for phrase in phrases(kind)])


def asks_what_if(text: str, phrases: Phrases) -> bool:
    """ "Whom do I call if I am stuck in the lift?": a question about what would be. Whatever speaks of now is none,
    nor what tells anything else beside it."""
    said = fold(text)
    if not has(said, phrases("what-if-anywhere")) or not asks(text, phrases):
        return False
    clauses = [clause for clause in _CLAUSE_END.split(text) if fold(clause)]
    return len(clauses) == 1 and not has(said, phrases("happening-anywhere"))


def says_safe(text: str, kind: str, phrases: Phrases, *, talking: bool = False) -> bool:
    """Whether a message says nothing but that the writer is out of danger. "The fire is out" is that only after a fire:
    the light may have gone out in a lift. After words of despair nothing says so: that is for people to judge.
    `talking`: a person has the talk, whom "fine" may answer about anything."""
    said = fold(text)
    if kind == DESPAIR or not said or len(said) > _LONGEST_RELIEF or _QUESTION & set(text):
        return False
    over = [*phrases("safe"), *phrases("wrong-alarm"), *(one for key in _OVER.get(kind, ()) for one in phrases(key))]
    about_it = phrases("beside-over") if kind in _OVER else ()
    fine, about = list(phrases("fine")), [*phrases("beside-safe"), *phrases("helpers"), *phrases("came"), *about_it]
    if has(said, phrases("wrong-alarm")):
        about += phrases("beside-wrong-alarm")
    needed = over if talking else over + fine
    beside = about + fine if talking else about
    if _made_of(said, needed, beside) or (not talking and _was_nothing(text, phrases)):
        return True
    endings = tuple(_keys(fold(ending)) for ending in phrases("other-ending"))
    mistyped = partial(_ends_with_a_slip, endings=endings)
    return not has(said, phrases("not-safe-anywhere")) and _made_of(said, needed, beside, mistyped)


def says_better(text: str, phrases: Phrases) -> bool:
    """Whether somebody who despaired says nothing but that they feel better. "It is over" and "I am out" may be a
    farewell, and do not count."""
    said = fold(text)
    if len(said) > _LONGEST_RELIEF or _QUESTION & set(text):
        return False
    return _made_of(said, phrases("better"), phrases("beside-better"))


def says_help_came(text: str, phrases: Phrases) -> bool:
    """Whether a message says nothing but that those are there who help: "the ambulance has come"."""
    said = fold(text)
    if not said or len(said) > _LONGEST_RELIEF or _QUESTION & set(text):
        return False
    helpers = phrases("helpers")
    beside = [*helpers, *phrases("beside-safe")]
    return has(said, helpers) and _made_of(said, phrases("came"), beside)


def _made_of(said: str, needed: Sequence[str], beside: Sequence[str], ends: Ends = exactly) -> bool:
    """Whether the words are nothing but such phrases, at least one of those that are needed among them. Compared by
    keys, since vowels that sound alike are written one for the other."""
    parts = {"needed": needed, "beside": beside}
    return made_of(said, parts, {"needed"}, written=_keys, ends=ends)


def _ends_with_a_slip(keys: str, at: int, phrase: str, *, endings: tuple[str, ...]) -> Iterator[int]:
    """Where the phrase may end that begins there; a long one may have one key wrong, where that does not give it one of
    these endings. Its first key is never mistyped: before it a denial could hide."""
    yield from exactly(keys, at, phrase)
    if len(phrase) < _KEYS_FOR_A_SLIP or phrase.endswith(_BARE_ENDS) or keys[at] != phrase[0]:
        return
    for after in range(at + len(phrase) - 1, min(at + len(phrase) + 1, len(keys)) + 1):
        said = keys[at:after]
        if OSA.distance(said, phrase, score_cutoff=1) <= 1 and not said.endswith(endings):
            yield after


def _keys(folded: str) -> str:
    """The keys with which it is typed; of vowels that sound alike the same."""
    return folded.translate(jamo.STROKES).translate(_SOUND_ALIKE)


def asks(text: str, phrases: Phrases) -> bool:
    """ "What shall I do?"""
    return bool(_QUESTION & set(text)) or has(fold(text), phrases("asking-anywhere"))
