"""
The connection of a joined station to Central is cut at each of the calls for a person, before or after Central carried it out, and the directory's options
have expired when it is back. Each person is provisioned exactly once, or has failed with nothing left behind,
and is provisioned when the request is provisioned once more.
"""

import os
import socket
import subprocess

import product
import pytest
from central import LoopbackCentral
from cutting_proxy import CALLS, CuttingProxy
from desk import Desk
from tally import check, equal

pytestmark = [pytest.mark.extra, pytest.mark.readers(2)]

SECONDS = 2
PEOPLE = [f"person{number:02}@contoso.example" for number in range(1, 2 * len(CALLS) + 1)]
KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global desk, central, proxy, request, cards
    desk = Desk([(user, user) for user in PEOPLE])
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    proxy = CuttingProxy(port)
    escrow = os.path.join(product.WORK, "escrow.pem")
    made = ["openssl", "req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=escrow", *KEY, "-keyout", f"{escrow}.key", "-out", escrow]
    subprocess.run(made, check=True, capture_output=True)
    central = LoopbackCentral(port, proxy.url, f"escrow.certificate = {escrow}")
    central("directory", "add", "contoso", *desk.sandbox.settings(), SANDBOX_SECRET=desk.sandbox.secret)
    path = f"{central.folder}/people.csv"
    with open(path, "w") as file:
        file.write("user\n" + "\n".join(PEOPLE) + "\n")
    request = central("request", "import", path, "--name", "Cut", "--directory", "contoso")
    code = central("station", "code", "Desk", "--directory", "contoso")
    central.start()
    desk.must("central", "join", proxy.url, "--code", code)
    cards = dict(zip(PEOPLE, desk.cards("plain", len(PEOPLE))))
    yield
    central.close()
    proxy.close()
    desk.close()


def agree():
    """Devices, directory and Central say the same of everybody; returns Central's outcomes."""
    outcomes = central.outcomes(request)
    held = {}
    for serial in cards.values():
        for credential in desk.card(serial)["credentials"]:
            held.setdefault(credential["userName"], []).append(credential["id"])
    registered = {user: [method["credentialId"] for method in methods] for user, methods in desk.sandbox.passkeys().items()}
    equal("devices hold what the directory has", held, registered)
    equal("each at most one", [user for user, ids in registered.items() if len(ids) > 1], [])
    equal("Central says the same", sorted(user for user, outcome in outcomes.items() if outcome == "PROVISIONED"), sorted(registered))
    return outcomes


def test_options_expire_while_the_connection_is_cut():
    """For every second person; the run would end when the same fault came to three in a row."""
    wanted = dict(zip(PEOPLE, [(call, answer) for call in CALLS for answer in (False, True)]))
    for user in PEOPLE[::2]:
        desk.sandbox.rule("options", "options-expired", times=0, user=user)
    cut = {}

    def react(event, run):
        user = event.get("user")
        if event["event"] == "recipient" and user not in cut:
            call, answer = wanted[user]
            cut[user] = proxy.cut(call, SECONDS, answer=answer)
        return False

    run = desk.provision(request, cards, react=react, seconds=600)
    outcomes = agree()
    print(f"  {run.code}: {outcomes}, cut: {[(each.path.pattern, each.answer, each.calls) for each in cut.values()]}")
    equal("none is open or unclear", set(outcomes.values()), {"PROVISIONED", "FAILED"})
    calls = {each.path.pattern for each in cut.values() if each.calls}
    equal("each call was cut", calls, set(CALLS))


def test_those_who_failed_are_provisioned_by_the_next_run():
    desk.sandbox.behave()
    failed = [user for user, outcome in central.outcomes(request).items() if outcome == "FAILED"]
    # A card that was left in the reader may have served the person after the one it was put in for.
    unused = [serial for serial in cards.values() if not desk.card(serial)["credentials"]]
    run = desk.provision(request, dict(zip(failed, unused)), seconds=600)
    equal("all", set(agree().values()), {"PROVISIONED"})
    equal("the run says so", run.code, 0)
