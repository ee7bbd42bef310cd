"""How close a run through printers comes to what the mechanics and the cards allow. Started by printers.sh."""

import argparse
import datetime
import sys

from desk import PORTS, READERS
from printer_desk import Machine, PrinterDesk

OPERATIONS = ["policy", "find-user", "check-groups", "options", "register", "list", "read", "delete"]
MOVEMENTS = 3
LANGUAGES = ("evolis-service", "evolis-raw", "evolis-service", "evolis-raw")


def arguments():
    parser = argparse.ArgumentParser(prog="releng/bench printers")
    parser.add_argument("--cards", type=int, default=15)
    parser.add_argument("--movement", type=int, default=2000)
    parser.add_argument("--latency", type=int, default=300)
    parser.add_argument("--makes", type=int, default=1000)
    parser.add_argument("--signs", type=int, default=500)
    return parser.parse_args()


class Pass:
    """One run: what it took, and what machine, cards and directory took of that. Seconds a card of one printer."""

    def __init__(self, desk, users, printers, wanted, *options):
        machines = [Machine(skin, port, wanted.movement) for skin, port in zip(LANGUAGES[:printers], PORTS)]
        for machine in machines:
            for serial in machine(f"load {len(users)}")["cards"]:
                machine(f"card-fault {serial} make-credential 1 delay {wanted.makes}")
                machine(f"card-fault {serial} get-assertion 1 delay {wanted.signs}")
        calls = len(desk.sandbox.calls())
        run = desk.automatic(desk.request(users), list(zip(machines, READERS)), more=options, seconds=1800)
        if run.code != 0:
            sys.exit(f"The run ended with {run.code}: {run.err}")
        ways = ways_of(run)
        ends = sorted(way["output-tray"] for way in ways)
        self.users = len(users)
        self.seconds = ends[-1] - min(way["moving"] for way in ways)
        # The first card of each printer finds a process that has just started.
        self.later = (ends[-1] - ends[printers - 1]) / (self.users - printers)
        self.noticing = median(way["contactless"] - way["moving"] for way in ways) - 2 * wanted.movement / 1000
        self.working = median(way["worked"] - way["contactless"] for way in ways)
        self.idle = median(way["moving"] - before["output-tray"] for before, way in zip(ways, ways[1:])) if printers == 1 else 0
        self.moving = sum(machine("state")["movingMillis"] for machine in machines) / 1000 / self.users
        self.cards = sum(machine.card(serial)["busyMicros"] for machine in machines for serial in machine.places()) / 1e6 / self.users
        self.cards += (wanted.makes + wanted.signs) / 1000
        self.calls = (len(desk.sandbox.calls()) - calls) / self.users
        self.steps = steps(run)
        for machine in machines:
            machine.close()

    @property
    def each(self):
        """Seconds from card to card."""
        return self.seconds / self.users

    @property
    def limit(self):
        return self.moving + self.cards


def ways_of(run):
    """When each card was where, by person, in order."""
    ways = {}
    for event, moment in zip(run.events, run.moments):
        if event["event"] == "card":
            ways.setdefault(event["user"], {})[event["to"]] = moment
        elif event["event"] == "step":
            ways[event["user"]]["worked"] = moment
    return list(ways.values())


def median(numbers):
    ordered = sorted(numbers)
    return ordered[len(ordered) // 2]


def steps(run):
    """Milliseconds of each step, the median over the cards."""
    times = {}
    for event in run.of("step"):
        times.setdefault(event["step"], []).append(event["ms"])
    return {step: median(all_of_it) for step, all_of_it in times.items()}


def main():
    wanted = arguments()
    sizes = {"one": wanted.cards, "plain": wanted.cards, "two": 2 * wanted.cards, "four": 4 * wanted.cards}
    groups = {name: [f"{name}{number:03}@contoso.example" for number in range(1, count + 1)] for name, count in sizes.items()}
    desk = PrinterDesk([(user, user) for group in groups.values() for user in group])
    for operation in OPERATIONS:
        desk.sandbox.rule(operation, "slow", times=0, seconds=wanted.latency / 1000)
    print(f"{wanted.cards} cards a printer, {MOVEMENTS} movements of {wanted.movement} ms, each call of the directory {wanted.latency} ms,", end=" ")
    print(f"a card takes {wanted.makes} ms more to make a credential and {wanted.signs} ms to sign", flush=True)
    one = Pass(desk, groups["one"], 1, wanted)
    print(f"one printer    {one.each:6.2f} s a card, {3600 / one.each:4.0f} cards an hour", flush=True)
    print(f"  limit        {one.limit:6.2f} s a card: movements {one.moving:.2f}, card {one.cards:.2f}")
    print(f"  directory    {one.calls:6.2f} calls a card; steps: " + ", ".join(f"{step} {ms} ms" for step, ms in one.steps.items()))
    print(f"  beside it    {one.noticing:6.2f} s until the reader told of the card, {one.working - one.cards:.2f} s at the card, {one.idle:.2f} s before the next")
    told = one.limit + one.noticing
    print(f"  of the limit {one.limit / one.each:6.3f}     from the second card on {one.limit / one.later:.3f}, of what the readers allow {told / one.later:.3f}")
    plain = Pass(desk, groups["plain"], 1, wanted, "--no-overlap")
    print(f"no overlap     {plain.each:6.2f} s a card, {3600 / plain.each:4.0f} cards an hour")
    print(f"  of the limit {plain.limit / plain.each:6.3f}     from the second card on {plain.limit / plain.later:.3f}")
    print(f"  with overlap {plain.each / one.each:6.3f}     times as fast, from the second card on {plain.later / one.later:.3f}", flush=True)
    for name, printers in (("two", 2), ("four", 4)):
        several = Pass(desk, groups[name], printers, wanted)
        print(f"{name + ' printers':14} {several.each:6.2f} s a card, {3600 / several.each:4.0f} cards an hour")
        print(f"  of one       {one.each / several.each:6.3f}     from the second card on {one.later / several.later:.3f}")
        print(f"  of the limit {several.limit / several.each / printers:6.3f}     from the second card on {several.limit / several.later / printers:.3f}", flush=True)


if __name__ == "__main__":
    main()
