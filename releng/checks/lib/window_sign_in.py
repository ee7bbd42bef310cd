"""Started by window-sign-in."""

import os
import re
import shutil
import subprocess
import sys
import time

import child
import product
import screen
import tally
from browser import Browser
from sandbox import Sandbox
from tally import check, equal

PICTURES = os.path.abspath(sys.argv[1])

shutil.rmtree(PICTURES, ignore_errors=True)
screen.open_screen(product.WORK)
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "robot"))
from desk import Desk  # noqa: E402

sandbox = Sandbox([("anna@contoso.example", "Anna Berg")])
keyhopper = product.Product()
desk = Desk(PICTURES, patience=60)
browser = Browser(product.WORK)


def add(name, way):
    settings = [argument for key in Sandbox.KEYS for argument in ("--set", f"{key}={sandbox.ready[key]}")]
    equal(f"{name} added", keyhopper("directory", "add", name, "--type", "entra", *settings, "--set", f"signIn={way}").code, 0)


def start():
    add("browser", "browser")
    add("code", "deviceCode")
    log = open(os.path.join(product.WORK, "product.log"), "wb")
    environment = {**keyhopper.environment, **browser.environment, "JAVA_TOOL_OPTIONS": "-Dorg.keyhopper.silent=true"}
    child.start([f"{product.FOLDER}/keyhopper"], env=environment, stdout=log, stderr=subprocess.STDOUT)
    desk.wait_for("Import people")


def press_until(keys, *texts):
    for _ in range(10):
        desk.press(*keys)
        end = time.monotonic() + 5
        while time.monotonic() < end:
            for text in texts:
                if desk.has(text):
                    return
            time.sleep(0.2)
    desk.wait_for(*texts)


def by_browser():
    press_until(["F10"], "Directories")
    press_until(["Down", "Return"], "Where the people are, and how")
    desk.wait_until_active("Directories")
    # The first of two in the list, which stands before the button that has the keyboard.
    desk.press("shift+Tab")
    press_until(["Home", "space"], "Test connection")
    desk.press("alt+t")
    desk.wait_for("good")
    desk.picture("signed-in-by-browser")
    addresses = browser.opened()
    equal("the browser was opened once", len(addresses), 1)
    check("with a challenge", "code_challenge_method=S256" in addresses[0] and "code_challenge=" in addresses[0], addresses)
    check("and leads back to this computer", "redirect_uri=http%3A%2F%2Flocalhost%3A" in addresses[0], addresses)


def by_code():
    # The sandbox takes the code for typed at its second question; the first answer is late, so that the dialog can be read.
    sandbox.rule("token", "slow", seconds=8)
    desk.press("Down")
    desk.press("alt+t")
    desk.wait_for("Open this address on any computer")
    desk.picture("device-code")
    words = desk.words()
    check("shows the address", any(word.startswith(sandbox.ready["loginUrl"]) for word in words), words)
    check("shows the code", any(re.fullmatch(r"[A-Z0-9-]{6,12}", word) for word in words), words)
    desk.wait_until_gone("Open this address on any computer")
    desk.wait_for("good")
    desk.picture("signed-in-by-code")
    equal("the browser was not opened", len(browser.opened()), 1)


def at_the_window():
    start()
    by_browser()
    by_code()


tally.run([("a person signs in at the window", at_the_window)])
