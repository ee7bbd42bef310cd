"""
In the middle of a run at a desk the disk becomes full or read-only, another program locks the station's data, the clock jumps, or there are 512 MB of memory:
what cannot be recorded is not done, the message says what to do, and afterwards everybody is provisioned with one card that the directory knows.
"""

import contextlib
import glob
import os
import shutil
import sqlite3
import subprocess
import tempfile
import threading
import time

import invariant
import product
import pytest
from desk import Desk
from tally import check, equal

pytestmark = [pytest.mark.readers(2), pytest.mark.extra]

GROUPS = ["full", "readonly", "locked", "later", "earlier", "small"]
SIZE = 4
PEOPLE = {group: [f"{group}{number}@contoso.example" for number in range(1, SIZE + 1)] for group in GROUPS}
GOOD = "PROVISIONED"
CLOCK = os.path.join(os.path.dirname(os.path.abspath(__file__)), "support", "jumping_clock.c")
MEMORY = "/sys/fs/cgroup/memory/keyhopper-test"
MEGABYTES = 512


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global desk
    desk = Desk([(user, user) for users in PEOPLE.values() for user in users])
    yield
    desk.close()


def order(group):
    """A request of the group's people, and a card for each."""
    users = PEOPLE[group]
    return desk.request(users, name=group), dict(zip(users, desk.cards("plain", len(users))))


def after_the_first(act):
    """Acts once, when the second person has a turn."""
    done = []

    def react(event, run):
        if event["event"] == "recipient" and len(run.turns) == 2 and not done:
            done.append(True)
            act()

    return react


