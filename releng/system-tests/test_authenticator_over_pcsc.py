"""
Proves the software authenticator of the rehearsal with clients that others wrote: python3-fido2 and python3-pyscard, through a real pcscd and the
vpcd driver.
"""

import struct
import time

import product
import pytest
from card_stack import CardStack
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.attestation import AttestationType, PackedAttestation
from fido2.cose import CoseKey
from fido2.ctap import CtapError
from fido2.ctap2 import ClientPin, Config, CredentialManagement, Ctap2, PinProtocolV1, PinProtocolV2
from fido2.pcsc import CtapPcscDevice, SW_UPDATE
from pcscd import PORTS, READERS
from smartcard.CardConnection import CardConnection
from smartcard.Exceptions import CardConnectionException, NoCardException
from smartcard.scard import (
    SCARD_SCOPE_USER,
    SCARD_STATE_EMPTY,
    SCARD_STATE_MUTE,
    SCARD_STATE_PRESENT,
    SCARD_STATE_UNAWARE,
    SCardEstablishContext,
    SCardGetStatusChange,
    SCardReleaseContext,
)
from smartcard.System import readers
from tally import check

pytestmark = pytest.mark.readers(2)

ERR = CtapError.ERR
MC, GA, CM, ACFG = 1, 2, 4, 32
RP = {"id": "login.example", "name": "Example"}
ES256 = [{"type": "public-key", "alg": -7}]
HASH = bytes(range(32))
AID = [0xA0, 0x00, 0x00, 0x06, 0x47, 0x2F, 0x00, 0x01]

stack = None
connection = None


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global stack
    stack = start_stack()
    yield
    stack.close()


def refused(what, error, action):
    try:
        action()
    except CtapError as e:
        check(f"{what}: {error.name}", e.code == error)
        return
    check(f"{what}: {error.name}, but it was accepted", False)


def reader():
    return next(each for each in readers() if each.name == READERS[0])


def connect(protocol=CardConnection.T0_protocol | CardConnection.T1_protocol):
    """Waits until pcscd has seen the card."""
    global connection
    wait_for(SCARD_STATE_PRESENT)
    connection = reader().createConnection()
    connection.connect(protocol)
    return connection


def wait_for(state):
    """Waits until the reader is in this state: SCARD_STATE_PRESENT or SCARD_STATE_EMPTY."""
    _, context = SCardEstablishContext(SCARD_SCOPE_USER)
    try:
        known, deadline = SCARD_STATE_UNAWARE, time.monotonic() + 10
        while time.monotonic() < deadline:
            _, states = SCardGetStatusChange(context, 500, [(READERS[0], known)])
            known = states[0][1]
            if known & state and not known & SCARD_STATE_MUTE:
                return
        raise RuntimeError(f"{READERS[0]} did not get into state {state:x}, it is in {known:x}")
    finally:
        SCardReleaseContext(context)


def disconnect():
    """Lets go of the card: a handle that outlives its card would power the next one off."""
    global connection
    if connection:
        connection.disconnect()
        connection = None


class Device(CtapPcscDevice):
    """With a choice of P1, which python-fido2 fixes at 80."""

    p1 = 0x80
    extended = False

    def __init__(self, connection, name):
        super().__init__(connection, name)

    def connect(self):
        super().connect()
        self.use_ext_apdu = self.extended

    def _call_cbor(self, data=b"", event=None, on_keepalive=None):
        if self.p1 == 0x80:
            return super()._call_cbor(data, event, on_keepalive)
        response, sw1, sw2 = self._chain_apdus(0x80, 0x10, self.p1, 0x00, data)
        if (sw1, sw2) != (0x90, 0x00):
            raise CtapError(ERR.OTHER)
        return response


class WithoutPolling(Device):
    p1 = 0x00


class Extended(Device):
    extended = True


def fresh(traits):
    serial = stack(f"new {traits}")["cards"][0]
    insert(serial)
    return serial


