"""
The whole story of the portal by keyboard alone: characters, Tab, Enter, Space and Escape; no address is typed but the first. Operators sign in, create a
request from a group, approve it, press Provision Now, see what happens at a station, report a device lost, record a shipment, keep a profile, search the
audit trail, download a package and sign out. What has the keyboard can always be seen, and axe-core examines each page and state.
"""

import os
import re

import product
import pytest
from central import Device, Station
from portal_browser import PortalBrowser
from running_central import RunningCentral
from selenium.webdriver.common.keys import Keys
from tally import check, equal

pytestmark = pytest.mark.extra

PACKAGE = "keyhopper_1.0.0_amd64.deb"
NAME = "Berlin by keyboard"
# What has the keyboard, unless it can be seen: in the window, with a frame or another colour, and not below something else.
HIDDEN = """
const at = document.activeElement;
if (at === document.body || at.id === "content") { return null; }
const box = at.getBoundingClientRect();
const style = getComputedStyle(at);
const name = at.outerHTML.slice(0, 120);
if (box.width < 2 || box.height < 2 || box.bottom < 1 || box.right < 1 || box.top > innerHeight - 1 || box.left > innerWidth - 1) { return "outside: " + name; }
if (style.outlineStyle === "none" && style.boxShadow === "none") { return "no frame: " + name; }
const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 12), 1), innerWidth - 2);
const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 12), 1), innerHeight - 2);
const top = document.elementFromPoint(x, y);
return !top || at.contains(top) || top.contains(at) ? null : "below " + top.outerHTML.slice(0, 60) + ": " + name;
"""
MOST_STOPS = 150


class KeyboardBrowser(PortalBrowser):
    """Moves with Tab only, and looks at each stop."""

    unseen = set()

    def tab_to(self, selector):
        for _ in range(MOST_STOPS):
            found = self.script(HIDDEN)
            if found:
                self.unseen.add(found)
            if self.script("return document.activeElement.matches(arguments[0])", selector):
                return self
            self.press(Keys.TAB)
        raise AssertionError(f"{selector} is not reached by keyboard at {self.path}")

    def go(self, selector):
        """Opens a link or presses a button."""
        before = self.one("html")
        self.tab_to(selector).press(Keys.ENTER)
        self.wait(lambda: gone(before), 10)
        return self

    def examined(self, name):
        equal(f"{name}: axe-core, width, console", self.violations(), [])
        self.picture(name.replace(" ", "-"))
        return self

    def sign_in_as(self, account):
        """From the page that is shown to those who are not signed in."""
        self.go("a[href^='/sign-in']").go(f"a[href$='account={account}']")
        self.wait(lambda: self.all("nav.rail"))
        return self

    def sign_out(self):
        self.go("form[action='/sign-out'] button")
        check("signed out", self.wait_for("Signed out"), self.path)
        return self


def gone(element):
    try:
        element.tag_name
        return False
    except Exception:
        return True


@pytest.fixture(scope="module", autouse=True)
def opened(network):
    global central, browser
    packages = f"{product.WORK}/packages"
    os.makedirs(packages)
    with open(f"{packages}/{PACKAGE}", "wb") as file:
        file.write(os.urandom(1000))
    central = RunningCentral("--people", "5", "--downloads", packages)
    # The browser asks no more whether to open the application, of which there is none; xdg-open would look for a browser.
    os.environ["BROWSER"] = "true"
    allowed = {"protocol_handler": {"allowed_origin_protocol_pairs": {central.url: {"keyhopper": True}}}}
    browser = KeyboardBrowser(central.url, "portal-keyboard", preferences=allowed).downloads(f"{product.WORK}/downloads")
    browser.open("/")
    yield
    browser.close()
    central.close()


def test_first_sign_in():
    # The page of the sandbox provider, which is not one of the portal.
    browser.go("a[href$='account=administrator']")
    check("signed in", browser.wait(lambda: browser.all("nav.rail")), browser.path)
    browser.examined("overview")
    browser.press(Keys.TAB, Keys.ENTER)
    equal("the first link skips the navigation", browser.script("return document.activeElement.id"), "content")


def test_policy_and_profile():
    browser.go("nav a[href='/policy']").tab_to("input[name=approveAll]").press(Keys.SPACE).examined("policy")
    browser.go("main form button.primary")
    check("saved", "The change was saved." in browser.text)
    browser.go("nav a[href='/profiles']").examined("no profiles").go("a[href='/profiles/new']").examined("new profile")
    browser.tab_to("#name").press("Front desk").tab_to("#deviceName").press("{holder}").go("button.primary[value=save]")
    check("fault", browser.all("[aria-invalid=true]") and "Nothing was stored yet." in browser.text, browser.text)
    browser.examined("faulty profile")
    browser.tab_to("#digits").press("8").tab_to("#deviceName").press("{model} {serial}").tab_to("#json").press('{"pin": {"rule": "random"},\n"pace": 3}').go("button[value=file]")
    check("fault of the file", "Line 2, pace:" in browser.text, browser.text)
    browser.examined("faulty file")
    browser.go("button.primary[value=save]")
    check("stored", browser.path.startswith("/profiles?notice=") and "random PIN of 8 digits" in browser.text, browser.text)
    browser.examined("profiles").sign_out()


