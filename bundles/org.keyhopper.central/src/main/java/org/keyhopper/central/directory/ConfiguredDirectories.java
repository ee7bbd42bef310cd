package org.keyhopper.central.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.central.access.Caller;
import org.keyhopper.core.directory.DirectoryAccount;

/** The configured directories, for those who manage them. */
public interface ConfiguredDirectories {

    /**
     * A directory.
     *
     * @param type of its connector
     * @param product the name of what the connector is for; the type if the connector is not installed
     * @param addresses to which secrets and tokens are sent, sorted
     * @param secretEnd the last day of the secret, if it was noted
     */
    record ConfiguredDirectory(
            String name, String type, String product, List<String> addresses, Optional<LocalDate> secretEnd) {
        public ConfiguredDirectory {
            Objects.requireNonNull(secretEnd);
            addresses = List.copyOf(addresses);
        }
    }

    /** Returns them by name. Blocking on the database. */
    Answer<List<ConfiguredDirectory>> list(Caller caller);

    /** Returns which changes of a directory are confirmed. */
    Answer<ConfirmedChanges> confirmedChanges(Caller caller, String name);

    /** Replaces the version that is given; until then a call that needs a change is refused. */
    Answer<ConfirmedChanges> confirm(Caller caller, ConfirmedChanges changes);

    /** Returns the installed connectors. Fast. */
    Answer<List<DirectoryConnector>> connectors(Caller caller);

    /** Returns the settings of a directory, without its secrets. Blocking on the database. */
    Answer<DirectoryAccount> find(Caller caller, String name);

    /**
     * Adds a directory, or changes one. Stored secrets are kept if the addresses stay the same, and deleted otherwise. Blocking
     * on the database.
     *
     * @param add whether it must be new: ALREADY_EXISTS if it is not, NO_SUCH_DIRECTORY for a change of one that is missing
     * @return what is wrong with the settings, in which case nothing was stored; empty if they are stored
     */
    Answer<List<Problem>> put(Caller caller, DirectoryDraft draft, boolean add);

    /** Examines all that provisioning needs with settings that are not stored yet. Blocking on the directory. */
    Answer<List<Finding>> test(Caller caller, DirectoryDraft draft);

    /** Examines all that provisioning needs. Blocking on the directory. */
    Answer<List<Finding>> test(Caller caller, String name);
}
