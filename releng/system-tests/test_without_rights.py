"""
A product whose account may not open the keys: it says so precisely, provisions through a helper that runs as root, loses a key when the
helper is killed, and goes on with the next helper. Needs root, since it starts both accounts.
"""

import json
import os
import pwd
import subprocess

import child
import product
import pytest
from card_stack import CardStack
from sandbox import Sandbox
from screen import outside_umockdev
from tally import check, equal

pytestmark = pytest.mark.hidraw

ACCOUNT = pwd.getpwnam("nobody")
PEOPLE = [f"person{number}@contoso.example" for number in range(1, 7)]
HELPERS = []
USUAL_PLACE = f"/run/keyhopper/for-{ACCOUNT.pw_name}"


@pytest.fixture(scope="module", autouse=True)
def opened(hidraw):
    global HELPER_HOME, HELPER_PLACES, keyhopper, sandbox, stack
    if os.getuid() != 0:
        pytest.fail("This needs root: it starts the helper as root and the product as another account.")
    # The account has to get at its own home in there.
    os.chmod(product.WORK, 0o711)
    os.chmod(os.environ["UMOCKDEV_DIR"], 0o755)
    HELPER_HOME = f"{product.WORK}/helper-home"
    HELPER_PLACES = f"{product.WORK}/places"
    os.mkdir(HELPER_HOME, 0o700)
    os.mkdir(HELPER_PLACES, 0o711)
    with outside_umockdev():
        stack = CardStack(f"{product.WORK}/keys", [], [os.environ["KEYHOPPER_USB_PORT"]])
        sandbox = Sandbox([(user, user) for user in PEOPLE])
    stack("touch auto 20")
    keyhopper = Unprivileged(SANDBOX_SECRET=sandbox.ready["clientSecret"])
    added = keyhopper("directory", "add", "contoso", *sandbox.settings())
    equal("directory added", (added.code, added.err), (0, ""))
    yield
    for process in HELPERS:
        process.terminate()
        process.wait()
    sandbox.close()
    stack.close()


