"""
Signs in to PingOne at the window as a person does, by browser, with PKCE and at ports that are fixed, of which other programs have none, some
or all; and provisions somebody without MFA, which is asked about: once no, once yes. Pictures are left in target/window-pingone.
"""

import base64
import hashlib
import json
import socket
import time
import urllib.error
import urllib.parse
import urllib.request

import pcscd
import product
import pytest
from browser import Browser
from card_stack import CardStack
from messages import finding, message, problem
from sandbox import PingOne
from tally import check, equal
from window import Window

pytestmark = pytest.mark.readers(1)

PORTS = [9443, 9444, 9445]
ANNA, BERT = "anna@contoso.example", "bert@contoso.example"
ASKED = message("consent.title")
INSERT = message("stage.insert")
READY = message("stage.ready")
FAILED = message("stage.failed")
SIGN_IN = finding("sign-in")


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global browser, desk, keyhopper, press_until, sandbox, stack, window
    window = Window("window-pingone")
    desk, press_until = window.desk, window.press_until
    sandbox = PingOne([(ANNA, "Anna Berg"), (BERT, "Bert Castro")])
    sandbox.change(ANNA, mfaEnabled=False)
    stack = CardStack(f"{product.WORK}/cards", pcscd.PORTS[:1])
    keyhopper = product.Product(SANDBOX_SECRET=sandbox.secret)
    browser = Browser(product.WORK)
    yield
    sandbox.close()
    stack.close()


def taking(ports):
    """Other programs take these."""
    return [socket.create_server(("127.0.0.1", port)) for port in ports]


def let_go(taken):
    for one in taken:
        one.close()


def asked_for(address):
    """The parameters of a sign-in page."""
    return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(address).query))


def go(*keys):
    """Goes to another directory, of which nothing is found yet."""
    desk.press(*keys)
    desk.wait_until_gone(f"{SIGN_IN}: ")


def signed_in(name, port):
    window.test_connection()
    desk.wait_for(f"{SIGN_IN}: {message('directory.good')}")
    desk.wait_for("(for pingone.eu, ")
    desk.picture(name)
    address = browser.opened()[-1]
    page = asked_for(address)
    check("the page is PingOne's", address.startswith(sandbox.ready["authUrl"] + "/authorize?"), address)
    equal("with a challenge", (page["code_challenge_method"], len(page["code_challenge"])), ("S256", 43))
    equal("and leads back to a port that is registered", page["redirect_uri"], f"http://localhost:{port}/keyhopper")
    equal("for what the roles give", (page["response_type"], page["scope"]), ("code", "openid"))


def given_up():
    """Whoever closed the browser does not wait, and leaves no port taken."""
    browser.close_at_once()
    go("Up", "Down")
    window.test_connection()
    desk.wait_for(message("directory.testing"))
    end = time.monotonic() + 60
    while len(browser.opened()) < 3 and time.monotonic() < end:
        time.sleep(0.1)
    desk.press("alt+t")
    desk.wait_for(problem("directory.sign-in-cancelled"))
    desk.picture("given-up")
    again = taking(PORTS)
    equal("the ports are free again", len(again), len(PORTS))
    let_go(again)


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def code_for(verifier):
    """A code, as the page of the sandbox gives it for a verifier."""
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
    page = {
        "response_type": "code",
        "client_id": sandbox.ready["clientId"],
        "redirect_uri": f"http://localhost:{PORTS[0]}/keyhopper",
        "code_challenge": challenge,
        "code_challenge_method": "S256",
        "state": "x",
    }
    try:
        urllib.request.build_opener(Stay).open(f"{sandbox.ready['authUrl']}/authorize?{urllib.parse.urlencode(page)}")
    except urllib.error.HTTPError as moved:
        return asked_for(moved.headers["Location"])["code"]


def redeemed(code, verifier):
    form = {
        "grant_type": "authorization_code",
        "client_id": sandbox.ready["clientId"],
        "redirect_uri": f"http://localhost:{PORTS[0]}/keyhopper",
        "code": code,
        "code_verifier": verifier,
    }
    try:
        return urllib.request.urlopen(f"{sandbox.ready['authUrl']}/token", urllib.parse.urlencode(form).encode()).status
    except urllib.error.HTTPError as refused:
        return refused.code, json.load(refused)["error"]


def insert(serial):
    desk.wait_for(INSERT)
    stack(f"insert {serial} 0")
    desk.wait_for(READY)


