package org.keyhopper.rehearsal.sandbox;

import java.util.List;
import org.keyhopper.api.device.CredentialId;

/** A directory of made-up people on a port of this computer. Thread-safe. */
public interface Sandbox extends AutoCloseable {

    /** Returns how it misbehaves. */
    Rules rules();

    /** Returns its people. */
    List<SandboxUser> users();

    /** Adds a person, or replaces the one with the same id. */
    void put(SandboxUser user);

    /** Returns the passkeys of a person. */
    List<CredentialId> registered(String userId);

    /** Returns how many enrolments wait for their end; 0 where beginning one leaves no trace. */
    default int pending() {
        return 0;
    }

    /** Ends it and releases the port. */
    @Override
    void close();
}
