"""
Reconciling without the device: it is asked for, the registration stays until the operator gives the device up, and command line, store,
reports and inventory agree.
"""

import glob
import json
import os
import sqlite3
import time

import invariant
import pytest
from desk import Desk
from printer_desk import interrupt
from tally import check, equal

pytestmark = [pytest.mark.extra, pytest.mark.readers(2)]

GOOD, BAD, DOUBT = "PROVISIONED", "FAILED", "UNCLEAR"
BACK, LOST, FIRST, SECOND, CLEANED, STOPPED, SKIPPED, NEXT = [
    f"{name}@contoso.example" for name in ("back", "lost", "first", "second", "cleaned", "stopped", "skipped", "next")
]


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global desk
    desk = Desk([(user, user) for user in (BACK, LOST, FIRST, SECOND, CLEANED, STOPPED, SKIPPED, NEXT)])
    yield
    desk.close()


def unanswered(*users):
    """Registered, but no answer came and the list was refused: nobody saw the end. The cards are out again."""
    for user in users:
        desk.sandbox.rule("register", "answer-lost", user=user)
        desk.sandbox.rule("list", "forbidden", user=user, times=0)
    cards = dict(zip(users, desk.cards("plain", len(users))))
    request = desk.request(users)
    run = desk.provision(request, cards)
    desk.sandbox.behave()
    equal("unclear, and the exit says so", (run.code, [run.outcome(user) for user in users]), (1, [DOUBT] * len(users)))
    return request, cards


def agree(request, user, outcome):
    """Store and reports say the same of a person."""
    equal(f"{user}: the store", desk.standing(request)[user], outcome)
    path = f"{desk.product.home}/report"
    desk.must("request", "report", request, "--format", "json", "--out", path)
    with open(path, encoding="utf-8") as file:
        told = json.load(file)
    people = told.get("recipients") or told.get("people")
    equal(f"{user}: the report", [one["outcome"] for one in people if one["user"] == user], [outcome])
    desk.must("request", "report", request, "--format", "csv", "--out", path)
    with open(path, encoding="utf-8-sig") as file:
        rows = [row for row in file if user in row]
    check(f"{user}: the CSV report", len(rows) == 1 and outcome in rows[0].upper(), rows)


def in_use(user):
    path = glob.glob(os.path.join(desk.product.home, "**", "station.db"), recursive=True)[0]
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        return database.execute("select count(*) from inventory where state = 'IN_USE' and holder = ?", (user,)).fetchone()[0]


def test_the_card_is_out_then_back():
    request, cards = unanswered(BACK)
    before = desk.sandbox.passkeys()
    out = desk.reconcile(request)
    equal("with the card out it stays unclear", (out.code, out.outcome(BACK)), (1, DOUBT))
    note = [note["message"] for note in out.outcomes[BACK]["notes"] if note["reason"] == "run.device-needed-to-prove"]
    check("and says what to do", note and "--give-up" in note[0], out.outcomes[BACK])
    check("the registration is left", desk.sandbox.passkeys() == before)
    agree(request, BACK, DOUBT)
    only = desk.provision(request, {})
    told = [event for event in only.events if event.get("reason") == "run.unclear-left-out"]
    check("a run over unclear people only tells of reconcile", told and f"keyhopper reconcile {request}" in told[0]["message"], told)
    equal("and is not done", only.code, 1)
    run = desk.reconcile(request, put=[cards[BACK]])
    waiting = [event for event in run.events if event["event"] == "waiting"]
    equal("the card is asked for", [(event["for"], event["user"]) for event in waiting], [("insert", BACK)])
    equal("with the card back it is provisioned", (run.code, run.outcome(BACK)), (0, GOOD))
    invariant.holds(desk, BACK, GOOD, cards[BACK], desk.sandbox.passkeys())
    agree(request, BACK, GOOD)
    equal("the inventory has it", in_use(BACK), 1)


def test_the_card_is_given_up():
    request, cards = unanswered(LOST)
    run = desk.reconcile(request, "--give-up")
    equal("given up", (run.code, run.outcome(LOST)), (1, BAD))
    equal("nothing at the directory", desk.sandbox.passkeys().get(LOST), None)
    reasons = {note["reason"] for note in run.outcomes[LOST]["notes"]}
    equal("what may be left is told as such", reasons, {"run.device-given-up", "run.may-hold-credential", "run.may-have-pin"})
    agree(request, LOST, BAD)
    equal("the inventory has none", in_use(LOST), 0)
    again = desk.provision(request, {LOST: desk.cards("plain")[0]})
    equal("with a new card", (again.code, again.outcome(LOST)), (0, GOOD))


def test_several_cards():
    """The card asked for second is put in first, after a stranger's."""
    request, cards = unanswered(FIRST, SECOND)
    stranger = desk.cards("pin=246813")[0]
    run = desk.reconcile(request, put=[stranger, cards[SECOND], cards[FIRST]])
    equal("both are provisioned", (run.code, run.outcome(FIRST), run.outcome(SECOND)), (0, GOOD, GOOD))
    waiting = [event["user"] for event in run.events if event["event"] == "waiting"]
    equal("in turn", waiting, [FIRST, FIRST, FIRST])
    equal("the stranger's is as it was", [desk.card(stranger)[fact] for fact in ("pinSet", "resets")], [True, 0])


def test_a_card_to_be_cleaned():
    """Nothing came to the directory: the card is asked for so that it can be cleaned."""
    card = desk.cards("plain")[0]
    desk.stack(f"fault {card} make-credential 1 pull-before")
    request = desk.request([CLEANED])
    desk.provision(request, {CLEANED: card})
    out = desk.reconcile(request)
    equal("with the card out it stays unclear", (out.code, out.outcome(CLEANED)), (1, DOUBT))
    run = desk.reconcile(request, put=[card])
    equal("with the card back it failed", (run.code, run.outcome(CLEANED)), (1, BAD))
    state = desk.card(card)
    equal("and the card is blank", (state["pinSet"], state["credentials"], run.outcomes[CLEANED]["notes"]), (False, [], []))


def test_ctrl_c():
    """Ctrl-C ends the wait."""
    request, cards = unanswered(STOPPED)
    before = desk.sandbox.passkeys()
    processes = []

    def react(event, run):
        if event["event"] == "waiting":
            interrupt(processes[0])
        return True

    began = time.monotonic()
    run = desk.reconcile(request, "--wait", "2h", react=react, started=processes.append, seconds=60)
    equal("unclear as before", (run.code, run.outcome(STOPPED), run.summary.get("unclear")), (1, DOUBT, 1))
    check("without the two hours", time.monotonic() - began < 60)
    check("the registration is left", desk.sandbox.passkeys() == before)


def test_all_skipped():
    """A run in which somebody was skipped is not done."""
    used = desk.cards("pin=123456")[0]
    run = desk.provision(desk.request([SKIPPED]), {SKIPPED: used}, "--on-provisioned", "skip")
    equal("exit", (run.code, run.outcome(SKIPPED)), (1, "SKIPPED"))
    shown = desk.product("provision", "--help")
    check("the help names the exit codes", "Exit codes:" in shown.out, shown.out)
