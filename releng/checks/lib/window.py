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
            end = time.monotonic() + 6
            while time.monotonic() < end:
                if any(self.desk.has(text) for text in texts):
                    return
                time.sleep(0.2)
        self.desk.wait_for(*texts)

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
