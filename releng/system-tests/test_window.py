"""
Works through a rehearsal of three people at the window, by keyboard alone, and reads what a screen reader reads: one plainly, one on a card that
is somebody's already, one skipped. Pictures of every moment are left in target/window.
"""

import pytest
from messages import message, mnemonic
from tally import equal
from window import rehearsal

INSERT = message("stage.insert")
READY = message("stage.ready")
TAKEN = message("stage.taken")
DONE = message("stage.provisioned")
COMPLETED = message("stage.completed", 2, 3)
FAILED = message("stage.failed")

NEW_CARD, USED_CARD, TAKE_OUT = "F6", "F7", "F8"


@pytest.fixture(scope="module", autouse=True)
def opened(no_readers):
    global desk
    with rehearsal("window", 3, message("requests.provision")) as window:
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
    desk.wait_until(lambda: desk.words().count(message("outcome.PROVISIONED")) == 3, "everybody again")
    desk.wait_until(lambda: desk.is_selected("Total"), "the tab Total is pressed")


def test_three_people():
    desk.wait_for(message("rehearsal"))
    desk.picture("requests")
    selection_follows_the_keyboard()
    desk.press("alt+p")
    desk.wait_for(message("mode.title"))
    desk.picture("mode")
    desk.press("Return")
    desk.wait_for(INSERT)
    desk.picture("insert")
    provision_plainly()
    desk.wait_for(INSERT)
    provision_after_a_reset()
    desk.wait_for(INSERT)
    desk.press("alt+k")
    desk.wait_for(COMPLETED)
    desk.picture("completed")
    desk.expect(message("stage.completed", 2, 3))
    desk.press("Return")
    desk.wait_for(message("results.column.action"), message("results.retry"))
    desk.wait_for(message("results.reconcile"))
    desk.picture("results")
    figures = [word for word in desk.words() if word.isdigit()]
    equal("total, provisioned, failed, skipped, pending, unclear", figures[:6], ["3", "2", "0", "1", "0", "0"])
    filtered()
