"""Cards of every kind, one person each: the right outcome, a sentence that an operator understands, and a run that goes on."""

import re
import subprocess

import invariant
import product
import pytest
from desk import Desk
from tally import check, equal

pytestmark = [pytest.mark.extra, pytest.mark.readers(2)]

GOOD, BAD, SKIPPED = "PROVISIONED", "FAILED", "SKIPPED"
PIN = "73529416"

# What an operator should never have to read. Words that stand on the device's own papers (PIN, FIDO2, U2F) are no jargon.
JARGON = re.compile(r"CTAP|0x|APDU|AAGUID|null|Exception|[a-z]+\.[a-z]+\.[A-Z]|\{\d|makeCredential|getInfo|authenticator")

# Name, traits of the card, further options of the command, outcome, reason.
CASES = [
    ("plain", "plain", GOOD, None),
    ("fido-2.0", "fido-2.0", GOOD, None),
    ("self", "self", GOOD, None),
    ("none", "none", GOOD, None),
    ("long-ids", "ids=112", GOOD, None),
    ("ids-70", "ids=70", GOOD, None),
    ("protocols-2-1", "pin-protocols-2-1", GOOD, None),
    ("protocols-1-2", "pin-protocols-1-2", GOOD, None),
    ("protocol-1", "pin-protocol-1", GOOD, None),
    ("short-apdu", "short-apdu", GOOD, None),
    ("get-response", "get-response", GOOD, None),
    ("exact-le", "exact-le", GOOD, None),
    ("t0", "t0", GOOD, None),
    ("no-polling", "no-polling", GOOD, None),
    ("keep-alive", "keep-alive=3", GOOD, None),
    ("worst", "short-apdu+get-response+keep-alive=2+ids=112+self", GOOD, None),
    ("presence", "one-presence", GOOD, None),
    ("presence-timeout", "one-presence-timeout", GOOD, None),
    ("min-pin-6", "min-pin-6", GOOD, None),
    ("min-pin-8", "min-pin=8", GOOD, None),
    ("no-extensions", "no-extensions", GOOD, None),
    ("enterprise", "enterprise", GOOD, None),
    ("uv-for-creation", "uv-for-creation", GOOD, None),
    ("reset-window", "reset-window", GOOD, None),
    ("fingerprint-reader", "fingerprint-reader", GOOD, None),
    ("no-rk", "no-rk", BAD, "device.no-resident-keys"),
    ("fingerprints", "pin=123456+fingerprints", BAD, "device.already-provisioned"),
    ("full", "slots=1+foreign=login.example", BAD, "device.already-provisioned"),
    ("pin", "pin=123456", BAD, "device.already-provisioned"),
    ("blocked", "pin=123456+pin-blocked", BAD, "device.already-provisioned"),
    ("forced", "pin=123456+change-forced", BAD, "device.already-provisioned"),
    ("u2f-only", "u2f-only", BAD, "device.u2f-only"),
    ("no-applet", "no-applet", BAD, "device.no-fido-applet"),
    ("unlisted", "aaguid=11111111-2222-3333-4444-555566667777", GOOD, None),
    ("last", "plain", GOOD, None),
]

# Keys and cards in readers that wait for a touch: how often the operator is asked for it. Contact ATRs but for the last; with ATRs of
# their own, since what a reader learns about one card holds for others with the same.
TOUCHED = [
    ("touch", "touch-after=3000+atr=3B8A014B6579686F7070657221ED", GOOD, None, 1),
    ("touch-missed", "touch-missed=9000+atr=3B8A014B6579686F7070657221ED", BAD, "device.not-touched", 2),
    ("touch-silent", "touch-after=3000+no-polling+atr=3B8A014B6579686F7070657221ED", GOOD, None, 1),
    ("touch-denied", "touch-denied=9000+no-polling+atr=3B8A014B6579686F7070657221ED", BAD, "device.not-touched", 2),
    ("touch-contactless", "touch-after=7000+no-polling", GOOD, None, 1),
]

# Cards that are somebody's already, erased first.
ERASED = [
    ("erased-pin", "pin=123456"),
    ("erased-blocked", "pin=123456+pin-blocked"),
    ("erased-forced", "pin=123456+change-forced"),
    ("erased-full", "slots=1+foreign=login.example"),
    ("erased-fingerprints", "pin=123456+fingerprints"),
    ("erased-reselect", "pin=123456+reselect-after-reset"),
    ("erased-window", "pin=123456+reset-window"),
    ("erased-short", "pin=123456+short-apdu+reselect-after-reset"),
    ("erased-presence", "pin=123456+one-presence"),
    ("erased-full-pin", "slots=1+foreign=login.example+pin=123456"),
    ("erased-fido-2.0", "pin=123456+fido-2.0"),
]
PASSED_OVER = ["skipped", "skipped-blocked"]
KEPT = ["kept", "kept-wrong", "kept-blocked", "kept-full", "kept-last"]
STRICT = ["strict-old", "strict-short", "strict-good"]
MODEL = "6b657968-6f70-7065-7200-000000000001"
PROVEN = ["proven-early", "proven-x5c", "proven-self", "proven-none", "proven-other", "proven-reported"]
NAMES = [case[0] for case in CASES] + [case[0] for case in ERASED] + [case[0] for case in TOUCHED] + PASSED_OVER + KEPT + STRICT + PROVEN
USERS = {name: f"{name}@contoso.example" for name in NAMES}


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global desk
    desk = Desk([(user, name) for name, user in USERS.items()], CARD_PIN=PIN)
    yield
    desk.close()


