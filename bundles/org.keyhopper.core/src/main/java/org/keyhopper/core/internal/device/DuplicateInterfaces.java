package org.keyhopper.core.internal.device;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.LinkDescription;

/** Links that lead to one and the same device: a USB key may show itself as a card in a reader of its own, too. */
final class DuplicateInterfaces {

    private DuplicateInterfaces() {}

    /**
     * Leaves out each card that is a USB key once more: it has the key's serial number, or, since readers seldom tell one,
     * lies in a reader that has the key's name. Where neither tells, both stay.
     */
    static List<LinkDescription> without(List<LinkDescription> links) {
        List<LinkDescription> keys =
                links.stream().filter(DuplicateInterfaces::isKey).toList();
        return links.stream()
                .filter(link -> isKey(link) || keys.stream().noneMatch(key -> isSame(key, link)))
                .toList();
    }

    /** Finds the card that the key is once more. */
    static Optional<DeviceLink> cardOf(LinkDescription key, Stream<DeviceLink> links) {
        return links.filter(link -> isKey(key) && !isKey(link.description()) && isSame(key, link.description()))
                .<DeviceLink>map(CcidFallback::new)
                .findFirst();
    }

    private static boolean isKey(LinkDescription link) {
        return link.kind() == DeviceKind.USB_KEY;
    }

    private static boolean isSame(LinkDescription key, LinkDescription card) {
        boolean numbered = key.serial().isPresent() && card.serial().isPresent();
        return numbered
                ? key.serial().equals(card.serial())
                : isReaderOf(key, card.id().slot());
    }

    /** Every system begins the name of a reader with the words of maker and model, which are those of the key. */
    private static boolean isReaderOf(LinkDescription key, String reader) {
        String words = key.product();
        return !words.isBlank() && reader.regionMatches(true, 0, words, 0, words.length());
    }
}
