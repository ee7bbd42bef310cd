"""
What a run does about people before it does anything else: those whom the directory does not know, knows as disabled, or names otherwise are
listed, excluded or accepted; many of them stop a run without an operator; a directory that is out pauses check and run, manual and through
a printer, without charging anyone; a skip holds in every mode and process until it is undone.
"""

import desk as desks
import pytest
from printer_desk import Machine, PrinterDesk
from tally import check, equal

pytestmark = [pytest.mark.extra, pytest.mark.readers(3)]

GOOD = [f"good{number}@contoso.example" for number in range(1, 7)]
DISABLED, RENAMED = "disabled@contoso.example", "renamed@contoso.example"
GUEST = "visitor_partner.example#EXT#@contoso.example"
UNKNOWN = [f"unknown{number}@contoso.example" for number in range(1, 6)]
LATE = "late@contoso.example"
NAMES = {user: f"Person {user.split('@')[0]}" for user in [*GOOD, DISABLED, RENAMED, GUEST]}


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global desk, printers, PRINTER_PORT, PRINTER_READER
    # The last reader is the printer's.
    PRINTER_PORT, PRINTER_READER = desks.PORTS.pop(), desks.READERS.pop()
    desk = desks.Desk(list(NAMES.items()))
    desk.sandbox.change(DISABLED, accountEnabled=False)
    desk.sandbox.change(RENAMED, displayName="Another Name")
    printers = PrinterDesk.__new__(PrinterDesk)
    printers.sandbox, printers.names, printers.product = desk.sandbox, desk.names, desk.product
    yield
    desk.close()


def findings(run):
    return {event["user"]: event["finding"] for event in run.events if event["event"] == "check"}


def events(run, kind):
    return [event for event in run.events if event["event"] == kind]


def out(operation, **more):
    desk.sandbox.rule(operation, "unavailable", times=0, seconds=1, **more)


def until_noticed(event, run):
    """The directory is well again as soon as the run has said that it is paused."""
    if event["event"] == "paused":
        desk.sandbox.behave()
    return False


def with_cards(users):
    return dict(zip(users, desk.cards("plain", len(users))))


def test_many_people_whom_the_directory_does_not_know():
    request = desk.request([*UNKNOWN, GOOD[0]])
    run = desk.provision(request, {})
    equal("a run without an operator halts", run.code, 3)
    equal("the unknown are listed", findings(run), dict.fromkeys(UNKNOWN, "not-found"))
    equal("nobody had a turn", run.turns, [])
    equal("nothing was changed", set(desk.standing(request).values()), {"PENDING"})
    equal("the last line is the summary", run.summary.get("pending"), 6)
    run = desk.provision(request, with_cards([GOOD[0]]), "--exclude", "not-found")
    equal("excluded people are skipped", [desk.standing(request)[user] for user in UNKNOWN], ["SKIPPED"] * 5)
    equal("the other one is provisioned", (run.turns, run.outcome(GOOD[0])), ([GOOD[0]], "PROVISIONED"))
    shown = desk.must("request", "show", request, "--json").lines[0]
    reasons = {one["user"]: one.get("reason") for one in shown["recipients"]}
    equal("with the reason found", {reasons[user] for user in UNKNOWN}, {"directory.user-not-found"})
    again = desk.provision(request, {})
    equal("another process leaves them out", (again.turns, findings(again)), ([], {}))
    undone = desk.must("request", "unskip", request, "--person", UNKNOWN[0], "--json").lines[0]
    equal("one skip is undone", (undone["unskipped"], desk.standing(request)[UNKNOWN[0]], desk.standing(request)[UNKNOWN[1]]), (1, "PENDING", "SKIPPED"))
    equal("somebody who is not skipped is refused", desk.product("request", "unskip", request, "--person", GOOD[0]).code, 2)
    run = desk.provision(request, {})
    equal("a few unknown people fail as they always did", (run.code, run.outcome(UNKNOWN[0])), (1, "FAILED"))


def look_ups():
    return [call["path"] for call in desk.sandbox.calls() if call["operation"] == "find-user"]


def test_one_look_up_for_each():
    before = len(look_ups())
    request = desk.request([GOOD[1], UNKNOWN[0], GOOD[2]])
    run = desk.provision(request, with_cards(GOOD[1:3]))
    equal("outcomes", (run.outcome(GOOD[1]), run.outcome(UNKNOWN[0]), run.outcome(GOOD[2])), ("PROVISIONED", "FAILED", "PROVISIONED"))
    asked = look_ups()[before:]
    for user in (GOOD[1], GOOD[2]):
        equal(f"{user} is looked up once", sum(user.split("@")[0] in path for path in asked), 1)