class Unprivileged(product.Product):
    """The product of the account."""

    def __init__(self, **environment):
        super().__init__(**environment)
        os.chown(self.home, ACCOUNT.pw_uid, ACCOUNT.pw_gid)

    def start(self, *arguments, **environment):
        ids = [f"--reuid={ACCOUNT.pw_uid}", f"--regid={ACCOUNT.pw_gid}", "--clear-groups"]
        return child.start(
            ["setpriv", *ids, f"{product.FOLDER}/keyhopper", *arguments],
            env={**self.environment, **environment, "HOME": self.home},
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def file(self, name, content):
        path = super().file(name, content)
        os.chown(path, ACCOUNT.pw_uid, ACCOUNT.pw_gid)
        return path


class Helper:
    """A helper for the account; ready when this is made."""

    def __init__(self, *arguments):
        command = [f"{product.FOLDER}/keyhopper", "helper", "--for", ACCOUNT.pw_name, "--json", *arguments]
        environment = {**os.environ, "KEYHOPPER_HOME": HELPER_HOME}
        self.process = child.start(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        HELPERS.append(self.process)
        self.folder = json.loads(self.process.stdout.readline())["folder"]

    def kill(self):
        self.process.kill()
        return self.process.wait()

    def end(self):
        """Waits until it ended by itself; returns its exit code and the reason it gave."""
        out, _ = self.process.communicate(timeout=20)
        return self.process.returncode, json.loads(out.splitlines()[-1]).get("reason")


def plug(traits="plain"):
    serial = stack(f"new {traits}")["cards"][0]
    stack(f"insert {serial}")
    return serial


def unplug():
    if stack("state")["slots"][0].get("serial"):
        stack("remove 0")


def key(serial):
    return stack(f"state {serial}")["card"]


def request(people, name):
    path = keyhopper.file(f"{name}.csv", "user\r\n" + "".join(f"{user}\r\n" for user in people))
    return keyhopper("request", "import", path, "--name", name, "--directory", "contoso", "--json").lines[0]["id"]


def provision(people, name, when=lambda event: None, **environment):
    """Each person gets a new key; when hears each event."""
    run = {"outcomes": {}, "keys": []}

    def react(event):
        if event["event"] == "outcome":
            run["outcomes"][event["user"]] = event
        elif event["event"] == "waiting" and event["for"] == "insert":
            run["keys"].append(plug())
        elif event["event"] == "waiting":
            unplug()
        when(event)

    run["exit"] = keyhopper.run(react, "provision", request(people, name), "--mode", "manual", **environment).code
    unplug()
    return run


def outcomes(run):
    return [run["outcomes"][user]["outcome"] for user in sorted(run["outcomes"])]


def test_no_rights_and_no_helper():
    plug()
    told = keyhopper("devices", "--json")
    equal("devices ends well", told.code, 0)
    found = [line for line in told.lines if line["kind"] == "usb-key"]
    equal("seen once, and why it cannot be used", [line["reason"] for line in found], ["device.access-denied"])
    for way in ("70-keyhopper.rules", "keyhopper helper --for"):
        check(f"the sentence names {way}", way in found[0]["message"], found[0]["message"])
    unplug()


def test_three_people_through_a_helper():
    helper = Helper()
    equal("waits where the product looks by itself", helper.folder, USUAL_PLACE)
    facts = os.stat(USUAL_PLACE)
    equal("a folder for the account alone", (facts.st_mode & 0o777, facts.st_uid), (0o700, ACCOUNT.pw_uid))
    run = provision(PEOPLE[:3], "Three")
    equal("provisioned", (run["exit"], outcomes(run)), (0, ["PROVISIONED"] * 3))
    equal("one credential on each key", [len(key(serial)["credentials"]) for serial in run["keys"]], [1, 1, 1])
    equal("one passkey each at the directory", {user: len(all) for user, all in sandbox.passkeys().items()}, dict.fromkeys(PEOPLE[:3], 1))
    equal("the helper ends with the product", helper.end(), (0, "client-left"))
    check("nothing of it is left", not os.path.exists(USUAL_PLACE))


def test_a_helper_killed_in_the_middle():
    folder = f"{HELPER_PLACES}/one"
    helpers = [Helper("--at", folder)]
    stack("touch auto 1500")

    def when(event):
        if event.get("do") == "touch" and len(helpers) == 1:
            helpers[0].kill()
            stack("touch auto 20")
            helpers.append(Helper("--at", folder))

    run = provision(PEOPLE[3:5], "Killed", when, KEYHOPPER_HELPER=folder)
    first, second = (run["outcomes"][user] for user in PEOPLE[3:5])
    check("the helper was killed in a ceremony", len(helpers) == 2, run)
    equal("as when the key is pulled", (first["outcome"], first["reason"]), ("UNCLEAR", "device.gone"))
    equal("the next person, with the next helper, in the same run", second["outcome"], "PROVISIONED")
    equal("that helper ends with the product", helpers[-1].end(), (0, "client-left"))


def test_nobody_else():
    helper = Helper("--at", f"{HELPER_PLACES}/two")
    stranger = ["setpriv", "--reuid=daemon", "--regid=daemon", "--clear-groups", "ls", helper.folder]
    code = subprocess.run(stranger, capture_output=True, text=True).returncode
    check("another account cannot look into the folder", code != 0, code)
    taken = subprocess.run(
        [f"{product.FOLDER}/keyhopper", "helper", "--for", ACCOUNT.pw_name, "--at", helper.folder],
        env={**os.environ, "KEYHOPPER_HOME": HELPER_HOME}, capture_output=True, text=True, timeout=30)  # fmt: skip
    check("a second helper is refused", taken.returncode == 2 and "already waits" in taken.stderr, taken)
    helper.process.terminate()
    helper.process.wait()
    check("told to end, it leaves nothing", not os.path.exists(helper.folder))


def test_a_helper_that_comes():
    """The person is waited for, with another key or with a helper."""
    seen = {"denied": 0}
    helpers = []

    def react(event):
        if event.get("reason") == "device.access-denied":
            seen["denied"] += 1
        elif event["event"] == "waiting" and event["for"] == "insert":
            if seen["denied"]:
                helpers.append(Helper())
            plug()
        elif event["event"] == "waiting":
            unplug()
        elif event["event"] == "outcome":
            seen["outcome"] = event["outcome"]

    code = keyhopper.run(react, "provision", request(PEOPLE[5:6], "Late"), "--mode", "manual").code
    unplug()
    equal("told once, then provisioned", (code, seen), (0, {"denied": 1, "outcome": "PROVISIONED"}))
    equal("the helper ends with the product", [helper.end() for helper in helpers], [(0, "client-left")])
