package org.keyhopper.central.storage;

import java.time.Duration;
import java.util.OptionalLong;

/** How far sinks have received the audit trail. */
public interface AuditCursorTable {

    /**
     * Makes this instance the one that delivers to a sink for some time.
     *
     * @return the number of the last entry it received, 0 if there is none; empty while another instance delivers
     */
    OptionalLong take(String sink, Duration time);

    /** Records that a sink has received the entries up to this one; returns false if another instance has taken over. */
    boolean advance(String sink, long number);

    /** Returns the number of the last entry of the trail. */
    long newest();
}
