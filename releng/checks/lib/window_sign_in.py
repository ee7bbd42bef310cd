"""Started by window-sign-in."""

import re

import product
import tally
from browser import Browser
from sandbox import Sandbox
from tally import check, equal
from window import Window, log_if_it_fails

window = Window()
desk = window.desk
sandbox = Sandbox([("anna@contoso.example", "Anna Berg")])
keyhopper = product.Product()
browser = Browser(product.WORK)


def add(name, way):
    settings = [argument for key in Sandbox.KEYS for argument in ("--set", f"{key}={sandbox.ready[key]}")]
    equal(f"{name} added", keyhopper("directory", "add", name, "--type", "entra", *settings, "--set", f"signIn={way}").code, 0)


def start():
    add("browser", "browser")
    add("code", "deviceCode")
    window.start(keyhopper, "Import people", **browser.environment)


def by_browser():
    window.open_first_directory()
    window.test_connection()
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
    desk.wait_until_gone("good")
    window.test_connection()
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


with log_if_it_fails():
    tally.run([("a person signs in at the window", at_the_window)])
