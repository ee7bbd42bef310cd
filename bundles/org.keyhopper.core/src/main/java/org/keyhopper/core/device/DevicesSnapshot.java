package org.keyhopper.core.device;

import java.util.List;
import java.util.Map;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.LinkDescription;

/**
 * The connected devices at one moment.
 *
 * @param slots the names of readers and ports, by transport id
 * @param links the devices, the last inserted at the end
 * @param obstacles why a transport reports no devices, by transport id
 */
public record DevicesSnapshot(
        Map<String, List<String>> slots, List<LinkDescription> links, Map<String, Problem> obstacles) {
    public DevicesSnapshot {
        slots = Map.copyOf(slots);
        links = List.copyOf(links);
        obstacles = Map.copyOf(obstacles);
    }
}
