#!/usr/bin/python3
"""
Installs Central's Debian package, checks it, serves as its account, talks to it, backs up, stops, restores, rotates the key, and removes it.
Prints one line of JSON with what it saw. Changes the computer: run it through over_root.sh.

    installed_central.py PACKAGE
"""

import json
import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import urllib.request

ETC, LIB = "/etc/keyhopper-central", "/var/lib/keyhopper-central"
ACCOUNT = "keyhopper-central"
seen = {}


def run(*command, code=0):
    ran = subprocess.run(command, capture_output=True, text=True, timeout=300, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
    if ran.returncode != code:
        sys.exit(f"{command} ended with {ran.returncode}: {ran.stdout}{ran.stderr}")
    return ran.stdout


def mode(path):
    about = os.stat(path)
    return f"{pwd.getpwuid(about.st_uid).pw_name} {stat.S_IMODE(about.st_mode):04o}"


def get(address):
    with urllib.request.urlopen(address, timeout=30) as answer:
        return answer.read().decode()


def serve():
    """As the unit does it: its account, its environment, the key as a credential."""
    credentials = "/run/credentials"
    os.makedirs(credentials, exist_ok=True)
    run("install", "-m", "0440", "-g", ACCOUNT, f"{ETC}/master.key", f"{credentials}/master-key")
    environment = {
        "PATH": "/usr/bin:/bin",
        "KEYHOPPER_HOME": LIB,
        "KEYHOPPER_CENTRAL_CONFIG": f"{ETC}/central.conf",
        "KEYHOPPER_LOG": "json-stdout",
        "CREDENTIALS_DIRECTORY": credentials,
    }
    command = ["setpriv", "--reuid", ACCOUNT, "--regid", ACCOUNT, "--clear-groups", "--no-new-privs", "--inh-caps=-all"]
    process = subprocess.Popen([*command, "/usr/lib/keyhopper-central/keyhopper-central", "serve"], env=environment, stdout=subprocess.PIPE, text=True)
    lines = []
    for line in process.stdout:
        lines.append(json.loads(line))
        if lines[-1].get("event") == "ready":
            return process, lines
    sys.exit(f"Central is not ready: {lines}")


def stop(process):
    process.send_signal(signal.SIGTERM)
    rest = process.communicate(timeout=60)[0]
    return process.returncode, [json.loads(line) for line in rest.splitlines()]


package = sys.argv[1]
# A program of this source that was started without a home may have left one.
shutil.rmtree(LIB, ignore_errors=True)
run("dpkg", "--install", package)
seen["key"] = mode(f"{ETC}/master.key")
seen["configuration"] = mode(f"{ETC}/central.conf")
seen["data"] = mode(LIB)
seen["check"] = run("keyhopper-central", "check")
process, first = serve()
seen["account"] = pwd.getpwuid(os.stat(f"/proc/{process.pid}").st_uid).pw_name
seen["ready"] = first[-1]
seen["health"] = json.loads(get(f"{first[-1]['url']}/health"))
local = first[-1]["metrics"]
seen["local health"] = json.loads(get(local.replace("/metrics", "/health")))
seen["metrics"] = "keyhopper_calls_seconds_count" in get(local)
run("keyhopper-central", "station", "code", "Desk 1", "--directory", "contoso")
seen["backup"] = json.loads(run("keyhopper-central", "backup", f"{LIB}/backup.zip").splitlines()[-1])
seen["backup's mode"] = mode(f"{LIB}/backup.zip")
run("keyhopper-central", "restore", f"{LIB}/backup.zip", code=2)
seen["stopped"], rest = stop(process)
seen["log"] = all({"time", "level", "message"} <= set(line) for line in [*first[:-1], *rest])
seen["restore"] = json.loads(run("keyhopper-central", "restore", f"{LIB}/backup.zip").splitlines()[-1])
old = open(f"{ETC}/master.key", "rb").read()
seen["rotated"] = json.loads(run("keyhopper-central", "rotate-key").splitlines()[-1])
seen["another key"] = open(f"{ETC}/master.key", "rb").read() != old
seen["key afterwards"] = mode(f"{ETC}/master.key")
process, _ = serve()
stop(process)
seen["check afterwards"] = run("keyhopper-central", "check")
seen["foreign files"] = run("find", LIB, "!", "-user", ACCOUNT).split()
run("dpkg", "--install", package)
seen["key after an upgrade"] = open(f"{ETC}/master.key", "rb").read() != old
run("dpkg", "--purge", ACCOUNT)
seen["left"] = [path for path in (f"{ETC}/master.key", f"{LIB}/data/central.db") if os.path.exists(path)]
seen["program left"] = os.path.exists("/usr/lib/keyhopper-central/plugins")
print(json.dumps(seen))
