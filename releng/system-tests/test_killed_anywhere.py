"""
The process ends, as in a power cut, before and after the points of the journal: nothing is forgotten, nobody is provisioned twice or
without proof, and in the end everybody is provisioned. Then at some of them in a run through a printer, which Ctrl-C pressed twice also
ends at once.
"""

import glob
import os
import sqlite3

import invariant
import probe
import product
import pytest
from desk import PORTS, READERS, Desk
from holdings import cards_of
from printer_desk import Machine, PrinterDesk, interrupt
from tally import check, equal

pytestmark = pytest.mark.readers(14)

INTERRUPTED = 130
GOOD, BAD, DOUBT, OPEN = "PROVISIONED", "FAILED", "UNCLEAR", "PENDING"
KILLED = 137
POINTS = ["STARTED", "RESETTING", "RESET", "PIN_SETTING", "PIN_SET", "MAKING", "MADE", "REGISTERING", "REGISTERED", "PROVED"]
POINTS += ["FINISHING", "FINISHED", "UNDOING", "UNDONE", "CLOSED"]
PACKAGES = ["org.osgi.framework", "org.keyhopper.core.journal", "org.keyhopper.core.records", "org.keyhopper.core.request"]

# Unit tests kill at every point; without the long tests, this one does where card, directory and store come apart.
APART = ["RESETTING:after", "PIN_SETTING:after", "MADE:before", "REGISTERING:after", "REGISTERED:before", "REGISTERED:after"]
APART += ["PROVED:before", "FINISHING:before", "UNDOING:before", "UNDONE:before", "CLOSED:before", "CLOSED:after"]
EVERYWHERE = [f"{point}:{moment}" for point in POINTS for moment in ("before", "after")][1:]
# Nobody is attempted by the last, so that each run is about the next person.
PLACES = [place for place in EVERYWHERE if product.ALL or place in APART] + ["STARTED:before"]
USERS = {place: place.lower().replace(":", ".") + "@contoso.example" for place in PLACES}
OTHERS = {"RESETTING": "pin=123456", "RESET": "pin=123456"}

# In a printer at every point a unit test kills; here at those where card, directory and store may come apart.
IN_PRINTER = ["MADE:after", "SIGNED:after", "CLOSED:before"]


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global cards, desk, options, request
    desk = Desk([(user, user) for user in USERS.values()])
    options = probe.install("HaltingJournal", PACKAGES)
    cards = {USERS[place]: desk.cards(OTHERS.get(place.split(":")[0], "plain"))[0] for place in PLACES}
    request = desk.request(list(USERS.values()))
    yield
    desk.close()


def test_killed_at_points_of_the_journal():
    """One run for each place: it ends there."""
    for place, user in USERS.items():
        if place.startswith("UNDO"):
            desk.sandbox.rule("register", "aaguid-blocked", user=user)
        java = {"KEYHOPPER_JAVA_OPTIONS": f"{options} -Dprobe.haltAt={place}"}
        run = desk.provision(request, cards, "--on-provisioned", "reset", seconds=60, **java)
        equal(f"{place}: killed, and nobody else was touched", (run.code, run.turns), (KILLED, [user]))
    standing = desk.standing(request)
    wanted = {USERS[place]: DOUBT for place in PLACES} | {USERS["STARTED:before"]: OPEN, USERS["CLOSED:after"]: GOOD}
    equal("how everybody stands", standing, wanted)
    everything_is_known(desk)


def everything_is_known(where):
    """No credential at the directory that the station does not know of."""
    path = glob.glob(os.path.join(where.product.home, "**", "station.db"), recursive=True)[0]
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        known = "\n".join(database.iterdump())
    strangers = [user for user, methods in where.sandbox.passkeys().items() for method in methods if method["credentialId"] not in known]
    equal("no passkey at the directory that the station does not know", strangers, [])


def test_another_run_without_reconciling():
    before = desk.sandbox.passkeys()
    run = desk.provision(request, cards)
    equal("only the one who was never attempted has a turn", run.turns, [USERS["STARTED:before"]])
    equal("exit", (run.code, run.outcome(USERS["STARTED:before"])), (1, GOOD))
    equal("the unclear stay unclear", run.summary.get("unclear"), len(PLACES) - 2)
    after = desk.sandbox.passkeys()
    del after[USERS["STARTED:before"]]
    check("and the directory as it was", before == after)


