"""
Works through a rehearsal of four people at the window and reads what a screen reader reads: one out of turn, who is chosen with the mouse, then by
keyboard alone one plainly, one on a card that is another person's, one skipped. Pictures of every moment are left in target/window.
"""

import pytest
from messages import message, mnemonic
from tally import equal
from window import rehearsal

INSERT = message("stage.insert")
READY = message("stage.ready")
TAKEN = message("stage.taken")
DONE = message("stage.provisioned")
COMPLETED = message("stage.completed", 3, 4)
FAILED = message("stage.failed")

NEW_CARD, USED_CARD, TAKE_OUT = "F6", "F7", "F8"


@pytest.fixture(scope="module", autouse=True)
def opened(no_readers):
    global desk
    with rehearsal("window", 4, message("requests.provision")) as window:
        desk = window.desk
        yield


def provision_plainly():
    desk.press(NEW_CARD)
    desk.wait_for(READY)
    desk.picture("ready")
    desk.press("Return")
    provisioned()


def provision_after_a_reset():
    desk.press(USED_CARD)
    desk.wait_for(TAKEN)
    desk.picture("already-provisioned")
    desk.press("alt+r")
    desk.wait_for(message("reset.loses"))
    desk.picture("confirm-reset")
    desk.press(mnemonic("reset.confirm"))
    desk.wait_until_gone(message("reset.loses"))
    provisioned()


def provisioned():
    if desk.wait_for(DONE, FAILED) == FAILED:
        desk.picture("failed")
        pytest.fail(f"A ceremony failed: {desk.words()}")
    desk.picture("provisioned")
    desk.press(TAKE_OUT)
    desk.wait_until_gone(DONE)


def accounts():
    """The cells with an account, in the order of the request."""
    return [cell for cell in desk.find("table cell") if "@" in cell.get_name()]


def only_the_last_person():
    """A run for one person ends after that person's device."""
    desk.click(accounts()[-1])
    desk.press("Menu")
    desk.wait_for(message("requests.person.provision"))
    desk.press(mnemonic("requests.person.provision")[-1])
    desk.wait_for(INSERT)
    desk.expect(message("person.place", 4, 4).upper())
    provision_plainly()
    desk.wait_for(message("stage.completed", 1, 4))
    desk.picture("only-one")
    desk.press("ctrl+1")
    desk.wait_for(message("requests.provision"))


def scanned(account):
    """A scanner types an account and Enter faster than a person."""
    desk.press(mnemonic("action.FIND_PERSON"))
    desk.wait_for(message("find.message"))
    desk.wait_until_active(message("find.title"))
    desk.scan(account)
    desk.wait_for(message("person.place", 3, 4).upper())
    desk.wait_until_gone(message("find.message"))


def selection_follows_the_keyboard():
    """Enter starts what the arrow keys have gone to."""
    desk.press("alt+p")
    desk.wait_for(message("mode.title"))
    desk.press("Down")
    desk.picture("mode-automatic")
    desk.press("Return")
    desk.wait_for(message("setup.start"))
    desk.press("ctrl+1")
    desk.wait_for(message("requests.provision"))


def filtered():
    """Who needs something done stands first; a number shows those it counts, by mouse and by keyboard."""
    # The tabs stand before the table; those that count nobody are passed over.
    desk.press("shift+Tab", "space")
    desk.wait_until(lambda: desk.words().count(message("outcome.PROVISIONED")) == 1, "only who was skipped")
    desk.wait_until(lambda: desk.is_selected(message("outcome.SKIPPED")), "the tab Skipped is pressed")
    desk.picture("only-skipped")
    desk.press("space")
    desk.wait_until(lambda: desk.words().count(message("outcome.PROVISIONED")) == 4, "all again")
    desk.wait_until(lambda: desk.is_selected("Total"), "the tab Total is pressed")


def low_layout_in_a_low_window():
    """The layout follows the height of the window while it is open, and the results stay."""
    high = desk.row_height()
    desk.resize(1000, 650)
    desk.wait_until(lambda: (desk.row_height() or high) < high, "low rows")
    desk.expect(message("results.retry"))
    desk.picture("low")
    desk.resize(1270, 780)
    desk.wait_until(lambda: desk.row_height() == high, "high rows again")


def test_four_people():
    desk.wait_for(message("rehearsal"))
    desk.picture("requests")
    third = accounts()[2].get_name()
    only_the_last_person()
    selection_follows_the_keyboard()
    desk.press("alt+p")
    desk.wait_for(message("mode.title"))
    desk.picture("mode")
    desk.press("Return")
    desk.wait_for(INSERT)
    desk.picture("insert")
    scanned(third)
    provision_plainly()
    desk.wait_for(INSERT)
    provision_after_a_reset()
    desk.wait_for(INSERT)
    desk.press("alt+k")
    desk.wait_for(COMPLETED)
    desk.picture("completed")
    desk.press("Return")
    desk.wait_for(message("results.column.action"), message("results.retry"))
    desk.wait_for(message("results.reconcile"))
    desk.picture("results")
    figures = [word for word in desk.words() if word.isdigit()]
    equal("total, provisioned, failed, skipped, pending, unclear", figures[:6], ["4", "3", "0", "1", "0", "0"])
    filtered()
    low_layout_in_a_low_window()
