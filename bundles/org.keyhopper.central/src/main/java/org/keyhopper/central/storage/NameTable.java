package org.keyhopper.central.storage;

import java.util.Optional;
import org.keyhopper.api.request.Recipient;

/** The names of people to which references in the audit trail belong. */
public interface NameTable {

    /** Adds or replaces the name of a reference, such as {@code recipient:R7K3M/4}, with the account by which it is erased. */
    void put(String reference, String directory, Recipient recipient);

    /** Returns the name, unless it was erased. */
    Optional<String> find(String reference);
}
