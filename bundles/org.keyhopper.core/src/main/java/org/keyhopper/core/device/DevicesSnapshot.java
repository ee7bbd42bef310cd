package org.keyhopper.core.device;

import java.util.List;
import java.util.Map;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.LinkDescription;

/**
 * Everything that is plugged in at one moment.
 *
 * @param slots the reader names, by transport id
 * @param links the devices, those that came last at the end
 * @param obstacles why a transport sees nothing, by transport id
 */
public record DevicesSnapshot(
        Map<String, List<String>> slots, List<LinkDescription> links, Map<String, Problem> obstacles) {
    public DevicesSnapshot {
        slots = Map.copyOf(slots);
        links = List.copyOf(links);
        obstacles = Map.copyOf(obstacles);
    }
}
