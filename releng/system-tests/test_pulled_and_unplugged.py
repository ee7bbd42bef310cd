"""
Cards pulled, dying or answering noise at every command of a ceremony, and a smart card service that dies: the run goes on, no card gets
what is another's, and reconciling settles what nobody can tell.
"""

import invariant
import pytest
from desk import PORTS, Desk
from tally import check, equal

pytestmark = pytest.mark.readers(8)

GOOD, BAD, DOUBT = "PROVISIONED", "FAILED", "UNCLEAR"

# A fault each: with which command, and which one of them.
PULLS = [("pull-before", "any", 1), ("pull-before", "client-pin", 2)]
PULLS += [("pull-before", kind, 1) for kind in ("make-credential", "get-assertion", "config")]
PULLS += [("pull-after", "get-info", number) for number in (1, 2)]
PULLS += [("pull-after", "client-pin", number) for number in range(1, 7)]
PULLS += [("pull-after", kind, 1) for kind in ("make-credential", "get-assertion", "config")]
NOISE = [("garbage", "get-info", 1), ("garbage", "client-pin", 2), ("garbage", "client-pin", 4)]
NOISE += [("garbage", kind, 1) for kind in ("make-credential", "get-assertion", "config")]
NOISE += [("die", "client-pin", 2), ("die", "make-credential", 1), ("die", "get-assertion", 1), ("die", "config", 1)]
LATE = [("delay", "make-credential", 1, 2500)]
CASES = [*PULLS, *NOISE, *LATE]


def name(case):
    return "-".join(str(word) for word in case)


USERS = {case: f"{name(case)}@contoso.example" for case in CASES}
RESTARTED = [f"restart{number}@contoso.example" for number in range(1, 7)]
PLAIN = [f"plain{number}@contoso.example" for number in (1, 2)]
request = None


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global cards, desk
    desk = Desk([(user, user) for user in [*USERS.values(), *RESTARTED, *PLAIN]])
    cards = dict(zip(USERS.values(), desk.cards("plain", len(CASES))))
    yield
    desk.close()


def test_faults_of_cards():
    """One person for each fault, one run; a card that was pulled is put in again only when a card is asked for."""
    global request
    request = desk.request(list(USERS.values()))
    for case, user in USERS.items():
        effect, kind, number, *more = case
        desk.stack(f"fault {cards[user]} {kind} {number} {effect} {' '.join(map(str, more))}")
    run = desk.provision(request, cards, seconds=300)
    passkeys = desk.sandbox.passkeys()
    for case, user in USERS.items():
        outcome = run.outcome(user)
        dead = desk.card(cards[user])["dead"]
        check(f"{name(case)}: {outcome} {run.reason(user)}", outcome in (GOOD, BAD, DOUBT))
        if outcome == GOOD:
            check(f"{name(case)}: proved before", "prove" in run.steps(user), run.steps(user))
        else:
            message = run.outcomes.get(user, {}).get("message") or ""
            check(f"{name(case)}: told in words", message and "Unexpected problem" not in message, message)
        if outcome in (GOOD, BAD) and not dead:
            invariant.holds(desk, user, outcome, cards[user], passkeys)
    for case in LATE:
        check(f"{name(case)}: waited for", run.outcome(USERS[case]) == GOOD, run.outcomes.get(USERS[case]))
    equal("everybody had a turn", run.turns, list(USERS.values()))
    equal("exit", run.code, 1)
    nobody_elses()


def nobody_elses():
    """No card holds anything of anybody but the one it was put in for."""
    ids = {user["id"]: user["userPrincipalName"] for user in desk.sandbox.ask("GET", "/state")["users"]}
    known = set(ids.values())
    mixed = []
    for user, serial in cards.items():
        names = {credential.get("userName") for credential in desk.card(serial)["credentials"]}
        if names - {user} or names - known:
            mixed.append((user, names))
    equal("no card holds what is another's", mixed, [])


