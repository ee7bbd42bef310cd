"""
A real Keycloak: people provisioned by the command line through a real pcscd, read back, one revoked, and signed in with the cards themselves;
the passwords that they had before still work.
"""

import datetime
import glob
import os
import re
import subprocess
import time

import product
import pytest
from chromium import Chromium
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from desk import READERS, Desk
from fido2 import cbor
from keycloak_server import REDIRECT, RP_ID, START, Keycloak
from sign_in import encode
from tally import check, equal

pytestmark = [pytest.mark.extra, pytest.mark.readers(2)]

PIN = "73529416"
PROFILE = '{"pin":{"rule":"entered"},"forcePinChange":false,"deviceName":"Card"}'
NAMES = [
    "Amélie O'Brien", "Björn Müller", "Chiara D'Angelo", "Dmitri Nowak", "Eoin Ó Súilleabháin", "Fatima Öztürk", "Grete Groß", "Hüseyin Åkesson",
    "Ines de la Cruz", "Jürgen Weiß", "Kateřina Nováková", "Łukasz Żak", "María Núñez", "Nguyễn Thị Hoa", "Øyvind Sørensen", "Philippe Lefèvre",
    "Quirin Maier", "Róisín Ní Bhriain", "Şirin Çelik", "Tariq al-Amin",
]
PEOPLE = [(f"person{number:02}@contoso.example", name) for number, name in enumerate(NAMES, 1)]
ACCOUNTS = [account for account, _ in PEOPLE]
GONE, DISABLED, OTHER_MODEL = "gone@contoso.example", "disabled@contoso.example", "model@contoso.example"
LATE, CUT, SHUT = "late@contoso.example", "cut@contoso.example", "shut@contoso.example"
OTHERS = [(GONE, "Gone Away"), (DISABLED, "Switched Off"), (OTHER_MODEL, "Other Model"), (LATE, "Late Comer"), (CUT, "Cut Off"), (SHUT, "Shut Out")]

desk = keycloak = request = None
cards = {}
before = {}


@pytest.fixture(scope="module")
def fetched():
    """The server's distribution: once the module has a network of its own, nothing can be fetched."""
    subprocess.run([START, "--fetch"], check=True)


@pytest.fixture(scope="module", autouse=True)
def opened(fetched, readers):
    global desk, keycloak
    desk = Desk(PEOPLE + OTHERS, Keycloak, CARD_PIN=PIN)
    keycloak = desk.sandbox
    cards.update(zip(ACCOUNTS, desk.cards("plain", len(ACCOUNTS))))
    yield
    desk.close()


def test_connection_test():
    equal("enough permissions", desk.product("directory", "test", "contoso").code, 0)
    for client, secret, wanted in (("keyhopper-limited", "lim-secret", "manage-users"), ("keyhopper-mighty", "mighty-secret", "realm-admin")):
        name = client.split("-")[1]
        desk.product("directory", "add", name, *keycloak.settings(client, "OTHER"), OTHER=secret)
        result = desk.product("directory", "test", name)
        check(f"{name} is reported", result.code != 0 and wanted in result.out + result.err, result.out + result.err)


def test_signed_assertions():
    """A client without a secret, which signs a JWT with an EC key."""
    key = ec.generate_private_key(ec.SECP256R1())
    numbers = key.public_key().public_numbers()
    coordinates = {name: encode(value.to_bytes(32, "big")) for name, value in (("x", numbers.x), ("y", numbers.y))}
    keycloak.signing_client("keyhopper-jwt", {"kty": "EC", "crv": "P-256", **coordinates, "kid": "kh-1", "use": "sig", "alg": "ES256"})
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "keyhopper-jwt")])
    now = datetime.datetime.now(datetime.timezone.utc)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
    certificate = builder.not_valid_before(now).not_valid_after(now + datetime.timedelta(days=1)).sign(key, hashes.SHA256())
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = desk.product.file("client.pem", pem + certificate.public_bytes(serialization.Encoding.PEM))
    settings = [*keycloak.settings("keyhopper-jwt")[:-2], "--set", f"certificate={path}", "--set", "keyId=kh-1"]
    desk.must("directory", "add", "signed", *settings)
    result = desk.product("directory", "test", "signed")
    equal("signs in", result.code, 0)
    check("nothing is wrong", result.code == 0, result.out + result.err)


