"""
Two built applications and one Central over PostgreSQL provision one request of 40 people at the same time, one by hand with cards, one unattended through a
printer. Each of the calls is cut for a second, before and after Central carried it out; the registration for longer than the options of the directory live. The
desk is killed in mid-card; the printer station is stopped past its claims and goes on after the desk has finished. Afterwards each person is
provisioned exactly once; directory, Central and devices agree; the audit trail is one chain, and the journals of both stations are at Central.
"""

import json
import os
import signal
import socket
import subprocess
import threading
import time

import product
import pytest
from card_stack import CardStack
from central import LoopbackCentral
from cutting_proxy import CALLS, CuttingProxy
from desk import PORTS, READERS, Desk
from printer_desk import Machine
from product import as_object
from tally import check, equal

pytestmark = [pytest.mark.extra, pytest.mark.readers(4)]

PEOPLE = 40
PRINTER = 3

# Options of Entra ID live for five minutes.
LONGER_THAN_OPTIONS = 330
CLAIM_LIFE = 90

people = [f"person{number:02}@contoso.example" for number in range(1, PEOPLE + 1)]


class ManualStation(Desk):
    """The first reader is the desk's; that of the printer is seen by both."""

    def __init__(self, people):
        super().__init__(people)
        self.stack.close()
        self.stack = CardStack(os.path.join(product.WORK, "desk-cards"), PORTS[:1])

    def insert(self, serial, slot=None):
        super().insert(serial, 0)


