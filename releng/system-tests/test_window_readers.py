"""
Works through a request of five people at the window with PC/SC readers, and reads what a screen reader reads: a card without FIDO, a new
one, a used one on a reader that cannot take its power, somebody skipped, a card pulled in the middle, a smart card service that hangs, dies
and comes back; then who failed is reconciled and retried. Pictures of every moment are left in target/window-readers.
"""

import subprocess

import product
import pytest
from card_stack import CardStack
from messages import message, mnemonic, problem
from pcscd import PORTS, READERS
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
from window import Window

# One of a kind that is known to leave its field on.
pytestmark = pytest.mark.readers(4, names=("Virtual PCD", "HID Global OMNIKEY 5022"))

CONTACT, CONTACTLESS = 0, 2
USERS = {name: f"{name}@contoso.example" for name in ("anna", "bert", "cleo", "dora", "emil")}
PEOPLE = list(zip(USERS.values(), ("Anna Berg", "Bert Castro", "Cleo Dahl", "Dora Engel", "Emil Frey")))

# As a reader makes it up for a contactless card.
CONTACTLESS_ATR = "3B8F8001804F0CA000000306030001000000006A"


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global desk, keyhopper, press_until, sandbox, service, shows, stack, window
    service = readers
    window = Window("window-readers")
    desk, press_until, shows = window.desk, window.press_until, window.shows
    sandbox = Sandbox(PEOPLE)
    stack = CardStack(f"{product.WORK}/cards", PORTS)
    keyhopper = product.Product(SANDBOX_SECRET=sandbox.secret)
    yield
    sandbox.close()
    stack.close()


def start():
    equal("directory added", keyhopper("directory", "add", "contoso", *sandbox.settings()).code, 0)
    rows = "".join(f'{user},"{name}"\r\n' for user, name in PEOPLE)
    path = keyhopper.file("people.csv", "user,displayName\r\n" + rows)
    equal("request imported", keyhopper("request", "import", path, "--name", "Readers", "--directory", "contoso").code, 0)
    window.start(keyhopper, message("requests.provision"))
    press_until(["alt+p"], message("mode.title"))
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
    desk.wait_until_gone(message("stage.takeOut"))


def without_fido():
    desk.wait_for(message("stage.insert", "Anna Berg"))
    insert("no-applet", CONTACT)
    shows(problem("device.no-fido-applet"))
    desk.picture("no-fido")
    stack(f"remove {CONTACT}")


def a_new_card():
    desk.wait_for(message("stage.insert", "Anna Berg"))
    anna = insert("plain", CONTACT)
    desk.wait_for(message("stage.ready"))
    shows("Virtual PCD")
    desk.picture("ready")
    press_until(["Return"], message("stage.provisioned"))
    desk.picture("provisioned")
    equal("one credential on the card", len(card(anna)["credentials"]), 1)
    take_out(CONTACT)


def a_used_card_whose_reader_leaves_its_field_on():
    """Erasing uses up what putting it in is worth, so that it is lifted once more for its passkey."""
    desk.wait_for(message("stage.insert", "Bert Castro"))
    bert = insert(f"pin=4711+foreign=login.example+one-presence+atr={CONTACTLESS_ATR}", CONTACTLESS)
    desk.wait_for(message("stage.taken"))
    desk.picture("in-use")
    press_until(["alt+r"], message("reset.loses"))
    desk.press(mnemonic("reset.confirm"))
    desk.wait_until_gone(message("reset.loses"))
    for moment in ("erasing", "making"):
        desk.wait_for(message("stage.takeOut"))
        desk.picture(f"take-out-{moment}")
        stack(f"remove {CONTACTLESS}")
        if moment == "erasing":
            # No serial number, and nothing on it that the inventory knows.
            desk.wait_for(message("confirmDevice.label"))
            desk.picture("confirm-device")
            subprocess.run(["xdotool", "type", "0815"], check=True)
            desk.press("Return")
        desk.wait_for(message("stage.putBack"))
        desk.picture(f"put-back-{moment}")
        stack(f"insert {bert} {CONTACTLESS}")
        desk.wait_until_gone(message("stage.putBack"))
    desk.wait_for(message("stage.provisioned"))
    desk.picture("provisioned-after-a-reset")
    equal("erased once", card(bert)["resets"], 1)
    equal("only the new credential is on it", len(card(bert)["credentials"]), 1)
    take_out(CONTACTLESS)


def skipped():
    desk.wait_for(message("stage.insert", "Cleo Dahl"))
    press_until(["alt+k"], message("stage.insert", "Dora Engel"))


