"""What must hold after runs through printers, seen from the cards, the directory and the store."""

from tally import check, equal

INSIDE = {"transport", "contact", "contactless"}


def cards_of(machines):
    """Every card of these machines with its place."""
    return [(machine.card(serial), place) for machine in machines for serial, place in machine.places().items()]


def hold(what, machines, passkeys, standing, already=()):
    """Checks all of it; already are the serial numbers of cards that were somebody's before."""
    cards = cards_of(machines)
    provisioned = {user for user, outcome in standing.items() if outcome == "PROVISIONED"}
    holders = {}
    for card, place in cards:
        for credential in card["credentials"]:
            holders.setdefault(credential["userName"], []).append((credential["id"], place))
    equal(f"{what}: nobody has two cards", [user for user, held in holders.items() if len(held) > 1], [])
    equal(f"{what}: no card has two people", [card["serial"] for card, _ in cards if len(card["credentials"]) > 1], [])
    equal(f"{what}: whoever is provisioned has a card, and nobody else", sorted(holders), sorted(provisioned))
    equal(f"{what}: the directory knows the same people", sorted(passkeys), sorted(provisioned))
    at_directory = {user: [method["credentialId"] for method in methods] for user, methods in passkeys.items()}
    on_cards = {user: [credential for credential, _ in held] for user, held in holders.items()}
    check(f"{what}: the same credential on the card and at the directory", on_cards == at_directory, [user for user in holders if on_cards[user] != at_directory.get(user)])
    equal(f"{what}: no card is inside", [card["serial"] for card, place in cards if place in INSIDE], [])
    good = [place for card, place in cards if card["credentials"]]
    check(f"{what}: no good card lies among the bad ones or in the hopper", not {"reject", "hopper"} & set(good), good)
    equal(f"{what}: no empty card lies among the good ones", [card["serial"] for card, place in cards if place == "output" and not card["credentials"]], [])
    left = [card["serial"] for card, place in cards if card["pinSet"] and not card["credentials"] and card["serial"] not in already]
    equal(f"{what}: nothing is left on cards that are nobody's", left, [])
    return cards
