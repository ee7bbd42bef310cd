"""Central as releng/run starts it: sandbox directories, made-up people and a provider with one account for each role."""

import json
import os
import signal
import subprocess
import sys
import urllib.request

import central
import child
import product

START = f"{product.ROOT}/releng/tools/run_central.py"


class RunningCentral:
    def __init__(self, *arguments, port=0):
        command = [sys.executable, START, central.FOLDER, product.FOLDER, product.JAVA, "--port", str(port), *arguments]
        environment = {**os.environ, **central.JAVA_OPTIONS, "PYTHONPATH": os.path.dirname(os.path.abspath(__file__))}
        self._process = child.start(command, env=environment, stdout=subprocess.PIPE, text=True)
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("Central did not start")
        self.ready = json.loads(line)
        self.url = self.public = self.ready["url"]
        # A scripted station asks for it; there is no TLS on this computer.
        self.certificate = None

    def directory(self, name, method, path, body=None):
        """Calls the admin API of a sandbox directory."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.ready["directories"][name] + path, data=data, method=method)
        with urllib.request.urlopen(request) as answer:
            content = answer.read()
        return json.loads(content) if content else None

    def people(self, name="contoso"):
        return [user["userPrincipalName"] for user in self.directory(name, "GET", "/state")["users"]]

    def log(self):
        text = ""
        logs = f"{self.ready['folder']}/home/logs"
        for name in sorted(os.listdir(logs)) if os.path.isdir(logs) else []:
            with open(f"{logs}/{name}", errors="replace") as file:
                text += file.read()
        return text

    def close(self):
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(60)
