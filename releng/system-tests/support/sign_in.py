"""Signs in with a card as a browser would: python-fido2 over PC/SC, nothing of Keyhopper."""

import base64
import os
import time

from fido2.ctap2 import ClientPin, Ctap2
from fido2.pcsc import CtapPcscDevice
from smartcard.Exceptions import CardConnectionException, NoCardException
from smartcard.System import readers


def sign_in(reader, sandbox, credential, pin):
    """Whether the sandbox accepts what the card in the reader signs; credential is one of a card's report."""
    challenge = os.urandom(32)
    answer = assertion(reader, credential, challenge, pin)
    claim = {
        "credentialId": credential["id"],
        "authenticatorData": encode(answer.auth_data),
        "clientDataHash": encode(challenge),
        "signature": encode(answer.signature),
    }
    return sandbox.ask("POST", "/assertions", claim)["verified"]


def assertion(reader, credential, client_data_hash, pin):
    """What the card in the reader signs, with the PIN."""
    connection = connect(reader)
    try:
        ctap = Ctap2(CtapPcscDevice(connection, reader))
        client = ClientPin(ctap)
        token = client.get_pin_token(pin, ClientPin.PERMISSION.GET_ASSERTION, credential["rpId"])
        return ctap.get_assertion(
            credential["rpId"],
            client_data_hash,
            [{"type": "public-key", "id": decode(credential["id"])}],
            pin_uv_param=client.protocol.authenticate(token, client_data_hash),
            pin_uv_protocol=client.protocol.VERSION,
        )
    finally:
        connection.disconnect()


def connect(name, seconds=10):
    """Waits until pcscd has seen the card."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            connection = next(each for each in readers() if each.name == name).createConnection()
            connection.connect()
            return connection
        except (NoCardException, CardConnectionException):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def encode(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def decode(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
