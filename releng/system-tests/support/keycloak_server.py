"""A real Keycloak as a child process, its admin API, and its login page without a browser."""

import hashlib
import html
import json
import os
import re
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

import child
import product
from sign_in import assertion, decode, encode

START = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "tools", "keycloak", "start")
PORT = 18480
REALM = "keyhopper"
CONSOLE = "keyhopper-console"
REDIRECT = "http://127.0.0.1:5555/cb"
RP_ID = "localhost"


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Keycloak:
    """Starts with these people, pairs of account and name, each with the password of password_of."""

    TYPE = "keycloak"
    secret = "dir-secret"

    def __init__(self, people):
        self.url = f"http://localhost:{PORT}"
        self._open = urllib.request.build_opener(NoRedirect, urllib.request.ProxyHandler({})).open
        self._people = people
        self._process = None
        self.start()

    def start(self):
        """Starts it anew: everything is in memory."""
        log = open(os.path.join(product.WORK, "keycloak.log"), "ab")
        self._process = child.start([START, str(PORT)], stdout=log, stderr=log)
        deadline = time.monotonic() + 600
        while self._send("GET", f"http://127.0.0.1:{PORT + 10}/health/ready")[0] != 200:
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("Keycloak did not start, see keycloak.log")
            time.sleep(0.5)
        self.ids = {user: self._create(user, name) for user, name in self._people}

    def _create(self, user, name):
        first, _, last = name.partition(" ")
        body = {
            "username": user,
            "email": user,
            "emailVerified": True,
            "firstName": first,
            "lastName": last or first,
            "enabled": True,
            "credentials": [{"type": "password", "value": password_of(user), "temporary": False}],
        }
        status, headers, content = self.admin("POST", "/users", body)
        if status != 201:
            raise RuntimeError(f"{user} was not created: {status} {content}")
        return headers["Location"].rsplit("/", 1)[1]

    def settings(self, client="keyhopper-directory", secret="SANDBOX_SECRET"):
        """The arguments of "directory add" that lead here."""
        values = {"serverUrl": self.url, "realm": REALM, "clientId": client}
        return ["--type", self.TYPE, *(argument for pair in values.items() for argument in ("--set", "=".join(pair))), "--secret", f"clientSecret=env:{secret}"]

    def signing_client(self, client, key):
        """Makes a client that authenticates by JWTs signed with the key of this JWK (private_key_jwt), with the permissions needed."""
        attributes = {"use.jwks.string": "true", "jwks.string": json.dumps({"keys": [key]}), "token.endpoint.auth.signing.alg": key["alg"]}
        body = {
            "clientId": client,
            "publicClient": False,
            "serviceAccountsEnabled": True,
            "standardFlowEnabled": False,
            "clientAuthenticatorType": "client-jwt",
            "attributes": attributes,
        }
        made = self.admin("POST", "/clients", body)[1]["Location"].rsplit("/", 1)[1]
        account = self.admin("GET", f"/clients/{made}/service-account-user")[2]["id"]
        management = self.admin("GET", "/clients?clientId=realm-management")[2][0]["id"]
        roles = [self.admin("GET", f"/clients/{management}/roles/{name}")[2] for name in ("manage-users", "view-realm")]
        self.admin("POST", f"/users/{account}/role-mappings/clients/{management}", roles)

    def admin(self, method, path, body=None):
        """Calls the admin API below the realm as the administrator; status, headers, content."""
        form = {"grant_type": "password", "client_id": "admin-cli", "username": "admin", "password": "admin"}
        token = self._token("master", form)[1]["access_token"]
        return self._send(method, f"{self.url}/admin/realms/{REALM}{path}", body, {"Authorization": f"Bearer {token}"})

    def policy(self, **members):
        """Changes members of the passwordless policy; all have to be sent together."""
        prefix = "webAuthnPolicyPasswordless"
        realm = self.admin("GET", "")[2]
        policy = {name: value for name, value in realm.items() if name.startswith(prefix)}
        policy.update({prefix + name: value for name, value in members.items()})
        status = self.admin("PUT", "", policy)[0]
        if status != 204:
            raise RuntimeError(f"the policy was not changed: {status}")

    def realm(self, **members):
        """Changes other members of the realm."""
        status = self.admin("PUT", "", members)[0]
        if status != 204:
            raise RuntimeError(f"the realm was not changed: {status}")

    def user(self, user):
        """The user without what depends on credentials or on who asks."""
        shown = self.admin("GET", f"/users/{self.ids[user]}")[2]
        return {name: value for name, value in shown.items() if name not in ("access", "disableableCredentialTypes")}

    def credentials(self, user, kind):
        listed = self.admin("GET", f"/users/{self.ids[user]}/credentials")[2]
        return [one for one in listed if one["type"] == kind]

    def passkeys(self, user):
        """The credential ids of a user's passkeys, base64url."""
        data = [json.loads(one["credentialData"]) for one in self.credentials(user, "webauthn-passwordless")]
        return [encode(decode(one["credentialId"].replace("+", "-").replace("/", "_").rstrip("="))) for one in data]

    def password_works(self, user):
        form = {"grant_type": "password", "client_id": CONSOLE, "username": user, "password": password_of(user), "scope": "openid"}
        return self._token(REALM, form)[0] == 200

    def sign_in(self, reader, credential, pin, user):
        """Signs in at the login page with the card in the reader; the subject of the ID token, or None when it was refused."""
        address, verifier = self.sign_in_page()
        _, headers, page = self._send("GET", address)
        # They are marked Secure, also over http.
        cookies = "; ".join(value.split(";")[0] for value in headers.get_all("Set-Cookie") or [])
        challenge = re.search(r"challenge\s*:\s*[\"']([A-Za-z0-9_-]+)", page).group(1)
        action = html.unescape(re.search(r"<form id=\"webauth\" action=\"([^\"]+)\"", page).group(1))
        client_data = json.dumps({"type": "webauthn.get", "challenge": challenge, "origin": self.url, "crossOrigin": False}).encode()
        signed = assertion(reader, credential, hashlib.sha256(client_data).digest(), pin)
        form = {
            "clientDataJSON": encode(client_data),
            "authenticatorData": encode(signed.auth_data),
            "signature": encode(signed.signature),
            "credentialId": credential["id"],
            "userHandle": encode(self.ids[user].encode()),
            "error": "",
        }
        status, headers, _ = self._send("POST", action, form, {"Cookie": cookies}, form=True)
        return self.subject(headers.get("Location") or "", verifier) if status == 302 else None

    def sign_in_page(self):
        """The address of the login page, and what belongs to it when the code is redeemed (PKCE)."""
        verifier = encode(os.urandom(32))
        query = {
            "response_type": "code",
            "client_id": CONSOLE,
            "redirect_uri": REDIRECT,
            "scope": "openid",
            "state": "s",
            "nonce": "n",
            "code_challenge": encode(hashlib.sha256(verifier.encode()).digest()),
            "code_challenge_method": "S256",
        }
        return f"{self.url}/realms/{REALM}/protocol/openid-connect/auth?" + urllib.parse.urlencode(query), verifier

    def subject(self, redirected, verifier):
        """Redeems the code in the address that the browser was sent back to; the subject of the ID token, or None without a code."""
        code = urllib.parse.parse_qs(urllib.parse.urlparse(redirected).query).get("code")
        if not code:
            return None
        redeemed = {"grant_type": "authorization_code", "client_id": CONSOLE, "code": code[0], "redirect_uri": REDIRECT, "code_verifier": verifier}
        token = self._token(REALM, redeemed)[1]["id_token"]
        return json.loads(decode(token.split(".")[1]))["sub"]

    def _token(self, realm, form):
        status, _, answer = self._send("POST", f"{self.url}/realms/{realm}/protocol/openid-connect/token", form, form=True)
        return status, answer

    def _send(self, method, url, body=None, headers=None, form=False):
        """Status, headers and content, which is parsed where it is JSON; status 0 when nothing listens."""
        kind = "application/x-www-form-urlencoded" if form else "application/json"
        data = None if body is None else (urllib.parse.urlencode(body) if form else json.dumps(body)).encode()
        request = urllib.request.Request(url, data=data, method=method, headers={"Content-Type": kind, **(headers or {})})
        try:
            with self._open(request, timeout=60) as response:
                status, answered, content = response.status, response.headers, response.read().decode()
        except urllib.error.HTTPError as refused:
            status, answered, content = refused.code, refused.headers, refused.read().decode()
        except OSError:
            return 0, {}, ""
        is_json = "json" in (answered.get("Content-Type") or "")
        return status, answered, json.loads(content) if is_json and content else content

    def kill(self):
        """Ends it as a power cut would."""
        self._process.kill()
        self._process.wait()

    def close(self):
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def password_of(user):
    return f"{user}-Pw1"
