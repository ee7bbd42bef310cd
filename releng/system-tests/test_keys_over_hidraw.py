"""
Proves keys on USB without hardware: the simulated key with clients that others wrote (libfido2, python3-fido2), and the product's own
transport with the simulated key, all over hidraw nodes of umockdev.
"""

import functools
import glob
import os
import subprocess
import threading
import time

import product
import pytest
from card_stack import CardStack
from fido2.ctap import CtapError
from fido2.ctap2 import ClientPin, CredentialManagement, Ctap2
from fido2.hid import CTAPHID, CtapHidDevice
from fido2.hid.base import HidDescriptor
from fido2.hid.linux import LinuxCtapHidConnection
from libfido2 import Key
from sandbox import Sandbox
from screen import outside_umockdev
from tally import check, equal

pytestmark = pytest.mark.hidraw

ERR = CtapError.ERR
PORTS = 5
RP = "login.example"
PIN = "73529416"
HASH = bytes(range(32))

# Provisioned in one run.
MANY = 50 if product.ALL else 15
PEOPLE = [f"person{number:02}@contoso.example" for number in range(1, 61)]


@pytest.fixture(scope="module", autouse=True)
def opened(hidraw):
    global keyhopper, sandbox, stack
    with outside_umockdev():
        stack = CardStack(
            f"{product.WORK}/keys", [], [os.environ["KEYHOPPER_USB_PORT"]] * PORTS
        )
        sandbox = Sandbox([(user, user) for user in PEOPLE])
    keyhopper = product.Product(SANDBOX_SECRET=sandbox.ready["clientSecret"])
    yield
    sandbox.close()
    stack.close()


def fresh(traits, slot=0):
    """Plugs a new key in; returns its serial number and its node."""
    serial = stack(f"new {traits}")["cards"][0]
    return serial, plug(serial, slot)


def plug(serial, slot=0):
    before = set(glob.glob("/dev/hidraw*"))
    stack(f"insert {serial} {slot}")
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        new = [node for node in set(glob.glob("/dev/hidraw*")) - before if is_ready(node)]
        if new:
            return new[0]
        time.sleep(0.02)
    raise RuntimeError(f"{serial} did not appear")


def is_ready(node):
    return os.path.basename(node) in subprocess.run(["fido2-token", "-L"], capture_output=True, text=True).stdout


def unplug(slot=0):
    stack(f"remove {slot}")


def unplug_all():
    for slot, state in enumerate(stack("state")["slots"]):
        if state.get("serial"):
            unplug(slot)


def key(serial):
    return stack(f"state {serial}")["card"]


def commands(serial):
    return " ".join(command.split(":")[0] for command in key(serial)["commands"])


def open_device(node):
    """python-fido2 without its listing, which asks for names in a way that umockdev does not imitate."""
    descriptor = HidDescriptor(node, 0x1209, 0x4B48, 64, 64, "Rehearsal Key", None)
    return CtapHidDevice(descriptor, LinuxCtapHidConnection(descriptor))


def refused(what, error, action):
    try:
        action()
        check(f"{what}: {error.name}", False, "it was accepted")
    except CtapError as e:
        check(f"{what}: {error.name}", e.code == error, e)


def enrol(ctap, **more):
    client = ClientPin(ctap)
    param = client.protocol.authenticate(client.get_pin_token(PIN, 1, RP), HASH)
    user = {"id": b"user-1", "name": "user1", "displayName": "User 1"}
    return ctap.make_credential(
        HASH, {"id": RP, "name": "Example"}, user, [{"type": "public-key", "alg": -7}], options={"rk": True},
        pin_uv_param=param, pin_uv_protocol=client.protocol.VERSION, **more)  # fmt: skip


def found():
    """What the product sees, by serial number."""
    result = keyhopper("devices", "--json")
    equal("devices ends well", result.code, 0)
    return {line["serial"]: line for line in result.lines if line["kind"] == "usb-key"}


@functools.cache
def add_directory():
    equal("directory added", keyhopper("directory", "add", "contoso", *sandbox.settings()).code, 0)


