#!/usr/bin/python3
"""
Installs Keyhopper's Debian package, starts Central, joins it, and presses Provision Now in Chromium: xdg-open starts the application at that request. It
provisions three people on rehearsal devices in a virtual reader, which the portal shows. Then the package is removed, and the page says that nothing
answered. Prints one line of JSON with what it saw. Changes the computer: run it through over_root.sh.

    installed_application.py PACKAGE PICTURES
"""

import glob
import json
import os
import subprocess
import sys
import time

import pcscd
import product
import screen
from card_stack import CardStack
from messages import message, mnemonic
from portal_browser import PortalBrowser
from robot import Robot
from running_central import RunningCentral

PACKAGE, PICTURES = sys.argv[1:]
POLICIES = "/etc/chromium/policies/managed"
REQUEST = "People of contoso"
PEOPLE = 3
seen = {}


def run(*command):
    ran = subprocess.run(command, capture_output=True, text=True, timeout=300, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
    if ran.returncode:
        sys.exit(f"{command} ended with {ran.returncode}: {ran.stdout}{ran.stderr}")
    return ran.stdout


def join(central):
    path = f"{product.WORK}/code"
    with open(path, "w") as file:
        file.write(central.ready["codes"]["contoso"])
    run("keyhopper", "central", "join", central.url, "--code-file", path)


def provision_now(browser, request):
    browser.open(f"/requests/{request}/provision").click("#launch")
    return time.monotonic()


def provision(desk, stack):
    """Agrees to the link in the application, and provisions everyone in it, each on a new device."""
    desk.wait_for(message("link.question", REQUEST, "contoso", PEOPLE))
    desk.wait_until_active(message("link.title"))
    # Return cancels a link.
    desk.press(mnemonic("mode.continue"))
    for number in range(1, PEOPLE + 1):
        desk.wait_for(message("stage.insert"))
        device = stack("new plain")["cards"][0]
        stack(f"insert {device} 0")
        desk.wait_for(message("stage.ready"))
        desk.press("Return")
        if desk.wait_for(message("stage.provisioned"), message("stage.failed")) == message("stage.failed"):
            sys.exit(f"It failed: {desk.words()}")
        desk.picture(f"provisioned-{number}")
        stack("remove 0")
        desk.wait_until_gone(message("stage.provisioned"))
    desk.wait_for(message("stage.completed.all"))
    desk.picture("completed")


def stop_application():
    """Ends the processes of the installed package, which xdg-open has started."""
    for process in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{process}/cmdline", "rb") as line:
                if b"/usr/lib/keyhopper" in line.read():
                    os.kill(int(process), 15)
        except OSError:
            pass  # It has ended.


def main():
    run("dpkg", "--install", "--force-depends", PACKAGE)
    seen["handler"] = run("xdg-mime", "query", "default", "x-scheme-handler/keyhopper").strip()
    screen.open_screen(product.WORK)
    os.environ["JAVA_TOOL_OPTIONS"] = "-Dorg.keyhopper.silent=true"
    central = RunningCentral("--people", str(PEOPLE), "--downloads", os.path.dirname(PACKAGE))
    os.makedirs(POLICIES, exist_ok=True)
    with open(f"{POLICIES}/keyhopper.json", "w") as file:
        json.dump({"AutoLaunchProtocolsFromOrigins": [{"protocol": "keyhopper", "allowed_origins": [central.url]}]}, file)
    join(central)
    browser = PortalBrowser(central.url, PICTURES, headless=False)
    desk = Robot(browser.pictures, patience=180)
    browser.sign_in("operator")
    os.makedirs(pcscd.RUN, exist_ok=True)
    with pcscd.Pcscd(1), CardStack(f"{product.WORK}/cards", pcscd.PORTS) as stack:
        opened(browser, desk, central, stack)
    stop_application()
    run("dpkg", "--purge", "keyhopper")
    # Nothing is left to be done in the other request.
    waiting = next(request for directory, request in central.ready["requests"].items() if directory != "contoso")
    began = provision_now(browser, waiting)
    seen["unanswered"] = bool(browser.wait(lambda: browser.one("#unanswered").is_displayed()))
    seen["reported after"] = round(time.monotonic() - began, 1)
    browser.picture("page-unanswered").click("#unanswered a")
    seen["downloads"] = os.path.basename(PACKAGE) in browser.text
    browser.picture("downloads").close()
    central.close()
    print(json.dumps(seen), flush=True)


def opened(browser, desk, central, stack):
    began = provision_now(browser, central.ready["requests"]["contoso"])
    try:
        desk.wait_for(message("requests.provision"))
    except AssertionError:
        for path in glob.glob(f"{product.WORK}/.keyhopper/logs/*"):
            with open(path, errors="replace") as log:
                print(log.read()[-4000:], file=sys.stderr)
        print(run("ps", "-eo", "pid,etime,args"), file=sys.stderr)
        raise
    seen["opened after"] = round(time.monotonic() - began, 1)
    seen["request"] = any(REQUEST in word for word in desk.words())
    desk.picture("opened")
    # Looking at a page brings the browser to the front.
    provision(desk, stack)
    seen["page"] = bool(browser.wait(lambda: browser.one("#launched").is_displayed()))
    browser.picture("page-opened")
    browser.open(f"/requests/{central.ready['requests']['contoso']}")
    seen["provisioned"] = browser.wait(lambda: browser.one(".tiles .good dd").text == str(PEOPLE)) and PEOPLE
    browser.picture("live")
    seen["passkeys"] = sum(len(user["methods"]) for user in central.directory("contoso", "GET", "/state")["users"])


main()
