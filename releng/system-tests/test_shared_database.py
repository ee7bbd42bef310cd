"""
Two stations with one database on a real PostgreSQL server: who works on what, one killed, one asleep past its claim, the server gone in the
middle of a run.
"""

import glob
import os
import signal
import time

import product
import pytest
from desk import READERS, Desk
from tally import check, equal

pytestmark = pytest.mark.readers(2)

PASSPHRASE = "of both stations"
PEOPLE = [(f"person{number}@contoso.example", f"Person {number}") for number in range(1, 33)]
USERS = [user for user, _ in PEOPLE]
ONCE = {"PROVISIONED"}

# One station works while the other one sleeps.
LONG = 600

TABLES = ("recipient", "settlement", "ceremony", "journal_entry", "inventory", "pin", "revocation")


@pytest.fixture(scope="module", autouse=True)
def opened(readers, postgres):
    global desk, other, server, shared
    server = postgres
    shared = {"KEYHOPPER_DATABASE": server.address, "KEYHOPPER_PASSPHRASE": PASSPHRASE}
    # Where the stack of cards stands, and the other one.
    desk = Desk(PEOPLE, **shared)
    other = product.Product(SANDBOX_SECRET=desk.sandbox.secret, **shared)
    yield
    desk.close()


def at_the_other(action):
    """Has the other station at the readers meanwhile."""
    mine, desk.product = desk.product, other
    try:
        return action()
    finally:
        desk.product = mine


def offered(keyhopper, request):
    """Whom a run there would turn to now: it is stopped before it has a device."""
    process, turns = [], []

    def stop(event):
        if event["event"] == "recipient":
            turns.append(event["user"])
        if event["event"] == "waiting":
            process[0].send_signal(signal.SIGINT)

    keyhopper.run(stop, "provision", request, "--mode", "manual", started=process.append)
    return turns


def each_has_one(users):
    passkeys = desk.sandbox.passkeys()
    equal("one passkey for each", [len(passkeys.get(user, [])) for user in users], [1] * len(users))


def test_one_queue_for_two_stations():
    users = USERS[:4]
    request = desk.request(users, name="Both")
    equal("the other sees it", [line["id"] for line in other("request", "list", "--json").lines], [request])
    equal("its directory and its secret", other("directory", "test", "contoso").code, 0)
    cards = dict(zip(users, desk.cards("plain", len(users))))
    seen = []

    def stop_after_two(event, run):
        if len(run.outcomes) == 2 and event["event"] == "waiting" and event["for"] == "insert":
            seen.append(offered(other, request))
            os.kill(process[0].pid, signal.SIGINT)
            return True
        return False

    process = []
    first = desk.provision(request, cards, react=stop_after_two, started=process.append)
    equal("stopped after two", (first.code, first.turns[:2], set(first.outcomes)), (130, users[:2], set(users[:2])))
    equal("meanwhile the other was offered the one whom nobody had claimed", seen, [users[3:]])
    rest = at_the_other(lambda: desk.provision(request, cards))
    equal("the other does the rest", (rest.code, rest.turns), (0, users[2:]))
    equal("both see all of it", [desk.standing(request), at_the_other(lambda: desk.standing(request))], [dict.fromkeys(users, "PROVISIONED")] * 2)
    each_has_one(users)


def test_one_station_killed():
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


def test_the_server_gone_in_the_middle():
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


def test_the_server_started_anew():
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


def everything():
    """All that is recorded about people and their devices."""
    return {table: sorted(server.ask(f"SELECT * FROM {table}")) for table in TABLES}


def nothing_recorded_since(before):
    now = everything()
    equal("nothing was recorded", [table for table in TABLES if now[table] != before[table]], [])


def new_session():
    """The server ends all sessions, as it does with one whose computer sleeps."""
    server.stop()
    server.start()


def asleep(process, meanwhile, lose=new_session):
    """Stops a station past its claim, and has something done meanwhile; the station goes on afterwards."""
    slot = desk.slot
    os.kill(process.pid, signal.SIGSTOP)
    try:
        lose()
        return meanwhile()
    finally:
        desk.slot = slot
        os.kill(process.pid, signal.SIGCONT)


def lost_its_claim(run, request):
    """What a station says that slept through the claim of another one."""
    notices = [event for event in run.events if event["event"] == "notice"]
    equal("it halts", (run.code, run.summary.get("reason")), (3, "run.claim-lost"))
    said = " ".join(notice["message"] for notice in notices)
    parts = ("The claim on this person was lost", request, "Check the result of the person")
    check("and says what happened and what to do", all(part in said for part in parts), notices)
    check("without a stack trace", "\tat " not in run.result.err, run.result.err)


def holds_only(card, user):
    """A card of a station that was overtaken has the one passkey of the person, or nothing."""
    registered = {method["credentialId"] for method in desk.sandbox.passkeys()[user]}
    held = {credential["id"] for credential in desk.card(card)["credentials"]}
    check("its device has no passkey of its own", held <= registered and (held or not desk.card(card)["pinSet"]), (held, registered, desk.card(card)))


