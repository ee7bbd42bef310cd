package org.keyhopper.core.journal;

import java.util.List;

/**
 * The journal of revocations: the intention before, the end after. Blocking on the disk for milliseconds; any thread;
 * failures are {@link org.keyhopper.core.request.StoreException}. When a method returns, what it wrote survives a power cut.
 */
public interface Revocations {

    /** Records the intention. Id, time and end of the argument are ignored. */
    Revocation begin(Revocation intended);

    void end(Revocation begun, Revocation.End end);

    /** Returns all revocations, newest first. */
    List<Revocation> list();
}
