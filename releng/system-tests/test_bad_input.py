"""
Bad tables, profiles, settings and usage: exit code 2 with a sentence that names what is wrong, nothing imported; help; and only JSON on
standard output with --json.
"""

import json
import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from product import Product
from sandbox import Sandbox
from tally import check, equal

USER = "person1@contoso.example"

GOOD = f"user,displayName\r\n{USER},Person One\r\n"

# What is wrong, the file, and what the message must name.
TABLES = [
    ("no column user", "name,displayName\r\na@b.example,A\r\n", ["user"]),
    ("nothing at all", "", ["empty"]),
    ("a header only", "user,displayName\r\n", []),
    ("the same person twice", f"user\r\n{USER}\r\nother@contoso.example\r\n{USER.upper()}\r\n", ["Line 4", USER.upper()]),
    ("no user in a row", f"user,displayName\r\n{USER},One\r\n,Two\r\n", ["Line 3", "user"]),
    ("too many cells", f"user,displayName\r\n{USER},One,Two\r\n", ["Line 2"]),
    ("a quote without end", f'user,displayName\r\n{USER},"One\r\n', ["Line 2"]),
    ("a column twice", f"user,user\r\n{USER},{USER}\r\n", ["user"]),
    ("another encoding", "user,displayName\r\nj@contoso.example,Jürgen\r\n".encode("latin-1"), ["UTF-8"]),
    ("UTF-16", GOOD.encode("utf-16"), ["UTF-8"]),
    ("a picture", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), []),
]
PROFILES = [
    ("no JSON", "pin=6", []),
    ("an unknown member", '{"forcePinchange":true}', ["forcePinchange"]),
    ("an unknown rule", '{"pin":{"rule":"guess"}}', ["guess"]),
    ("a PIN too short", '{"pin":{"rule":"random","length":3}}', ["3"]),
    ("a PIN too long", '{"pin":{"rule":"random","length":64}}', ["64"]),
    ("a wrong model", '{"allowedAaguids":["123"]}', ["123"]),
    ("a wrong kind of value", '{"alwaysUv":"yes"}', ["alwaysUv"]),
    ("an unknown placeholder", '{"deviceName":"{owner}"}', ["{owner}"]),
    ("a list", "[]", []),
]

# Starting is most of the work of a command that is refused: two at a time.
POOL = ThreadPoolExecutor(2)


@pytest.fixture(scope="module", autouse=True)
def opened(no_readers):
    global product, sandbox
    sandbox = Sandbox([(USER, "Person One"), ("person2@contoso.example", "Person Two")])
    product = Product(SANDBOX_SECRET=sandbox.ready["clientSecret"])
    yield
    sandbox.close()


def refused(cases):
    """Runs commands that must each end with 2 and a sentence that names these words."""
    running = [(case, POOL.submit(product, *case[1])) for case in cases]
    for (what, _, named), command in running:
        judge(what, named, command.result())


def judge(what, named, result):
    message = result.err.strip()
    equal(f"{what}: exit", result.code, 2)
    check(f"{what}: a sentence", len(message) > 10 and "Exception" not in message and "\tat " not in message, message)
    for word in named:
        check(f"{what}: names {word}", word in message, message)
    equal(f"{what}: nothing on standard output", result.out, "")


def add(name="contoso", *more, **changes):
    settings = {**{key: sandbox.ready[key] for key in ("tenant", "clientId", "loginUrl", "graphUrl")}, **changes}
    pairs = [argument for key, value in settings.items() for argument in ("--set", f"{key}={value}")]
    return ("directory", "add", name, "--type", "entra", *pairs, *(more or ("--secret", "clientSecret=env:SANDBOX_SECRET")))


def test_directories():
    refused(
        [
            ("missing variable", add("x", "--secret", "clientSecret=env:NOT_SET"), ["NOT_SET"]),
            ("a secret itself", add("x", "--secret", "clientSecret=hunter2"), ["env:"]),
            ("a secret as a setting", add("x", "--set", "clientSecret=hunter2"), ["clientSecret", "--secret"]),
            ("plain http", add("x", graphUrl="http://graph.example/v1.0"), ["graphUrl"]),
            ("plain http for the sign-in", add("x", loginUrl="http://login.example"), ["loginUrl"]),
            ("no address", add("x", graphUrl="nowhere"), ["graphUrl"]),
            ("an unknown setting", add("x", colour="blue"), ["colour"]),
            ("an unknown type", ("directory", "add", "x", "--type", "novell"), ["novell", "entra"]),
            ("no type", ("directory", "add", "x"), ["--type"]),
            ("a setting without value", ("directory", "add", "x", "--type", "entra", "--set", "tenant"), ["--set"]),
            ("test of an unknown directory", ("directory", "test", "nowhere"), ["nowhere"]),
            ("removal of an unknown directory", ("directory", "remove", "nowhere"), ["nowhere"]),
        ]
    )
    equal("none was added", product("directory", "list", "--json").out, "")
    equal("a good one is added", product(*add()).code, 0)


