"""keyhopper devices show, credentials, delete, set-pin, change-pin, reset on cards in real readers, judged by python-fido2."""

import time

import pytest
from desk import READERS, Desk
from fido2.ctap import CtapError
from fido2.ctap2 import ClientPin, CredentialManagement, Ctap2
from fido2.pcsc import CtapPcscDevice
from smartcard.CardConnection import CardConnection
from smartcard.Exceptions import CardConnectionException, NoCardException
from smartcard.System import readers
from tally import check, equal

pytestmark = pytest.mark.readers(2)

MANAGE = ClientPin.PERMISSION.CREDENTIAL_MGMT
USER = "anna@contoso.example"
PIN, NEXT, WRONG = "73529416", "80246813", "11112222"
state = {}


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global desk
    desk = Desk([(USER, "Anna")], PIN=PIN, NEXT=NEXT, WRONG=WRONG, LONG="1" * 64)
    yield
    desk.close()


class Card:
    """The card in a reader, as python-fido2 sees it."""

    def __init__(self, slot):
        self.slot = slot

    def __enter__(self):
        reader = next(each for each in readers() if each.name == READERS[self.slot])
        self.connection = reader.createConnection()
        deadline = time.monotonic() + 10
        while True:
            try:
                self.connection.connect(CardConnection.T0_protocol | CardConnection.T1_protocol)
                break
            except (CardConnectionException, NoCardException):
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)
        self.ctap = Ctap2(CtapPcscDevice(self.connection, READERS[self.slot]))
        self.pin = ClientPin(self.ctap)
        return self

    def __exit__(self, *_):
        self.connection.disconnect()

    def takes(self, pin):
        """Whether this is the PIN; a wrong one costs a try."""
        try:
            self.pin.get_pin_token(pin, MANAGE)
            return True
        except CtapError as e:
            if e.code != CtapError.ERR.PIN_INVALID:
                raise
            return False

    def credentials(self, pin):
        """Credential ids by relying party."""
        token = self.pin.get_pin_token(pin, MANAGE)
        manage = CredentialManagement(self.ctap, self.pin.protocol, token)
        if manage.get_metadata()[CredentialManagement.RESULT.EXISTING_CRED_COUNT] == 0:
            return {}
        found = {}
        for party in manage.enumerate_rps():
            entries = manage.enumerate_creds(party[CredentialManagement.RESULT.RP_ID_HASH])
            ids = [entry[CredentialManagement.RESULT.CREDENTIAL_ID]["id"] for entry in entries]
            found[party[CredentialManagement.RESULT.RP]["id"]] = ids
        return found


def devices(*arguments):
    return desk.product("devices", *arguments, "--json")


def test_one_is_provisioned():
    """A card of ours, which holds a passkey of somebody else as well, and one that is new."""
    profile = '{"pin":{"rule":"entered"},"forcePinChange":false}'
    state["ours"], state["blank"] = desk.cards("foreign=login.example")[0], desk.cards("plain")[0]
    run = desk.provision(desk.request([USER], profile), {USER: state["ours"]}, "--pin", "env:PIN")
    equal("provisioned", run.outcome(USER), "PROVISIONED")
    state["credential"] = run.outcomes[USER]["credentialId"]
    desk.insert(state["ours"], 0)


def test_show():
    result = devices("show")
    device = result.lines[0]
    with Card(0) as card:
        info = card.ctap.get_info()
        equal("AAGUID", device["aaguid"].replace("-", ""), bytes(info.aaguid).hex())
        equal("versions", device["versions"].split(), sorted(info.versions))
        equal("tries", device["pinRetries"], card.pin.get_pin_retries()[0])
        equal("PIN", (device["pinSet"], device["pinChangeForced"]), (info.options["clientPin"], info.force_pin_change))
    equal("given to", [(each["holder"], each["directory"]) for each in device["given"]], [("Anna", "contoso")])
    equal("exit", result.code, 0)


def test_credentials():
    result = devices("credentials", "--pin", "env:PIN")
    ours = {each["credentialId"]: each for each in result.lines}
    with Card(0) as card:
        count = sum(len(ids) for ids in card.credentials(PIN).values())
    equal("as many as there are", len(ours), count)
    equal("ours is given to", ours[state["credential"]]["given"]["holder"], "Anna")
    strange = [each for each in result.lines if each["given"] is None]
    equal("the other is a stranger's", [each["rpId"] for each in strange], ["login.example"])
    state["strange"] = strange[0]["credentialId"]


