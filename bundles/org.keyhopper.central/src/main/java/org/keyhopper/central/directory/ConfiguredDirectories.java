package org.keyhopper.central.directory;

import java.util.List;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.central.access.Caller;

/** The configured directories, for those who manage them. */
public interface ConfiguredDirectories {

    /**
     * A directory.
     *
     * @param type of its connector
     * @param product the name of what the connector is for; the type if the connector is not installed
     * @param addresses to which secrets and tokens are sent, sorted
     */
    record ConfiguredDirectory(String name, String type, String product, List<String> addresses) {
        public ConfiguredDirectory {
            addresses = List.copyOf(addresses);
        }
    }

    /** Returns them by name. Blocking on the database. */
    Answer<List<ConfiguredDirectory>> list(Caller caller);

    /** Examines all that provisioning needs. Blocking on the directory. */
    Answer<List<Finding>> test(Caller caller, String name);
}
