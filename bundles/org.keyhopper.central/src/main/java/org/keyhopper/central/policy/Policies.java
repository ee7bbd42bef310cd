package org.keyhopper.central.policy;

import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;

/** Reads and changes policy and role mapping. A version that is not the current one is VERSION_DIFFERS. */
public interface Policies {

    Answer<Policy> policy(Caller caller);

    /** Replaces the policy of the version in it. */
    Answer<Policy> put(Caller caller, Policy policy);

    Answer<RoleMapping> mapping(Caller caller);

    /** Replaces the mapping of the version in it. */
    Answer<RoleMapping> put(Caller caller, RoleMapping mapping);
}
