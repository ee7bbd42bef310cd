"""
Provisions 60 people through a simulated printer in each of three languages, all three at the same time, with cards behind a real pcscd. The
hopper runs empty twice; a card jams, one sticks on its way out, the cover is opened at the station, a reply is lost after each kind of
movement, power fails in mid-card, a card is inside at the start, one is dead and one somebody's; the directory refuses one person and asks
for patience; the operator ends the run at the station. Looks afterwards where every card is, and what the cards, the directory and the
store hold. The driver for XID printers, which the product does not contain, is put into its dropins folder.
"""

import glob
import os
import shutil
import threading
import traceback

import product
import pytest
from desk import PORTS, READERS
from holdings import hold
from printer_desk import Machine, PrinterDesk, interrupt
from tally import check, equal

pytestmark = pytest.mark.readers(4)

PEOPLE = 60
REFUSED, THROTTLED = 19, 28
CANCEL_AT = 50

# An old card is inside; then what goes wrong with the how manieth movement of a kind. The first portion has one that is somebody's.
BEFORE = ["leave 1", "load 9", "load 1 pin=246813", "load 10"]
BEFORE += [f"fault {fault}" for fault in ("jam feed 7", "open-cover feed 12", "dead-card feed 15", "lose-reply feed 25", "power-off feed 36")]
BEFORE += [f"fault {fault}" for fault in ("lose-reply eject 22", "jam eject 40")]
PORTIONS = [["load 22"], ["load 32"]]
USED = "KH-000011"

# Options of the address, and the quirks of the printer.
LANGUAGES = {
    "evolis-service": ("", ["lagging-state", "busy-with-card", "segmented-replies"]),
    "evolis-raw": ("?reject=yes", ["old-position"]),
    "xid": ("", []),
}

lines = {}


@pytest.fixture(scope="module", autouse=True)
def opened(readers):

    yield


def with_drop_in():
    """A copy of the product with the driver for XID printers, since a drop-in is noted in the product's own folder."""
    found = glob.glob(f"{product.ROOT}/bundles/org.keyhopper.printer.matica/target/org.keyhopper.printer.matica-*[!s].jar")
    drivers = [each for each in found if "-sources" not in each]
    if not drivers:
        raise RuntimeError("the driver for XID printers is not built")
    copy = os.path.join(product.WORK, "product")
    shutil.copytree(product.FOLDER, copy, symlinks=True)
    os.makedirs(f"{copy}/dropins", exist_ok=True)
    shutil.copy(drivers[0], f"{copy}/dropins/")
    product.FOLDER = copy


class Line:
    """One language: a desk of its own, its printer and what came of it."""

    def __init__(self, number, language, options, quirks):
        self.language = language
        self.users = [f"{language}{position:02}@contoso.example" for position in range(1, PEOPLE + 1)]
        self.desk = PrinterDesk([(user, user) for user in self.users])
        self.desk.sandbox.rule("register", "aaguid-blocked", user=self.users[REFUSED], times=0)
        self.desk.sandbox.rule("register", "throttled", user=self.users[THROTTLED], seconds=1)
        self.machine = Machine(language, PORTS[number], options=options, before=BEFORE, quirks=quirks)
        self.machine.portions = [list(portion) for portion in PORTIONS]
        self.reader = READERS[number]
        self.request = self.desk.request(self.users)
        self.runs = []
        self.cancelled = False
        self.trouble = None

    def work(self):
        try:
            while not self.runs or (self.runs[-1].code == 3 and len(self.runs) < 6):
                self.runs.append(self.desk.automatic(self.request, [(self.machine, self.reader)], self.react))
                self.machine.attend("the run ended")
        except Exception:
            self.trouble = traceback.format_exc()

    def react(self, event, process):
        """Ends the run when the card of a certain person is at the station."""
        at_station = event["event"] == "card" and event["to"] == "contactless" and event.get("user") == self.users[CANCEL_AT]
        if at_station and not self.cancelled:
            self.cancelled = True
            interrupt(process)

    def events(self, kind, **values):
        return [event for run in self.runs for event in run.of(kind, **values)]


def test_a_driver_in_the_dropins_folder():
    with_drop_in()
    station = product.Product()
    for _ in range(3):
        drivers = [line["id"] for line in station("devices", "--no-discovery", "--json").lines if line["kind"] == "printer-driver"]
    check("the product found the driver in its dropins folder", "matica" in drivers, drivers)


def test_60_people_through_each_of_three_printers():
    for number, (language, (options, quirks)) in enumerate(LANGUAGES.items()):
        lines[language] = Line(number, language, options, quirks)
    threads = [threading.Thread(target=line.work) for line in lines.values()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for language, line in lines.items():
        took = ", ".join(f"{run.took:.0f} s: {run.code}" for run in line.runs)
        check(f"{language}: came to its end ({took})", not line.trouble and line.runs[-1].code == 1, line.trouble or line.runs[-1].err[-2000:])


def outcomes(line):
    what = line.language
    standing = line.desk.standing(line.request)
    wanted = {user: "PROVISIONED" for user in line.users} | {line.users[REFUSED]: "FAILED"}
    equal(f"{what}: outcomes", {user: outcome for user, outcome in standing.items() if outcome != wanted[user]}, {})
    reasons = {event["user"]: event["reason"] for event in line.events("outcome", outcome="FAILED")}
    equal(f"{what}: who failed, and why", reasons, {line.users[REFUSED]: "directory.aaguid-not-allowed"})
    settled = [event["user"] for event in line.events("outcome", outcome="PROVISIONED")]
    equal(f"{what}: everybody else is settled once", sorted([*settled, line.users[REFUSED]]), line.users)
    cards = hold(what, [line.machine], line.desk.sandbox.passkeys(), standing, already=[USED])
    by_hand = [card["serial"] for card, place in cards if place == "taken-out" and card["credentials"]]
    equal(f"{what}: the card that stuck on its way out is somebody's", len(by_hand), 1)
    equal(f"{what}: the card that was somebody's lies among the bad ones", dict((card["serial"], place) for card, place in cards)[USED], "reject")


def happenings(line):
    what = line.language
    called = [reason for reason, _ in line.machine.done]
    remedies = [remedy for _, given in line.machine.done for remedy in given]
    equal(f"{what}: the hopper was loaded twice", line.machine.portions, [])
    equal(f"{what}: the cover was closed", remedies.count("close"), 1)
    check(f"{what}: what stuck was taken out", remedies.count("clear") == 2, remedies)
    equal(f"{what}: power came back", remedies.count("power on"), 1)
    check(f"{what}: somebody was called in words", all(event["message"] for event in line.events("printer", state="needs-operator")), called)
    reasons = {event["reason"] for event in line.events("next-card")}
    check(f"{what}: the dead card and the one of somebody were passed over", {"device.already-provisioned", "printer.card-not-seen"} <= reasons, reasons)
    check(f"{what}: the directory was waited for", line.events("patience"))
    ends = [run.code for run in line.runs]
    check(f"{what}: Ctrl-C ended a run with people pending", line.cancelled and 3 in ends, ends)
    cancelled = next(run for run in line.runs if run.of("outcome", user=line.users[CANCEL_AT]))
    equal(f"{what}: and it was the one with the card at the station", cancelled.code, 3)
    after = [event["to"] for event in cancelled.of("card", user=line.users[CANCEL_AT])]
    equal(f"{what}: and to the good ones", after[-1], "output-tray")


@pytest.mark.parametrize("language", LANGUAGES)
def test_outcomes_cards_and_directory(language):
    outcomes(lines[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_happened_at_the_printers(language):
    happenings(lines[language])