def insert(serial):
    disconnect()
    if stack("state")["slots"][0].get("serial"):
        stack("remove")
        wait_for(SCARD_STATE_EMPTY)
    stack(f"insert {serial}")


def again(serial, kind=Device):
    insert(serial)
    return open_card(kind)


def open_card(kind=Device):
    return Ctap2(kind(connect(), READERS[0]))


def card(serial):
    return stack(f"state {serial}")["card"]


def user(number):
    return {"id": b"user-%d" % number, "name": f"user{number}@login.example", "displayName": f"User {number}"}


def enrol(ctap, pin=None, who=1, **more):
    param, version = None, None
    if pin:
        client = ClientPin(ctap)
        permissions = MC if ClientPin.is_token_supported(ctap.info) else None
        token = client.get_pin_token(pin, permissions, RP["id"] if permissions else None)
        param, version = client.protocol.authenticate(token, HASH), client.protocol.VERSION
    arguments = {"options": {"rk": True}, **more}
    return ctap.make_credential(HASH, RP, user(who), ES256, pin_uv_param=param, pin_uv_protocol=version, **arguments)


def sign(ctap, pin=None, **more):
    param, version = None, None
    if pin:
        client = ClientPin(ctap)
        permissions = GA if ClientPin.is_token_supported(ctap.info) else None
        token = client.get_pin_token(pin, permissions, RP["id"] if permissions else None)
        param, version = client.protocol.authenticate(token, HASH), client.protocol.VERSION
    return ctap.get_assertion(RP["id"], HASH, pin_uv_param=param, pin_uv_protocol=version, **more)


def management(ctap, pin):
    client = ClientPin(ctap)
    return CredentialManagement(ctap, client.protocol, client.get_pin_token(pin, CM))


def config(ctap, pin):
    client = ClientPin(ctap)
    return Config(ctap, client.protocol, client.get_pin_token(pin, ACFG))


def verifies(response, credential):
    try:
        response.verify(HASH, credential.auth_data.credential_data.public_key)
        return True
    except Exception:
        return False


def issued_by_root(der):
    certificate = x509.load_der_x509_certificate(der)
    return "Keyhopper Rehearsal Root" in certificate.issuer.rfc4514_string()


def select(le=0):
    disconnect()
    data, *sw = connect().transmit([0x00, 0xA4, 0x04, 0x00, len(AID), *AID, le])
    return bytes(data), *sw


def raw(apdu, connected=False):
    if not connected:
        select()
    data, *sw = connection.transmit(list(bytes.fromhex(apdu)))
    return bytes(data), *sw


def sign_or_nothing(ctap):
    try:
        return len(ctap.get_assertions(RP["id"], HASH))
    except CtapError as e:
        return 0 if e.code == ERR.NO_CREDENTIALS else -1


def start_stack():
    return CardStack(f"{product.WORK}/cards", PORTS[:1])


def test_information():
    fresh("plain")
    info = open_card().info
    check("versions", info.versions == ["FIDO_2_0", "FIDO_2_1"])
    check("options", info.options["rk"] and info.options["credMgmt"] and info.options["authnrCfg"])
    check("PIN not set", info.options["clientPin"] is False)
    check("protocols 2, 1", info.pin_uv_protocols == [2, 1])
    check("remaining slots", info.remaining_disc_creds == 25)
    check("algorithm", info.algorithms == ES256)
    check("aaguid", str(info.aaguid) == "6b657968-6f70-7065-7200-000000000001")


