"""A desk with card printers: the product, a sandbox directory, and simulated printers with somebody beside them."""

import glob
import json
import os
import signal
import subprocess
import threading
import time

import child
import product
from desk import DIRECTORY, Desk
from product import as_object
from sandbox import Sandbox

MAIN = "org.keyhopper.rehearsal.printer.CardMachineMain"

# The languages of the printers are part of the tests of their drivers.
BUNDLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../bundles")
CLASSPATH = ":".join([product.CLASSPATH, *sorted(glob.glob(f"{BUNDLES}/org.keyhopper.printer.*/target/test-classes"))])

# What somebody at the printer does about what is to be seen there.
REMEDIES = {
    "cover-open": "close",
    "jammed": "clear",
    "switched-off": "power on",
    "output-full": "empty output",
    "reject-full": "empty reject",
    "broken": "repair",
    "reserved": "free",
}


class Machine:
    """A simulated printer in a process of its own, and the hands that load it."""

    def __init__(self, skin, port, movement=60, options="", before=(), quirks=()):
        """Options belong to the address; before is what happened at it already; quirks are switched on."""
        command = [product.JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", CLASSPATH, MAIN, "--skin", skin]
        command += ["--contactless", str(port), "--movement", str(movement)]
        command += ["--quirks", ",".join(quirks)] if quirks else []
        self._process = child.start(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        self._lock = threading.Lock()
        self.address = json.loads(self._process.stdout.readline())["address"] + options
        # Commands for each time when the hopper is empty.
        self.portions = []
        self.done = []
        for line in before:
            self(line)

    def __call__(self, line):
        """Runs one command; its answer as a dictionary. Raises if it was refused."""
        with self._lock:
            self._process.stdin.write(line + "\n")
            answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError("the simulated printer has ended")
        parsed = json.loads(answer)
        if not parsed["ok"]:
            raise RuntimeError(f"{line}: {parsed['error']}")
        return parsed

    def places(self):
        """Place by serial number."""
        return {card["serial"]: card["place"] for card in self("state")["cards"]}

    def card(self, serial):
        return self(f"card {serial}")["card"]

    def attend(self, reason):
        """Does what anybody would who is called to the printer for this reason and looks at it."""
        seen = self("state")
        remedies = [REMEDIES[trouble] for trouble in seen["troubles"]]
        if not remedies and reason in ("printer.card-inside", "printer.encoder-not-empty", "run.card-from-last-run"):
            remedies = ["take"]
        if not remedies and self.portions and not any(card["place"] == "hopper" for card in seen["cards"]):
            remedies = self.portions.pop(0)
        for remedy in remedies:
            self(remedy)
        self.done.append((reason, remedies))

    def close(self):
        self._process.kill()
        self._process.wait()


class PrinterRun:
    """What a run through printers said."""

    def __init__(self):
        self.events = []
        self.moments = []
        self.code = None
        self.err = ""
        self.began = time.monotonic()
        self.took = 0

    def of(self, kind, **values):
        """The events of a kind with these values."""
        return [event for event in self.events if event["event"] == kind and values.items() <= event.items()]

    @property
    def summary(self):
        last = self.events[-1] if self.events else {}
        return last if last.get("event") == "summary" else {}


class PrinterDesk(Desk):
    def __init__(self, people):
        self.sandbox = Sandbox(people)
        self.names = dict(people)
        self.product = product.Product(SANDBOX_SECRET=self.sandbox.ready["clientSecret"])
        self.must("directory", "add", DIRECTORY, *self.sandbox.settings())

    def automatic(self, request, lanes, react=None, seconds=400, more=(), **environment):
        """
        Runs a request through printers, pairs of machine and reader, or None for one that is to be learned; react sees each event and may
        interrupt the process it is given; more are further arguments.
        """
        arguments = ["provision", request, "--mode", "automatic", "--station", "contactless", "--json", *more]
        for machine, reader in lanes:
            arguments += ["--printer", machine.address]
            arguments += ["--reader", reader] if reader else []
        run = PrinterRun()
        process = self.product.start(*arguments, **environment)
        errors = []
        reader = threading.Thread(target=lambda: errors.append(process.stderr.read()), daemon=True)
        reader.start()
        watch = threading.Timer(seconds, process.kill)
        watch.daemon = True
        watch.start()
        try:
            for line in process.stdout:
                if os.environ.get("CHECK_TRACE"):
                    print(f"{time.monotonic() - run.began:7.2f} {line}", end="", flush=True)
                event = as_object(line)
                run.events.append(event)
                run.moments.append(time.monotonic())
                if event["event"] == "printer" and event["state"] == "needs-operator":
                    lanes[event["printer"]][0].attend(event["reason"])
                if react:
                    react(event, process)
            run.code = process.wait()
        finally:
            watch.cancel()
            process.kill()
        reader.join()
        run.err = "".join(errors)
        run.took = time.monotonic() - run.began
        return run

    def close(self):
        self.sandbox.close()


def interrupt(process):
    """Presses Ctrl-C."""
    process.send_signal(signal.SIGINT)
