"""Started by window-keys, inside the rig."""

import os
import re
import time

import product
import screen
import tally
from card_stack import CardStack
from sandbox import Sandbox
from tally import check, equal
from window import Window, log_if_it_fails

PORTS = 4
PEOPLE = [("anna@contoso.example", "Anna Berg"), ("bert@contoso.example", "Bert Castro"), ("cleo@contoso.example", "Cleo Dahl")]

window = Window()
desk, press_until, shows = window.desk, window.press_until, window.shows
with screen.outside_umockdev():
    usb = [os.environ["KEYHOPPER_USB_PORT"]] * PORTS
    stack = CardStack(product.JAVA, product.CLASSPATH, f"{product.WORK}/keys", [], usb)
    sandbox = Sandbox(PEOPLE)
keyhopper = product.Product(SANDBOX_SECRET=sandbox.ready["clientSecret"])


def key(serial):
    return stack(f"state {serial}")["card"]


def new(traits):
    return stack(f"new {traits}")["cards"][0]


def commands(serial):
    return [command.split(":")[0] for command in key(serial)["commands"]]


def seconds_left():
    for word in desk.words():
        found = re.fullmatch(r"(\d+) seconds? left", word)
        if found:
            return int(found.group(1))
    return None


def counts_down(what, most):
    """Sees the seconds run, at a machine that may be too busy to see each of them."""
    seen = []
    end = time.monotonic() + 25
    while time.monotonic() < end and len(set(seen)) < 2:
        left = seconds_left()
        if left is not None:
            seen.append(left)
        time.sleep(0.3)
    running = len(set(seen)) > 1 and seen == sorted(seen, reverse=True)
    check(f"{what}: the seconds run from {most}", running and most - 10 <= seen[0] <= most, seen)


def start():
    equal("directory added", keyhopper("directory", "add", "contoso", *sandbox.settings()).code, 0)
    rows = "".join(f'{user},"{name}"\r\n' for user, name in PEOPLE)
    path = keyhopper.file("people.csv", "user,displayName\r\n" + rows)
    keyhopper("request", "import", path, "--name", "Keys", "--directory", "contoso", "--json")
    window.start(keyhopper, "PROVISION NOW")
    press_until(["alt+p"], "How do you want to work?")
    desk.press("Return")


def two_keys_and_one_is_touched():
    anna, used = new("plain"), new("pin=4711+foreign=login.example")
    stack(f"insert {anna} 0")
    stack(f"insert {used} 1")
    start()
    desk.wait_for("Which device do you mean?")
    for text in (f"Serial number {anna}", f"Serial number {used}"):
        shows(text)
    for label in ("BLINK 1", "USE THIS (1)", "BLINK 2", "USE THIS (2)", "TOUCH THE KEY I MEAN"):
        shows(label)
    desk.picture("which-device")
    for slot in (0, 1):
        stack(f"touch wait 60000 {slot}")
    press_until(["Return"], "Touch the key you mean.")
    counts_down("choosing", 30)
    desk.picture("touch-the-one-you-mean")
    stack("touch now 0")
    desk.wait_for("Ready. Check person and device")
    shows(anna)
    desk.picture("ready")
    return anna, used


def a_missed_touch(serial):
    stack("touch wait 8000 0")
    press_until(["Return"], "Touch the key now.")
    counts_down("the touch", 30)
    desk.picture("touch-now")
    desk.wait_for("The device was not touched in time")
    desk.wait_for("Touch the key now.")
    desk.picture("touch-missed")
    stack("touch now 0")
    desk.wait_for("Done. Remove the device.")
    desk.picture("provisioned-after-a-missed-touch")
    equal("one credential on the key", len(key(serial)["credentials"]), 1)
    stack("remove 0")


def a_wrong_key_put_back(used):
    """The key that was there all the time is the only one left, and is somebody's."""
    wrong = new("pin=4711+foreign=login.example")
    stack("touch auto 300 1")
    stack("touch auto 300 2")
    desk.wait_for("This device is already in use.")
    ask_for_reset()
    desk.wait_for("Take the device out.")
    counts_down("taking out", 60)
    desk.picture("take-out")
    stack("remove 1")
    desk.wait_for("Put the same device back now.")
    desk.picture("put-back")
    stack(f"insert {wrong} 2")
    desk.wait_for("This is another device. Take it out.")
    shows(f"Its serial number is {wrong}. Then put back the one that you took out, serial number {used}.")
    counts_down("putting the right one back", 60)
    desk.picture("wrong-key")
    equal("nothing was erased", (key(wrong)["resets"], key(wrong)["pinSet"]), (0, True))
    stack("remove 2")
    stack(f"insert {used} 1")
    desk.wait_for("Done. Remove the device.")
    desk.picture("provisioned-after-a-reset")
    equal("erased once", key(used)["resets"], 1)
    check("the wrong key was asked for nothing but what it is", set(commands(wrong)) <= {"04"}, commands(wrong))
    stack("remove 1")


def ask_for_reset():
    press_until(["alt+r"], "Lost for good:")
    desk.press("alt+e")
    desk.wait_until_gone("Lost for good:")


def an_old_key():
    desk.wait_for("Put in a device for")
    stack("touch auto 300 3")
    stack(f"insert {new('fido-2.0')} 3")
    desk.wait_for("Ready. Check person and device")
    shows("This device knows FIDO 2.0 only")
    desk.picture("old-key")
    press_until(["Return"], "Done. Remove the device.")
    stack("remove 3")
    desk.wait_for("3 of 3 provisioned.")
    desk.picture("completed")
    equal("one passkey each", {user: len(all) for user, all in sandbox.passkeys().items()}, {user: 1 for user, _ in PEOPLE})


def three_people():
    anna, used = two_keys_and_one_is_touched()
    a_missed_touch(anna)
    a_wrong_key_put_back(used)
    an_old_key()


try:
    with log_if_it_fails():
        tally.run([("three people with keys at the window", three_people)])
finally:
    sandbox.close()
    stack.close()