class PrinterStation:
    """keyhopper station in a home of its own."""

    def __init__(self, machine):
        self.machine = machine
        self.product = product.Product()
        self.events = []
        self.process = None

    def start(self, *options):
        arguments = ["station", "--printer", self.machine.address, "--encoder", "contactless", "--reader", READERS[PRINTER]]
        self.process = self.product.start(*arguments, "--every", "2s", "--json", *options)
        threading.Thread(target=self._read, args=[self.process.stdout], daemon=True).start()
        self.errors = []
        threading.Thread(target=lambda: self.errors.append(self.process.stderr.read()), daemon=True).start()

    def _read(self, lines):
        for line in lines:
            if os.environ.get("CHECK_TRACE"):
                print(f"printer: {line}", end="", flush=True)
            event = as_object(line)
            self.events.append(event)
            if event.get("event") == "printer" and event["state"] == "needs-operator":
                self.machine.attend(event["reason"])

    def count(self):
        return sum(event.get("event") == "outcome" for event in self.events)


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture(scope="module", autouse=True)
def opened(readers, postgres):
    global central, desk, printer, proxy, machine, names, provisioning
    desk = ManualStation([(user, user) for user in people])
    port = free_port()
    proxy = CuttingProxy(port)
    escrow = os.path.join(product.WORK, "escrow.pem")
    command = ["openssl", "req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=escrow", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    subprocess.run([*command, "-keyout", f"{escrow}.key", "-out", escrow], check=True, capture_output=True)
    central = LoopbackCentral(port, proxy.url, f"escrow.certificate = {escrow}", "audit.checkpoints = checkpoints", f"database = {postgres.address}")
    central("directory", "add", "contoso", *desk.sandbox.settings(), SANDBOX_SECRET=desk.sandbox.secret)
    path = f"{central.folder}/people.csv"
    with open(path, "w") as file:
        file.write("user\n" + "\n".join(people) + "\n")
    provisioning = central("request", "import", path, "--name", "Spring", "--directory", "contoso")
    codes = {name: central("station", "code", name, "--directory", "contoso") for name in ("Desk", "Printer")}
    central.start()
    machine = Machine("evolis-service", PORTS[PRINTER], 300, before=[f"load {PEOPLE}"])
    printer = PrinterStation(machine)
    names = {}
    for name, station in (("Desk", desk.product), ("Printer", printer.product)):
        joined = station("central", "join", proxy.url, "--code", codes[name], "--json")
        equal(f"{name} joined", (joined.code, joined.err if joined.code else ""), (0, ""))
        names[name] = proxy.calls[-1][0]
    central("request", "assign", provisioning, "--station", "Printer")
    yield
    printer.process.kill()
    central.close()
    proxy.close()
    machine.close()
    desk.close()


def outcomes():
    return central.outcomes(provisioning)


def counted(outcome):
    return sum(found == outcome for found in outcomes().values())


def wait_for(what, condition, seconds):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise RuntimeError(f"waited in vain for {what}: {outcomes()}")
        time.sleep(0.5)


def by_hand(cards, react=None, started=None, seconds=1500):
    return desk.provision(provisioning, cards, "--reader", READERS[0], react=react, started=started, seconds=seconds)


def test_both_at_once_with_cuts():
    """Each call is cut once for a second before it reaches Central, and once after."""
    global cards
    cards = dict(zip(people, desk.cards("plain", PEOPLE)))
    for call in CALLS:
        proxy.cut(call, 1)
        proxy.cut(call, 1, answer=True)
    printer.start()
    killed = []

    def kill(event, run):
        if event["event"] == "step" and event["step"] == "create" and len(run.outcomes) >= 5:
            killed.append(event["user"])
            process[0].kill()

    process = []
    run = by_hand(cards, react=kill, started=process.append)
    check("the desk was killed in mid-card", killed, (run.code, run.events[-20:]))
    wait_for("the printer", lambda: printer.count() >= 5, 600)
    check("both work on the request", len(run.outcomes) >= 5 and counted("PROVISIONED") >= 10, outcomes())
    desk.remove()


def test_stopped_past_its_claims():
    """The desk reconciles whom it left, and provisions everyone else while the printer station stands still; then that goes on."""
    stop(signal.SIGSTOP)
    unclear = [user for user, outcome in outcomes().items() if outcome == "UNCLEAR"]
    run = desk.reconcile(provisioning, put=[cards[user] for user in unclear])
    print(f"  reconciled: {run.code}, {run.outcomes}")
    time.sleep(CLAIM_LIFE + 10)
    cuts = [proxy.cut("/registration$", LONGER_THAN_OPTIONS)]
    before = counted("PENDING")
    run = by_hand(cards)
    print(f"  {before} were pending; the desk: {run.code}, {len(run.outcomes)} outcomes, cut {[cut.calls for cut in cuts]} calls")
    stop(signal.SIGCONT)
    # The desk may have left nothing to prove.
    proxy.cut("/proof$", 1)
    wait_for("both to end", lambda: counted("PENDING") == 0, 900)


def stop(sign):
    """The start script and the application."""
    found = subprocess.run(["pgrep", "-P", str(printer.process.pid)], capture_output=True, text=True).stdout.split()
    for pid in [printer.process.pid, *map(int, found)]:
        os.kill(pid, sign)


def test_everyone_exactly_once():
    printer.process.send_signal(signal.SIGTERM)
    printer.process.wait(300)
    for round in range(3):
        unclear = [user for user, outcome in outcomes().items() if outcome == "UNCLEAR"]
        if not unclear:
            break
        print(f"  unclear: {unclear}")
        desk.reconcile(provisioning, put=[cards[user] for user in unclear])
        result = printer.product("reconcile", provisioning, "--wait", "0s", "--json")
        print(f"  the printer station reconciles: {result.code} {result.out[-400:]}{result.err[-400:]}")
    standing = outcomes()
    provisioned = {user for user, outcome in standing.items() if outcome == "PROVISIONED"}
    held = {}
    stacks = [desk.card(serial) for serial in cards.values()] + [machine.card(serial) for serial in machine.places()]
    for card in stacks:
        equal(f"{card['serial']}: one passkey at most", len(card["credentials"]) <= 1, True)
        for credential in card["credentials"]:
            held.setdefault(credential["userName"], []).append(credential["id"])
    at_directory = {user: [method["credentialId"] for method in methods] for user, methods in desk.sandbox.passkeys().items()}
    equal("devices hold the passkeys of the directory", held, at_directory)
    equal("Central has recorded the same people", sorted(at_directory), sorted(provisioned))
    equal("each has one", [user for user, ids in at_directory.items() if len(ids) != 1], [])
    check("only those cut off for longer than the options live have failed", set(standing.values()) <= {"PROVISIONED", "FAILED"}, standing)
    check("nearly all are provisioned", len(provisioned) >= PEOPLE - 3, standing)
    check("the trail is one chain", "are intact" in central("audit", "verify"))


def test_journals_are_at_central(postgres):
    uploaded = postgres.ask("SELECT DISTINCT station FROM station_journal")
    equal("of both stations", sorted(uploaded), sorted(names.values()))


def test_calls_were_cut():
    for cut in proxy.cuts:
        print(f"  {cut.path.pattern}: {cut.calls} calls of {[name for name, id in names.items() if id == cut.station]} within {cut.seconds} s")
    certain = [cut for cut in proxy.cuts[:-1] if "release" not in cut.path.pattern]
    check("claims, enrolments, registrations and proofs were cut, before and after Central carried them out", all(cut.calls for cut in certain))
