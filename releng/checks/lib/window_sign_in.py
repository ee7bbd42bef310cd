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
from sandbox import Sandbox
from tally import check, equal

PICTURES = os.path.abspath(sys.argv[1])
OPENED = os.path.join(product.WORK, "opened")

shutil.rmtree(PICTURES, ignore_errors=True)
screen.open_screen(product.WORK)
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "robot"))
from desk import Desk  # noqa: E402

sandbox = Sandbox([("anna@contoso.example", "Anna Berg")])
keyhopper = product.Product()
desk = Desk(PICTURES, patience=60)


def install_browser():
    """A browser for the system: it follows where the sign-in leads, and writes down what it was given."""
    script = os.path.join(product.WORK, "browser")
    with open(script, "w", encoding="utf-8") as file:
        file.write("#!/usr/bin/python3\nimport sys, urllib.request\n")
        file.write(f"print(sys.argv[1], file=open({OPENED!r}, 'a'))\nurllib.request.urlopen(sys.argv[1]).read()\n")
    os.chmod(script, 0o755)
    applications = os.path.join(product.WORK, "share", "applications")
    os.makedirs(applications)
    with open(os.path.join(applications, "browser.desktop"), "w", encoding="utf-8") as file:
        file.write(f"[Desktop Entry]\nType=Application\nName=Browser\nExec={script} %u\nMimeType=x-scheme-handler/http;x-scheme-handler/https;\n")
    with open(os.path.join(applications, "mimeapps.list"), "w", encoding="utf-8") as file:
        file.write("[Default Applications]\nx-scheme-handler/http=browser.desktop\nx-scheme-handler/https=browser.desktop\n")
    return os.path.join(product.WORK, "share")


def opened():
    return open(OPENED, encoding="utf-8").read().split() if os.path.exists(OPENED) else []


def add(name, way):
    settings = [argument for key in Sandbox.KEYS for argument in ("--set", f"{key}={sandbox.ready[key]}")]
    equal(f"{name} added", keyhopper("directory", "add", name, "--type", "entra", *settings, "--set", f"signIn={way}").code, 0)


def start():
    add("browser", "browser")
    add("code", "deviceCode")
    log = open(os.path.join(product.WORK, "product.log"), "wb")
    environment = {**keyhopper.environment, "XDG_DATA_HOME": install_browser(), "JAVA_TOOL_OPTIONS": "-Dorg.keyhopper.silent=true"}
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
    # The first of two in the list, which stands before the button that has the keyboard.
    desk.press("shift+Tab")
    press_until(["Home", "space"], "Test connection")
    desk.press("alt+t")
    desk.wait_for("good")
    desk.picture("signed-in-by-browser")
    addresses = opened()
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
    equal("the browser was not opened", len(opened()), 1)


def at_the_window():
    start()
    by_browser()
    by_code()


tally.run([("a person signs in at the window", at_the_window)])
