"""Runs the card machine of the rehearsal bundle, with the language of one printer, as a child process."""

import json
import subprocess

import child
import product

MAIN = "org.keyhopper.rehearsal.printer.CardMachineMain"


class CardMachine:
    def __init__(self, skin, port, *options):
        """Port is that of the virtual reader behind the contact station."""
        command = [product.JAVA, "-XX:+UseSerialGC", "-cp", product.CLASSPATH, MAIN]
        command += ["--skin", skin, "--contact", str(port), *options]
        self._process = child.start(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        self.ready = json.loads(self._process.stdout.readline())

    @property
    def address(self):
        return self.ready["address"]

    def __call__(self, line):
        """Runs one command; its answer as a dictionary. Raises if it was refused."""
        self._process.stdin.write(line + "\n")
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError("the card machine has ended")
        parsed = json.loads(answer)
        if not parsed["ok"]:
            raise RuntimeError(f"{line}: {parsed['error']}")
        return parsed

    def places(self):
        """Where each card is, by its number."""
        return {card["serial"]: card["place"] for card in self("state")["cards"]}

    def credentials(self, serial):
        return [credential["id"] for credential in self(f"card {serial}")["card"]["credentials"]]

    def close(self):
        self._process.kill()
        self._process.wait()
