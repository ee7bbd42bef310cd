package org.keyhopper.api.transport;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;

/**
 * Everything that a transport detects at one moment.
 *
 * @param obstacle why nothing can be detected (service not running, missing permissions), if so
 * @param slots the places where devices can be inserted, such as reader names; empty for USB
 * @param links the connected devices
 */
public record TransportState(Optional<Problem> obstacle, List<String> slots, List<DeviceLink> links) {

    public TransportState {
        slots = List.copyOf(slots);
        links = List.copyOf(links);
    }

    public static TransportState of(List<String> slots, List<DeviceLink> links) {
        return new TransportState(Optional.empty(), slots, links);
    }

    public static TransportState blocked(Problem obstacle) {
        return new TransportState(Optional.of(obstacle), List.of(), List.of());
    }
}