def command(people, *more):
    return ("request", "import", people, "--name", "A", "--directory", "contoso", *more)


def test_tables_and_profiles():
    cases = [(what, command(product.file(f"people{at}.csv", content)), [*named, f"people{at}.csv"]) for at, (what, content, named) in enumerate(TABLES)]
    good = product.file("people.csv", GOOD)
    for at, (what, content, named) in enumerate(PROFILES):
        name = f"profile{at}.json"
        cases.append((what, command(good, "--profile", product.file(name, content)), [*named, name]))
    cases.append(("no such file", command(f"{product.home}/none.csv"), ["none.csv"]))
    cases.append(("no name", ("request", "import", good, "--directory", "contoso"), ["--name"]))
    cases.append(("unknown directory", ("request", "import", good, "--name", "A", "--directory", "fabrikam"), ["fabrikam"]))
    refused(cases)
    equal("nothing was imported", product("request", "list", "--json").out, "")


def test_requests():
    request = product(*command(product.file("people.csv", GOOD)), "--json").lines[0]["id"]
    run = ("provision", request, "--mode", "manual")
    out = f"{product.home}/out"
    refused(
        [
            ("show: unknown request", ("request", "show", "XXXXX"), ["XXXXX"]),
            ("report: unknown request", ("request", "report", "XXXXX", "--format", "csv", "--out", out), ["XXXXX"]),
            ("provision: unknown request", ("provision", "XXXXX", "--mode", "manual"), ["XXXXX"]),
            ("reconcile: unknown request", ("reconcile", "XXXXX"), ["XXXXX"]),
            ("no mode", ("provision", request), ["--mode"]),
            ("unknown mode", ("provision", request, "--mode", "magic"), ["magic"]),
            ("unknown choice", (*run, "--on-provisioned", "burn"), ["burn"]),
            ("a time without a unit", ("provision", request, "--mode", "automatic", "--wait", "15"), ["15"]),
            ("a PIN itself", (*run, "--pin", "123456"), ["env:"]),
            ("a variable that is not set", (*run, "--pin", "env:NOT_SET"), ["NOT_SET"]),
            ("unknown format", ("request", "report", request, "--format", "doc", "--out", out), ["doc"]),
            ("no folder", ("request", "report", request, "--format", "csv", "--out", f"{product.home}/no/out"), ["no/out"]),
        ]
    )
    product("directory", "remove", "contoso")
    refused([("directory gone", run, ["contoso"])])
    product(*add())


def test_usage():
    refused(
        [
            ("an unknown command", ("frobnicate",), ["frobnicate"]),
            ("an unknown option", ("devices", "--colour"), ["--colour"]),
            ("half a command", ("request",), []),
            ("one word too many", ("devices", "now"), ["now"]),
            ("a rehearsal for nobody", ("rehearse", "--headless", "--recipients", "0"), []),
            ("a rehearsal for many", ("rehearse", "--headless", "--recipients", "many"), ["many"]),
        ]
    )


def test_help():
    """Of all commands in a unit test."""
    commands = ["", "directory", "request import"]
    for words, result in zip(commands, POOL.map(lambda words: product(*words.split(), "--help"), commands)):
        good = result.code == 0 and "Usage: keyhopper" in result.out and result.err == ""
        check(f"keyhopper {words} --help", good, f"{result.code} {result.out} {result.err}")
    version = product("--version")
    check("--version", version.code == 0 and version.out.startswith("Keyhopper "), version.out)


def test_json():
    """Whatever the command, standard output is objects, one a line; what people read is elsewhere."""
    path = product.file("people.csv", GOOD)
    request = product(*command(path), "--json").lines[0]["id"]
    product(*add("other"))
    sandbox.rule("token", "sign-in-refused", times=0)
    commands = [
        add("another"),
        ("directory", "list"),
        ("directory", "test", "contoso"),
        ("directory", "remove", "other"),
        command(path),
        ("request", "list"),
        ("request", "show", request),
        ("request", "report", request, "--format", "json", "--out", os.path.join(product.home, "out.json")),
        ("devices",),
        ("provision", request, "--mode", "manual"),
        ("reconcile", request),
        ("rehearse", "--headless", "--recipients", "1"),
        ("frobnicate",),
    ]
    for words, result in zip(commands, POOL.map(lambda words: product(*words, "--json"), commands)):
        try:
            objects = all(isinstance(json.loads(line), dict) for line in result.out.splitlines())
        except ValueError:
            objects = False
        check(f"{' '.join(words[:2])} --json", objects, result.out)
