"""
Nothing secret is left of operators and stations: neither in Central's log, replies and audit trail, nor in its memory after they have signed out
and left.
"""

import json
import os
import socket
import subprocess
from concurrent.futures import ThreadPoolExecutor

import child
import product
import pytest
from central import Central, Device, Station
from central_browser import CentralBrowser
from sandbox import Sandbox
from tally import check, equal

USER = "person1@contoso.example"
PROVIDER = "org.keyhopper.rehearsal.oidc.OidcSandboxMain"


@pytest.fixture(scope="module", autouse=True)
def opened(network):
    global central, sandbox, request_id
    sandbox = Sandbox([(USER, "Person One")])
    provider = child.start(product.program(PROVIDER), stdout=subprocess.PIPE, text=True)
    ready = json.loads(provider.stdout.readline())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    central = Central(port, f"oidc.issuer = {ready['issuer']}", f"oidc.client.id = {ready['client']}", "audit.file = audit.jsonl")
    central("directory", "add", "contoso", *sandbox.settings(), SANDBOX_SECRET=sandbox.secret)
    path = f"{central.folder}/people.csv"
    with open(path, "w") as file:
        file.write(f"user\n{USER}\n")
    request_id = central("request", "import", path, "--name", "Spring", "--directory", "contoso")
    central.start()
    yield
    central.close()
    provider.kill()
    sandbox.close()


def memory():
    """The objects that are reachable, as the heap dump has them."""
    path = f"{central.folder}/memory.hprof"
    command = [os.path.join(os.path.dirname(product.JAVA), "jcmd"), str(central.pid), "GC.heap_dump", path]
    subprocess.run(command, check=True, capture_output=True)
    with open(path, "rb") as file:
        content = file.read()
    os.remove(path)
    return content


def found(secrets, content):
    """The names of the secrets that are in it, as bytes or as characters of two bytes."""
    return [name for name, secret in secrets.items() if secret.encode() in content or secret.encode("utf-16-le") in content]


def test_nothing_is_left():
    browser = CentralBrowser(central.url, central.certificate)
    browser.sign_in("newcomer")
    first = central.next_line()["code"]
    browser.become_administrator(first)
    csrf = browser.get("/").csrf
    made = browser.api("POST", "/stations/codes", {"name": "Desk 1", "grants": [{"role": "Operator", "directory": "contoso"}]})
    station = Station(central)
    equal("joined", station.join(made.json["code"]).status, 201)
    equal("signed in", station.sign_in().status, 200)
    device = Device()
    claim = station.claim(request_id).content["claim"]
    begun = station.begin(claim, device).content
    equal("registered", station.register(claim, device.make(begun)).status, 200)
    equal("proved", station.prove(claim, device.sign(begun["proofClientDataJSON"])).status, 200)
    # Several calls at a time take buffers that no later call happens to overwrite.
    with ThreadPoolExecutor(8) as callers:
        refused = {answer.status for answer in callers.map(lambda _: station.claim(request_id), range(24))}
    equal("nobody is left to claim", refused, {204})
    secrets = {
        "the code of the administrator": first,
        "the session of the browser": browser.cookies["__Host-keyhopper-session"],
        "the token of its forms": csrf,
        "the token of the station": station.token,
        "the code of the station": made.json["code"],
        "the secret of the directory": sandbox.secret,
    }
    trail = browser.api("GET", "/audit?limit=500").text
    equal("in the audit trail", found(secrets, trail.encode()), [])
    equal("left", browser.api("DELETE", f"/stations/{station.id}", If_Match=browser.api("GET", f"/stations/{station.id}").headers["ETag"]).status, 204)
    equal("signed out", browser.sign_out().status, 303)
    left = memory()
    check("the dump has objects", b"org/keyhopper/central/Central" in left, len(left))
    equal("in memory", found(secrets, left), [])
    equal("in the log", found(secrets, central.log().encode()), [])
    with open(f"{central.folder}/audit.jsonl", "rb") as file:
        equal("in the exported trail", found(secrets, file.read()), [])
