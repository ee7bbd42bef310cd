"""Started by releng/try-windows: the command line for Windows, under Wine, with cards in virtual readers and a sandbox directory."""

import os
import re
import signal

import invariant
import product
import tally
from desk import Desk
from tally import check, equal

PIN = "90817263544"
SECRET = re.compile(rb"eyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}")
ENTERED = '{"pin":{"rule":"entered"},"forcePinChange":false}'
USERS = [f"person{number}@contoso.example" for number in range(1, 5)]
GOOD, OPEN = "PROVISIONED", "PENDING"

desk = Desk([(user, f"Jürgen {number}; Groß") for number, user in enumerate(USERS)], CARD_PIN=PIN)
cards = dict(zip(USERS, desk.cards("plain", len(USERS))))
request = desk.request(USERS, ENTERED)
said = []


def processes():
    """The Javas of Wine that have this home."""
    for process in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{process}/cmdline", "rb") as line:
                words = line.read()
        except OSError:
            continue  # it ended while we looked
        if b"java.exe" in words and os.path.basename(desk.product.home).encode() in words:
            yield int(process), words


def provision(react=None):
    run = desk.provision(request, cards, "--pin", "env:CARD_PIN", react=react)
    said.extend([run.result.out, run.result.err])
    return run


def killed():
    """The second person's ceremony does not see its end."""
    lines = []

    def end(event, run):
        if event["event"] != "step" or event["user"] != USERS[1] or event["step"] != "create":
            return False
        for process, line in processes():
            lines.append(line)
            os.kill(process, signal.SIGKILL)
        return True

    run = provision(end)
    check("one Java was killed", len(lines) == 1, lines)
    check("the PIN is not in its command line", not any(PIN.encode() in line for line in lines))
    check("and did not come to its end", not run.summary, run.summary)
    standing = desk.standing(request)
    equal("the first one is provisioned, the third and fourth are pending", [standing[user] for user in USERS[:1] + USERS[2:]], [GOOD, OPEN, OPEN])
    check("the second one is neither", standing[USERS[1]] not in (GOOD, OPEN), standing)


def goes_on():
    """At the same home: whose end nobody saw is settled with the card, and then everybody has one passkey, which is on the card."""
    run = provision()
    equal("those who were pending had a turn, and nobody else", run.turns, USERS[2:])
    desk.insert(cards[USERS[1]])
    settled = desk.reconcile(request)
    desk.remove()
    equal("reconciled", (settled.code, settled.summary.get("unclear")), (0 if settled.outcome(USERS[1]) == GOOD else 1, 0))
    if settled.outcome(USERS[1]) != GOOD:
        retried = desk.provision(request, cards, "--pin", "env:CARD_PIN", "--on-provisioned", "reset")
        equal("the second one had a turn", (retried.code, retried.turns), (0, [USERS[1]]))
    equal("everybody", set(desk.standing(request).values()), {GOOD})
    passkeys = desk.sandbox.passkeys()
    for user in USERS:
        invariant.holds(desk, user, GOOD, cards[user], passkeys)


def reports():
    for kind, beginning in (("csv", b"\xef\xbb\xbf"), ("pdf", b"%PDF")):
        path = f"{desk.product.home}/Bericht für {request}.{kind}"
        desk.must("request", "report", request, "--format", kind, "--out", path)
        with open(path, "rb") as file:
            content = file.read()
        check(f"the {kind} is one", beginning in content[:10] and len(content) > 500, content[:20])
        if kind != "pdf":
            equal(f"everybody is in the {kind}, with all letters", [name for name in desk.names.values() if name.encode() not in content], [])


def bad_input():
    """As programs on Windows write it: with CRLF, and with the mark at its beginning."""
    mark = "\ufeff"
    cases = [
        ("no user in a row", f"{mark}user,displayName\r\n{USERS[0]},One\r\n,Zwölf\r\n", ["Line 3", "user"]),
        ("another encoding", "user,displayName\r\na@contoso.example,Jürgen\r\n".encode("latin-1"), ["UTF-8"]),
    ]
    for what, content, named in cases:
        path = desk.product.file("Leute 1.csv", content)
        result = desk.product("request", "import", path, "--name", "Bad", "--directory", "contoso")
        equal(f"{what}: exit", result.code, 2)
        equal(f"{what}: named", [word for word in [*named, "Leute 1.csv"] if word not in result.err], [])
    listed = desk.must("request", "list", "--json").lines
    equal("nothing was imported", [line["name"] for line in listed], ["Request"])
    # A spreadsheet writes semicolons where numbers have commas.
    path = desk.product.file("Leute 2.csv", f"{mark}user;displayName\r\n{USERS[0]};Groß, Jürgen\r\n")
    made = desk.must("request", "import", path, "--name", "Größe", "--directory", "contoso", "--json").lines[0]
    shown = desk.must("request", "show", made["id"], "--json").lines[0]
    equal("a good one is read, and its name kept", (shown["name"], [person["displayName"] for person in shown["recipients"]]), ("Größe", ["Groß, Jürgen"]))


def secrets():
    shown = desk.must("request", "show", request, "--json")
    everything = "\n".join([*said, shown.out, shown.err])
    check("no output has the PIN", PIN not in everything and len(everything) > 1000)
    searched = []
    for folder, _, names in os.walk(desk.product.home):
        searched.extend(os.path.join(folder, name) for name in names)
    check("there are a database and a log", {"station.db"} <= {os.path.basename(path) for path in searched} and any(path.endswith(".log") for path in searched))
    needles = [form for secret in (PIN, desk.sandbox.secret) for form in (secret.encode(), secret.encode("utf-16-le"))]
    found = []
    for path in searched:
        with open(path, "rb") as file:
            content = file.read()
        if any(needle in content for needle in needles) or SECRET.search(content):
            found.append(path)
    equal("no file has the PIN, the client secret or a token", found, [])
    profile = os.path.join(os.environ["WINEPREFIX"], "drive_c/users")
    kept = [folder for folder, _, names in os.walk(profile) if "secure_storage" in names]
    check("Windows keeps the key of what is secret", len(kept) == 1 and not os.path.exists(f"{desk.product.home}/station.key"), kept)


tally.run(
    [
        ("killed in the middle", killed),
        ("going on at the same home", goes_on),
        ("reports", reports),
        ("bad input", bad_input),
        ("secrets", secrets),
    ]
)
