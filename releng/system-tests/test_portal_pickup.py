"""
Picking up PINs in Chromium: stations seal a second copy of each PIN, people are invited by mail over TLS, sign in with a second factor, and see the PIN once.
Someone else, a sign-in without a second factor, a second look, and links that expired or were replaced are refused; the audit trail has each of it.
"""

import os
import re
import sqlite3
import subprocess
import urllib.parse

import product
import pytest
from desk import Desk
from mail_server import PASSWORD, USER, MailServer, text
from messages import portal, problem
from portal_browser import PortalBrowser
from running_central import RunningCentral
from tally import check, equal

pytestmark = [pytest.mark.readers(2), pytest.mark.extra]

PEOPLE = 3
KEY_PASSWORD = "the key of the office"
LINK = re.compile(r"http://\S+/pick-up/[A-Za-z0-9_-]{43}")
POST = "const done = arguments[1]; fetch('/pick-up/pin', {method: 'POST', body: new URLSearchParams({csrf: arguments[0]})}).then(async answer => done([answer.status, await answer.text()]))"


@pytest.fixture(scope="module", autouse=True)
def opened(readers, network):
    global central, browser, desk, request, cards, mail, accounts, links
    desk = Desk([("nobody@contoso.example", "Nobody")], KEY_PASSWORD=KEY_PASSWORD)
    files = {name: os.path.join(product.WORK, name) for name in ("office.p12", "pickup.p12", "office.pem", "pickup-password", "mail-password")}
    for key in ("office.p12", "pickup.p12"):
        desk.must("pins", "new-key", files[key], "--password", "env:KEY_PASSWORD")
    command = ["openssl", "pkcs12", "-in", files["office.p12"], "-passin", f"pass:{KEY_PASSWORD}", "-nokeys", "-out", files["office.pem"]]
    subprocess.run(command, check=True, capture_output=True)
    for name, secret in (("pickup-password", KEY_PASSWORD), ("mail-password", PASSWORD)):
        with open(files[name], "w", encoding="utf-8") as file:
            file.write(secret + "\n")
    mail = MailServer(product.WORK)
    lines = [
        f"escrow.certificate = {files['office.pem']}",
        f"pickup.key = {files['pickup.p12']}",
        f"pickup.key.password = {files['pickup-password']}",
        "pickup.amr = otp, hwk",
        "pickup.contact = Service desk, telephone 4711",
        "smtp.host = 127.0.0.1",
        f"smtp.port = {mail.port}",
        f"smtp.user = {USER}",
        f"smtp.password = {files['mail-password']}",
        "smtp.sender = keys@contoso.example",
        f"network.authorities = {mail.authority}",
    ]
    central = RunningCentral("--people", str(PEOPLE), *(argument for line in lines for argument in ("--setting", line)))
    request = central.ready["requests"]["contoso"]
    desk.must("central", "join", central.url, "--code", central.ready["codes"]["contoso"], "--json")
    accounts = central.people()
    links = {}
    cards = dict(zip(accounts, desk.cards("plain", PEOPLE)))
    browser = PortalBrowser(central.url, "portal-pickup")
    yield
    browser.close()
    central.close()
    mail.close()
    desk.close()


def address(account):
    user = next(user for user in central.directory("contoso", "GET", "/state")["users"] if user["userPrincipalName"] == account)
    return user.get("mail") or account


def link_of(account, count=1):
    message = mail.to(address(account), count)
    check(f"mail to {account}", message is not None, [each.envelope.rcpt_tos for each in mail.messages])
    return LINK.search(text(message))[0]


def signed_in(link, account, factor=True, at=None, language=""):
    """Opens a link in a browser without cookies, and signs in at the provider."""
    at = at or browser
    at.open("/health").driver.delete_all_cookies()
    at.open(link)
    at.click_text(portal("pickUp.signIn", language=language))
    at.wait(lambda: at.all("input[name=account]"))
    at.fill(account=account)
    if factor:
        at.click("input[name=factor]")
    at.click("form button")
    at.wait(lambda: at.driver.current_url.startswith(central.url) and at.all("h1"))
    return at


def shown(at, language=""):
    """The PIN, after the button was pressed."""
    at.click_text(portal("pickUp.show", language=language))
    at.wait(lambda: at.one("#pin").text)
    return at.one("#pin").text


def database(statement, *values):
    connection = sqlite3.connect(f"{central.ready['folder']}/data/central.db", timeout=20)
    try:
        with connection:
            return connection.execute(statement, values).fetchall()
    finally:
        connection.close()


