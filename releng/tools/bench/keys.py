"""Keyhopper against libfido2 with the same simulated keys over hidraw, by turns. Started by keys.sh, inside the rig."""

import argparse
import glob
import os
import statistics
import subprocess
import sys
import time

import child
import product
import screen
from card_stack import CardStack
from libfido2 import Key

PIN = "73529416"
RP = "login.example"
STEPS = ["open", "set the first PIN", "make a credential", "assertion", "all of these"]


class Ours:
    """KeyBenchmark, a Java program that lives as long as the benchmark."""

    def __init__(self, classes):
        flags = os.environ["BENCH_FLAGS"].split()
        classpath = f"{classes}:{product.CLASSPATH}"
        command = [product.JAVA, *flags, "-cp", classpath, "org.keyhopper.transport.hid.KeyBenchmark"]
        self._process = child.start(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        self._process.stdout.readline()

    def round(self, serial, node):
        self._process.stdin.write(serial + "\n")
        return [int(nanos) for nanos in self._process.stdout.readline().split()]


    def close(self):
        self._process.stdin.close()
        self._process.wait()


class Theirs:
    """libfido2, as its own tools use it."""

    def round(self, serial, node):
        times = [time.perf_counter_ns()]
        device = Key(node)
        times.append(time.perf_counter_ns())
        device.set_pin(PIN)
        times.append(time.perf_counter_ns())
        credential, public_key = device.make(RP, b"\1\2\3\4", PIN)
        times.append(time.perf_counter_ns())
        device.sign(RP, public_key, PIN)
        times.append(time.perf_counter_ns())
        device.close()
        return [after - before for before, after in zip(times, times[1:])]


class Port:
    """One new key for each round, always in the same port."""

    def __init__(self):
        with screen.outside_umockdev():
            self.stack = CardStack(
                f"{product.WORK}/keys", [], [os.environ["KEYHOPPER_USB_PORT"]]
            )

    def measure(self, side):
        before = set(glob.glob("/dev/hidraw*"))
        serial = self.stack("new plain")["cards"][0]
        self.stack(f"insert {serial} 0")
        while not set(glob.glob("/dev/hidraw*")) - before:
            time.sleep(0.01)
        time.sleep(0.2)
        node = (set(glob.glob("/dev/hidraw*")) - before).pop()
        steps = side.round(serial, node)
        card = self.stack(f"state {serial}")["card"]
        self.stack("remove 0")
        return steps, card["busyMicros"] * 1000, [command.split(":")[0] for command in card["commands"]]


def quartiles(values):
    lower, middle, upper = statistics.quantiles(values, n=4)
    return f"{middle:7.2f} ({lower:.2f} to {upper:.2f})"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--warm-up", type=int, default=5)
    options = parser.parse_args()
    keys = Port()
    ours, theirs = Ours(os.environ["BENCH_CLASSES"]), Theirs()
    all_rounds = []
    for number in range(options.warm_up + options.rounds):
        pair = (keys.measure(ours), keys.measure(theirs))
        if number >= options.warm_up:
            all_rounds.append(pair)
    # Before the rig takes away the ports that both still use.
    ours.close()
    keys.stack.close()
    report(all_rounds)
    worst = max(len(mine[2]) / len(other[2]) for mine, other in all_rounds)
    sys.exit(1 if worst > 1 else 0)


def report(rounds):
    (_, _, mine), (_, _, others) = rounds[-1]
    print(f"CTAP messages, ours:     {len(mine)}: {' '.join(mine)}")
    print(f"CTAP messages, libfido2: {len(others)}: {' '.join(others)}")
    print(f"ratio: {len(mine) / len(others):.2f}; each side opens the key with one CTAPHID_INIT besides")
    print(f"\nmilliseconds, median (middle half){'':13} ours {'':22} libfido2 {'':15} ratio")
    for place, name in enumerate(STEPS):
        line(name, [[milliseconds(side[0], place) for side in pair] for pair in rounds])
    line("host: without the key's own time", [[(sum(side[0]) - side[1]) / 1e6 for side in pair] for pair in rounds])


def milliseconds(steps, place):
    return (steps[place] if place < len(steps) else sum(steps)) / 1e6


def line(name, pairs):
    mine, others = zip(*pairs)
    ratio = quartiles([a / b for a, b in pairs])
    print(f"{name:34} {quartiles(mine):26} {quartiles(others):26} {ratio}")


main()