@pytest.mark.parametrize("protocol", [PinProtocolV1, PinProtocolV2])
def test_pin(protocol):
    serial = fresh("plain")
    ctap = open_card()
    client = ClientPin(ctap, protocol())
    refused("token without PIN", ERR.PIN_NOT_SET, lambda: client.get_pin_token("123456", MC, RP["id"]))
    refused("PIN of 3", ERR.PIN_POLICY_VIOLATION, lambda: client.set_pin("123\0"))
    client.set_pin("123456")
    check("PIN is set", ctap.get_info().options["clientPin"] is True)
    refused("PIN set twice", ERR.PIN_AUTH_INVALID, lambda: client.set_pin("123456"))
    client.change_pin("123456", "ä€654321")
    check("token with the new PIN", len(client.get_pin_token("ä€654321", MC, RP["id"])) == 32)
    refused("token with the old PIN", ERR.PIN_INVALID, lambda: client.get_pin_token("123456", MC, RP["id"]))
    check("one try less", client.get_pin_retries() == (7, 0))
    check("card agrees", card(serial)["pinRetries"] == 7)
    client.get_pin_token("ä€654321", MC, RP["id"])
    check("tries come back", client.get_pin_retries() == (8, 0))
    refused("foreign permission", ERR.UNAUTHORIZED_PERMISSION, lambda: client.get_pin_token("ä€654321", 8))


def test_blocking():
    serial = fresh("pin=123456")
    expected = [ERR.PIN_INVALID, ERR.PIN_INVALID, ERR.PIN_AUTH_BLOCKED]
    for round_trip in (1, 2):
        client = ClientPin(open_card())
        for error in expected:
            refused("wrong PIN", error, lambda: client.get_pin_token("000000", MC, RP["id"]))
        refused("right PIN now", ERR.PIN_AUTH_BLOCKED, lambda: client.get_pin_token("123456", MC, RP["id"]))
        check("power cycle state", client.get_pin_retries() == (8 - 3 * round_trip, 1))
        insert(serial)
    client = ClientPin(open_card())
    refused("wrong PIN", ERR.PIN_INVALID, lambda: client.get_pin_token("000000", MC, RP["id"]))
    refused("last wrong PIN", ERR.PIN_BLOCKED, lambda: client.get_pin_token("000000", MC, RP["id"]))
    client = ClientPin(again(serial))
    refused("right PIN after 8 wrong", ERR.PIN_BLOCKED, lambda: client.get_pin_token("123456", MC, RP["id"]))
    ctap = again(serial)
    ctap.reset()
    check("reset helps", ctap.get_info().options["clientPin"] is False)


def check_credential(traits, kind=Device, attestation=AttestationType.BASIC, length=48):
    serial = fresh(f"{traits}+pin=123456")
    ctap = open_card(kind)
    made = enrol(ctap, "123456")
    data = made.auth_data
    check("flags UP, UV, AT", data.is_user_present() and data.is_user_verified() and data.is_attested())
    check("aaguid in attestation", data.credential_data.aaguid == ctap.info.aaguid)
    check("credential id length", len(data.credential_data.credential_id) == length)
    result = PackedAttestation().verify(made.att_stmt, data, HASH)
    check(f"attestation {attestation.name}", result.attestation_type == attestation)
    if attestation == AttestationType.BASIC:
        check("certificate names the root", issued_by_root(result.trust_path[0]))
    signed = sign(ctap, "123456")
    check("discoverable assertion", signed.credential["id"] == data.credential_data.credential_id)
    check("assertion verifies", verifies(signed, made))
    check("user handle", signed.user == {"id": b"user-1"})
    check("card holds it", len(card(serial)["credentials"]) == 1)
    return ctap, made


@pytest.mark.parametrize(
    ("traits", "more"),
    [("x5c", {}), ("self", {"attestation": AttestationType.SELF}), ("ids=70", {"length": 70}), ("ids=112", {"length": 112})],
)
def test_credential(traits, more):
    check_credential(traits, **more)


