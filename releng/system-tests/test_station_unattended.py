"""
The built "keyhopper station" works for the built Central without an operator: it runs the request that is assigned to it and leaves the other alone,
reports its printer, and uploads the steps of its cards; afterwards neither memory nor home of the idle station have PINs, the code with which it
joined, or the secret of the directory. The unit with which the package starts it is valid.
"""

import base64
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import time

import product
import pytest
from central import Central
from desk import PORTS, READERS
from printer_desk import Machine
from sandbox import Sandbox
from tally import check, equal

pytestmark = [pytest.mark.extra, pytest.mark.readers(1)]

PEOPLE = [f"person{number}@contoso.example" for number in range(1, 4)]
UNIT = f"{product.ROOT}/releng/packaging/debian/keyhopper-station.service"


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global central, sandbox, machine, station, code, escrow
    sandbox = Sandbox([(user, user) for user in PEOPLE])
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    escrow = f"{product.WORK}/escrow.pem"
    command = ["openssl", "req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=escrow", "-newkey", "rsa:3072", "-keyout", f"{escrow}.key", "-out", escrow]
    subprocess.run(command, check=True, capture_output=True)
    central = Central(port, f"escrow.certificate = {escrow}")
    central("directory", "add", "contoso", *sandbox.settings(), SANDBOX_SECRET=sandbox.secret)
    code = central("station", "code", "Printer 1", "--directory", "contoso")
    central.start()
    machine = Machine("evolis-service", PORTS[0], 60, before=[f"load {len(PEOPLE)}"])
    station = product.Product()
    yield
    machine.close()
    central.close()
    sandbox.close()


def request_of(name, *people):
    path = f"{central.folder}/people.csv"
    with open(path, "w") as file:
        file.write("user\n" + "\n".join(people) + "\n")
    return central("request", "import", path, "--name", name, "--directory", "contoso")


def arguments():
    return ["station", "--printer", machine.address, "--encoder", "contactless", "--reader", READERS[0], "--every", "1s"]


def work(*options):
    return station(*arguments(), "--once", *options, seconds=240)


def rows(query):
    with sqlite3.connect(f"file:{central.folder}/data/central.db?mode=ro", uri=True) as database:
        return database.execute(query).fetchall()


def test_assigned_request_is_run():
    trusted = subprocess.run(["openssl", "x509", "-in", central.certificate, "-pubkey", "-noout"], check=True, capture_output=True).stdout
    der = subprocess.run(["openssl", "pkey", "-pubin", "-outform", "DER"], input=trusted, check=True, capture_output=True).stdout
    digest = subprocess.run(["openssl", "dgst", "-sha256", "-r"], input=der, check=True, capture_output=True).stdout.decode().split()[0]
    joined = station("central", "join", central.url, "--code", code, "--fingerprint", digest)
    equal("joined", (joined.code, joined.err if joined.code else ""), (0, ""))
    global other
    mine = request_of("Mine", *PEOPLE[:2])
    other = request_of("Other", PEOPLE[2])
    central("request", "assign", mine, "--station", "Printer 1")
    ran = work()
    equal("exit", ran.code, 0)
    equal("mine", set(central.outcomes(mine).values()), {"PROVISIONED"})
    equal("the other", set(central.outcomes(other).values()), {"PENDING"})
    unknown = central("request", "assign", mine, "--station", "Printer 9", code=2)
    check("a station that does not exist is named", "Printer 9" in unknown, unknown)


def pins():
    """As the PIN office opens them."""
    opened = []
    for (sealed,) in rows("SELECT sealed FROM escrowed_pin"):
        path = f"{product.WORK}/sealed"
        with open(path, "wb") as file:
            file.write(base64.b64decode(sealed))
        subprocess.run(["openssl", "cms", "-verify", "-nosigs", "-noverify", "-inform", "DER", "-in", path, "-binary", "-out", f"{path}.content"], check=True, capture_output=True)
        command = ["openssl", "cms", "-decrypt", "-inform", "DER", "-in", f"{path}.content", "-recip", escrow, "-inkey", f"{escrow}.key"]
        opened.append(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return opened


def memory(process):
    """The objects that are reachable, as the heap dump has them."""
    path = f"{product.WORK}/memory.hprof"
    jcmd = os.path.join(os.path.dirname(product.JAVA), "jcmd")
    subprocess.run([jcmd, str(process.pid), "GC.heap_dump", path], check=True, capture_output=True)
    with open(path, "rb") as file:
        content = file.read()
    os.remove(path)
    return content


def found(secret, content):
    """Whether it is there as bytes or as characters of two bytes, and not as a part of a longer number."""
    narrow = rb"(?<![0-9])" + re.escape(secret.encode()) + rb"(?![0-9])"
    return re.search(narrow, content) is not None or secret.encode("utf-16-le") in content


def test_nothing_secret_is_left_when_idle():
    """One process provisions the rest, and has nothing to do then."""
    process = station.start(*arguments(), "--all")
    end = time.monotonic() + 120
    while "PENDING" in central.outcomes(other).values() and time.monotonic() < end:
        time.sleep(1)
    time.sleep(5)
    equal("the other, with --all", set(central.outcomes(other).values()), {"PROVISIONED"})
    secrets = {"the secret of the directory": sandbox.secret, "the code": code, **{f"PIN {number}": pin for number, pin in enumerate(pins())}}
    equal("PINs in escrow", len(secrets) - 2, len(PEOPLE))
    left = memory(process)
    check("the dump has objects", b"org/keyhopper/core/station/Station" in left, len(left))
    equal("in memory", [name for name, secret in secrets.items() if found(secret, left)], [])
    process.terminate()
    process.wait(120)
    kept = []
    for folder, _, files in os.walk(station.home):
        for name in files:
            with open(f"{folder}/{name}", "rb") as file:
                content = file.read()
            kept += [(what, name) for what, secret in secrets.items() if found(secret, content)]
    equal("in the home", kept, [])


def test_reports():
    printers = rows("SELECT address, name, state FROM station_printer")
    equal("one printer", len(printers), 1)
    check("with its name", "Evolis" in printers[0][1] or machine.address in printers[0][0], printers)
    steps = rows("SELECT position, point, facts FROM station_journal ORDER BY number")
    equal("the passkeys that were made", sum(point == "MADE" for _, point, _ in steps), len(PEOPLE))
    check("without names of people", not any(user in facts for _, _, facts in steps for user in PEOPLE))


def test_unit():
    if not shutil.which("systemd-analyze"):
        pytest.skip("There is no systemd here.")
    copy = os.path.join(product.WORK, os.path.basename(UNIT))
    with open(UNIT) as unit, open(copy, "w") as file:
        file.write(unit.read().replace("/usr/lib/keyhopper/keyhopper", f"{product.FOLDER}/keyhopper"))
    ran = subprocess.run(["systemd-analyze", "verify", "--man=no", copy], capture_output=True, text=True)
    equal("valid", (ran.returncode, ran.stderr), (0, ""))
