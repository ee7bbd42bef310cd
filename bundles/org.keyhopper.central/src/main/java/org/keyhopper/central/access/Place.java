package org.keyhopper.central.access;

import java.util.Objects;

/**
 * Where something belongs, which decides whether a role with a scope applies to it.
 *
 * @param directory the name of a configured directory; empty if it belongs to none
 * @param site the name of a site; empty if it belongs to none
 */
public record Place(String directory, String site) {

    /** What belongs to the whole organisation. */
    public static final Place ORGANISATION = new Place("", "");

    public Place {
        Objects.requireNonNull(directory);
        Objects.requireNonNull(site);
    }
}
