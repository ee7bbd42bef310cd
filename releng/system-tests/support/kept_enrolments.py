"""The tests of directories that keep enrolments which were begun: many people, what such a directory can do wrong, and runs that are killed."""

import invariant
import probe
import product
from desk import READERS, Desk
from sandbox import PingOne
from sign_in import sign_in
from tally import check, equal
from terminal import Terminal

GOOD, BAD, DOUBT = "PROVISIONED", "FAILED", "UNCLEAR"
PIN = "73529416"
ENTERED = '{"pin":{"rule":"entered"},"forcePinChange":false}'
KILLED = 137

PEOPLE = [f"person{number:02}@contoso.example" for number in range(1, 21 if product.ALL else 7)]

# Who, what goes wrong (operation, misbehaviour and perhaps more), the outcome, and the reason.
CASES = [
    ("model", [("register", "aaguid-blocked", {})], BAD, "directory.aaguid-not-allowed"),
    ("attestation", [("register", "attestation-refused", {})], BAD, "directory.attestation-refused"),
    ("origin", [("register", "origin-refused", {})], BAD, "directory.origin-refused"),
    ("unhelpful", [("register", "bad-request", {})], BAD, "directory.refused"),
    ("odd", [("register", "status-odd", {})], BAD, "directory.refused"),
    ("many", [("options", "too-many", {})], BAD, "directory.too-many-passkeys"),
    ("no-mfa", [("find-user", "mfa-off", {"times": 0})], BAD, "directory.mfa-disabled"),
    ("disabled", [("find-user", "user-disabled", {})], BAD, "directory.user-disabled"),
    ("conflict", [("register", "conflict", {})], BAD, "directory.already-registered"),
    ("token1", [("options", "token-expired", {})], GOOD, None),
    ("token2", [("register", "token-expired", {})], GOOD, None),
    ("forbidden", [("options", "forbidden", {})], BAD, "directory.not-permitted"),
    ("busy1", [("register", "throttled", {"seconds": 1})], GOOD, None),
    ("trouble1", [("options", "server-error", {})], GOOD, None),
    ("trouble2", [("register", "server-error", {})], GOOD, None),
    ("lost1", [("options", "answer-lost", {})], GOOD, None),
    ("lost2", [("register", "answer-lost", {})], GOOD, None),
    ("reset", [("register", "connection-reset", {})], GOOD, None),
    ("gone", [("register", "not-found", {})], BAD, "directory.options-expired"),
    ("expired", [("options", "options-expired", {})], BAD, "directory.options-expired"),
    ("object", [("options", "options-wrapped", {})], GOOD, None),
    ("text", [("options", "options-as-text", {})], GOOD, None),
    ("nameless", [("rename", "forbidden", {})], GOOD, None),
    ("noise", [("register", "unreadable-json", {})], GOOD, None),
    ("unclear", [("register", "answer-lost", {}), ("list", "forbidden", {"times": 0})], DOUBT, "directory.not-permitted"),
]  # fmt: skip
# Where a run is killed, and what reconciling with the card in a reader makes of it. At the first, nobody knows the id of the device.
PLACES = {"MAKING:before": BAD, "MADE:after": BAD, "REGISTERED:before": GOOD}
KILLED_USERS = {place: place.lower().replace(":", ".") + "@contoso.example" for place in PLACES}
PACKAGES = ["org.osgi.framework", "org.keyhopper.core.journal", "org.keyhopper.core.records", "org.keyhopper.core.request"]

# People for whom MFA is off, what is typed when it is asked about, and the outcome.
ASKED = {"yes@contoso.example": ("y", GOOD), "no@contoso.example": ("", BAD)}


def opened(kind, rp_id, without=()):
    """For a fixture: a desk with this directory, of which some cases are left out."""
    global CASES, USERS, KIND, RP_ID, cards, desk
    KIND, RP_ID = kind, rp_id
    CASES = [case for case in CASES if case[0] not in without]
    USERS = {case[0]: f"{case[0]}@contoso.example" for case in CASES}
    everybody = PEOPLE + list(USERS.values()) + list(KILLED_USERS.values()) + list(ASKED)
    desk = Desk([(user, user.split("@")[0]) for user in everybody], kind, CARD_PIN=PIN)
    cards = dict(zip(everybody, desk.cards("plain", len(everybody))))
    yield
    desk.close()


