"""Started by window-people."""

import os

import product
import tally
from card_stack import CardStack
from sandbox import Sandbox
from tally import check, equal
from window import Window, log_if_it_fails

GOOD = "anna@contoso.example"
DISABLED = "dora@contoso.example"
GUEST = "gast_partner.example#EXT#@contoso.example"
UNKNOWN = "unknown@contoso.example"
TITLE = "Check before the run: Mixed"
DECIDE = "people need a decision"
INSERT = "Put in a device for"
READY = "Ready. Check person and device"

window = Window()
desk, press_until = window.desk, window.press_until
sandbox = Sandbox([(GOOD, "Anna Berg"), (DISABLED, "Dora Dahl"), (GUEST, "Gast Partner")])
sandbox.change(DISABLED, accountEnabled=False)
stack = CardStack(product.JAVA, product.CLASSPATH, f"{product.WORK}/cards", os.environ["CHECK_PORTS"].split()[:1])
keyhopper = product.Product(SANDBOX_SECRET=sandbox.secret)
request = []


def standing():
    shown = keyhopper("request", "show", request[0], "--json").lines[0]
    return {one["user"]: one["outcome"] for one in shown["recipients"]}


def start():
    equal("directory added", keyhopper("directory", "add", "contoso", *sandbox.settings()).code, 0)
    rows = "".join(f"{user},\r\n" for user in (UNKNOWN, GOOD, DISABLED, GUEST))
    path = keyhopper.file("people.csv", "user,displayName\r\n" + rows)
    request.append(keyhopper("request", "import", path, "--name", "Mixed", "--directory", "contoso", "--json").lines[0]["id"])
    window.start(keyhopper, "PROVISION NOW")


def begin():
    press_until(["alt+p"], "How do you want to work?")
    desk.press("Return")
    desk.wait_for(DECIDE)
    desk.wait_until_active(TITLE)


def going_back():
    begin()
    words = desk.words()
    for text in (f"3 of 4 {DECIDE}", "Not found", "Account disabled", "Guest", "Exclude 2 and start"):
        check(f"shows {text}", any(text in word for word in words), words)
    desk.picture("decide")
    desk.press("Escape")
    desk.wait_until_gone(DECIDE)
    desk.wait_for("CHOOSE A REQUEST")
    desk.picture("back")
    equal("nothing was changed", set(standing().values()), {"PENDING"})


def excluding():
    press_until(["alt+c"], "PROVISION NOW")
    begin()
    desk.press("alt+a")
    desk.wait_for("Exclude 3 and start")
    desk.press("Return")
    desk.wait_for(INSERT)
    desk.picture("run")
    equal("the excluded are skipped", standing(), {UNKNOWN: "SKIPPED", GOOD: "PENDING", DISABLED: "SKIPPED", GUEST: "SKIPPED"})


def outage():
    card = stack("new plain 1")["cards"][0]
    stack(f"insert {card} 0")
    desk.wait_for(READY)
    sandbox.rule("options", "unavailable", times=0, seconds=1)
    desk.press("Return")
    desk.wait_for("The directory is out")
    desk.picture("out")
    # The journal counts a ceremony under way as unclear until it ends.
    check("nobody is charged", standing()[GOOD] != "FAILED" and desk.has("0\u00a0failed"), standing())
    sandbox.behave()
    desk.wait_for("Done. Remove the device.")
    check("the notice is gone", not desk.has("The directory is out"), desk.words())
    equal("provisioned", standing()[GOOD], "PROVISIONED")
    stack("remove 0")
    desk.wait_for("1 of 4 provisioned.")


def undoing():
    press_until(["Return"], "RETRY FAILED")
    desk.picture("results")
    press_until(["alt+k"], DECIDE)
    equal("all who were skipped are pending again", sorted(standing().values()), ["PENDING"] * 3 + ["PROVISIONED"])
    desk.wait_until_active(TITLE)
    desk.press("Return")
    desk.wait_for(f"{INSERT} gast_")
    desk.picture("guest")
    desk.press("alt+k")
    desk.wait_for("1 of 4 provisioned.")
    equal("skipped again, by hand too", sorted(standing().values()), ["PROVISIONED"] + ["SKIPPED"] * 3)


try:
    with log_if_it_fails():
        tally.run(
            [
                ("the window opens", start),
                ("who needs a decision, and going back", going_back),
                ("excluding", excluding),
                ("a directory that is out", outage),
                ("undoing a skip", undoing),
            ]
        )
finally:
    sandbox.close()
    stack.close()
