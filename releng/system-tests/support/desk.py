"""A desk: the product, a sandbox directory, and a stack of cards with somebody to move them."""

import os

import pcscd
import product
from card_stack import CardStack
from sandbox import Sandbox

PORTS, READERS = pcscd.PORTS, pcscd.READERS
DIRECTORY = "contoso"


class Run:
    """What a run said."""

    def __init__(self):
        self.events = []
        self.outcomes = {}
        self.turns = []
        self.result = None

    @property
    def code(self):
        return self.result.code

    @property
    def summary(self):
        last = self.events[-1] if self.events else {}
        return last if last.get("event") == "summary" else {}

    def outcome(self, user):
        return self.outcomes.get(user, {}).get("outcome")

    def reason(self, user):
        return self.outcomes.get(user, {}).get("reason")

    def steps(self, user):
        return [event["step"] for event in self.events if event["event"] == "step" and event["user"] == user]


class Desk:
    def __init__(self, people, directory=Sandbox, **environment):
        self.sandbox = directory(people)
        self.names = dict(people)
        self.stack = CardStack(os.path.join(product.WORK, "cards"), PORTS)
        self.product = product.Product(SANDBOX_SECRET=self.sandbox.secret, **environment)
        self.slot = 0
        self.must("directory", "add", DIRECTORY, *self.sandbox.settings())

    def must(self, *arguments):
        """Runs a command that has to succeed."""
        result = self.product(*arguments)
        if result.code != 0:
            raise RuntimeError(f"{arguments} ended with {result.code}: {result.out}{result.err}")
        return result

    def request(self, users, profile=None, name="Request"):
        """Imports a request of these accounts; returns its id."""
        rows = "".join(f'"{user}","{self.names.get(user, user)}"\r\n' for user in users)
        path = self.product.file("people.csv", "user,displayName\r\n" + rows)
        more = ["--profile", self.product.file("profile.json", profile)] if profile else []
        command = ["request", "import", path, "--name", name, "--directory", DIRECTORY, *more, "--json"]
        return self.must(*command).lines[0]["id"]

    def cards(self, traits, count=1):
        return self.stack(f"new {traits} {count}")["cards"]

    def card(self, serial):
        return self.stack(f"state {serial}")["card"]

    def insert(self, serial, slot=None):
        """Puts a card into the slot that was empty longest, unless told which."""
        self.slot = slot if slot is not None else (self.slot + 1) % len(PORTS)
        self.stack(f"insert {serial} {self.slot}")

    def remove(self):
        if self.stack("state")["slots"][self.slot].get("serial"):
            self.stack(f"remove {self.slot}")

    def provision(self, request, cards, *options, react=None, seconds=240, started=None, **environment):
        """Runs a request with a card for each account; react sees each event before it is acted upon, and may act instead."""
        run = Run()
        cards = dict(cards)
        options = [*options, *(["--one-pin-for-all"] if "--pin" in options else [])]

        def heard(event):
            run.events.append(event)
            if event["event"] == "recipient":
                run.turns.append(event["user"])
            if event["event"] == "outcome":
                run.outcomes[event["user"]] = event
            if react and react(event, run):
                return
            if event["event"] == "waiting":
                if event["for"] == "insert":
                    self.insert(cards[run.turns[-1]])
                else:
                    self.remove()

        run.result = self.product.run(heard, "provision", request, "--mode", "manual", *options, seconds=seconds, started=started, **environment)
        self.remove()
        return run

    def reconcile(self, request, *options, put=(), react=None, seconds=240, started=None):
        """Reconciles with the cards that are in; puts one of the others in each time a card is asked for. Without others, none is waited for."""
        run = Run()
        others = list(put)
        if not options:
            options = ("--wait", "5s" if others else "0s")

        def heard(event):
            run.events.append(event)
            if event["event"] == "outcome":
                run.outcomes[event["user"]] = event
            if react and react(event, run):
                return
            if event["event"] == "waiting" and put:
                self.remove()
                if others:
                    self.insert(others.pop(0))

        run.result = self.product.run(heard, "reconcile", request, *options, seconds=seconds, started=started)
        if put:
            self.remove()
        return run

    def standing(self, request):
        """Outcome by account, as the store has it."""
        shown = self.must("request", "show", request, "--json").lines[0]
        return {recipient["user"]: recipient["outcome"] for recipient in shown["recipients"]}

    def close(self):
        self.stack.close()
        self.sandbox.close()