def dealt(traits_by_name):
    return {USERS[name]: desk.cards(traits)[0] for name, traits in traits_by_name.items()}


def told(run, name, outcome, reason):
    """Checks what the run says about a person."""
    user = USERS[name]
    equal(f"{name}: outcome and reason", (run.outcome(user), run.reason(user)), (outcome, reason))
    if outcome != GOOD:
        message = run.outcomes.get(user, {}).get("message") or ""
        check(f"{name}: a sentence says why", message.endswith((".", "]")) and len(message) > 30, message)
        words = re.sub(r"\[.*\]$", "", message)
        check(f"{name}: is explained", "Unexpected problem" not in message, message)
        check(f"{name}: in words of the desk", not JARGON.search(words), words)


def test_every_kind_of_card_one_run():
    cards = dealt({name: traits for name, traits, _, _ in CASES})
    before = {user: desk.card(serial) for user, serial in cards.items()}
    run = desk.provision(desk.request([USERS[case[0]] for case in CASES]), cards, "--on-provisioned", "fail")
    passkeys = desk.sandbox.passkeys()
    for name, _, outcome, reason in CASES:
        user = USERS[name]
        told(run, name, outcome, reason)
        if outcome == GOOD:
            invariant.holds(desk, user, outcome, cards[user], passkeys)
        else:
            unchanged(name, before[user], desk.card(cards[user]))
            equal(f"{name}: nothing at the directory", passkeys.get(user), None)
    named = [method["displayName"] for method in passkeys.get(USERS["unlisted"], [])]
    equal("a model that is not listed is not called by its reader", named, ["Smart card 667777"])
    equal("everybody had a turn", run.turns, [USERS[case[0]] for case in CASES])
    equal("exit", run.code, 1)
    old = run.outcomes[USERS["fido-2.0"]]
    equal("what an old card cannot do is noted", [note["reason"] for note in old["notes"]], ["run.not-applied"])
    equal("PIN long enough", desk.card(cards[USERS["min-pin-8"]])["minPinLength"], 8)


def test_keys_in_readers_to_be_touched():
    """Keys in readers are to be touched, whether they say so or not, and once more when they were not."""
    cards = dealt({name: traits for name, traits, *_ in TOUCHED})
    run = desk.provision(desk.request(list(cards)), cards, "--on-provisioned", "fail")
    passkeys = desk.sandbox.passkeys()
    asked = {}
    user = None
    for event in run.events:
        if event["event"] == "recipient":
            user = event["user"]
        if event.get("do") == "touch" and event.get("secondsLeft") == 30:
            asked[user] = asked.get(user, 0) + 1
    for name, _, outcome, reason, times in TOUCHED:
        told(run, name, outcome, reason)
        invariant.holds(desk, USERS[name], outcome, cards[USERS[name]], passkeys)
        equal(f"{name}: asked to touch", asked.get(USERS[name], 0), times)


def unchanged(name, before, after):
    keys = ("pinSet", "pinRetries", "credentials", "resets", "minPinLength", "pinChangeForced")
    equal(f"{name}: the card is as it was", {key: after[key] for key in keys}, {key: before[key] for key in keys})


def test_cards_of_others_erased():
    cards = dealt(dict(ERASED))
    users = [USERS[name] for name, _ in ERASED]
    run = desk.provision(desk.request(users), cards, "--on-provisioned", "reset")
    passkeys = desk.sandbox.passkeys()
    for name, _ in ERASED:
        user = USERS[name]
        told(run, name, GOOD, None)
        invariant.holds(desk, user, GOOD, cards[user], passkeys)
        equal(f"{name}: erased once", desk.card(cards[user])["resets"], 1)
    equal("exit", run.code, 0)


def test_cards_of_others_passed_over():
    cards = dealt({"skipped": "pin=123456", "skipped-blocked": "pin=123456+pin-blocked"})
    before = {user: desk.card(serial) for user, serial in cards.items()}
    request = desk.request(list(cards))
    run = desk.provision(request, cards)
    for name in PASSED_OVER:
        told(run, name, SKIPPED, "run.passed-over")
        unchanged(name, before[USERS[name]], desk.card(cards[USERS[name]]))
    equal("exit", run.code, 1)
    desk.must("request", "unskip", request)
    again = desk.provision(request, dealt({name: "plain" for name in PASSED_OVER}))
    equal("they are open for another run", [again.outcome(USERS[name]) for name in PASSED_OVER], [GOOD] * 2)


