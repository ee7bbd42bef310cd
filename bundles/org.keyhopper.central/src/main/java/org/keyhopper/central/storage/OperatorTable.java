package org.keyhopper.central.storage;

import java.util.List;
import java.util.Optional;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.operator.Operator;
import org.keyhopper.central.operator.StoredRole;

/** Operators and custom roles. */
public interface OperatorTable {

    /** Returns operators with a later login, in order. */
    List<Operator> after(String login, int limit);

    Optional<Operator> find(String id);

    Optional<Operator> withLogin(String login);

    Optional<Operator> withIdentity(Operator.Identity identity);

    void add(Operator operator);

    /** Replaces roles and whether it is disabled; false if the version before is not the current one. */
    boolean replace(Operator operator);

    /** Records what a sign-in told. */
    void signedIn(Operator operator);

    /** Returns the default roles, then the custom ones by name. */
    List<StoredRole> roles();

    Optional<StoredRole> role(String name);

    /** Adds a custom role as its first version; false if there is one. */
    boolean addRole(Role role);

    /** Replaces a custom role of this version; false if it is not the current one. */
    boolean replaceRole(Role role, long version);

    /** Removes a custom role of this version; false if it is not the current one. */
    boolean removeRole(String name, long version);
}
