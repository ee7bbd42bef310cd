package org.keyhopper.central.internal;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.policy.Policies;
import org.keyhopper.central.policy.Policy;
import org.keyhopper.central.policy.RoleMapping;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.storage.CentralStore;

/** Policy and role mapping in the database. */
public record ManagedPolicies(CentralStore store) implements Policies {

    @Override
    public Answer<Policy> policy(Caller caller) {
        return new ManagedCalls(store)
                .view(
                        caller,
                        "policy",
                        in -> ManagedCalls.unless(
                                caller.may(Privilege.VIEW_AUDIT_TRAIL, Place.ORGANISATION)
                                        ? Optional.empty()
                                        : caller.lacks(Privilege.MANAGE_PROFILES, Place.ORGANISATION),
                                () -> Answer.done(in.settings().policy())));
    }

    @Override
    public Answer<Policy> put(Caller caller, Policy policy) {
        Policy next = new Policy(policy.approveAll(), policy.privilegedGroups(), policy.version() + 1);
        return new ManagedCalls(store)
                .change(
                        caller,
                        AuditAction.POLICY_CHANGED,
                        "policy",
                        in -> ManagedCalls.unless(
                                caller.lacks(Privilege.MANAGE_PROFILES, Place.ORGANISATION),
                                () -> in.settings().put(policy)
                                        ? Answer.done(next)
                                        : ManagedCalls.refused(CentralProblem.VERSION_DIFFERS)));
    }

    @Override
    public Answer<RoleMapping> mapping(Caller caller) {
        return new ManagedCalls(store)
                .view(
                        caller,
                        "role-mapping",
                        in -> ManagedCalls.unless(
                                caller.lacksSightOfAccess(),
                                () -> Answer.done(in.settings().mapping())));
    }

    @Override
    public Answer<RoleMapping> put(Caller caller, RoleMapping mapping) {
        RoleMapping next = new RoleMapping(mapping.claim(), mapping.rules(), mapping.version() + 1);
        return new ManagedCalls(store)
                .change(
                        caller,
                        AuditAction.MAPPING_CHANGED,
                        "role-mapping",
                        in -> ManagedCalls.unless(
                                caller.lacks(Privilege.MANAGE_OPERATORS, Place.ORGANISATION),
                                () -> in.settings().put(mapping)
                                        ? Answer.done(next)
                                        : ManagedCalls.refused(CentralProblem.VERSION_DIFFERS)));
    }
}