def test_creation_rules():
    serial = fresh("pin=123456+slots=2")
    ctap = open_card()
    refused("no PIN token", ERR.PUAT_REQUIRED, lambda: enrol(ctap))
    first = enrol(ctap, "123456")
    listed = [{"type": "public-key", "id": first.auth_data.credential_data.credential_id}]
    refused("excluded", ERR.CREDENTIAL_EXCLUDED, lambda: enrol(ctap, "123456", who=2, exclude_list=listed))
    second = enrol(ctap, "123456")
    check("same user replaces", len(card(serial)["credentials"]) == 1)
    refused("replaced one is gone", ERR.NO_CREDENTIALS, lambda: sign(ctap, "123456", allow_list=listed))
    enrol(ctap, "123456", who=2)
    refused("third user", ERR.KEY_STORE_FULL, lambda: enrol(ctap, "123456", who=3))
    listed = [{"type": "public-key", "id": second.auth_data.credential_data.credential_id}]
    found = sign(ctap, allow_list=listed, options={"up": False})
    check("pre-flight without presence", not found.auth_data.is_user_present())
    client = ClientPin(ctap)
    token = client.get_pin_token("123456", MC | GA, RP["id"])
    param = client.protocol.authenticate(token, HASH)
    version = client.protocol.VERSION
    ctap.get_assertion(RP["id"], HASH, listed, options={"up": False}, pin_uv_param=param, pin_uv_protocol=version)
    replace = lambda: ctap.make_credential(
        HASH, RP, user(2), ES256, options={"rk": True}, pin_uv_param=param, pin_uv_protocol=version
    )
    replace()
    refused("token is used up", ERR.PIN_AUTH_INVALID, replace)
    both = ctap.get_assertions(RP["id"], HASH)
    check("two accounts by getNextAssertion", len({each.user["id"] for each in both}) == 2)
    refused("RS256 only", ERR.UNSUPPORTED_ALGORITHM, lambda: ctap.make_credential(
        HASH, RP, user(1), [{"type": "public-key", "alg": -257}], options={"rk": True}))


def test_extensions():
    fresh("pin=123456")
    ctap = open_card()
    config(ctap, "123456").set_min_pin_length(6, [RP["id"]])
    inputs = {"credProtect": 2, "hmac-secret": True, "minPinLength": True}
    made = enrol(ctap, "123456", extensions=inputs)
    outputs = made.auth_data.extensions
    check("credProtect, hmac-secret, minPinLength", outputs == {"credProtect": 2, "hmac-secret": True, "minPinLength": 6})
    refused("credProtect hides it", ERR.NO_CREDENTIALS, lambda: sign(ctap))
    for protocol in (PinProtocolV1(), PinProtocolV2()):
        agreement, secret = ClientPin(ctap, protocol)._get_shared_secret()
        salts = protocol.encrypt(secret, b"s" * 64)
        signature = protocol.authenticate(secret, salts)
        given = {1: agreement, 2: salts, 3: signature, 4: protocol.VERSION}
        signed = sign(ctap, "123456", extensions={"hmac-secret": given})
        output = protocol.decrypt(secret, signed.auth_data.extensions["hmac-secret"])
        check(f"hmac-secret output, protocol {protocol.VERSION}", len(output) == 64 and output[:32] == output[32:])
    fresh("no-extensions+pin=123456")
    ctap = open_card()
    check("no extensions listed", ctap.info.extensions == [])
    check("none answered", enrol(ctap, "123456", extensions=inputs).auth_data.extensions is None)


def test_management():
    serial = fresh("pin=123456+foreign=other.example")
    ctap = open_card()
    made = enrol(ctap, "123456", extensions={"credProtect": 1})
    enrol(ctap, "123456", who=2)
    manager = management(ctap, "123456")
    data = manager.get_metadata()
    check("metadata 3 + 22", (data[1], data[2]) == (3, 22))
    parties = manager.enumerate_rps()
    check("relying parties", [each[3]["id"] for each in parties] == ["other.example", "login.example"])
    held = manager.enumerate_creds(parties[1][4])
    check("accounts", [each[6]["name"] for each in held] == ["user1@login.example", "user2@login.example"])
    check("public key", CoseKey.parse(held[0][8]) == made.auth_data.credential_data.public_key)
    manager.update_user_info(held[0][7], {**user(1), "displayName": "Renamed"})
    check("renamed", manager.enumerate_creds(parties[1][4])[0][6]["displayName"] == "Renamed")
    manager.delete_cred(held[0][7])
    check("deleted", len(manager.enumerate_creds(parties[1][4])) == 1)
    refused("deleted twice", ERR.NO_CREDENTIALS, lambda: manager.delete_cred(held[0][7]))
    manager.enumerate_rps_begin()
    ctap.get_info()
    refused("interleaved", ERR.NOT_ALLOWED, manager.enumerate_rps_next)
    bound = ClientPin(ctap)
    token = bound.get_pin_token("123456", MC, RP["id"])
    refused("token without cm", ERR.PIN_AUTH_INVALID, CredentialManagement(ctap, bound.protocol, token).get_metadata)
    check("card agrees", len(card(serial)["credentials"]) == 2)


