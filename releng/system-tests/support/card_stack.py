"""Runs the card stack of the rehearsal bundle as a child process and talks to it line by line."""

import json
import subprocess

import child
import product

MAIN = "org.keyhopper.rehearsal.authenticator.stack.CardStackMain"


class CardStack:
    def __init__(self, directory, ports, usb=()):
        command = product.program(MAIN, "--directory", directory)
        for port in ports:
            command += ["--slot", str(port)]
        for port in usb:
            command += ["--usb", str(port)]
        self._process = child.start(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __call__(self, line):
        """Runs one command; its answer as a dictionary. Raises if it was refused."""
        self._process.stdin.write(line + "\n")
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError("the card stack has ended")
        parsed = json.loads(answer)
        if not parsed["ok"]:
            raise RuntimeError(f"{line}: {parsed['error']}")
        return parsed

    def kill(self):
        self._process.kill()
        self._process.wait()

    def close(self):
        if self._process.poll() is None:
            self._process.stdin.close()
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()
