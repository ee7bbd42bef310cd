"""Initial PINs of a lone station in escrow: sealed, released to the holder of the key only, and the right one for each card."""

import glob
import os
import subprocess

import product
import pytest
from desk import Desk
from tally import check, equal

pytestmark = pytest.mark.readers(2)

USERS = [f"person{number}@contoso.example" for number in range(1, 5)]
KEY_PASSWORD, LETTER_PASSWORD = "the key of the office", "the letters of Berlin"
KEY = ["--key-password", "env:KEY_PASSWORD", "--reason", "letters for Berlin"]
pins = {}


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global desk, request_id, cards, office, letters
    desk = Desk([(user, user) for user in USERS], KEY_PASSWORD=KEY_PASSWORD, LETTER_PASSWORD=LETTER_PASSWORD)
    office = os.path.join(product.WORK, "office.p12")
    letters = os.path.join(product.WORK, "letters.pdf")
    cards = dict(zip(USERS, desk.cards("plain", len(USERS))))
    desk.must("pins", "new-key", office, "--password", "env:KEY_PASSWORD")
    desk.must("pins", "activate", office, "--password", "env:KEY_PASSWORD", "--yes")
    request_id = desk.request(USERS, '{"pin":{"rule":"random","length":8},"forcePinChange":false}')
    yield
    desk.close()


def test_pins_are_sealed_in_a_run():
    run = desk.provision(request_id, cards)
    equal("outcomes", [run.outcome(user) for user in USERS], ["PROVISIONED"] * len(USERS))
    listed = desk.must("pins", "list", request_id, "--json").lines
    equal("states", [(pin["user"], pin["state"]) for pin in listed], [(user, "SEALED") for user in USERS])


def test_letters_are_encrypted_and_recorded():
    command = ["pins", "letters", request_id, "--key", office, *KEY, "--out", letters, "--password", "env:LETTER_PASSWORD"]
    desk.must(*command)
    with open(letters, "rb") as file:
        content = file.read()
    check("encrypted", b"/Encrypt" in content and USERS[0].encode() not in content)
    equal("only for the owner", os.stat(letters).st_mode & 0o077, 0)
    equal("not overwritten", desk.product(*command).code, 2)
    listed = desk.must("pins", "list", request_id, "--json").lines
    equal("states", {pin["state"] for pin in listed}, {"RELEASED"})


def test_each_pin_is_that_of_the_card():
    for user in USERS:
        shown = desk.must("pins", "show", request_id, "--person", user, "--key", office, *KEY, "--json").lines[0]
        pins[user] = shown["pin"]
    equal("different PINs", len(set(pins.values())), len(USERS))
    for user in USERS[:2]:
        desk.insert(cards[user])
        held = desk.product("devices", "credentials", "--pin", "env:CARD_PIN", CARD_PIN=pins[user])
        equal("opens the card of " + user, held.code, 0)
        desk.remove()


def test_openssl_opens_a_sealed_pin():
    import base64
    import sqlite3

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
    connection = os.path.join(desk.product.home, "station.db")
    with open(connection, "rb") as file:
        check("it was the database that was read", file.read(6) == b"SQLite")
