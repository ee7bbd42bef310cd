package org.keyhopper.core.internal.device;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkPlace;

/**
 * Opens links, and tells which links lead to the same device: a link that stands in for another transport's, and a USB
 * key that is also the card in a reader of its own. A device is listed once, under the link of its own transport: listed
 * under another one while the way to it changes, it would seem to have been removed and reinserted.
 *
 * <p>A transport that denied access is not tried again while there is a stand-in, since a denial takes time: Linux grants
 * access to a new device late. Any thread.
 */
final class DeviceLinks {

    private final Function<DeviceLink, Optional<DeviceLink>> standIns;
    private final Function<DeviceLink, Optional<DeviceLink>> alternates;

    /** Transports that denied access at the last attempt. */
    private final Set<String> denying = ConcurrentHashMap.newKeySet();

    /**
     * @param standIns finds a stand-in that is there now
     * @param alternates finds any alternate link of a device to which access was denied; may wait for one
     */
    DeviceLinks(
            Function<DeviceLink, Optional<DeviceLink>> standIns,
            Function<DeviceLink, Optional<DeviceLink>> alternates) {
        this.standIns = standIns;
        this.alternates = alternates;
    }

    /** Opens the link, or an alternate one where access is denied. */
    FidoChannel open(DeviceLink link, Deadline deadline) throws ChannelException {
        Optional<DeviceLink> known = denying.contains(transport(link)) ? standIns.apply(link) : Optional.empty();
        return known.isPresent() ? known.get().open(deadline) : openDirectly(link, deadline);
    }

    private FidoChannel openDirectly(DeviceLink link, Deadline deadline) throws ChannelException {
        try {
            FidoChannel channel = link.open(deadline);
            denying.remove(transport(link));
            return channel;
        } catch (ChannelException refusal) {
            if (!refusal.problem().is(DeviceProblem.ACCESS_DENIED)) {
                throw refusal;
            }
            denying.add(transport(link));
            return alternates.apply(link).orElseThrow(() -> refusal).open(deadline);
        }
    }

    private static String transport(DeviceLink link) {
        return link.description().id().transport();
    }

    /**
     * Returns the links under which devices are listed, without the alternate ones.
     *
     * @param isAvailable whether the transport with this id is there and may look for devices
     */
    static List<LinkDescription> listed(List<DeviceLink> all, Predicate<String> isAvailable) {
        List<LinkDescription> links = all.stream()
                .filter(link -> link.alternativeTo()
                        .filter(place -> isAvailable.test(place.transport()))
                        .isEmpty())
                .map(DeviceLink::description)
                .toList();
        List<LinkDescription> keys = links.stream().filter(DeviceLinks::isKey).toList();
        return links.stream()
                .filter(link -> isKey(link) || keys.stream().noneMatch(key -> isCardOf(key, link)))
                .toList();
    }

    /** Finds a link that stands in for this device's. */
    static Optional<DeviceLink> standInFor(LinkDescription device, Stream<DeviceLink> links) {
        Optional<LinkPlace> place = Optional.of(LinkPlace.of(device.id()));
        return links.filter(link -> link.alternativeTo().equals(place))
                .filter(link -> isSame(device, link.description()))
                .findFirst();
    }

    /** Finds the card that the USB key also is, for where the key itself may not be opened. */
    static Optional<DeviceLink> cardOf(LinkDescription key, Stream<DeviceLink> links) {
        return links.filter(link -> isKey(key) && !isKey(link.description()) && isCardOf(key, link.description()))
                .<DeviceLink>map(CcidFallback::new)
                .findFirst();
    }

    /**
     * Two processes see the same place, but not at the same moment. One may not be allowed to read the serial number.
     */
    private static boolean isSame(LinkDescription one, LinkDescription other) {
        boolean numbered = one.serial().isPresent() && other.serial().isPresent();
        return one.fingerprint().equals(other.fingerprint())
                && (!numbered || one.serial().equals(other.serial()));
    }

    private static boolean isKey(LinkDescription link) {
        return link.kind() == DeviceKind.USB_KEY;
    }

    /**
     * The card has the key's serial number or, since readers seldom report one, lies in a reader with the key's name.
     */
    private static boolean isCardOf(LinkDescription key, LinkDescription card) {
        boolean numbered = key.serial().isPresent() && card.serial().isPresent();
        return numbered
                ? key.serial().equals(card.serial())
                : isReaderOf(key, card.id().slot());
    }

    /** Every operating system begins the name of a reader with its maker and model, which are those of the key. */
    private static boolean isReaderOf(LinkDescription key, String reader) {
        String product = key.product();
        return !product.isBlank() && reader.regionMatches(true, 0, product, 0, product.length());
    }

    /**
     * A USB key opened as the card in its own reader. Most keys have no FIDO application there; the problem is still
     * that the key may not be opened.
     */
    private record CcidFallback(DeviceLink card) implements DeviceLink {

        @Override
        public LinkDescription description() {
            return card.description();
        }

        @Override
        public FidoChannel open(Deadline deadline) throws ChannelException {
            try {
                return card.open(deadline);
            } catch (ChannelException e) {
                Problem problem = e.problem();
                if (problem.is(DeviceProblem.GONE) || problem.is(DeviceProblem.CANCELLED)) {
                    throw e;
                }
                throw new ChannelException(
                        Problem.of(DeviceProblem.ACCESS_DENIED).withDetail("nor as a card: " + problem), e);
            }
        }
    }
}
