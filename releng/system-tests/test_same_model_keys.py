"""
Resets USB keys of one model without serial numbers in every place that resets, while other keys of the model are put in instead or left in,
and reads with python-fido2 and from the database what is on each key and what the inventory says afterwards. Pictures of the window are
left in target/same-model-keys.
"""

import contextlib
import glob
import os
import sqlite3
import subprocess
import time

import product
import pytest
import screen
from card_stack import CardStack
from fido2.ctap2 import ClientPin, CredentialManagement, Ctap2
from fido2.hid import CtapHidDevice
from fido2.hid.base import HidDescriptor
from fido2.hid.linux import LinuxCtapHidConnection
from messages import message, mnemonic, problem
from sandbox import Sandbox
from tally import check, equal
from terminal import Terminal
from window import LOG, Window

pytestmark = pytest.mark.hidraw(serials=False)

PIN = "73529416"
A, B, SPARE = 0, 1, 2
PORTS = 4
PEOPLE = [(f"{name.lower()}@contoso.example", name) for name in ("Anna", "Bert", "Cleo", "Dora", "Emil", "Fina", "Gero", "Hana")]
USERS = {name: user for user, name in PEOPLE}
PROFILE = '{"pin":{"rule":"entered"},"forcePinChange":false}'


@pytest.fixture(scope="module", autouse=True)
def opened(hidraw):
    global desk, keyhopper, press_until, sandbox, stack, window
    window = Window("same-model-keys")
    with screen.outside_umockdev():
        usb = [os.environ["KEYHOPPER_USB_PORT"]] * PORTS
        stack = CardStack(f"{product.WORK}/keys", [], usb)
        sandbox = Sandbox(PEOPLE)
    keyhopper = product.Product(SANDBOX_SECRET=sandbox.ready["clientSecret"], PIN=PIN)
    desk, press_until = window.desk, window.press_until
    open(LOG, "ab").close()
    for slot in range(PORTS):
        stack(f"touch auto 100 {slot}")
    equal("directory added", keyhopper("directory", "add", "contoso", *sandbox.settings()).code, 0)
    yield
    sandbox.close()
    stack.close()


def new(traits="plain"):
    return stack(f"new {traits}")["cards"][0]


def card(serial):
    return stack(f"state {serial}")["card"]


def slots():
    return [state.get("serial") for state in stack("state")["slots"]]


def insert(serial, slot):
    stack(f"insert {serial} {slot}")


def remove(slot):
    if slots()[slot]:
        stack(f"remove {slot}")


def remove_all():
    for slot in range(PORTS):
        remove(slot)


def read(serial, pin=PIN):
    """The user names of the credentials on a key, and whether it has a PIN, as python-fido2 reads them."""
    remove_all()
    before = set(glob.glob("/dev/hidraw*"))
    insert(serial, A)
    end = time.monotonic() + 10
    node = None
    while not node and time.monotonic() < end:
        node = next(iter(set(glob.glob("/dev/hidraw*")) - before), None)
        time.sleep(0.1)
    descriptor = HidDescriptor(node, 0x1209, 0x4B48, 64, 64, "Rehearsal Key", None)
    device = CtapHidDevice(descriptor, LinuxCtapHidConnection(descriptor))
    try:
        ctap = Ctap2(device)
        if not ctap.info.options["clientPin"]:
            return False, []
        client = ClientPin(ctap)
        manager = CredentialManagement(ctap, client.protocol, client.get_pin_token(pin, ClientPin.PERMISSION.CREDENTIAL_MGMT))
        names = []
        if manager.get_metadata()[CredentialManagement.RESULT.EXISTING_CRED_COUNT]:
            for party in manager.enumerate_rps():
                for entry in manager.enumerate_creds(party[CredentialManagement.RESULT.RP_ID_HASH]):
                    names.append(entry[CredentialManagement.RESULT.USER]["name"])
        return True, sorted(names)
    finally:
        device.close()
        remove_all()


