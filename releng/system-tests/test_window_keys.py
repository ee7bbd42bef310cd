"""
Works through a request of three people at the window with simulated USB keys, and reads what a screen reader reads: two keys at once and a
touch that says which one is meant, a touch missed once, a wrong key put back before a reset and then the right one, an old key. Pictures of
every moment are left in target/window-keys.
"""

import os
import re
import time

import product
import pytest
import screen
from card_stack import CardStack
from messages import message, mnemonic, problem
from sandbox import Sandbox
from tally import check, equal
from window import Window

pytestmark = pytest.mark.hidraw

PORTS = 4
PEOPLE = [("anna@contoso.example", "Anna Berg"), ("bert@contoso.example", "Bert Castro"), ("cleo@contoso.example", "Cleo Dahl")]


@pytest.fixture(scope="module", autouse=True)
def opened(hidraw):
    global desk, keyhopper, press_until, sandbox, shows, stack, window
    window = Window("window-keys")
    desk, press_until, shows = window.desk, window.press_until, window.shows
    with screen.outside_umockdev():
        usb = [os.environ["KEYHOPPER_USB_PORT"]] * PORTS
        stack = CardStack(f"{product.WORK}/keys", [], usb)
        sandbox = Sandbox(PEOPLE)
    keyhopper = product.Product(SANDBOX_SECRET=sandbox.ready["clientSecret"])
    yield
    sandbox.close()
    stack.close()


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
    window.start(keyhopper, message("requests.provision"))
    press_until(["alt+p"], message("mode.title"))
    desk.press("Return")


def two_keys_and_one_is_touched():
    anna, used = new("plain"), new("pin=4711+foreign=login.example")
    stack(f"insert {anna} 0")
    stack(f"insert {used} 1")
    start()
    desk.wait_for(message("stage.choose"))
    for text in (message("candidate.serial", anna), message("candidate.serial", used)):
        shows(text)
    for number in (1, 2):
        shows(message("candidate.blink", number))
        shows(message("candidate.use", number))
    shows(message("action.TOUCH_TO_CHOOSE"))
    desk.picture("which-device")
    for slot in (0, 1):
        stack(f"touch wait 60000 {slot}")
    press_until(["Return"], message("stage.touchToChoose"))
    counts_down("choosing", 30)
    desk.picture("touch-the-one-you-mean")
    stack("touch now 0")
    desk.wait_for(message("stage.ready"))
    shows(anna)
    desk.picture("ready")
    return anna, used


def a_missed_touch(serial):
    stack("touch wait 8000 0")
    press_until(["Return"], message("stage.touch"))
    counts_down("the touch", 30)
    desk.picture("touch-now")
    desk.wait_for(problem("device.not-touched"))
    desk.wait_for(message("stage.touch"))
    desk.picture("touch-missed")
    stack("touch now 0")
    desk.wait_for(message("stage.provisioned"))
    desk.picture("provisioned-after-a-missed-touch")
    equal("one credential on the key", len(key(serial)["credentials"]), 1)
    stack("remove 0")


def a_wrong_key_put_back(used):
    """The key that was there all the time is the only one left, and is somebody's."""
    wrong = new("pin=4711+foreign=login.example")
    stack("touch auto 300 1")
    stack("touch auto 300 2")
    desk.wait_for(message("stage.taken"))
    ask_for_reset()
    desk.wait_for(message("stage.takeOut"))
    counts_down("taking out", 60)
    desk.picture("take-out")
    stack("remove 1")
    desk.wait_for(message("stage.putBack"))
    desk.picture("put-back")
    stack(f"insert {wrong} 2")
    desk.wait_for(message("stage.swap"))
    shows(message("stage.swap.hint.serials", wrong, used))
    counts_down("putting the right one back", 60)
    desk.picture("wrong-key")
    equal("nothing was erased", (key(wrong)["resets"], key(wrong)["pinSet"]), (0, True))
    stack("remove 2")
    stack(f"insert {used} 1")
    desk.wait_for(message("stage.provisioned"))
    desk.picture("provisioned-after-a-reset")
    equal("erased once", key(used)["resets"], 1)
    check("the wrong key was asked for nothing but what it is", set(commands(wrong)) <= {"04"}, commands(wrong))
    stack("remove 1")


def ask_for_reset():
    press_until(["alt+r"], message("reset.loses"))
    desk.press(mnemonic("reset.confirm"))
    desk.wait_until_gone(message("reset.loses"))


def an_old_key():
    desk.wait_for(message("stage.insert"))
    stack("touch auto 300 3")
    stack(f"insert {new('fido-2.0')} 3")
    desk.wait_for(message("stage.ready"))
    shows(problem("device.fido-2-0-only"))
    desk.picture("old-key")
    press_until(["Return"], message("stage.provisioned"))
    stack("remove 3")
    desk.wait_for(message("stage.completed", 3, 3))
    desk.picture("completed")
    equal("one passkey each", {user: len(all) for user, all in sandbox.passkeys().items()}, {user: 1 for user, _ in PEOPLE})


def test_three_people_with_keys_at_the_window():
    anna, used = two_keys_and_one_is_touched()
    a_missed_touch(anna)
    a_wrong_key_put_back(used)
    an_old_key()
