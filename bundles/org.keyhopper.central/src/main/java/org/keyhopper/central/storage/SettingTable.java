package org.keyhopper.central.storage;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.central.directory.ConfirmedChanges;
import org.keyhopper.central.policy.Policy;
import org.keyhopper.central.policy.RoleMapping;

/** Decisions of administrators, and codes of which only a hash is kept. */
public interface SettingTable {

    Policy policy();

    /** Stores it as the version after its own; false if that is not the current one. */
    boolean put(Policy policy);

    RoleMapping mapping();

    /** Stores it as the version after its own; false if that is not the current one. */
    boolean put(RoleMapping mapping);

    /** Returns the changes of a directory that are confirmed, which may be none. */
    ConfirmedChanges confirmedChanges(String directory);

    /** Stores them as the version after their own; false if that is not the current one. */
    boolean put(ConfirmedChanges changes);

    /** Returns on which day the secrets of directories end, by the name of the directory, where that was noted. */
    Map<String, LocalDate> secretEnds();

    /** Notes on which day the secret of a directory ends; empty forgets it. */
    void putSecretEnd(String directory, Optional<LocalDate> end);

    /** Returns a hash and locks it; empty text if it was used. */
    Optional<String> codeHash(String name);

    void putCodeHash(String name, String hash);
}
