"""After good and bad runs: no PIN, client secret or access token in a file, an output or a command line."""

import glob
import os
import re
import stat
import threading
import zipfile

import pytest
from desk import Desk
from tally import check, equal

pytestmark = pytest.mark.readers(2)

PIN = "90817263544"
WRONG_PIN = "55667788991"
ENTERED = '{"pin":{"rule":"entered"},"forcePinChange":false}'
KEEP = '{"pin":{"rule":"keep"},"forcePinChange":false}'
USERS = [f"person{number}@contoso.example" for number in range(1, 9)]
TOKEN = re.compile(rb"eyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}")
said = []
seen = []


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global desk, secrets
    desk = Desk([(user, user) for user in USERS], CARD_PIN=PIN, WRONG_PIN=WRONG_PIN)
    secrets = {"the PIN": PIN, "the wrong PIN": WRONG_PIN, "the client secret": desk.sandbox.ready["clientSecret"]}
    yield
    desk.close()


def heard(run):
    said.append(run.result.out)
    said.append(run.result.err)
    return run


def watched(work):
    """Does the work while the command lines of all processes are looked at."""
    over = threading.Event()

    def look():
        while not over.wait(0.5):
            for path in glob.glob("/proc/[0-9]*/cmdline"):
                try:
                    with open(path, "rb") as file:
                        line = file.read()
                except OSError:
                    continue
                if b"keyhopper" in line:
                    seen.append(line)

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        return work()
    finally:
        over.set()
        watcher.join()


def files():
    return [path for path in glob.glob(f"{desk.product.home}/**", recursive=True, include_hidden=True) if os.path.isfile(path)]


def forms(secret):
    """As UTF-8, and as Java keeps text in memory."""
    return {secret.encode(), secret.encode("utf-16-le"), secret.encode("utf-16-be")}


def contains(path, needles):
    with open(path, "rb") as file:
        content = file.read()
    return any(needle in content for needle in needles)


def unpacked(path):
    """Name and content of everything in it, also of what is packed once more."""
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            content = packed.read(name)
            check(f"{name} is not packed once more", content[:2] != b"PK")
            yield name, content


def contains_pattern(path, pattern):
    with open(path, "rb") as file:
        return pattern.search(file.read()) is not None


def test_runs_good_and_bad():
    """Good and bad ones, so that messages of failures are among what is searched."""
    desk.sandbox.rule("register", "aaguid-blocked", user=USERS[1])
    desk.sandbox.rule("register", "answer-lost", user=USERS[2])
    desk.sandbox.rule("register", "token-expired", user=USERS[3])
    mine = dict(zip(USERS, desk.cards("plain", 4)))
    first = desk.request(USERS[:4], ENTERED)
    run = heard(watched(lambda: desk.provision(first, mine, "--pin", "env:CARD_PIN")))
    equal("entered PIN", [run.outcome(user) for user in USERS[:4]], ["PROVISIONED", "FAILED", "PROVISIONED", "PROVISIONED"])
    mine = dict(zip(USERS[4:6], desk.cards("plain", 2)))
    second = desk.request(USERS[4:6])
    run = heard(watched(lambda: desk.provision(second, mine)))
    equal("random PINs", run.code, 0)
    mine = dict(zip(USERS[6:], desk.cards(f"pin={PIN}", 2)))
    third = desk.request(USERS[6:], KEEP)
    run = heard(watched(lambda: desk.provision(third, mine, "--pin", "env:WRONG_PIN")))
    equal("wrong PIN", [run.reason(user) for user in USERS[6:]], ["device.pin-invalid"] * 2)
    desk.sandbox.rule("token", "sign-in-refused", times=0)
    heard(desk.provision(third, mine, "--pin", "env:WRONG_PIN"))
    desk.sandbox.behave()
    for request in (first, second, third):
        heard(desk.reconcile(request))
        for kind in ("csv", "json", "pdf"):
            desk.must("request", "report", request, "--format", kind, "--out", f"{desk.product.home}/{request}.{kind}")
        for form in ([], ["--json"]):
            shown = desk.must("request", "show", request, *form)
            said.extend([shown.out, shown.err])
    for command in (("directory", "list"), ("directory", "test", "contoso"), ("devices",), ("request", "list")):
        result = desk.product(*command, "--json")
        said.extend([result.out, result.err])
    given = desk.product("directory", "add", "plain", "--type", "entra", "--secret", f"clientSecret={secrets['the client secret']}")
    equal("a secret given plainly is refused", given.code, 2)
    said.extend([given.out, given.err])


def test_files():
    names = [os.path.basename(path) for path in files()]
    check("there are a database and logs to search", "station.db" in names and any(name.endswith(".log") for name in names), names)
    for what, secret in secrets.items():
        equal(f"{what} is in no file", [path for path in files() if contains(path, forms(secret))], [])
    tokens = []
    for path in files():
        with open(path, "rb") as file:
            if TOKEN.search(file.read()):
                tokens.append(path)
    equal("no access token is in a file", tokens, [])


def test_outputs():
    everything = "\n".join(said)
    check("there are words to search", len(everything) > 5000)
    for what, secret in secrets.items():
        check(f"{what} is in no output", secret not in everything)
    check("no access token is in an output", not TOKEN.search(everything.encode()))


def test_command_lines():
    check("there are command lines to search", seen)
    for what, secret in secrets.items():
        equal(f"{what} is in no command line", [line for line in seen if secret.encode() in line], [])


def test_random_pins():
    """Runs of digits beside the word PIN, in everything that a person may read or send to support."""
    pattern = re.compile(rb"(?i)pin\W{0,4}(?:is|was|=|:)?\W{0,4}\d{4,}")
    readable = [path for path in files() if not os.path.basename(path).startswith("station.")]
    equal("no file names a PIN", [path for path in readable if contains_pattern(path, pattern)], [])
    check("no output names a PIN", not pattern.search("\n".join(said).encode()))


def test_for_support():
    """What is sent to others holds no secret, no token and nobody, whatever stands in the logs it is made of."""
    leak = f"{desk.product.home}/logs/keyhopper-9.0.log"
    beginning = "2026-01-01T00:00:00.000Z INFO    [1] planted - "
    with open(leak, "w", encoding="utf-8") as file:
        for secret in secrets.values():
            file.write(f"{beginning}there is {secret} in it\n")
        file.write(f"{beginning}Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJwZXJzb24xIn0.c2ln pin=49381726 for {USERS[0]}\n")
    bundle = f"{desk.product.home}/support.zip"
    desk.must("support", "--out", bundle)
    os.remove(leak)
    entries = dict(unpacked(bundle))
    os.remove(bundle)
    check("all parts are in it", {"machine.json", "devices.json", "settings.json", "journal.json"} <= set(entries), list(entries))
    check("the planted log is in it", b"planted" in entries["logs/keyhopper-9.0.log"])
    hidden = {**secrets, **{user: user for user in USERS}, "another PIN": "49381726"}
    for what, secret in hidden.items():
        equal(f"{what} is in no part for support", [name for name in entries if any(form in entries[name] for form in forms(secret))], [])
    equal("no token is in a part for support", [name for name in entries if TOKEN.search(entries[name])], [])
    failed = [name for name in entries if b'"failure"' in entries[name]]
    equal("every part could be made", failed, [])


def test_rights():
    for path in files():
        if os.path.basename(path).startswith("station."):
            mode = stat.S_IMODE(os.stat(path).st_mode)
            equal(f"{os.path.basename(path)} is for its owner only", mode & 0o077, 0)
