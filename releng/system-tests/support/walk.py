"""Walks through what shows by keyboard. Of each place and dialog it asks: has every control a name that a screen reader can say, do Tab and
the arrow keys lead to every one that is enabled, is it seen where the keyboard is, has every button a letter of its own, is no text cut off, and
is it seen, and told, which row and which tab is chosen?"""

import time

from robot import Robot
from gi.repository import Atspi, GLib
from keyboard import Keyboard, Screen, strong

# What only holds others counts as one that could have the keyboard with GTK.
HOLDERS = {"frame", "dialog", "filler", "panel", "scroll pane", "window", "application", "redundant object", "viewport", "unknown"}
# A row or a cell says what is in it; a scroll bar belongs to the control beside it; a menu opens and closes with what it belongs to.
PARTS = {"table cell", "table row", "table column header", "column header", "scroll bar", "list item", "menu item", "menu", "tree item"}
TABLES = {"table", "tree table"}
LETTERED = {"button", "check box", "radio button", "page tab"}
# The keyboard stands on a button inside of it.
HOLDS_ITS_STOP = {"combo box"}
MOST_STOPS = 80
MOST_ARROWS = 8
# How much of a row's left edge is looked at, where the sign of the chosen one stands.
EDGE = 4
# How far above the lower edge of a tab the bar of the chosen one begins, and how high it is.
BAR_FROM = 6
BAR = 3
# Rounding of what GTK measures in fractions of a pixel.
SLACK = 2


class Control:
    """Something that can have the keyboard, as it was when it was looked at."""

    def __init__(self, element):
        self.element = element
        self.id = element.path
        self.role = element.get_role_name()
        self.name = name_of(element)
        box = element.get_extents(Atspi.CoordType.SCREEN)
        self.box = (box.x, box.y, box.width, box.height)
        self.enabled = element.get_state_set().contains(Atspi.StateType.SENSITIVE)

    def __str__(self):
        return f"{self.role} '{self.name}' at {self.box[0]},{self.box[1]}"


def showing(element, depth=0):
    """Yields everything that shows below; nothing where there is no window, as between a menu and its dialog."""
    if element is None:
        return
    try:
        for i in range(element.get_child_count()):
            child = element.get_child_at_index(i)
            if child is None or not child.get_state_set().contains(Atspi.StateType.SHOWING):
                continue
            yield child
            if depth < 40 and child.get_role_name() not in TABLES | HOLDS_ITS_STOP:
                yield from showing(child, depth + 1)
    except GLib.Error:
        return  # it went away while we looked


def windows():
    desktop = Atspi.get_desktop(0)
    found = []
    for i in range(desktop.get_child_count()):
        try:
            application = desktop.get_child_at_index(i)
            if application is not None and application.get_name() == "Keyhopper":
                windows_of_it = [application.get_child_at_index(j) for j in range(application.get_child_count())]
                found += [one for one in windows_of_it if one is not None and one.get_state_set().contains(Atspi.StateType.SHOWING)]
        except GLib.Error:
            continue  # it ended while we looked
    return found


def top():
    """The window of the product that is active, else the last that shows; None while a menu is all there is."""
    open_ones = windows()
    active = [window for window in open_ones if window.get_state_set().contains(Atspi.StateType.ACTIVE)]
    return (active or open_ones or [None])[-1]


def name_of(element):
    """What a screen reader says: what labels it, else its own name, else the description."""
    for relation in element.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            names = [relation.get_target(i).get_name() for i in range(relation.get_n_targets())]
            if any(names):
                return " ".join(name.strip() for name in names if name)
    return element.get_name() or element.get_description() or ""


def can_have_keyboard(element):
    role = element.get_role_name()
    if role in HOLDS_ITS_STOP:
        return True
    return role not in HOLDERS | PARTS and element.get_state_set().contains(Atspi.StateType.FOCUSABLE)


