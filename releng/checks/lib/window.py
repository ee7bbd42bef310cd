"""The built product's window on a screen of its own, worked at by keyboard. Pictures go to the folder that the check is given."""

import contextlib
import os
import shutil
import subprocess
import sys
import time

import child
import product
import screen
from tally import check

LOG = os.path.join(product.WORK, "product.log")
ROBOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "robot")


class Window:
    def __init__(self):
        """Opens the screen."""
        pictures = os.path.abspath(sys.argv[1])
        shutil.rmtree(pictures, ignore_errors=True)
        screen.open_screen(product.WORK)
        # It finds the screen's bus when it is loaded.
        sys.path.insert(0, ROBOT)
        from desk import Desk

        self.desk = Desk(pictures, patience=60)

    def start(self, keyhopper, shows, **environment):
        """Starts the product, and waits until this shows. It makes no sound: umockdev ends a program that looks for a sound card."""
        variables = {**keyhopper.environment, **environment, "JAVA_TOOL_OPTIONS": "-Dorg.keyhopper.silent=true"}
        child.start([f"{product.FOLDER}/keyhopper"], env=variables, stdout=open(LOG, "wb"), stderr=subprocess.STDOUT)
        self.desk.wait_for(shows)

    def press_until(self, keys, *texts):
        """Presses them until one of the texts shows: a window that has just opened may not have the keyboard yet."""
        for _ in range(10):
            self.desk.press(*keys)
            if self.comes(*texts):
                return
        self.desk.wait_for(*texts)

    def open_first_directory(self):
        """Opens the dialog of the directories, and there the first; begins anew where a key came before the window took any."""
        title = "Where the people are, and how"
        for _ in range(5):
            self.press_until(["F10"], "Directories")
            self.press_until(["Down", "Return"], title)
            self.desk.wait_until_active("Directories")
            # The list stands before the button that has the keyboard.
            self.desk.press("shift+Tab")
            self.desk.press("Home", "space")
            if self.comes("Test connection"):
                return
            while self.desk.has(title):
                self.desk.press("Escape")
                time.sleep(0.5)
        self.desk.wait_for("Test connection")

    def test_connection(self):
        """Tests the directory that is open, of which nothing is found yet. Once the test runs the same key would stop it."""
        for _ in range(5):
            self.desk.press("alt+t")
            if self.comes("Stop testing", "Sign-in: "):
                return
        self.desk.wait_for("Stop testing")

    def comes(self, *texts):
        """Returns whether one of them shows before long."""
        end = time.monotonic() + 6
        while time.monotonic() < end:
            if any(self.desk.has(text) for text in texts):
                return True
            time.sleep(0.2)
        return False

    def shows(self, text):
        """The reading may be caught in the middle of a change: it is waited for."""
        check(f"shows {text}", self.desk.wait_for(text))


@contextlib.contextmanager
def log_if_it_fails():
    """Prints what the product said when the check fails."""
    try:
        yield
    except SystemExit as end:
        if end.code not in (0, None):
            with open(LOG, errors="replace") as log:
                print(log.read(), file=sys.stderr)
        raise
