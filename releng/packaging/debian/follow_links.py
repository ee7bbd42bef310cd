#!/usr/bin/python3
"""Follows keyhopper:// links through xdg-open, as a browser does: into a rehearsal of two people who are then provisioned, into a desktop that
is not running yet, and with links that are to be refused. The product is the one on the PATH."""

import json
import os
import re
import subprocess
import sys

from messages import message
from robot import Robot

ASKED = message("link.title")
INSERT = message("stage.insert")
READY = message("stage.ready")
DONE = message("stage.provisioned")
COMPLETED = message("stage.completed", 2, 2)
FAILED = message("stage.failed")
NEW_CARD, TAKE_OUT = "F6", "F8"

desk = Robot(sys.argv[1])
opened = []


def start(*arguments):
    log = open(os.path.join(sys.argv[1], "product.log"), "ab")
    return subprocess.Popen(["keyhopper", *arguments], stdout=log, stderr=log)


def follow(link):
    opened.append(subprocess.Popen(["xdg-open", link]))


def command(*arguments):
    ran = subprocess.run(["keyhopper", *arguments, "--json"], stdout=subprocess.PIPE, text=True, check=True)
    return [json.loads(line) for line in ran.stdout.splitlines()]


def request_shown():
    desk.wait_for(message("requests.provision"))
    for word in desk.words():
        found = re.match(r"Request (\w+) ", word)
        if found:
            return found.group(1)
    sys.exit(f"No request shows: {desk.words()}")


def products():
    """How many are running."""
    count = 0
    for process in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{process}/cmdline", "rb") as line:
                count += b"org.keyhopper.app.product" in line.read()
        except OSError:
            pass  # it ended while we looked
    return count


def read_and_close(text, picture):
    desk.wait_for(ASKED)
    desk.wait_for(text)
    desk.picture(picture)
    desk.press("Return")
    desk.wait_until_gone(ASKED)


def give_up(request):
    follow(f"keyhopper://provision/{request}")
    desk.wait_for("2 people in the directory")
    desk.picture("asked")
    # Whoever hits Enter because the window came up while they typed has not said yes.
    desk.press("Return")
    desk.wait_until_gone(ASKED)
    desk.expect(message("requests.provision"))


def provision_two(request):
    follow(f"keyhopper://provision/{request}")
    desk.wait_for("2 people in the directory")
    desk.press("alt+c")
    for number in (1, 2):
        desk.wait_for(INSERT)
        if number == 2:
            follow(f"keyhopper://provision/{request}")
            read_and_close(message("link.running"), "run-under-way")
        desk.press(NEW_CARD)
        desk.wait_for(READY)
        desk.press("Return")
        after = desk.wait_for(DONE, FAILED)
        desk.picture("provisioned")
        if after == FAILED:
            sys.exit(f"A ceremony failed: {desk.words()}")
        desk.press(TAKE_OUT)
    desk.wait_for(COMPLETED)


def in_a_rehearsal():
    rehearsal = start("rehearse", "--recipients", "2")
    request = request_shown()
    give_up(request)
    provision_two(request)
    if products() != 1:
        sys.exit(f"{products()} desktops are running where there should be one")
    rehearsal.terminate()
    rehearsal.wait()


def made_request():
    os.environ["SECRET"] = "not a real one"
    settings = ["--set", "tenant=contoso.example", "--set", "clientId=00000000-0000-4000-8000-000000000000"]
    command("directory", "add", "contoso", "--type", "entra", *settings, "--secret", "clientSecret=env:SECRET")
    with open("people.csv", "w") as people:
        people.write("user\r\nanna@contoso.example\r\nbert@contoso.example\r\n")
    return command("request", "import", "people.csv", "--name", "Berlin office", "--directory", "contoso")[0]["id"]


def from_nothing():
    request = made_request()
    follow(f"keyhopper://provision/{request}")
    desk.wait_for(message("link.question", "Berlin office", "contoso", 2))
    desk.picture("started-by-a-link")
    desk.press("Escape")
    desk.wait_until_gone(ASKED)
    for link in (
        "keyhopper://provision/../../etc/passwd",
        f"keyhopper://provision/{request}?directory=evil.example",
        f"keyhopper://provision/{request}%20--json",
        "keyhopper:$(touch RAN)",
    ):
        follow(link)
        read_and_close(message("link.refused"), "refused")
    follow("keyhopper://provision/XXXXX")
    read_and_close(message("link.unknown"), "unknown")
    if products() != 1:
        sys.exit(f"{products()} desktops are running where there should be one")
    if os.path.exists("RAN"):
        sys.exit("A link ran something.")
    [shown] = [line for line in command("request", "list") if line["id"] == request]
    if shown["pending"] != 2:
        sys.exit(f"A link began something: {shown}")


in_a_rehearsal()
from_nothing()
for process in opened:
    process.terminate()
print(f"two people provisioned after a link, links refused, one desktop only; {desk.taken} pictures in {desk.pictures}")