def test_configuration():
    fresh("pin=123456")
    ctap = open_card()
    config(ctap, "123456").toggle_always_uv()
    check("alwaysUv on", ctap.get_info().options["alwaysUv"] is True)
    refused("use without UV", ERR.PUAT_REQUIRED, lambda: sign(ctap))
    config(ctap, "123456").toggle_always_uv()
    check("alwaysUv off", ctap.get_info().options["alwaysUv"] is False)
    config(ctap, "123456").set_min_pin_length(8)
    info = ctap.get_info()
    check("minimum 8, change forced", info.min_pin_length == 8 and info.force_pin_change)
    client = ClientPin(ctap)
    refused("token", ERR.PIN_POLICY_VIOLATION, lambda: client.get_pin_token("123456", MC, RP["id"]))
    refused("new PIN of 6", ERR.PIN_POLICY_VIOLATION, lambda: client.change_pin("123456", "654321"))
    client.change_pin("123456", "12345678")
    check("change no longer forced", not ctap.get_info().force_pin_change)
    refused("minimum down", ERR.PIN_POLICY_VIOLATION, lambda: config(ctap, "12345678").set_min_pin_length(6))
    config(ctap, "12345678").set_min_pin_length(force_change_pin=True)
    check("forced", ctap.get_info().force_pin_change)
    refused("same PIN", ERR.PIN_POLICY_VIOLATION, lambda: client.change_pin("12345678", "12345678"))
    refused("no enterprise", ERR.INVALID_SUBCOMMAND, lambda: Config(ctap).enable_enterprise_attestation())
    fresh("enterprise+self+pin=123456")
    ctap = open_card()
    check("ep off", ctap.info.options["ep"] is False)
    config(ctap, "123456").enable_enterprise_attestation()
    check("ep on", ctap.get_info().options["ep"] is True)
    made = enrol(ctap, "123456", enterprise_attestation=2)
    check("enterprise attestation", made.ep_att is True and "x5c" in made.att_stmt)


def test_reset():
    serial = fresh("reset-window=1500+reselect-after-reset+pin=123456")
    ctap = open_card()
    enrol(ctap, "123456")
    time.sleep(2)
    refused("reset late", ERR.NOT_ALLOWED, ctap.reset)
    ctap = again(serial)
    ctap.reset()
    response = ctap.device._chain_apdus(0x80, 0x10, 0x80, 0x00, b"\x04")
    check("6D00 after reset", response[1:] == (0x6D, 0x00))
    ctap.device._select()
    info = ctap.get_info()
    check("blank after re-SELECT", info.options["clientPin"] is False and info.remaining_disc_creds == 25)
    check("card is blank", card(serial)["credentials"] == [] and card(serial)["resets"] == 1)


