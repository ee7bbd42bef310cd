"""What a station loses by working through Central. Started by station.sh."""

import argparse
import hashlib
import os
import socket
import ssl
import subprocess
import sys
import time

from central import Central
from delaying_relay import DelayingRelay
from desk import Desk
from postgres import Postgres
from printer_desk import PrinterDesk
from printers import OPERATIONS, Pass, median

# A day at the desk, not its first minute: by then Java has compiled at both ends what each person needs.
WARM_UP = 30


class DelayedCentral(Central):
    """Known to stations by the address of the relay. It keeps their PINs, as that of an organisation does."""

    def __init__(self, delay, *settings):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        super().__init__(port, "escrow.certificate = escrow.pem", *settings)
        command = ["openssl", "req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=escrow", "-newkey", "rsa:3072"]
        subprocess.run([*command, "-keyout", f"{self.folder}/escrow.key", "-out", f"{self.folder}/escrow.pem"], check=True, capture_output=True)
        self.reached = f"https://127.0.0.1:{DelayingRelay(port, delay).port}" if delay else self.url
        with open(self.config) as file:
            text = file.read()
        with open(self.config, "w") as file:
            file.write(text.replace(f"public.url = {self.url}\n", f"public.url = {self.reached}\n"))

    def begin(self, desk):
        """Starts it for the directory of a desk, which joins."""
        self("directory", "add", "contoso", *desk.sandbox.settings(), SANDBOX_SECRET=desk.sandbox.secret)
        code = self("station", "code", "Desk", "--directory", "contoso")
        self.start()
        with open(self.certificate) as file:
            certificate = ssl.PEM_cert_to_DER_cert(file.read())
        key = subprocess.run(["openssl", "x509", "-inform", "DER", "-pubkey", "-noout"], input=certificate, check=True, capture_output=True).stdout
        der = subprocess.run(["openssl", "pkey", "-pubin", "-outform", "DER"], input=key, check=True, capture_output=True).stdout
        desk.must("central", "join", self.reached, "--code", code, "--fingerprint", hashlib.sha256(der).hexdigest())

    def request(self, people):
        path = f"{self.folder}/people.csv"
        with open(path, "w") as file:
            file.write("user\n" + "\n".join(people) + "\n")
        return self("request", "import", path, "--name", "Bench", "--directory", "contoso")


def accounts(count):
    return [(user, user) for user in (f"person{number:03}@contoso.example" for number in range(1, count + 1))]


def at_desk(people, central=None):
    """Returns the median of the seconds from the card in the reader to the outcome."""
    desk = Desk(accounts(people))
    users = list(desk.names)
    if central:
        central.begin(desk)
    request = central.request(users) if central else desk.request(users)
    cards = dict(zip(users, desk.cards("plain", people)))
    times = []
    inserted = []

    def react(event, run):
        if event["event"] == "waiting" and event["for"] == "insert":
            desk.insert(cards[run.turns[-1]])
            inserted[:] = [time.monotonic()]
            return True
        if event["event"] == "outcome":
            times.append(time.monotonic() - inserted[0])
        return False

    run = desk.provision(request, cards, react=react, seconds=900)
    desk.close()
    if central:
        central.close()
    if run.code != 0:
        sys.exit(f"The run ended with {run.code}: {run.result.err}")
    return median(times[WARM_UP:])


class JoinedPrinterDesk(PrinterDesk):
    def __init__(self, people, central):
        super().__init__(people)
        self._central = central
        central.begin(self)

    def request(self, users):
        return self._central.request(users)


class Pace:
    """That of releng/bench printers."""

    movement = 2000
    makes = 1000
    signs = 500


def through_printer(cards, central):
    desk = JoinedPrinterDesk(accounts(cards), central)
    for operation in OPERATIONS:
        desk.sandbox.rule(operation, "slow", times=0, seconds=0.3)
    run = Pass(desk, list(desk.names), 1, Pace)
    desk.close()
    central.close()
    return run


def main():
    parser = argparse.ArgumentParser(prog="releng/bench station")
    parser.add_argument("--people", type=int, default=80)
    parser.add_argument("--cards", type=int, default=62)
    parser.add_argument("--delay", type=int, default=50)
    parser.add_argument("--postgres", action="store_true")
    options = parser.parse_args()
    server = Postgres() if options.postgres else None

    def central(delay):
        # Each has a database of its own: the file in its folder, or a server.
        return DelayedCentral(delay, *([f"database = {server.address}"] if server else []))

    print(f"{options.people} people at the desk, load of the computer {os.getloadavg()[0]:.1f}", flush=True)
    lone = at_desk(options.people)
    print(f"lone station     {lone * 1000:6.0f} ms from the card in the reader to the outcome", flush=True)
    for delay in (0, options.delay):
        joined = at_desk(options.people, central(delay))
        where = f"joined, {delay} ms" if delay else "joined, loopback"
        print(f"{where:16} {joined * 1000:6.0f} ms, {joined / lone:.2f} times that", flush=True)
        if server:
            server.close()
            server = Postgres()
    run = through_printer(options.cards, central(options.delay))
    print(f"one printer      {run.each:6.2f} s a card with {options.delay} ms; limit {run.limit:.2f} s: movements {run.moving:.2f}, card {run.cards:.2f}")
    print(f"  of the limit   {run.limit / run.each:6.3f}   from the second card on {run.limit / run.later:.3f}, of what the readers allow {(run.limit + run.noticing) / run.later:.3f}")
    print(f"  load of the computer {os.getloadavg()[0]:.1f}")
    if server:
        server.close()


main()
