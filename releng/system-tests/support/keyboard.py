"""Where the keyboard is, as a screen reader is told and as somebody sees it."""

import ctypes
import functools
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# As long as a window may take to paint that the keyboard has come or gone.
PAINTED = 0.05


class Keyboard:
    """Presses keys and hears which control has the keyboard then."""

    def __init__(self):
        self.at = None
        self.context = GLib.MainContext.default()
        self.listener = Atspi.EventListener.new(self._told)
        self.listener.register("object:state-changed:focused")

    def _told(self, event):
        if event.detail1:
            self.at = event.source

    def press(self, key, patience=1.0):
        """Returns what has the keyboard after that key; None when nothing was told."""
        self.at = None
        subprocess.run(["xdotool", "key", key], check=True)
        end = time.monotonic() + patience
        while self.at is None and time.monotonic() < end:
            self._hear()
        self.rest()
        return self.at

    def rest(self):
        """Lets the window paint; the last that is told by then holds."""
        end = time.monotonic() + PAINTED
        while time.monotonic() < end:
            self._hear()

    def _hear(self):
        if not self.context.iteration(False):
            time.sleep(0.005)


def _linear(part):
    return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4


_LINEAR = [_linear(part / 255) for part in range(256)]


@functools.cache
def _luminance(pixel):
    return 0.0722 * _LINEAR[pixel & 255] + 0.7152 * _LINEAR[pixel >> 8 & 255] + 0.2126 * _LINEAR[pixel >> 16 & 255]


def strong(one, other):
    """Returns how many pixels of two pieces of the same size differ by a contrast of 3 to 1 or more, which WCAG 2.1 asks for in 1.4.11."""
    count = 0
    for here, there in zip(memoryview(one).cast("I"), memoryview(other).cast("I")):
        if here != there:
            dark, light = sorted((_luminance(here), _luminance(there)))
            count += (light + 0.05) / (dark + 0.05) >= 3
    return count


class _Image(ctypes.Structure):
    """The beginning of an XImage."""

    _fields_ = [
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("xoffset", ctypes.c_int),
        ("format", ctypes.c_int),
        ("data", ctypes.c_void_p),
        ("byte_order", ctypes.c_int),
        ("bitmap_unit", ctypes.c_int),
        ("bitmap_bit_order", ctypes.c_int),
        ("bitmap_pad", ctypes.c_int),
        ("depth", ctypes.c_int),
        ("bytes_per_line", ctypes.c_int),
    ]


class Screen:
    """What is seen, piece by piece; much faster than a picture of all in a file."""

    ALL_PLANES = ctypes.c_ulong(-1)
    Z_PIXMAP = 2

    def __init__(self):
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XGetImage.restype = ctypes.POINTER(_Image)
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))
        self.root = ctypes.c_ulong(self.x11.XDefaultRootWindow(self.display))
        self.width = self.x11.XDisplayWidth(self.display, 0)
        self.height = self.x11.XDisplayHeight(self.display, 0)

    def piece(self, box):
        """Returns the pixels of (x, y, width, height), as far as it is on the screen."""
        left, top = max(0, box[0]), max(0, box[1])
        right, bottom = min(self.width, box[0] + box[2]), min(self.height, box[1] + box[3])
        if right <= left or bottom <= top:
            return b""
        image = self.x11.XGetImage(
            self.display, self.root, left, top, right - left, bottom - top, self.ALL_PLANES, self.Z_PIXMAP
        )
        try:
            return ctypes.string_at(image.contents.data, image.contents.bytes_per_line * image.contents.height)
        finally:
            self.x11.XDestroyImage(image)
