"""Started by killed-anywhere."""

import glob
import os
import sqlite3

import invariant
import probe
import tally
from desk import PORTS, Desk
from tally import check, equal

GOOD, BAD, DOUBT, OPEN = "PROVISIONED", "FAILED", "UNCLEAR", "PENDING"
KILLED = 137
POINTS = ["STARTED", "RESETTING", "RESET", "PIN_SETTING", "PIN_SET", "MAKING", "MADE", "REGISTERING", "REGISTERED", "PROVED"]
POINTS += ["FINISHING", "FINISHED", "UNDOING", "UNDONE", "CLOSED"]
PACKAGES = ["org.osgi.framework", "org.keyhopper.core.journal", "org.keyhopper.core.request"]

# Nobody is attempted by the first: it comes last, so that each run is about the next person.
PLACES = [f"{point}:{moment}" for point in POINTS for moment in ("before", "after")][1:] + ["STARTED:before"]
USERS = {place: place.lower().replace(":", ".") + "@contoso.example" for place in PLACES}
OTHERS = {"RESETTING": "pin=123456", "RESET": "pin=123456"}

desk = Desk([(user, user) for user in USERS.values()])
cards = {USERS[place]: desk.cards(OTHERS.get(place.split(":")[0], "plain"))[0] for place in PLACES}
request = desk.request(list(USERS.values()))


def killed():
    """One run for each place: it ends there."""
    options = probe.install("HaltingJournal", PACKAGES)
    for place, user in USERS.items():
        if place.startswith("UNDO"):
            desk.sandbox.rule("register", "aaguid-blocked", user=user)
        java = {"KEYHOPPER_JAVA_OPTIONS": f"{options} -Dprobe.haltAt={place}"}
        run = desk.provision(request, cards, "--on-provisioned", "reset", seconds=60, **java)
        equal(f"{place}: killed, and nobody else was touched", (run.code, run.turns), (KILLED, [user]))
    standing = desk.standing(request)
    wanted = {USERS[place]: DOUBT for place in PLACES} | {USERS["STARTED:before"]: OPEN, USERS["CLOSED:after"]: GOOD}
    equal("how everybody stands", standing, wanted)
    everything_is_known()


def everything_is_known():
    """No credential at the directory that the station does not know of."""
    path = glob.glob(os.path.join(desk.product.home, "**", "station.db"), recursive=True)[0]
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        known = "\n".join(database.iterdump())
    strangers = [user for user, methods in desk.sandbox.passkeys().items() for method in methods if method["credentialId"] not in known]
    equal("no passkey at the directory that the station does not know", strangers, [])


def without_reconciling():
    before = desk.sandbox.passkeys()
    run = desk.provision(request, cards)
    equal("only the one who was never attempted has a turn", run.turns, [USERS["STARTED:before"]])
    equal("exit", (run.code, run.outcome(USERS["STARTED:before"])), (1, GOOD))
    equal("the unclear stay unclear", run.summary.get("unclear"), len(PLACES) - 2)
    after = desk.sandbox.passkeys()
    del after[USERS["STARTED:before"]]
    check("and the directory as it was", before == after)


def reconciled():
    """Half of the cards are put back, the other half stays away."""
    unclear = [USERS[place] for place in PLACES if place not in ("STARTED:before", "CLOSED:after")]
    back = [user for number, user in enumerate(unclear) if number % 2][: len(PORTS)]
    for slot, user in enumerate(back):
        desk.insert(cards[user], slot)
    run = desk.reconcile(request)
    for slot in range(len(back)):
        desk.stack(f"remove {slot}")
    equal("exit", run.code, 0)
    equal("all settled", (sorted(run.outcomes), run.summary.get("unclear")), (sorted(unclear), 0))
    passkeys = desk.sandbox.passkeys()
    for place in PLACES:
        user = USERS[place]
        if user not in unclear:
            continue
        outcome = run.outcome(user)
        if outcome == GOOD:
            invariant.holds(desk, user, GOOD, cards[user], passkeys)
            proved = POINTS.index(place.split(":")[0]) >= POINTS.index("PROVED") and place != "PROVED:before"
            check(f"{place}: proved before, or with its card now", proved or user in back)
        else:
            equal(f"{place}: outcome", outcome, BAD)
            equal(f"{place}: nothing at the directory", passkeys.get(user), None)
            told(place, run.outcomes[user])
    everything_is_known()


def told(place, event):
    state = desk.card(cards[USERS[place]])
    notes = {note["reason"] for note in event["notes"]}
    others = place.split(":")[0] in OTHERS
    good = not state["credentials"] or "run.left-credential-on-device" in notes
    good = good and (not state["pinSet"] or "run.left-pin-on-device" in notes or others)
    check(f"{place}: what is left on the card is told", good, f"{state['credentials']}, PIN {state['pinSet']}, {notes}")


def in_the_end():
    before = desk.standing(request)
    run = desk.provision(request, cards, "--on-provisioned", "reset")
    equal("those who failed have a turn", run.turns, [user for user, outcome in before.items() if outcome == BAD])
    equal("exit", run.code, 0)
    passkeys = desk.sandbox.passkeys()
    for user in USERS.values():
        invariant.holds(desk, user, GOOD, cards[user], passkeys)
    everything_is_known()


tally.run(
    [
        ("killed at every point of the journal", killed),
        ("another run, without reconciling", without_reconciling),
        ("reconciling", reconciled),
        ("in the end", in_the_end),
    ]
)
