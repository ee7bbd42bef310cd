"""Kills a lone station at random moments. Started by kills.sh."""

import argparse
import collections
import glob
import os
import random
import sqlite3
import sys
import threading
import time

import invariant
import tally
from desk import Desk
from tally import check, equal

PEOPLE = 15
# On a slow computer a run is killed again and again before it has done anything; from then on a request may end undisturbed.
KILLED_ROUNDS = 25
ROUNDS = 40
GOOD, DOUBT = "PROVISIONED", "UNCLEAR"


class Killer:
    """Kills a process at a random moment; counts in which step."""

    def __init__(self, seed, kills):
        self.random = random.Random(seed)
        self.left = kills
        self.rests = False
        self.steps = collections.Counter()
        self._step = "start"
        self._timer = None
        self._process = None

    def armed(self):
        """Returns what a run calls when its process has started. Of five kills one is timed from there, the others from the first person's turn."""
        from_start = self.random.random() < 0.2

        def started(process):
            self._step, self._process, self._timer = "start", process, None
            if from_start:
                self._aim(6)

        return started

    def _aim(self, seconds):
        if self.left > 0 and not self.rests and not self._timer:
            self._timer = threading.Timer(self.random.uniform(0, seconds), self._kill)
            self._timer.start()

    def _kill(self):
        if self._process.poll() is None:
            self._process.kill()
            self.left -= 1
            self.steps[self._step] += 1

    def heard(self, event, _run):
        """Sees what the run does."""
        self._step = event.get("step") or f"{event['event']} {event.get('for', '')}".strip()
        if event["event"] in ("recipient", "step", "waiting"):
            self._aim(4)

    def disarm(self):
        if self._timer:
            self._timer.cancel()
            self._timer.join()
            self._timer = None


def database(desk):
    return glob.glob(os.path.join(desk.product.home, "**", "station.db"), recursive=True)[0]


def everything_is_known(desk):
    """No passkey at the directory of which the station does not know."""
    with sqlite3.connect(f"file:{database(desk)}?mode=ro", uri=True) as opened:
        known = "\n".join(opened.iterdump())
        equal("integrity", opened.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
    strangers = [user for user, methods in desk.sandbox.passkeys().items() for method in methods if method["credentialId"] not in known]
    equal("passkeys that the station does not know", strangers, [])


def settled(desk, killer, request, users, cards):
    """Runs and reconciles by turns, killed in between, until all are provisioned."""
    for number in range(ROUNDS):
        killer.rests = number >= KILLED_ROUNDS
        standing = desk.standing(request)
        if set(standing.values()) == {GOOD}:
            break
        doubts = [user for user in users if standing[user] == DOUBT]
        if doubts and (killer.random.random() < 0.4 or all(outcome in (GOOD, DOUBT) for outcome in standing.values())):
            # Those whose card does not come back are given up at the end.
            options = ("--give-up",) if killer.left <= 0 and killer.random.random() < 0.3 else ()
            desk.reconcile(request, *options, put=[cards[user] for user in doubts], react=killer.heard, seconds=90, started=killer.armed())
        else:
            desk.provision(request, cards, "--on-provisioned", "reset", react=killer.heard, seconds=120, started=killer.armed())
        killer.disarm()
        desk.remove()
        everything_is_known(desk)
    equal("all are provisioned", set(desk.standing(request).values()), {GOOD})
    passkeys = desk.sandbox.passkeys()
    for user in users:
        invariant.holds(desk, user, GOOD, cards[user], passkeys)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    print(f"The seed is {options.seed}.", flush=True)
    killer = Killer(options.seed, options.kills)
    requests = options.kills // 4 + 1
    users = [f"person{number:04}@contoso.example" for number in range(requests * PEOPLE)]
    desk = Desk([(user, user) for user in users])
    done, first = 0, None
    began = time.monotonic()
    while killer.left > 0 and done < len(users):
        some = users[done : done + PEOPLE]
        cards = dict(zip(some, desk.cards("plain", len(some))))
        settled(desk, killer, desk.request(some, name=f"Request {done // PEOPLE + 1}"), some, cards)
        done += len(some)
        size = os.path.getsize(database(desk))
        first = first or (done, size)
        print(f"{options.kills - killer.left} kills, {done} people, {size // 1024} KiB, {time.monotonic() - began:.0f} s", flush=True)
        if tally.bad:
            break
    growth = f", {(size - first[1]) / (done - first[0]):.0f} bytes for each person" if done > first[0] else ""
    check("all kills were made", killer.left <= 0 or tally.bad, killer.left)
    print("killed in: " + ", ".join(f"{step} {count}" for step, count in killer.steps.most_common()))
    print(f"{options.kills - killer.left} kills, {done} people provisioned, {tally.passed} findings good, {len(tally.bad)} bad{growth}")
    desk.close()
    sys.exit(1 if tally.bad else 0)


main()
