"""The sandbox directories of the rehearsal bundle as child processes."""

import json
import os
import subprocess
import urllib.request

import child
import product


class Sandbox:
    """Entra."""

    MAIN = "org.keyhopper.rehearsal.entra.EntraSandboxMain"
    TYPE = "entra"
    KEYS = ("tenant", "clientId", "loginUrl", "graphUrl")
    SECRET = "clientSecret"

    def __init__(self, people):
        """People are pairs of account and display name."""
        path = os.path.join(product.WORK, "people.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"users": [{"userPrincipalName": user, "displayName": name} for user, name in people]}, file)
        self._process = child.start(product.program(self.MAIN, "--people", path), stdout=subprocess.PIPE, text=True)
        self.ready = json.loads(self._process.stdout.readline())

    @property
    def pid(self):
        return self._process.pid

    def ask(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.ready["adminUrl"] + path, data=data, method=method)
        with urllib.request.urlopen(request) as response:
            content = response.read()
        return json.loads(content) if content else None

    def rule(self, operation, misbehaviour, **more):
        """Sets a rule; more are onCall, times, user and seconds."""
        self.ask("POST", "/rules", {"operation": operation, "misbehaviour": misbehaviour, **more})

    def behave(self):
        self.ask("DELETE", "/rules")

    def passkeys(self):
        """The methods of each account that has any."""
        users = self.ask("GET", "/state")["users"]
        return {user["userPrincipalName"]: user["methods"] for user in users if user["methods"]}

    def person(self, user):
        """What the sandbox knows of an account."""
        return next(one for one in self.ask("GET", "/state")["users"] if one["userPrincipalName"] == user)

    def change(self, user, **members):
        """Replaces what is known of an account; the rest stays."""
        self.ask("POST", "/users", {**self.person(user), **members})

    def pending(self):
        """How many enrolments were begun and neither ended nor given up."""
        return self.ask("GET", "/state")["outstandingOptions"]

    def calls(self):
        return self.ask("GET", "/state")["calls"]

    def places(self):
        """The arguments of "directory add" that lead here."""
        return ["--type", self.TYPE, *(argument for key in self.KEYS for argument in ("--set", f"{key}={self.ready[key]}"))]

    def settings(self):
        """The arguments of "directory add" that lead here with a secret, which is in the variable SANDBOX_SECRET."""
        return [*self.places(), "--secret", f"{self.SECRET}=env:SANDBOX_SECRET"]

    @property
    def secret(self):
        return self.ready[self.SECRET]

    def close(self):
        self._process.kill()
        self._process.wait()


class PingOne(Sandbox):
    MAIN = "org.keyhopper.rehearsal.pingone.PingOneSandboxMain"
    TYPE = "pingone"
    KEYS = ("environmentId", "clientId", "authUrl", "apiUrl")


class Okta(Sandbox):
    MAIN = "org.keyhopper.rehearsal.okta.OktaSandboxMain"
    TYPE = "okta"
    KEYS = ("orgUrl", "rpId")
    SECRET = "apiToken"
