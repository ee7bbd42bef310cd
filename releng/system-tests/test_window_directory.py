"""
Makes a request of three people at the window out of a group of two thousand of the rehearsal's directory, provisions two of them, and takes one
passkey back, by keyboard alone, reading what a screen reader reads. Then the directory loses one person and renames another, which a refresh
tells, and a passkey is taken back from the inventory. Pictures of every moment are left in target/window-directory.
"""

import pytest
from messages import message, mnemonic, problem
from rehearsal_directory import RehearsalDirectory
from tally import equal
from window import rehearsal

GROUP = "Headquarters"
SOME = "fatima.nowak"
# Of three with one name the second has a passkey from elsewhere.
FIRST, SECOND, THIRD = (f"{SOME}{number}@keyhopper.example" for number in ("", "1", "2"))
FOREIGN = "Own key"
RENAMED = "fatima.keller@keyhopper.example"
WAS = message("refresh.was", f"Fatima Nowak ({SECOND})")
PROVISIONED = message("outcome.PROVISIONED")
READY = message("stage.ready")
INSERT = message("stage.insert")
DONE = message("stage.provisioned")
FAILED = message("stage.failed")

NEW_CARD, TAKE_OUT = "F6", "F8"


@pytest.fixture(scope="module", autouse=True)
def opened(no_readers):
    global desk, sandbox
    with rehearsal("window-directory", 3, message("requests.provision")) as window:
        desk = window.desk
        desk.forgets = True
        sandbox = RehearsalDirectory(window.keyhopper.home)
        yield


def chosen(count):
    """How many of everybody are."""
    return message("search.summary", count, 2000)


def gather():
    desk.write(GROUP[:6])
    desk.wait_for(GROUP)
    desk.press("Return")
    desk.press("alt+a")
    desk.wait_for(chosen(1780))
    for part in (message("search.summary.disabled", 80), message("search.summary.guests", 100), message("search.summary.twins", 40)):
        desk.wait_for(part)
    desk.picture("group")


def choose_three():
    desk.press(mnemonic("search.none"))
    desk.wait_for(chosen(0))
    desk.press("alt+f")
    desk.write(SOME)
    desk.press(mnemonic("search.all"))
    desk.wait_for(chosen(3))
    desk.wait_for(SOME + "1@")
    desk.press("Tab")
    desk.wait_for(chosen(3))
    desk.press("space")
    desk.wait_for(chosen(2))
    desk.press("space")
    desk.wait_for(chosen(3))
    desk.press(mnemonic("search.holders.look"))
    desk.wait_for(message("search.counted", 1))
    desk.wait_for(message("search.remark.holder"))
    desk.picture("three-chosen")


def provision():
    desk.wait_for(INSERT)
    desk.press(NEW_CARD)
    desk.wait_for(READY)
    desk.press("Return")
    if desk.wait_for(DONE, FAILED) == FAILED:
        desk.picture("failed")
        pytest.fail(f"A ceremony failed: {desk.words()}")
    desk.press(TAKE_OUT)
    desk.wait_until_gone(DONE)


def take_one_back():
    desk.press("Home")
    desk.press("alt+a")
    desk.wait_for(message("passkeys.ours"))
    desk.picture("passkeys")
    desk.press("alt+r")
    desk.wait_for(message("passkeys.loss.only"))
    desk.picture("revoke")
    desk.press("alt+r")
    desk.wait_for(message("passkeys.revoked"))
    desk.picture("revoked")
    desk.press("Escape")
    desk.wait_for(problem("run.revoked"))


def expect(what, found, wanted):
    if not equal(what, found, wanted):
        desk.picture("unexpected")


def expect_figures(*wanted):
    figures = [word for word in desk.words() if word.isdigit()][:6]
    equal("total, provisioned, failed, skipped, pending, unclear", figures, list(wanted))


def test_nothing_typed_is_dropped_unasked():
    """Escape and Add ask before they drop what was typed; Escape at the question keeps it."""
    question = message("directory.discard.question")
    desk.press("F10", "d")
    desk.wait_for(message("directories.message"))
    desk.wait_until_active(message("directories.title"))
    desk.press("shift+Tab", "Home", "space")
    desk.wait_for(message("directory.test"))
    desk.press("Tab", "Tab", "Tab")
    desk.write("x")
    desk.press("Escape")
    desk.wait_for(question)
    desk.picture("asks-before-dropping")
    desk.press("Escape")
    desk.wait_until_gone(question)
    desk.wait_until_active(message("directories.title"))
    desk.expect(message("directory.test"))
    desk.press("Escape")
    desk.wait_for(question)
    desk.press("alt+d")
    desk.wait_until_gone(message("directory.test"))
    desk.wait_until(lambda: desk.active_window().startswith("Keyhopper"), "the window takes keys again")


