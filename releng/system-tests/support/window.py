"""The built product's window on a screen of its own, worked at by keyboard."""

import contextlib
import glob
import os
import re
import shutil
import subprocess
import time

import child
import product
import screen
from messages import message
from tally import check

LOG = os.path.join(product.WORK, "product.log")


class Window:
    def __init__(self, name, size="1280x800", patience=60):
        """Opens the screen. Pictures go to target/NAME."""
        pictures = os.path.join(product.ROOT, "target", name)
        shutil.rmtree(pictures, ignore_errors=True)
        screen.open_screen(product.WORK, size)
        # It finds the screen's bus when it is loaded.
        from robot import Robot

        self.desk = Robot(pictures, patience)

    def start(self, keyhopper, shows, *arguments, **environment):
        """Starts the product, and waits until this shows. It makes no sound: umockdev ends a program that looks for a sound card."""
        java = f"-Dorg.keyhopper.silent=true {os.environ.get('JAVA_TOOL_OPTIONS', '')}"
        variables = {**keyhopper.environment, **environment, "JAVA_TOOL_OPTIONS": java.strip()}
        command = [f"{keyhopper.folder}/keyhopper", *arguments]
        process = child.start(command, env=variables, cwd=product.WORK, stdout=open(LOG, "wb"), stderr=subprocess.STDOUT)
        self.desk.wait_for(shows)
        return process

    def press_until(self, keys, *texts):
        """Presses them until one of the texts shows: a window that has just opened may not have the keyboard yet."""
        for _ in range(10):
            self.desk.press(*keys)
            if self.comes(*texts):
                return
        self.desk.wait_for(*texts)

    def open_first_directory(self):
        """Opens the dialog of the directories, and there the first; begins anew where a key came before the window took any."""
        title = message("directories.message")
        for _ in range(5):
            self.press_until(["F10"], message("directories.title"))
            self.press_until(["Down", "Return"], title)
            self.desk.wait_until_active(message("directories.title"))
            # The list stands before the button that has the keyboard.
            self.desk.press("shift+Tab")
            self.desk.press("Home", "space")
            if self.comes(message("directory.test")):
                return
            while self.desk.has(title):
                self.desk.press("Escape")
                time.sleep(0.5)
        self.desk.wait_for(message("directory.test"))

    def test_connection(self):
        """Tests the directory that is open, of which nothing is found yet. Once the test runs the same key would stop it."""
        for _ in range(5):
            self.desk.press("alt+t")
            if self.comes(message("directory.testing"), "Sign-in: "):
                return
        self.desk.wait_for(message("directory.testing"))

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
def rehearsal(name, recipients, shows, size="1280x800", **environment):
    """A rehearsal at a window; at its end there must be no error in a log."""
    window = Window(name, size, patience=90)
    keyhopper = product.Product(**environment)
    process = window.start(keyhopper, shows, "rehearse", "--recipients", str(recipients), "--pace", "fast")
    window.keyhopper = keyhopper
    try:
        yield window
    finally:
        process.terminate()
        process.wait()
    logs = glob.glob(f"{keyhopper.home}/logs/*.log") + glob.glob(f"{keyhopper.home}/.eclipse/*/.metadata/*.log")
    errors = [line for path in logs for line in open(path, errors="replace") if re.search(r" SEVERE |^!ENTRY [^ ]* 4 ", line)]
    assert not errors, "".join(errors)
