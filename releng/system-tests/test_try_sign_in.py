"""A sign-in tried with a provisioned device: the system's browser gets the provider's address, and the operator's answer stands in the report."""

import os
import stat

import product
import pytest
from desk import Desk
from sandbox import Okta, Sandbox
from tally import check, equal
from terminal import Terminal

pytestmark = pytest.mark.readers(2)

PERSON, OTHER = "anna@contoso.example", "ben@contoso.example"
SCRIPT = """#!/bin/sh
echo "$1" >>{opened}
"""

desk = request = credential = None
opened_file = os.path.join(product.WORK, "opened")


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global desk, request, credential
    folder = os.path.join(product.WORK, "bin")
    os.makedirs(folder)
    script = os.path.join(folder, "xdg-open")
    with open(script, "w", encoding="utf-8") as file:
        file.write(SCRIPT.format(opened=opened_file))
    os.chmod(script, os.stat(script).st_mode | stat.S_IXUSR)
    desk = Desk([(PERSON, "Anna Arendt"), (OTHER, "Ben Brecht")], Okta, PATH=f"{folder}:{os.environ['PATH']}")
    request = desk.request([PERSON])
    run = desk.provision(request, {PERSON: desk.cards("plain")[0]})
    credential = run.outcomes[PERSON]["credentialId"]
    yield
    desk.close()


def addresses():
    if not os.path.exists(opened_file):
        return []
    with open(opened_file, encoding="utf-8") as file:
        return file.read().split()


def notes():
    path = os.path.join(product.WORK, "report.csv")
    desk.must("request", "report", request, "--format", "csv", "--out", path)
    with open(path, encoding="utf-8-sig") as file:
        return file.read()


def recipient():
    return desk.must("request", "show", request, "--json").lines[0]["recipients"][0]


def test_the_browser_gets_the_address():
    result = desk.product("try-sign-in", "contoso", "--person", PERSON, "--json")
    equal("exit: not answered", result.code, 3)
    address = desk.sandbox.ready["orgUrl"] + "/"
    equal("told", [(line["event"], line["address"], line["opened"]) for line in result.lines], [("sign-in", address, True)])
    equal("opened", addresses(), [address])


def test_the_answer_is_recorded():
    result = desk.product("try-sign-in", "contoso", "--person", PERSON, "--answer", "worked", "--json")
    equal("exit", (result.code, [(line["answer"], line["recorded"]) for line in result.lines]), (0, [("worked", True)]))
    equal("no proof, no other outcome", recipient()["outcome"], "PROVISIONED")
    check("in the report", "the operator tried a sign-in with this passkey and said that it worked" in notes(), notes())
    equal("nothing more was opened", len(addresses()), 1)


def test_asked_at_a_terminal():
    terminal = Terminal(desk.product, "try-sign-in", "contoso", "--credential", credential)
    check("asked", terminal.read_until("Did the sign-in work"), terminal.said)
    terminal.type("f")
    equal("exit", terminal.end(), 1)
    check("in the report", "said that it did not work" in notes() and "said that it worked" not in notes(), notes())
    equal("opened again", len(addresses()), 2)


def test_nothing_to_try():
    equal("a person without a device", desk.product("try-sign-in", "contoso", "--person", OTHER).code, 2)
    equal("no person", desk.product("try-sign-in", "contoso").code, 2)
    entra = Sandbox([(PERSON, "Anna Arendt")])
    equal("added", desk.product("directory", "add", "elsewhere", *entra.settings(), SANDBOX_SECRET=entra.secret).code, 0)
    result = desk.product("try-sign-in", "elsewhere", "--person", PERSON, SANDBOX_SECRET=entra.secret)
    equal("another directory has no device of this person", result.code, 2)
    entra.close()
