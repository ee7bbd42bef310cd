#!/usr/bin/python3
"""
Installs Keyhopper's Debian package and works with it as a new user: a home with a key, a policy that was planted, one of the administrator. Prints one line of
JSON with what it saw. Changes the computer: run it through over_root.sh.

    installed_station.py PACKAGE
"""

import json
import os
import pwd
import shutil
import subprocess
import sys

PACKAGE = sys.argv[1]
POLICY = "/etc/keyhopper/policy.json"
ADD = ["directory", "add", "contoso", "--type=okta", "--set=orgUrl=https://contoso.okta.com", "--secret=apiToken=env:TOKEN"]
REMOVE = ["directory", "remove", "x"]


def run(*command):
    ran = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if ran.returncode:
        sys.exit(f"{command} ended with {ran.returncode}: {ran.stdout}{ran.stderr}")
    return ran.stdout


def keyhopper(user, umask, *arguments):
    """As the user starts it, with nothing of our environment."""
    account = pwd.getpwnam(user)
    environment = {"HOME": account.pw_dir, "PATH": "/usr/bin:/bin", "USER": user, "LANG": "C.UTF-8", "TOKEN": "kept"}
    command = ["sh", "-c", f'umask {umask}; exec keyhopper "$@"', "sh", *arguments]
    ran = subprocess.run(command, env=environment, user=user, group=account.pw_gid, extra_groups=[], cwd="/", capture_output=True, text=True, timeout=120)
    return ran.returncode, ran.stderr


def rights(folder):
    """Every file and folder with its mode, the folder included."""
    found = {".": oct(os.stat(folder).st_mode & 0o777)}
    for place, folders, files in os.walk(folder):
        for name in [*folders, *files]:
            path = f"{place}/{name}"
            found[os.path.relpath(path, folder)] = oct(os.stat(path, follow_symlinks=False).st_mode & 0o777)
    return found


def main():
    seen = {}
    run("dpkg", "--install", "--force-depends", PACKAGE)
    run("useradd", "--create-home", "anna")
    seen["added"] = keyhopper("anna", "000", *ADD)
    seen["rights"] = rights("/home/anna/.keyhopper")
    run("useradd", "--create-home", "bert")
    run("chmod", "755", "/home/anna")
    account = pwd.getpwnam("bert")
    look = ["sh", "-c", "cat /home/anna/.keyhopper/station.key"]
    seen["another user reads the key"] = subprocess.run(look, user="bert", group=account.pw_gid, extra_groups=[], capture_output=True).returncode
    os.makedirs(os.path.dirname(POLICY))
    with open(POLICY, "w") as file:
        file.write("{}")
    shutil.chown(POLICY, "bert")
    seen["policy of another user"] = keyhopper("anna", "022", *REMOVE)
    shutil.chown(POLICY, "root")
    os.chmod(POLICY, 0o646)
    seen["policy that all can write"] = keyhopper("anna", "022", *REMOVE)
    with open(POLICY, "w") as file:
        file.write('{"locked": {"directories": true}}')
    os.chmod(POLICY, 0o644)
    seen["policy of the administrator"] = keyhopper("anna", "022", *REMOVE)
    os.remove(POLICY)
    seen["no policy"] = keyhopper("anna", "022", *REMOVE)
    print(json.dumps(seen))


main()
