"""A PostgreSQL server of a test's own."""

import os
import shutil
import subprocess
import tempfile
import time

import child

COMMAND = os.path.join(os.path.dirname(__file__), "../../tools/postgres")


class Postgres:
    def __init__(self):
        # Beside the check's own folder, which only its owner may go through.
        self.folder = tempfile.mkdtemp(prefix="postgres-")
        self._process = None
        self.start()

    @property
    def pid(self):
        return self._process.pid

    @property
    def address(self):
        with open(os.path.join(self.folder, "address")) as file:
            return file.read().strip()

    def start(self, seconds=60):
        """Returns when it takes connections."""
        self._process = child.start([COMMAND, self.folder])
        state = os.path.join(self.folder, "data/postmaster.pid")
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self._process.poll() is not None:
                raise RuntimeError(f"PostgreSQL ended with {self._process.returncode}: {self.log()}")
            if os.path.exists(state):
                with open(state) as file:
                    if "ready" in file.read():
                        return
            time.sleep(0.1)
        raise RuntimeError(f"PostgreSQL was not ready within {seconds} s: {self.log()}")

    def stop(self):
        """At once, as by a power cut for those who are connected."""
        self._process.send_signal(3)
        self._process.wait(30)

    def ask(self, sql):
        """The rows of an answer, as lines of text."""
        command = ["psql", self.address, "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", sql]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()

    def log(self):
        path = os.path.join(self.folder, "server.log")
        if not os.path.exists(path):
            return ""
        with open(path) as file:
            return file.read()

    def close(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)
