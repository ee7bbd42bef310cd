"""
A request for 5,000 people of a group: the directory is read in the background with progress, other pages answer meanwhile, the reading can be stopped, and
the request is created and shown within seconds.
"""

import re
import time

import pytest
from central_browser import CentralBrowser
from messages import portal
from portal_browser import PortalBrowser
from running_central import RunningCentral
from tally import check, equal

pytestmark = pytest.mark.extra

PEOPLE = 5000
# A page that an operator waits for, on a loaded machine.
PROMPT = 5.0


@pytest.fixture(scope="module", autouse=True)
def opened(network):
    global central, browser
    central = RunningCentral("--people", str(PEOPLE))
    browser = PortalBrowser(central.url, "portal-group")
    browser.sign_in("device-service-administrator")
    yield
    browser.close()
    central.close()


def seconds(work):
    began = time.monotonic()
    work()
    return round(time.monotonic() - began, 2)


def begun(**more):
    """Asks for the members of the group of all people."""
    browser.open("/requests/new").fill(name="Everyone", directory="contoso", group="All staff")
    for box in more:
        browser.click(f"[name={box}]")
    browser.click("button[value=group]")


def test_reading_is_shown_and_can_be_stopped():
    begun(withoutPasskey=True)
    check("progress", browser.wait(lambda: browser.all("progress") and re.search(r"\d", browser.one("[role=status]").text)), browser.text)
    browser.picture("reading")
    equal("axe-core, width, console", browser.violations(), [])
    other = CentralBrowser(central.url)
    other.sign_in("auditor")
    took = seconds(lambda: equal("another page", other.get("/requests").status, 200))
    check(f"answered after {took} s meanwhile", took < PROMPT)
    browser.click("form[action$=cancel] button")
    took = browser.seconds_until(lambda: browser.all("#people"), 30)
    check(f"stopped after {took and round(took, 1)} s", took is not None)
    check("it is said", portal("group.stopped") in browser.text and not browser.all("main > .bad"), browser.text)
    equal("nothing is on the list", browser.one("#people").get_attribute("value"), "")
    equal("what was typed is kept", browser.one("[name=name]").get_attribute("value"), "Everyone")
    browser.picture("stopped")


def test_request_for_all_of_them():
    global request
    began = time.monotonic()
    begun()
    check("read", browser.wait(lambda: browser.all("#people") and "@" in browser.one("#people").get_attribute("value"), 120))
    print(f"{PEOPLE} members read after {time.monotonic() - began:.1f} s")
    lines = browser.one("#people").get_attribute("value").strip().splitlines()
    equal("people", len(lines) - 1, PEOPLE)
    browser.picture("read")
    weight = browser.weight()
    print(f"the form with them has {weight} bytes compressed")
    took = seconds(lambda: browser.click("button[value=create]").wait(lambda: re.fullmatch(r"/requests/[A-Z0-9]+\?notice=requestCreated", browser.path), 60))
    check(f"created after {took} s", "requestCreated" in browser.path and took < 2 * PROMPT)
    request = re.search(r"/requests/([A-Z0-9]+)", browser.path).group(1)
    browser.picture("created")


def test_pages_of_the_request_are_prompt_and_small():
    for path in ("/", "/requests", f"/requests/{request}", f"/requests/{request}/people", f"/requests/{request}/people?q=muller"):
        took = seconds(lambda: browser.open(path))
        weight = browser.weight()
        check(f"{path}: {took} s, {weight} bytes compressed", took < PROMPT and weight < 100_000)
