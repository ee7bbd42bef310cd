package org.keyhopper.core.internal.device;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.transport.LinkDescription;

/** Links that lead to one and the same device: a USB key may show itself as a card in a reader of its own, too. */
final class Twins {

    private Twins() {}

    /** Leaves out each card that has the serial number of a USB key. Without numbers nobody can tell: both stay. */
    static List<LinkDescription> without(List<LinkDescription> links) {
        Set<String> keys = links.stream()
                .filter(Twins::isKey)
                .map(LinkDescription::serial)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
        return links.stream()
                .filter(link ->
                        isKey(link) || link.serial().filter(keys::contains).isEmpty())
                .toList();
    }

    private static boolean isKey(LinkDescription link) {
        return link.kind() == DeviceKind.USB_KEY;
    }
}
