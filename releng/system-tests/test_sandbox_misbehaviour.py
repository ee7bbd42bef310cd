"""
Everything a directory can do wrong, one person each, in one run with real cards: the outcome, its reason, what is left on the card and at
the directory, and that the others of the run go on.
"""

import invariant
import product
import pytest
from desk import Desk
from product import Product
from tally import check, equal

pytestmark = [pytest.mark.extra, pytest.mark.readers(2)]

GOOD, BAD, DOUBT = "PROVISIONED", "FAILED", "UNCLEAR"
PIN = "73529416"
ENTERED = '{"pin":{"rule":"entered"},"forcePinChange":false}'
KEEP = '{"pin":{"rule":"keep"},"forcePinChange":false}'

# Who, what goes wrong (operation, misbehaviour and perhaps more), the outcome, and the reason.
CASES = [
    ("aaguid", [("register", "aaguid-blocked", {})], BAD, "directory.aaguid-not-allowed"),
    ("attestation", [("register", "attestation-refused", {})], BAD, "directory.attestation-refused"),
    ("unhelpful", [("register", "bad-request", {})], BAD, "directory.refused"),
    ("token1", [("find-user", "token-expired", {})], GOOD, None),
    ("token2", [("options", "token-expired", {})], GOOD, None),
    ("token3", [("register", "token-expired", {})], GOOD, None),
    ("token4", [("read", "token-expired", {})], GOOD, None),
    ("forbidden1", [("options", "forbidden", {})], BAD, "directory.not-permitted"),
    ("forbidden2", [("register", "forbidden", {})], BAD, "directory.not-permitted"),
    ("just-created", [("options", "not-found", {})], GOOD, None),
    ("missing", [("register", "not-found", {})], BAD, "directory.user-not-found"),
    ("late1", [("read", "not-found", {})], GOOD, None),
    ("late2", [("register", "visible-late", {"seconds": 2})], GOOD, None),
    ("oneself", [("options", "method-not-allowed", {})], BAD, "directory.refused"),
    ("conflict", [("register", "conflict", {})], BAD, "directory.already-registered"),
    ("busy1", [("register", "throttled", {"seconds": 1})], GOOD, None),
    ("busy2", [("register", "throttled", {})], GOOD, None),
    ("busy3", [("register", "throttled-until", {"seconds": 2})], GOOD, None),
    ("busy4", [("find-user", "throttled", {"seconds": 1})], GOOD, None),
    ("trouble1", [("find-user", "server-error", {})], GOOD, None),
    ("trouble2", [("options", "server-error", {})], GOOD, None),
    ("trouble3", [("options", "unavailable", {"seconds": 1})], GOOD, None),
    ("trouble4", [("read", "server-error", {})], GOOD, None),
    ("trouble5", [("register", "server-error", {})], GOOD, None),
    ("trouble6", [("register", "unavailable", {"seconds": 1})], GOOD, None),
    ("trouble7", [("read", "server-error", {"times": 0})], BAD, "directory.server-error"),
    ("lost", [("register", "answer-lost", {})], GOOD, None),
    ("lost-late", [("register", "answer-lost", {}), ("list", "server-error", {})], GOOD, None),
    ("reset", [("register", "connection-reset", {})], GOOD, None),
    ("reset-read", [("options", "connection-reset", {})], GOOD, None),
    ("slow", [("register", "slow", {"seconds": 2})], GOOD, None),
    ("wrapped", [("options", "options-wrapped", {})], GOOD, None),
    ("expired", [("options", "options-expired", {})], BAD, "directory.options-expired"),
    ("disabled", [("find-user", "user-disabled", {})], BAD, "directory.user-disabled"),
    ("noise1", [("find-user", "unreadable-json", {})], BAD, "directory.unreadable-answer"),
    ("noise2", [("options", "unreadable-json", {})], BAD, "directory.unreadable-answer"),
    ("noise3", [("register", "unreadable-json", {})], GOOD, None),
    ("noise4", [("read", "unreadable-json", {})], BAD, "directory.unreadable-answer"),
    ("unclear1", [("register", "answer-lost", {}), ("list", "forbidden", {"times": 0})], DOUBT, "directory.not-permitted"),
    ("unclear2", [("read", "unreadable-json", {}), ("delete", "forbidden", {"times": 0})], DOUBT, "directory.unreadable-answer"),
    ("unclear3", [("register", "connection-reset", {}), ("list", "forbidden", {"times": 0})], DOUBT, "directory.not-permitted"),
    ("ids-standard", [(each, "ids-standard", {"times": 0}) for each in ("register", "list", "read", "options")], GOOD, None),
    ("ids-url", [(each, "ids-url", {"times": 0}) for each in ("register", "list", "read", "options")], GOOD, None),
    ("ids-counted", [(each, "ids-counted", {"times": 0}) for each in ("register", "list", "read", "options")], GOOD, None),
]  # fmt: skip
ALWAYS = ["plain1", "plain2", "plain3", "plain4", "plain5"]
USERS = {name: f"{name}@contoso.example" for name in [case[0] for case in CASES] + ALWAYS}
UNKNOWN = "nobody@contoso.example"
HALTS = [
    ("token", "sign-in-refused", {"times": 0}),
    ("token", "sign-in-needs-person", {"times": 0}),
]
if product.ALL:
    # Tried again as long as the challenge lives, some two minutes.
    HALTS.append(("register", "throttled", {"times": 0, "seconds": 600}))
users = [USERS[case[0]] for case in CASES]


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global cards, desk, request
    desk = Desk([(user, name) for name, user in USERS.items()], CARD_PIN=PIN)
    cards = dict(zip(users, desk.cards("plain", len(users))))
    request = desk.request([*users, UNKNOWN], ENTERED)
    yield
    desk.close()


