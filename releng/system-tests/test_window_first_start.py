"""
Opens the product for the first time, tries it with made-up people in the same window, and leaves the rehearsal again, all by keyboard: five keys lead
from the first page to the first provisioned person. Then goes through the preferences, the assistant and the help. Pictures are left in target/window-first-start.
"""

import time

import product
import pytest
from browser import Browser
from messages import message
from product import Product
from tally import check, equal
from window import Window

WELCOME = message("requests.empty.noDirectory.title")


@pytest.fixture(scope="module", autouse=True)
def opened(no_readers):
    global browser, desk, window
    window = Window("window-first-start", patience=90)
    browser = Browser(product.WORK)
    process = window.start(Product(**browser.environment), WELCOME)
    desk = window.desk
    yield
    process.terminate()
    process.wait()


def press(*keys):
    global pressed
    pressed += len(keys)
    desk.press(*keys)


def test_from_the_first_page_to_the_first_person():
    global pressed
    pressed = 0
    desk.picture("welcome")
    press("alt+t")
    desk.wait_for(message("requests.provision"))
    desk.expect(message("rehearsal"))
    desk.picture("rehearsal")
    press("alt+p")
    desk.wait_for(message("mode.title"))
    desk.wait_until_active(message("mode.title"))
    desk.picture("mode")
    press("Return")
    desk.wait_for(message("stage.insert"))
    desk.picture("insert")
    press("F6")
    desk.wait_for(message("stage.ready"))
    desk.picture("ready")
    press("Return")
    desk.wait_for(message("stage.provisioned"))
    desk.picture("provisioned")
    equal("keys", pressed, 5)


def help_opens(page):
    before = len(browser.opened())
    desk.press("F1")
    end = time.monotonic() + 20
    while len(browser.opened()) == before and time.monotonic() < end:
        time.sleep(0.2)
    pages = [address.rpartition("/")[2] for address in browser.opened()[before:]]
    equal("page", pages, [f"{page}.html"])


def test_f1_opens_the_page_of_the_place():
    help_opens("manual-run")
    with open(browser.opened()[-1].removeprefix("file://"), encoding="utf-8") as file:
        check("the page is there", "Manual run" in file.read())


def test_the_same_card_is_put_back():
    desk.press("F8")
    desk.wait_for(message("stage.insert"))
    desk.press("shift+F8")
    desk.wait_for(message("action.RESET_AND_PROVISION"))
    desk.picture("put-back")


def test_the_rehearsal_is_left():
    desk.press("F10")
    desk.wait_for(message("rehearsal.leave"))
    desk.press("v")
    desk.wait_for(message("rehearsal.leave.question"))
    window.press_until(["alt+l"], WELCOME)
    check("no rehearsal", not desk.has(message("rehearsal")))
    desk.picture("left")


def test_a_larger_text_takes_effect_at_once():
    desk.press("F10")
    desk.wait_for(message("menu.preferences"))
    desk.press("e")
    desk.wait_for(message("preferences.title"))
    desk.picture("preferences")
    help_opens("preferences")
    desk.press("alt+t", "Down", "Down", "alt+v")
    desk.wait_until_gone(message("preferences.save"))
    desk.wait_for(WELCOME)
    desk.picture("larger")


def test_the_assistant_leads_on():
    help_opens("requests")
    desk.press("alt+a")
    desk.wait_for(message("assistant.DIRECTORY.title"))
    desk.picture("assistant")
    desk.press("alt+s")
    desk.wait_for(message("assistant.REQUEST.title"))
    desk.press("alt+b")
    desk.wait_for(message("assistant.DIRECTORY.title"))
    desk.press("alt+c")
    desk.wait_for(WELCOME)
