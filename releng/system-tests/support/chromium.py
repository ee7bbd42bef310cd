"""Chromium with a virtual authenticator (WebDriver, W3C Web Authentication level 3 section 11), headless and without a client library."""

import base64
import json
import re
import subprocess
import time
import urllib.error
import urllib.request

import child

PORT = 9515
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


class Chromium:
    def __init__(self, folder):
        self._process = child.start(["chromedriver", f"--port={PORT}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        options = {"args": ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", f"--user-data-dir={folder}"]}
        capabilities = {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": options, "webauthn:virtualAuthenticators": True}}
        deadline = time.monotonic() + 60
        while not self._ready():
            if time.monotonic() > deadline:
                raise RuntimeError("chromedriver did not start")
            time.sleep(0.2)
        self._session = "/session/" + self._ask("POST", "/session", {"capabilities": capabilities})["sessionId"]

    def add_key(self, credential_id, private_key, user_handle, counter, rp_id):
        """Puts a credential into a virtual USB key: its id, private key (PKCS #8) and user handle as bytes."""
        traits = {"protocol": "ctap2_1", "transport": "usb", "hasResidentKey": True, "hasUserVerification": True, "isUserConsenting": True, "isUserVerified": True}
        authenticator = self._ask("POST", f"{self._session}/webauthn/authenticator", traits)
        credential = {
            "credentialId": encode(credential_id),
            "isResidentCredential": True,
            "rpId": rp_id,
            "privateKey": encode(private_key),
            "userHandle": encode(user_handle),
            "signCount": counter,
        }
        self._ask("POST", f"{self._session}/webauthn/authenticator/{authenticator}/credential", credential)

    def open(self, address):
        self._ask("POST", f"{self._session}/url", {"url": address})

    def click(self, selector):
        found = self._ask("POST", f"{self._session}/element", {"using": "css selector", "value": selector})
        self._ask("POST", f"{self._session}/element/{found[ELEMENT]}/click", {})

    def wait_for_address(self, pattern, seconds=60):
        """Waits until the address matches; returns the one it has then."""
        deadline = time.monotonic() + seconds
        while True:
            address = self._ask("GET", f"{self._session}/url")
            if re.match(pattern, address) or time.monotonic() > deadline:
                return address
            time.sleep(0.2)

    def _ready(self):
        try:
            return self._ask("GET", "/status")["ready"]
        except OSError:
            return False

    @staticmethod
    def _ask(method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{PORT}{path}", data=data, method=method, headers={"Content-Type": "application/json"})
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=120) as response:
                return json.loads(response.read())["value"]
        except urllib.error.HTTPError as refused:
            raise RuntimeError(f"{method} {path}: {refused.read().decode()}") from None

    def close(self):
        self._ask("DELETE", self._session)
        self._process.terminate()
        self._process.wait()


def encode(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")