def test_one_run_a_misbehaviour_for_everybody():
    for name, rules, _, _ in CASES:
        for operation, misbehaviour, more in rules:
            desk.sandbox.rule(operation, misbehaviour, user=USERS[name], **more)
    desk.sandbox.rule("policy", "unavailable", seconds=1)
    run = desk.provision(request, cards, "--pin", "env:CARD_PIN", seconds=300)
    desk.sandbox.behave()
    passkeys = desk.sandbox.passkeys()
    for name, _, outcome, reason in CASES:
        user = USERS[name]
        equal(f"{name}: outcome and reason", (run.outcome(user), run.reason(user)), (outcome, reason))
        message = run.outcomes.get(user, {}).get("message") or ""
        check(f"{name}: told in words, if not provisioned", outcome == GOOD or (message and "Unexpected problem" not in message), message)
        if outcome != DOUBT:
            invariant.holds(desk, user, outcome, cards[user], passkeys)
    equal("unknown person", (run.outcome(UNKNOWN), run.reason(UNKNOWN)), (BAD, "directory.user-not-found"))
    equal("everybody had a turn", run.turns, [*users, UNKNOWN])
    equal("exit", run.code, 1)
    equal("unclear", run.summary.get("unclear"), 3)


def test_reconciling():
    """The cards of the unclear ones one after the other in the reader, the directory well again."""
    unclear = [USERS[name] for name, _, outcome, _ in CASES if outcome == DOUBT]
    desk.insert(cards[unclear[0]], 0)
    desk.insert(cards[unclear[1]], 1)
    held = desk.sandbox.passkeys().get(unclear[2])
    run = desk.reconcile(request)
    equal("whose card is absent stays unclear, and the directory as it was", (run.code, run.outcome(unclear[2]), desk.sandbox.passkeys().get(unclear[2])), (1, DOUBT, held))
    first = run.outcomes
    run = desk.reconcile(request, "--give-up")
    equal("given up is that one only", list(run.outcomes), [unclear[2]])
    run.outcomes = {**first, **run.outcomes}
    desk.stack("remove 0")
    desk.stack("remove 1")
    equal("exit: it failed", run.code, 1)
    equal("the others are left alone", sorted(run.outcomes), sorted(unclear))
    equal("nobody unclear", run.summary.get("unclear"), 0)
    equal("what was registered and is in the reader is provisioned", [run.outcome(user) for user in unclear], [GOOD, GOOD, BAD])
    passkeys = desk.sandbox.passkeys()
    for user in unclear[:2]:
        invariant.holds(desk, user, run.outcome(user), cards[user], passkeys)
    equal("what never came to the directory is not there", passkeys.get(unclear[2]), None)
    equal("what is left on the absent card is told", [note["reason"] for note in run.outcomes[unclear[2]]["notes"]], ["run.may-hold-credential", "run.may-have-pin"])


def test_odd_spellings_of_excluded_ids():
    """Another station, which does not know the cards: what the directory excludes must be found on them."""
    other = Product(SANDBOX_SECRET=desk.sandbox.ready["clientSecret"], CARD_PIN=PIN)
    desk.product = other
    desk.must("directory", "add", "contoso", *desk.sandbox.settings())
    again = [USERS[f"ids-{form}"] for form in ("standard", "url", "counted")]
    for form, user in zip(("standard", "url", "counted"), again):
        desk.sandbox.rule("options", f"ids-{form}", user=user, times=0)
    before = desk.sandbox.passkeys()
    run = desk.provision(desk.request(again, KEEP), cards, "--pin", "env:CARD_PIN")
    desk.sandbox.behave()
    equal("recognised", [(run.outcome(user), run.reason(user)) for user in again], [("SKIPPED", "device.credential-excluded")] * 3)
    check("nothing changed at the directory", desk.sandbox.passkeys() == before)
    for user in again:
        invariant.holds(desk, user, GOOD, cards[user], before)


def test_a_disabled_account():
    user, other = USERS["plain4"], USERS["plain5"]
    one = next(each for each in desk.sandbox.ask("GET", "/state")["users"] if each["userPrincipalName"] == user)
    desk.sandbox.ask("POST", "/users", {**{key: one[key] for key in ("id", "userPrincipalName", "displayName")}, "accountEnabled": False})
    run = desk.provision(desk.request([user, other], ENTERED), {other: desk.cards("plain")[0]}, "--pin", "env:CARD_PIN")
    equal("disabled", (run.outcome(user), run.reason(user)), (BAD, "directory.user-disabled"))
    equal("the next goes on", run.outcome(other), GOOD)
    equal("exit", run.code, 1)


def test_what_halts_a_run():
    """What would hit everybody stops the run instead of failing one after the other."""
    names = [USERS[name] for name in ALWAYS[:3]]
    fresh = dict(zip(names, desk.cards("plain", len(names))))
    for operation, misbehaviour, more in HALTS:
        desk.sandbox.rule(operation, misbehaviour, **more)
        run = desk.provision(desk.request(names, ENTERED), fresh, "--pin", "env:CARD_PIN")
        desk.sandbox.behave()
        equal(f"{misbehaviour}: exit", run.code, 3)
        check(f"{misbehaviour}: some are pending", run.summary.get("pending", 0) >= 2, run.summary)
        check(f"{misbehaviour}: the reason is told", any(event["event"] == "notice" and event["message"] for event in run.events), run.events)
        for user in names:
            invariant.holds(desk, user, BAD, fresh[user], desk.sandbox.passkeys())
