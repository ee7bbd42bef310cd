"""
One request through two simulated printers at the same time, each with a reader of its own that it learns with its first card:
nobody gets two cards, no card gets two people, and no reader is taken for the other's. How much faster it is than one printer, releng/bench
measures. A run of which nobody loads the empty hopper halts when its time is up; one for people who are named takes no card more than they need.
"""

import glob
import os
import sqlite3

import product
import pytest
from desk import PORTS, READERS
from holdings import hold
from printer_desk import Machine, PrinterDesk
from tally import check, equal

pytestmark = pytest.mark.readers(2)

PEOPLE = 100 if product.ALL else 40
MOVEMENT = 100

people = [f"person{number:03}@contoso.example" for number in range(1, PEOPLE + 1)]
stuck = ["stuck1@contoso.example", "stuck2@contoso.example"]
named = [f"named{number}@contoso.example" for number in range(1, 6)]
left = ["left1@contoso.example", "left2@contoso.example"]


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global desk
    desk = PrinterDesk([(user, user) for user in people + named + left + stuck])
    yield
    desk.close()


def test_everybody_through_two_printers():
    machines = [Machine(skin, port, MOVEMENT, before=[f"load {PEOPLE}"]) for skin, port in zip(("evolis-service", "evolis-raw"), PORTS)]
    request = desk.request(people)
    run = desk.automatic(request, [(machine, None) for machine in machines])
    equal("exit", run.code, 0)
    for machine, reader in zip(machines, READERS):
        equal(f"the reader that {machine.address} learned with its first card", learned(machine), reader)
    standing = desk.standing(request)
    cards = hold("two printers", machines, desk.sandbox.passkeys(), standing)
    equal("everybody is settled once", sorted(event["user"] for event in run.of("outcome")), people)
    turns = {}
    for event in run.of("card"):
        turns.setdefault(event["user"], set()).add(event["printer"])
    equal("nobody went through both", [user for user, lanes in turns.items() if len(lanes) > 1], [])
    for lane, machine in enumerate(machines):
        mine = {credential["userName"] for serial in machine.places() for credential in machine.card(serial)["credentials"]}
        equal(f"printer {lane + 1}: whom it was told to serve it served", mine, {user for user, lanes in turns.items() if lanes == {lane}})
        check(f"printer {lane + 1} did its part ({len(mine)})", len(mine) > PEOPLE / 5)
    equal("cards that left", sum(place == "output" for _, place in cards), PEOPLE)
    for machine in machines:
        machine.close()


def learned(machine):
    """What the store keeps of this printer, which is known by its serial number."""
    path = glob.glob(os.path.join(desk.product.home, "**", "station.db"), recursive=True)[0]
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        rows = database.execute("SELECT reader FROM reader_binding WHERE printer LIKE ?", [f"%{machine('state')['serial']}"]).fetchall()
    return rows[0][0] if len(rows) == 1 else rows


def test_only_the_people_who_are_named():
    machines = [Machine(skin, port, MOVEMENT, before=["load 4"]) for skin, port in zip(("evolis-service", "evolis-raw"), PORTS)]
    request = desk.request(named)
    chosen = [named[3], named[1], named[4]]
    run = desk.automatic(request, list(zip(machines, READERS)), more=[each for user in chosen for each in ("--person", user)])
    equal("exit", run.code, 0)
    standing = desk.standing(request)
    equal("those who were named", {user for user, outcome in standing.items() if outcome == "PROVISIONED"}, set(chosen))
    equal("the others", {standing[user] for user in named if user not in chosen}, {"PENDING"})
    places = [place for machine in machines for place in machine.places().values()]
    equal("cards that left", places.count("output"), len(chosen))
    equal("cards that were not needed", places.count("hopper"), 8 - len(chosen))
    for machine in machines:
        machine.close()


def test_an_empty_hopper_that_nobody_loads():
    machine = Machine("evolis-service", PORTS[0], MOVEMENT, before=["load 1"])
    request = desk.request(left)
    run = desk.automatic(request, [(machine, READERS[0])], more=["--wait", "2s"])
    equal("halted", run.code, 3)
    equal("the one who had a card is served, the other pending", sorted(desk.standing(request).values()), ["PENDING", "PROVISIONED"])
    told = [(event["state"], event["reason"]) for event in run.of("printer")]
    equal("why it waited, and that it no longer does", told, [(state, "printer.hopper-empty") for state in ("needs-operator", "out")])
    machine.close()


def test_a_printer_that_reports_encoding_for_ever():
    """The card leaves all the same; a movement more would not change what the printer believes."""
    machine = Machine("evolis-service", PORTS[0], MOVEMENT, before=["load 5"], quirks=["encoding-for-ever"])
    request = desk.request(stuck)
    run = desk.automatic(request, [(machine, READERS[0])], more=["--wait", "5s"])
    movements = round(machine("state")["movingMillis"] / MOVEMENT)
    print(f"  {movements} movements, exit {run.code}, {[(event['state'], event['reason']) for event in run.of('printer')]}")
    check("at most ten movements", movements <= 10, movements)
    check("the operator is called", run.of("printer", state="needs-operator"), run.of("printer"))
    equal("halted", run.code, 3)
    standing = desk.standing(request)
    check("nobody is unclear", "UNCLEAR" not in standing.values(), standing)
    inside = [serial for serial, place in machine.places().items() if place not in ("hopper", "output", "reject")]
    check("no card is lost inside", len(inside) <= 1, machine.places())
    machine.close()
