package org.keyhopper.core.internal.directory;

import org.keyhopper.api.diagnostic.Problem;

/** Follows outages of a directory. Called on the threads that ask it; returns quickly. */
public interface OutageListener {

    /**
     * The directory is out, or still is.
     *
     * @param notice why, since when, and how long until the next try; comes again each second
     * @param news whether a further pause begins
     */
    void isOut(Problem notice, boolean news);

    /** The directory answered again after an outage, or after it had asked for time. */
    void isBack();
}
