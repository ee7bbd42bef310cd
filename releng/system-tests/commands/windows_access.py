"""Started by try-windows-access, inside the rig."""

import json
import os
import re
import signal
import sys

import pcscd
import product
import tally
import wine
from card_stack import CardStack
from sandbox import Sandbox
from tally import check, equal

PORTS = [int(port) for port in pcscd.PORTS]
# The places of the card stack: readers first, then the USB port.
READER, USB = 0, len(PORTS)
PEOPLE = [f"person{number}@contoso.example" for number in range(1, 9)]
PIN = "73529416"
ENTERED = '{"pin":{"rule":"entered"},"forcePinChange":false}'


class Helper:
    """An elevated helper for this account; ready when this is made."""

    def __init__(self):
        self.process = elevated.start("helper", "--for", wine.ACCOUNT, "--json")
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"no helper: {self.process.stderr.read()}")
        self.folder = json.loads(line)["folder"]

    def end(self):
        """Waits until it ended by itself; returns its exit code and the reason it gave."""
        out, _ = self.process.communicate(timeout=60)
        return self.process.returncode, json.loads(out.splitlines()[-1]).get("reason")


def insert(slot):
    serial = stack("new plain")["cards"][0]
    stack(f"insert {serial} {slot}")
    return serial


def take_out():
    for number, slot in enumerate(stack("state")["slots"]):
        if slot.get("serial"):
            stack(f"remove {number}")


def credentials(serial):
    return stack(f"state {serial}")["card"]["credentials"]


def devices(product, **environment):
    """What each kind of device is said to be, once both are seen."""
    told = product("devices", "--json", **environment)
    equal("devices ends well", told.code, 0)
    found = [line for line in map(json_or_none, told.out.splitlines()) if line]
    return {line["kind"]: line for line in found if line["kind"] in ("usb-key", "contact-card", "contactless-card")}


def json_or_none(line):
    try:
        return json.loads(line)
    except ValueError:
        return None


def request(product, people, name):
    path = product.file(f"{name}.csv", "user\r\n" + "".join(f"{user}\r\n" for user in people))
    profile = product.file("entered.json", ENTERED)
    command = ["request", "import", path, "--name", name, "--directory", "contoso", "--profile", profile, "--json"]
    return product(*command).lines[0]["id"]


def provision(product, slots, name, **environment):
    """Each person gets a new device at the place given."""
    run = {"outcomes": {}, "devices": [], "waits": []}
    places = dict(slots)
    told = request(product, list(places), name)

    def react(event):
        if event["event"] == "outcome":
            run["outcomes"][event["user"]] = event
        elif event["event"] == "waiting" and event["for"] == "insert":
            run["devices"].append(insert(list(places.values())[min(len(run["devices"]), len(places) - 1)]))
        elif event["event"] == "waiting":
            run["waits"].append(event)
            take_out()

    run["result"] = product.run(react, "provision", told, "--mode", "manual", "--pin", "env:CARD_PIN", "--one-pin-for-all", **environment)
    take_out()
    return run


def outcomes(run):
    return [run["outcomes"][user]["outcome"] for user in sorted(run["outcomes"])]


def denied():
    insert(USB)
    insert(READER)
    found = devices(plain)
    equal("a key and a card are seen", sorted(found), ["contactless-card", "usb-key"])
    for kind, device in found.items():
        equal(f"{kind}: why it cannot be used", device["reason"], "device.access-denied")
        for words in ("administrator rights", "keyhopper helper --for"):
            check(f"{kind}: the sentence holds \"{words}\"", words in device["message"], device["message"])
    take_out()


def allowed():
    insert(USB)
    insert(READER)
    found = devices(elevated)
    equal("both can be used", {kind: device["reason"] for kind, device in found.items()}, {"contactless-card": None, "usb-key": None})
    take_out()


