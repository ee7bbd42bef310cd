"""
A station joins the built Central at its window, by keyboard: the fingerprint of the server is shown before the code is sent. Operators sign in with
the browser, and what their roles do not allow is explained. It works on Central's requests, sees an outage and its end, refuses links of another
Central, and leaves, after which its own requests are back. Pictures are left in target/window-central.
"""

import base64
import hashlib
import json
import os
import re
import socket
import sqlite3
import subprocess

import child
import product
import pytest
from browser import Browser
from central import Central, sha256
from central_browser import CentralBrowser
from desk import Desk
from messages import message, mnemonic
from tally import check, equal
from window import Window

pytestmark = pytest.mark.extra

PEOPLE = [f"person{number}@contoso.example" for number in range(1, 4)]
OWN, THEIRS = "Own", "Spring"
PROVIDER = "org.keyhopper.rehearsal.oidc.OidcSandboxMain"
SUPPORT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "support")

# Signs in at Central with the account that the file names, and agrees to the sign-in of the station.
SIGN_IN = """#!/usr/bin/python3
import re, sys, urllib.request
sys.path.insert(0, {support!r})
from central_browser import CentralBrowser
browser = CentralBrowser({url!r}, {certificate!r})
browser.sign_in(open({account!r}).read())
page = browser.get(sys.argv[1])
fields = dict(re.findall(r'name="(csrf|client|redirect|challenge|state)" value="([^"]*)"', page.text))
urllib.request.urlopen(browser.post("/authorize", **fields).location).read()
"""


class Provider:
    """A sandbox with an account for each role."""

    def __init__(self):
        self.process = child.start(product.program(PROVIDER), stdout=subprocess.PIPE, text=True)
        self.ready = json.loads(self.process.stdout.readline())

    def settings(self):
        return [f"oidc.issuer = {self.ready['issuer']}", f"oidc.client.id = {self.ready['client']}"]


@pytest.fixture(scope="module", autouse=True)
def opened(no_readers):
    global station, central, request, own, code, window, desk, account, process
    # The product takes the variables of the screen when it is made.
    window = Window("window-central", patience=90)
    station = Desk([(user, user) for user in PEOPLE])
    provider = Provider()
    own = station.request(PEOPLE[:1], name=OWN)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    central = Central(port, *provider.settings())
    central("directory", "add", "contoso", *station.sandbox.settings(), SANDBOX_SECRET=station.sandbox.secret)
    path = f"{central.folder}/people.csv"
    with open(path, "w") as file:
        file.write("user\n" + "\n".join(PEOPLE) + "\n")
    request = central("request", "import", path, "--name", THEIRS, "--directory", "contoso")
    code = central("station", "code", "Desk 1", "--directory", "contoso")
    central.start()
    assign_roles()
    account = f"{product.WORK}/account"
    places = {"support": SUPPORT, "url": central.url, "certificate": central.certificate, "account": account}
    browser = Browser(product.WORK, SIGN_IN.format(**places).replace("{", "{{").replace("}", "}}"))
    process = window.start(station.product, OWN, **browser.environment)
    desk = window.desk
    yield
    process.terminate()
    process.wait()
    central.close()
    provider.process.kill()
    provider.process.wait()
    station.close()


def assign_roles():
    browser = CentralBrowser(central.url, central.certificate)
    browser.sign_in("administrator")
    browser.become_administrator(central.next_line()["code"])
    roles = {"view-only": "View Only", "operator": "Operator"}
    equal("roles", browser.map_roles("groups", roles).status, 200)


def fingerprint():
    key = subprocess.run(["openssl", "x509", "-in", central.certificate, "-pubkey", "-noout"], check=True, capture_output=True).stdout
    der = subprocess.run(["openssl", "pkey", "-pubin", "-outform", "DER"], input=key, check=True, capture_output=True).stdout
    digits = sha256(der).hex()
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def header(state, operator=None):
    return message("central.header", "Main", operator or message("central.noOperator"), message(f"central.connection.{state}"))


def sign_in(login):
    with open(account, "w") as file:
        file.write(login)
    desk.press(mnemonic("central.signIn"))


def close_dialog():
    desk.press("Escape")
    desk.wait_until_gone(message("central.message"))


def memory():
    """The objects of the window that are reachable."""
    path = f"{product.WORK}/memory.hprof"
    jcmd = os.path.join(os.path.dirname(product.JAVA), "jcmd")
    # What a cleaner of Java lets go after one collection is gone with the next, which the dump begins with.
    subprocess.run([jcmd, str(process.pid), "GC.run"], check=True, capture_output=True)
    subprocess.run([jcmd, str(process.pid), "GC.heap_dump", path], check=True, capture_output=True)
    with open(path, "rb") as file:
        content = file.read()
    os.remove(path)
    return content


def kept():
    """The files of the home, logs included."""
    content = b""
    for folder, _, files in os.walk(station.product.home):
        for path in (f"{folder}/{name}" for name in files):
            # A socket has no content.
            if os.path.isfile(path):
                with open(path, "rb") as file:
                    content += b"\n" + file.read()
    return content


