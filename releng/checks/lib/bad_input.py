"""Started by bad-input."""

import json
import os

import tally
from product import Product
from sandbox import Sandbox
from tally import check, equal

USER = "person1@contoso.example"
sandbox = Sandbox([(USER, "Person One"), ("person2@contoso.example", "Person Two")])
product = Product(SANDBOX_SECRET=sandbox.ready["clientSecret"], EMPTY="")
number = 0

GOOD = f"user,displayName\r\n{USER},Person One\r\n"

# What is wrong, the file, and what the message must name.
TABLES = [
    ("no column user", "name,displayName\r\na@b.example,A\r\n", ["user"]),
    ("nothing at all", "", ["empty"]),
    ("a header only", "user,displayName\r\n", []),
    ("the same person twice", f"user\r\n{USER}\r\nother@contoso.example\r\n{USER.upper()}\r\n", ["line 4", USER.upper()]),
    ("no user in a row", f"user,displayName\r\n{USER},One\r\n,Two\r\n", ["line 3", "user"]),
    ("too many cells", f"user,displayName\r\n{USER},One,Two\r\n", ["line 2"]),
    ("a quote without end", f'user,displayName\r\n{USER},"One\r\n', ["line"]),
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


def refused(what, arguments, named, **environment):
    """Runs a command that must end with 2 and a sentence that names these words."""
    result = product(*arguments, **environment)
    message = result.err.strip()
    equal(f"{what}: exit", result.code, 2)
    check(f"{what}: a sentence", len(message) > 10 and "Exception" not in message and "\tat " not in message, message)
    for word in named:
        check(f"{what}: names {word}", word in message, message)
    equal(f"{what}: nothing on standard output", result.out, "")
    return message


def imported():
    return len(product("request", "list", "--json").lines)


def add(name="contoso", *more, **changes):
    settings = {**{key: sandbox.ready[key] for key in ("tenant", "clientId", "loginUrl", "graphUrl")}, **changes}
    pairs = [argument for key, value in settings.items() for argument in ("--set", f"{key}={value}")]
    return ("directory", "add", name, "--type", "entra", *pairs, *(more or ("--secret", "clientSecret=env:SANDBOX_SECRET")))


def directories():
    refused("missing variable", add("x", "--secret", "clientSecret=env:NOT_SET"), ["NOT_SET"])
    refused("a secret itself", add("x", "--secret", "clientSecret=hunter2"), ["env:"])
    refused("a secret as a setting", add("x", "--set", "clientSecret=hunter2"), ["clientSecret", "--secret"])
    refused("no secret", add("x", "--set", "tenant=common"), [])
    refused("plain http", add("x", graphUrl="http://graph.example/v1.0"), ["graphUrl"])
    refused("plain http for the sign-in", add("x", loginUrl="http://login.example"), ["loginUrl"])
    refused("no address", add("x", graphUrl="nowhere"), ["graphUrl"])
    refused("an unknown setting", add("x", colour="blue"), ["colour"])
    refused("an unknown type", ("directory", "add", "x", "--type", "novell"), ["novell", "entra"])
    refused("no type", ("directory", "add", "x"), ["--type"])
    refused("a setting without value", ("directory", "add", "x", "--type", "entra", "--set", "tenant"), ["--set"])
    refused("test of an unknown directory", ("directory", "test", "nowhere"), ["nowhere"])
    refused("removal of an unknown directory", ("directory", "remove", "nowhere"), ["nowhere"])
    equal("none was added", product("directory", "list", "--json").out, "")
    equal("a good one is added", product(*add()).code, 0)


def tables():
    for what, content, named in TABLES:
        path = product.file("people.csv", content)
        message = refused(what, ("request", "import", path, "--name", "A", "--directory", "contoso"), named)
        check(f"{what}: names the file", "people.csv" in message, message)
    refused("no such file", ("request", "import", f"{product.home}/none.csv", "--name", "A", "--directory", "contoso"), ["none.csv"])
    path = product.file("people.csv", GOOD)
    refused("no name", ("request", "import", path, "--directory", "contoso"), ["--name"])
    refused("unknown directory", ("request", "import", path, "--name", "A", "--directory", "fabrikam"), ["fabrikam"])
    for what, content, named in PROFILES:
        profile = product.file("profile.json", content)
        refused(what, ("request", "import", path, "--name", "A", "--directory", "contoso", "--profile", profile), [*named, "profile.json"])
    equal("nothing was imported", imported(), 0)


def requests():
    good = product.file("people.csv", GOOD)
    request = product("request", "import", good, "--name", "A", "--directory", "contoso", "--json").lines[0]["id"]
    for command in (
        ("request", "show", "XXXXX"),
        ("request", "report", "XXXXX", "--format", "csv", "--out", f"{product.home}/out"),
        ("provision", "XXXXX", "--mode", "manual"),
        ("reconcile", "XXXXX"),
    ):
        refused(f"{' '.join(command[:2])}: unknown request", command, ["XXXXX"])
    refused("no mode", ("provision", request), ["--mode"])
    refused("unknown mode", ("provision", request, "--mode", "magic"), ["magic"])
    refused("unknown choice", ("provision", request, "--mode", "manual", "--on-provisioned", "burn"), ["burn"])
    refused("a PIN itself", ("provision", request, "--mode", "manual", "--pin", "123456"), ["env:"])
    refused("a variable that is not set", ("provision", request, "--mode", "manual", "--pin", "env:NOT_SET"), ["NOT_SET"])
    refused("unknown format", ("request", "report", request, "--format", "doc", "--out", f"{product.home}/out"), ["doc"])
    refused("no folder", ("request", "report", request, "--format", "csv", "--out", f"{product.home}/no/out"), ["no/out"])
    product("directory", "remove", "contoso")
    refused("directory gone", ("provision", request, "--mode", "manual"), ["contoso"])
    product(*add())


def usage():
    refused("an unknown command", ("frobnicate",), ["frobnicate"])
    refused("an unknown option", ("devices", "--colour"), ["--colour"])
    refused("half a command", ("request",), [])
    refused("one word too many", ("devices", "now"), ["now"])
    refused("a rehearsal for nobody", ("rehearse", "--headless", "--recipients", "0"), [])
    refused("a rehearsal for many", ("rehearse", "--headless", "--recipients", "many"), ["many"])


def helps():
    commands = ["", "directory", "directory add", "directory test", "directory list", "directory remove", "request", "request import"]
    commands += ["request list", "request show", "request report", "devices", "provision", "reconcile", "rehearse"]
    for command in commands:
        result = product(*command.split(), "--help")
        good = result.code == 0 and "Usage: keyhopper" in result.out and result.err == ""
        check(f"keyhopper {command} --help", good, f"{result.code} {result.out} {result.err}")
    version = product("--version")
    check("--version", version.code == 0 and version.out.startswith("Keyhopper "), version.out)


def json_only():
    """Whatever the command, standard output is objects, one a line; what people read is elsewhere."""
    path = product.file("people.csv", GOOD)
    request = product("request", "import", path, "--name", "B", "--directory", "contoso", "--json").lines[0]["id"]
    sandbox.rule("token", "sign-in-refused", times=0)
    commands = [
        add("other"),
        ("directory", "list"),
        ("directory", "test", "contoso"),
        ("directory", "remove", "other"),
        ("request", "import", path, "--name", "C", "--directory", "contoso"),
        ("request", "list"),
        ("request", "show", request),
        ("request", "report", request, "--format", "json", "--out", os.path.join(product.home, "out.json")),
        ("devices",),
        ("provision", request, "--mode", "manual"),
        ("reconcile", request),
        ("rehearse", "--headless", "--recipients", "1"),
        ("frobnicate",),
    ]
    for command in commands:
        result = product(*command, "--json")
        try:
            objects = all(isinstance(json.loads(line), dict) for line in result.out.splitlines())
        except ValueError:
            objects = False
        check(f"{' '.join(command[:2])} --json", objects, result.out)


tally.run(
    [
        ("directories", directories),
        ("tables and profiles", tables),
        ("requests", requests),
        ("usage", usage),
        ("help", helps),
        ("--json", json_only),
    ]
)
