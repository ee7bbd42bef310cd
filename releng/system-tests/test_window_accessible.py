"""
Goes through places and dialogs of a rehearsal by keyboard, then through dialogs that are opened on made-up data: every control has a name for a
screen reader, is reached with Tab or the arrow keys and shows it, the chosen row and tab are seen and told, no text is cut off, and asking about a
dialog that has closed harms nothing. Pictures of every moment are left in target/accessible; with ONLY_PICTURES=yes in the environment nothing
but those is taken, for other languages and large text.
"""

import glob
import os
import subprocess

import child
import product
import pytest
from messages import message, mnemonic
from window import LOG, rehearsal

NEW_CARD, USED_CARD, TAKE_OUT = "F6", "F7", "F8"
PLUGGED = mnemonic("devices.tab.plugged")
UI = f"{product.ROOT}/bundles/org.keyhopper.ui"
ONLY_PICTURES = os.environ.get("ONLY_PICTURES") == "yes"


@pytest.fixture(scope="module", autouse=True)
def dialogs(no_readers):
    """The class path of the dialogs on made-up data, which are of the tests and in no product."""
    classes = f"{product.WORK}/classes"
    os.makedirs(classes)
    path = ":".join([classes, *glob.glob(f"{product.FOLDER}/plugins/**/*.jar", recursive=True)])
    sources = f"{UI}/src/test/java:{UI}.fakes/src/main/java"
    walk = f"{UI}/src/test/java/org/keyhopper/ui/internal/DialogWalk.java"
    compiler = os.path.join(os.path.dirname(product.JAVA), "javac")
    subprocess.run([compiler, "-nowarn", "-proc:none", "--release", "21", "-d", classes, "-cp", path, "-sourcepath", sources, walk], check=True)
    return path


def test_places_and_dialogs():
    with rehearsal("accessible", 3, message("requests.provision")) as window:
        # It finds the screen's bus when it is loaded.
        from walk import Walk

        walk = Walk(window.desk.pictures, ONLY_PICTURES)
        go_through(walk, walk.desk)
        walk.finish()


def go_through(walk, desk):
    walk.place("ctrl+1", "requests", message("requests.provision"))
    walk.dialog("import", "ctrl+i")
    walk.dialog("search", "ctrl+n")
    walk.dialog("mode", "alt+p")
    walk.dialog("delete", "alt+d")
    walk.dialog("directories", "F10", "d")
    walk.dialog("network", "F10", "n")
    walk.dialog("preferences", "F10", "e")
    walk.dialog("shortcuts", "F10", "h", "k")
    walk.dialog("updates", "F10", "h", "u")
    walk.dialog("drivers", "F10", "h", "i")
    # Where to is asked by a dialog of the system.
    walk.dialog("support", "F10", "h", mnemonic("menu.support")[-1], answer="Return", shows=message("support.done"))
    walk.dialog("about", "F10", "h", "a", leave="Return")
    walk.place("ctrl+2", "manual-none", "request")
    walk.place("ctrl+3", "automatic-none", "printer")
    walk.place("ctrl+4", "results", message("results.reconcile"))
    walk.dialog("passkeys", "alt+a")
    walk.place("ctrl+5", "devices", message("place.DEVICES").upper(), message("place.DEVICES"))
    desk.press(NEW_CARD)
    desk.wait_for(message("devices.action.SET_PIN"))
    walk.kept("device put in")
    walk.examine("device")
    walk.dialog("set-pin", "alt+p")
    walk.dialog("reset", "alt+r")
    walk.tabs("device", PLUGGED, "alt+v", PLUGGED, "alt+v")
    desk.wait_for(message("devices.column.given"))
    walk.examine("inventory")
    desk.press(PLUGGED, TAKE_OUT)
    desk.wait_for(message("devices.none"))
    walk.kept("device taken out")

    desk.press("ctrl+1")
    desk.wait_for(message("requests.provision"))
    desk.press("alt+p")
    desk.wait_for(message("mode.title"))
    desk.press("alt+a", "Return")
    desk.wait_for(message("setup.start"))
    walk.examine("setup")
    walk.dialog("teach", mnemonic("setup.teach"))

    desk.press("ctrl+1")
    desk.wait_for(message("requests.provision"))
    desk.press("alt+p")
    desk.wait_for(message("mode.title"))
    desk.press("Return")
    desk.wait_for(message("stage.insert"))
    walk.examine("manual-insert")
    desk.press(USED_CARD)
    desk.wait_for(message("stage.taken"))
    walk.kept("card put in")
    walk.examine("manual-used")
    walk.dialog("manual-reset", "alt+r")


def test_dialogs_on_made_up_data(dialogs):
    from walk import Walk, top, windows

    command = [product.JAVA, "--enable-native-access=ALL-UNNAMED", "-cp", dialogs, "org.keyhopper.ui.internal.DialogWalk", "en"]
    process = child.start(command, cwd=product.WORK, stdout=open(LOG, "ab"), stderr=subprocess.STDOUT)
    walk = Walk(f"{product.ROOT}/target/accessible/dialogs", ONLY_PICTURES)
    walked = []

    def name():
        """What the window behind the dialog says; empty when all have been shown."""
        names = [window.get_name() for window in windows()]
        return names[0].strip() if names else ""

    def is_another_open():
        return not windows() or name() not in walked and len(windows()) == 2 and top() is not None

    walk.until("the first dialog", lambda: len(windows()) == 2)
    while windows():
        walked.append(name())
        gone = walk.examine(walked[-1])
        walk.desk.press("Escape")
        walk.until(walked[-1], is_another_open)
        if windows():
            walk.ask_once_more(walked[-1], gone)
    print(f"Dialogs: {', '.join(walked)}")
    walk.finish()
    assert process.wait(60) == 0
