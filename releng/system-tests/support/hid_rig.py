"""USB ports for simulated keys: hidraw nodes that real libraries open, without hardware and without a kernel module.

    umockdev-wrapper /usr/bin/python3 hid_rig.py -- COMMAND...
    umockdev-wrapper /usr/bin/python3 hid_rig.py

Runs the command where it sees the keys that are plugged in. Without a command it writes the variables of such a command to standard output,
as one line of JSON, and lasts until its standard input ends. A key plugs itself in by connecting to the port in the
environment variable KEYHOPPER_USB_PORT: it sends one line of JSON that says what it is, then reports of 64 bytes go both
ways. When the connection ends, the key is unplugged. What must not be under umockdev (which is a preloaded library)
starts with "env -u LD_PRELOAD". With KEYHOPPER_USB_SERIALS=none no key shows its serial number, as many real ones do not.

A node is a pseudo terminal, so two programs that have it open would steal reports from each other, where a real node
gives every report to both. Let the simulated key play the second program. What the key sends is given out one report at
a time, whatever a program has room for: each is a line to the terminal.
"""

import json
import os
import select
import socket
import sys
import tempfile
import termios
import threading
import time

import child
import gi

gi.require_version("UMockdev", "1.0")
from gi.repository import UMockdev  # noqa: E402

REPORT = 64
END_OF_LINE = b"\x04"
LITERAL = b"\x16"
FIDO_DESCRIPTOR = bytes.fromhex("06d0f1 0901 a101 0920 1500 26ff00 7508 9540 8102 0921 1500 26ff00 7508 9540 9102 c0")

# vendor, product, number: hidraw names are never used again, because clients keep what they know of a name.
NODES = """\
P: {usb}
E: SUBSYSTEM=usb
E: DEVTYPE=usb_device
A: idVendor={vendor:04x}
A: idProduct={product:04x}
A: bcdDevice=0100
A: manufacturer={maker}
A: product={model}
A: serial={serial}

P: {usb}/{port}:1.0
E: SUBSYSTEM=usb
E: DEVTYPE=usb_interface
A: bInterfaceNumber=00

P: {hid}
E: SUBSYSTEM=hid
E: HID_ID=0003:{vendor:08X}:{product:08X}
E: HID_NAME={maker} {model}
E: HID_PHYS=usb-0000:00:14.0-{number}/input0
E: HID_UNIQ={serial}
H: report_descriptor={descriptor}

P: {hid}/hidraw/hidraw{number}
N: hidraw{number}
E: SUBSYSTEM=hidraw
E: DEVNAME=/dev/hidraw{number}
L: device=../../../{hid_name}

"""


WITHOUT_SERIALS = os.environ.get("KEYHOPPER_USB_SERIALS") == "none"
if WITHOUT_SERIALS:
    NODES = NODES.replace("A: serial={serial}\n", "").replace("HID_UNIQ={serial}", "HID_UNIQ=")


