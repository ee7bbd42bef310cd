"""
Opens a German rehearsal in text of one and a half times the size on a screen of 1280x800: in Requests and in Manual the button to press, and what
one must see before pressing it, is in sight without scrolling. Pictures of every moment are left in target/large-text.
"""

import functools
import os
import time

import pytest
from messages import message
from window import rehearsal

german = functools.partial(message, language="de")

MENU = german("menu")
PROVISION_NOW = german("requests.provision")
PERSON = "PERSON 1 VON 3"
READY = german("stage.ready")
NEW_CARD = "F6"

# A layout settles within this time, in seconds.
SETTLED = 10


@pytest.fixture(scope="module", autouse=True)
def opened(no_readers):
    global desk
    os.environ["GDK_DPI_SCALE"] = "1.5"
    with rehearsal("large-text", 3, PROVISION_NOW, KEYHOPPER_JAVA_OPTIONS="-Duser.language=de") as window:
        desk = window.desk
        yield


def places():
    """Where everything with a name is: from which line of the screen to which."""
    # It finds the screen's bus when it is loaded.
    from gi.repository import Atspi
    from walk import name_of, showing, top

    found = {}
    for element in showing(top()):
        box = element.get_extents(Atspi.CoordType.SCREEN)
        found.setdefault(name_of(element), (box.y, box.y + box.height))
    return found


def out_of_sight(wanted):
    """What of this is not between the line at the top and the bottom of the window."""
    from gi.repository import Atspi
    from walk import top

    found = places()
    window = top().get_extents(Atspi.CoordType.SCREEN)
    menu = next((place for name, place in found.items() if name.startswith(MENU)), (0, window.y + window.height))
    hidden = []
    for text in wanted:
        place = next((place for name, place in found.items() if name.startswith(text)), None)
        if place is None or place[0] < menu[1] or place[1] > window.y + window.height:
            hidden.append(f"{text} at {place}")
    return hidden


def expect_in_sight(moment, *wanted):
    end = time.monotonic() + SETTLED
    while hidden := out_of_sight(wanted):
        if time.monotonic() > end:
            desk.picture("out-of-sight")
            pytest.fail(f"{moment}: out of sight: {', '.join(hidden)}")
        time.sleep(0.2)
    desk.picture(moment)


def test_what_is_to_be_pressed_is_in_sight():
    expect_in_sight("requests", PROVISION_NOW)
    desk.press("alt+j")
    desk.wait_for(german("mode.title"))
    desk.press("Return")
    desk.wait_for(german("stage.insert"))
    expect_in_sight("insert", PERSON, german("manual.device"), german("stage.insert"))
    desk.press(NEW_CARD)
    desk.wait_for(READY)
    expect_in_sight("ready", PERSON, READY, german("action.PROVISION"), german("manual.device"), german("verdict.free.card"))