def test_reconciling():
    """Half of the cards are put back when asked for, the other half stays away, and is given up."""
    unclear = [USERS[place] for place in PLACES if place not in ("STARTED:before", "CLOSED:after")]
    back = [user for number, user in enumerate(unclear) if number % 2]
    before = desk.sandbox.passkeys()
    run = desk.reconcile(request, put=[cards[user] for user in back])
    equal("exit: some are unclear", run.code, 1)
    left = [user for user in unclear if run.outcome(user) == DOUBT]
    equal("nobody whose card was put back is unclear", [user for user in left if user in back], [])
    after = desk.sandbox.passkeys()
    equal("the directory is as it was for those who are", [user for user in left if before.get(user) != after.get(user)], [])
    first = run.outcomes
    run = desk.reconcile(request, "--give-up")
    equal("the others are given up", (run.code, sorted(run.outcomes)), (1, sorted(left)))
    run.outcomes = {**first, **run.outcomes}
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
    everything_is_known(desk)


def told(place, event):
    state = desk.card(cards[USERS[place]])
    notes = {note["reason"] for note in event["notes"]}
    others = place.split(":")[0] in OTHERS
    good = not state["credentials"] or notes & {"run.left-credential-on-device", "run.may-hold-credential"}
    good = good and (not state["pinSet"] or notes & {"run.left-pin-on-device", "run.may-have-pin"} or others)
    check(f"{place}: what is left on the card is told", good, f"{state['credentials']}, PIN {state['pinSet']}, {notes}")


def test_in_the_end():
    before = desk.standing(request)
    run = desk.provision(request, cards, "--on-provisioned", "reset")
    equal("those who failed have a turn", run.turns, [user for user, outcome in before.items() if outcome == BAD])
    equal("exit", run.code, 0)
    passkeys = desk.sandbox.passkeys()
    for user in USERS.values():
        invariant.holds(desk, user, GOOD, cards[user], passkeys)
    everything_is_known(desk)


def test_in_a_printer():
    people = [f"printed{number}@contoso.example" for number in range(1, 9)]
    floor = PrinterDesk([(user, user) for user in people])
    machine = Machine("evolis-service", PORTS[-1], before=["load 20"])
    lane = [(machine, READERS[-1])]
    order = floor.request(people)
    runs = []
    for place in IN_PRINTER:
        runs.append(floor.automatic(order, lane, seconds=60, KEYHOPPER_JAVA_OPTIONS=f"{options} -Dprobe.haltAt={place}"))
        equal(f"{place}: killed", runs[-1].code, KILLED)
    runs.append(floor.automatic(order, lane, pressed_twice(), seconds=60))
    equal("Ctrl-C pressed twice ends it at once", runs[-1].code, INTERRUPTED)
    for place, run, after in zip(IN_PRINTER[:2], runs, runs[1:]):
        user = run.of("recipient")[-1]["user"]
        told = [event["message"] for event in after.of("printer", reason="run.card-from-last-run")]
        check(f"{place}: whose the card may be that is inside", told and user in told[0], told)
    good = floor.automatic(order, lane, seconds=60, KEYHOPPER_JAVA_OPTIONS=f"{options} -Dprobe.haltAt=SIGNED:after").of("recipient")[-1]["user"]
    everything_is_known(floor)
    served_honestly(floor, machine, order)
    settled = floor.product("reconcile", order, "--give-up")
    check("reconciled", settled.code in (0, 1), settled.err)
    served_honestly(floor, machine, order)
    rest = floor.automatic(order, lane)
    equal("then the rest", rest.code, 0)
    told = [event["message"] for event in rest.of("printer", reason="run.good-card-from-last-run")]
    check("whose good card is still inside is told", len(told) == 1 and good in told[0], told)
    equal("and it goes to the good ones", tray_of(floor, machine, good), "output")
    equal("everybody", set(floor.standing(order).values()), {GOOD})
    served_honestly(floor, machine, order)
    everything_is_known(floor)
    machine.close()
    floor.close()


def tray_of(floor, machine, user):
    """Where the card lies that holds what the directory has of somebody."""
    wanted = [method["credentialId"] for method in floor.sandbox.passkeys()[user]]
    return next(place for card, place in cards_of([machine]) if [credential["id"] for credential in card["credentials"]] == wanted)


def pressed_twice():
    """Presses Ctrl-C when somebody's PIN was set, and again when the credential was made."""
    pressed = []

    def react(event, process):
        step = event.get("step") if event["event"] == "step" else None
        if step and step == ("pin", "create", "")[len(pressed)]:
            pressed.append(step)
            interrupt(process)

    return react


def served_honestly(floor, machine, order):
    """Whoever is provisioned has one card with the credential that the directory has, wherever it lies; nobody has two."""
    passkeys = {user: [method["credentialId"] for method in methods] for user, methods in floor.sandbox.passkeys().items()}
    on_cards = [[credential["id"] for credential in card["credentials"]] for card, _ in cards_of([machine])]
    equal("no card has two people", [held for held in on_cards if len(held) > 1], [])
    equal("nobody has two passkeys", [user for user, held in passkeys.items() if len(held) > 1], [])
    good = [user for user, outcome in floor.standing(order).items() if outcome == GOOD]
    equal("whoever is provisioned has a card", [user for user in good if passkeys.get(user) not in on_cards], [])
