"""Started by window-readers."""

import os
import subprocess

import product
import tally
from card_stack import CardStack
from pcscd_again import Pcscd
from sandbox import Sandbox
from smartcard.scard import (
    SCARD_SCOPE_USER,
    SCARD_STATE_PRESENT,
    SCARD_STATE_UNAWARE,
    SCardEstablishContext,
    SCardGetStatusChange,
    SCardReleaseContext,
)
from tally import check, equal
from window import Window, log_if_it_fails

READERS = os.environ["CHECK_READERS"].splitlines()
CONTACT, CONTACTLESS = 0, 2
USERS = {name: f"{name}@contoso.example" for name in ("anna", "bert", "cleo", "dora", "emil")}
PEOPLE = list(zip(USERS.values(), ("Anna Berg", "Bert Castro", "Cleo Dahl", "Dora Engel", "Emil Frey")))

# As a reader makes it up for a contactless card.
CONTACTLESS_ATR = "3B8F8001804F0CA000000306030001000000006A"

window = Window()
desk, press_until, shows = window.desk, window.press_until, window.shows
sandbox = Sandbox(PEOPLE)
stack = CardStack(product.JAVA, product.CLASSPATH, f"{product.WORK}/cards", os.environ["CHECK_PORTS"].split())
keyhopper = product.Product(SANDBOX_SECRET=sandbox.secret)


def start():
    equal("directory added", keyhopper("directory", "add", "contoso", *sandbox.settings()).code, 0)
    rows = "".join(f'{user},"{name}"\r\n' for user, name in PEOPLE)
    path = keyhopper.file("people.csv", "user,displayName\r\n" + rows)
    equal("request imported", keyhopper("request", "import", path, "--name", "Readers", "--directory", "contoso").code, 0)
    window.start(keyhopper, "PROVISION NOW")
    press_until(["alt+p"], "How do you want to work?")
    desk.press("Return")


def insert(traits, slot):
    """Puts in a new card with these traits; returns its serial number."""
    serial = new(traits)
    stack(f"insert {serial} {slot}")
    return serial


def wait_until_seen(slot):
    """Waits until PC/SC tells of the card: vpcd looks every 0.4 s, and nothing at the window shows it."""
    _, context = SCardEstablishContext(SCARD_SCOPE_USER)
    present = False
    while not present:
        _, [(_, state, _)] = SCardGetStatusChange(context, 500, [(READERS[slot], SCARD_STATE_UNAWARE)])
        present = state & SCARD_STATE_PRESENT
    SCardReleaseContext(context)


def new(traits):
    return stack(f"new {traits}")["cards"][0]


def card(serial):
    return stack(f"state {serial}")["card"]


def take_out(slot):
    stack(f"remove {slot}")
    desk.wait_until_gone("Remove the device")


def without_fido():
    desk.wait_for("Put in a device for Anna Berg")
    insert("no-applet", CONTACT)
    shows("This card cannot hold passkeys")
    desk.picture("no-fido")
    stack(f"remove {CONTACT}")


def a_new_card():
    desk.wait_for("Put in a device for Anna Berg")
    anna = insert("plain", CONTACT)
    desk.wait_for("Ready. Check person and device")
    shows("Virtual PCD")
    desk.picture("ready")
    press_until(["Return"], "Done. Remove the device.")
    desk.picture("provisioned")
    equal("one credential on the card", len(card(anna)["credentials"]), 1)
    take_out(CONTACT)


def a_used_card_whose_reader_leaves_its_field_on():
    """Erasing uses up what putting it in is worth, so that it is lifted once more for its passkey."""
    desk.wait_for("Put in a device for Bert Castro")
    bert = insert(f"pin=4711+foreign=login.example+one-presence+atr={CONTACTLESS_ATR}", CONTACTLESS)
    desk.wait_for("This device is already in use.")
    desk.picture("in-use")
    press_until(["alt+r"], "Lost for good:")
    desk.press("alt+e")
    desk.wait_until_gone("Lost for good:")
    for moment in ("erasing", "making"):
        desk.wait_for("Take the device out.")
        desk.picture(f"take-out-{moment}")
        stack(f"remove {CONTACTLESS}")
        if moment == "erasing":
            # No serial number, and nothing on it that the inventory knows.
            desk.wait_for("Number printed on the device")
            desk.picture("confirm-device")
            subprocess.run(["xdotool", "type", "0815"], check=True)
            desk.press("Return")
        desk.wait_for("Put the same device back now.")
        desk.picture(f"put-back-{moment}")
        stack(f"insert {bert} {CONTACTLESS}")
        desk.wait_until_gone("Put the same device back now.")
    desk.wait_for("Done. Remove the device.")
    desk.picture("provisioned-after-a-reset")
    equal("erased once", card(bert)["resets"], 1)
    equal("only the new credential is on it", len(card(bert)["credentials"]), 1)
    take_out(CONTACTLESS)


def skipped():
    desk.wait_for("Put in a device for Cleo Dahl")
    press_until(["alt+k"], "Put in a device for Dora Engel")