def letter_of(control):
    """Returns the letter that works the control together with Alt; our buttons tell "Alt+P", those of GTK "<Alt>p;" and more."""
    if control.role not in LETTERED or not control.enabled or not control.element.get_n_actions():
        return ""
    binding = (control.element.get_key_binding(0) or "").split(";")[0]
    return binding[-1:].upper() if "Alt" in binding else ""


def cut_text(element):
    """Returns the text of a label that has less room than it takes."""
    if element.get_role_name() != "label" or not element.get_name():
        return None
    text = element.get_text_iface()
    if text is None:
        return None
    taken = text.get_range_extents(0, text.get_character_count(), Atspi.CoordType.SCREEN)
    room = element.get_extents(Atspi.CoordType.SCREEN)
    if taken.x + taken.width > room.x + room.width + SLACK or taken.y + taken.height > room.y + room.height + SLACK:
        return f"'{element.get_name()}' takes {taken.width} x {taken.height} and has {room.width} x {room.height}"
    return None


def row_box(control, row):
    """Where a row is on the screen; None when it is not all in sight."""
    cell = Atspi.Table.get_accessible_at(control.element, row, 0).get_extents(Atspi.CoordType.SCREEN)
    inside = control.box[1] <= cell.y and cell.y + cell.height <= control.box[1] + control.box[3]
    return (control.box[0], cell.y, control.box[2], cell.height) if inside else None