def opens(card, pin):
    """Whether it is the PIN of the card, which wants another one before anything else."""
    desk.insert(card)
    changed = desk.product("devices", "change-pin", "--pin", "env:CARD_PIN", "--new-pin", "env:NEXT", CARD_PIN=pin, NEXT="735194")
    desk.remove()
    return changed.code == 0


def test_station_has_confirmed_both_certificates():
    shown = desk.must("central", "escrow", "--json").lines[0]
    equal("that of the copy", shown["pickUpConfirmed"], shown["pickUpCentral"])
    check("it is another one", shown["pickUpConfirmed"] != shown["confirmed"], shown)


def test_people_are_invited_by_mail_over_tls():
    run = desk.provision(request, cards)
    equal("outcomes", [run.outcome(user) for user in cards], ["PROVISIONED"] * PEOPLE)
    for account in accounts:
        links[account] = link_of(account)
        message = mail.to(address(account))
        equal("sender and kind", (message.envelope.mail_from, message["Auto-Submitted"]), ("keys@contoso.example", "auto-generated"))
        check("whom to ask", "Service desk, telephone 4711" in text(message), text(message))
        check("no serial number", cards[account] not in text(message), text(message))
    equal("one mail for each", len(mail.messages), PEOPLE)


def test_link_alone_shows_nothing():
    browser.open(links[accounts[0]])
    check("no account, device or PIN", accounts[0] not in browser.text and cards[accounts[0]] not in browser.text and not browser.all(".pin"), browser.text)
    check("whom to ask", "Service desk" in browser.text, browser.text)
    browser.examine("invited")
    browser.open("/pick-up/" + "A" * 43)
    check("unknown", problem("central.pick-up-unknown") in browser.text, browser.text)
    browser.examine("unknown")


def test_another_person_is_refused():
    signed_in(links[accounts[0]], accounts[1])
    check("refused", problem("central.pick-up-other-person") in browser.text and not browser.all("form"), browser.text)
    browser.examine("other-person")
    browser.open("/pick-up")
    check("not signed in", problem("central.pick-up-signed-out") in browser.text, browser.text)


def test_sign_in_without_a_second_factor_is_refused():
    signed_in(links[accounts[0]], accounts[0], factor=False)
    check("refused", problem("central.pick-up-no-factor") in browser.text and not browser.all("form"), browser.text)


def test_pin_is_shown_once_and_opens_the_card():
    account = accounts[0]
    signed_in(links[account], account)
    check("the token is gone from the address", browser.path == "/pick-up", browser.path)
    check("device", portal("pickUp.serial") in browser.text or portal("pickUp.device") in browser.text, browser.text)
    check("no operator", not browser.all("nav"), browser.text)
    browser.examine("device")
    csrf = browser.one("input[name=csrf]").get_attribute("value")
    pin = shown(browser)
    check("PIN", pin.isdigit() and len(pin) >= 4, browser.text)
    browser.examine("pin")
    status, second = browser.driver.execute_async_script(POST, csrf)
    check("a second look is refused", status == 409 and problem("central.pick-up-shown") in second and pin not in second, second)
    check("it is that of the card", opens(cards[account], pin))
    signed_in(links[account], account)
    check("it was shown", portal("pickUp.shown.action") in browser.text and not browser.all(".pin"), browser.text)
    browser.examine("shown-before")
    browser.click_text(portal("pickUp.noted"))
    check("confirmed", browser.wait_for(portal("pickUp.done.text")), browser.text)
    browser.examine("done")
    equal("the copy is deleted", database("SELECT sealed, confirmed IS NULL FROM pick_up WHERE confirmed IS NOT NULL"), [(None, 0)])
    browser.open(links[account])
    check("the link has ended", problem("central.pick-up-done") in browser.text, browser.text)
    check("neither PIN nor token is in the log", pin not in central.log() and links[account].rsplit("/", 1)[1] not in central.log())
    check("no PIN in a mail", not any(pin in text(message) for message in mail.messages))


