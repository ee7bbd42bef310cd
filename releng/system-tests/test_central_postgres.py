"""
Two instances of Central over one PostgreSQL: the database is restarted and an instance is killed between and during calls. Each person gets
one passkey, and Central and the directory agree. Checkpoints show a trail whose end was cut off.
"""

import socket
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from central import Central, Device, Station, b64
from sandbox import Sandbox
from tally import check, equal

pytestmark = pytest.mark.extra

PEOPLE = [f"person{number}@contoso.example" for number in range(1, 7)]
TRIES = 50
PAUSE = 0.2


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture(scope="module", autouse=True)
def opened(network, postgres):
    global server, one, two, sandbox, request_id, station, starter
    server = postgres
    # The server is killed when the thread ends that started it.
    starter = ThreadPoolExecutor(1)
    sandbox = Sandbox([(user, user) for user in PEOPLE])
    database = f"database = {postgres.address}"
    one = Central(free_port(), database, "audit.checkpoints = checkpoints", "audit.file = audit.jsonl")
    two = Central(free_port(), database, instance_of=one)
    one("directory", "add", "contoso", *sandbox.settings(), SANDBOX_SECRET=sandbox.secret)
    path = f"{one.folder}/people.csv"
    with open(path, "w") as file:
        file.write("user\n" + "\n".join(PEOPLE) + "\n")
    request_id = one("request", "import", path, "--name", "Spring", "--directory", "contoso")
    code = one("station", "code", "Desk 1", "--directory", "contoso")
    one.start()
    two.start()
    station = Station(one)
    station.join(code)
    station.sign_in()
    yield
    one.close()
    two.close()
    sandbox.close()
    starter.shutdown()


def until_answered(call):
    """Repeats a call as a station does, until it is answered by other than to be repeated."""
    for _ in range(TRIES):
        try:
            answer = call()
        except OSError:
            time.sleep(PAUSE)
            continue
        if answer.status == 401:
            station.sign_in()
        elif answer.status != 503 and answer.code != "central.in-progress":
            return answer
        else:
            time.sleep(PAUSE)
    raise AssertionError("no answer")


def provision(before_each=lambda: None):
    key = str(uuid.uuid4())
    device = Device()
    before_each()
    claimed = until_answered(lambda: station.claim(request_id, key)).content
    claim, user = claimed["claim"], claimed["recipient"]["user"]
    before_each()
    begun = until_answered(lambda: station.begin(claim, device)).content
    made = device.make(begun)
    before_each()
    equal("registered", until_answered(lambda: station.register(claim, made)).status, 200)
    before_each()
    proof = device.sign(begun["proofClientDataJSON"])
    equal("proved", until_answered(lambda: station.prove(claim, proof)).content, {"outcome": "PROVISIONED"})
    equal("one passkey", [method["credentialId"] for method in sandbox.passkeys().get(user, [])], [b64(device.id)])
    return user


def test_database_restarted_between_calls():
    def restart():
        server.stop()
        server.start()

    provision(restart)


def test_database_restarted_during_calls():
    """It goes away while the directory is being asked."""
    restarts = []

    def restart():
        time.sleep(0.05)
        server.stop()
        server.start()

    def wait_then_soon():
        for future in restarts:
            future.result()
        restarts.append(starter.submit(restart))

    provision(wait_then_soon)
    restarts[-1].result()


def test_other_instance_goes_on():
    """The first instance is killed after each call; the station goes on at the other one."""
    instances = [one, two]

    def fail_over():
        station.central.kill()
        instances.append(instances.pop(0))
        station.central.start()
        station.central = instances[0]

    user = provision(fail_over)
    equal("at Central", one.outcomes(request_id)[user], "PROVISIONED")
    station.central = one


def test_audit_trail_and_checkpoints():
    one.stop()
    told = one("audit", "verify", "--checkpoints", f"{one.folder}/checkpoints")
    check("it agrees with its checkpoints", "They agree with" in told, told)
    with open(f"{one.folder}/audit.jsonl") as file:
        lines = file.read().splitlines()
    check("passkeys were exported as account changes", any('"type_uid":300110' in line for line in lines))
    schema = "DELETE FROM audit_event WHERE number > 3; UPDATE counter SET value = 3 WHERE name = 'audit'"
    server.ask(schema)
    told = one("audit", "verify", "--checkpoints", f"{one.folder}/checkpoints", code=1)
    check("an end that was cut off is noticed", "entries after 3 are missing" in told, told)
