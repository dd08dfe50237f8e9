"""The life of a ticket as one table: who may make which move from where, what it requires and where it leads.

    received -> assigned -> investigating <-> waiting_owner | waiting_vendor | deferred
    -> resolved -> closed -> archived
    and declined, merged, withdrawn (architecture §4; D1: no step can be skipped silently; S10; D17)

`check` is asked before every change of a ticket's state; `allowed_moves` makes the buttons of its card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.errors import MoveRefused
from bot.rules.routing import MANAGER


class TicketState(StrEnum):
    """As storage has them; rules know no rows (a test compares the two)."""

    RECEIVED = "received"
    ASSIGNED = "assigned"
    INVESTIGATING = "investigating"
    WAITING_OWNER = "waiting_owner"
    WAITING_VENDOR = "waiting_vendor"
    DEFERRED = "deferred"
    RESOLVED = "resolved"
    CLOSED = "closed"
    ARCHIVED = "archived"
    DECLINED = "declined"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"


class ActorKind(StrEnum):
    OWNER = "owner"
    STAFF = "staff"
    SYSTEM = "system"


S = TicketState


class Move(StrEnum):
    CLAIM = "claim"
    RELEASE = "release"
    TRANSFER = "transfer"
    NOTE = "note"
    WAIT_OWNER = "wait_owner"
    WAIT_VENDOR = "wait_vendor"
    DEFER = "defer"
    RESUME = "resume"
    RESOLVE = "resolve"
    PROPOSE_DECLINE = "propose_decline"
    DECLINE = "decline"
    REJECT_DECLINE = "reject_decline"
    MERGE = "merge"
    DONE = "done"  # a dispatched matter is over
    WITHDRAW = "withdraw"
    REOPEN = "reopen"
    CLOSE = "close"
    ARCHIVE = "archive"


class Role(StrEnum):
    """What somebody is to one ticket."""

    OWNER = "owner"
    STAFF = "staff"  # anybody of the office who may see it
    HOLDER = "holder"  # the one who claimed it
    MANAGER = "manager"
    SYSTEM = "system"


class Need(StrEnum):
    """What a move requires besides state and role. The value is a part of a text key: tickets-needs-<value>."""

    INVESTIGATION = "investigation"
    CONCLUSION = "conclusion"
    EXPLANATION = "explanation"
    DATE = "date"
    REASON = "reason"
    TARGET = "target"
    HANDOVER = "handover"  # department and note
    PROPOSAL = "proposal"  # somebody of the staff proposed to decline
    OWNER_ANSWER = "owner-answer"  # the owner's own word, tapped, typed or by telephone, or its time ran out


OPEN = frozenset({S.RECEIVED, S.ASSIGNED, S.INVESTIGATING, S.WAITING_OWNER, S.WAITING_VENDOR, S.DEFERRED})
PAUSED = frozenset({S.WAITING_OWNER, S.WAITING_VENDOR, S.DEFERRED})
CLAIMED = OPEN - {S.RECEIVED}
INVESTIGATED = frozenset({S.INVESTIGATING}) | PAUSED
ENDED = frozenset({S.CLOSED, S.DECLINED, S.MERGED, S.WITHDRAWN})
OFFICE = frozenset({Role.STAFF, Role.MANAGER})
LEAD = frozenset({Role.HOLDER, Role.MANAGER})


@dataclass(frozen=True, slots=True)
class TicketFacts:
    """What the table needs to know of a ticket."""

    state: TicketState
    department: str
    kind: str
    handling: str | None = None
    assignee_id: int | None = None
    investigated: bool = False
    decline_proposed: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """Who moves. `id` is person.id or staff_member.id; `manager` only for staff."""

    kind: ActorKind
    id: int | None = None
    manager: bool = False

    @classmethod
    def owner(cls, person_id: int) -> Actor:
        return cls(ActorKind.OWNER, person_id)

    @classmethod
    def staff(cls, staff_id: int, *, manager: bool = False) -> Actor:
        return cls(ActorKind.STAFF, staff_id, manager)

    def __str__(self) -> str:
        """As the audit names them: "staff:3"."""
        return self.kind.value if self.id is None else f"{self.kind.value}:{self.id}"


SYSTEM = Actor(ActorKind.SYSTEM)


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the table. `to` None: the state stays as it is. `handling`: only tickets handled so."""

    move: Move
    states: frozenset[TicketState]
    who: frozenset[Role]
    to: TicketState | None
    needs: tuple[Need, ...] = ()
    handling: str | None = None


