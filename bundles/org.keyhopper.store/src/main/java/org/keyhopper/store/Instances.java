package org.keyhopper.store;

import java.time.Instant;
import java.util.List;

/** The instances of Central that serve from one database. Any thread; failures are {@code StoreException}. */
public interface Instances {

    /**
     * One instance.
     *
     * @param id stands for one run of a process
     * @param version of the program
     * @param seen when it last announced itself, by the clock of the database
     */
    record Instance(String id, String version, Instant started, Instant seen) {}

    /** Says that this instance serves; repeated while it does. Forgets those that have ended. */
    void announce(String version);

    /** Says that this instance does not serve any more. */
    void leave();

    /** Returns those that run, this one included once it has announced itself. */
    List<Instance> list();
}