def people():
    equal("directory test", desk.product("directory", "test", "contoso").code, 0)
    run = desk.provision(desk.request(PEOPLE, ENTERED), cards, "--pin", "env:CARD_PIN")
    equal("exit", run.code, 0)
    equal("outcomes", [run.outcome(user) for user in PEOPLE], [GOOD] * len(PEOPLE))
    passkeys = desk.sandbox.passkeys()
    for user in PEOPLE:
        invariant.holds(desk, user, GOOD, cards[user], passkeys)
    if KIND is PingOne:
        names = [method.get("nickname") for user in PEOPLE for method in passkeys[user]]
        check("every device has a name", all(names), names)
    equal("none waits", desk.sandbox.pending(), 0)
    for user in PEOPLE[:3]:
        desk.insert(cards[user])
        credential = desk.card(cards[user])["credentials"][0]
        equal(f"relying party of {user}", credential["rpId"], RP_ID)
        check(f"{user} signs in", sign_in(READERS[desk.slot], desk.sandbox, credential, PIN))
        desk.remove()


def misbehave():
    for name, rules, _, _ in CASES:
        for operation, misbehaviour, more in rules:
            desk.sandbox.rule(operation, misbehaviour, user=USERS[name], **more)
    users = list(USERS.values())
    request = desk.request(users, ENTERED)
    run = desk.provision(request, cards, "--pin", "env:CARD_PIN")
    desk.sandbox.behave()
    passkeys = desk.sandbox.passkeys()
    for name, _, outcome, reason in CASES:
        user = USERS[name]
        equal(f"{name}: outcome and reason", (run.outcome(user), run.reason(user)), (outcome, reason))
        message = run.outcomes.get(user, {}).get("message") or ""
        check(f"{name}: told in words, if not provisioned", outcome == GOOD or (message and "Unexpected problem" not in message), message)
        if outcome != DOUBT:
            invariant.holds(desk, user, outcome, cards[user], passkeys)
    equal("everybody had a turn", run.turns, users)
    equal("none waits", desk.sandbox.pending(), 0)
    settled = reconciled(request, [USERS["unclear"]])
    equal("what was registered is found by the id of its device", settled.outcome(USERS["unclear"]), GOOD)


def reconciled(request, users):
    for slot, user in enumerate(users):
        desk.insert(cards[user], slot)
    run = desk.reconcile(request)
    for slot in range(len(users)):
        desk.stack(f"remove {slot}")
    return run


def killed():
    options = probe.install("HaltingJournal", PACKAGES)
    users = list(KILLED_USERS.values())
    request = desk.request(users, ENTERED)
    for place, user in KILLED_USERS.items():
        java = {"KEYHOPPER_JAVA_OPTIONS": f"{options} -Dprobe.haltAt={place}"}
        run = desk.provision(request, cards, "--pin", "env:CARD_PIN", seconds=60, **java)
        equal(f"{place}: killed", (run.code, run.turns), (KILLED, [user]))
    waiting = [place for place, outcome in PLACES.items() if outcome == BAD]
    equal("some wait", desk.sandbox.pending(), len(waiting))
    run = reconciled(request, users)
    equal("exit: some failed", run.code, 1)
    equal("outcomes", {place: run.outcome(user) for place, user in KILLED_USERS.items()}, PLACES)
    equal("none waits", desk.sandbox.pending(), 0)
    passkeys = desk.sandbox.passkeys()
    for place, user in KILLED_USERS.items():
        if PLACES[place] == GOOD:
            invariant.holds(desk, user, GOOD, cards[user], passkeys)
        else:
            equal(f"{place}: nothing at the directory", passkeys.get(user), None)
            notes = {note["reason"] for note in run.outcomes[user]["notes"]}
            card = desk.card(cards[user])
            check(f"{place}: no credential on the card, a PIN only if told", not card["credentials"] and (not card["pinSet"] or notes & {"run.left-pin-on-device", "run.may-have-pin"}), f"{card}, {notes}")


def asked():
    """Whoever sits at a terminal decides whether Keyhopper switches MFA on."""
    for user, (typed, outcome) in ASKED.items():
        desk.sandbox.rule("find-user", "mfa-off", user=user, times=0)
        desk.insert(cards[user])
        request = desk.request([user])
        terminal = Terminal(desk.product, "provision", request, "--mode", "manual")
        check(f"{user}: asked", terminal.read_until(r"\[y/N\]"), terminal.said)
        terminal.type(typed)
        check(f"{user}: told", terminal.read_until(outcome), terminal.said)
        desk.remove()
        terminal.end()
        equal(f"{user}: outcome", desk.standing(request), {user: outcome})
    desk.sandbox.behave()
    passkeys = desk.sandbox.passkeys()
    for user, (_, outcome) in ASKED.items():
        invariant.holds(desk, user, outcome, cards[user], passkeys)
