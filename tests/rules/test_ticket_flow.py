"""The whole table of moves, cell by cell: every state, every move, everybody who might try it."""

from dataclasses import replace

import pytest

from bot.errors import MoveRefused
from bot.rules.ticket_flow import SYSTEM, Actor, ActorKind, Move, Need, TicketFacts, allowed_moves, check
from bot.rules.ticket_flow import TicketState as S
from storage.models import tickets as rows

HOLDER = Actor.staff(1)
COLLEAGUE = Actor.staff(2)
MANAGER = Actor.staff(3, manager=True)
OWNER = Actor.owner(9)
EVERYBODY = {"holder": HOLDER, "colleague": COLLEAGUE, "manager": MANAGER, "owner": OWNER, "system": SYSTEM}
EVERYTHING = frozenset(Need)

# State: who: the moves that succeed for a complaint with an investigation note, claimed by the holder where that can
# be, when everything that is typed with a move is given, with the state after it ("=": stays).
CLAIMED_CELLS = {
    "holder": "note> resolve>resolved {pause} propose_decline= merge>merged transfer>received release>received",
    "colleague": "note> {resume} transfer>received",
    "manager": "note> resolve>resolved {pause} decline>declined reject_decline= merge>merged transfer>received"
    " release>received",
    "owner": "{resume} withdraw>withdrawn",
    "system": "{resume} release>received",
}
PAUSING = "wait_owner>waiting_owner wait_vendor>waiting_vendor defer>deferred"
AT_WORK = {who: cells.format(pause=PAUSING, resume="") for who, cells in CLAIMED_CELLS.items()}
AT_REST = {
    who: cells.format(pause=f"{PAUSING} resume>investigating", resume="resume>investigating")
    for who, cells in CLAIMED_CELLS.items()
}
STAY = {who: cells.replace("note>", "note=") for who, cells in AT_WORK.items()}
PAUSED = {who: cells.replace("note>", "note=") for who, cells in AT_REST.items()}
OFFICE = ("holder", "colleague", "manager")

CELLS: dict[S, dict[str, str]] = {
    S.RECEIVED: {
        "holder": "claim>investigating note= transfer>received",
        "colleague": "claim>investigating note= transfer>received",
        "manager": "claim>investigating note= merge>merged transfer>received",
        "owner": "withdraw>withdrawn",
        "system": "",
    },
    S.ASSIGNED: {who: cells.replace("note>", "note>investigating") for who, cells in AT_WORK.items()},
    S.INVESTIGATING: STAY,
    S.WAITING_OWNER: {who: cells.replace("wait_owner>waiting_owner", "") for who, cells in PAUSED.items()},
    S.WAITING_VENDOR: {who: cells.replace("wait_vendor>waiting_vendor", "") for who, cells in PAUSED.items()},
    S.DEFERRED: PAUSED,
    S.RESOLVED: {
        **dict.fromkeys(OFFICE, "note= reopen>investigating close>closed"),
        "owner": "reopen>investigating close>closed",
        "system": "close>closed",
    },
    S.CLOSED: {
        **dict.fromkeys(OFFICE, "note= reopen>investigating"),
        "owner": "reopen>investigating",
        "system": "archive>archived",
    },
    S.DECLINED: {
        **dict.fromkeys(OFFICE, "note= reopen>investigating"),
        "owner": "reopen>investigating",
        "system": "archive>archived",
    },
    S.WITHDRAWN: {
        **dict.fromkeys(OFFICE, "note= reopen>investigating"),
        "owner": "reopen>investigating",
        "system": "archive>archived",
    },
    S.MERGED: {**dict.fromkeys(OFFICE, "note="), "owner": "", "system": "archive>archived"},
    S.ARCHIVED: dict.fromkeys(EVERYBODY, ""),
}


def test_rules_and_rows_name_the_same_states_and_actors() -> None:
    assert [state.value for state in S] == [state.value for state in rows.TicketState]
    assert [kind.value for kind in ActorKind] == [kind.value for kind in rows.ActorKind]


def facts_in(state: S) -> TicketFacts:
    return TicketFacts(
        state=state,
        department="facility",
        kind="complaint",
        assignee_id=None if state == S.RECEIVED else HOLDER.id,
        investigated=True,
    )


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("move", Move)
@pytest.mark.parametrize("state", S)
def test_every_cell(state: S, move: Move, who: str) -> None:
    expected = dict(cell.replace("=", f">{state.value}").split(">") for cell in CELLS[state][who].split())
    try:
        found = check(facts_in(state), move, EVERYBODY[who], EVERYTHING).value
    except MoveRefused:
        found = None
    assert found == expected.get(move.value)


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("state", S)
def test_buttons_are_exactly_what_would_succeed(state: S, who: str) -> None:
    facts = replace(facts_in(state), decline_proposed=True)
    would = set()
    for move in Move:
        try:
            check(facts, move, EVERYBODY[who], EVERYTHING)
            would.add(move)
        except MoveRefused:
            pass
    assert set(allowed_moves(facts, EVERYBODY[who])) == would


