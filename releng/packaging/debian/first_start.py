#!/usr/bin/python3
"""The first start of a new user, who has no home folder of Keyhopper yet: five keys lead from the first page to the first provisioned person, who is
made up. The product is the one on the PATH."""

import glob
import os
import subprocess
import sys

from messages import message
from robot import Robot

STEPS = [
    ("alt+t", "requests.provision"),
    ("alt+p", "mode.title"),
    ("Return", "stage.insert"),
    ("F6", "stage.ready"),
    ("Return", "stage.provisioned"),
]

if os.path.exists(os.path.expanduser("~/.keyhopper")):
    sys.exit("This is not the first start.")
desk = Robot(sys.argv[1])
log = open(os.path.join(sys.argv[1], "product.log"), "ab")
keyhopper = subprocess.Popen(["keyhopper"], stdout=log, stderr=log)
desk.wait_for(message("requests.empty.noDirectory.title"))
desk.picture("first-start")
for keys, shows in STEPS:
    desk.press(keys)
    desk.wait_for(message(shows))
    if shows == "mode.title":
        desk.wait_until_active(message(shows))
    desk.picture(f"first-{shows}")
keyhopper.terminate()
keyhopper.wait()
if glob.glob(os.path.expanduser("~/.keyhopper/.eclipse/*/configuration/org.eclipse.osgi/framework.info*")):
    sys.exit("The bundles were resolved again for this user.")
print(f"a person provisioned after {len(STEPS)} keys; {desk.taken} pictures in {desk.pictures}")
