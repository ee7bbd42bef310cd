"""Drives the desk from outside, as a person with a keyboard and a screen reader would: reads it through AT-SPI, types with xdotool."""

import os
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

LABELS = {"label", "static"}

# Of a table of thousands only the rows at its top are looked at; each cell costs a question.
MOST_CHILDREN = 120

BUTTONS = {"button", "push button", "radio button", "check box"}


class Robot:
    """The running product, seen from outside. Every wait ends with a picture and an error when its time is up."""

    def __init__(self, pictures, patience=90):
        self.pictures = pictures
        self.patience = patience
        self.taken = 0
        # What is kept of a table goes wrong when thousands of its rows have gone; asking anew takes longer.
        self.forgets = False
        os.makedirs(pictures, exist_ok=True)

    def elements(self):
        """Yields role and name of everything that is showing, windows on top last."""
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application is not None and application.get_name() == "Keyhopper":
                if self.forgets:
                    application.clear_cache()
                yield from self._below(application, 0)

    def _below(self, element, depth):
        try:
            for i in range(min(element.get_child_count(), MOST_CHILDREN)):
                child = element.get_child_at_index(i)
                if child is None or not child.get_state_set().contains(Atspi.StateType.SHOWING):
                    continue
                yield child.get_role_name(), child.get_name() or ""
                if depth < 40:
                    yield from self._below(child, depth + 1)
        except GLib.Error:
            return  # it went away while we looked

    def words(self):
        return [name for _, name in self.elements() if name]

    def has(self, text):
        return any(text in word for word in self.words())

    def buttons(self):
        return [name for role, name in self.elements() if role in BUTTONS]

    def wait_for(self, *texts):
        """Returns the first of the texts that shows."""
        end = time.monotonic() + self.patience
        while time.monotonic() < end:
            words = self.words()
            for text in texts:
                if any(text in word for word in words):
                    return text
            time.sleep(0.2)
        self.picture("gave-up")
        raise AssertionError(f"None of {texts} within {self.patience} s; showing: {self.words()}")

    def wait_until_gone(self, text):
        end = time.monotonic() + self.patience
        while self.has(text):
            if time.monotonic() > end:
                self.picture("gave-up")
                raise AssertionError(f"Still showing after {self.patience} s: {text}")
            time.sleep(0.2)

    def wait_until(self, condition, what):
        end = time.monotonic() + self.patience
        while not condition():
            if time.monotonic() > end:
                self.picture("gave-up")
                raise AssertionError(f"Not within {self.patience} s: {what}; showing: {self.words()}")
            time.sleep(0.2)

    def is_selected(self, tab):
        """Returns whether a screen reader is told that this tab is the chosen one."""
        chosen = [each for each in self.find("page tab") if each.get_state_set().contains(Atspi.StateType.SELECTED)]
        return tab in [each.get_name() for each in chosen]

    def find(self, *roles):
        """Returns what shows of these roles."""
        desktop = Atspi.get_desktop(0)
        applications = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
        found = []
        for application in applications:
            if application is not None and application.get_name() == "Keyhopper":
                self._find(application, roles, found)
        return found

    def _find(self, element, roles, found):
        try:
            for i in range(min(element.get_child_count(), MOST_CHILDREN)):
                child = element.get_child_at_index(i)
                if child is None or not child.get_state_set().contains(Atspi.StateType.SHOWING):
                    continue
                if child.get_role_name() in roles:
                    found.append(child)
                self._find(child, roles, found)
        except GLib.Error:
            return  # it went away while we looked

    def wait_until_active(self, title):
        """What can be read of a window that opens is there before the window takes keys."""
        end = time.monotonic() + self.patience
        while time.monotonic() < end:
            if self.active_window() == title:
                return
            time.sleep(0.1)
        self.picture("gave-up")
        raise AssertionError(f"Not active within {self.patience} s: {title}")

    def active_window(self):
        """Returns the title of the window that takes keys; empty while there is none."""
        asked = subprocess.run(["xdotool", "getactivewindow", "getwindowname"], capture_output=True, text=True)
        return asked.stdout.strip()

    def press(self, *keys):
        subprocess.run(["xdotool", "key", *keys], check=True)

    def expect_in_sight(self, name):
        """The button of this name lies on the screen as a whole, so that nobody has to scroll for it."""
        _, high = map(int, subprocess.run(["xdotool", "getdisplaygeometry"], capture_output=True, text=True).stdout.split())
        boxes = [each.get_extents(Atspi.CoordType.SCREEN) for each in self.find(*BUTTONS) if each.get_name().startswith(name)]
        if not boxes or any(box.y < 0 or box.y + box.height > high for box in boxes):
            self.picture("out-of-sight")
            raise AssertionError(f"Not in sight on a screen {high} high: {name} {[(box.y, box.height) for box in boxes]}")

    def write(self, text):
        subprocess.run(["xdotool", "type", "--delay", "20", text], check=True)

    def scan(self, text):
        """Types the text and Enter, without pauses as a scanner does."""
        subprocess.run(["xdotool", "type", "--delay", "1", "--args", "1", text, "key", "Return"], check=True)

    def wheel_over(self, role, lines):
        """Turns the mouse wheel down over everything of this role."""
        for element in self.find(role):
            box = element.get_extents(Atspi.CoordType.SCREEN)
            middle = [str(box.x + box.width // 3), str(box.y + box.height // 2)]
            subprocess.run(["xdotool", "mousemove", *middle, "click", "--repeat", str(lines), "5"], check=True)

    def click(self, element):
        """Presses the mouse on it, for what no key reaches at once."""
        box = element.get_extents(Atspi.CoordType.SCREEN)
        middle = [str(box.x + box.width // 2), str(box.y + box.height // 2)]
        subprocess.run(["xdotool", "mousemove", *middle, "click", "1"], check=True)

    def resize(self, width, height):
        """Gives the window that takes keys this size, as dragging its border does."""
        subprocess.run(["xdotool", "getactivewindow", "windowsize", str(width), str(height)], check=True)

    def row_height(self):
        """Returns the distance of the first two rows of a table in pixels, None where no two show."""
        tops = sorted({each.get_extents(Atspi.CoordType.SCREEN).y for each in self.find("table cell")})
        return tops[1] - tops[0] if len(tops) > 1 else None

    def picture(self, name):
        self.taken += 1
        file = os.path.join(self.pictures, f"{self.taken:02d}-{name}.png")
        subprocess.run(["import", "-window", "root", file], check=True)

    def expect(self, text):
        if not self.has(text):
            self.picture("unexpected")
            raise AssertionError(f"Not showing: {text}; showing: {self.words()}")