def pulled_in_the_middle():
    dora = new("plain")
    stack(f"fault {dora} make-credential 1 pull-before")
    stack(f"insert {dora} {CONTACT}")
    desk.wait_for(message("stage.ready"))
    press_until(["Return"], message("stage.pulled.card", "Dora Engel"))
    shows(message("action.RECONCILE"))
    desk.picture("pulled")
    # Another card is not taken for the next person.
    other = insert("pin=4711", CONTACT)
    wait_until_seen(CONTACT)
    shows(message("stage.pulled.card", "Dora Engel"))
    press_until(["Return"], message("stage.putBackPulled.card", "Dora Engel"))
    desk.picture("another-card")
    stack(f"remove {CONTACT}")
    equal("nothing was done to another card", (card(other)["pinSet"], card(other)["credentials"]), (True, []))
    press_until(["alt+s"], message("stage.insert", "Emil Frey"))
    return dora


def pulled_and_put_back():
    """Nothing is left of what was half made, and the person gets another card."""
    desk.wait_for(message("stage.insert", "Emil Frey"))
    emil = new("plain")
    stack(f"fault {emil} make-credential 1 pull-after")
    stack(f"insert {emil} {CONTACT}")
    desk.wait_for(message("stage.ready"))
    press_until(["Return"], message("stage.pulled.card", "Emil Frey"))
    press_until(["Return"], message("stage.putBackPulled.card", "Emil Frey"))
    desk.picture("waits-for-the-card")
    stack(f"insert {emil} {CONTACT}")
    desk.wait_for(message("stage.failed"))
    desk.picture("reconciled-at-the-desk")
    equal("the card is blank again", (card(emil)["pinSet"], card(emil)["credentials"]), (False, []))
    press_until(["alt+d"], message("stage.remove"))
    stack(f"remove {CONTACT}")
    desk.wait_for(message("stage.insert", "Emil Frey"))


def service_hangs_and_dies():
    desk.wait_for(message("stage.insert", "Emil Frey"))
    service.hang()
    shows(problem("device.service-silent"))
    desk.picture("silent-service")
    service.go_on()
    desk.wait_until_gone(problem("device.service-silent"))
    service.kill()
    shows(problem("device.service-unavailable"))
    desk.picture("no-service")
    service.start()
    desk.wait_until_gone(problem("device.service-unavailable"))


def the_last():
    insert("plain", CONTACT)
    desk.wait_for(message("stage.ready"))
    last_is_done("3 of 5 provisioned.")


def last_is_done(completed):
    """The last device is shown until it is out, like every other."""
    press_until(["Return"], message("stage.provisioned"))
    check("a device is shown", not desk.has(message("manual.device.none")))
    desk.picture("last")
    stack(f"remove {CONTACT}")
    desk.wait_for(completed)
    desk.picture("completed")


def settled_and_retried(dora):
    press_until(["Return"], message("results.reconcile"))
    figures("5", "3", "0", "1", "0", "1")
    desk.picture("one-is-unclear")
    sandbox.rule("token", "slow", seconds=8)
    press_until(["alt+i"], message("results.reconcile.stop"))
    desk.press("alt+i")
    desk.wait_for(message("results.reconciled.left", 0, 1))
    desk.picture("stopped")
    press_until(["alt+i"], message("reconcile.insert", "Dora Engel"))
    desk.picture("asked-for-the-card")
    desk.press("Escape")
    desk.wait_for(message("results.reconciled.left", 0, 1))
    press_until(["alt+i"], message("reconcile.insert", "Dora Engel"))
    stack(f"insert {dora} {CONTACT}")
    desk.wait_for(message("results.reconciled.failed", 1, 1))
    figures("5", "3", "1", "1", "0", "0")
    desk.picture("settled")
    equal("the card is blank again", (card(dora)["pinSet"], card(dora)["credentials"]), (False, []))
    # Cleo was skipped: PROVISION SKIPPED undoes that and attempts those who failed, too. The card is still in.
    press_until(["alt+k"], message("stage.ready"))
    shows("Cleo Dahl")
    press_until(["Return"], message("stage.provisioned"))
    take_out(CONTACT)
    desk.wait_for(message("stage.insert", "Dora Engel"))
    insert("plain", CONTACT)
    desk.wait_for(message("stage.ready"))
    last_is_done("5 of 5 provisioned.")
    equal("one passkey each", {user: len(all) for user, all in sandbox.passkeys().items()}, {user: 1 for user in USERS.values()})


def figures(*wanted):
    """Total, provisioned, failed, skipped, pending, unclear."""
    equal("the figures", tuple(word for word in desk.words() if word.isdigit())[: len(wanted)], wanted)


def test_five_people_with_cards_at_the_window():
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