def inventory(credential):
    with contextlib.closing(sqlite3.connect(f"file:{keyhopper.home}/station.db?mode=ro", uri=True)) as store:
        row = store.execute("select state from inventory where credential = ?", (credential,)).fetchone()
    return row and row[0]


def request(name, *people):
    rows = "".join(f"{USERS[person]},{person}\r\n" for person in people)
    path = keyhopper.file("people.csv", "user,displayName\r\n" + rows)
    profile = keyhopper.file("profile.json", PROFILE)
    command = ["request", "import", path, "--name", name, "--directory", "contoso", "--profile", profile, "--json"]
    return keyhopper(*command).lines[0]["id"]


def provision(identifier, react, *options):
    """Runs a request; react sees each event. Returns the events, and the exit code as the last."""
    events = []

    def heard(event):
        events.append(event)
        react(event)

    result = keyhopper.run(heard, "provision", identifier, "--mode", "manual", "--pin", "env:PIN", "--one-pin-for-all", *options, seconds=120)
    remove_all()
    return events, result.code


def give(person):
    """A key that is provisioned for the person; returns its number (which it does not show) and its credential."""
    remove_all()
    serial = new()

    def react(event):
        if event.get("event") == "waiting" and event["for"] == "insert":
            insert(serial, A)

    events, code = provision(request(f"For {person}", person), react)
    outcome = next(event for event in events if event.get("event") == "outcome")
    equal(f"{person} is given a key", (code, outcome["outcome"], outcome["serial"]), (0, "PROVISIONED", None))
    return serial, outcome["credentialId"]


class Hands:
    """An operator who puts another key in first, then a blank one, then a second blank one, and the right one beside it."""

    def __init__(self, right, *wrong):
        self.right = right
        self.wrong = list(wrong)
        self.seen = []
        self.last = None

    def do(self, event):
        if event.get("event") != "instruction":
            return
        # An instruction is repeated while its seconds are counted. Between two to swap, the device that was put in is compared.
        what, last = event["do"], self.last
        self.last = what
        if what != last and what not in ("none", "touch"):
            self.seen.append(what)
            self.act(what)

    def act(self, what):
        if what == "take-out":
            remove(A)
        elif what in ("put-back", "swap") and self.wrong:
            remove(B)
            insert(self.wrong.pop(0), B)
        elif what == "swap" and not slots()[SPARE]:
            remove(B)
            insert(new(), SPARE)
        elif what == "swap":
            insert(self.right, A)
        elif what == "remove-others":
            remove(SPARE)


def pair():
    (right, rights), (wrong, wrongs) = give("Anna"), give("Bert")
    return right, rights, wrong, wrongs


def nothing_else_was_reset(wrong, wrongs, blank):
    equal("the other key is not reset", (card(wrong)["resets"], read(wrong)), (0, (True, [USERS["Bert"]])))
    equal("it is in use", inventory(wrongs), "IN_USE")
    equal("the blank key is not reset", card(blank)["resets"], 0)


def test_headless_run():
    right, rights, wrong, wrongs = pair()
    blank = new()
    hands = Hands(right, wrong, blank)

    def react(event):
        if event.get("event") == "waiting" and event["for"] == "insert":
            insert(right, A)
        hands.do(event)

    events, code = provision(request("Again", "Cleo"), react, "--on-provisioned", "reset")
    outcome = next(event for event in events if event.get("event") == "outcome")
    equal("provisioned", (code, outcome["outcome"]), (0, "PROVISIONED"))
    equal("asked for", hands.seen, ["take-out", "put-back", "swap", "swap", "swap", "remove-others"])
    equal("the right key is reset", (card(right)["resets"], read(right)), (1, (True, [USERS["Cleo"]])))
    equal("its former entry is reset", inventory(rights), "RESET")
    equal("its new entry is in use", inventory(outcome["credentialId"]), "IN_USE")
    nothing_else_was_reset(wrong, wrongs, blank)
    former = outcome.get("formerPasskeys")
    equal("the former passkey is named", former, [{"holder": "Anna", "directory": "contoso", "credentialId": rights}])
    told = next(note["message"] for note in outcome["notes"] if note["reason"] == "run.passkey-still-registered")
    check("with the command that revokes it", f"keyhopper devices revoke {rights}" in told, told)
    equal("which does so", keyhopper("devices", "revoke", rights, "--yes").code, 0)
    ids = [method["credentialId"] for method in sandbox.passkeys().get(USERS["Anna"], [])]
    check("it is gone from the directory", rights not in ids, ids)


