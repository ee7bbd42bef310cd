package org.keyhopper.rehearsal.authenticator.stack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.keyhopper.rehearsal.authenticator.card.Card;
import org.keyhopper.rehearsal.authenticator.card.VirtualCard;

/** One vpcd slot and the card in it. Guarded by its stack. */
final class Slot {
    private final InetSocketAddress address;
    private Optional<Occupation> occupation = Optional.empty();

    Slot(InetSocketAddress address) {
        this.address = address;
    }

    private record Occupation(Card card, VirtualCard inserted, int commandsBefore) {}

    InetSocketAddress address() {
        return address;
    }

    void insert(Card card) throws IOException {
        remove();
        int before = card.log().entries().size();
        occupation = Optional.of(new Occupation(card, VirtualCard.insert(card, address), before));
    }

    Optional<Card> remove() throws IOException {
        Optional<Card> removed = card();
        if (occupation.isPresent()) {
            occupation.get().inserted().close();
            occupation = Optional.empty();
        }
        return removed;
    }

    /** The card that was put in and not taken out, even if a fault has pulled it. */
    Optional<Card> card() {
        return occupation.map(Occupation::card);
    }

    /** Why the card is out though nobody took it out. */
    Optional<VirtualCard.Ending> ending() {
        return occupation.flatMap(each -> each.inserted().ending());
    }

    /** Whether the card made a credential since it was put in. */
    boolean hasEnrolled() {
        return occupation
                .filter(each -> each.card().log().entries().stream()
                        .skip(each.commandsBefore())
                        .anyMatch(entry -> entry.command() == 1 && entry.status() == 0))
                .isPresent();
    }
}