def test_three_of_two_thousand():
    desk.press("alt+n")
    desk.wait_for(message("search.title"))
    gather()
    choose_three()
    desk.press("alt+q")
    desk.wait_until_gone(message("search.title"))
    desk.wait_for(GROUP)
    desk.press("alt+p")
    desk.wait_for(message("mode.title"))
    desk.press("Return")
    provision()
    provision()
    desk.wait_for(INSERT)
    desk.press("alt+k")
    desk.wait_for(message("stage.completed", 2, 3))
    desk.press("Return")
    desk.wait_for(message("results.retry"))
    expect_figures("3", "2", "0", "1", "0", "0")
    desk.picture("results")
    take_one_back()
    expect_figures("3", "1", "1", "1", "0", "0")


def test_a_refresh_tells_who_changed():
    desk.press("ctrl+1")
    desk.wait_for(message("requests.provision"))
    desk.press("alt+f")
    desk.wait_for(message("refresh.done", 3) + " " + message("refresh.unchanged"))
    desk.picture("refreshed")
    sandbox.delete(THIRD)
    sandbox.change(SECOND, userPrincipalName=RENAMED, displayName="Fatima Keller", surname="Keller")
    desk.press("alt+f")
    desk.wait_for(message("refresh.done", 3) + f" {message('refresh.count.DELETED', 1)}, {message('refresh.count.RENAMED', 1)}.")
    desk.wait_for("Fatima Keller")
    desk.wait_for(f"{WAS} · {PROVISIONED}")
    desk.wait_for(f"{message('refresh.change.DELETED')} · {message('outcome.SKIPPED')}")
    desk.press("Tab", "Home")
    desk.wait_for(f"Fatima Keller: {WAS} · {PROVISIONED}")
    desk.picture("deleted-and-renamed")


def test_the_inventory_revokes():
    """Whoever has a new name is found by what they were given, and only what was made here is taken back."""
    expect("passkeys at the directory", len(sandbox.methods(RENAMED)), 2)
    desk.press("ctrl+5")
    desk.press("alt+v")
    desk.wait_for(message("inventory.passkeys"))
    desk.wait_for(message("inventory.state.IN_USE"))
    states = [word for word in desk.words() if word in (message("inventory.state.IN_USE"), message("inventory.state.REVOKED"))]
    desk.press("Tab", "Tab", "Home", *["Down"] * states.index(message("inventory.state.IN_USE")))
    desk.press("alt+k")
    desk.wait_for(message("passkeys.ours"))
    desk.wait_for(message("passkeys.foreign"))
    desk.wait_for(FOREIGN)
    desk.picture("passkeys-of-the-holder")
    origins = [word for word in desk.words() if word.startswith((message("passkeys.ours"), message("passkeys.foreign")))]
    desk.press("Home", *["Down"] * next(place for place, word in enumerate(origins) if word.startswith(message("passkeys.ours"))))
    desk.press("alt+r")
    desk.wait_for(message("passkeys.revoke.title"))
    desk.picture("revoke-from-the-inventory")
    expect("before the answer", len(sandbox.methods(RENAMED)), 2)
    desk.press("alt+r")
    desk.wait_for(message("passkeys.revoked"))
    desk.wait_until_gone(message("passkeys.ours"))
    desk.expect(message("passkeys.foreign"))
    expect("left at the directory", sandbox.methods(RENAMED), [FOREIGN])
    desk.picture("revoked-from-the-inventory")
    desk.press("Escape")
    desk.wait_until_gone(message("inventory.state.IN_USE"))
    # The one that was selected stays so, although it comes first now.
    desk.press("alt+k")
    desk.wait_for(message("passkeys.foreign"))
    desk.press("Escape")
    desk.wait_until_gone(message("passkeys.foreign"))
    desk.picture("inventory")
    desk.press("ctrl+1")
    desk.wait_for(message("requests.progress", 0, 3, 2, 1, 0).rpartition(" · ")[0])