def provision(people, name, fault=None, also=None, started=None):
    """Provisions each person on a new key, with hands that do what the run asks for; keys fail as the fault says."""
    path = keyhopper.file(f"{name}.csv", "user\r\n" + "".join(f"{user}\r\n" for user in people))
    add_directory()
    imported = keyhopper("request", "import", path, "--name", name, "--directory", "contoso", "--json").lines
    unplug_all()
    run = {"turns": [], "outcomes": {}, "instructions": [], "request": imported[0]["id"]}
    keys = {}

    def react(event):
        if also:
            also(event)
        if event["event"] == "instruction":
            run["instructions"].append(event)
        if event["event"] == "recipient":
            run["turns"].append(event["user"])
        elif event["event"] == "outcome":
            run["outcomes"][event["user"]] = event
        elif event["event"] == "summary":
            run["summary"] = event
        elif event["event"] == "waiting" and event["for"] == "insert":
            serial = stack("new plain")["cards"][0]
            keys[run["turns"][-1]] = serial
            if fault:
                stack(f"fault {serial} {fault}")
            stack(f"insert {serial}")
        elif event["event"] == "waiting":
            unplug()

    result = keyhopper.run(react, "provision", imported[0]["id"], "--mode", "manual", started=started)
    run["exit"] = result.code
    unplug_all()
    if "summary" not in run:
        raise RuntimeError(f"ended with {result.code} after {len(run['turns'])} people, without a summary: {result.err[-2000:]}")
    return run, keys


def notes(outcome):
    return [note["reason"] for note in outcome["notes"]]


def only_its_pin_is_left(request, user, serial):
    """With the key out it is asked for; the key, put back, tells how many credentials it holds."""
    heard = []
    keyhopper.run(heard.append, "reconcile", request, "--wait", "0s")
    equal("without the key unclear", [event["outcome"] for event in heard if event["event"] == "outcome"], ["UNCLEAR"])
    heard.clear()

    def react(event):
        heard.append(event)
        if event["event"] == "waiting":
            stack(f"insert {serial}")

    result = keyhopper.run(react, "reconcile", request)
    equal("the key is asked for by its number", [(event["user"], event["serial"]) for event in heard if event["event"] == "waiting"], [(user, serial)])
    outcome = next(event for event in heard if event["event"] == "outcome")
    equal("only what is there is told", (result.code, outcome["outcome"], notes(outcome)), (1, "FAILED", ["run.left-pin-on-device"]))
    equal("no credential on the key", key(serial)["credentials"], [])
    unplug_all()


def test_libfido2_its_tools():
    serial, node = fresh("plain")
    listed = subprocess.run(["fido2-token", "-L"], capture_output=True, text=True).stdout
    check("listed with its names", f"{node}: vendor=0x1209, product=0x4b48 (Keyhopper Rehearsal Key)" in listed, listed)
    told = subprocess.run(["fido2-token", "-I", node], capture_output=True, text=True).stdout
    for line in ("caps: 0x0d (wink, cbor, nomsg)", "version strings: FIDO_2_0, FIDO_2_1", "remaining rk(s): 25"):
        check(line, line in told, told)
    unplug()
    left = subprocess.run(["fido2-token", "-L"], capture_output=True, text=True).stdout
    check("gone after unplugging", node not in left, left)


def test_libfido2_a_ceremony():
    serial, node = fresh("plain")
    device = Key(node)
    device.set_pin(PIN)
    check("PIN set", key(serial)["pinSet"])
    credential, public_key = device.make(RP, b"user-1", PIN)
    check("credential on the key", len(key(serial)["credentials"]) == 1)
    device.sign(RP, public_key, PIN)
    check("assertion verified", True)
    print(f"  commands for PIN, credential and assertion: {commands(serial)}", flush=True)
    equal("existing and remaining", device.counts(PIN), (1, 24))
    device.delete(credential, PIN)
    equal("deleted", key(serial)["credentials"], [])
    device.make(RP, b"user-2", PIN)
    device.reset()
    equal("erased by reset", (key(serial)["credentials"], key(serial)["pinSet"], key(serial)["resets"]), ([], False, 1))
    device.close()
    unplug()