def pulled_in_the_middle():
    dora = new("plain")
    stack(f"fault {dora} make-credential 1 pull-before")
    stack(f"insert {dora} {CONTACT}")
    desk.wait_for("Ready. Check person and device")
    press_until(["Return"], "Put the card of Dora Engel back, or set it aside.")
    shows("RECONCILE NOW")
    desk.picture("pulled")
    # Another card is not taken for the next person.
    other = insert("pin=4711", CONTACT)
    wait_until_seen(CONTACT)
    shows("Put the card of Dora Engel back, or set it aside.")
    press_until(["Return"], "Put the card of Dora Engel back now.")
    desk.picture("another-card")
    stack(f"remove {CONTACT}")
    equal("nothing was done to another card", (card(other)["pinSet"], card(other)["credentials"]), (True, []))
    press_until(["alt+s"], "Put in a device for Emil Frey")
    return dora


def pulled_and_put_back():
    """Nothing is left of what was half made, and the person gets another card."""
    desk.wait_for("Put in a device for Emil Frey")
    emil = new("plain")
    stack(f"fault {emil} make-credential 1 pull-after")
    stack(f"insert {emil} {CONTACT}")
    desk.wait_for("Ready. Check person and device")
    press_until(["Return"], "Put the card of Emil Frey back, or set it aside.")
    press_until(["Return"], "Put the card of Emil Frey back now.")
    desk.picture("waits-for-the-card")
    stack(f"insert {emil} {CONTACT}")
    desk.wait_for("That did not work. Remove the device.")
    desk.picture("reconciled-at-the-desk")
    equal("the card is blank again", (card(emil)["pinSet"], card(emil)["credentials"]), (False, []))
    press_until(["alt+d"], "Take this device out.")
    stack(f"remove {CONTACT}")
    desk.wait_for("Put in a device for Emil Frey")


def service_hangs_and_dies():
    desk.wait_for("Put in a device for Emil Frey")
    pcscd = Pcscd()
    pcscd.hang()
    shows("The smart card service does not answer")
    desk.picture("silent-service")
    pcscd.go_on()
    desk.wait_until_gone("The smart card service does not answer")
    pcscd.kill()
    shows("The smart card service is not running")
    desk.picture("no-service")
    pcscd.start()
    desk.wait_until_gone("The smart card service is not running")


def the_last():
    insert("plain", CONTACT)
    desk.wait_for("Ready. Check person and device")
    last_is_done("3 of 5 provisioned.")


def last_is_done(completed):
    """The last device is shown until it is out, like every other."""
    press_until(["Return"], "Done. Remove the device.")
    check("a device is shown", not desk.has("No device"))
    desk.picture("last")
    stack(f"remove {CONTACT}")
    desk.wait_for(completed)
    desk.picture("completed")


def settled_and_retried(dora):
    press_until(["Return"], "RECONCILE")
    figures("5", "3", "0", "1", "0", "1")
    desk.picture("one-is-unclear")
    sandbox.rule("token", "slow", seconds=8)
    press_until(["alt+i"], "STOP RECONCILING")
    desk.press("alt+i")
    desk.wait_for("0 settled. One is still unclear")
    desk.picture("stopped")
    press_until(["alt+i"], "Insert or tap the device of Dora Engel.")
    desk.picture("asked-for-the-card")
    desk.press("Escape")
    desk.wait_for("0 settled. One is still unclear")
    press_until(["alt+i"], "Insert or tap the device of Dora Engel.")
    stack(f"insert {dora} {CONTACT}")
    desk.wait_for("One person is settled, 1 of them as failed.")
    figures("5", "3", "1", "1", "0", "0")
    desk.picture("settled")
    equal("the card is blank again", (card(dora)["pinSet"], card(dora)["credentials"]), (False, []))
    # Cleo was skipped: PROVISION SKIPPED undoes that and attempts those who failed, too. The card is still in.
    press_until(["alt+k"], "Ready. Check person and device")
    shows("Cleo Dahl")
    press_until(["Return"], "Done. Remove the device.")
    take_out(CONTACT)
    desk.wait_for("Put in a device for Dora Engel")
    insert("plain", CONTACT)
    desk.wait_for("Ready. Check person and device")
    last_is_done("5 of 5 provisioned.")
    equal("one passkey each", {user: len(all) for user, all in sandbox.passkeys().items()}, {user: 1 for user in USERS.values()})


def figures(*wanted):
    """Total, provisioned, failed, skipped, pending, unclear."""
    equal("the figures", tuple(word for word in desk.words() if word.isdigit())[: len(wanted)], wanted)


def five_people():
    start()
    without_fido()
    a_new_card()
    a_used_card_whose_reader_leaves_its_field_on()
    skipped()
    dora = pulled_in_the_middle()
    service_hangs_and_dies()
    pulled_and_put_back()
    the_last()
    settled_and_retried(dora)


try:
    with log_if_it_fails():
        tally.run([("five people with cards at the window", five_people)])
finally:
    sandbox.close()
    stack.close()
