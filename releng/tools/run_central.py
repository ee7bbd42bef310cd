#!/usr/bin/python3
"""
Starts Central on a loopback port with sandbox directories and made-up people, and prints where everything is, as one line of JSON. Ends with the
server; nothing is kept unless --folder names a place for it.

    run_central.py CENTRAL DESKTOP JAVA [--port N] [--people N] [--folder FOLDER]

CENTRAL and DESKTOP are built products; the sandboxes are in the desktop.
"""

import argparse
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request

SANDBOXES = {
    "contoso": ("entra", "org.keyhopper.rehearsal.entra.EntraSandboxMain", ("tenant", "clientId", "loginUrl", "graphUrl"), "clientSecret"),
    "fabrikam": ("okta", "org.keyhopper.rehearsal.okta.OktaSandboxMain", ("orgUrl", "rpId"), "apiToken"),
}


class Sandbox:
    """One directory as a child process."""

    def __init__(self, java, desktop, name, people):
        self.name = name
        self.type, main, self.keys, self.secret = SANDBOXES[name]
        jars = ":".join(sorted(glob.glob(f"{desktop}/plugins/*.jar")))
        command = [java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", jars, main, "--users", str(people)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.ready = json.loads(self.process.stdout.readline())

    def users(self):
        with urllib.request.urlopen(f"{self.ready['adminUrl']}/state") as answer:
            return [user["userPrincipalName"] for user in json.load(answer)["users"]]


class Central:
    def __init__(self, product, folder, port):
        self.command = f"{product}/keyhopper-central"
        self.folder = folder
        config = f"{folder}/central.conf"
        if not os.path.exists(config):
            with open(config, "w", encoding="utf-8") as file:
                # The sandboxes are on this computer.
                file.write(f"data = data\nmaster.key = master.key\nlisten.port = {port}\nmetrics.port = 0\noutgoing.allow = 127.0.0.1\n")
        self.environment = {**os.environ, "KEYHOPPER_HOME": f"{folder}/home", "KEYHOPPER_CENTRAL_CONFIG": config}

    def __call__(self, *arguments, **environment):
        ran = subprocess.run([self.command, *arguments], env={**self.environment, **environment}, capture_output=True, text=True)
        if ran.returncode:
            sys.exit(f"keyhopper-central {' '.join(arguments)}: {ran.stdout}{ran.stderr}")
        return ran.stdout.strip()

    def add(self, sandbox):
        """The directory, and a request for its people."""
        places = [argument for key in sandbox.keys for argument in ("--set", f"{key}={sandbox.ready[key]}")]
        secret = ["--secret", f"{sandbox.secret}=env:SANDBOX_SECRET"]
        self("directory", "add", sandbox.name, "--type", sandbox.type, *places, *secret, SANDBOX_SECRET=sandbox.ready[sandbox.secret])
        path = f"{self.folder}/people.csv"
        with open(path, "w", encoding="utf-8") as file:
            file.write("user\n" + "".join(f"{user}\n" for user in sandbox.users()))
        return self("request", "import", path, "--name", f"People of {sandbox.name}", "--directory", sandbox.name)


def main():
    parser = argparse.ArgumentParser(prog="releng/run central", description=__doc__.strip().splitlines()[0])
    parser.add_argument("central")
    parser.add_argument("desktop")
    parser.add_argument("java")
    parser.add_argument("--port", type=int, default=8443, help="0 for a free one")
    parser.add_argument("--people", type=int, default=20, help="how many each directory has")
    parser.add_argument("--folder", help="a folder for data and configuration, which is kept")
    options = parser.parse_args()
    folder = options.folder or tempfile.mkdtemp(prefix="keyhopper-central-")
    os.makedirs(folder, exist_ok=True)
    sandboxes = []
    server = None
    try:
        for name in SANDBOXES:
            sandboxes.append(Sandbox(options.java, options.desktop, name, options.people))
        central = Central(options.central, os.path.abspath(folder), options.port)
        requests = {sandbox.name: central.add(sandbox) for sandbox in sandboxes}
        codes = {sandbox.name: central("station", "code", "Desk 1", "--directory", sandbox.name) for sandbox in sandboxes}
        server = subprocess.Popen([central.command, "serve"], env=central.environment, stdout=subprocess.PIPE, text=True)
        ready = json.loads(server.stdout.readline() or "{}")
        if "url" not in ready:
            return server.wait()
        places = {"health": f"{ready['url']}/health", "requests": requests, "codes": codes, "folder": folder}
        places["directories"] = {sandbox.name: sandbox.ready["adminUrl"] for sandbox in sandboxes}
        print(json.dumps({**ready, **places}), flush=True)
        return server.wait()
    except KeyboardInterrupt:
        # The server has had the signal as well, and ends by itself.
        return server.wait() if server else 130
    finally:
        for process in [server, *(sandbox.process for sandbox in sandboxes)]:
            if process and process.poll() is None:
                process.terminate()
                process.wait()
        if not options.folder:
            shutil.rmtree(folder, ignore_errors=True)


sys.exit(main())
