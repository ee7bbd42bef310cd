"""What must hold for everybody, whatever happened: seen from the card and from the directory, not from what the product says."""

from tally import check


def holds(desk, user, outcome, serial, passkeys):
    """Checks it for one person; passkeys are those of the sandbox."""
    at_directory = [method["credentialId"] for method in passkeys.get(user, [])]
    card = desk.card(serial) if serial else {"credentials": [], "pinSet": False}
    on_card = [credential["id"] for credential in card["credentials"]]
    seen = f"directory {at_directory}, card {on_card}, PIN {card['pinSet']}"
    if outcome == "PROVISIONED":
        check(f"{user}: one credential, on the card and at the directory", len(on_card) == 1 and on_card == at_directory, seen)
    else:
        check(f"{user}: nothing left, neither on the card nor at the directory", not (on_card or at_directory or card["pinSet"]), seen)