def test_what_else_is_found():
    request = desk.request([DISABLED, GUEST, RENAMED, GOOD[3]])
    run = desk.provision(request, with_cards([RENAMED, GOOD[3]]), "--exclude", "disabled,guest")
    equal("findings", findings(run), {DISABLED: "disabled", GUEST: "guest", RENAMED: "name-differs"})
    standing = desk.standing(request)
    equal("disabled and guest are excluded", (standing[DISABLED], standing[GUEST]), ("SKIPPED", "SKIPPED"))
    equal("another name alone stops nobody", (run.outcome(RENAMED), run.outcome(GOOD[3])), ("PROVISIONED", "PROVISIONED"))


def test_a_directory_that_is_out_at_the_check():
    out("find-user")
    request = desk.request([GOOD[4]])
    run = desk.provision(request, with_cards([GOOD[4]]), react=until_noticed)
    check("the check was paused and went on", events(run, "paused") and events(run, "resumed"), run.events[:5])
    equal("the reason is told", events(run, "paused")[0]["reason"], "directory.server-error")
    equal("and the run too", run.outcome(GOOD[4]), "PROVISIONED")
    out("find-user")
    request = desk.request([GOOD[4], GOOD[5]])
    run = desk.provision(request, {}, "--wait", "10s")
    desk.sandbox.behave()
    equal("an outage that lasts too long ends it", (run.code, run.turns, set(desk.standing(request).values())), (3, [], {"PENDING"}))


def test_a_directory_that_is_out_in_a_manual_run():
    people = [GOOD[0], GOOD[1]]
    request = desk.request(people)

    def react(event, run):
        if event["event"] == "step" and event["step"] == "check" and event["user"] == people[0]:
            out("options")
        return until_noticed(event, run)

    run = desk.provision(request, with_cards(people), react=react)
    check("options could not be fetched: paused", events(run, "paused"), run.events)
    equal("nobody is charged", [(event["user"], event["outcome"]) for event in events(run, "outcome")], [(user, "PROVISIONED") for user in people])
    out("find-user")
    request = desk.request(people)
    run = desk.provision(request, with_cards(people), "--no-check", react=until_noticed)
    check("the look-up of a turn: paused", events(run, "paused") and events(run, "resumed"), run.events[:6])
    equal("nobody is charged", [event["outcome"] for event in events(run, "outcome")], ["PROVISIONED"] * 2)


def test_a_printer_and_a_skip_that_holds():
    machine = Machine("evolis-service", PRINTER_PORT, before=["load 8"])
    people = [LATE, GOOD[2], GOOD[3], GOOD[4]]
    request = desk.request(people)
    run = desk.provision(request, with_cards([GOOD[2]]), "--exclude", "not-found", react=stop_after(GOOD[2]))
    equal("skipped by hand", desk.standing(request)[LATE], "SKIPPED")
    desk.sandbox.ask("POST", "/users", {"userPrincipalName": LATE, "displayName": LATE, "accountEnabled": True})
    out("options")

    def react(event, process):
        if event["event"] == "paused":
            desk.sandbox.behave()

    run = printers.automatic(request, [(machine, PRINTER_READER)], react)
    check("the run through the printer was paused and went on", run.of("paused") and run.of("resumed"), run.events)
    standing = desk.standing(request)
    equal("who was skipped at the desk gets no card", standing[LATE], "SKIPPED")
    equal("everybody else is provisioned", [standing[user] for user in people[1:]], ["PROVISIONED"] * 3)
    check("nobody failed", not run.of("outcome", outcome="FAILED"), run.of("outcome"))
    equal("no card was rejected", [place for place in machine.places().values() if place == "reject"], [])
    desk.must("request", "unskip", request)
    run = printers.automatic(request, [(machine, PRINTER_READER)])
    equal("after the skip is undone they get one", desk.standing(request)[LATE], "PROVISIONED")
    machine.close()


def stop_after(user):
    """Presses Ctrl-C when this person is settled."""

    def react(event, run):
        if event["event"] == "waiting" and event["for"] == "remove" and run.outcome(user):
            process["it"].terminate()
            return True
        return False

    process = {}
    started = desk.product.start

    def start(*arguments, **environment):
        process["it"] = started(*arguments, **environment)
        return process["it"]

    desk.product.start = start
    return react
