"""The Entra sandbox of the rehearsal bundle as a child process."""

import json
import os
import subprocess
import urllib.request

import child
import product

MAIN = "org.keyhopper.rehearsal.entra.EntraSandboxMain"


class Sandbox:
    def __init__(self, people):
        """People are pairs of account and display name."""
        path = os.path.join(product.WORK, "people.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"users": [{"userPrincipalName": user, "displayName": name} for user, name in people]}, file)
        command = [product.JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", product.CLASSPATH, MAIN, "--people", path]
        self._process = child.start(command, stdout=subprocess.PIPE, text=True)
        self.ready = json.loads(self._process.stdout.readline())

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

    def calls(self):
        return self.ask("GET", "/state")["calls"]

    def settings(self):
        """The arguments of "directory add" that lead here; the secret is in the variable SANDBOX_SECRET."""
        keys = ("tenant", "clientId", "loginUrl", "graphUrl")
        pairs = [argument for key in keys for argument in ("--set", f"{key}={self.ready[key]}")]
        return ["--type", "entra", *pairs, "--secret", "clientSecret=env:SANDBOX_SECRET"]

    def close(self):
        self._process.kill()
        self._process.wait()