def refusal(facts: TicketFacts, move: Move, actor: Actor, *given: Need) -> str:
    with pytest.raises(MoveRefused) as refused:
        check(facts, move, actor, frozenset(given))
    return refused.value.key


def test_nothing_is_resolved_without_an_investigation_note_and_a_conclusion() -> None:
    fresh = replace(facts_in(S.ASSIGNED), investigated=False)
    assert refusal(fresh, Move.RESOLVE, HOLDER, Need.CONCLUSION) == "tickets-needs-investigation"
    assert refusal(facts_in(S.INVESTIGATING), Move.RESOLVE, HOLDER) == "tickets-needs-conclusion"
    assert Move.RESOLVE not in allowed_moves(fresh, HOLDER)
    assert check(facts_in(S.INVESTIGATING), Move.RESOLVE, HOLDER, frozenset({Need.CONCLUSION})) == S.RESOLVED


def test_whoever_has_not_claimed_is_told_to_claim_or_who_has_it() -> None:
    assert refusal(facts_in(S.RECEIVED), Move.RESOLVE, COLLEAGUE, Need.CONCLUSION) == "tickets-refused-unclaimed"
    assert refusal(facts_in(S.INVESTIGATING), Move.RESOLVE, COLLEAGUE, Need.CONCLUSION) == "tickets-refused-held"
    assert refusal(facts_in(S.INVESTIGATING), Move.CLAIM, COLLEAGUE) == "tickets-refused-held"


def test_the_first_note_begins_the_investigation_and_a_claim_begins_without_one() -> None:
    fresh = replace(facts_in(S.RECEIVED), investigated=False)
    assert check(fresh, Move.CLAIM, COLLEAGUE) == S.ASSIGNED
    assert check(replace(facts_in(S.ASSIGNED), investigated=False), Move.NOTE, HOLDER) == S.INVESTIGATING


def test_a_complaint_is_declined_by_a_lead_and_a_request_by_its_holder() -> None:
    complaint = facts_in(S.INVESTIGATING)
    explained = frozenset({Need.EXPLANATION})
    assert refusal(complaint, Move.DECLINE, HOLDER, Need.EXPLANATION) == "tickets-refused-held"
    assert check(complaint, Move.PROPOSE_DECLINE, HOLDER, explained) == S.INVESTIGATING
    assert refusal(complaint, Move.DECLINE, MANAGER) == "tickets-needs-explanation"
    assert check(replace(complaint, decline_proposed=True), Move.DECLINE, MANAGER) == S.DECLINED
    assert check(replace(complaint, kind="request"), Move.DECLINE, HOLDER, explained) == S.DECLINED


def test_deferring_takes_a_day_and_a_reason() -> None:
    facts = facts_in(S.INVESTIGATING)
    assert refusal(facts, Move.DEFER, HOLDER, Need.REASON) == "tickets-needs-date"
    assert refusal(facts, Move.DEFER, HOLDER, Need.DATE) == "tickets-needs-reason"


@pytest.mark.parametrize("state", [S.RECEIVED, S.ASSIGNED, S.INVESTIGATING])
@pytest.mark.parametrize("who", ["holder", "colleague", "manager", "owner"])
def test_one_tap_ends_what_was_dispatched(state: S, who: str) -> None:
    facts = replace(facts_in(state), handling="dispatch", investigated=False)
    assert check(facts, Move.DONE, EVERYBODY[who]) == S.CLOSED


def test_a_complaint_about_staff_exists_for_managers_only() -> None:
    facts = replace(facts_in(S.RECEIVED), department="manager")
    assert allowed_moves(facts, COLLEAGUE) == ()
    assert refusal(facts, Move.CLAIM, COLLEAGUE) == "tickets-refused-role"
    assert check(facts, Move.CLAIM, MANAGER) == S.INVESTIGATING


@pytest.mark.parametrize("state", [S.RECEIVED, S.INVESTIGATING])
def test_a_complaint_about_staff_goes_to_no_department(state: S) -> None:
    facts = replace(facts_in(state), department="manager", assignee_id=MANAGER.id)
    assert refusal(facts, Move.TRANSFER, MANAGER, Need.HANDOVER) == "tickets-refused-confidential"
    assert refusal(facts, Move.TRANSFER, COLLEAGUE, Need.HANDOVER) == "tickets-refused-role"
    assert Move.TRANSFER not in allowed_moves(facts, MANAGER)


def test_a_reopened_ticket_goes_back_to_whoever_had_it() -> None:
    closed = facts_in(S.CLOSED)
    assert check(closed, Move.REOPEN, OWNER) == S.INVESTIGATING
    assert check(replace(closed, assignee_id=None), Move.REOPEN, OWNER) == S.RECEIVED