def test_python_fido2_a_ceremony():
    serial, node = fresh("plain")
    device = open_device(node)
    ctap = Ctap2(device)
    equal("versions", ctap.info.versions, ["FIDO_2_0", "FIDO_2_1"])
    ClientPin(ctap).set_pin(PIN)
    made = enrol(ctap)
    check("flags", made.auth_data.is_user_verified() and made.auth_data.is_user_present())
    signed = ctap.get_assertion(RP, HASH)
    signed.verify(HASH, made.auth_data.credential_data.public_key)
    check("assertion verified", True)
    client = ClientPin(ctap)
    manager = CredentialManagement(ctap, client.protocol, client.get_pin_token(PIN, 4))
    equal("relying party", [each[3]["id"] for each in manager.enumerate_rps()], [RP])
    device.wink()
    equal("lock", device.call(CTAPHID.LOCK, b"\x01"), b"")
    equal("unlock", device.call(CTAPHID.LOCK, b"\x00"), b"")
    equal("long ping", device.ping(bytes(range(256)) * 29), bytes(range(256)) * 29)
    refused("U2F", ERR.INVALID_COMMAND, lambda: device.call(CTAPHID.MSG, bytes(7)))
    ctap.reset()
    equal("erased by reset", key(serial)["credentials"], [])
    device.close()
    unplug()


def test_touch_cancel_reset_window():
    serial, node = fresh(f"reset-window=2000+pin={PIN}")
    device = open_device(node)
    ctap = Ctap2(device)
    heard = []
    stack("touch auto 350")
    enrol(ctap, on_keepalive=heard.append)
    equal("keep-alive says touch", heard[-1:], [2])
    stack("touch wait 300")
    refused("not touched", ERR.USER_ACTION_TIMEOUT, lambda: enrol(ctap))
    stack("touch wait 20000")
    threading.Timer(0.3, lambda: stack("touch now")).start()
    enrol(ctap)
    check("touched by command", True)
    cancel = threading.Event()
    threading.Timer(0.3, cancel.set).start()
    refused("cancelled", ERR.KEEPALIVE_CANCEL, lambda: enrol(ctap, event=cancel))
    equal("usable after a cancel", ctap.get_info().versions[0], "FIDO_2_0")
    stack("touch auto 0")
    time.sleep(1)
    refused("reset late", ERR.NOT_ALLOWED, ctap.reset)
    device.close()
    unplug()
    device = open_device(plug(serial))
    Ctap2(device).reset()
    equal("reset after plugging in again", key(serial)["resets"], 1)
    device.close()
    unplug()


def test_product_lists_keys():
    serials = [fresh(traits, slot)[0] for slot, traits in enumerate(["plain", "fido-2.0", f"pin={PIN}", "u2f-only"])]
    seen = found()
    equal("four keys at once", sorted(seen), sorted(serials))
    plain, old, used, u2f = (seen[serial] for serial in serials)
    equal("a new key", (plain["pinSet"], plain["freeSlots"], plain["reason"]), (False, 25, None))
    equal("an old one", (old["versions"], old["reason"]), ("FIDO_2_0", None))
    equal("a used one", used["pinSet"], True)
    equal("one that knows only U2F", u2f["reason"], "device.u2f-only")
    unplug_all()


def test_product_without_the_right_to_a_key():
    serial, node = fresh("plain")
    terminal = os.readlink(os.environ["UMOCKDEV_DIR"] + node)
    with outside_umockdev():
        subprocess.run(["chmod", "000", terminal], check=True)
    # Root may do anything unless it lets go of that.
    ordinary = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.getuid() == 0 else []
    command = [*ordinary, f"{product.FOLDER}/keyhopper", "devices", "--json"]
    told = subprocess.run(command, env=keyhopper.environment, capture_output=True, text=True, timeout=120).stdout
    reasons = [line["reason"] for line in map(product.as_object, told.splitlines()) if line["kind"] == "usb-key"]
    equal("seen, and why it cannot be used", reasons, ["device.access-denied"])
    unplug_all()


def test_product_a_dead_key_beside_a_good_one():
    dead, _ = fresh("plain", 0)
    alive, _ = fresh("plain", 1)
    stack(f"fault {dead} get-info 1 die")
    seen = found()
    equal("the dead one", seen[dead]["reason"], "device.timeout")
    equal("the other one", seen[alive]["reason"], None)
    unplug_all()


