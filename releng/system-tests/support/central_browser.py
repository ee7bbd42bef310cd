"""An operator's browser at Central, without scripts: it keeps Central's cookies and follows redirects one by one."""

import json
import re
import ssl
import urllib.error
import urllib.parse
import urllib.request
import uuid


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Page:
    """What came back."""

    def __init__(self, status, headers, content):
        self.status = status
        self.headers = headers
        self.text = content.decode()

    @property
    def location(self):
        return self.headers["Location"]

    @property
    def json(self):
        return json.loads(self.text)

    @property
    def csrf(self):
        """The token of the session, as it is in the forms of a page."""
        return re.search(r'name="csrf" value="([^"]+)"', self.text).group(1)


class CentralBrowser:
    def __init__(self, url, certificate=None):
        self.url = url
        self.cookies = {}
        trust = urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=certificate))
        self._open = urllib.request.build_opener(NoRedirect, urllib.request.ProxyHandler({}), trust).open

    def send(self, method, address, data=None, **headers):
        address = urllib.parse.urljoin(self.url + "/", address)
        ours = address.startswith(self.url)
        if ours and self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        request = urllib.request.Request(address, data=data, method=method, headers={name.replace("_", "-"): value for name, value in headers.items()})
        try:
            with self._open(request, timeout=60) as answer:
                page = Page(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as other:
            page = Page(other.code, other.headers, other.read())
        for cookie in (page.headers.get_all("Set-Cookie") or []) if ours else []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
            if "Max-Age=0" in cookie:
                del self.cookies[name]
        return page

    def get(self, address):
        return self.send("GET", address)

    def post(self, address, **form):
        """Sends a form of a page."""
        return self.send("POST", address, urllib.parse.urlencode(form).encode(), Content_Type="application/x-www-form-urlencoded")

    def api(self, method, path, body=None, **headers):
        """Calls the API as a script of a page would."""
        data = None if body is None else json.dumps(body).encode()
        headers = {"X_CSRF_Token": self.get("/").csrf, "Idempotency_Key": str(uuid.uuid4()), "Content_Type": "application/json", **headers}
        return self.send(method, "/api/v1" + path, data, **headers)

    def sign_in(self, account):
        """Signs in at the sandbox provider; the answer of Central."""
        return self.get(self.get(self.get("/sign-in").location + f"&account={account}").location)

    def sign_out(self):
        return self.post("/sign-out", csrf=self.get("/").csrf)

    def become_administrator(self, code):
        """With the code of the first start."""
        return self.post("/administrator", csrf=self.get("/").csrf, code=code)

    def map_roles(self, claim, roles):
        """Gives operators roles by the values of a claim."""
        version = self.api("GET", "/role-mapping").headers["ETag"]
        rules = [{"value": value, "role": role} for value, role in roles.items()]
        return self.api("PUT", "/role-mapping", {"claim": claim, "rules": rules}, If_Match=version)
