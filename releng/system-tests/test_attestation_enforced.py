"""
A tenant of Entra ID whose passkey profile enforces attestation: what the station's own metadata say is seen before a device is changed, and a directory
whose metadata are older than ours is a warning.
"""

import subprocess

import product
import pytest
from desk import Desk
from tally import check, equal

pytestmark = pytest.mark.readers(2)

MODEL = "6b657968-6f70-7065-7200-000000000001"
PEOPLE = [(f"person{number}@contoso.example", f"Person {number}") for number in range(1, 8)]
USERS = iter([user for user, _ in PEOPLE])

desk = None


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global desk
    desk = Desk(PEOPLE)
    policy()
    yield
    desk.close()


def policy(**members):
    profile = {"id": "p1", "name": "Cards", "passkeyTypes": "deviceBound", "attestationEnforcement": "registrationOnly", "keyRestrictions": {"isEnforced": False}}
    target = {"targetType": "group", "id": "all_users", "allowedPasskeyProfiles": ["p1"]}
    common = {"id": "Fido2", "state": "enabled", "isSelfServiceRegistrationAllowed": True, "passkeyProfiles": [profile], "includeTargets": [target]}
    desk.sandbox.ask("POST", "/policy", {**common, **members})


def metadata(edition, *words):
    main = "org.keyhopper.rehearsal.authenticator.RehearsalMetadataMain"
    subprocess.run([product.JAVA, "-cp", product.CLASSPATH, main, product.WORK, str(edition), "2099-01-01", MODEL, *words], check=True)
    equal("taken over", desk.product("metadata", "import", f"{product.WORK}/models.jwt", "--root", f"{product.WORK}/root.pem").code, 0)


def content(card):
    state = desk.card(card)
    return state["pinSet"], state["credentials"]


def provision(traits):
    """Provisions the next person; the outcome, its reason, the warnings, and the card before and after."""
    user = next(USERS)
    card = desk.cards(traits)[0]
    before = content(card)
    run = desk.provision(desk.request([user]), {user: card})
    names = [event.get("reason") if event["event"] == "warning" else event.get("step") for event in run.events if event["event"] in ("warning", "step")]
    warnings = [event["reason"] for event in run.events if event["event"] == "warning"]
    if warnings:
        check("warned before the device was changed", names.index(warnings[0]) <= names.index("identify") + 1, names)
    return run.outcome(user), run.reason(user), warnings, content(card) == before


def test_the_policy_is_shown():
    result = desk.product("directory", "test", "contoso", "--json")
    shown = [line["detail"] for line in result.lines if "detail" in line]
    equal("profiles, passkey types and attestation", shown, ["Cards: deviceBound; attestation enforced"])


def test_without_metadata():
    equal("warned, then decided by the directory", provision("plain"), ("PROVISIONED", None, ["metadata.not-verified-here"], False))


def test_a_certified_model():
    metadata(5, "FIDO_CERTIFIED_L1", "changed=2020-01-01")
    equal("no warning", provision("plain"), ("PROVISIONED", None, [], False))
    listed = desk.must("request", "passkeys", desk.must("request", "list", "--json").lines[0]["id"], "--json").lines
    equal("the type of the passkey is shown", [line["passkeyType"] for line in listed], ["device-bound"])


def test_what_the_directory_would_refuse():
    outcome, reason, warnings, unchanged = provision("self")
    equal("an attestation without certificates is not registered", (outcome, reason, warnings), ("FAILED", "metadata.maker-not-proven", []))
    metadata(6, "changed=2020-01-01")
    equal("a model that is not certified stays as it was", provision("plain"), ("FAILED", "metadata.not-certified", [], True))


def test_a_directory_with_older_metadata():
    metadata(7, "FIDO_CERTIFIED_L1", "changed=2098-12-31")
    equal("known there already", provision("plain"), ("PROVISIONED", None, ["metadata.model-recent"], False))
    policy(sandboxMetadata=[])
    outcome, reason, warnings, _ = provision("plain")
    equal("not known there yet", (outcome, reason, warnings), ("FAILED", "directory.attestation-refused", ["metadata.model-recent"]))