def settled(request, cards):
    """What an operator does afterwards: reconciles, and runs again."""
    for _ in range(3):
        standing = desk.standing(request)
        doubts = [user for user in cards if standing[user] == "UNCLEAR"]
        if doubts:
            desk.reconcile(request, put=[cards[user] for user in doubts])
        if set(desk.standing(request).values()) != {GOOD}:
            desk.provision(request, cards, "--on-provisioned", "reset")
    equal("in the end", set(desk.standing(request).values()), {GOOD})
    passkeys = desk.sandbox.passkeys()
    for user, serial in cards.items():
        invariant.holds(desk, user, GOOD, serial, passkeys)
    with sqlite3.connect(f"file:{desk.product.home}/station.db?mode=ro", uri=True) as database:
        known = "\n".join(database.iterdump())
        equal("integrity", database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
    strangers = [user for user in cards for method in passkeys[user] if method["credentialId"] not in known]
    equal("passkeys that the station does not know", strangers, [])


def said(run):
    return run.result.err + "".join(f"{event.get('message', '')} {event.get('reason', '')}\n" for event in run.events)


def stopped(run, words):
    """The run ended early, and says why."""
    good = [user for user in run.outcomes if run.outcome(user) == GOOD]
    check("the run does not go on as if nothing had happened", run.code != 0 and len(good) < SIZE, (run.code, run.outcomes))
    check(f"says {words}", words in said(run), said(run))


class Disk:
    """A small disk for the home, made of a file; the kernel makes it read-only when it is told of an error."""

    def __init__(self, megabytes):
        self.folder = tempfile.mkdtemp(dir=product.WORK, prefix="disk-")
        self.image = f"{self.folder}.img"
        with open(self.image, "wb") as file:
            file.truncate(megabytes << 20)
        subprocess.run(["mkfs.ext4", "-q", "-m", "0", self.image], check=True)
        self.mount()

    def mount(self):
        subprocess.run(["mount", "-o", "loop,errors=remount-ro", self.image, self.folder], check=True)

    def break_down(self):
        source = subprocess.run(["findmnt", "-no", "SOURCE", self.folder], check=True, capture_output=True, text=True).stdout.strip()
        with open(f"/sys/fs/ext4/{os.path.basename(source)}/trigger_fs_error", "w") as trigger:
            trigger.write("test")

    def unmount(self):
        """A process that has just ended may still hold it."""
        for _ in range(50):
            if subprocess.run(["umount", self.folder], capture_output=True).returncode == 0:
                return
            time.sleep(0.2)
        subprocess.run(["umount", "--lazy", self.folder], check=True)

    def repair(self):
        self.unmount()
        # 1: errors were corrected.
        equal("repaired", subprocess.run(["e2fsck", "-f", "-y", self.image], capture_output=True).returncode & ~1, 0)
        self.mount()

    def fill(self):
        with contextlib.suppress(OSError), open(f"{self.folder}/filling", "wb", buffering=0) as file:
            while True:
                file.write(b"\0" * 4096)

    def close(self):
        self.unmount()
        os.remove(self.image)


@contextlib.contextmanager
def home_on_a_disk():
    """Moves the home to a disk of its own, and back."""
    usual = desk.product.home
    disk = Disk(96)
    home = f"{disk.folder}/home"
    shutil.copytree(usual, home)
    os.chmod(home, 0o700)
    # What is not on the disk when it breaks down is lost, which copying does not see to.
    subprocess.run(["sync", "-f", home], check=True)
    try:
        desk.product.home = desk.product.environment["KEYHOPPER_HOME"] = home
        yield disk
    finally:
        desk.product.home = desk.product.environment["KEYHOPPER_HOME"] = usual
        shutil.rmtree(usual)
        shutil.copytree(home, usual)
        os.chmod(usual, 0o700)
        disk.close()


def test_full_disk():
    with home_on_a_disk() as disk:
        request, cards = order("full")
        run = desk.provision(request, cards, react=after_the_first(disk.fill))
        stopped(run, "The disk is full")
        os.remove(f"{disk.folder}/filling")
        settled(request, cards)


def test_read_only_disk():
    with home_on_a_disk() as disk:
        request, cards = order("readonly")
        run = desk.provision(request, cards, react=after_the_first(disk.break_down))
        stopped(run, "read-only")
        disk.repair()
        settled(request, cards)


def test_locked_data():
    """Shortly, which is waited for; then for longer than that."""
    request, cards = order("locked")
    path = glob.glob(f"{desk.product.home}/station.db")[0]
    free = []

    def lock(seconds):
        def held():
            database = sqlite3.connect(path, isolation_level=None, timeout=20)
            database.execute("BEGIN EXCLUSIVE")
            taken.set()
            time.sleep(seconds)
            database.execute("ROLLBACK")
            database.close()

        taken = threading.Event()
        thread = threading.Thread(target=held)
        thread.start()
        free.append(thread)
        taken.wait(30)

    turns = {2: 3, 3: 25}

    def react(event, run):
        if event["event"] == "recipient" and len(run.turns) in turns:
            lock(turns.pop(len(run.turns)))

    run = desk.provision(request, cards, react=react)
    for thread in free:
        thread.join()
    equal("a lock of three seconds is waited for", run.outcome(PEOPLE["locked"][1]), GOOD)
    stopped(run, "Another program has kept the station's data locked")
    settled(request, cards)


def jumping(group, hours):
    request, cards = order(group)
    clock, library = f"{product.WORK}/clock", f"{product.WORK}/jumping_clock.so"
    subprocess.run(["gcc", "-O2", "-shared", "-fPIC", "-Wall", "-Werror", "-o", library, CLOCK], check=True)

    def leap(hours=hours):
        with open(clock, "w") as file:
            file.write(str(hours * 3600))

    leap(0)
    run = desk.provision(request, cards, react=after_the_first(leap), LD_PRELOAD=library, JUMPING_CLOCK=clock)
    ended = [user for user in cards if run.outcome(user)]
    check("no one is lost", set(ended) | set(run.turns) <= set(cards), run.outcomes)
    equal("those who were provisioned are recorded as that", [user for user in ended if run.outcome(user) == GOOD and desk.standing(request)[user] != GOOD], [])
    check("the clock did jump", any(abs(moment - time.time()) > 3600 for moment in moments(request)), moments(request))
    settled(request, cards)


def moments(request):
    """When something was recorded in the audit trail of the request, in seconds."""
    return [line["time"] / 1000 for line in desk.must("audit", "--json").lines if request in line["message"]]


def test_clock_jumps_ahead():
    jumping("later", 36)


def test_clock_jumps_back():
    jumping("earlier", -36)


def test_little_memory():
    """The kernel ends what takes more."""
    request, cards = order("small")
    os.makedirs(MEMORY, exist_ok=True)
    try:
        with open(f"{MEMORY}/memory.limit_in_bytes", "w") as limit:
            limit.write(str(MEGABYTES << 20))

        def confined(process):
            with open(f"{MEMORY}/cgroup.procs", "w") as processes:
                processes.write(str(process.pid))

        run = desk.provision(request, cards, started=confined)
        equal("outcomes", {run.outcome(user) for user in cards}, {GOOD})
        with open(f"{MEMORY}/memory.max_usage_in_bytes") as used:
            megabytes = int(used.read()) >> 20
        print(f"  {megabytes} MB were used at most")
        check("it was confined", 20 < megabytes <= MEGABYTES, megabytes)
        settled(request, cards)
    finally:
        os.rmdir(MEMORY)