def test_devices_reset_yes():
    right, rights, wrong, wrongs = pair()
    blank = new()
    insert(right, A)
    hands = Hands(right, wrong, blank)
    lines = []

    def react(event):
        lines.append(event)
        hands.do(event)

    result = keyhopper.run(react, "devices", "reset", "--yes", seconds=120)
    remove_all()
    equal("reset", (result.code, lines[-1].get("done")), (0, "reset"))
    equal("asked for", hands.seen, ["take-out", "put-back", "swap", "swap", "swap", "remove-others"])
    equal("the right key is blank", (card(right)["resets"], read(right)), (1, (False, [])))
    equal("its entry is reset", inventory(rights), "RESET")
    equal("the former passkey is named", [each["credentialId"] for each in lines[-1].get("formerPasskeys", [])], [rights])
    nothing_else_was_reset(wrong, wrongs, blank)


def stranger():
    return new(f"pin={PIN}+foreign=login.example")


def test_unattended_nothing_to_prove():
    key = stranger()

    def react(event):
        if event.get("event") == "waiting" and event["for"] == "insert":
            insert(key, A)
        if event.get("do") == "take-out":
            remove(A)
        if event.get("do") == "put-back":
            insert(other, A)

    other = stranger()
    events, code = provision(request("Refused", "Dora"), react, "--on-provisioned", "reset")
    outcome = next(event for event in events if event.get("event") == "outcome")
    equal("refused", (code, outcome["outcome"], outcome["reason"]), (1, "FAILED", "device.cannot-tell-apart"))
    check("it says what to do", "in a terminal" in (outcome["message"] or ""), outcome["message"])
    check("nobody was asked to take it out", not any(event.get("do") == "take-out" for event in events))
    insert(key, A)
    lines = []
    result = keyhopper.run(lambda event: (lines.append(event), react(event)), "devices", "reset", "--yes", seconds=120)
    remove_all()
    equal("refused with --yes", (result.code, lines[-1].get("reason")), (1, "device.cannot-tell-apart"))
    equal("neither was reset", [card(each)["resets"] for each in (key, other)], [0, 0])
    equal("each holds what it held", [len(read(each)[1]) for each in (key, other)], [1, 1])


def test_devices_reset_confirmed_at_a_terminal():
    key = stranger()
    wrong, wrongs = give("Bert")
    insert(key, A)
    insert(wrong, B)
    terminal = Terminal(keyhopper, "devices", "reset", "--key", port_of(key))
    check("asks whether to reset", terminal.read_until(r"Reset this device\?"), terminal.said)
    terminal.type("y")
    check("has it taken out", terminal.read_until("remove the device"), terminal.said)
    remove(A)
    check("has the other one removed", terminal.read_until("only the device to be reset may be connected"), terminal.said)
    remove(B)
    check("asks for the label", terminal.read_until("Enter the number printed on it"), terminal.said)
    terminal.type("S/N 0042")
    check("has it put back", terminal.read_until("reinsert the same device"), terminal.said)
    insert(wrong, B)
    check("tells of another one", terminal.read_until("this is another device"), terminal.said)
    remove(B)
    insert(key, A)
    check("done", terminal.read_until("was reset"), terminal.said)
    equal("exit", terminal.end(), 0)
    remove_all()
    equal("the key is blank", (card(key)["resets"], read(key)), (1, (False, [])))
    equal("the other one is not", (card(wrong)["resets"], read(wrong), inventory(wrongs)), (0, (True, [USERS["Bert"]]), "IN_USE"))
    logs = "".join(open(path, errors="replace").read() for path in glob.glob(f"{keyhopper.home}/**/*.log", recursive=True))
    check("what was typed is in the log", "printed: S/N 0042" in logs)