class Walk:
    """One walk through what the product shows."""

    def __init__(self, pictures, only_pictures=False):
        self.desk = Robot(pictures, patience=60)
        self.only_pictures = only_pictures
        self.keyboard = Keyboard()
        self.screen = Screen()
        self.faults = []
        self.seen = self.stops = self.turns = 0

    def look(self, where):
        """Notes what is wrong with what shows; returns all of it, and the controls among it."""
        everything = self.at_rest(where)
        self.desk.picture(where)
        controls = [Control(element) for element in everything if can_have_keyboard(element)]
        self.seen += len(controls)
        self.faults.extend(f"{where}: without a name: {control}" for control in controls if not control.name)
        # A form that was read meanwhile may have taken the place of a label.
        if any(map(cut_text, everything)):
            self.faults.extend(f"{where}: cut off: {text}" for text in map(cut_text, self.at_rest(where)) if text)
        letters = {}
        for control in controls:
            letter = letter_of(control)
            if letter in letters:
                self.faults.append(f"{where}: Alt and {letter} are for both {control} and {letters[letter]}")
            if letter:
                letters[letter] = control
        return everything, controls

    def at_rest(self, where):
        """Returns everything that shows once it stays the same: a dialog may still be adding to itself."""
        before = None
        end = time.monotonic() + self.desk.patience
        while time.monotonic() < end:
            now = list(showing(top()))
            ids = [element.path for element in now]
            if now and ids == before:
                return now
            before = ids
            self.keyboard.rest()
        raise AssertionError(f"{where}: does not come to rest")

    def reach(self, where, controls):
        """Goes through with Tab, and with the arrow keys where there are radio buttons and tables, until everything was reached."""
        wanted = {control.id: control for control in controls if control.enabled}
        disabled = {control.id for control in controls if not control.enabled}
        if len(wanted) == 1:
            self.check_only(where, *wanted.values())
            return
        tabbed = set()
        reached = set()
        before = row = last = None
        self.turns = 0
        for _ in range(MOST_STOPS):
            at = self.stop(where, self.keyboard.press("Tab"), wanted)
            self.stops += 1
            self.check_order(where, last, at)
            last = at
            self.check_seen(where, before)
            self.check_row(where, row)
            row = None
            if at is None:
                before = None
                continue
            # A row that was chosen on the way may have enabled it.
            if at.id in disabled and not at.enabled:
                self.faults.append(f"{where}: is disabled and has the keyboard: {at}")
            # On a busy machine a stop may be told too late; then it is met in the next round.
            if at.id in tabbed and reached.issuperset(wanted):
                break
            if at.id in tabbed:
                before = None
                continue
            tabbed.add(at.id)
            reached.add(at.id)
            before = (at, self.screen.piece(at.box))
            if at.role == "radio button" and any(other.role == at.role and other.id not in reached for other in wanted.values()):
                self.arrows(where, at, wanted, reached)
                before = None
            elif at.role in TABLES:
                self.walk_rows(where, at)
                before = (at, self.screen.piece(at.box))
                row = self.chosen_row(at)
        self.faults.extend(f"{where}: not reached: {control}" for control in wanted.values() if control.id not in reached)

    def check_order(self, where, last, at):
        """Tab goes on to the right or down; only once, from the last to the first, it goes back to where everything begins."""
        if last and at and at.box[1] + at.box[3] <= last.box[1] and at.box[0] < last.box[0] + last.box[2]:
            self.turns += 1
            if self.turns > 1:
                self.faults.append(f"{where}: Tab goes back up, from {last} to {at}")

    def check_only(self, where, control):
        """Tab leads from the only control to itself, and nothing is told."""
        if not control.element.get_state_set().contains(Atspi.StateType.FOCUSED):
            self.faults.append(f"{where}: does not have the keyboard, alone as it is: {control}")

    def stop(self, where, element, wanted):
        """Returns which of the controls was meant; the keyboard may be told of a part of it."""
        part = element
        for _ in range(4):
            if part is None:
                break
            if part.path in wanted:
                return Control(part)  # anew: it may have been scrolled to where it can be seen
            part = part.get_parent()
        if element is None:
            return None
        if element.get_role_name() in HOLDERS:
            self.faults.append(f"{where}: the keyboard is on something without a role: {Control(element)}")
            return None
        return Control(element)

    def check_seen(self, where, before):
        """It must look different now that the keyboard has gone on. On a busy machine it may not have been painted yet: then once more, slowly."""
        if not before or self.screen.piece(before[0].box) != before[1]:
            return
        self.keyboard.press("shift+Tab")
        time.sleep(0.5)
        there = self.screen.piece(before[0].box)
        self.keyboard.press("Tab")
        time.sleep(0.5)
        if self.screen.piece(before[0].box) == there:
            self.faults.append(f"{where}: looks the same with the keyboard and without: {before[0]}")

    def chosen_row(self, control):
        """Returns the table, where its chosen row is and how that looks now, and where another row is; None when no row is chosen."""
        chosen = Atspi.Table.get_selected_rows(control.element)
        if not chosen:
            return None
        box = row_box(control, chosen[0])
        others = [row for row in (chosen[0] - 1, chosen[0] + 1) if 0 <= row < Atspi.Table.get_n_rows(control.element)]
        others = [row_box(control, row) for row in others if row not in chosen]
        return (control, box, self.screen.piece(box), [other for other in others if other]) if box else None

    def check_row(self, where, row):
        """The keyboard has left that row; which is chosen must still be seen, by more than a shade."""
        if not row or Control(row[0].element).box != row[0].box:
            return
        control, box, there, others = row
        if strong(there, self.screen.piece(box)) < box[2]:
            self.faults.append(f"{where}: a row looks the same with the keyboard and without: {control}")
        edges = [self.screen.piece((one[0], one[1], EDGE, one[3])) for one in [box, *others]]
        if any(strong(edges[0], edge) < box[3] for edge in edges[1:]):
            self.faults.append(f"{where}: which row is chosen is told by nothing but a shade: {control}")

    def tabs(self, where, *keys):
        """Turns to one tab after the other. Which is chosen must be told, and seen by more than a shade."""
        before = None
        for key in keys:
            self.keyboard.press(key, patience=0.5)
            tabs = [Control(element) for element in self.at_rest(where) if element.get_role_name() == "page tab"]
            chosen = [tab.id for tab in tabs if tab.element.get_state_set().contains(Atspi.StateType.SELECTED)]
            if len(chosen) != 1:
                self.faults.append(f"{where}: {len(chosen)} tabs of {len(tabs)} are told as chosen after {key}")
            now = {tab.id: self.screen.piece(tab.box) for tab in tabs}
            if before and before[0] == chosen:
                self.faults.append(f"{where}: the same tab is told as chosen after {key}")
            if before and any(strong(before[1][tab.id], now[tab.id]) < tab.box[2] for tab in tabs):
                self.faults.append(f"{where}: which tab is chosen is told by nothing but a shade")
            # Letters that are bold are no sign by themselves: there is a bar under them, above where the ring of the keyboard is.
            feet = {tab.id: self.screen.piece((tab.box[0], tab.box[1] + tab.box[3] - BAR_FROM, tab.box[2], BAR)) for tab in tabs}
            if before and any(2 * strong(before[2][tab.id], feet[tab.id]) < tab.box[2] for tab in tabs):
                self.faults.append(f"{where}: under the chosen tab there is no bar")
            before = chosen, now, feet

    def arrows(self, where, first, wanted, reached):
        """Goes round a group of radio buttons, back to where it began."""
        for _ in range(MOST_ARROWS):
            at = self.stop(where, self.keyboard.press("Down", patience=0.3), wanted)
            if at is None or at.id == first.id:
                return
            reached.add(at.id)

    def walk_rows(self, where, control):
        """The arrow keys choose another row, where there is one."""
        table = control.element
        if Atspi.Table.get_n_rows(table) < 2:
            return
        self.keyboard.press("Home", patience=0.2)
        first = Atspi.Table.get_selected_rows(table)
        self.keyboard.press("Down", patience=0.2)
        if Atspi.Table.get_selected_rows(table) == first:
            self.faults.append(f"{where}: the arrow keys choose nothing: {control}")

    def examine(self, where):
        """Returns all that shows."""
        everything, controls = self.look(where)
        if not self.only_pictures:
            self.reach(where, controls)
        return everything

    def place(self, key, where, *texts):
        self.desk.press(key)
        self.desk.wait_for(*texts)
        self.examine(where)

    def dialog(self, where, *keys, answer=None, shows=None, leave="Escape"):
        """Opens a dialog, examines it and leaves it. A key that answers it leads to another one, which is examined when this shows."""
        under = len(windows())
        for key in keys[:-1]:
            self.desk.press(key)
            time.sleep(0.3)
        self.desk.press(keys[-1])
        self.until(where, lambda: len(windows()) > under and any(showing(top())))
        if answer:
            self.desk.press(answer)
            self.desk.wait_for(shows)
        gone = self.examine(where)
        self.desk.press(leave)
        self.until(where, lambda: len(windows()) == under)
        self.ask_once_more(where, gone)
        self.kept(where)

    def kept(self, where):
        """Whatever has closed, come or gone: the keyboard is on something."""

        def somewhere():
            return any(one.get_state_set().contains(Atspi.StateType.FOCUSED) for one in showing(top()))

        end = time.monotonic() + 2
        while not somewhere():
            if time.monotonic() > end:
                self.faults.append(f"{where}: nothing has the keyboard afterwards")
                return
            self.keyboard.rest()

    def ask_once_more(self, where, gone):
        """A screen reader may still ask about what has gone; the product must live on."""
        for element in gone:
            try:
                element.clear_cache_single()
                element.get_state_set().get_states()
                element.get_parent()
            except GLib.Error:
                continue  # it says that there is none
        if not windows():
            raise AssertionError(f"{where}: the product has ended as it was asked about a dialog that had closed")

    def until(self, where, condition):
        end = time.monotonic() + self.desk.patience
        while not condition():
            if time.monotonic() > end:
                self.desk.picture("gave-up")
                raise AssertionError(f"{where}: waited in vain; showing: {self.desk.words()}")
            time.sleep(0.1)

    def finish(self):
        """Says how much there was, and ends with what is wrong."""
        print(f"{self.seen} controls looked at, {self.stops} stops of the Tab key; pictures in {self.desk.pictures}")
        if self.faults:
            raise AssertionError("\n".join(self.faults))