def test_provision():
    global request
    for user in ACCOUNTS:
        before[user] = (keycloak.user(user), keycloak.credentials(user, "password"))
    request = desk.request(ACCOUNTS, PROFILE)
    run = desk.provision(request, cards, "--pin", "env:CARD_PIN")
    equal("exit", run.code, 0)
    equal("outcomes", [run.outcome(user) for user in ACCOUNTS], ["PROVISIONED"] * len(ACCOUNTS))
    for user in ACCOUNTS:
        on_card = [one["id"] for one in desk.card(cards[user])["credentials"]]
        told = run.outcomes[user]["credentialId"]
        check(f"the same credential everywhere: {user}", keycloak.passkeys(user) == on_card == [told], f"{keycloak.passkeys(user)} {on_card} {told}")


def test_nothing_else_of_the_accounts_changed():
    for user in ACCOUNTS:
        equal(f"{user}: account and password as before", (keycloak.user(user), keycloak.credentials(user, "password")), before[user])
        check(f"{user}: the password works", keycloak.password_works(user))


def signed_in(user):
    desk.insert(cards[user])
    try:
        return keycloak.sign_in(READERS[desk.slot], desk.card(cards[user])["credentials"][0], PIN, user)
    finally:
        desk.remove()


def test_signing_in_with_the_cards():
    for user in ACCOUNTS[:3]:
        equal(f"relying party of {user}", desk.card(cards[user])["credentials"][0]["rpId"], RP_ID)
        equal(f"{user} signs in with the card", signed_in(user), keycloak.ids[user])
    events = keycloak.admin("GET", "/events?type=LOGIN&max=1")[2]
    equal("Keycloak recorded a passkey", events[0]["details"].get("credential_type"), "webauthn-passwordless")


def moved_key(user):
    """Credential id, private key and user handle from the file of a card, and the counter that the next signature exceeds."""
    desk.stack("save")
    with open(glob.glob(os.path.join(product.WORK, "cards", f"{cards[user]}*"))[0], "rb") as file:
        state = cbor.decode(cbor.decode(file.read())[3])
    credential = state[2][0]
    return credential[1], credential[8], credential[5], state[5] + 1


def test_signing_in_with_a_browser():
    """The key leaves its card for the virtual authenticator of a browser, which goes through the login page by itself."""
    user = ACCOUNTS[3]
    browser = Chromium(os.path.join(product.WORK, "chromium"))
    try:
        browser.add_key(*moved_key(user), RP_ID)
        address, verifier = keycloak.sign_in_page()
        browser.open(address)
        browser.click("#authenticateWebAuthnButton")
        redirected = browser.wait_for_address(re.escape(REDIRECT))
        equal("the subject of the token", keycloak.subject(redirected, verifier), keycloak.ids[user])
    finally:
        browser.close()


def test_revoke():
    user = ACCOUNTS[0]
    passkey = keycloak.credentials(user, "webauthn-passwordless")[0]["id"]
    desk.must("request", "passkeys", request, "--person", user, "--revoke", passkey, "--yes")
    equal("nothing is registered", keycloak.passkeys(user), [])
    equal("the card no longer signs in", signed_in(user), None)
    check("the password works", keycloak.password_works(user))


def test_a_name_that_is_taken():
    user = ACCOUNTS[1]
    card = desk.cards("plain")[0]
    run = desk.provision(desk.request([user], PROFILE, name="Second"), {user: card}, "--pin", "env:CARD_PIN")
    equal("outcome", run.outcome(user), "PROVISIONED")
    labels = [one["userLabel"] for one in keycloak.credentials(user, "webauthn-passwordless")]
    equal("two names", sorted(labels), ["Card", "Card (2)"])


