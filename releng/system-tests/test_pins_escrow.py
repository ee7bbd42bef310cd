"""
Initial PINs of 30 people in escrow at a lone station: sealed, released to the holder of the key only, and printed on letters whose PIN, as others' tools read
it, is that of the person's card. Without the private key neither the home nor the memory of an idle window gives a PIN.
"""

import base64
import glob
import os
import re
import sqlite3
import subprocess

import product
import pytest
from desk import PORTS, READERS, Desk
from fido2.ctap import CtapError
from fido2.ctap2 import ClientPin, Ctap2
from fido2.pcsc import CtapPcscDevice
from sign_in import connect
from tally import check, equal

pytestmark = pytest.mark.readers(6)

USERS = [f"person{number:02}@contoso.example" for number in range(1, 31)]
NAMES = {user: f"Person Number {number}" for number, user in enumerate(USERS, 1)}
# Six digits stand in a letter for other reasons, too.
PROFILE = '{"pin":{"rule":"random","length":9},"forcePinChange":false}'
KEY_PASSWORD, LETTER_PASSWORD = "the key of the office", "the letters of Berlin"
KEY = ["--key-password", "env:KEY_PASSWORD", "--reason", "letters for Berlin"]
pins = {}


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global desk, request_id, cards, office, letters
    desk = Desk(NAMES.items(), KEY_PASSWORD=KEY_PASSWORD, LETTER_PASSWORD=LETTER_PASSWORD)
    office = os.path.join(product.WORK, "office.p12")
    letters = os.path.join(product.WORK, "letters.pdf")
    cards = dict(zip(USERS, desk.cards("plain", len(USERS))))
    desk.must("pins", "new-key", office, "--password", "env:KEY_PASSWORD")
    desk.must("pins", "activate", office, "--password", "env:KEY_PASSWORD", "--yes")
    request_id = desk.request(USERS, PROFILE)
    yield
    desk.close()


def states():
    return {pin["user"]: pin["state"] for pin in desk.must("pins", "list", request_id, "--json").lines}


def test_pins_are_sealed_in_a_run():
    run = desk.provision(request_id, cards)
    equal("outcomes", {run.outcome(user) for user in USERS}, {"PROVISIONED"})
    equal("states", states(), dict.fromkeys(USERS, "SEALED"))


def test_letters_are_encrypted_and_recorded():
    command = ["pins", "letters", request_id, "--key", office, *KEY, "--out", letters, "--password", "env:LETTER_PASSWORD"]
    desk.must(*command)
    with open(letters, "rb") as file:
        content = file.read()
    check("encrypted", b"/Encrypt" in content and USERS[0].encode() not in content)
    equal("only for the owner", os.stat(letters).st_mode & 0o077, 0)
    equal("not overwritten", desk.product(*command).code, 2)
    equal("states", states(), dict.fromkeys(USERS, "RELEASED"))


def test_a_page_for_each_person_has_one_pin():
    command = ["pdftotext", "-layout", "-upw", LETTER_PASSWORD, letters, "-"]
    pages = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\f")[:-1]
    equal("pages", len(pages), len(USERS))
    for user, page in zip(USERS, pages):
        equal(f"whose letter: {user}", {other for other in USERS if other in page}, {user})
        found = re.findall(r"(?m)^\s*(\d{9})\s*$", page)
        equal(f"PINs in the letter to {user}", len(found), 1)
        pins[user] = found[0]
    equal("different PINs", len(set(pins.values())), len(USERS))
    shown = desk.must("pins", "show", request_id, "--person", USERS[-1], "--key", office, *KEY, "--json").lines[0]
    equal("the one that is shown", shown["pin"], pins[USERS[-1]])


def accepted(reader, pin):
    """Whether the card in the reader accepts the PIN, as another client asks it."""
    connection = connect(reader)
    try:
        ClientPin(Ctap2(CtapPcscDevice(connection, reader))).get_pin_token(pin)
        return True
    except CtapError as e:
        if e.code != CtapError.ERR.PIN_INVALID:
            raise
        return False
    finally:
        connection.disconnect()


def test_each_pin_is_that_of_the_card():
    for first in range(0, len(USERS), len(PORTS)):
        some = USERS[first : first + len(PORTS)]
        for slot, user in enumerate(some):
            desk.insert(cards[user], slot)
        for slot, user in enumerate(some):
            check(f"opens the card of {user}", accepted(READERS[slot], pins[user]))
        if first == 0:
            check("another's PIN does not", not accepted(READERS[0], pins[some[1]]))
        for slot in range(len(some)):
            desk.stack(f"remove {slot}")


def test_openssl_opens_a_sealed_pin():
    with sqlite3.connect(os.path.join(desk.product.home, "station.db")) as database:
        sealed = database.execute("SELECT sealed FROM sealed_pin ORDER BY ceremony").fetchone()[0]
    folder = os.path.join(product.WORK, "openssl")
    os.makedirs(folder)
    with open(os.path.join(folder, "sealed.der"), "wb") as file:
        file.write(base64.b64decode(sealed))
    for command in (
        ["pkcs12", "-in", office, "-nodes", "-passin", "pass:" + KEY_PASSWORD, "-out", "key.pem"],
        ["cms", "-verify", "-noverify", "-inform", "DER", "-in", "sealed.der", "-out", "pin.der"],
        ["cms", "-decrypt", "-inform", "DER", "-in", "pin.der", "-recip", "key.pem", "-inkey", "key.pem", "-out", "pin"],
    ):
        subprocess.run(["openssl", *command], cwd=folder, check=True, capture_output=True)
    with open(os.path.join(folder, "pin"), encoding="ascii") as file:
        equal("the PIN", file.read(), pins[USERS[0]])


def test_no_pin_is_in_a_file():
    needles = {pin.encode(form) for pin in pins.values() for form in ("utf-8", "utf-16-le")}
    for path in glob.glob(f"{desk.product.home}/**", recursive=True, include_hidden=True):
        if os.path.isfile(path):
            with open(path, "rb") as file:
                content = file.read()
            check(f"{path} holds no PIN", not any(needle in content for needle in needles))
    with open(os.path.join(desk.product.home, "station.db"), "rb") as file:
        check("it was the database that was read", file.read(6) == b"SQLite")
