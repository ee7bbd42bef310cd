package org.keyhopper.central.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Profile;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.profile.NamedProfile;
import org.keyhopper.central.profile.Profiles;
import org.keyhopper.central.request.RequestSummary;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.core.request.RequestId;

/** Named profiles in the database. */
public record ManagedProfiles(CentralStore store) implements Profiles {

    private static final String ALL = "profiles";

    private ManagedCalls calls() {
        return new ManagedCalls(store);
    }

    private static String subject(String name) {
        return "profile:" + name;
    }

    private static Optional<Problem> lacksSight(Caller caller) {
        boolean sees = caller.may(Privilege.VIEW_AUDIT_TRAIL, Place.ORGANISATION)
                || caller.lacksEverywhere(Privilege.CREATE_REQUEST).isEmpty();
        return sees ? Optional.empty() : caller.lacks(Privilege.MANAGE_PROFILES, Place.ORGANISATION);
    }

    private static <T> Answer<T> managed(Caller caller, Supplier<Answer<T>> work) {
        return ManagedCalls.unless(caller.lacks(Privilege.MANAGE_PROFILES, Place.ORGANISATION), work);
    }

    @Override
    public Answer<List<NamedProfile>> list(Caller caller) {
        return calls().view(
                        caller,
                        ALL,
                        in -> ManagedCalls.unless(
                                lacksSight(caller),
                                () -> Answer.done(in.profiles().all())));
    }

    @Override
    public Answer<NamedProfile> find(Caller caller, String name) {
        return calls().view(
                        caller,
                        subject(name),
                        in -> ManagedCalls.unless(
                                lacksSight(caller),
                                () -> ManagedCalls.found(in.profiles().find(name), name)));
    }

    @Override
    public Answer<NamedProfile> put(Caller caller, String name, Profile profile, Optional<Long> version) {
        return calls().change(
                        caller,
                        AuditAction.PROFILE_CHANGED,
                        subject(name),
                        in -> managed(caller, () -> {
                            if (version.isEmpty()) {
                                return in.profiles().add(name, profile)
                                        ? Answer.done(new NamedProfile(name, profile, 1))
                                        : ManagedCalls.refused(CentralProblem.ALREADY_EXISTS, name);
                            }
                            return in.profiles().replace(new NamedProfile(name, profile, version.get()))
                                    ? Answer.done(new NamedProfile(name, profile, version.get() + 1))
                                    : ManagedCalls.refused(CentralProblem.VERSION_DIFFERS);
                        }));
    }

    @Override
    public Answer<String> remove(Caller caller, String name, long version) {
        return calls().change(
                        caller,
                        AuditAction.PROFILE_REMOVED,
                        subject(name),
                        in -> managed(
                                caller,
                                () -> in.profiles().remove(name, version)
                                        ? Answer.done(name)
                                        : ManagedCalls.refused(CentralProblem.VERSION_DIFFERS)));
    }

    @Override
    public Answer<Map<String, Integer>> uses(Caller caller) {
        return calls().view(
                        caller,
                        ALL,
                        in -> ManagedCalls.unless(
                                lacksSight(caller),
                                () -> Answer.done(in.profiles().uses())));
    }

    @Override
    public Answer<List<RequestSummary>> usedBy(Caller caller, String name, int limit) {
        return calls().view(
                        caller,
                        subject(name),
                        in -> ManagedCalls.unless(
                                lacksSight(caller),
                                () -> Answer.done(in.profiles().usedBy(name).stream()
                                        .flatMap(id -> in.requests().find(id).stream())
                                        .filter(each -> caller.may(Privilege.VIEW_REQUESTS, each.place()))
                                        .limit(limit)
                                        .toList())));
    }

    @Override
    public Answer<Optional<String>> usedFor(Caller caller, RequestId id) {
        return calls().view(caller, RequestCalls.subject(id), in -> RequestCalls.seenAt(
                        in, caller, id, Privilege.VIEW_REQUESTS)
                .map(place -> in.profiles().usedFor(id)));
    }
}
