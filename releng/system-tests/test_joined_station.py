"""
The built Keyhopper joins the built Central, and provisions its people through virtual readers; it is killed between registration and proof, and goes on.
Central is killed as well, and reached again. Local requests are hidden meanwhile, and back once the station has left.
"""

import os
import socket
import subprocess

import probe
import pytest
from central import Central, sha256
from desk import Desk
from tally import check, equal

pytestmark = pytest.mark.readers(4)

KILLED = 137
PEOPLE = [f"person{number}@contoso.example" for number in range(1, 6)]
PACKAGES = ["org.osgi.framework", "org.keyhopper.core.journal", "org.keyhopper.core.records", "org.keyhopper.core.request"]


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global central, desk, cards, own, code
    desk = Desk([(user, user) for user in PEOPLE])
    own = desk.request(PEOPLE[:1], name="Own")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    central = Central(port)
    central("directory", "add", "contoso", *desk.sandbox.settings(), SANDBOX_SECRET=desk.sandbox.secret)
    code = central("station", "code", "Desk 1", "--directory", "contoso")
    central.start()
    cards = {user: desk.cards("plain")[0] for user in PEOPLE}
    yield
    central.close()
    desk.close()


def request_of(*people):
    path = f"{central.folder}/people.csv"
    with open(path, "w") as file:
        file.write("user\n" + "\n".join(people) + "\n")
    return central("request", "import", path, "--name", "Spring", "--directory", "contoso")


def fingerprint():
    key = subprocess.run(["openssl", "x509", "-in", central.certificate, "-pubkey", "-noout"], check=True, capture_output=True).stdout
    der = subprocess.run(["openssl", "pkey", "-pubin", "-outform", "DER"], input=key, check=True, capture_output=True).stdout
    return sha256(der).hex()


def credentials(user):
    return [method["credentialId"] for method in desk.sandbox.passkeys().get(user, [])]


def provisioned_once(user, request):
    equal(f"{user}: at Central", central.outcomes(request)[user], "PROVISIONED")
    on_card = [credential["id"] for credential in desk.card(cards[user])["credentials"]]
    equal(f"{user}: one passkey, on the card and at the directory", (len(on_card), credentials(user)), (1, on_card))


def test_join():
    with open(f"{desk.product.home}/code", "w") as file:
        file.write(code + "\n")
    join = ["central", "join", central.url, "--code-file", f"{desk.product.home}/code", "--fingerprint"]
    wrong = desk.product(*join, "00" * 32)
    equal("another key of the server is refused", wrong.code, 2)
    check("and its fingerprint shown", fingerprint() in wrong.err, wrong.err)
    joined = desk.product(*join, fingerprint(), "--json")
    equal("joined", (joined.code, joined.lines[0].get("station") if joined.code == 0 else joined.err), (0, "Desk 1"))
    os.remove(f"{desk.product.home}/code")
    again = desk.product("central", "join", central.url, "--code", "AAAAA-BBBBB", "--fingerprint", fingerprint())
    equal("not twice", again.code, 2)
    status = desk.must("central", "status", "--json").lines[0]
    equal("status", (status["joined"], status["url"]), (True, central.url))
    equal("own requests are hidden", desk.must("request", "list", "--json").lines, [])
    equal("and not found", desk.product("request", "show", own).code, 2)


def test_three_people():
    request = request_of(*PEOPLE[:3])
    run = desk.provision(request, cards)
    equal("exit", (run.code, run.turns), (0, PEOPLE[:3]))
    for user in PEOPLE[:3]:
        provisioned_once(user, request)


def test_killed_between_registration_and_proof():
    request = request_of(PEOPLE[3])
    options = probe.install("HaltingJournal", PACKAGES)
    java = {"KEYHOPPER_JAVA_OPTIONS": f"{options} -Dprobe.haltAt=REGISTERED:after"}
    run = desk.provision(request, cards, seconds=60, **java)
    equal("killed", run.code, KILLED)
    equal("unclear at Central", central.outcomes(request)[PEOPLE[3]], "UNCLEAR")
    run = desk.reconcile(request, put=[cards[PEOPLE[3]]])
    equal("reconciled", (run.code, run.outcome(PEOPLE[3])), (0, "PROVISIONED"))
    provisioned_once(PEOPLE[3], request)


def test_central_out_of_reach():
    request = request_of(PEOPLE[4])
    desk.must("request", "show", request)
    central.kill()
    paused = []

    def back(event, run):
        if event["event"] == "paused" and not paused:
            paused.append(list(run.turns))
            central.start()

    run = desk.provision(request, cards, react=back)
    equal("the run waits, and begins no one meanwhile", paused, [[]])
    equal("it goes on by itself once Central is back", (run.code, run.turns), (0, [PEOPLE[4]]))
    provisioned_once(PEOPLE[4], request)


def test_leave():
    left = desk.must("central", "leave")
    check("Central was told", "has left Central" in left.out + left.err, left.out + left.err)
    check("nothing is left of it", not os.path.exists(f"{desk.product.home}/central"))
    equal("own requests are back", [line["id"] for line in desk.must("request", "list", "--json").lines], [own])
    equal("not joined", desk.must("central", "status", "--json").lines, [{"joined": False}])
