"""
Takes a person out of a request by the menu of its table, and provisions it at the window with people who are unknown, disabled and guests: they
are listed before the run, excluded, and stay skipped until that is undone; going back changes nothing. In the middle of the run the directory is
out, and work goes on by itself when it is back. Pictures are left in target/window-people.
"""


import product
import pytest
from card_stack import CardStack
from messages import message, mnemonic, problem
from pcscd import PORTS
from sandbox import Sandbox
from tally import check, equal
from window import Window

pytestmark = pytest.mark.readers(1)

GOOD = "anna@contoso.example"
DISABLED = "dora@contoso.example"
GUEST = "gast_partner.example#EXT#@contoso.example"
UNKNOWN = "unknown@contoso.example"
LEFT = "left@contoso.example"
TITLE = message("runCheck.title", "Mixed")
DECIDE = message("runCheck.found")
FOUND = [message(f"runCheck.reason.{reason}") for reason in ("NOT_FOUND", "DISABLED", "GUEST")]
INSERT = message("stage.insert")
READY = message("stage.ready")
request = []


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global desk, keyhopper, press_until, sandbox, stack, window
    window = Window("window-people")
    desk, press_until = window.desk, window.press_until
    sandbox = Sandbox([(GOOD, "Anna Berg"), (DISABLED, "Dora Dahl"), (GUEST, "Gast Partner")])
    sandbox.change(DISABLED, accountEnabled=False)
    stack = CardStack(f"{product.WORK}/cards", PORTS[:1])
    keyhopper = product.Product(SANDBOX_SECRET=sandbox.secret)
    yield
    sandbox.close()
    stack.close()


def standing():
    shown = keyhopper("request", "show", request[0], "--json").lines[0]
    return {one["user"]: one["outcome"] for one in shown["recipients"]}


def test_the_window_opens():
    equal("directory added", keyhopper("directory", "add", "contoso", *sandbox.settings()).code, 0)
    rows = "".join(f"{user},\r\n" for user in (UNKNOWN, GOOD, DISABLED, GUEST, LEFT))
    path = keyhopper.file("people.csv", "user,displayName\r\n" + rows)
    request.append(keyhopper("request", "import", path, "--name", "Mixed", "--directory", "contoso", "--json").lines[0]["id"])
    window.start(keyhopper, message("requests.provision"))


def test_the_menu_of_a_person():
    desk.click(next(cell for cell in desk.find("table cell") if cell.get_name() == LEFT))
    press_until(["Menu"], message("requests.person.provision"))
    desk.picture("menu")
    desk.press(mnemonic("requests.person.remove")[-1])
    desk.wait_for(message("requests.person.remove.question", LEFT))
    desk.press(mnemonic("requests.person.remove.confirm"))
    desk.wait_until(lambda: LEFT not in standing(), "the person is out of the request")
    desk.wait_until_gone(LEFT)


def begin():
    press_until(["alt+p"], message("mode.title"))
    desk.press("Return")
    desk.wait_for(DECIDE)
    desk.wait_until_active(TITLE)


def test_who_needs_a_decision_and_going_back():
    begin()
    words = desk.words()
    for text in (f"3 of 4 {DECIDE}", *FOUND, message("runCheck.excludeAndStart", "2")):
        check(f"shows {text}", any(text in word for word in words), words)
    desk.picture("decide")
    desk.press("Escape")
    desk.wait_until_gone(DECIDE)
    desk.wait_for(message("action.CHOOSE_REQUEST"))
    desk.picture("back")
    equal("nothing was changed", set(standing().values()), {"PENDING"})


def test_excluding():
    press_until(["alt+c"], message("requests.provision"))
    begin()
    desk.press("alt+a")
    desk.wait_for(message("runCheck.excludeAndStart", 3))
    desk.press("Return")
    desk.wait_for(INSERT)
    desk.picture("run")
    equal("the excluded are skipped", standing(), {UNKNOWN: "SKIPPED", GOOD: "PENDING", DISABLED: "SKIPPED", GUEST: "SKIPPED"})


def test_a_directory_that_is_out():
    card = stack("new plain 1")["cards"][0]
    stack(f"insert {card} 0")
    desk.wait_for(READY)
    sandbox.rule("options", "unavailable", times=0, seconds=1)
    desk.press("Return")
    desk.wait_for(problem("run.directory-out"))
    desk.picture("out")
    # The journal counts a ceremony under way as unclear until it ends.
    check("nobody is charged", standing()[GOOD] != "FAILED" and desk.has(message("progress.failed", 0)), standing())
    sandbox.behave()
    desk.wait_for(message("stage.provisioned"))
    check("the notice is gone", not desk.has(problem("run.directory-out")), desk.words())
    equal("provisioned", standing()[GOOD], "PROVISIONED")
    stack("remove 0")
    desk.wait_for(message("stage.completed", 1, 4))


def test_undoing_a_skip():
    press_until(["Return"], message("results.retry"))
    desk.picture("results")
    press_until(["alt+k"], DECIDE)
    equal("all who were skipped are pending again", sorted(standing().values()), ["PENDING"] * 3 + ["PROVISIONED"])
    desk.wait_until_active(TITLE)
    desk.press("Return")
    desk.wait_for(f"{INSERT} gast_")
    desk.picture("guest")
    desk.press("alt+k")
    desk.wait_for(message("stage.completed", 1, 4))
    equal("skipped again, by hand too", sorted(standing().values()), ["PROVISIONED"] + ["SKIPPED"] * 3)