def test_change_pin():
    refused = devices("change-pin", "--pin", "env:WRONG", "--new-pin", "env:NEXT")
    equal("a wrong PIN", (refused.code, refused.lines[0]["reason"]), (1, "device.pin-invalid"))
    equal("it cost one try", desk.card(state["ours"])["pinRetries"], 7)
    equal("the right one", devices("change-pin", "--pin", "env:PIN", "--new-pin", "env:NEXT").code, 0)
    with Card(0) as card:
        check("the old PIN is refused", not card.takes(PIN))
        check("the new PIN is accepted", card.takes(NEXT))


def test_advice():
    """What cannot be done names the command that can."""
    has = devices("set-pin", "--new-pin", "env:NEXT")
    equal("set-pin on a device with a PIN", (has.code, has.lines[0]["reason"]), (1, "device.pin-already-set"))
    check("set-pin names change-pin", "keyhopper devices change-pin" in has.lines[0]["message"], has.out)
    strange = devices("delete", "AAAA", "--pin", "env:NEXT")
    equal("delete with a wrong id", (strange.code, strange.lines[0]["reason"]), (1, "device.no-credentials"))
    check("delete names credentials", "keyhopper devices credentials" in strange.lines[0]["message"], strange.out)
    long = devices("change-pin", "--pin", "env:NEXT", "--new-pin", "env:LONG")
    equal("a PIN of 64 bytes", (long.code, long.lines[0]["reason"]), (1, "device.pin-too-long"))
    check("the maximum is named", "at most 63 bytes" in long.lines[0]["message"], long.out)


def test_the_last_try():
    """A PIN from a variable never uses the last try."""
    serial = desk.cards(f"pin={PIN}+pin-tries=1")[0]
    desk.insert(serial, 0)
    for command in (["credentials"], ["delete", "AAAA"], ["change-pin", "--new-pin", "env:NEXT"]):
        refused = devices(*command, "--pin", "env:WRONG")
        equal(f"{command[0]}: refused", (refused.code, refused.lines[0]["reason"]), (1, "device.pin-last-try"))
        check(f"{command[0]}: explained", "blocks the device" in refused.lines[0]["message"], refused.out)
    equal("the try is still left", desk.card(serial)["pinRetries"], 1)
    desk.insert(state["blank"], 0)
    without = devices("change-pin", "--pin", "env:PIN", "--new-pin", "env:NEXT")
    equal("change-pin without a PIN", (without.code, without.lines[0]["reason"]), (1, "device.pin-not-set"))
    check("change-pin names set-pin", "keyhopper devices set-pin" in without.lines[0]["message"], without.out)
    desk.insert(state["ours"], 0)


def test_delete():
    result = devices("delete", state["credential"], "--pin", "env:NEXT")
    equal("exit", result.code, 0)
    with Card(0) as card:
        equal("only the other is left", list(card.credentials(NEXT)), ["login.example"])
    equal("the inventory knows", devices("show").lines[0]["given"], [])


def test_set_pin_with_two_cards():
    desk.insert(state["blank"], 1)
    with Card(1) as card:
        check("the second card is blank", not card.ctap.get_info().options["clientPin"])
    unclear = devices("set-pin", "--new-pin", "env:PIN")
    equal("of two none is taken", (unclear.code, unclear.out), (2, ""))
    check("both are named", all(reader in unclear.err for reader in READERS[:2]), unclear.err)
    equal("set", devices("set-pin", "--reader", READERS[1], "--new-pin", "env:PIN").code, 0)
    with Card(1) as card:
        check("the PIN is accepted", card.takes(PIN))


def test_reset():
    asked = devices("reset", "--reader", READERS[0])
    equal("without a yes", (asked.code, desk.card(state["ours"])["resets"]), (2, 0))
    check("what would be lost is told", "its PIN" in asked.lines[0]["loses"], asked.out)
    equal("with a yes", devices("reset", "--reader", READERS[0], "--yes").code, 0)
    with Card(0) as card:
        check("no PIN", not card.ctap.get_info().options["clientPin"])
        card.pin.set_pin(PIN)
        equal("nothing on it", card.credentials(PIN), {})
    equal("the other card is as it was", desk.card(state["blank"])["resets"], 0)
