"""
The window of a lone station provisions two people at a desk and then has nothing to do: its memory holds no PIN, neither the secret of the directory nor the
key that protects the station's secrets, nor a token of the directory.
"""

import base64
import os
import re
import sqlite3
import subprocess
import time

import product
import pytest
from card_stack import CardStack
from messages import message
from pcscd import PORTS
from sandbox import Sandbox
from tally import check, equal
from window import Window

pytestmark = [pytest.mark.readers(2), pytest.mark.extra]

USERS = ["anna@contoso.example", "bert@contoso.example"]
PASSWORD = "the key of the office"
PROFILE = '{"pin":{"rule":"random","length":9},"forcePinChange":false}'
# As the directory issues them (RFC 7519).
TOKEN = re.compile(rb"eyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}")
# The key is forgotten when it was not used for a minute.
IDLE = 75


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global desk, keyhopper, office, sandbox, stack, window
    window = Window("window-secrets")
    desk = window.desk
    sandbox = Sandbox([(user, user) for user in USERS])
    stack = CardStack(f"{product.WORK}/cards", PORTS)
    keyhopper = product.Product(SANDBOX_SECRET=sandbox.secret, KEY_PASSWORD=PASSWORD)
    office = f"{product.WORK}/office.p12"
    yield
    sandbox.close()
    stack.close()


def must(*arguments):
    ran = keyhopper(*arguments)
    equal(" ".join(arguments[:2]), (ran.code, ran.err if ran.code else ""), (0, ""))


def test_two_people_get_their_cards():
    global process
    must("directory", "add", "contoso", *sandbox.settings())
    must("pins", "new-key", office, "--password", "env:KEY_PASSWORD")
    must("pins", "activate", office, "--password", "env:KEY_PASSWORD", "--yes")
    people = keyhopper.file("people.csv", "user,displayName\r\n" + "".join(f"{user},{user}\r\n" for user in USERS))
    profile = keyhopper.file("profile.json", PROFILE)
    must("request", "import", people, "--name", "Desk", "--directory", "contoso", "--profile", profile)
    # Variables stay in memory, and only the commands before needed them.
    for name in ("SANDBOX_SECRET", "KEY_PASSWORD"):
        del keyhopper.environment[name]
    process = window.start(keyhopper, message("requests.provision"))
    window.press_until(["alt+p"], message("mode.title"))
    desk.press("Return")
    for slot, user in enumerate(USERS):
        desk.wait_for(message("stage.insert", user))
        stack(f"insert {stack('new plain')['cards'][0]} {slot}")
        desk.wait_for(message("stage.ready"))
        window.press_until(["Return"], message("stage.provisioned"))
        stack(f"remove {slot}")
    desk.wait_for(message("stage.completed", 2, 2))
    desk.picture("completed")


def pins():
    """As the private key opens them."""
    openssl = ["pkcs12", "-in", office, "-nodes", "-passin", f"pass:{PASSWORD}", "-out", f"{office}.pem"]
    subprocess.run(["openssl", *openssl], check=True, capture_output=True)
    with sqlite3.connect(f"file:{keyhopper.home}/station.db?mode=ro", uri=True) as database:
        sealed = [row[0] for row in database.execute("SELECT sealed FROM sealed_pin")]
    opened = []
    for each in sealed:
        verified = ["openssl", "cms", "-verify", "-noverify", "-inform", "DER", "-binary"]
        envelope = subprocess.run(verified, input=base64.b64decode(each), check=True, capture_output=True).stdout
        command = ["openssl", "cms", "-decrypt", "-inform", "DER", "-recip", f"{office}.pem", "-inkey", f"{office}.pem"]
        opened.append(subprocess.run(command, input=envelope, check=True, capture_output=True).stdout)
    return opened


def memory():
    """The objects that are reachable, as the heap dump has them."""
    path = f"{product.WORK}/memory.hprof"
    jcmd = os.path.join(os.path.dirname(product.JAVA), "jcmd")
    # What only a cleaner of the runtime still refers to is gone after a collection.
    subprocess.run([jcmd, str(process.pid), "GC.run"], check=True, capture_output=True)
    time.sleep(2)
    subprocess.run([jcmd, str(process.pid), "GC.heap_dump", path], check=True, capture_output=True)
    with open(path, "rb") as file:
        content = file.read()
    os.remove(path)
    return content


def found(secret, content):
    """Whether it is there as bytes or as characters of two bytes."""
    return secret in content or secret.decode("latin-1").encode("utf-16-le") in content or secret.decode("latin-1").encode("utf-16-be") in content


def test_nothing_secret_is_left_when_idle():
    time.sleep(IDLE)
    with open(f"{keyhopper.home}/station.key", "rb") as file:
        secrets = {"the key of the station": file.read(), "the secret of the directory": sandbox.secret.encode()}
    secrets |= {f"PIN {number}": pin for number, pin in enumerate(pins(), 1)}
    equal("what is looked for", [len(secret) for secret in secrets.values()], [32, len(sandbox.secret), 9, 9])
    left = memory()
    check("the dump has objects", b"org/keyhopper/core/station/Station" in left and found(USERS[0].encode(), left), len(left))
    equal("tokens in memory", len(TOKEN.findall(left)) + len(TOKEN.findall(left.replace(b"\0", b""))), 0)
    equal("in memory", [name for name, secret in secrets.items() if found(secret, left)], [])
    with open(f"{product.WORK}/product.log", "rb") as file:
        printed = file.read()
    equal("in what it printed", [name for name, secret in secrets.items() if found(secret, printed)], [])
    process.terminate()
    process.wait(60)
