"""
Tests two directories at the window as a person signs in: by browser, with authorization code and PKCE over the system's way to open an
address, and by device code. Pictures are left in target/window-sign-in.
"""

import re

import product
import pytest
from browser import Browser
from messages import message
from sandbox import Sandbox
from tally import check, equal
from window import Window


@pytest.fixture(scope="module", autouse=True)
def opened(no_readers):
    global browser, desk, keyhopper, sandbox, window
    window = Window("window-sign-in")
    desk = window.desk
    sandbox = Sandbox([("anna@contoso.example", "Anna Berg")])
    keyhopper = product.Product()
    browser = Browser(product.WORK)
    yield
    sandbox.close()


def add(name, way):
    settings = [argument for key in Sandbox.KEYS for argument in ("--set", f"{key}={sandbox.ready[key]}")]
    equal(f"{name} added", keyhopper("directory", "add", name, "--type", "entra", *settings, "--set", f"signIn={way}").code, 0)


def start():
    add("browser", "browser")
    add("code", "deviceCode")
    window.start(keyhopper, message("import.title"), **browser.environment)


def by_browser():
    window.open_first_directory()
    window.test_connection()
    desk.wait_for(message("directory.good"))
    desk.picture("signed-in-by-browser")
    addresses = browser.opened()
    equal("the browser was opened once", len(addresses), 1)
    check("with a challenge", "code_challenge_method=S256" in addresses[0] and "code_challenge=" in addresses[0], addresses)
    check("and leads back to this computer", "redirect_uri=http%3A%2F%2Flocalhost%3A" in addresses[0], addresses)


def by_code():
    # The sandbox takes the code for typed at its second question; the first answer is late, so that the dialog can be read.
    sandbox.rule("token", "slow", seconds=8)
    desk.press("Down")
    desk.wait_until_gone(message("directory.good"))
    window.test_connection()
    desk.wait_for(message("signIn.message"))
    desk.picture("device-code")
    words = desk.words()
    check("shows the address", any(word.startswith(sandbox.ready["loginUrl"]) for word in words), words)
    check("shows the code", any(re.fullmatch(r"[A-Z0-9-]{6,12}", word) for word in words), words)
    desk.wait_until_gone(message("signIn.message"))
    desk.wait_for(message("directory.good"))
    desk.picture("signed-in-by-code")
    equal("the browser was not opened", len(browser.opened()), 1)


def test_a_person_signs_in_at_the_window():
    start()
    by_browser()
    by_code()