def test_cards_with_a_pin_to_be_kept():
    traits = {"kept": f"pin={PIN}", "kept-wrong": "pin=123456", "kept-blocked": "pin=123456+pin-blocked", "kept-last": f"pin={PIN}+pin-tries=1"}
    cards = dealt({**traits, "kept-full": f"pin={PIN}+slots=1+foreign=login.example"})
    before = {user: desk.card(serial) for user, serial in cards.items()}
    profile = '{"pin":{"rule":"keep"},"forcePinChange":false}'
    run = desk.provision(desk.request(list(cards), profile), cards, "--pin", "env:CARD_PIN")
    told(run, "kept", GOOD, None)
    told(run, "kept-wrong", BAD, "device.pin-invalid")
    wrong = run.outcomes[USERS["kept-wrong"]]["message"]
    check("a wrong PIN is called wrong, with the tries left", "Remaining attempts: 7." in wrong, wrong)
    told(run, "kept-last", BAD, "device.pin-last-try")
    told(run, "kept-blocked", BAD, "device.pin-blocked")
    told(run, "kept-full", BAD, "device.key-store-full")
    invariant.holds(desk, USERS["kept"], GOOD, cards[USERS["kept"]], desk.sandbox.passkeys())
    equal("a PIN is tried once", desk.card(cards[USERS["kept-wrong"]])["pinRetries"], 7)
    for name in ("kept-blocked", "kept-full", "kept-last"):
        unchanged(name, before[USERS[name]], desk.card(cards[USERS[name]]))


def test_a_strict_profile():
    """A profile that refuses what cannot meet it."""
    cards = dealt({"strict-old": "fido-2.0", "strict-short": "plain", "strict-good": "plain"})
    before = {user: desk.card(serial) for user, serial in cards.items()}
    profile = '{"unsupported":"refuse","minimumPinLength":8}'
    run = desk.provision(desk.request(list(cards), profile), cards)
    told(run, "strict-old", BAD, "device.not-supported")
    unchanged("strict-old", before[USERS["strict-old"]], desk.card(cards[USERS["strict-old"]]))
    for name in ("strict-short", "strict-good"):
        told(run, name, GOOD, None)
        state = desk.card(cards[USERS[name]])
        equal(f"{name}: minimum and forced change", (state["minPinLength"], state["pinChangeForced"]), (8, True))


def metadata(edition, *reports):
    """Signs metadata about the simulated model and takes it over."""
    main = "org.keyhopper.rehearsal.authenticator.RehearsalMetadataMain"
    command = [product.JAVA, "-cp", product.CLASSPATH, main, product.WORK, str(edition), "2099-01-01", MODEL, *reports]
    subprocess.run(command, check=True)
    return desk.product("metadata", "import", f"{product.WORK}/models.jwt", "--root", f"{product.WORK}/root.pem", "--json")


def test_a_maker_to_be_proven():
    """A profile that wants the maker proven by metadata."""
    profile = '{"provenMaker":true}'
    cards = dealt({"proven-early": "plain"})
    before = desk.card(cards[USERS["proven-early"]])
    told(desk.provision(desk.request(list(cards), profile), cards), "proven-early", BAD, "metadata.missing")
    unchanged("proven-early", before, desk.card(cards[USERS["proven-early"]]))

    taken = metadata(5, "FIDO_CERTIFIED_L1")
    equal("metadata is taken over", (taken.code, taken.lines), (0, [{"edition": 5, "models": 1, "nextUpdate": "2099-01-01", "overdue": False}]))
    traits = {"proven-x5c": "plain", "proven-self": "self", "proven-none": "none", "proven-other": "aaguid=01020304-0506-0708-090a-0b0c0d0e0f10"}
    cards = dealt(traits)
    run = desk.provision(desk.request(list(cards), profile), cards)
    told(run, "proven-x5c", GOOD, None)
    told(run, "proven-self", BAD, "metadata.maker-not-proven")
    told(run, "proven-none", BAD, "metadata.maker-not-proven")
    told(run, "proven-other", BAD, "metadata.model-unknown")
    passkeys = desk.sandbox.passkeys()
    for name in traits:
        invariant.holds(desk, USERS[name], run.outcome(USERS[name]), cards[USERS[name]], passkeys)

    equal("a later edition is taken over", metadata(6, "FIDO_CERTIFIED_L1", "REVOKED").code, 0)
    older = metadata(4)
    equal("an older one is not", (older.code, "number 6" in older.err), (2, True))
    forged = desk.product("metadata", "import", f"{product.WORK}/models.jwt")
    equal("nor one that the FIDO Alliance did not sign", (forged.code, "signer of the metadata is not trusted" in forged.err), (2, True))
    cards = dealt({"proven-reported": "plain"})
    told(desk.provision(desk.request(list(cards), profile), cards), "proven-reported", BAD, "metadata.model-reported")
