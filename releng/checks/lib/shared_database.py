"""Started by shared-database."""

import os
import signal

import product
import tally
from desk import Desk
from postgres import Postgres
from tally import check, equal

PASSPHRASE = "of both stations"
PEOPLE = [(f"person{number}@contoso.example", f"Person {number}") for number in range(1, 15)]
USERS = [user for user, _ in PEOPLE]
ONCE = {"PROVISIONED"}

server = Postgres()
shared = {"KEYHOPPER_DATABASE": server.address, "KEYHOPPER_PASSPHRASE": PASSPHRASE}
# Where the stack of cards stands, and the other one.
desk = Desk(PEOPLE, **shared)
other = product.Product(SANDBOX_SECRET=desk.sandbox.secret, **shared)


def at_the_other(action):
    """Has the other station at the readers meanwhile."""
    mine, desk.product = desk.product, other
    try:
        return action()
    finally:
        desk.product = mine


def each_has_one(users):
    passkeys = desk.sandbox.passkeys()
    equal("one passkey for each", [len(passkeys.get(user, [])) for user in users], [1] * len(users))


def one_queue():
    users = USERS[:4]
    request = desk.request(users, name="Both")
    equal("the other sees it", [line["id"] for line in other("request", "list", "--json").lines], [request])
    equal("its directory and its secret", other("directory", "test", "contoso").code, 0)
    cards = dict(zip(users, desk.cards("plain", len(users))))
    seen = []

    def stop_after_two(event, run):
        if len(run.outcomes) == 2 and event["event"] == "waiting" and event["for"] == "insert":
            seen.append(other("provision", request, "--mode", "manual"))
            os.kill(process[0].pid, signal.SIGINT)
            return True
        return False

    process = []
    first = desk.provision(request, cards, react=stop_after_two, started=process.append)
    equal("stopped after two", (first.code, first.turns[:2], set(first.outcomes)), (130, users[:2], set(users[:2])))
    equal("meanwhile the other could not work on it", seen[0].code, 2)
    check("and was told so", "another station has the request open" in seen[0].err, seen[0].err)
    rest = at_the_other(lambda: desk.provision(request, cards))
    equal("the other does the rest", (rest.code, rest.turns), (0, users[2:]))
    equal("both see all of it", [desk.standing(request), at_the_other(lambda: desk.standing(request))], [dict.fromkeys(users, "PROVISIONED")] * 2)
    each_has_one(users)


def killed():
    users = USERS[4:7]
    request = desk.request(users, name="Killed")
    cards = dict(zip(users, desk.cards("plain", len(users))))
    process = []

    def kill(event, run):
        if event["event"] == "step" and event["step"] == "create":
            process[0].kill()
            return True
        return False

    run = desk.provision(request, cards, react=kill, started=process.append)
    equal("killed", run.code, -9)
    equal("unclear at the other", at_the_other(lambda: desk.standing(request))[users[0]], "UNCLEAR")
    settled = at_the_other(lambda: desk.reconcile(request, "--give-up"))
    check("settled by the other", settled.outcome(users[0]) in ("PROVISIONED", "FAILED", "PENDING"), settled.events)
    rest = at_the_other(lambda: desk.provision(request, {**cards, users[0]: desk.cards("plain")[0]}))
    equal("everybody is done", (rest.code, set(desk.standing(request).values())), (0, ONCE))
    each_has_one(users)


def without_its_server():
    users = USERS[7:10]
    request = desk.request(users, name="Cut off")
    cards = dict(zip(users, desk.cards("plain", len(users))))

    def cut(event, run):
        if event["event"] == "step" and event["step"] == "options":
            server.stop()
        return False

    run = desk.provision(request, cards, react=cut)
    check("the run ends and says why", run.code != 0 and "does not answer" in run.result.out + run.result.err, run.result.err)
    check("without a stack trace", "\tat " not in run.result.err, run.result.err)
    refused = other("request", "list")
    equal("the other says so too", (refused.code, "does not answer" in refused.err), (2, True))
    server.start()
    desk.reconcile(request, "--give-up")
    rest = at_the_other(lambda: desk.provision(request, {user: desk.cards("plain")[0] for user in users}))
    equal("everybody is done", (rest.code, set(desk.standing(request).values())), (0, ONCE))
    each_has_one(users)


def started_anew():
    """Between two people nothing is under way, and nothing is lost."""
    users = USERS[10:12]
    request = desk.request(users, name="Started anew")
    cards = dict(zip(users, desk.cards("plain", len(users))))

    def anew(event, run):
        if len(run.outcomes) == 1 and event["event"] == "waiting" and event["for"] == "insert":
            server.stop()
            server.start()
        return False

    run = desk.provision(request, cards, react=anew)
    equal("goes on", (run.code, run.outcomes.keys() == set(users)), (0, True))
    each_has_one(users)


def without_the_passphrase():
    alone = product.Product(KEYHOPPER_DATABASE=server.address)
    refused = alone("directory", "test", "contoso")
    equal("refused", refused.code, 2)
    check("and says what is missing", "KEYHOPPER_PASSPHRASE" in refused.err, refused.err)
    wrong = alone("request", "list", KEYHOPPER_DATABASE="postgresql://desk@db.contoso.example/keyhopper?sslmode=disable")
    equal("an unprotected connection is refused", (wrong.code, "does not prove which server answers" in wrong.err), (2, True))


def a_rehearsal_stays_out():
    before = desk.must("request", "list", "--json").out
    equal("rehearsed", desk.product("rehearse", "--headless", "--recipients", "2").code, 0)
    equal("nothing made up among the requests", desk.must("request", "list", "--json").out, before)


try:
    tally.run(
        [
            ("one queue for two stations", one_queue),
            ("one station killed", killed),
            ("the server gone in the middle", without_its_server),
            ("the server started anew", started_anew),
            ("without the passphrase", without_the_passphrase),
            ("a rehearsal", a_rehearsal_stays_out),
        ]
    )
finally:
    desk.close()
    server.close()
