package org.keyhopper.api.transport;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;

/**
 * Everything a transport sees at one moment.
 *
 * @param obstacle why nothing can be seen (service down, no rights), if so
 * @param slots the places devices can be put, such as reader names; empty for USB
 * @param links the devices there
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