def mfa():
    return {user: sandbox.person(user)["mfaEnabled"] for user in (ANNA, BERT)}


def holders():
    return {user: len(methods) for user, methods in sandbox.passkeys().items()}


def credentials(serial):
    return len(stack(f"state {serial}")["card"]["credentials"])


def expect_figures(*wanted):
    figures = [word for word in desk.words() if word.isdigit()][:6]
    equal("total, provisioned, failed, skipped, pending, unclear", figures, list(wanted))


def no(serial):
    insert(serial)
    press_until(["Return"], ASKED)
    check("names the person", desk.has(ANNA), desk.words())
    desk.picture("asked")
    equal("nothing is changed before the answer", (mfa()[ANNA], holders(), sandbox.pending()), (False, {}, 0))
    # What Enter does is the harmless answer.
    desk.press("Return")
    desk.wait_for(FAILED)
    desk.wait_for(problem("directory.mfa-disabled"))
    desk.picture("no")
    equal("nothing was changed", (mfa(), holders(), sandbox.pending()), ({ANNA: False, BERT: True}, {}, 0))
    equal("nor on the card", (credentials(serial), stack(f"state {serial}")["card"]["pinSet"]), (0, False))
    stack("remove 0")


def yes(serial):
    insert(serial)
    press_until(["Return"], ASKED)
    desk.press("alt+c")
    desk.wait_for(message("stage.provisioned"))
    desk.picture("yes")
    stack("remove 0")
    desk.wait_for(message("stage.completed", 2, 2))
    equal("MFA is on", mfa(), {ANNA: True, BERT: True})
    equal("one passkey each", (holders(), sandbox.pending(), credentials(serial)), ({ANNA: 1, BERT: 1}, 0, 1))


def test_the_window_opens():
    equal("directory added", keyhopper("directory", "add", "worker", *sandbox.settings()).code, 0)
    for name in ("1 all free", "2 one taken", "3 all taken"):
        equal(f"{name} added", keyhopper("directory", "add", name, *sandbox.places(), "--set", "signIn=browser").code, 0)
    path = keyhopper.file("people.csv", f"user,displayName\r\n{ANNA},Anna Berg\r\n{BERT},Bert Castro\r\n")
    equal("request imported", keyhopper("request", "import", path, "--name", "Both", "--directory", "worker").code, 0)
    window.start(keyhopper, message("requests.provision"), **browser.environment)


def test_the_sandbox_verifies():
    """That somebody could sign in means only as much as the sandbox looks at."""
    verifier = "v" * 43
    equal("the verifier is taken", redeemed(code_for(verifier), verifier), 200)
    equal("another verifier is not", redeemed(code_for(verifier), "w" * 43), (400, "invalid_grant"))


def test_whoever_works_is_asked_before_mfa_is_switched_on():
    first, second = stack("new plain 2")["cards"]
    press_until(["alt+p"], message("mode.title"))
    desk.press("Return")
    no(first)
    insert(first)
    press_until(["Return"], message("stage.provisioned"))
    equal("nobody is asked about who has MFA", (desk.has(ASKED), holders()), (False, {BERT: 1}))
    stack("remove 0")
    desk.wait_for(message("stage.completed", 1, 2))
    press_until(["Return"], message("results.retry"))
    desk.wait_for(problem("directory.mfa-disabled"))
    expect_figures("2", "1", "1", "0", "0", "0")
    desk.picture("results-after-no")
    desk.press("alt+e")
    yes(second)
    press_until(["Return"], message("results.retry"))
    expect_figures("2", "2", "0", "0", "0", "0")


# A busy machine can lose keys of it.
@pytest.mark.long
def test_a_person_signs_in():
    window.open_first_directory()
    signed_in("port-free", PORTS[0])
    go("Down")
    taken = taking(PORTS[:1])
    signed_in("first-port-taken", PORTS[1])
    go("Down")
    taken += taking(PORTS[1:])
    window.test_connection()
    desk.wait_for(problem("directory.sign-in-port-taken"))
    check("names the ports", desk.has("9443, 9444, 9445"), desk.words())
    desk.picture("all-ports-taken")
    let_go(taken)
    given_up()
    pages = [asked_for(address) for address in browser.opened()]
    equal("the browser was opened for each that found a port", len(pages), 3)
    for member in ("state", "code_challenge"):
        equal(f"another {member} each time", len({page[member] for page in pages}), 3)
    desk.press("Escape")
    desk.wait_until_gone(message("directories.message"))
