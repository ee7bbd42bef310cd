"""
The portal of Central in Chromium: every role signs in and sees what it may; a request is created from a group, approved by another operator and provisioned
at a scripted station while its page shows it; a device is lost and replaced; roles, audit trail and downloads. Each page is examined by axe-core, weighed
and seen in four forms, whose pictures are in target/portal. A request is created once without scripts. test_portal_keyboard tells the story by keyboard alone.
"""

import os
import re
import shutil
import uuid

import product
import pytest
from central import Device, Station
from messages import portal
from portal_browser import DESKTOP, NARROW, PortalBrowser
from running_central import RunningCentral
from selenium.webdriver.common.keys import Keys
from tally import check, equal

pytestmark = pytest.mark.extra

MOST_BYTES = 100_000
PACKAGE = "keyhopper_1.0.0_amd64.deb"
SITE = f"{product.ROOT}/releng/org.keyhopper.site/target/repository"
ROLES = ("administrator", "device-service-administrator", "operator", "pin-officer", "auditor", "view-only")


@pytest.fixture(scope="module", autouse=True)
def opened(network):
    global central, browser, imported
    packages = f"{product.WORK}/packages"
    shutil.copytree(SITE, f"{packages}/updates")
    with open(f"{packages}/{PACKAGE}", "wb") as file:
        file.write(os.urandom(1_500_000))
    central = RunningCentral("--people", "12", "--downloads", packages)
    imported = central.ready["requests"]["contoso"]
    browser = PortalBrowser(central.url, "portal").downloads(f"{product.WORK}/downloads")
    yield
    browser.close()
    central.close()


def examined(name):
    """Examines the page that is shown, and weighs it."""
    equal(f"{name}: axe-core, width, console", browser.violations(), [])
    weight, paint = browser.weight(), browser.first_paint()
    check(f"{name}: {weight} bytes compressed, first paint after {paint} ms", weight < MOST_BYTES and paint is not None)


def created(name, profile="", **more):
    """Creates a request from the group of all people."""
    browser.open("/requests/new").fill(name=name, directory="contoso", group="All staff", profile=profile, **more)
    browser.click("button[value=profile]").wait_for(portal("new.profile.filled"))
    browser.click("button[value=group]")
    browser.wait(lambda: browser.all("#people") and browser.one("#people").get_attribute("value"))
    browser.click("button[value=create]").wait(lambda: re.fullmatch(r"/requests/[A-Z0-9]+\?notice=requestCreated", browser.path))
    return re.search(r"/requests/([A-Z0-9]+)", browser.path).group(1)


def test_each_role_sees_what_it_may():
    for role in ROLES:
        browser.sign_in(role)
        links = [link.get_attribute("href").removeprefix(central.url) for link in browser.all(".rail li a")]
        browser.picture(f"role-{role}")
        for path in links:
            browser.open(path)
            check(f"{role}: {path}", browser.all("nav a[aria-current=page]") and not browser.all("main > .bad"), browser.text)
        hidden = {"/audit", "/operators", "/directories", "/profiles", "/inventory", "/downloads", "/roles", "/policy", "/licence"} - set(links)
        for path in sorted(hidden):
            browser.open(path)
            check(f"{role}: {path} names the privilege", "“" in browser.text and not browser.all("nav a[aria-current=page]"), browser.text)


def test_named_profile():
    browser.sign_in("administrator").open("/profiles/new").fill(name="Front desk", deviceName="{holder}").click("button.primary[value=save]")
    check("fault at its field", portal("profile.fault.placeholder", "{holder}", "").rstrip(". ") in browser.one("#fault-deviceName").text, browser.text)
    examined("faulty profile")
    browser.fill(deviceName="{user}", digits="8").click("button.primary[value=save]")
    check("kept", browser.wait_for(portal("profile.means.RANDOM", 8)), browser.text)


