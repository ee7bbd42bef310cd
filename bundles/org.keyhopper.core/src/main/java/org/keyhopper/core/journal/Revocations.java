package org.keyhopper.core.journal;

import java.util.List;

/**
 * The journal of revocations: the intention before, the end after. Blocking on the disk for milliseconds; any thread;
 * failures are {@link org.keyhopper.core.request.StoreException}. When a method returns, what it wrote survives a power cut.
 */
public interface Revocations {

    /** Notes the intention; of the argument, id, time and end are made here. */
    Revocation begin(Revocation intended);

    void end(Revocation begun, Revocation.End end);

    /** Returns all, newest first. */
    List<Revocation> list();
}
