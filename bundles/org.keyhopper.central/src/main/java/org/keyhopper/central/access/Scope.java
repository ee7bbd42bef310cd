package org.keyhopper.central.access;

/** Where a role applies. */
public sealed interface Scope {

    /** Everywhere. */
    record Everything() implements Scope {}

    /** To the requests of one configured directory. */
    record OneDirectory(String name) implements Scope {}

    /** To the requests of one site. */
    record OneSite(String name) implements Scope {}

    /** Returns whether it contains what belongs to this place. */
    default boolean contains(Place place) {
        return switch (this) {
            case Everything everything -> true;
            case OneDirectory(String name) -> name.equals(place.directory());
            case OneSite(String name) -> name.equals(place.site());
        };
    }
}
