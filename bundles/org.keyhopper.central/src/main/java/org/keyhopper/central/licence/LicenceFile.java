package org.keyhopper.central.licence;

import org.keyhopper.api.diagnostic.Answer;

/** Where the licence comes from. Thread-safe. */
public interface LicenceFile {

    /** Returns whether this build works with a licence only. */
    boolean isRequired();

    /** Reads and verifies the file; LICENCE_MISSING or LICENCE_INVALID. */
    Answer<Licence> read();
}