def test_expired_invitation_is_refused_and_sent_again():
    account = accounts[1]
    claim = database("SELECT claim FROM pick_up p JOIN recipient r ON r.request = p.request AND r.position = p.position WHERE r.user_reference = ?", account)[0][0]
    for table in ("pick_up_link", "pick_up"):
        database(f"UPDATE {table} SET expires = '2026-01-01T00:00:00.000000000Z' WHERE claim = ?", claim)
    browser.open(links[account])
    check("expired", problem("central.pick-up-expired") in browser.text, browser.text)
    browser.examine("expired")
    browser.sign_in("pin-officer").open(f"/requests/{request}/pins")
    check("states", all(portal(f"pins.pickUp.{stage}") in browser.text for stage in ("CONFIRMED", "EXPIRED", "INVITED")), browser.text)
    check("guarantee", portal("pins.pickUp.guarantee") in browser.text, browser.text)
    browser.examine("office")
    row = next(each for each in browser.all("tbody tr") if account in each.text)
    row.find_element("css selector", "form button").click()
    check("said", browser.wait_for(portal("notice.invited")), browser.text)
    again = link_of(account, 2)
    check("another link", again != links[account])
    browser.open(links[account])
    check("replaced", problem("central.pick-up-replaced") in browser.text, browser.text)
    signed_in(again, account)
    pin = shown(browser)
    check("it is that of the card", opens(cards[account], pin))
    browser.click_text(portal("pickUp.noted"))
    check("confirmed", browser.wait_for(portal("pickUp.done.text")), browser.text)


def test_mail_that_is_refused_is_told_to_the_office():
    account = accounts[2]
    mail.refused.add(address(account))
    browser.sign_in("pin-officer").open(f"/requests/{request}/pins")
    next(each for each in browser.all("tbody tr") if account in each.text).find_element("css selector", "form button").click()
    check("asked for", browser.wait_for(portal("notice.invited")), browser.text)
    refused = portal("pins.pickUp.NOT_SENT")
    check("said", browser.wait(lambda: browser.open(f"/requests/{request}/pins") and refused in browser.text), browser.text)
    browser.examine("not-sent")
    mail.refused.clear()
    next(each for each in browser.all("tbody tr") if account in each.text).find_element("css selector", "form button").click()
    check("asked for", browser.wait_for(portal("notice.invited")), browser.text)
    link_of(account, 2)


def test_pages_are_in_german_and_need_no_scripts():
    plain = {"intl.accept_languages": "de", "profile.managed_default_content_settings.javascript": 2}
    german = PortalBrowser(central.url, "portal-pickup", preferences=plain)
    try:
        german.open(link_of(accounts[2], 2))
        check("German", portal("pickUp.explained", language="de") in german.text, german.text)
        signed_in(link_of(accounts[2], 2), accounts[2], at=german, language="de").picture("device-de")
        pin = shown(german, "de")
        check("it is that of the card", opens(cards[accounts[2]], pin))
        german.picture("pin-de").click_text(portal("pickUp.noted", language="de"))
        check("confirmed", german.wait_for(portal("pickUp.done.text", language="de")), german.text)
    finally:
        german.close()


def test_operators_without_the_privilege_do_not_invite():
    browser.sign_in("operator")
    status = browser.driver.execute_async_script(
        "const done = arguments[1]; fetch(arguments[0], {method: 'POST', body: new URLSearchParams({csrf: document.querySelector('[name=csrf]').value})}).then(answer => done(answer.status))",
        f"/requests/{request}/pins/{PEOPLE}/invitation",
    )
    equal("refused", status, 403)


def test_guarantee_is_told_where_the_policy_is():
    browser.sign_in("administrator").open("/policy")
    check("guarantee", portal("pins.pickUp.guarantee") in browser.text, browser.text)
    browser.examine("policy")


def test_audit_trail_has_all_of_it():
    browser.sign_in("auditor")
    expected = {
        "PICK_UP_INVITED": [portal("audit.action.PICK_UP_INVITED"), problem("central.mail-refused")],
        "PICK_UP_REINVITED": [portal("audit.action.PICK_UP_REINVITED")],
        "PICK_UP_SIGN_IN": [problem(f"central.pick-up-{why}") for why in ("other-person", "no-factor", "expired", "replaced", "unknown", "done")],
        "PIN_PICKED_UP": [portal("audit.action.PIN_PICKED_UP"), problem("central.pick-up-shown")],
        "PICK_UP_CONFIRMED": [portal("audit.action.PICK_UP_CONFIRMED")],
    }
    for action, texts in expected.items():
        browser.open(f"/audit?{urllib.parse.urlencode({'action': action})}")
        for wanted in texts:
            check(f"{action}: {wanted}", wanted in browser.text, browser.text)
    browser.examine("audit")
