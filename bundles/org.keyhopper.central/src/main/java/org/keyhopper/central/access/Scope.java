package org.keyhopper.central.access;

/** Where a role applies. */
public sealed interface Scope {

    /** Everywhere. */
    record Everything() implements Scope {}

    /** To the requests of one configured directory. */
    record OneDirectory(String name) implements Scope {}

    /** Returns whether it contains what belongs to this directory. */
    default boolean contains(String directory) {
        return switch (this) {
            case Everything everything -> true;
            case OneDirectory(String name) -> name.equals(directory);
        };
    }
}