def test_asleep_between_two_people():
    users = USERS[12:15]
    request = desk.request(users, name="Slept between people")
    cards = dict(zip(users, desk.cards("plain", len(users))))
    process, seen = [], {}

    def sleep(event, run):
        if len(run.outcomes) == 1 and event["event"] == "waiting" and event["for"] == "insert" and not seen:
            theirs = dict(zip(users, desk.cards("plain", len(users))))
            seen["rest"] = asleep(process[0], lambda: at_the_other(lambda: desk.provision(request, theirs)))
            seen["recorded"] = everything()
        return False

    run = desk.provision(request, cards, react=sleep, seconds=LONG, started=process.append)
    equal("the other did the rest meanwhile, and ended", (seen["rest"].code, seen["rest"].turns), (0, users[1:]))
    lost_its_claim(run, request)
    equal("nobody else was begun", run.turns, users[:2])
    nothing_recorded_since(seen["recorded"])
    equal("its device was not touched", (desk.card(cards[users[1]])["credentials"], desk.card(cards[users[1]])["pinSet"]), ([], False))
    each_has_one(users)


def overtaken(users, at, name):
    """A station sleeps in the middle of somebody, from this step on; the other one reconciles, does the rest, and ends."""
    request = desk.request(users, name=name)
    cards = dict(zip(users, desk.cards("plain", len(users))))
    process, seen = [], {}

    def meanwhile():
        free = (desk.slot + 1) % len(READERS)
        theirs = dict(zip(users, desk.cards("plain", len(users))))

        def into_the_free_one(event, run):
            awaited = event["event"] == "waiting" and event["for"] == "insert"
            if awaited:
                desk.insert(theirs[run.turns[-1]], free)
            return awaited

        seen["reconciled"] = at_the_other(lambda: desk.reconcile(request))
        options = ("--reader", READERS[free])
        seen["rest"] = at_the_other(lambda: desk.provision(request, theirs, *options, react=into_the_free_one))
        seen["recorded"] = everything()

    def sleep(event, run):
        if event["event"] == "step" and event["step"] == at and not seen:
            if at == "verify":
                time.sleep(1)
            asleep(process[0], meanwhile)
        return False

    run = desk.provision(request, cards, react=sleep, seconds=LONG, started=process.append)
    equal("the other settled it as failed and did the rest", (seen["reconciled"].code, seen["rest"].code), (1, 0))
    lost_its_claim(run, request)
    equal("nobody else was begun", run.turns, users[:1])
    nothing_recorded_since(seen["recorded"])
    holds_only(cards[users[0]], users[0])
    each_has_one(users)


def test_asleep_in_the_middle_of_an_enrolment():
    for number, step in enumerate(("check", "pin", "create")):
        print(f" after {step}", flush=True)
        overtaken(USERS[15 + 2 * number : 17 + 2 * number], step, f"Slept after {step}")


def test_asleep_while_the_directory_registers():
    """The directory gets to it only after the other one is done: for a moment there are two."""
    users = USERS[21:23]
    desk.sandbox.rule("register", "slow", user=users[0], seconds=20)
    overtaken(users, "verify", "Slept while it was registered")


def test_asleep_with_a_file():
    """Two processes with the data of one computer. The claim of one that sleeps stays, until it expires or its sign of life is gone."""
    users = USERS[23:26]
    mine, desk.product = desk.product, product.Product(SANDBOX_SECRET=desk.sandbox.secret)
    try:
        desk.must("directory", "add", "contoso", *desk.sandbox.settings())
        request = desk.request(users, name="Slept with a file")
        cards = dict(zip(users, desk.cards("plain", len(users))))
        process, seen = [], {}

        def finish():
            seen["offered"] = offered(desk.product, request)
            for sign in glob.glob(os.path.join(desk.product.home, "running", "*")):
                os.remove(sign)
            seen["rest"] = desk.provision(request, dict(zip(users, desk.cards("plain", len(users)))))
            seen["shown"] = desk.must("request", "show", request, "--json").out

        def sleep(event, run):
            if len(run.outcomes) == 1 and event["event"] == "waiting" and event["for"] == "insert" and not seen:
                asleep(process[0], finish, lose=lambda: None)
            return False

        run = desk.provision(request, cards, react=sleep, seconds=LONG, started=process.append)
        equal("while it sleeps, another process is offered the one who is not claimed", seen["offered"], users[2:])
        equal("with its sign of life removed, another one does the rest", (seen["rest"].code, seen["rest"].turns), (0, users[1:]))
        lost_its_claim(run, request)
        equal("nobody else was begun", run.turns, users[:2])
        equal("nothing was recorded", desk.must("request", "show", request, "--json").out, seen["shown"])
        each_has_one(users)
    finally:
        desk.product = mine


def test_without_the_passphrase():
    alone = product.Product(KEYHOPPER_DATABASE=server.address)
    refused = alone("directory", "test", "contoso")
    equal("refused", refused.code, 2)
    check("and says what is missing", "KEYHOPPER_PASSPHRASE" in refused.out + refused.err, refused)
    wrong = alone("request", "list", KEYHOPPER_DATABASE="postgresql://desk@db.contoso.example/keyhopper?sslmode=disable")
    equal("an unprotected connection is refused", (wrong.code, "does not prove which server answers" in wrong.err), (2, True))


def test_a_rehearsal():
    before = desk.must("request", "list", "--json").out
    equal("rehearsed", desk.product("rehearse", "--headless", "--recipients", "2").code, 0)
    equal("nothing made up among the requests", desk.must("request", "list", "--json").out, before)