def _roles(*roles: Role) -> frozenset[Role]:
    return frozenset(roles)


TABLE: tuple[Rule, ...] = (
    Rule(Move.CLAIM, OPEN, OFFICE, S.ASSIGNED),
    Rule(Move.DONE, OPEN, OFFICE | {Role.OWNER}, S.CLOSED, handling="dispatch"),
    Rule(Move.NOTE, OPEN | {S.RESOLVED} | ENDED, OFFICE, None),
    Rule(Move.RESOLVE, CLAIMED, LEAD, S.RESOLVED, (Need.INVESTIGATION, Need.CONCLUSION)),
    Rule(Move.RESUME, PAUSED, OFFICE | {Role.OWNER, Role.SYSTEM}, S.INVESTIGATING),
    Rule(
        Move.WAIT_OWNER, (INVESTIGATED | {S.ASSIGNED}) - {S.WAITING_OWNER}, LEAD, S.WAITING_OWNER, (Need.INVESTIGATION,)
    ),
    Rule(
        Move.WAIT_VENDOR,
        (INVESTIGATED | {S.ASSIGNED}) - {S.WAITING_VENDOR},
        LEAD,
        S.WAITING_VENDOR,
        (Need.INVESTIGATION,),
    ),
    Rule(Move.DEFER, INVESTIGATED | {S.ASSIGNED}, LEAD, S.DEFERRED, (Need.INVESTIGATION, Need.DATE, Need.REASON)),
    # A complaint is declined by a lead only: whoever holds it proposes (S10: "unfounded" is confirmed by the lead).
    Rule(Move.PROPOSE_DECLINE, CLAIMED, _roles(Role.HOLDER), None, (Need.EXPLANATION,)),
    Rule(Move.DECLINE, CLAIMED, LEAD, S.DECLINED, (Need.EXPLANATION,)),
    Rule(Move.REJECT_DECLINE, CLAIMED, _roles(Role.MANAGER), None, (Need.PROPOSAL,)),
    Rule(Move.MERGE, OPEN, LEAD, S.MERGED, (Need.TARGET,)),
    Rule(Move.TRANSFER, OPEN, OFFICE, S.RECEIVED, (Need.HANDOVER,)),
    Rule(Move.RELEASE, CLAIMED, LEAD | {Role.SYSTEM}, S.RECEIVED),
    Rule(Move.WITHDRAW, OPEN, _roles(Role.OWNER), S.WITHDRAWN),
    Rule(Move.REOPEN, frozenset({S.RESOLVED, S.CLOSED, S.DECLINED, S.WITHDRAWN}), OFFICE | {Role.OWNER}, S.RECEIVED),
    Rule(Move.CLOSE, frozenset({S.RESOLVED}), OFFICE | {Role.OWNER, Role.SYSTEM}, S.CLOSED, (Need.OWNER_ANSWER,)),
    Rule(Move.ARCHIVE, ENDED, _roles(Role.SYSTEM), S.ARCHIVED),
)
RULES: Mapping[Move, Rule] = {rule.move: rule for rule in TABLE}


def roles_of(facts: TicketFacts, actor: Actor) -> frozenset[Role]:
    """What `actor` is to the ticket. A complaint about staff exists for managers only (S1, M1)."""
    if actor.kind == ActorKind.OWNER:
        return _roles(Role.OWNER)
    if actor.kind == ActorKind.SYSTEM:
        return _roles(Role.SYSTEM)
    if _is_about_staff(facts) and not actor.manager:
        return frozenset()
    roles = {Role.STAFF}
    if actor.manager:
        roles.add(Role.MANAGER)
    if facts.assignee_id is not None and facts.assignee_id == actor.id:
        roles.add(Role.HOLDER)
    return frozenset(roles)