def port_of(serial):
    """What the product calls the place of a key."""
    lines = keyhopper("devices", "--json").lines
    return next(line["slot"] for line in lines if line["kind"] == "usb-key" and line["pinSet"] and line["holder"] is None)


def test_undo():
    """What cannot be registered is undone without a reset of any key."""
    key, other = new(), stranger()
    sandbox.rule("register", "aaguid-blocked", user=USERS["Emil"], times=0)

    def react(event):
        if event.get("event") == "waiting" and event["for"] == "insert":
            insert(key, A)
        if event.get("event") == "step" and event["step"] == "create":
            insert(other, B)

    events, code = provision(request("Undone", "Emil"), react)
    sandbox.behave()
    outcome = next(event for event in events if event.get("event") == "outcome")
    equal("not registered", (code, outcome["outcome"]), (1, "UNCLEAR"))
    equal("no key is reset", [card(each)["resets"] for each in (key, other)], [0, 0])
    equal("nothing is left but the PIN", read(key), (True, []))
    equal("the other key holds what it held", len(read(other)[1]), 1)


def ask_for_reset(keys, confirm):
    press_until(keys, message("reset.loses"))
    desk.press(confirm)
    desk.wait_until_gone(message("reset.loses"))


def test_window_run():
    right, rights, wrong, wrongs = pair()
    blank = new()
    request("At the window", "Fina", "Gero")
    window.start(keyhopper, message("requests.provision"))
    press_until(["alt+p"], message("mode.title"))
    desk.press("Return")
    desk.wait_for(message("stage.insert"))
    insert(right, A)
    desk.wait_for(message("stage.taken"), "is given to Anna", "Anna")
    ask_for_reset(["alt+r"], mnemonic("reset.confirm"))
    desk.wait_for(message("stage.takeOut"))
    remove(A)
    desk.wait_for(message("stage.putBack"))
    for each in (wrong, blank):
        insert(each, B)
        desk.wait_for(message("stage.swap"))
        remove(B)
    insert(blank, SPARE)
    desk.wait_for(message("stage.swap"))
    insert(right, A)
    desk.wait_for(message("stage.removeOthers"))
    desk.picture("remove-others")
    remove(SPARE)
    type_pin()
    desk.wait_for(message("stage.provisioned"))
    check("says that the former passkey is registered", desk.wait_for(problem("run.passkey-still-registered", "Anna", "contoso")))
    desk.picture("former-passkey")
    press_until(["alt+k"], message("passkeys.title", "Anna"), "Anna")
    desk.picture("former-passkeys")
    desk.press("Escape")
    remove(A)
    window_confirms()
    equal("the right key is reset", (card(right)["resets"], read(right)), (1, (True, [USERS["Fina"]])))
    equal("its former entry is reset", inventory(rights), "RESET")
    nothing_else_was_reset(wrong, wrongs, blank)


def type_text(text):
    subprocess.run(["xdotool", "type", text], check=True)


def type_pin():
    desk.wait_for(message("pin.repeat"))
    type_text(PIN)
    desk.press("Tab")
    type_text(PIN)
    desk.press("Return")


def window_confirms():
    """The next person's key is a stranger's, of which nothing is known."""
    key = stranger()
    desk.wait_for(message("stage.insert"))
    insert(key, A)
    desk.wait_for(message("stage.taken"))
    ask_for_reset(["alt+r"], mnemonic("reset.confirm"))
    desk.wait_for(message("stage.takeOut"))
    remove(A)
    desk.wait_for(message("confirmDevice.label"))
    desk.picture("confirm-device")
    desk.press("Return")
    check("an answer is needed", desk.wait_for(message("confirmDevice.missing")))
    type_text("0815")
    desk.press("Return")
    desk.wait_for(message("stage.putBack"))
    insert(key, A)
    type_pin()
    desk.wait_for(message("stage.completed", 2, 2), message("stage.provisioned"))
    desk.picture("completed")
    equal("reset once", card(key)["resets"], 1)