def test_request_from_a_group():
    global request
    browser.examined("signed out").sign_in_as("device-service-administrator")
    browser.go("nav a[href='/requests']").go("a[href='/requests/new']").examined("new request")
    browser.tab_to("#name").press(NAME).tab_to("#directory").press("contoso")
    browser.tab_to("#group").press("All staff").go("button[value=group]")
    check("members", browser.wait(lambda: browser.all("#people") and browser.one("#people").get_attribute("value")))
    browser.examined("members of the group")
    browser.tab_to("#profile").press("Front").go("button[value=profile]")
    equal("filled in", browser.one("#digits").get_attribute("value"), "8")
    check("the people stay", browser.one("#people").get_attribute("value"))
    browser.examined("profile filled in").go("button[value=create]")
    found = re.search(r"/requests/([A-Z0-9]+)\?notice=requestCreated", browser.path)
    check("created", found, browser.text)
    request = found.group(1)
    check("another has to approve", "so it must be someone else" in browser.text, browser.text)
    browser.examined("waiting for approval").sign_out()


def test_approval_by_another():
    browser.sign_in_as("administrator").go("nav a[href='/profiles']").go("a[href^='/profiles/requests']")
    check("who uses the profile", NAME in browser.text, browser.text)
    browser.examined("requests of a profile").go(f"main a[href='/requests/{request}']").go("form[action$=approval] button")
    check("approved", "The request is approved." in browser.text, browser.text)
    browser.examined("approved").sign_out()


def test_provision_now():
    browser.sign_in_as("operator").go("nav a[href='/requests']").tab_to("button.more").press(Keys.ENTER)
    check("menu", browser.wait(lambda: browser.all("[popover]:popover-open a")))
    browser.examined("menu").press(Keys.ESCAPE)
    check("closed, the keyboard is where it was", not browser.all(".menu:popover-open") and "more" in browser.script("return document.activeElement.className"))
    browser.press(Keys.ENTER).go(f"#menu-{request} a[href$=provision]").examined("provision now")
    browser.tab_to("#launch").press(Keys.ENTER)
    check("nothing answered", browser.wait(lambda: browser.one("#unanswered").is_displayed(), 15))
    browser.examined("nothing answered").go("#unanswered a")
    equal("leads to the downloads", browser.path, "/downloads")
    browser.examined("downloads").tab_to(f"a[href$='{PACKAGE}']").press(Keys.ENTER)
    check("downloaded", browser.wait(lambda: os.path.exists(f"{product.WORK}/downloads/{PACKAGE}")))


def test_live_page():
    browser.go("nav a[href='/requests']").go(f"main a[href='/requests/{request}']")
    station = Station(central)
    equal("joined", station.join(central.ready["codes"]["contoso"]).status, 201)
    equal("signed in", station.sign_in().status, 200)
    for number in range(1, 4):
        claimed = station.claim(request).content
        name = claimed["recipient"]["displayName"] or claimed["recipient"]["user"]
        check("person in work", browser.wait(lambda: name in browser.one("#live").text, 5))
        browser.tab_to("#live a") if number == 1 else None
        where = browser.script("return document.activeElement.getAttribute('href')")
        device = Device()
        begun = station.begin(claimed["claim"], device).content
        equal("registered", station.register(claimed["claim"], device.make(begun)).status, 200)
        equal("proved", station.prove(claimed["claim"], device.sign(begun["proofClientDataJSON"])).status, 200)
        check("counted", browser.wait(lambda: browser.one(".tiles .good dd").text == str(number), 5))
        equal("the keyboard stays where it was", browser.script("return document.activeElement.getAttribute('href')"), where)
    browser.examined("live").go("#live a[href*='/people/']").examined("person").sign_out()


def test_lost_device():
    browser.sign_in_as("device-service-administrator").go("nav a[href='/inventory']").examined("inventory")
    holder = browser.one("tbody th").text
    browser.go("tbody th a").examined("device").go("nav a[href='/inventory']").go("tbody a[href$=lost]").examined("lost")
    browser.go("main form button.destructive")
    check("replacement", f"Replacement for {holder}" in browser.text, browser.text)
    browser.examined("replacement").go("nav a[href='/inventory']").tab_to("#state").press("Revoked").go("main form button")
    equal("revoked", [each.text for each in browser.all("tbody th")], [holder])
    browser.examined("revoked")


def test_shipment():
    browser.go("nav a[href='/shipments']").examined("no shipments").go("a[href='/shipments/new']")
    browser.tab_to("#name").press("Delivery 7").tab_to("#serials").press("KH-71\nK?72\n").go("main form button.primary")
    check("fault with its line", "Line 2: “K?72” is not a serial number." in browser.text, browser.text)
    browser.examined("faulty shipment").go("main form a.button").go("a[href='/shipments/new']")
    browser.tab_to("#name").press("Delivery 7").tab_to("#serials").press("KH-71\nKH-72\n").go("main form button.primary")
    check("recorded", "0 of 2" in browser.text, browser.text)
    browser.examined("shipment").go("nav a[href='/inventory']").tab_to("#state").press("In stock").go("main form button")
    check("in stock", "KH-71" in browser.text and "Delivery 7" in browser.text, browser.text)
    browser.examined("stock").sign_out()


def test_audit_trail():
    browser.sign_in_as("auditor").go("nav a[href='/audit']").examined("audit trail")
    browser.tab_to("summary").press(Keys.SPACE)
    check("as stored", browser.all("details[open] code"))
    browser.examined("audit trail as stored")
    browser.tab_to("#action").press("Device reported").tab_to("#from").press("01012026").tab_to("#to").press("01022026").go("main form button")
    check("nothing in these days", "No entry matches" in browser.text, browser.text)
    browser.examined("audit trail of days").go("section.empty a").tab_to("#action").press("Device reported").go("main form button")
    equal("who lost it", [each.text for each in browser.all("td[data-label=Action]")], ["Device reported lost"])
    browser.examined("audit trail filtered").go("a[href='/audit/verification']")
    check("verified", "as they were written" in browser.text, browser.text)
    browser.examined("audit trail verified").sign_out()


def test_what_has_the_keyboard_is_always_seen():
    equal("not seen", sorted(browser.unseen), [])