class Rig:
    def __init__(self):
        self._testbed = UMockdev.Testbed.new()
        self.root = self._testbed.get_root_dir()
        self._lock = threading.Lock()
        self._count = 0
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            connection, _ = self._server.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._key, args=(connection,), daemon=True).start()

    def _key(self, connection):
        stream = connection.makefile("rb")
        label = json.loads(stream.readline())
        paths, fd = self._plug(label)
        gone = threading.Event()
        threading.Thread(target=to_key, args=(fd, connection, gone), daemon=True).start()
        try:
            to_host(stream, fd)
        finally:
            gone.set()
            self._unplug(paths)
            connection.close()

    def _plug(self, label):
        with self._lock:
            number = self._count
            self._count += 1
            usb = f"/devices/pci0000:00/0000:00:14.0/usb1/1-{number + 1}"
            port = f"1-{number + 1}"
            hid_name = f"0003:{label['vendor']:04X}:{label['product']:04X}.{number + 1:04X}"
            hid = f"{usb}/{port}:1.0/{hid_name}"
            node = f"/dev/hidraw{number}"
            facts = dict(usb=usb, port=port, hid=hid, hid_name=hid_name, number=number, **label)
            # Before anybody can see the node: a program that opens it while its answers are being put there is ended by umockdev.
            self._load_ioctls(node, label)
            # This tells everybody of the node, too.
            self._testbed.add_from_string(NODES.format(descriptor=FIDO_DESCRIPTOR.hex(), **facts))
            paths = [f"/sys{hid}/hidraw/hidraw{number}", f"/sys{hid}", f"/sys{usb}/{port}:1.0", f"/sys{usb}"]
            fd = self._testbed.get_dev_fd(node)
            os.set_blocking(fd, False)
            read_by_line(fd)
            return paths, fd

    def _load_ioctls(self, node, label):
        size = len(FIDO_DESCRIPTOR).to_bytes(4, "little")
        described = (size + FIDO_DESCRIPTOR).ljust(4 + 4096, b"\0")
        info = (3).to_bytes(4, "little") + label["vendor"].to_bytes(2, "little") + label["product"].to_bytes(2, "little")
        with tempfile.NamedTemporaryFile("w", suffix=".ioctl") as file:
            file.write(f"@DEV {node}\n")
            file.write(f"HIDIOCGRDESCSIZE 0 {size.hex().upper()}\n")
            file.write(f"HIDIOCGRDESC 0 {described.hex().upper()}\n")
            file.write(f"HIDIOCGRAWINFO 0 {info.hex().upper()}\n")
            file.flush()
            self._testbed.load_ioctl(node, file.name)

    def _unplug(self, paths):
        with self._lock:
            self._testbed.uevent(paths[0], "remove")
            for path in paths:
                self._testbed.remove_device(path)


def read_by_line(fd):
    """No character means anything to the terminal but the two that end a line and take the meaning from the next."""
    _, output, control, _, speed_in, speed_out, characters = termios.tcgetattr(fd)
    characters = [b"\0"] * len(characters)
    characters[termios.VEOF] = END_OF_LINE
    characters[termios.VLNEXT] = LITERAL
    local = termios.ICANON | termios.IEXTEN
    termios.tcsetattr(fd, termios.TCSANOW, [0, output, control, local, speed_in, speed_out, characters])


def as_line(report):
    special = (END_OF_LINE, LITERAL, b"\n")
    each = (report[i : i + 1] for i in range(len(report)))
    return b"".join(LITERAL + byte if byte in special else byte for byte in each) + END_OF_LINE


def is_open(fd):
    """Whether any program has the node open; a real node keeps nothing for programs that come later."""
    poll = select.poll()
    poll.register(fd, 0)
    return not any(event & select.POLLHUP for _, event in poll.poll(0))


def to_host(stream, fd):
    while True:
        report = stream.read(REPORT)
        if len(report) < REPORT:
            return
        if is_open(fd):
            write_or_drop(fd, as_line(report))


def write_or_drop(fd, report):
    """As the kernel does: a report that finds the reader's buffer full is lost, but never half of it."""
    written = 0
    while written < len(report) and is_open(fd):
        try:
            written += os.write(fd, report[written:])
        except BlockingIOError:
            if written == 0:
                return
            time.sleep(0.001)


def to_key(fd, connection, gone):
    """A terminal has no message boundaries; every write of the host is a report id and a report."""
    poll = select.poll()
    poll.register(fd, select.POLLIN)
    collected = b""
    while not gone.is_set():
        events = poll.poll(200)
        if events and not events[0][1] & select.POLLIN:
            collected = b""
            time.sleep(0.005)
            continue
        try:
            collected += os.read(fd, 4096) if events else b""
            while len(collected) > REPORT:
                connection.sendall(collected[1:REPORT + 1])
                collected = collected[REPORT + 1:]
        except OSError:
            time.sleep(0.005)


def main():
    # Other accounts have to ask the sockets of umockdev, too; who may open a key is decided by its node alone.
    before = os.umask(0)
    rig = Rig()
    # Cards that others put into readers of this machine are none of our business.
    variables = {"KEYHOPPER_USB_PORT": str(rig.port), "UMOCKDEV_DIR": rig.root, "PCSCLITE_CSOCK_NAME": f"{rig.root}/no-card-service"}
    if "--" not in sys.argv:
        print(json.dumps(variables), flush=True)
        sys.stdin.read()
        return
    command = sys.argv[sys.argv.index("--") + 1:]
    sys.exit(child.start(command, env={**os.environ, **variables}, umask=before).wait())


if __name__ == "__main__":
    main()
