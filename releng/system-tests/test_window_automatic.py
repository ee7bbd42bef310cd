"""
Gives one of ten people a card by hand, then teaches the simulated printer its reader and sends the others through it at the window, by keyboard
alone, reading what a screen reader reads: one card is already assigned, one is defective, and the hopper runs empty. Enter in a field and a wheel over a choice
start and change nothing. The screen is a low one, and START is seen on it without scrolling. Pictures of every moment are left in
target/window-automatic.
"""

import pytest
from messages import message, mnemonic
from tally import equal
from window import rehearsal

READY = message("setup.ready")
EMPTY = message("lane.hopperEmpty")
LEARNED = "Paired: Rehearsal printer, contact encoder is the reader of the"
COMPLETED = message("stage.completed", 10, 10)
HALTED = "stay pending"

NEW_CARD, TAKE_OUT, LOAD = "F6", "F8", "F9"


@pytest.fixture(scope="module", autouse=True)
def opened(no_readers):
    global desk
    with rehearsal("window-automatic", 10, message("requests.provision"), size="1366x768") as window:
        desk = window.desk
        yield


def choose(letter):
    desk.press("alt+p")
    desk.wait_for(message("mode.title"))
    desk.press(letter)
    desk.picture("mode")
    desk.press("Return")


def begin_by_hand():
    choose("alt+m")
    desk.wait_for(message("stage.insert"))
    desk.press(NEW_CARD)
    desk.wait_for(message("stage.ready"))
    desk.press("Return")
    desk.wait_for(message("stage.provisioned"))
    desk.press(TAKE_OUT)
    desk.wait_for(message("stage.insert"))
    desk.picture("by-hand")
    desk.press("alt+p")


def set_up():
    desk.wait_for(READY)
    desk.expect(message("check.reader.first"))
    desk.expect(message("setup.start"))
    desk.expect_in_sight(message("setup.start"))
    desk.picture("set-up")


def enter_in_a_field_adds():
    """Enter in Address adds the printer and starts nothing."""
    desk.press("alt+d")
    desk.write("evolis-raw://127.0.0.1:9/")
    desk.press("Return")
    desk.wait_for("evolis-raw://127.0.0.1:9")
    desk.expect(message("setup.start"))
    desk.picture("added")
    # It is left out again.
    desk.press("shift+Tab", "space")
    desk.wait_for(READY)
    desk.press("alt+d", "Return")
    desk.expect(message("setup.start"))
    desk.press("shift+Tab", "Home")


def the_wheel_changes_nothing():
    """A wheel that turns over a choice scrolls the page; what was chosen stays: the encoder is contact, the reader the usual one."""
    desk.wheel_over("combo box", 5)
    desk.expect(READY)
    desk.expect(message("check.reader.first"))


def teach():
    """Feeds one card, of which nothing is left but where it appeared."""
    desk.press(mnemonic("setup.teach"))
    desk.wait_for(message("teach.learn"))
    desk.press(mnemonic("teach.learn"))
    desk.wait_for(LEARNED)
    desk.picture("learned")
    desk.press("Escape")
    desk.wait_until_gone(message("teach.learn"))


def load_faulty_cards():
    """A used and a defective card lie below the good ones."""
    desk.press("F10")
    desk.wait_for(message("rehearsal.loadFaulty"))
    desk.press("f")
    desk.wait_until_gone(message("rehearsal.loadFaulty"))


def start():
    desk.wait_for(message("setup.reader.learned", "Rehearsal printer, contact encoder"))
    desk.expect(message("check.READER_KNOWN.GOOD", "Contact"))
    desk.wait_for(READY)
    desk.picture("taught")
    desk.press("alt+s")


def go_on_after_loading():
    desk.wait_for(f"{message('path.encoder')}: ", EMPTY)
    desk.picture("running")
    if desk.wait_for(EMPTY, HALTED) == HALTED:
        desk.picture("halted")
        pytest.fail(f"The run ended early: {desk.words()}")
    desk.expect(message("lane.hopperEmpty.hint"))
    desk.expect(f"{message('path.hopper')}: {message('path.empty')}")
    desk.picture("hopper-empty")
    desk.press(LOAD)
    desk.press("alt+c")
    desk.wait_until_gone(EMPTY)


def pause_and_go_on():
    desk.press("space")
    desk.wait_for(message("laneStatus.PAUSED"))
    desk.picture("paused")
    desk.press("space")
    desk.wait_until_gone(message("laneStatus.PAUSED"))


def test_ten_cards():
    desk.wait_for(message("rehearsal"))
    begin_by_hand()
    set_up()
    enter_in_a_field_adds()
    the_wheel_changes_nothing()
    teach()
    load_faulty_cards()
    start()
    go_on_after_loading()
    pause_and_go_on()
    if desk.wait_for(COMPLETED, HALTED) == HALTED:
        desk.picture("halted")
        pytest.fail(f"The run ended early: {desk.words()}")
    desk.expect(message("cards.output", 9) + " " + message("cards.rejected", 2))
    desk.picture("completed")
    desk.press("Return")
    desk.wait_for(message("results.reconcile"))
    desk.picture("results")
    figures = [word for word in desk.words() if word.isdigit()]
    equal("total, provisioned, failed, skipped, pending, unclear", figures[:6], ["10", "10", "0", "0", "0", "0"])
