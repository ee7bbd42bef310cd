package org.keyhopper.central.policy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What holds for all requests.
 *
 * @param approveAll whether every request needs a second person
 * @param privilegedGroups by directory, groups by name or id; a request with one of their members needs a second person
 * @param version counts the changes
 */
public record Policy(boolean approveAll, Map<String, List<String>> privilegedGroups, long version) {

    /** Holds until an administrator decides. */
    public static final Policy DEFAULT = new Policy(false, Map.of(), 0);

    public Policy {
        privilegedGroups = new TreeMap<>(privilegedGroups.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue()))));
    }

    /** Returns the privileged groups of a directory. */
    public List<String> groupsOf(String directory) {
        return privilegedGroups.getOrDefault(directory, List.of());
    }
}