def test_transport():
    for traits, kind in (
        ("short-apdu", Device),
        ("get-response", Device),
        ("block=32", Device),
        ("t0", Device),
        ("no-polling", WithoutPolling),
        ("plain", Extended),
        ("fido-2.0", Device),
        ("pin-protocols-1-2", Device),
        ("reselect-after-reset", Device),
    ):
        print(f" {traits} {kind.__name__}")
        check_credential(traits, kind)
    fresh("short-apdu")
    check("extended refused", raw("80108000000001040000")[1:] == (0x67, 0x00))
    fresh("no-polling")
    check("P1 80 refused", raw("80108000010400")[1:] == (0x6A, 0x86))
    fresh("exact-le")
    check("6C08 to SELECT", select() == (b"", 0x6C, 0x08))
    check("SELECT with right Le", select(8) == (b"FIDO_2_0", 0x90, 0x00))
    retries = "8010800004" + "06a10201"
    check("6Cxx", raw(retries + "00", connected=True) == (b"", 0x6C, 0x06))
    check("repeated with right Le", raw(retries + "06", connected=True) == (b"\x00\xa2\x03\x08\x04\xf4", 0x90, 0x00))
    fresh("get-response")
    data, sw1, sw2 = raw("80108000010400")
    more, *_ = raw("80C0000064", connected=True)
    check("61xx and GET RESPONSE with class 80", len(data) == 100 and sw1 == 0x61 and len(more) == min(100, sw2))
    fresh("no-applet")
    check("no applet", select() == (b"", 0x6A, 0x82))
    fresh("u2f-only")
    check("U2F only", select() == (b"U2F_V2", 0x90, 0x00))
    check("CBOR refused", raw("80108000010400")[1:] == (0x6D, 0x00))


def test_keep_alive():
    serial = fresh("keep-alive=3+pin=123456")
    ctap = open_card()
    seen = []
    client = ClientPin(ctap)
    param = client.protocol.authenticate(client.get_pin_token("123456", MC, RP["id"]), HASH)
    made = ctap.make_credential(
        HASH, RP, user(1), ES256, options={"rk": True}, pin_uv_param=param,
        pin_uv_protocol=client.protocol.VERSION, on_keepalive=seen.append)
    check("keep-alive reported", seen == [2])
    check("attested", PackedAttestation().verify(made.att_stmt, made.auth_data, HASH) is not None)
    select()
    hashed = "0158 20" + HASH.hex()
    request = "01a4" + hashed + "02a16269646161" + "03a162696441 31" + "0481a263616c672664747970656a7075626c69632d6b6579"
    body = bytes.fromhex(request.replace(" ", ""))
    first = raw((b"\x80\x10\x80\x00" + struct.pack("B", len(body)) + body + b"\x00").hex(), connected=True)
    check("9100", first == (b"\x02", *SW_UPDATE))
    check("cancelled", raw("8011110000", connected=True) == (bytes([ERR.KEEPALIVE_CANCEL]), 0x90, 0x00))
    check("nothing stored by it", len(card(serial)["credentials"]) == 1)


def test_presence():
    serial = fresh("one-presence+pin=123456")
    ctap = open_card()
    enrol(ctap, "123456")
    refused("second presence", ERR.UP_REQUIRED, lambda: sign(ctap, "123456"))
    check("after re-insertion", sign(again(serial), "123456") is not None)


def test_deliveries():
    fresh("pin=123456+pin-blocked")
    client = ClientPin(open_card())
    refused("blocked", ERR.PIN_BLOCKED, lambda: client.get_pin_token("123456", MC, RP["id"]))
    fresh("pin=123456+change-forced")
    ctap = open_card()
    check("change forced", ctap.info.force_pin_change)
    fresh("min-pin-6")
    ctap = open_card()
    check("minimum 6", ctap.info.min_pin_length == 6)
    refused("PIN of 5", ERR.PIN_POLICY_VIOLATION, lambda: ClientPin(ctap).set_pin("12345"))
    ClientPin(ctap).set_pin("123456")
    fresh("fido-2.0+pin=123456")
    ctap = open_card()
    check("2.0 only", ctap.info.versions == ["FIDO_2_0"] and "credMgmt" not in ctap.info.options)
    refused("2.0 has no management", ERR.INVALID_COMMAND, lambda: ctap.send_cbor(0x0A, {1: 1}))
    refused("2.0 has no config", ERR.INVALID_COMMAND, lambda: ctap.send_cbor(0x0D, {1: 2}))
    refused("2.0 has no permissions", ERR.INVALID_SUBCOMMAND, lambda: ctap.client_pin(1, 9, permissions=1))
    fresh("aaguid=aeb6569c-f8fb-4950-ac60-24ca2bbe2e52+none+pin=123456")
    ctap = open_card()
    made = enrol(ctap, "123456")
    check("other aaguid, attestation none", str(made.auth_data.credential_data.aaguid).startswith("aeb6569c")
          and made.fmt == "none" and made.att_stmt == {})


