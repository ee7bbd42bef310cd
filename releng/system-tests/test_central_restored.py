"""
Central in operation, once with its own file and once with PostgreSQL: it is backed up while stations work, restored to before the last ten
enrolments, and nobody gets a passkey twice; a second instance, an upgrade of the tables, a rotated key; logs and metrics name no one.
"""

import json
import os
import shutil
import socket
import ssl
import subprocess
import urllib.request

import pytest
from central import Central, Device, Station, b64
from sandbox import Sandbox
from tally import check, equal

pytestmark = pytest.mark.extra

PEOPLE = [f"person{number}@contoso.example" for number in range(1, 15)]
made = {}


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture(scope="module", params=["file", "server"], autouse=True)
def opened(request, network):
    global central, sandbox, station, request_id, server
    server = request.getfixturevalue("postgres") if request.param == "server" else None
    sandbox = Sandbox([(user, user) for user in PEOPLE])
    lines = ["metrics.port = 0", *([f"database = {server.address}"] if server else [])]
    central = Central(free_port(), *lines, environment={"KEYHOPPER_LOG": "json"})
    central("directory", "add", "contoso", *sandbox.settings(), SANDBOX_SECRET=sandbox.secret)
    path = f"{central.folder}/people.csv"
    with open(path, "w") as file:
        file.write("user\n" + "\n".join(PEOPLE) + "\n")
    request_id = central("request", "import", path, "--name", "Spring", "--directory", "contoso")
    central.start()
    station = Station(central)
    station.join(central("station", "code", "Desk 1", "--directory", "contoso"))
    station.sign_in()
    made.clear()
    yield
    central.close()
    sandbox.close()


def provision():
    claim = station.claim(request_id).content
    device = Device()
    begun = station.begin(claim["claim"], device)
    equal("begun", begun.status, 200)
    station.register(claim["claim"], device.make(begun.content))
    equal("proved", station.prove(claim["claim"], device.sign(begun.content["proofClientDataJSON"])).status, 200)
    made[claim["recipient"]["user"]] = [b64(device.id)]


def passkeys():
    return {user: [method["credentialId"] for method in methods] for user, methods in sandbox.passkeys().items()}


def test_observed():
    status, health = central.get("/health")
    equal("up", (status, health["status"], health["degraded"]), (200, "UP", []))
    provision()
    with urllib.request.urlopen(central.ready["metrics"]) as answer:
        metrics = answer.read().decode()
    check("calls by route", 'route="/api/v1/claims/{claim}/proof",status="200"} 1' in metrics, metrics)
    check("outcomes", 'keyhopper_recipients{outcome="PROVISIONED"} 1' in metrics, metrics)
    equal("names", [user for user in PEOPLE if user in metrics], [])


def test_slow_caller():
    """Sends a byte now and then: each would begin Jetty's own timeout anew."""
    trust = ssl.create_default_context(cafile=central.certificate)
    with socket.create_connection(("127.0.0.1", int(central.url.rsplit(":", 1)[1]))) as plain:
        with trust.wrap_socket(plain, server_hostname="127.0.0.1") as slow:
            slow.settimeout(5)
            slow.sendall(b"GET /health HTTP/1.1\r\nHost: a\r\nX-Slow: ")
            ended = False
            for _ in range(24):
                try:
                    slow.sendall(b"a")
                    ended = slow.recv(100) == b""
                except TimeoutError:
                    continue
                except OSError:
                    ended = True
                if ended:
                    break
            check("cut off", ended)


def dump(target):
    subprocess.run(["pg_dump", "--format=custom", "--file", target, server.address], check=True)


