"""Runs inside the guest of smoke-real-kernel: what Keyhopper makes of keys on the USB of a real kernel."""

import os
import subprocess
import sys


import product
import tally
from card_stack import CardStack
from tally import check, equal

# Everything is many times slower here than it will ever be for a person.
PATIENCE = 900

stack = CardStack(f"{product.WORK}/keys", [], [os.environ["KEYHOPPER_USB_PORT"]] * 2)
keyhopper = product.Product()
read = 0


def key(serial):
    return stack(f"state {serial}")["card"]


def new(traits):
    return stack(f"new {traits}")["cards"][0]


def kernel_log():
    return subprocess.run(["dmesg"], capture_output=True, text=True, check=True).stdout.splitlines()


def kernel_said():
    """Prints and returns what the kernel said of USB since this was asked last."""
    global read
    lines = kernel_log()
    since, read = lines[read:], len(lines)
    about = [line for line in since if "usb " in line or "hidraw" in line]
    print("".join(f"  kernel  {line}\n" for line in about), end="", flush=True)
    return "\n".join(about)


def until_seen(command):
    """A start may be so slow here that the command gives up before the keys were looked at: it is given again, said aloud."""
    for attempt in range(1, 6):
        result = command()
        if "usb-key" in result.out or '"loses"' in result.out:
            return result
        print(f"  attempt {attempt} saw no key: {result.err.strip().splitlines()[-1:]}", flush=True)
    return result


def both(used):
    """A new key and the used one, plugged in."""
    plain = new("plain")
    for slot, serial in enumerate((plain, used)):
        stack(f"insert {serial} {slot}")
    return [plain, used]


def erased():
    """
    The used key is taken out, and the new one, since no other may be near a reset; another comes in place of the used one and goes; the used one comes
    back and is erased within its ten seconds.
    """
    used, other = new("pin=4711+foreign=login.example+reset-window=10000"), new("pin=4711")
    stack("touch auto 300")
    serials = both(used)
    asked = []

    def react(event):
        wish = event.get("do")
        if event.get("event") != "instruction" or wish in asked[-1:]:
            return
        asked.append(wish)
        if wish == "take-out":
            stack("remove 1")
        elif wish == "remove-others":
            stack("remove 0")
        elif wish == "put-back":
            stack(f"insert {used if 'swap' in asked else other} 1")
        elif wish == "swap":
            equal("told which one came and which one is wanted", (event["inserted"], event["wanted"]), (other, used))
            stack(f"insert {used} 1")

    result = until_seen(lambda: keyhopper.run(react, "devices", "reset", "--yes", "--key", used, seconds=PATIENCE))
    said = kernel_said()
    for serial in (*serials, other):
        check(f"the kernel enumerated {serial}", f"SerialNumber: {serial}" in said)
    if not equal("exit", result.code, 0):
        print(result.out, result.err, flush=True)
    equal("the name that the kernel read", result.lines[0]["device"].count("Rehearsal"), 1)
    equal("what hands had to do", [wish for wish in asked if wish != "none"], ["take-out", "remove-others", "put-back", "swap", "touch"])
    equal("erased", (key(used)["resets"], key(used)["pinSet"], key(used)["credentials"]), (1, False, []))
    equal("the others were left alone", [key(each)["resets"] for each in (serials[0], other)], [0, 0])
    equal("the kernel saw it come twice", said.count(f"SerialNumber: {used}"), 2)
    check("and saw keys leave", said.count("USB disconnect") >= 3)
    stack("remove 1")


def listed():
    serials = both(new("pin=4711"))
    told = until_seen(lambda: keyhopper("devices", "--json", seconds=PATIENCE))
    kernel_said()
    keys = {line["serial"]: line for line in told.lines if line["kind"] == "usb-key"}
    if equal("both keys, by the serial numbers that the kernel read", sorted(keys), sorted(serials)):
        equal("which of them has a PIN", [keys[serial]["pinSet"] for serial in serials], [False, True])
    else:
        print(told.out, told.err, flush=True)


try:
    tally.run([("a key is taken out, put back and erased", erased), ("two keys are listed", listed)], *sys.argv[1:])
finally:
    stack.close()
