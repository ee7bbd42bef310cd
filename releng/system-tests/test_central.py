"""
Central over HTTPS with a scripted station and a sandbox directory: one person after the other is provisioned, the server is killed between any
two calls, and a hostile station gets nowhere.
"""

import re
import socket
import uuid

import pytest
from central import Central, Device, Key, Station, b64
from sandbox import Sandbox
from tally import check, equal

TERMINATED = 143
PEOPLE = [f"person{number}@contoso.example" for number in range(1, 12)]


@pytest.fixture(scope="module", autouse=True)
def opened(network):
    global central, sandbox, request_id, station, code
    sandbox = Sandbox([(user, user) for user in PEOPLE])
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    central = Central(port)
    central("directory", "add", "contoso", *sandbox.settings(), SANDBOX_SECRET=sandbox.secret)
    path = f"{central.folder}/people.csv"
    with open(path, "w") as file:
        file.write("user\n" + "\n".join(PEOPLE) + "\n")
    request_id = central("request", "import", path, "--name", "Spring", "--directory", "contoso")
    code = central("station", "code", "Desk 1", "--directory", "contoso")
    central.start()
    station = Station(central)
    yield
    central.close()
    sandbox.close()


def credentials(user):
    return [method["credentialId"] for method in sandbox.passkeys().get(user, [])]


def claimed(printer=None):
    answer = station.claim(request_id, printer=printer)
    equal("claimed", answer.status, 201)
    return answer.content["claim"], answer.content["recipient"]["user"]


def test_faults_of_the_configuration():
    path = f"{central.folder}/bad.conf"
    with open(path, "w") as file:
        file.write("data = data\nlisten.port = many\nlisten.host = 0.0.0.0\ncolour = blue\nnonsense\n")
    told = central("check", "--config", path, code=2)
    for line, key in ((2, "listen.port"), (3, "listen.host"), (4, "colour"), (5, "nonsense")):
        check(f"line {line} is reported", f"line {line}: {key}" in told, told)
    check("the good one", "can be used" in central("check"))
    equal("the server does not start, and its process ends", central("serve", "--config", path, code=2), told)


def test_join():
    equal("a wrong code", station.join("AAAAA-BBBBB").code, "central.code-not-valid")
    equal("the code", station.join(code).status, 201)
    equal("again with the same key: the same station", station.join(code).content["station"], station.id)
    equal("with another key", Station(central).join(code).code, "central.code-not-valid")


def test_tokens():
    equal("no token", station.claim(request_id).code, "central.not-signed-in")
    equal("signed in", station.sign_in().status, 200)
    stranger = Station(central)
    stranger.token = station.token
    equal("another key's proof", stranger.claim(request_id).code, "central.key-not-proven")
    path = f"/api/v1/requests/{request_id}/claims"
    key = {"Idempotency-Key": "replay"}
    proof = station.proof("POST", path, htm="GET")
    equal("a proof for another method", station.send(path, {}, proof=proof, **key).code, "central.key-not-proven")
    proof = station.proof("POST", "/api/v1/claims/1/proof")
    equal("a proof for another address", station.send(path, {}, proof=proof, **key).code, "central.key-not-proven")
    proof = station.proof("POST", path, iat=1)
    equal("an old proof", station.send(path, {}, proof=proof, **key).code, "central.clock-differs")
    proof = station.proof("POST", path)
    equal("a proof once", station.send(path, {}, proof=proof).code, "central.idempotency-key-missing")
    equal("and twice", station.send(path, {}, proof=proof).code, "central.proof-replayed")
    forged = Key().jwt({"typ": "at+jwt"}, {"iss": central.url, "aud": central.url, "sub": station.id})
    equal("a forged token", station.send(path, {}, token=forged, **key).code, "central.key-not-proven")
    equal("an unknown address", station.send("/api/v1/nothing", {}).status, 404)
    equal("not JSON", station.send(path, [("x", "1")], **key).status, 415)


def test_one_person():
    claim, user = claimed()
    device = Device()
    begun = station.begin(claim, device)
    equal("begun", begun.status, 200)
    made = device.make(begun.content)
    equal("registered", station.register(claim, made).status, 200)
    equal("registered alone is not provisioned", central.outcomes(request_id)[user], "UNCLEAR")
    proof = device.sign(begun.content["proofClientDataJSON"])
    equal("proved", station.prove(claim, proof).content, {"outcome": "PROVISIONED"})
    equal("at Central", central.outcomes(request_id)[user], "PROVISIONED")
    equal("at the directory", credentials(user), [b64(device.id)])


