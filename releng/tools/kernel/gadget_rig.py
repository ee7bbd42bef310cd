"""USB ports for simulated keys at a real kernel: each key is a HID gadget behind a host controller made of software.

    gadget_rig.py -- COMMAND...

Runs the command with the environment variable KEYHOPPER_USB_PORT. A key plugs itself in by connecting to that port, as with hid_rig.py:
it sends one line of JSON that says what it is, then reports of 64 bytes go both ways. When the connection ends, the key is unplugged.
"""

import json
import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

REPORT = 64
FIDO_DESCRIPTOR = bytes.fromhex("06d0f1 0901 a101 0920 1500 26ff00 7508 9540 8102 0921 1500 26ff00 7508 9540 9102 c0")
GADGETS = Path("/sys/kernel/config/usb_gadget")
CONTROLLERS = Path("/sys/class/udc")


class Gadget:
    """One key, plugged in."""

    _count = 0
    _lock = threading.Lock()

    def __init__(self, label):
        with Gadget._lock:
            Gadget._count += 1
            self._folder = GADGETS / f"key{Gadget._count}"
            self._make(label)
            self._bind()
        self.node = open_node(self._function)

    def _make(self, label):
        words = self._folder / "strings/0x409"
        self._function = self._folder / "functions/hid.0"
        self._config = self._folder / "configs/c.1"
        for folder in (words, self._function, self._config):
            folder.mkdir(parents=True)
        put(self._folder / "idVendor", f"{label['vendor']:#06x}")
        put(self._folder / "idProduct", f"{label['product']:#06x}")
        put(words / "manufacturer", label["maker"])
        put(words / "product", label["model"])
        put(words / "serialnumber", label["serial"])
        put(self._function / "report_length", str(REPORT))
        (self._function / "report_desc").write_bytes(FIDO_DESCRIPTOR)
        (self._config / "hid.0").symlink_to(self._function)

    def _bind(self):
        put(self._folder / "UDC", within(10, free_controller))

    def unplug(self):
        put(self._folder / "UDC", "\n")
        os.close(self.node)
        (self._config / "hid.0").unlink()
        for folder in (self._config, self._function, self._folder / "strings/0x409", self._folder):
            folder.rmdir()


def free_controller():
    """The key that was there before may be on its way out."""
    taken = {(each / "UDC").read_text().strip() for each in GADGETS.iterdir()}
    return next((each.name for each in sorted(CONTROLLERS.iterdir()) if each.name not in taken), None)


def within(seconds, find):
    """What is found, again and again, until it is something."""
    end = time.monotonic() + seconds
    while not (found := find()):
        if time.monotonic() > end:
            raise RuntimeError(f"nothing by {find.__name__}")
        time.sleep(0.01)
    return found


def put(file, text):
    file.write_text(text)


def open_node(function):
    """The node at which the key speaks. Its number is the kernel's choice."""
    minor = (function / "dev").read_text().strip().split(":")[1]
    node = Path(f"/dev/hidg{minor}")
    within(10, node.exists)
    return os.open(node, os.O_RDWR)


def serve(connection):
    stream = connection.makefile("rb")
    gadget = Gadget(json.loads(stream.readline()))
    threading.Thread(target=to_key, args=(gadget.node, connection), daemon=True).start()
    try:
        while len(report := stream.read(REPORT)) == REPORT:
            os.write(gadget.node, report)
    except OSError:
        # Nobody listens to a key while it is not set up.
        pass
    finally:
        gadget.unplug()
        connection.close()


def to_key(node, connection):
    try:
        while report := os.read(node, REPORT):
            connection.sendall(report)
    except OSError:
        # Unplugged.
        pass


def main():
    server = socket.create_server(("127.0.0.1", 0))

    def accept():
        while True:
            connection, _ = server.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=serve, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    command = sys.argv[sys.argv.index("--") + 1:]
    environment = dict(os.environ, KEYHOPPER_USB_PORT=str(server.getsockname()[1]))
    sys.exit(subprocess.run(command, env=environment).returncode)


if __name__ == "__main__":
    main()