def test_changes_while_a_run_is_under_way():
    users = [GONE, DISABLED, OTHER_MODEL]
    later = dict(zip(users, desk.cards("plain", len(users))))
    keycloak.admin("DELETE", f"/users/{keycloak.ids[GONE]}")
    keycloak.admin("PUT", f"/users/{keycloak.ids[DISABLED]}", {"enabled": False})

    def react(event, run):
        """The policy changes after it was read, while the device of the last one is awaited."""
        if event["event"] == "waiting" and event["for"] == "insert" and run.turns[-1] == OTHER_MODEL:
            keycloak.policy(AcceptableAaguids=["0d0e0a0d-beef-4bee-8f00-0123456789ab"])

    run = desk.provision(desk.request(users, PROFILE, name="Changes"), later, "--pin", "env:CARD_PIN", "--accept-findings", react=react)
    keycloak.policy(AcceptableAaguids=[])
    equal("a user who was deleted", (run.outcome(GONE), run.reason(GONE)), ("FAILED", "directory.user-not-found"))
    equal("a user who was disabled", (run.outcome(DISABLED), run.reason(DISABLED)), ("FAILED", "directory.user-disabled"))
    equal("a model that is no longer accepted", (run.outcome(OTHER_MODEL), run.reason(OTHER_MODEL)), ("FAILED", "directory.aaguid-not-allowed"))
    equal("nothing is registered", keycloak.passkeys(OTHER_MODEL), [])
    equal("nothing is left on the cards", [desk.card(card)["credentials"] for card in later.values()], [[], [], []])


def provision_one(user, name, *options, react=None):
    card = desk.cards("plain")[0]
    run = desk.provision(desk.request([user], PROFILE, name=name), {user: card}, "--pin", "env:CARD_PIN", *options, react=react)
    return run, desk.card(card)["credentials"]


def when(event, step=None):
    """Whether an event is the wait for a device, or the end of a step."""
    return (event["event"], event.get("for")) == ("waiting", "insert") if step is None else (event["event"], event.get("step")) == ("step", step)


def test_a_token_that_is_no_longer_valid():
    def revoke_tokens(event, run):
        if when(event):
            keycloak.realm(notBefore=int(time.time()) + 1)
            time.sleep(2)

    run, on_card = provision_one(LATE, "Late", react=revoke_tokens)
    keycloak.realm(notBefore=0)
    equal("signed in again", run.outcome(LATE), "PROVISIONED")
    equal("the same credential", keycloak.passkeys(LATE), [one["id"] for one in on_card])


def test_a_realm_that_is_disabled():
    """Its admin API goes on serving a session that is open."""

    def disable(event, run):
        if when(event):
            keycloak.realm(enabled=False)

    run, on_card = provision_one(SHUT, "Shut", react=disable)
    equal("refused", (run.outcome(SHUT), run.reason(SHUT)), ("FAILED", "directory.switched-off"))
    equal("nothing is left on the card", on_card, [])
    keycloak.realm(enabled=True)
    equal("nothing is registered", keycloak.passkeys(SHUT), [])
    equal("afterwards", provision_one(SHUT, "Shut again")[0].outcome(SHUT), "PROVISIONED")


def test_a_server_that_is_killed():
    """After the credential was made, before it is registered: everything is undone. Everything at the server is new afterwards."""

    def kill(event, run):
        if when(event, "create"):
            keycloak.kill()

    keycloak.policy(CreateTimeout=75)
    run, on_card = provision_one(CUT, "Cut", "--wait", "3s", react=kill)
    check("not provisioned", run.outcome(CUT) != "PROVISIONED" and run.code != 0, f"{run.code} {run.outcomes} {run.summary}")
    keycloak.start()
    if run.outcome(CUT) == "UNCLEAR":
        desk.reconcile(desk.must("request", "list", "--json").lines[0]["id"], put=[])
    else:
        equal("nothing is left on the card", on_card, [])
    equal("nothing is registered", keycloak.passkeys(CUT), [])
    equal("afterwards", provision_one(CUT, "Cut again")[0].outcome(CUT), "PROVISIONED")
