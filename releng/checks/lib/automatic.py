"""Started by automatic."""

import signal
import sys

import product
import tally
from card_machine import CardMachine
from desk import DIRECTORY, PORTS, READERS
from sandbox import Sandbox
from tally import check, equal

COUNT = 56
ACCOUNTS = [f"person{number:02}@contoso.example" for number in range(1, COUNT + 1)]
PEOPLE = [(user, f"Person {number}") for number, user in enumerate(ACCOUNTS, 1)]
REFUSED = ACCOUNTS[6]
THROTTLED = ACCOUNTS[9]
CANCELLED_AT = ACCOUNTS[44]

# What happens to the machine, by the count of its movements.
FAULTS = (
    "fault jam feed 5",
    "fault dead-card feed 12",
    "fault open-cover feed 15",
    "fault lose-reply feed 20",
    "fault lose-reply eject 22",
    "fault power-off engage 27",
    "fault jam eject 30",
)
EVOLIS_FAULTS = tuple(fault.replace("power-off engage", "power-off feed") for fault in FAULTS)

# What somebody does when the product says that the printer needs a person.
HANDS = {
    "printer.hopper-empty": ("load 20",),
    "printer.jam": ("clear jam",),
    "printer.cover-open": ("close cover",),
    "printer.offline": ("power on",),
    "printer.unreachable": ("power on",),
    "printer.no-answer": ("power on",),
}


class Course:
    """A request through one printer, with everything that goes wrong on the way."""

    def __init__(self, skin, faults):
        self.sandbox = Sandbox(PEOPLE)
        self.machine = CardMachine(skin, PORTS[0], "--movement", "15")
        self.product = product.Product(SANDBOX_SECRET=self.sandbox.ready["clientSecret"])
        self.events = []
        self.process = None
        self.faults = faults
        self.asked = []
        self.must("directory", "add", DIRECTORY, *self.sandbox.settings())

    def must(self, *arguments):
        result = self.product(*arguments)
        if result.code != 0:
            raise RuntimeError(f"{arguments} ended with {result.code}: {result.out}{result.err}")
        return result

    def prepare(self):
        self.machine("leave card")
        for line in self.faults:
            self.machine(line)
        self.machine("load 8")
        self.machine("load 1 pin=246813")
        self.machine("load 11")
        self.sandbox.rule("register", "aaguid-blocked", user=REFUSED)
        self.sandbox.rule("register", "throttled", user=THROTTLED, seconds=1)
        rows = "".join(f"{user},{name}\r\n" for user, name in PEOPLE)
        path = self.product.file("people.csv", "user,displayName\r\n" + rows)
        command = ("request", "import", path, "--name", "Sixty cards", "--directory", DIRECTORY, "--json")
        return self.must(*command).lines[0]["id"]

    def run(self, request, cancel_at=None):
        """Runs it, and does at the machine what the product asks for."""
        started = []

        def heard(event):
            self.events.append(event)
            if event["event"] == "printer" and event["state"] == "needs-operator":
                self.asked.append(event["reason"])
                for line in HANDS.get(event["reason"], ()):
                    self.machine(line)
            if event["event"] == "step" and event["user"] == cancel_at and event["step"] == "pin":
                started[0].send_signal(signal.SIGINT)

        start = self.product.start
        self.product.start = lambda *arguments, **more: started.append(start(*arguments, **more)) or started[-1]
        try:
            return self.product.run(
                heard,
                "provision", request, "--mode", "automatic", "--printer", self.machine.address,
                "--station", "contact", "--reader", READERS[0],
                seconds=240,
            )  # fmt: skip
        finally:
            self.product.start = start

    def standing(self, request):
        shown = self.must("request", "show", request, "--json").lines[0]
        return {recipient["user"]: recipient["outcome"] for recipient in shown["recipients"]}

    def close(self):
        self.machine.close()
        self.sandbox.close()


def account_for(course, standing):
    """Every card is in exactly one place, and what is on the cards is what the directory has."""
    passkeys = course.sandbox.passkeys()
    provisioned = sorted(user for user, outcome in standing.items() if outcome == "PROVISIONED")
    equal("the directory has a passkey for exactly those provisioned", sorted(passkeys), provisioned)
    equal("one each", {len(methods) for methods in passkeys.values()}, {1})
    wanted = {methods[0]["credentialId"]: user for user, methods in passkeys.items()}
    places = course.machine.places()
    held = {serial: course.machine.credentials(serial) for serial in places}
    holders = {credential: serial for serial, credentials in held.items() for credential in credentials}
    equal("every passkey is on exactly one card", sorted(holders), sorted(wanted))
    equal("no card holds two", max(len(credentials) for credentials in held.values()), 1)
    at = {places[serial] for serial in holders.values()}
    check("the cards of people are in the output, or were taken out of a jam", at <= {"output", "taken-out"}, at)
    output = [serial for serial, place in places.items() if place == "output"]
    empty = [serial for serial in output if not held[serial]]
    equal("no empty card is among the good ones", empty, [])
    inside = {place for place in places.values()} & {"transport", "contact", "contactless"}
    equal("no card is left inside", inside, set())
    taken = [serial for serial, place in places.items() if place == "taken-out" and held[serial]]
    equal("the one good card taken out of the jam", len(taken), 1)
    rejected = [serial for serial, place in places.items() if place == "reject"]
    equal("no card of a person is among the bad ones", [serial for serial in rejected if held[serial]], [])
    return rejected


def through(skin, faults):
    course = Course(skin, faults)
    try:
        request = course.prepare()
        first = course.run(request, cancel_at=CANCELLED_AT)
        equal("stopped at the station: exit", first.code, 3)
        standing = course.standing(request)
        equal("the card at the station was finished", standing[CANCELLED_AT], "PROVISIONED")
        left = [user for user, outcome in standing.items() if outcome == "PENDING"]
        equal("the rest is pending", left, ACCOUNTS[45:])
        second = course.run(request)
        equal("the second run: exit", second.code, 1)
        standing = course.standing(request)
        failed = {user: outcome for user, outcome in standing.items() if outcome != "PROVISIONED"}
        equal("everybody but the refused one is provisioned", failed, {REFUSED: "FAILED"})
        summary = course.events[-1]
        keys = ("total", "provisioned", "failed", "skipped", "pending", "unclear")
        equal("summary", [summary.get(key) for key in keys], [COUNT, COUNT - 1, 1, 0, 0, 0])
        rejected = account_for(course, standing)
        check("the bad cards: one left inside, one used, one dead, those of the refused one", len(rejected) >= 4, rejected)
        equal("the hopper ran empty twice", course.asked.count("printer.hopper-empty"), 2)
        check("both jams were told", course.asked.count("printer.jam") >= 2, course.asked)
        check("the cover was told", "printer.cover-open" in course.asked, course.asked)
        reasons = [event["reason"] for event in course.events if event["event"] == "next-card"]
        check("the dead card was told", "printer.card-not-seen" in reasons, reasons)
        check("the used card was told", "device.already-provisioned" in reasons, reasons)
        print("  asked for a person:", course.asked)
    finally:
        course.close()


SECTIONS = [
    ("evolis-service", lambda: through("evolis-service", EVOLIS_FAULTS)),
    ("evolis-raw", lambda: through("evolis-raw", EVOLIS_FAULTS)),
    ("xid", lambda: through("xid", FAULTS)),
]
tally.run(SECTIONS, sys.argv[1] if len(sys.argv) > 1 else None)
