"""Measures Central under a steady load; see central.sh."""

import argparse
import json
import os
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import time

import child
import product
from central import Central
from central_browser import CentralBrowser
from postgres import Postgres
from sandbox import Sandbox

PROVIDER = "org.keyhopper.rehearsal.oidc.OidcSandboxMain"
RUNS = ["small", "large", "delayed"]
SMALL = 1000
LONGEST_SMALL = 60
TICKS = os.sysconf("SC_CLK_TCK")
OPERATOR_CALLS = {
    "list of requests": "/requests?limit=50",
    "one request": "/requests/{}",
    "a page of people": "/requests/{}/people?limit=100",
    "a page of results": "/requests/{}/results?limit=100",
    "unclear people": "/requests/{}/unclear",
    "a page of inventory": "/inventory?limit=100",
}


def account(number):
    return f"person{number:06}@contoso.example"


def seconds_of(pid):
    """Processor time of a process and of those it started."""
    total = 0
    for process in [pid, *children(pid)]:
        try:
            with open(f"/proc/{process}/stat") as file:
                fields = file.read().rsplit(") ", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        except FileNotFoundError:
            pass
    return total / TICKS


def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as file:
            started = [int(number) for number in file.read().split()]
    except FileNotFoundError:
        return []
    return [process for one in started for process in (one, *children(one))]


def memory_of(pid):
    """Resident megabytes now and at most."""
    with open(f"/proc/{pid}/status") as file:
        lines = dict(line.split(":", 1) for line in file if line.startswith("Vm"))
    return [int(lines[name].split()[0]) // 1024 for name in ("VmRSS", "VmHWM")]


class Bench:
    def __init__(self, options):
        self.options = options
        self.failed = 0
        # Those who are provisioned during the measures, at the end of the large request.
        self.pending = 2 * (int(options.rate * options.seconds) + options.stations)
        people = max(options.people, self.pending)
        self.sandbox = Sandbox([(account(number), f"Person {number}") for number in [*range(1, SMALL + 1), *range(people - self.pending + 1, people + 1)]])
        self.provider = child.start(product.program(PROVIDER), stdout=subprocess.PIPE, text=True)
        provider = json.loads(self.provider.stdout.readline())
        self.postgres = Postgres() if options.postgres else None
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        settings = [f"oidc.issuer = {provider['issuer']}", f"oidc.client.id = {provider['client']}"]
        settings += [f"database = {self.postgres.address}"] if self.postgres else []
        self.central = Central(port, *settings)
        self.central("directory", "add", "contoso", *self.sandbox.settings(), SANDBOX_SECRET=self.sandbox.secret)
        self.small = self.import_people("Small", 1, SMALL)
        began = time.monotonic()
        self.large = self.import_people("Large", 1, people)
        print(f"import of {people} people: {time.monotonic() - began:.1f} s")
        self.provisioned_before(people - self.pending)
        self.central.start()
        self.pids = {"Central": self.central.pid, "directory": self.sandbox.pid}
        if self.postgres:
            self.pids["database"] = self.postgres.pid
        code = self.central.next_line()["code"]
        self.browser = CentralBrowser(self.central.url, self.central.certificate)
        self.browser.sign_in("newcomer")
        self.browser.become_administrator(code)
        self.csrf = self.browser.get("/").csrf

    def import_people(self, name, first, last):
        path = f"{self.central.folder}/people.csv"
        with open(path, "w") as file:
            file.write("user\n" + "".join(f"{account(number)}\n" for number in range(first, last + 1)))
        return self.central("request", "import", path, "--name", name, "--directory", "contoso")

    def provisioned_before(self, last):
        """Most of the large request was done on other days."""
        sql = f"UPDATE recipient SET outcome = 'PROVISIONED' WHERE request = '{self.large}' AND position <= {last}"
        if self.postgres:
            self.postgres.ask(sql)
        else:
            with sqlite3.connect(f"{self.central.folder}/data/central.db") as database:
                database.execute(sql)

    def codes(self):
        """One for each station, as fast as an operator may ask."""
        codes = []
        while len(codes) < self.options.stations:
            body = json.dumps({"name": f"Station {len(codes)}", "grants": [{"role": "Operator", "directory": "contoso"}]}).encode()
            headers = {"X_CSRF_Token": self.csrf, "Idempotency_Key": os.urandom(8).hex(), "Content_Type": "application/json"}
            made = self.browser.send("POST", "/api/v1/stations/codes", body, **headers)
            if made.status == 201:
                codes.append(made.json["code"])
            elif made.status == 429:
                time.sleep(1)
            else:
                sys.exit(f"no code: {made.status} {made.text}")
        return codes

    def load(self, delay, *requests):
        """Runs the load generator; requests are pairs of title and what it is told."""
        order = {"url": self.central.url, "certificate": self.central.certificate, "codes": self.codes(), "delay": delay}
        path = f"{self.central.folder}/order.json"
        with open(path, "w") as file:
            json.dump({**order, "requests": [request for _, request in requests]}, file)
        path_of_classes = f"{os.environ['BENCH_CLASSES']}:{product.CLASSPATH}"
        command = [product.JAVA, "-XX:+UseSerialGC", "-cp", path_of_classes, "org.keyhopper.central.load.CentralLoad", path]
        generator = child.start(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        pids = {**self.pids, "load generator": generator.pid}
        for title, _ in requests:
            before = {name: seconds_of(pid) for name, pid in pids.items()}
            line = generator.stdout.readline()
            if not line:
                sys.exit("The load generator has ended.")
            self.show(title, json.loads(line), before, {name: seconds_of(pid) for name, pid in pids.items()})
            generator.stdin.write("\n")
            generator.stdin.flush()
        generator.wait()

    def show(self, title, result, before, after):
        self.failed += result["failed"]
        print(f"\n{title}: {result['enrolments']} enrolments in {result['seconds']} s, {result['failed']} failed {' '.join(result['failures'])}")
        for name, one in result["calls"].items():
            print(f"  {name:14} {one['calls']:6} calls   p50 {one['p50']:8.1f} ms   p99 {one['p99']:8.1f} ms   longest {one['longest']:8.1f} ms")
        used = ", ".join(f"{name} {(after[name] - before[name]) / result['seconds']:.2f}" for name in after)
        now, most = memory_of(self.central.pid)
        print(f"  cores used: {used}; memory of Central: {now} MB, at most {most} MB", flush=True)

    def operator_calls(self):
        print("\nCalls of an operator, median of 20, with 1,000 people and with all:")
        for name, path in OPERATOR_CALLS.items():
            taken = [self.median(path.format(request)) for request in (self.small, self.large)]
            print(f"  {name:20} {taken[0]:8.1f} ms {taken[1]:8.1f} ms")

    def median(self, path):
        taken = []
        for _ in range(20):
            began = time.monotonic()
            answer = self.browser.get("/api/v1" + path)
            taken.append((time.monotonic() - began) * 1000)
            if answer.status != 200:
                sys.exit(f"{path}: {answer.status} {answer.text}")
        return statistics.median(taken)

    def run(self):
        options = self.options
        large = {"id": self.large, "rate": options.rate, "seconds": options.seconds}
        small = {"id": self.small, "rate": options.rate, "seconds": min(options.seconds, LONGEST_SMALL)}
        size = f"{max(options.people, self.pending):,} people"
        plain = {"small": ("1,000 people", small), "large": (size, large)}
        chosen = [run for name, run in plain.items() if name in options.runs]
        if chosen:
            self.load(0, *chosen)
        if "delayed" in options.runs:
            self.load(options.delay, (f"{size}, {options.delay} ms more for each round trip", large))
        self.operator_calls()
        return 1 if self.failed else 0

    def close(self):
        self.central.close()
        self.sandbox.close()
        self.provider.kill()
        if self.postgres:
            self.postgres.close()
        shutil.rmtree(self.central.folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(prog="releng/bench central")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--rate", type=float, default=10)
    parser.add_argument("--stations", type=int, default=200)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--delay", type=int, default=50)
    parser.add_argument("--runs", nargs="+", choices=RUNS, default=RUNS)
    options = parser.parse_args()
    if options.short:
        options.seconds, options.stations = 20, 50
    bench = Bench(options)
    try:
        return bench.run()
    finally:
        bench.close()


sys.exit(main())
