"""Writes the smallest first file system that can hand over to the file system of this machine, seen through 9p.

    initrd.py UNPACKED_KERNEL_PACKAGE BUSYBOX INIT OUTPUT

Modules are looked up in the unpacked package, with what they depend on, and stored uncompressed in the order in which they are loaded.
"""

import lzma
import os
import re
import sys
from pathlib import Path

WANTED = ["virtio_pci", "9pnet_virtio", "9p", "overlay", "dummy_hcd", "usb_f_hid", "usbhid", "hid-generic"]
DIRECTORY, FILE, DEVICE = 0o040755, 0o100755, 0o020600


def modules(package):
    found = {}
    for path in Path(package).rglob("*.ko.xz"):
        found[path.name.removesuffix(".ko.xz").replace("-", "_")] = path
    loaded = {}

    def load(name):
        path = found.get(name.replace("-", "_"))
        # What is not there as a module is part of the kernel.
        if path is None or name in loaded:
            return
        content = lzma.decompress(path.read_bytes())
        for needed in re.search(rb"\0depends=([^\0]*)\0", content).group(1).decode().split(","):
            if needed:
                load(needed)
        loaded.setdefault(path.name.removesuffix(".xz"), content)

    for name in WANTED:
        load(name)
    return loaded


class Archive:
    """A cpio archive of the kind the kernel takes ("newc")."""

    def __init__(self, out):
        self._out = out
        self._inode = 0

    def add(self, name, mode, content=b"", device=(0, 0)):
        self._inode += 1
        numbers = [self._inode, mode, 0, 0, 1, 0, len(content), 0, 0, *device, len(name) + 1, 0]
        self._write(b"070701" + b"".join(b"%08X" % number for number in numbers) + name.encode() + b"\0")
        self._write(content)

    def _write(self, content):
        self._out.write(content + bytes(-len(content) % 4))


def main(package, busybox, init, output):
    with open(output, "wb") as out:
        archive = Archive(out)
        for folder in ("bin", "dev", "proc", "sys", "lower", "upper", "root", "modules"):
            archive.add(folder, DIRECTORY)
        archive.add("dev/console", DEVICE, device=(5, 1))
        archive.add("bin/busybox", FILE, Path(busybox).read_bytes())
        archive.add("init", FILE, Path(init).read_bytes())
        for number, (name, content) in enumerate(modules(package).items()):
            archive.add(f"modules/{number:02}-{name}", FILE, content)
        archive.add("TRAILER!!!", 0)


main(*sys.argv[1:])