def test_killed_between_any_two_calls():
    """After each call the server is killed and started again, and the call is made once more."""

    def twice(name, call, *statuses):
        first = call()
        check(f"{name}: answered", first.status in statuses, (first.status, first.content))
        central.kill()
        central.start()
        again = call()
        check(f"{name}: the same again", (again.status, again.content) == (first.status, first.content), again.content)
        return first

    key = str(uuid.uuid4())
    answer = twice("claim", lambda: station.claim(request_id, key), 201)
    claim, user = answer.content["claim"], answer.content["recipient"]["user"]
    device = Device()
    begun = twice("begin", lambda: station.begin(claim, device), 200).content
    made = device.make(begun)
    twice("register", lambda: station.register(claim, made), 200)
    equal("not provisioned without a proof", central.outcomes(request_id)[user], "UNCLEAR")
    proof = device.sign(begun["proofClientDataJSON"])
    twice("prove", lambda: station.prove(claim, proof), 200)
    equal("provisioned", central.outcomes(request_id)[user], "PROVISIONED")
    equal("once", credentials(user), [b64(device.id)])
    key = str(uuid.uuid4())
    answer = twice("claim the next", lambda: station.claim(request_id, key), 201)
    claim, other = answer.content["claim"], answer.content["recipient"]["user"]
    check("the next is another", other != user)
    twice("begin the next", lambda: station.begin(claim, device), 200)
    twice("release", lambda: station.release(claim, reason="device.removed", deviceClean=True), 200)
    equal("failed, and clean", (central.outcomes(request_id)[other], credentials(other)), ("FAILED", []))


def test_killed_while_the_directory_registers():
    """The answer of the directory comes when the server is gone; the repeated call finds the passkey."""
    claim, user = claimed()
    device = Device()
    begun = station.begin(claim, device).content
    made = device.make(begun)
    sandbox.rule("register", "answer-lost", user=user)
    first = station.register(claim, made)
    check("found, or to be repeated", first.status in (200, 503), (first.status, first.content))
    sandbox.behave()
    central.kill()
    central.start()
    equal("registered", station.register(claim, made).status, 200)
    equal("proved", station.prove(claim, device.sign(begun["proofClientDataJSON"])).status, 200)
    equal("once", credentials(user), [b64(device.id)])


def test_hostile_station():
    claim, user = claimed()
    device = Device()
    begun = station.begin(claim, device).content
    equal("a second one at the desk", station.claim(request_id).code, "central.too-many-claims")
    other_claim, other_user = claimed("P1")
    other_device = Device()
    other = station.begin(other_claim, other_device).content
    equal("the options of another claim", station.register(claim, device.make(other)).code, "device.attestation-invalid")
    lying = Device(uuid.uuid4())
    equal("another model", station.register(claim, lying.make(begun)).code, "device.attestation-invalid")
    equal("nothing was registered", credentials(user), [])
    made = device.make(begun)
    equal("registered", station.register(claim, made).status, 200)
    equal("a second credential", station.register(claim, Device().make(begun)).code, "central.other-credential")
    wrong = device.sign(other["proofClientDataJSON"])
    equal("another challenge", station.prove(claim, wrong).code, "device.assertion-invalid")
    proof = device.sign(begun["proofClientDataJSON"])
    equal("proved", station.prove(claim, proof).status, 200)
    equal("registered for the other", station.register(other_claim, other_device.make(other)).status, 200)
    equal("a replayed assertion", station.prove(other_claim, proof).code, "device.assertion-invalid")
    equal("the other is not provisioned", central.outcomes(request_id)[other_user], "UNCLEAR")
    equal("released", station.release(other_claim, reason="device.removed", deviceClean=True).content["outcome"], "FAILED")
    equal("and removed", credentials(other_user), [])
    old, _ = claimed()
    equal("given back", station.release(old).status, 200)
    equal("an old number", station.begin(old, device).code, "central.claim-lost")
    equal("a number of nobody's", station.begin(999999, device).code, "central.no-such-claim")
    another = Station(central)
    another.join(central("station", "code", "Desk 2", "--directory", "contoso"))
    another.sign_in()
    mine, _ = claimed()
    equal("another station's claim", another.begin(mine, device).code, "central.no-such-claim")
    elsewhere = Station(central)
    elsewhere.join(central("station", "code", "Desk 3", "--directory", "fabrikam"))
    elsewhere.sign_in()
    equal("another directory", elsewhere.claim(request_id).code, "central.not-permitted")


def test_audit_trail():
    told = central("audit", "verify")
    check("it is intact", re.match(r"\d+ entries are intact", told), told)


def test_stop_and_secrets():
    check("a graceful stop", central.stop() in (0, TERMINATED))
    log = central.log()
    check("calls are in the log with their ids", re.search(r"call [0-9a-f-]{36}: POST api/v1/claims/\d+/proof by station:\S+: 200", log))
    secrets = [code, station.token, sandbox.secret]
    equal("no secret is in the log", [secret for secret in secrets if secret in log], [])
