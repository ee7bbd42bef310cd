"""
The PIN office in Chromium: a station seals the PINs of four people to the escrow key; the holder of the key opens them in the browser, where the key stays,
and prints letters. A second look, a wrong key and an operator without the privilege are refused; the audit trail has each release with its reason.
"""

import os
import sqlite3
import subprocess

import product
import pytest
from desk import Desk
from messages import portal, problem, problem_cause
from portal_browser import PortalBrowser
from running_central import RunningCentral
from tally import check, equal

pytestmark = [pytest.mark.readers(2), pytest.mark.extra]

PEOPLE = 4
# Those for whom nothing was released before the letters: one PIN is shown before, another is tried with a key that does not fit.
LETTERS = PEOPLE - 2
PASSWORD = "the key of the office"
PRINT = "globalThis.print = () => { globalThis.letters = [...document.querySelectorAll('.letter')].map(each => each.innerText); }"


@pytest.fixture(scope="module", autouse=True)
def opened(readers, network):
    global central, browser, desk, request, cards, office, other
    desk = Desk([("nobody@contoso.example", "Nobody")], KEY_PASSWORD=PASSWORD)
    office, other = (os.path.join(product.WORK, name) for name in ("office.p12", "other.p12"))
    for key in (office, other):
        desk.must("pins", "new-key", key, "--password", "env:KEY_PASSWORD")
    certificate = os.path.join(product.WORK, "office.pem")
    command = ["openssl", "pkcs12", "-in", office, "-passin", f"pass:{PASSWORD}", "-nokeys", "-out", certificate]
    subprocess.run(command, check=True, capture_output=True)
    central = RunningCentral("--people", str(PEOPLE), "--setting", f"escrow.certificate = {certificate}")
    request = central.ready["requests"]["contoso"]
    desk.must("central", "join", central.url, "--code", central.ready["codes"]["contoso"], "--json")
    cards = dict(zip(central.people(), desk.cards("plain", PEOPLE)))
    browser = PortalBrowser(central.url, "portal-pins")
    yield
    browser.close()
    central.close()
    desk.close()


def filled(key, password=PASSWORD, reason="Letters for Berlin"):
    browser.open(f"/requests/{request}/pins")
    browser.one("#file").send_keys(key)
    return browser.fill(password=password, reason=reason)


def shown():
    browser.wait(lambda: browser.one("#released").is_displayed())
    return browser.one("#released-text").text, browser.one("#released-pin").text


def show(number=0):
    browser.all("button[data-release]")[number].click()
    return shown()


def test_nothing_is_in_escrow_before():
    browser.sign_in("pin-officer").open(f"/requests/{request}/pins")
    check("empty", browser.wait_for(portal("pins.none.title")))
    browser.examine("empty")


def test_station_seals_the_pins():
    run = desk.provision(request, cards)
    equal("outcomes", [run.outcome(user) for user in cards], ["PROVISIONED"] * PEOPLE)


def test_key_that_cannot_be_read_releases_nothing():
    filled(office, password="wrong")
    text, pin = show()
    check("said", portal("pins.unreadable") in text and not pin, text)
    filled(office, reason="")
    browser.all("button[data-release]")[0].click()
    check("a reason is required", browser.script("return document.activeElement.id") == "reason" and not browser.one("#released").is_displayed())
    browser.open(f"/requests/{request}/pins")
    equal("all are as they were", len(browser.all("button[data-open]")), PEOPLE)


def test_pin_is_shown_once_and_opens_the_card():
    filled(office)
    browser.examine("office")
    text, pin = show()
    check("PIN", pin.isdigit() and len(pin) >= 4, text)
    name = browser.all("tbody th")[0].text
    account = browser.all("button[data-release]")[0].get_attribute("data-account")
    check("whose it is", name in text, text)
    browser.picture("shown")
    desk.insert(cards[account])
    # The card wants another PIN before anything else.
    change = ["devices", "change-pin", "--pin", "env:CARD_PIN", "--new-pin", "env:NEXT"]
    equal("it is that of the card", desk.product(*change, CARD_PIN=pin, NEXT="735194").code, 0)
    desk.remove()
    text, pin = show()
    check("a second look is refused", problem_cause("central.pin-released") in text and not pin, text)
    browser.examine("refused")


