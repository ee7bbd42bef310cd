"""The sandbox directory of a rehearsal that runs, by the pages of its own: what is so, past anything that the product says."""

import glob
import json
import os
import re
import urllib.parse
import urllib.request


class RehearsalDirectory:
    def __init__(self, home):
        """Finds it by the log in this home."""
        for path in glob.glob(os.path.join(home, "logs", "*.log")):
            with open(path, encoding="utf-8") as log:
                found = re.search(r"sandbox directory can be inspected and changed at (http\S+)", log.read())
            if found:
                self._pages = found.group(1)
                return
        raise AssertionError("The log does not say where the sandbox directory is")

    def _ask(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(urllib.request.Request(self._pages + path, data=data, method=method)) as response:
            content = response.read()
        return json.loads(content) if content else None

    def person(self, account):
        """What is known of an account, with its methods; None when there is none."""
        return next((one for one in self._ask("GET", "/state")["users"] if one["userPrincipalName"] == account), None)

    def methods(self, account):
        """The names of somebody's passkeys."""
        return [method["displayName"] for method in self.person(account)["methods"]]

    def change(self, account, **members):
        self._ask("POST", "/users", {**self.person(account), **members})

    def delete(self, account):
        self._ask("DELETE", "/users/" + urllib.parse.quote(account))