def load(source):
    server.ask("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    subprocess.run(["pg_restore", "--exit-on-error", "--no-owner", "--dbname", server.address, source], check=True)


def test_restored_to_before_the_last_ten():
    provision()
    backup = f"{central.folder}/backup.zip"
    told = json.loads(central("backup", backup))
    check("the key is not in it", "master key is not in it" in told["note"], told)
    if server:
        check("it says what is missing", "pg_dump" in told["note"], told)
        dump(f"{central.folder}/backup.dump")
    for _ in range(10):
        provision()
    equal("twelve at the directory", passkeys(), made)
    refused = central("restore", backup, code=2)
    check("not while it serves", "running" in refused, refused)
    central.stop()
    if server:
        load(f"{central.folder}/backup.dump")
    restored = json.loads(central("restore", backup))
    equal("the same backup", restored["made"], told["made"])
    central.start()
    equal("what needs attention", central.get("/health")[1]["degraded"], ["restoration"])
    equal("tokens have ended", station.claim(request_id).status, 401)
    equal("the station signs in again", station.sign_in().status, 200)
    for _ in range(10):
        lost = station.claim(request_id).content["claim"]
        equal("reported instead", station.begin(lost, Device()).code, "central.found-after-restore")
    equal("nobody twice, nothing gone", passkeys(), made)
    outcomes = central.outcomes(request_id)
    equal("to be reconciled", [outcomes[user] for user in made].count("UNCLEAR"), 10)
    provision()
    central("restore", "--end-check")
    equal("the check has ended", central.get("/health")[1]["degraded"], [])
    check("the trail is one chain", "are intact" in central("audit", "verify"))


def test_second_instance():
    if not server:
        pytest.skip("Several instances need a server.")
    second = Central(free_port(), f"database = {server.address}")
    os.makedirs(f"{second.folder}/data", mode=0o700, exist_ok=True)
    shutil.copy(f"{central.folder}/data/station.key", f"{second.folder}/data/station.key")
    second.start()
    try:
        equal("both are seen", (central.get("/health")[1]["instances"], second.get("/health")[1]["instances"]), (2, 2))
        check("no rotation meanwhile", "running" in central("rotate-key", code=2))
    finally:
        second.kill()
    equal("the killed one is gone", central.get("/health")[1]["instances"], 1)


def test_newer_tables():
    """An instance of this version while a newer one has migrated: columns were added, then something was changed."""
    if not server:
        pytest.skip("Several instances need a server.")
    [version] = server.ask("SELECT MAX(version) FROM schema_version")
    server.ask(f"INSERT INTO schema_version (version, applied, usable_from) VALUES (98, 'later', {version})")
    server.ask("ALTER TABLE request ADD COLUMN later TEXT NOT NULL DEFAULT ''")
    central.stop()
    central.start()
    equal("it goes on", central.get("/health")[0], 200)
    central.stop()
    server.ask("INSERT INTO schema_version (version, applied) VALUES (99, 'later')")
    refused = central("check", code=2)
    check("check says so", "newer version" in refused and "Update" in refused, refused)
    check("as does serve", "newer Keyhopper" in central("serve", code=2))
    server.ask("DELETE FROM schema_version WHERE version > 90")
    central.start()


def test_key_rotated():
    central.stop()
    before = open(f"{central.folder}/data/station.key", "rb").read()
    told = json.loads(central("rotate-key"))
    check("another one", open(f"{central.folder}/data/station.key", "rb").read() != before)
    equal("the old one is kept", open(told["before"], "rb").read(), before)
    central.start()
    equal("the station signs in", station.sign_in().status, 200)
    with open(f"{central.folder}/data/station.key", "rb") as key:
        wrong = key.read()
    with open(f"{central.folder}/data/station.key", "wb") as key:
        key.write(bytes(32))
    refused = central("check", code=2)
    check("a wrong key is found", "not the right one" in refused, refused)
    with open(f"{central.folder}/data/station.key", "wb") as key:
        key.write(wrong)


def test_log():
    central.stop()
    lines = [json.loads(line) for line in central.log().splitlines()]
    proof = [line for line in lines if "/proof by station:" in line["message"]]
    check("calls name their request", proof and all(line["request"] in line["message"] for line in proof))
    text = central.log()
    equal("secrets", [secret for secret in (station.token, sandbox.secret) if secret in text], [])