def test_reconciling():
    """Some cards are put back where they were; the others stay away, and are given up."""
    unclear = [user for user, outcome in desk.standing(request).items() if outcome == DOUBT]
    check(f"some are unclear ({len(unclear)})", unclear)
    back = [user for user in unclear if not desk.card(cards[user])["dead"]][: len(PORTS)]
    before = desk.sandbox.passkeys()
    run = desk.reconcile(request, put=[cards[user] for user in back])
    left = [user for user in unclear if run.outcome(user) == DOUBT]
    after = desk.sandbox.passkeys()
    equal("the directory is as it was for those who stay unclear", [user for user in left if before.get(user) != after.get(user)], [])
    first = run.outcomes
    run = desk.reconcile(request, "--give-up")
    equal("the others are given up", (run.code, sorted(run.outcomes)), (1, sorted(left)))
    run.outcomes = {**first, **run.outcomes}
    equal("all unclear ones are settled", sorted(run.outcomes), sorted(unclear))
    equal("none is unclear", run.summary.get("unclear"), 0)
    passkeys = desk.sandbox.passkeys()
    for user in unclear:
        outcome = run.outcome(user)
        if outcome == GOOD:
            invariant.holds(desk, user, GOOD, cards[user], passkeys)
            check(f"{user}: its card was there", user in back)
        else:
            equal(f"{user}: nothing at the directory", passkeys.get(user), None)
            state = desk.card(cards[user])
            notes = {note["reason"] for note in run.outcomes[user]["notes"]}
            told = not state["credentials"] or notes & {"run.left-credential-on-device", "run.may-hold-credential"}
            told = told and (not state["pinSet"] or notes & {"run.left-pin-on-device", "run.may-have-pin"})
            check(f"{user}: what is left on the card is told", told, f"{state['credentials']} {state['pinSet']} {notes}")


def test_in_the_end():
    """The same cards again, erased where need be, and new ones for those that died."""
    for user, serial in cards.items():
        if desk.card(serial)["dead"]:
            cards[user] = desk.cards("plain")[0]
    run = desk.provision(request, cards, "--on-provisioned", "reset", seconds=300)
    equal("exit", run.code, 0)
    passkeys = desk.sandbox.passkeys()
    for user in USERS.values():
        invariant.holds(desk, user, GOOD, cards[user], passkeys)


def test_the_smart_card_service_dies(readers):
    """pcscd dies between two people, and at three places of a ceremony."""
    places = {RESTARTED[1]: "check", RESTARTED[2]: "pin", RESTARTED[3]: "register", RESTARTED[4]: "outcome"}
    mine = dict(zip(RESTARTED, desk.cards("plain", len(RESTARTED))))
    cards.update(mine)
    again = desk.request(RESTARTED)

    def react(event, run):
        place = event.get("step") or event["event"]
        if event.get("user") in places and places[event["user"]] == place:
            del places[event["user"]]
            readers.kill()
            readers.start()
        return False

    run = desk.provision(again, mine, react=react)
    equal("everybody had a turn", run.turns, RESTARTED)
    equal("it died four times", places, {})
    untouched = [RESTARTED[0], RESTARTED[4], RESTARTED[5]]
    equal("the others are provisioned", [run.outcome(user) for user in untouched], [GOOD] * 3)
    passkeys = desk.sandbox.passkeys()
    for user in RESTARTED:
        if run.outcome(user) != DOUBT:
            invariant.holds(desk, user, run.outcome(user), mine[user], passkeys)
    desk.reconcile(again, put=[mine[user] for user in RESTARTED[1:4]])
    equal("reconciled", desk.reconcile(again, "--give-up").summary.get("unclear"), 0)
    last = desk.provision(again, mine, "--on-provisioned", "reset")
    equal("in the end", (last.code, last.summary.get("provisioned")), (0, len(RESTARTED)))
    passkeys = desk.sandbox.passkeys()
    for user in RESTARTED:
        invariant.holds(desk, user, GOOD, mine[user], passkeys)
    nobody_elses()


def test_a_quick_operator():
    """A card that is taken out after its ceremony, and another in its place before anybody asked."""
    mine = dict(zip(PLAIN, desk.cards("plain", 2)))

    def react(event, run):
        if event["event"] == "outcome" and event["user"] == PLAIN[0]:
            desk.remove()
            desk.insert(mine[PLAIN[1]])
        return event["event"] == "waiting" and (event["for"] == "remove" or run.turns[-1] == PLAIN[1])

    run = desk.provision(desk.request(PLAIN), mine, react=react)
    equal("outcomes", [run.outcome(user) for user in PLAIN], [GOOD] * 2)
    passkeys = desk.sandbox.passkeys()
    for user in PLAIN:
        invariant.holds(desk, user, GOOD, mine[user], passkeys)
