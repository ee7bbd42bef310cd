"""Operators sign in to Central at a real Keycloak: roles from its groups, wrong secrets, rolled keys, disabled accounts, and the sign-out."""

import html
import re
import socket
import urllib.parse

import pytest
from central import Central
from central_browser import CentralBrowser
from keycloak_server import PORT, REALM, Keycloak, password_of
from tally import check, equal

pytestmark = pytest.mark.extra

ADMINISTRATOR, AUDITOR = "anna@contoso.example", "audrey@contoso.example"
SECRET = "central-secret"
REFUSED = 403


@pytest.fixture(scope="module", autouse=True)
def opened():
    global keycloak, central, client
    keycloak = Keycloak([(ADMINISTRATOR, "Anna Ames"), (AUDITOR, "Audrey Auditor")])
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    issuer = f"http://localhost:{PORT}/realms/{REALM}"
    central = Central(port, f"oidc.issuer = {issuer}", "oidc.client.id = keyhopper-central", "oidc.client.secret = secret")
    write_secret(SECRET)
    groups = {
        "name": "groups",
        "protocol": "openid-connect",
        "protocolMapper": "oidc-group-membership-mapper",
        "config": {"claim.name": "groups", "full.path": "false", "id.token.claim": "true"},
    }
    made = {
        "clientId": "keyhopper-central",
        "publicClient": False,
        "secret": SECRET,
        "standardFlowEnabled": True,
        "redirectUris": [f"{central.url}/sign-in/callback"],
        "attributes": {"pkce.code.challenge.method": "S256", "post.logout.redirect.uris": f"{central.url}/*"},
        "protocolMappers": [groups],
    }
    status, headers, content = keycloak.admin("POST", "/clients", made)
    equal("Central is a client of Keycloak", (status, content), (201, ""))
    client = headers["Location"].rsplit("/", 1)[1]
    group = keycloak.admin("GET", "/groups?search=guests")[2][0]["id"]
    keycloak.admin("PUT", f"/users/{keycloak.ids[AUDITOR]}/groups/{group}")
    central.start()
    yield
    central.close()
    keycloak.close()


def write_secret(secret):
    with open(f"{central.folder}/secret", "w") as file:
        file.write(secret + "\n")


class AtKeycloak:
    """The login page of Keycloak, whose cookies it keeps."""

    def __init__(self):
        self.browser = CentralBrowser(central.url, central.certificate)
        # They are marked Secure, also over http.
        self._keycloak = CentralBrowser(keycloak.url)

    def callback(self, user, password):
        """Where Keycloak sends the browser; None when it shows the page again."""
        page = self._keycloak.get(self.browser.get("/sign-in").location)
        if page.status == 302:
            return page.location
        action = html.unescape(re.search(r'<form id="kc-form-login"[^>]*action="([^"]+)"', page.text).group(1))
        return self._keycloak.post(action, username=user, password=password, credentialId="").location

    def sign_in(self, user):
        return self.browser.get(self.callback(user, password_of(user)))

    def sign_out(self):
        ended = self.browser.sign_out().location
        return self._keycloak.get(ended)


def test_first_administrator_maps_a_group():
    anna = AtKeycloak()
    equal("signed in", anna.sign_in(ADMINISTRATOR).status, 303)
    check("by her name", "Anna Ames" in anna.browser.get("/").text)
    equal("became administrator", anna.browser.become_administrator(central.next_line()["code"]).status, 303)
    equal("the group was mapped", anna.browser.map_roles("groups", {"guests": "Auditor"}).status, 200)
    audrey = AtKeycloak()
    equal("signed in", audrey.sign_in(AUDITOR).status, 303)
    equal("she may read the trail", audrey.browser.api("GET", "/audit").status, 200)
    equal("and change nothing", audrey.browser.api("POST", "/operators", {"login": "x", "grants": []}).status, REFUSED)


def test_wrong_password():
    equal("Keycloak shows the page again", AtKeycloak().callback(ADMINISTRATOR, "wrong"), None)


def test_wrong_secret_of_central():
    write_secret("another")
    equal("refused", AtKeycloak().sign_in(ADMINISTRATOR).status, REFUSED)
    write_secret(SECRET)
    equal("again with the right one", AtKeycloak().sign_in(ADMINISTRATOR).status, 303)


def test_rolled_keys():
    provider = {"name": "new", "providerId": "rsa-generated", "providerType": "org.keycloak.keys.KeyProvider", "config": {"priority": ["1000"]}}
    equal("a new key at Keycloak", keycloak.admin("POST", "/components", provider)[0], 201)
    equal("Central reads it", AtKeycloak().sign_in(ADMINISTRATOR).status, 303)


def test_disabled_account():
    keycloak.admin("PUT", f"/users/{keycloak.ids[AUDITOR]}", {"enabled": False})
    equal("Keycloak refuses", AtKeycloak().callback(AUDITOR, password_of(AUDITOR)), None)
    keycloak.admin("PUT", f"/users/{keycloak.ids[AUDITOR]}", {"enabled": True})


def test_answer_is_used_once():
    one, another = AtKeycloak(), AtKeycloak()
    callback = one.callback(ADMINISTRATOR, password_of(ADMINISTRATOR))
    another.browser.get("/sign-in")
    equal("not in another browser", another.browser.get(callback).status, REFUSED)
    equal("nor afterwards", one.browser.get(callback).status, REFUSED)


def test_sign_out_ends_at_keycloak():
    anna = AtKeycloak()
    anna.sign_in(ADMINISTRATOR)
    check("signed in at Keycloak as well", "code=" in anna.callback(ADMINISTRATOR, "wrong"))
    session = dict(anna.browser.cookies)
    ended = anna.sign_out()
    equal("Keycloak sends her back", urllib.parse.urlparse(ended.location or "").path, "/signed-out")
    anna.browser.cookies.update(session)
    equal("the session is over", urllib.parse.urlparse(anna.browser.get("/").location or "").path, "/sign-in")
    equal("a password is needed again", anna.callback(ADMINISTRATOR, "wrong"), None)
