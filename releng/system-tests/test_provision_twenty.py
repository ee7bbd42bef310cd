"""
Provisions 20 people through a real pcscd, and looks at the result from outside: what the directory and the cards hold, what the reports
say, and whether a client that others wrote can sign in with each card.
"""

import json
import subprocess

import csv
import io
import pytest
from desk import READERS, Desk
from sign_in import sign_in
from tally import check, equal

pytestmark = pytest.mark.readers(2)

PIN = "73529416"
NAMES = [
    "Amélie O'Brien", "Björn Müller", "Chiara D'Angelo", "Dmitri Nowak", "Eoin Ó Súilleabháin", "Fatima Öztürk", "Grete Groß",
    "Hüseyin Åkesson", "Ines de la Cruz", "Jürgen Weiß", "Katarzyna Żółć", "Liam Smith-Jones", "Mei Tanaka", "Nuño García Márquez",
    "Olga Petrov", "Priya Nguyễn", "Zoë, the second", "Renée L'Hôpital", "Søren Sørensen", 'Maximiliane "Max" Wolfeschlegelsteinhausen',
]  # fmt: skip
ACCOUNTS = [f"person{number:02}@contoso.example" for number in range(1, len(NAMES) + 1)]
ACCOUNTS[0] = "amelie.o'brien@contoso.example"
ACCOUNTS[4] = "eoin#1@contoso.example"
PEOPLE = list(zip(ACCOUNTS, NAMES))
LATER = [(f"later{number}@contoso.example", f"Later {number}") for number in range(1, 4)]
request = None
first = None


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global cards, desk
    desk = Desk(PEOPLE + LATER, CARD_PIN=PIN)
    cards = dict(zip(ACCOUNTS, desk.cards("plain", len(PEOPLE))))
    yield
    desk.close()


def test_import_of_20_people():
    global request
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([("user", "displayName"), *PEOPLE])
    people = desk.product.file("zwanzig Leute.csv", b"\xef\xbb\xbf" + text.getvalue().encode())
    profile = desk.product.file("entered.json", '{"pin":{"rule":"entered"},"forcePinChange":false}')
    command = ("request", "import", people, "--name", "Zürich, 1st floor", "--directory", "contoso", "--profile", profile)
    answer = desk.must(*command, "--json").lines
    equal("import counts", [line["recipients"] for line in answer], [20])
    request = answer[0]["id"]
    shown = desk.must("request", "show", request, "--json").lines[0]
    equal("names", [person["displayName"] for person in shown["recipients"]], NAMES)
    equal("directory test", desk.product("directory", "test", "contoso").code, 0)


def test_provisioning():
    global first
    first = desk.provision(request, cards, "--pin", "env:CARD_PIN")
    equal("exit", first.code, 0)
    equal("summary", [first.summary.get(key) for key in ("total", "provisioned", "failed", "pending", "unclear")], [20, 20, 0, 0, 0])
    equal("outcomes", {run["outcome"] for run in first.outcomes.values()}, {"PROVISIONED"})
    equal("order", first.turns, ACCOUNTS)


def test_the_same_at_the_directory_and_on_the_cards():
    passkeys = desk.sandbox.passkeys()
    equal("people with passkeys", sorted(passkeys), sorted(ACCOUNTS))
    for user in ACCOUNTS:
        at_directory = [method["credentialId"] for method in passkeys[user]]
        on_card = [credential["id"] for credential in desk.card(cards[user])["credentials"]]
        told = first.outcomes[user]["credentialId"]
        check(f"one credential, the same everywhere: {user}", at_directory == on_card == [told], f"{at_directory} {on_card} {told}")
    equal("different credentials", len({method["credentialId"] for methods in passkeys.values() for method in methods}), 20)


def test_signing_in_with_anothers_client():
    for user in ACCOUNTS:
        desk.insert(cards[user])
        credential = desk.card(cards[user])["credentials"][0]
        check(f"sign-in: {user}", sign_in(READERS[desk.slot], desk.sandbox, credential, PIN))
        desk.remove()


def test_reports():
    files = {kind: f"{desk.product.home}/report.{kind}" for kind in ("csv", "json", "pdf")}
    for kind, path in files.items():
        desk.must("request", "report", request, "--format", kind, "--out", path)
    with open(files["csv"], encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    equal("CSV rows", [(row["user"], row["outcome"]) for row in rows], [(user, "PROVISIONED") for user in ACCOUNTS])
    equal("CSV names", [row["displayName"] for row in rows], NAMES)
    with open(files["json"], encoding="utf-8") as file:
        people = json.load(file)["recipients"]
    equal("JSON", [(one["user"], one["outcome"]) for one in people], [(user, "PROVISIONED") for user in ACCOUNTS])
    with open(files["pdf"], "rb") as file:
        content = file.read()
    check("PDF begins and ends as one", content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF"))
    if subprocess.run(["which", "pdftotext"], capture_output=True).returncode == 0:
        text = subprocess.run(["pdftotext", "-layout", files["pdf"], "-"], capture_output=True, text=True).stdout
        equal("PDF names", [name for name in NAMES if name.split()[0] not in text], [])


def test_a_second_run():
    before = desk.sandbox.passkeys()
    again = desk.provision(request, {})
    equal("exit", again.code, 0)
    equal("nothing asked, nothing done", [event["event"] for event in again.events], ["summary"])
    check("sandbox unchanged", desk.sandbox.passkeys() == before)
    equal("state", [line["state"] for line in desk.must("request", "list", "--json").lines], ["COMPLETED"])


def test_random_pins_change_forced():
    users = [user for user, _ in LATER]
    others = dict(zip(users, desk.cards("plain", len(users))))
    run = desk.provision(desk.request(users), others)
    equal("outcomes", [run.outcome(user) for user in users], ["PROVISIONED"] * len(users))
    states = [desk.card(serial) for serial in others.values()]
    equal("PIN to be changed", [state["pinChangeForced"] for state in states], [True] * len(users))
    equal("steps", run.steps(users[0]), ["identify", "check", "pin", "options", "create", "verify", "register", "prove", "finish"])


def test_those_named_and_no_others():
    users = [user for user, _ in LATER]
    others = dict(zip(users, desk.cards("plain", len(users))))
    later = desk.request(users)
    one = desk.provision(later, others, "--person", "2")
    equal("exit of a run for one", one.code, 0)
    equal("attempted", one.turns, users[1:2])
    equal("the others are left", list(desk.standing(later).values()), ["PENDING", "PROVISIONED", "PENDING"])
    equal("exit with the name of a stranger", desk.provision(later, others, "--person", "stranger@contoso.example").code, 2)
    rest = desk.provision(later, others, "--person", users[2], "--person", users[0].upper())
    equal("exit of a run for two", rest.code, 0)
    equal("attempted in the order of the request", rest.turns, [users[0], users[2]])