def test_product_provisions_people_one_key_after_the_other():
    stack("touch auto 40")
    people = PEOPLE[:MANY]
    began = time.monotonic()
    run, keys = provision(people, "Many")
    seconds = time.monotonic() - began
    equal("exit", run["exit"], 0)
    equal("provisioned", (run["summary"]["provisioned"], run["summary"]["failed"]), (MANY, 0))
    registered = {user: len(methods) for user, methods in sandbox.passkeys().items()}
    equal("one passkey each at the directory", registered, {user: 1 for user in people})
    wrong = [user for user in people if len(key(keys[user])["credentials"]) != 1]
    equal("one credential on each key", wrong, [])
    print(f"  {len(people)} keys in {seconds:.0f} s; commands to the last: {commands(keys[people[-1]])}", flush=True)


def test_product_asks_a_key_no_more_than_it_needs():
    """What it is when it is put in, and again before anything is changed; the rest follows from that."""
    run, keys = provision(PEOPLE[56:57], "Thrifty")
    asked = commands(keys[PEOPLE[56]]).split()
    needed = {
        "put in": "04",
        "check": "04",
        "set the PIN": "06 06",
        "token, credential": "06 06 01",
        "token, proof": "06 06 02",
        "token, forced change": "06 06 0D",
        "shown until it is removed": "04 06",
    }
    equal("what it was sent", asked, " ".join(needed.values()).split())


def test_product_a_second_chance_to_touch():
    """The first touch is missed, the second comes."""
    stack("touch wait 1500")
    touched = []

    def react(event):
        if event["event"] == "notice" and event["reason"] == "device.not-touched":
            touched.append(event)
            stack("touch now")

    run, keys = provision(PEOPLE[57:58], "Second chance", also=react)
    equal("provisioned with the second touch", run["outcomes"][PEOPLE[57]]["outcome"], "PROVISIONED")
    equal("told once that the first was missed", len(touched), 1)
    equal("asked twice", [event["do"] for event in run["instructions"] if event["do"] != "none"], ["touch", "touch"])
    stack("touch auto 40")


def test_product_stopped_while_a_key_waits_for_a_touch():
    """Seconds are counted while a touch is waited for; a wish to stop ends that wait at once, and the key goes on working."""
    stack("touch wait 25000")
    began, processes = [], []

    def react(event):
        if event["event"] == "instruction" and event.get("secondsLeft") == 25:
            began.append(time.monotonic())
            processes[0].terminate()

    user = PEOPLE[58]
    run, keys = provision([user], "Stopped", also=react, started=processes.append)
    ended = time.monotonic()
    seconds = [event["secondsLeft"] for event in run["instructions"] if event["do"] == "touch"]
    equal("seconds told", seconds[:2], [30, 25])
    check("ended at once", began and ended - began[0] < 8, began and ended - began[0])
    outcome = run["outcomes"].get(user, {})
    equal("the PIN stays on the key, so the end is unclear", (outcome.get("outcome"), outcome.get("reason")), ("UNCLEAR", "run.stopped"))
    check("the key was told to stop", "01:2D" in key(keys[user])["commands"], key(keys[user])["commands"])
    equal("no credential on it", key(keys[user])["credentials"], [])
    stack("touch auto 40")
    plug(keys[user])
    equal("the key answers", found()[keys[user]]["pinSet"], True)
    unplug_all()


