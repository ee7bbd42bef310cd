#!/usr/bin/python3
"""
Starts Central on a loopback port with sandbox directories, made-up people and a sandbox identity provider with one account for each role, and prints
where everything is, as one line of JSON. Ends with the server; nothing is kept unless --folder names a place for it.

    run_central.py CENTRAL DESKTOP JAVA [--port N] [--people N] [--folder FOLDER] [--downloads FOLDER] [--public URL] [--pick-up] [--setting LINE]…

CENTRAL and DESKTOP are built products; the sandboxes are in the desktop.
"""

import argparse
import glob
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.request

from central_browser import CentralBrowser

PROVIDER = "org.keyhopper.rehearsal.oidc.OidcSandboxMain"
# The groups of the provider's accounts.
ROLES = {
    "administrator": "Administrator",
    "device-service-administrator": "Device Service Administrator",
    "operator": "Operator",
    "pin-officer": "PIN Officer",
    "auditor": "Auditor",
    "view-only": "View Only",
}
SANDBOXES = {
    "contoso": ("entra", "org.keyhopper.rehearsal.entra.EntraSandboxMain", ("tenant", "clientId", "loginUrl", "graphUrl"), "clientSecret"),
    "fabrikam": ("okta", "org.keyhopper.rehearsal.okta.OktaSandboxMain", ("orgUrl", "rpId"), "apiToken"),
}