def test_request_from_a_group_is_approved_by_another():
    global request
    browser.sign_in("administrator").open("/policy")
    browser.click("input[name=approveAll]").click_text(portal("save")).wait_for(portal("notice.saved"))
    browser.sign_in("device-service-administrator")
    request = created("Berlin office Q4", "Front desk", due="2027-01-31", note="First floor")
    check("its creator cannot approve it", portal("approval.own") in browser.text and not browser.all("form[action$=approval]"), browser.text)
    examined("waiting for approval")
    browser.sign_in("administrator").open(f"/requests/{request}").click("form[action$=approval] button")
    check("approved by another", browser.wait_for(portal("notice.requestApproved")))


def test_faulty_list_keeps_what_was_typed():
    browser.sign_in("device-service-administrator").open("/requests/new").fill(name="Faulty", directory="contoso", note="Kept")
    browser.script("document.getElementById('people').value = arguments[0]", "user,displayName\nanna@contoso.example,Anna,one too many\n,nobody\n")
    browser.click("button[value=create]").wait(lambda: browser.all("[aria-invalid=true]"))
    check("line of the fault", portal("new.fault.line", 2, "").rstrip(": ") in browser.text, browser.text)
    equal("what was typed", browser.one("[name=note]").get_attribute("value"), "Kept")
    examined("faulty list")


def provisioned(station, number=1):
    for _ in range(number):
        claimed = station.claim(request)
        equal("claimed", claimed.status, 201)
        claim = claimed.content["claim"]
        device = Device()
        begun = station.begin(claim, device).content
        registered = station.register(claim, device.make(begun))
        equal("registered", registered.status, 200)
        equal("proved", station.prove(claim, device.sign(begun["proofClientDataJSON"])).status, 200)


def joined():
    station = Station(central)
    equal("joined", station.join(central.ready["codes"]["contoso"]).status, 201)
    equal("signed in", station.sign_in().status, 200)
    return station


def test_live_request_shows_what_happens():
    global station
    station = joined()
    browser.sign_in("device-service-administrator").open(f"/requests/{request}")
    check("nothing yet", browser.wait_for(portal("live.nothing")))
    claimed = station.claim(request, key=str(uuid.uuid4())).content
    name = claimed["recipient"]["displayName"] or claimed["recipient"]["user"]
    seconds = browser.seconds_until(lambda: name in browser.one("#live").text)
    check(f"the person is shown after {seconds and round(seconds, 2)} s", seconds is not None and seconds < 3)
    examined("live")
    browser.picture("live")
    equal("released", station.release(claimed["claim"], reason="device.gone", deviceClean=True).status, 200)
    provisioned(station, 3)
    check("three of them are counted", browser.wait(lambda: "3" in browser.one(".tiles .good dd").text))
    examined("live with outcomes")


def test_lost_device_is_revoked_and_replaced():
    browser.open("/inventory")
    equal("devices", len(browser.all("tbody tr")), 3)
    examined("inventory")
    holder = browser.one("tbody th").text
    browser.click("tbody th a")
    check("history", browser.wait_for(portal("device.event.ISSUED")), browser.text)
    examined("device")
    browser.picture("device")
    browser.driver.back()
    browser.click("tbody a[href$=lost]")
    examined("lost")
    browser.click("main form button.destructive")
    check("request for another", browser.wait_for(portal("lost.request", holder)))
    browser.open("/inventory?state=REVOKED")
    equal("passkey revoked", [each.text for each in browser.all("tbody th")], [holder])
    browser.click("tbody th a")
    check("who did it", browser.wait_for(portal("device.event.REVOKED")) and "Dana Device" in browser.one(".history").text, browser.text)


