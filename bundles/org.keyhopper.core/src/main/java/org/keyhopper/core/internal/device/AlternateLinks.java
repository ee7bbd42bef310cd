package org.keyhopper.core.internal.device;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkPlace;

/**
 * Links that lead by another way to devices which some transport shows itself. A device has one identity, that of its own
 * transport: were it listed under another while the way changes, it would seem to have been taken out and put back.
 */
final class AlternateLinks {

    private AlternateLinks() {}

    /**
     * Leaves out each link whose device is for another transport to show.
     *
     * @param showsItself whether the transport with this id is there and may look for devices
     */
    static List<DeviceLink> listed(List<DeviceLink> links, Predicate<String> showsItself) {
        return links.stream()
                .filter(link -> link.standsInFor()
                        .filter(place -> showsItself.test(place.transport()))
                        .isEmpty())
                .toList();
    }

    /** Finds the other way to the same device. */
    static Optional<DeviceLink> of(LinkDescription device, Stream<DeviceLink> links) {
        Optional<LinkPlace> place = Optional.of(LinkPlace.of(device.id()));
        return links.filter(link -> link.standsInFor().equals(place))
                .filter(link -> isSame(device, link.description()))
                .findFirst();
    }

    /** Two processes look at the same place, but not at the same moment. One may not be allowed to read the number. */
    private static boolean isSame(LinkDescription one, LinkDescription other) {
        boolean numbered = one.serial().isPresent() && other.serial().isPresent();
        return one.fingerprint().equals(other.fingerprint())
                && (!numbered || one.serial().equals(other.serial()));
    }
}