def test_product_several_keys_at_once():
    """They are listed, none is taken; a part of the serial number says which one is meant."""
    unplug_all()
    serials = [fresh("plain", slot)[0] for slot in (0, 1)]
    user = PEOPLE[59]
    path = keyhopper.file("several.csv", f"user\r\n{user}\r\n")
    add_directory()
    request = keyhopper("request", "import", path, "--name", "Several", "--directory", "contoso", "--json").lines[0]["id"]
    heard, processes = [], []

    def react(event):
        heard.append(event)
        if event["event"] == "choose":
            processes[0].terminate()

    keyhopper.run(react, "provision", request, "--mode", "manual", started=processes.append)
    listed = [event for event in heard if event["event"] == "choose"]
    equal("listed", [[device["serial"] for device in event["devices"]] for event in listed], [serials])
    check("and said why", any(event.get("reason") == "run.several-devices" for event in heard), heard)
    heard.clear()
    keyhopper.run(heard.append, "provision", request, "--mode", "manual", "--key", serials[1])
    lacks = [event for event in heard if event.get("reason") == "device.service-unavailable"]
    equal("of the missing smart card service nothing is said where a key is wanted", lacks, [])
    equal("the one that was meant", [len(key(serial)["credentials"]) for serial in serials], [0, 1])
    equal("the other was asked nothing but what it is", set(commands(serials[0]).split()) <= {"04"}, True)
    unplug_all()


def test_product_tells_at_once_what_is_wrong_with_a_key():
    """Each kind of key that does not go without a word gets its own, as soon as it is put in."""
    expected = {
        "u2f-only": "device.u2f-only",
        "no-rk": "device.no-resident-keys",
        "pin=4711+fingerprints": "device.fingerprints-stored",
        "fido-2.0": "device.fido-2-0-only",
        "pin-blocked": "device.pin-blocked",
        "pin=4711+change-forced": "device.pin-change-forced",
        "slots=0": "device.key-store-full",
    }
    path = keyhopper.file("kinds.csv", "user\r\n" + "".join(f"{user}\r\n" for user in PEOPLE[:len(expected)]))
    add_directory()
    request = keyhopper("request", "import", path, "--name", "Kinds", "--directory", "contoso", "--json").lines[0]["id"]
    unplug_all()
    kinds = iter(expected)
    said = {}
    now = []

    def react(event):
        if event["event"] == "waiting" and event["for"] == "insert":
            now.append(next(kinds))
            stack(f"insert {stack('new ' + now[-1])['cards'][0]}")
        elif event["event"] == "waiting":
            unplug()
        elif now and event["event"] in ("notice", "outcome") and event.get("reason") not in (None, "device.service-unavailable"):
            said.setdefault(now[-1], (event["reason"], event["message"]))

    keyhopper.run(react, "provision", request, "--mode", "manual", "--on-provisioned", "fail")
    unplug_all()
    for kind, reason in expected.items():
        told, message = said.get(kind, (None, ""))
        equal(kind, told, reason)
        check(f"{kind}: a sentence, with what to do", message.count(".") >= 2 and "Unexpected" not in message, message)


def test_product_beside_another_program():
    serial, _ = fresh("plain")
    stack("crowd on")
    seen = found()
    equal("information in the crowd", seen[serial]["reason"], None)
    before = sum(1 for command in key(serial)["commands"] if command == "04:00")
    check("the other program was at work", before > 20, before)
    run, keys = provision(PEOPLE[50:52], "In a crowd")
    equal("provisioned in the crowd", run["summary"]["provisioned"], 2)
    stack("crowd off")
    unplug_all()


def test_product_a_key_pulled_out_in_the_middle():
    for moment, held in (("pull-before", 0), ("pull-after", 1)):
        user = PEOPLE[54 + held]
        run, keys = provision([user], moment, f"make-credential 1 {moment}")
        outcome = run["outcomes"][user]
        equal(f"{moment} of making the credential", (outcome["outcome"], outcome["reason"]), ("UNCLEAR", "device.gone"))
        equal(f"{held} on the key", len(key(keys[user])["credentials"]), held)
        equal("what cannot be read may be left", notes(outcome), ["run.may-hold-credential", "run.may-have-pin"])
        only_its_pin_is_left(run["request"], user, keys[user])


def test_product_nobody_touches_the_key():
    stack("touch wait 500")
    run, keys = provision(PEOPLE[52:53], "Untouched")
    outcome = run["outcomes"][PEOPLE[52]]
    equal("not touched", outcome["reason"], "device.not-touched")
    equal("nothing left on the key", key(keys[PEOPLE[52]])["credentials"], [])
    equal("and that is what is told", notes(outcome), ["run.left-pin-on-device"])
    only_its_pin_is_left(run["request"], PEOPLE[52], keys[PEOPLE[52]])
    stack("touch auto 40")