def test_shipment_of_a_maker():
    browser.open("/shipments")
    examined("no shipment")
    browser.click_text(portal("shipments.add")).fill(name="Delivery 1")
    browser.script("document.getElementById('serials').value = 'Model;Serial\\nC2300;KH-1\\nC2300;K?2'")
    browser.click_text(portal("save"))
    check("fault with its line", browser.wait_for(portal("shipments.fault.serial", 3, "K?2")))
    examined("faulty shipment")
    browser.script("document.getElementById('serials').value = 'Model;Serial\\nC2300;KH-1\\nC2300;KH-2'")
    browser.click_text(portal("save"))
    check("recorded", browser.wait_for(portal("notice.saved")) and portal("requests.done", 0, 2) in browser.text, browser.text)
    examined("shipment")
    browser.open("/shipments")
    examined("shipments")
    browser.open("/inventory?state=IN_STOCK")
    check("in stock", "KH-1" in browser.text and "KH-2" in browser.text, browser.text)
    examined("stock")


def test_roles_and_their_mapping():
    browser.sign_in("administrator").open("/roles").click_text(portal("roles.add"))
    examined("new role")
    browser.fill(name="Front desk").click("input[value=VIEW_REQUESTS]").click("input[value=PROVISION_NOW]").click_text(portal("save"))
    check("role", browser.wait_for("Front desk"))
    examined("roles")
    browser.open("/roles/mapping")
    examined("role mapping")
    row = len(browser.all("[name=value]")) - 1
    browser.script("document.querySelectorAll('[name=value]')[arguments[0]].value = 'desk'; document.querySelectorAll('[name=role]')[arguments[0]].value = 'Front desk'", row)
    browser.click_text(portal("save"))
    browser.wait_for(portal("notice.saved"))
    rules = [each.text for each in browser.all("section .details dt")]
    check("rule", "desk" in rules, rules)


def test_directory_is_described_by_its_connector():
    browser.open("/directories").click_text(portal("directories.add"))
    examined("kinds of directories")
    browser.click_text("Microsoft Entra ID")
    examined("new directory")
    browser.fill(name="Broken").script("document.querySelector('form.form').noValidate = true")
    browser.click_text(portal("save"))
    check("faults are shown, nothing is stored", browser.wait(lambda: browser.all("[role=alert]")) and browser.one("#name").get_attribute("value") == "Broken")
    browser.open("/directories/edit?name=contoso")
    examined("directory")
    check("no secret is in the page", central.directory("contoso", "GET", "/state") and "type=\"password\" value" not in browser.driver.page_source)
    before = browser.driver.current_window_handle
    browser.click_text(portal("directories.test"))
    browser.wait(lambda: len(browser.driver.window_handles) == 2)
    browser.driver.switch_to.window(browser.driver.window_handles[-1])
    check("the test succeeds with the stored secret", browser.wait(lambda: browser.all(".outcome.good")) and not browser.all(".outcome.bad"), browser.text)
    examined("test of a connection")
    browser.driver.close()
    browser.driver.switch_to.window(before)


def test_audit_trail_is_in_words():
    for action in ("REGISTER", "REQUEST_APPROVED", "REVOKE", "ROLE_CHANGED"):
        rows = browser.open(f"/audit?action={action}").all("main tbody tr")
        check(action, rows and all(portal(f"audit.action.{action}") in row.text for row in rows), browser.text)
    browser.open("/audit?refused=on")
    check("a refusal names the privilege", portal("audit.fact.argument", "").strip() in browser.text, browser.text)
    examined("audit trail")
    check("verified", portal("audit.intact") in browser.open("/audit/verification").text, browser.text)
    browser.open("/audit").language("de").open("/audit")
    check("in German", portal("section.AUDIT", language="de") in browser.text and portal("audit.action.SIGN_IN", language="de") in browser.text)
    browser.language("en")


def test_downloads():
    browser.sign_in("operator").open("/downloads")
    examined("downloads")
    check("package with checksum", PACKAGE in browser.text and re.search(r"\b[0-9a-f]{64}\b", browser.text))
    browser.click_text(PACKAGE)
    path = f"{product.WORK}/downloads/{PACKAGE}"
    check("downloaded", browser.wait(lambda: os.path.exists(path) and os.path.getsize(path) == 1_500_000))