def test_malformed():
    fresh("plain")
    ctap = open_card()
    for what, message, status in (
        ("unknown command", b"\x55", ERR.INVALID_COMMAND),
        ("no parameters", b"\x01", ERR.MISSING_PARAMETER),
        ("not CBOR", b"\x01\xff\xff", ERR.INVALID_CBOR),
        ("trailing byte", b"\x06\xa0\x00", ERR.INVALID_CBOR),
        ("unsorted keys", b"\x06\xa2\x02\x01\x01\x01", ERR.INVALID_CBOR),
        ("wrong type", b"\x06\xa1\x02\x61\x31", ERR.CBOR_UNEXPECTED_TYPE),
        ("unknown sub-command", b"\x06\xa1\x02\x18\x77", ERR.INVALID_SUBCOMMAND),
        ("huge length", b"\x01\x5b\x7f\xff\xff\xff\xff\xff\xff\xff", ERR.INVALID_CBOR),
    ):
        check(f"{what}: {status.name}", ctap.device._call_cbor(message) == bytes([status]))


def test_faults():
    for effect, stored in (("pull-before", 0), ("pull-after", 1)):
        serial = fresh("pin=123456")
        stack(f"fault {serial} make-credential 1 {effect}")
        ctap = open_card()
        try:
            enrol(ctap, "123456")
            check(f"{effect} breaks the exchange", False)
        except (CardConnectionException, NoCardException):
            check(f"{effect} breaks the exchange", True)
        disconnect()
        wait_for(SCARD_STATE_EMPTY)
        check(f"{effect}: slot says so", stack("state")["slots"][0].get("ended") == "PULLED")
        check(f"{effect}: {stored} stored", len(card(serial)["credentials"]) == stored)
        check(f"{effect}: usable again", sign_or_nothing(again(serial)) == stored)
    serial = fresh("plain")
    stack(f"fault {serial} get-info 3 die")
    ctap = open_card()
    refused("dead", ERR.OTHER, ctap.get_info)
    check("dead for good", card(serial)["dead"])
    serial = fresh("plain")
    stack(f"fault {serial} get-info 3 garbage")
    ctap = open_card()
    try:
        ctap.get_info()
        check("garbage is noticed", False)
    except ValueError:
        check("garbage is noticed", True)
    check("fine afterwards", ctap.get_info().versions != [])


def test_survival():
    global stack
    serial = fresh("ids=70+pin=123456")
    made = enrol(open_card(), "123456")
    disconnect()
    stack.kill()
    wait_for(SCARD_STATE_EMPTY)
    stack = start_stack()
    ctap = again(serial)
    signed = sign(ctap, "123456")
    check("credential survives a kill", verifies(signed, made))
    check("counter goes on", signed.auth_data.counter > made.auth_data.counter)


def test_auto():
    stack("new pin=123456 2")
    first, second = [each["serial"] for each in stack("state")["cards"]][-2:]
    insert(first)
    stack("auto 300")
    enrol(open_card(), "123456")
    disconnect()
    deadline = time.monotonic() + 15
    while stack("state")["slots"][0].get("serial") != second and time.monotonic() < deadline:
        time.sleep(0.1)
    check("next card fed", stack("state")["slots"][0].get("serial") == second)
    stack("auto off")


def test_speed():
    fresh("plain")
    ctap = open_card()
    started = time.monotonic()
    for _ in range(200):
        ctap.get_info()
    rate = 200 / (time.monotonic() - started)
    print(f"  {rate:.0f} getInfo a second")
