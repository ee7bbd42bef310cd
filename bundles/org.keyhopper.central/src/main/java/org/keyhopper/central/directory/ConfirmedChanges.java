package org.keyhopper.central.directory;

import java.util.Set;

/**
 * Which obstacles a connector may remove by changing its directory, for all people, as operators have confirmed.
 *
 * @param directory its name
 * @param obstacles the codes of their problems
 * @param version counts the changes
 */
public record ConfirmedChanges(String directory, Set<String> obstacles, long version) {

    public ConfirmedChanges {
        obstacles = Set.copyOf(obstacles);
    }
}
