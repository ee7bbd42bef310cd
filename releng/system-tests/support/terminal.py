"""The product at a terminal, with somebody who types."""

import os
import pty
import re
import select
import time

import child
import product


class Terminal:
    """A command of a product (see product.Product) that sees a terminal."""

    def __init__(self, keyhopper, *arguments):
        master, other = pty.openpty()
        self._master = master
        self.said = ""
        self._process = child.start(
            [f"{product.FOLDER}/keyhopper", *arguments],
            env={**keyhopper.environment, "TERM": "dumb"},
            stdin=other,
            stdout=other,
            stderr=other,
            start_new_session=True,
        )
        os.close(other)

    def read_until(self, pattern, seconds=60):
        """Waits for words; returns whether they came."""
        end = time.monotonic() + seconds
        while not re.search(pattern, self.said):
            ready, _, _ = select.select([self._master], [], [], max(0, end - time.monotonic()))
            if not ready:
                return False
            try:
                self.said += os.read(self._master, 4096).decode(errors="replace")
            except OSError:  # it has ended
                return bool(re.search(pattern, self.said))
        return True

    def type(self, line):
        os.write(self._master, f"{line}\n".encode())

    def end(self, seconds=60):
        """Waits until it has ended by itself; returns its exit code."""
        self.read_until("(?!)", seconds)
        try:
            return self._process.wait(5)
        finally:
            self._process.kill()
            os.close(self._master)