def elevated_run():
    run = provision(elevated, [(PEOPLE[0], USB), (PEOPLE[1], READER)], "Elevated")
    equal("provisioned", (run["result"].code, outcomes(run)), (0, ["PROVISIONED"] * 2))
    equal("one credential on each", [len(credentials(serial)) for serial in run["devices"]], [1, 1])


def through_a_helper():
    helper = Helper()
    usual = rf"C:\\Program Files\\Keyhopper helper\\for-[a-z0-9-]+\+{re.escape(wine.ACCOUNT.lower())}"
    check("waits where the product looks by itself", re.fullmatch(usual, helper.folder), helper.folder)
    run = provision(plain, [(PEOPLE[2], USB), (PEOPLE[3], READER), (PEOPLE[4], USB)], "Three")
    equal("provisioned", (run["result"].code, outcomes(run)), (0, ["PROVISIONED"] * 3))
    equal("one credential on each", [len(credentials(serial)) for serial in run["devices"]], [1, 1, 1])
    equal("the helper ends with the product", helper.end(), (0, "client-left"))


def denied_until_a_helper_comes():
    """One person: with a key, with a card, and with a key once a helper is there."""
    told = []
    ended = {}
    helpers = []

    def react(event):
        if event.get("reason") == "device.access-denied":
            told.append(event["message"])
        elif event["event"] == "waiting" and event["for"] == "insert":
            if len(told) == 2:
                helpers.append(Helper())
            ended["device"] = insert([USB, READER, USB][len(told)])
        elif event["event"] == "waiting":
            take_out()
        elif event["event"] == "outcome":
            ended["outcome"] = event["outcome"]
        elif event["event"] == "summary":
            ended["summary"] = event

    result = plain.run(react, "provision", request(plain, PEOPLE[5:6], "One"), "--mode", "manual", "--pin", "env:CARD_PIN")
    take_out()
    equal("told once of the key and once of the card", len(told), 2)
    check("and what to do", all("keyhopper helper --for" in message for message in told), told)
    equal("then provisioned", (result.code, ended.get("outcome")), (0, "PROVISIONED"))
    equal("nobody counts as failed", ended["summary"]["failed"], 0)
    equal("one credential on the key", len(credentials(ended["device"])), 1)
    equal("the helper ends with the product", [helper.end() for helper in helpers], [(0, "client-left")])


def no_secrets():
    logs = plain.logs() + elevated.logs()
    check("there are logs to search", len(logs) > 200, len(logs))
    for what, secret in {"PIN": PIN, "client secret": sandbox.secret}.items():
        check(f"no {what} in them", secret not in logs)


if os.getuid() != 0:
    print("This needs root: for readers and a network of its own.")
    sys.exit(1)
# Also when this is stopped, Windows is shut down.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
preloaded = os.environ.pop("LD_PRELOAD")
stack = CardStack(f"{product.WORK}/cards", PORTS, [os.environ["KEYHOPPER_USB_PORT"]])
sandbox = Sandbox([(user, user) for user in PEOPLE])
os.environ["LD_PRELOAD"] = preloaded
stack("touch auto 20")
windows = wine.Wine()
secrets = {"SANDBOX_SECRET": sandbox.secret, "CARD_PIN": PIN}
plain = wine.Windows(**secrets)
elevated = wine.Windows(elevated=True, **secrets)
try:
    for one in (plain, elevated):
        added = one("directory", "add", "contoso", *sandbox.settings())
        equal("directory added", (added.code, added.err), (0, ""))
    tally.run(
        [
            ("not elevated: a key and a card", denied),
            ("elevated: a key and a card", allowed),
            ("elevated: two people", elevated_run),
            ("not elevated: three people through an elevated helper", through_a_helper),
            ("not elevated: a key, a card, and a helper that comes", denied_until_a_helper_comes),
            ("no secrets in the logs", no_secrets),
        ],
        sys.argv[1] if len(sys.argv) > 1 else None,
    )
finally:
    windows.close()
    sandbox.close()
    stack.close()