def test_key_that_does_not_fit():
    filled(other)
    text, pin = show(PEOPLE - 1)
    check("it is said that the release is recorded", "does not open the PIN" in text and not pin, text)


def test_letters_are_printed_for_the_others():
    filled(office)
    browser.script(PRINT)
    browser.click("#print")
    check("printed", browser.wait(lambda: browser.script("return globalThis.letters?.length"), 60), browser.text)
    letters = browser.script("return globalThis.letters")
    equal("letters", len(letters), LETTERS)
    for row in browser.all("tbody tr")[1 : LETTERS + 1]:
        name = row.find_element("css selector", "th").text
        check(f"letter of {name}", any(name in letter for letter in letters), letters)
    path = f"{browser.pictures}/letters.pdf"
    browser.printed("letters")
    pages = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout.split("\f")
    equal("one page for each", len([page for page in pages if page.strip()]), LETTERS)
    # Printing has ended, which the page is told; the printer may be gone.
    check("asks whether they are printed", browser.wait(lambda: browser.one("#after-print").is_displayed()), browser.text)
    browser.examine("after-print")
    browser.script("globalThis.letters = null")
    browser.click("#print-again")
    check("the same once more", browser.wait(lambda: browser.script("return globalThis.letters") == letters), browser.script("return globalThis.letters"))
    browser.printed("letters-again")
    browser.click("#print-done")
    check("nothing of them is left", not browser.all(".letter") and "handed to your system" in browser.one("#released-text").text)
    browser.open(f"/requests/{request}/pins")
    equal("nothing is open", len(browser.all("button[data-open]")), 0)


def test_letter_is_handed_over_and_confirmed():
    browser.sign_in("pin-officer").open(f"/requests/{request}/pins")
    last = len(cards)
    browser.one("#scanned").send_keys(f"{request}-{last}", "\ue007")
    check("it is said whose it was", browser.wait_for(portal("pins.recorded")), browser.text)
    check("the field waits for the next", browser.script("return document.activeElement.id") == "scanned")
    browser.one("#scanned").send_keys("R7K3M-99", "\ue007")
    check("another letter is refused", browser.wait_for("R7K3M-99"), browser.text)
    browser.examine("scan-refused")
    browser.open(f"/requests/{request}/pins")
    browser.all("tbody input[type=checkbox]")[0].click()
    browser.click("#delivery button[value=received]")
    check("recorded", browser.wait_for(portal("notice.pinsReceived")), browser.text)
    counts = {chip.text.rsplit(" ", 1)[0]: int(chip.text.rsplit(" ", 1)[1]) for chip in browser.all(".chips a")}
    state = {name: counts.get(portal(f"pins.state.{name}"), 0) for name in ("ALL", "RELEASED", "HANDED_OVER", "CONFIRMED")}
    equal("states", state, {"ALL": PEOPLE, "RELEASED": PEOPLE - 2, "HANDED_OVER": 1, "CONFIRMED": 1})
    browser.examine("delivered")


def test_overdue_pins_are_on_the_overview():
    connection = sqlite3.connect(f"{central.ready['folder']}/data/central.db", timeout=20)
    with connection:
        connection.execute("UPDATE escrowed_pin SET released = '2026-01-01T00:00:00.000000000Z' WHERE position = 2")
    connection.close()
    browser.open("/")
    check("named there", portal("overview.overdue") in browser.text, browser.text)
    browser.examine("overview")
    browser.click(".brief a[href$='show=OVERDUE']")
    check("and listed", browser.wait_for(portal("pins.state.OVERDUE")), browser.text)
    equal("alone", len(browser.all("button[data-release]")), 1)
    browser.examine("overdue")


def test_others_may_not():
    for role in ("administrator", "operator", "auditor"):
        browser.sign_in(role).open(f"/requests/{request}/pins")
        check(f"{role}: names the privilege", portal("privilege.VIEW_INITIAL_PIN") in browser.text, browser.text)


def test_audit_trail_has_each_release():
    browser.sign_in("auditor").open("/audit?action=PIN_HANDED_OVER")
    text = browser.text
    check("reason", text.count("Letters for Berlin") >= PEOPLE, text)
    check("the refusal as well", problem("central.pin-released") in text, text)
    browser.examine("audit")
    check("no PIN, key or password is in the log", PASSWORD not in central.log())