def test_station_updates_from_its_central():
    check("the page has the address", f"{central.url}/updates/" in browser.open("/downloads").text, browser.text)
    looked = product.Product()("update", "--site", f"{central.url}/updates/", "--check")
    equal("site read, without sign-in", looked.code, 0)


def test_nothing_answers():
    browser.open(f"/requests/{imported}/provision")
    examined("Provision Now")
    browser.script("document.getElementById('launch').addEventListener('click', event => event.preventDefault())")
    browser.click("#launch")
    seconds = browser.seconds_until(lambda: browser.one("#unanswered").is_displayed(), 15)
    check(f"nothing answered, reported after {seconds and round(seconds, 1)} s", seconds is not None)
    examined("nothing answered")
    browser.click("#unanswered a")
    equal("leads to the downloads", browser.path, "/downloads")


def test_key_of_the_search():
    browser.sign_in("device-service-administrator").open("/requests").press("/")
    equal("the search has the focus", browser.script("return document.activeElement.id"), "q")
    browser.press("Berlin", Keys.ENTER)
    check("searched", browser.wait(lambda: "q=Berlin" in browser.path))


def test_without_scripts():
    browser.sign_in("device-service-administrator").scripts(False)
    try:
        browser.open("/requests").click_text(portal("requests.new"))
        browser.one("[name=name]").send_keys("Without scripts")
        browser.one("[name=people]").send_keys(central.people()[1])
        browser.click("button[value=create]")
        check("created and opened", browser.wait(lambda: "Without scripts" in browser.title))
        browser.click_text(portal("requests.provision")) if browser.all("a.primary[href$=provision]") else None
        browser.open("/requests?q=Without").click("button.more")
        check("menu", browser.wait(lambda: any(each.is_displayed() for each in browser.all(".menu a"))))
    finally:
        browser.scripts(True)


PAGES = {
    "overview": "/",
    "requests": "/requests?show=all",
    "request": "/requests/REQUEST",
    "people": "/requests/REQUEST/people",
    "person": "/requests/REQUEST/people/1",
    "edit": "/requests/REQUEST/edit",
    "delete": "/requests/REQUEST/delete",
    "new": "/requests/new",
    "inventory": "/inventory",
    "shipments": "/shipments",
    "shipment": "/shipments/new",
    "operators": "/operators",
    "operator": "/operators/new",
    "roles": "/roles",
    "role": "/roles/new",
    "mapping": "/roles/mapping",
    "directories": "/directories",
    "directory": "/directories/edit?name=contoso",
    "policy": "/policy",
    "audit": "/audit",
    "audit-days": "/audit?from=2026-01-01&to=2026-01-02&zone=Europe/Berlin",
    "profiles": "/profiles",
    "profile": "/profiles/edit?name=Front+desk",
    "profile-uses": "/profiles/requests?name=Front+desk",
    "profile-remove": "/profiles/remove?name=Front+desk",
    "stock": "/inventory?state=IN_STOCK",
    "stations": "/stations",
    "station": "/stations/new",
    "clients": "/api-clients",
    "licence": "/licence",
    "downloads": "/downloads",
    "missing": "/nothing",
}


def forms():
    yield "light", lambda: browser.size(*DESKTOP).scheme("light")
    yield "dark", lambda: browser.size(*DESKTOP).scheme("dark")
    yield "narrow", lambda: browser.size(*NARROW).scheme("light")
    yield "german", lambda: browser.size(1024, 768).scheme("light").language("de")


def test_every_page_in_four_forms():
    browser.sign_in("administrator")
    for form, choose in forms():
        choose()
        for name, path in PAGES.items():
            browser.open(path.replace("REQUEST", request)).picture(f"{form}-{name}")
            examined(f"{form} {name}")
    browser.size(*DESKTOP).language("en").open(f"/requests/{request}")
    check("print", browser.printed("request") > 1000)


def test_signed_out():
    browser.click("form[action='/sign-out'] button").wait_for(portal("signedOut"))
    examined("signed out")
    browser.driver.back()
    check("what was seen is not kept", "Berlin office" not in browser.text, browser.text)