def tokens_of_operators(content):
    """Refresh tokens, as Central has their hashes, and access tokens whose subject is not the station; as bytes or as characters of two bytes."""
    with sqlite3.connect(f"file:{central.folder}/data/central.db?mode=ro", uri=True) as database:
        hashes = {row[0] for row in database.execute("SELECT hash FROM station_sign_in")}
    wide = b"\n".join(re.findall(rb"(?:\x00[\w.-]){43,}|(?:[\w.-]\x00){43,}", content)).replace(b"\x00", b"")
    found = []
    for text in (content, wide):
        for token in re.findall(rb"(?<![\w-])[\w-]{43}(?![\w-])", text):
            digest = hashlib.sha256(token).digest()
            if {digest.hex(), base64.urlsafe_b64encode(digest).decode().rstrip("=")} & hashes:
                found.append("refresh token")
        for payload in re.findall(rb"eyJ[\w-]+\.(eyJ[\w-]+)\.[\w-]{86}", text):
            claims = json.loads(base64.urlsafe_b64decode(payload + b"=" * (-len(payload) % 4)))
            if "client_id" in claims and claims["sub"] != claims["client_id"]:
                found.append("access token")
    return sorted(set(found))


def open_dialog():
    window.press_until(["F10"], message("command.central"))
    window.press_until(["c"], message("central.message"))
    desk.wait_until_active(message("central.title"))


def follow(link):
    """As the desktop does, with a second start of the product."""
    ran = station.product(link)
    equal(f"{link}: passed on", ran.code, 0)


def test_join():
    open_dialog()
    desk.picture("dialog")
    desk.press("alt+a")
    desk.write(central.url)
    desk.press("alt+m")
    desk.write("Main")
    desk.press("alt+o")
    desk.write(code)
    desk.press(mnemonic("central.check"))
    desk.wait_for(fingerprint())
    desk.picture("fingerprint")
    desk.press(mnemonic("central.join.pinned"))
    desk.wait_for(message("central.joined"))
    desk.wait_for("Desk 1")
    desk.picture("joined")
    desk.press("Escape")
    desk.wait_until_gone(message("central.message"))
    desk.wait_for(THEIRS, header("CONNECTED"))
    check("own requests are hidden", not desk.has(OWN))
    check("requests are not made here", not desk.has(message("requests.import").replace("&", "")))
    desk.picture("requests")


def test_sign_in_without_the_privilege():
    open_dialog()
    sign_in("view-only")
    desk.wait_for("Vito View")
    desk.wait_for(message("central.privilege.VIEW_REQUESTS"))
    desk.picture("signed-in")
    close_dialog()
    desk.wait_for(header("CONNECTED", "Vito View"))
    desk.wait_for(message("central.refused.operator", message("central.privilege.PROVISION_NOW"), "Main"))
    desk.picture("forbidden")


def test_sign_in_with_the_privilege():
    open_dialog()
    desk.press(mnemonic("central.signOut"))
    desk.wait_for(message("central.signIn").replace("&", ""))
    sign_in("operator")
    desk.wait_for("Otto Operator")
    close_dialog()
    desk.wait_for(header("CONNECTED", "Otto Operator"))
    desk.wait_until_gone(message("central.refused.operator", message("central.privilege.PROVISION_NOW"), "Main"))
    desk.picture("operator")
    found = tokens_of_operators(memory())
    check("they are found where they have to be", "access token" in found, found)
    open_dialog()
    desk.press(mnemonic("central.signOut"))
    desk.wait_for(header("CONNECTED"))
    close_dialog()


def test_nothing_of_operators_is_left_after_the_sign_out():
    equal("in memory", tokens_of_operators(memory()), [])
    equal("in home and logs", tokens_of_operators(kept()), [])


def test_outage_and_its_end():
    central.kill()
    desk.press("F5")
    desk.wait_for(header("LOST"))
    desk.wait_for(THEIRS)
    desk.picture("lost")
    central.start()
    desk.wait_for(header("CONNECTED"))
    desk.picture("back")


def test_links():
    follow(f"keyhopper://provision/{own}")
    desk.wait_for(message("link.hidden", own, "Main"))
    desk.picture("link-own")
    desk.press("Escape")
    desk.wait_until_gone(message("link.hidden", own, "Main"))
    follow(f"keyhopper://provision/{request}?central=Elsewhere")
    desk.wait_for(message("link.otherCentral", request, "Elsewhere", "Main"))
    desk.press("Escape")
    desk.wait_until_gone(message("link.otherCentral", request, "Elsewhere", "Main"))
    follow(f"keyhopper://provision/{request}?central=Main")
    desk.wait_for(message("link.question", THEIRS, "contoso", 3))
    desk.picture("link")
    desk.press("Escape")
    desk.wait_until_gone(message("link.question", THEIRS, "contoso", 3))


def test_leave():
    open_dialog()
    desk.press(mnemonic("central.leave"))
    desk.wait_for(message("central.leave.question", "Main", 0))
    desk.picture("leave")
    desk.press(mnemonic("central.leave.confirm"))
    desk.wait_for(message("central.left"))
    desk.picture("left")
    desk.press("Escape")
    desk.wait_for(OWN)
    check("Central's requests are gone", not desk.has(THEIRS))
