package org.keyhopper.central.operator;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Page;
import org.keyhopper.central.access.Role;

/**
 * Operators and roles, for those who manage them. Blocking on the database; any thread. A version that is not the current
 * one is VERSION_DIFFERS, and nothing is changed.
 */
public interface Operators {

    /** Returns operators in the order of their logins. */
    Answer<Page<Operator>> list(Caller caller, Optional<String> after, int limit);

    Answer<Operator> find(Caller caller, String id);

    /**
     * Adds an operator before the first sign-in. ALREADY_EXISTS if there is one with this login.
     *
     * @param key makes a repeated call harmless
     */
    Answer<Operator> create(Caller caller, String key, String login, List<Grant> grants);

    /** Replaces the assigned roles. */
    Answer<Operator> update(Caller caller, String id, long version, List<Grant> grants, boolean disabled);

    /** Returns the default roles and the custom ones. */
    Answer<List<StoredRole>> roles(Caller caller);

    /**
     * Adds or replaces a custom role. ALREADY_EXISTS for the name of a default role, or of one that is to be added.
     *
     * @param version of the role that is replaced; empty to add one
     */
    Answer<StoredRole> putRole(Caller caller, Role role, Optional<Long> version);

    /** Removes a custom role; its operators lose its privileges. */
    Answer<String> removeRole(Caller caller, String name, long version);
}