class Provider:
    """A sandbox as a child process."""

    def __init__(self, java, desktop, main=PROVIDER, *arguments):
        jars = ":".join(sorted(glob.glob(f"{desktop}/plugins/*.jar")))
        command = [java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", jars, main, *arguments]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.ready = json.loads(self.process.stdout.readline())


class Directory(Provider):
    def __init__(self, java, desktop, name, people):
        self.name = name
        self.type, main, self.keys, self.secret = SANDBOXES[name]
        super().__init__(java, desktop, main, "--users", str(people))

    def users(self):
        with urllib.request.urlopen(f"{self.ready['adminUrl']}/state") as answer:
            return [user["userPrincipalName"] for user in json.load(answer)["users"]]


class PickUp:
    """Keys for escrow and pick-up with the password "sandbox", and a mail server that writes what it takes into the folder mail."""

    def __init__(self, folder):
        # Only here, since it needs python3-aiosmtpd.
        from mail_server import MailServer

        self.mail = MailServer(f"{folder}/mail", "plain")
        for name in ("escrow", "pickup"):
            if not os.path.exists(f"{folder}/{name}.p12"):
                files = ["-keyout", f"{folder}/{name}.key", "-out", f"{folder}/{name}.pem"]
                subprocess.run(["openssl", "req", "-x509", "-nodes", "-newkey", "rsa:3072", "-days", "365", "-subj", f"/CN={name}", *files], check=True, capture_output=True)
                files = ["-inkey", f"{folder}/{name}.key", "-in", f"{folder}/{name}.pem", "-out", f"{folder}/{name}.p12"]
                subprocess.run(["openssl", "pkcs12", "-export", *files, "-passout", "pass:sandbox"], check=True, capture_output=True)
        with open(f"{folder}/pickup-password", "w", encoding="utf-8") as file:
            file.write("sandbox\n")
        for name in ("escrow.key", "pickup.key", "pickup.p12", "pickup-password"):
            os.chmod(f"{folder}/{name}", 0o600)

    def settings(self):
        keys = ["escrow.certificate = escrow.pem", "pickup.key = pickup.p12", "pickup.key.password = pickup-password"]
        people = ["pickup.amr = otp", "pickup.contact = the one who runs this sandbox"]
        return [*keys, *people, "smtp.host = 127.0.0.1", f"smtp.port = {self.mail.port}", "smtp.security = plain", "smtp.sender = keys@contoso.example"]


class Central:
    def __init__(self, product, folder, port, java, provider, *settings):
        self.command = f"{product}/keyhopper-central"
        self.folder = folder
        config = f"{folder}/central.conf"
        # The sandboxes are on this computer, at other ports each time.
        lines = ["data = data", "master.key = master.key", f"listen.port = {port}", "metrics.port = 0", "outgoing.allow = 127.0.0.1"]
        lines += [f"oidc.issuer = {provider['issuer']}", f"oidc.client.id = {provider['client']}", *settings]
        with open(config, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        self.environment = {**os.environ, "KEYHOPPER_HOME": f"{folder}/home", "KEYHOPPER_CENTRAL_CONFIG": config, "KEYHOPPER_JAVA": java}

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


def assign_roles(url, code):
    """The first administrator gives each account of the provider the role of its group."""
    browser = CentralBrowser(url)
    browser.sign_in("administrator")
    browser.become_administrator(code)
    mapped = browser.map_roles("groups", ROLES)
    if mapped.status != 200:
        sys.exit(f"The roles were not assigned: {mapped.text}")
    browser.sign_out()


def main():
    parser = argparse.ArgumentParser(prog="releng/run central", description=__doc__.strip().splitlines()[0])
    parser.add_argument("central")
    parser.add_argument("desktop")
    parser.add_argument("java")
    parser.add_argument("--port", type=int, default=8443, help="0 for a free one")
    parser.add_argument("--people", type=int, default=20, help="how many each directory has")
    parser.add_argument("--folder", help="a folder for data and configuration, which is kept")
    parser.add_argument("--downloads", help="a folder with packages that the portal offers")
    parser.add_argument("--pick-up", action="store_true", help="people pick up their PINs; the mail is in the folder mail, the password of the keys is sandbox")
    parser.add_argument("--public", help="the address of a proxy on this computer that leads to Central")
    parser.add_argument("--setting", action="append", default=[], help="a further line of the configuration, KEY = VALUE")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    folder = options.folder or tempfile.mkdtemp(prefix="keyhopper-central-")
    os.makedirs(folder, exist_ok=True)
    sandboxes = []
    processes = []
    server = None
    pick_up = None
    try:
        fresh = not os.path.exists(f"{folder}/data")
        # Its address is part of the identity of an operator.
        provider = Provider(options.java, options.desktop, PROVIDER, "--port", str(options.port and options.port + 1))
        processes.append(provider.process)
        for name in SANDBOXES:
            sandboxes.append(Directory(options.java, options.desktop, name, options.people))
            processes.append(sandboxes[-1].process)
        settings = [f"downloads.folder = {os.path.abspath(options.downloads)}"] if options.downloads else []
        settings += [f"public.url = {options.public}", "forwarded.from = 127.0.0.1"] if options.public else []
        if options.pick_up:
            pick_up = PickUp(folder)
            settings += pick_up.settings()
        settings += options.setting
        central = Central(options.central, os.path.abspath(folder), options.port, options.java, provider.ready, *settings)
        requests = {sandbox.name: central.add(sandbox) for sandbox in sandboxes}
        codes = {sandbox.name: central("station", "code", "Desk 1", "--directory", sandbox.name) for sandbox in sandboxes}
        server = subprocess.Popen([central.command, "serve"], env=central.environment, stdout=subprocess.PIPE, text=True)
        ready = json.loads(server.stdout.readline() or "{}")
        if "url" not in ready:
            return server.wait()
        if fresh:
            assign_roles(ready["url"], json.loads(server.stdout.readline())["code"])
        places = {"health": f"{ready['url']}/health", "requests": requests, "codes": codes, "folder": folder}
        places["accounts"] = provider.ready["accounts"]
        places["directories"] = {sandbox.name: sandbox.ready["adminUrl"] for sandbox in sandboxes}
        print(json.dumps({**ready, **places}), flush=True)
        return server.wait()
    except KeyboardInterrupt:
        if not server:
            return 130
        # Ctrl+C reaches the server as well; a signal to this process alone does not.
        server.terminate()
        return server.wait()
    finally:
        if pick_up:
            pick_up.mail.close()
        for process in [server, *processes]:
            if process and process.poll() is None:
                process.terminate()
                process.wait()
        if not options.folder:
            shutil.rmtree(folder, ignore_errors=True)


sys.exit(main())
