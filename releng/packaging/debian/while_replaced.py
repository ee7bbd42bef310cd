#!/usr/bin/python3
"""Provisions one person at a rehearsal, has the product replaced under it, provisions the next one all the same, and reads that it should be started
again. The product is the one on the PATH. A word is written to the pipe when somebody should replace it, and one read from it when that is done.

    while_replaced.py PICTURES replaced PIPE"""

import os
import subprocess
import sys
import time

from messages import message
from robot import Robot

INSERT = message("stage.insert")
READY = message("stage.ready")
DONE = message("stage.provisioned")
COMPLETED = message("stage.completed", 2, 2)
FAILED = message("stage.failed")
REPLACED = message("upkeep.replaced.title")
NEW_CARD, TAKE_OUT = "F6", "F8"

desk = Robot(sys.argv[1])
log = open(os.path.join(sys.argv[1], "replaced.log"), "wb")
rehearsal = subprocess.Popen(["keyhopper", "rehearse", "--recipients", "2"], stdout=log, stderr=log)


def provision():
    desk.wait_for(INSERT)
    desk.press(NEW_CARD)
    desk.wait_for(READY)
    desk.press("Return")
    if desk.wait_for(DONE, FAILED) == FAILED:
        sys.exit(f"A ceremony failed: {desk.words()}")
    desk.press(TAKE_OUT)


desk.wait_for(message("requests.provision"))
# A window that has just opened may not take keys yet.
for _ in range(10):
    if not desk.has(message("mode.title")):
        desk.press("alt+p")
        time.sleep(2)
desk.wait_for(message("mode.title"))
desk.press("Return")
provision()
with open(sys.argv[3], "w") as pipe:
    pipe.write("begun\n")
with open(sys.argv[3]) as pipe:
    pipe.read()
provision()
desk.wait_for(COMPLETED)
desk.wait_for(REPLACED)
desk.picture("replaced")
desk.press("Return")
desk.wait_until_gone(REPLACED)
rehearsal.terminate()
rehearsal.wait()