def allowed_moves(facts: TicketFacts, actor: Actor) -> tuple[Move, ...]:
    """The moves open to `actor` now, in the table's order: what an investigation is missing for is not among them."""
    roles = roles_of(facts, actor)
    return tuple(rule.move for rule in TABLE if _applies(rule, facts, roles) and not _lacks(rule, facts))


def check(facts: TicketFacts, move: Move, actor: Actor, given: frozenset[Need] = frozenset()) -> TicketState:
    """The state that the move leads to.

    Raises MoveRefused: `tickets-refused-state`, `-role`, `-held` (by somebody else), `-confidential`, or
    `tickets-needs-<need>` for the first thing that is missing (`given` holds what came with the move).
    """
    rule, roles = RULES[move], roles_of(facts, actor)
    if facts.state not in rule.states or not _handled_so(rule, facts):
        claim_first = facts.state == S.RECEIVED and rule.states & CLAIMED and roles & OFFICE
        raise MoveRefused("tickets-refused-unclaimed" if claim_first else "tickets-refused-state", move=move.value)
    if move == Move.TRANSFER and roles and _is_about_staff(facts):
        raise MoveRefused("tickets-refused-confidential", move=move.value)
    if not rule.who & roles or not _open_to(rule, facts, roles):
        held = facts.assignee_id is not None and Role.STAFF in roles
        raise MoveRefused("tickets-refused-held" if held else "tickets-refused-role", move=move.value)
    if move == Move.CLAIM and facts.assignee_id is not None:
        raise MoveRefused("tickets-refused-held", move=move.value)
    known = given | _known(facts)
    for need in rule.needs:
        if need not in known:
            raise MoveRefused(f"tickets-needs-{need.value}", move=move.value)
    return _destination(rule, facts)


def _applies(rule: Rule, facts: TicketFacts, roles: frozenset[Role]) -> bool:
    if facts.state not in rule.states or not rule.who & roles or not _handled_so(rule, facts):
        return False
    if rule.move == Move.CLAIM and facts.assignee_id is not None:
        return False
    return _open_to(rule, facts, roles)


def _handled_so(rule: Rule, facts: TicketFacts) -> bool:
    return rule.handling is None or rule.handling == facts.handling


def _open_to(rule: Rule, facts: TicketFacts, roles: frozenset[Role]) -> bool:
    """A complaint is proposed for declining by its holder and declined by a manager; anything else at once. A complaint
    about staff goes to no department: whoever it is about would read it (S1)."""
    if rule.move == Move.DECLINE:
        return Role.MANAGER in roles or facts.kind != "complaint"
    if rule.move == Move.PROPOSE_DECLINE:
        return Role.MANAGER not in roles and facts.kind == "complaint"
    return rule.move != Move.TRANSFER or not _is_about_staff(facts)


def _is_about_staff(facts: TicketFacts) -> bool:
    return facts.department == MANAGER


def _known(facts: TicketFacts) -> frozenset[Need]:
    found = set()
    if facts.investigated:
        found.add(Need.INVESTIGATION)
    if facts.decline_proposed:
        found.update((Need.PROPOSAL, Need.EXPLANATION))
    return frozenset(found)


def _lacks(rule: Rule, facts: TicketFacts) -> bool:
    """Whether something is missing that cannot be typed together with the move."""
    beforehand = {Need.INVESTIGATION, Need.PROPOSAL}
    return any(need in beforehand and need not in _known(facts) for need in rule.needs)


def _destination(rule: Rule, facts: TicketFacts) -> TicketState:
    assigned = S.INVESTIGATING if facts.investigated else S.ASSIGNED
    if rule.move == Move.CLAIM:
        # Taken over half-way: what was found out so far still counts.
        return assigned if facts.state == S.RECEIVED else facts.state
    if rule.move == Move.NOTE:
        return S.INVESTIGATING if facts.state == S.ASSIGNED else facts.state
    if rule.move == Move.REOPEN:
        return assigned if facts.assignee_id is not None else S.RECEIVED
    return facts.state if rule.to is None else rule.to
