package org.keyhopper.central.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Page;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.policy.Policy;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.profile.NamedProfile;
import org.keyhopper.central.request.Approval;
import org.keyhopper.central.request.ManagedRequests;
import org.keyhopper.central.request.NewRequest;
import org.keyhopper.central.request.RequestChange;
import org.keyhopper.central.request.RequestDetails;
import org.keyhopper.central.request.RequestSummary;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;

/** Requests in the database, as operators manage them. */
public record RequestCalls(CentralStore store, PrivilegedMembers privileged) implements ManagedRequests {

    private static final int AT_ONCE = 200;

    private ManagedCalls calls() {
        return new ManagedCalls(store);
    }

    @Override
    public Answer<Page<RequestSummary>> list(Caller caller, Optional<String> after, int limit) {
        return calls().view(
                        caller,
                        "requests",
                        in -> ManagedCalls.unless(
                                caller.lacksEverywhere(Privilege.VIEW_REQUESTS), () -> number(after, Long.MAX_VALUE)
                                        .map(number -> Page.of(
                                                visible(in, caller, number, limit + 1),
                                                limit,
                                                summary -> Long.toString(summary.number())))));
    }

    private static List<RequestSummary> visible(CentralTransaction in, Caller caller, long before, int limit) {
        List<RequestSummary> visible = new ArrayList<>();
        long number = before;
        while (true) {
            List<RequestSummary> some = in.requests().before(number, AT_ONCE);
            some.stream()
                    .filter(it -> caller.may(Privilege.VIEW_REQUESTS, it.place()))
                    .limit((long) limit - visible.size())
                    .forEach(visible::add);
            if (visible.size() == limit || some.size() < AT_ONCE) {
                return visible;
            }
            number = some.getLast().number();
        }
    }

    /** A place in a list that no answer named is a call that cannot be read. */
    static Answer<Long> number(Optional<String> after, long start) {
        try {
            return Answer.done(after.map(Long::parseLong).orElse(start));
        } catch (NumberFormatException e) {
            return ManagedCalls.refused(CentralProblem.BAD_CALL, "cursor");
        }
    }

    @Override
    public Answer<RequestSummary> find(Caller caller, RequestId id) {
        return calls().view(
                        caller, subject(id), in -> seen(in.requests().find(id), caller, id, Privilege.VIEW_REQUESTS));
    }

    /** A caller without access to a request does not learn that it exists. */
    private static Answer<RequestSummary> seen(
            Optional<RequestSummary> found, Caller caller, RequestId id, Privilege privilege) {
        return seenAt(found.map(RequestSummary::place), caller, id, privilege).map(place -> found.orElseThrow());
    }

    /** Returns the place of a request if the caller has access to it, without counting its people. */
    static Answer<Place> seenAt(CentralTransaction in, Caller caller, RequestId id, Privilege privilege) {
        return seenAt(in.requests().place(id), caller, id, privilege);
    }

    private static Answer<Place> seenAt(Optional<Place> found, Caller caller, RequestId id, Privilege privilege) {
        Optional<Place> visible =
                found.filter(it -> caller.may(Privilege.VIEW_REQUESTS, it) || caller.may(privilege, it));
        if (visible.isEmpty()) {
            return caller.lacksEverywhere(privilege)
                    .<Answer<Place>>map(Answer::failed)
                    .orElseGet(() -> ManagedCalls.refused(CentralProblem.NO_SUCH_REQUEST, id.value()));
        }
        return ManagedCalls.unless(caller.lacks(privilege, visible.get()), () -> Answer.done(visible.get()));
    }

    static String subject(RequestId id) {
        return "request:" + id;
    }

    @Override
    public Answer<RequestSummary> create(Caller caller, String key, NewRequest request) {
        Place place = new Place(request.directory(), request.site());
        // The directory is asked only for those who may create a request in it, and not in a transaction.
        boolean known = caller.may(Privilege.CREATE_REQUEST, place) && privileged.knows(request.directory());
        boolean members = known && containsPrivileged(request);
        Answer<String> created = calls().create(
                        caller,
                        AuditAction.REQUEST_CREATED,
                        key,
                        request.content(),
                        in -> ManagedCalls.unless(caller.lacks(Privilege.CREATE_REQUEST, place), () -> {
                            if (!known) {
                                return ManagedCalls.refused(CentralProblem.NO_SUCH_DIRECTORY, request.directory());
                            }
                            boolean second = members || in.settings().policy().approveAll();
                            RequestId id = in.requests().add(request, details(caller, request, second));
                            copied(in, request).ifPresent(name -> in.profiles().use(id, name));
                            return Answer.done(subject(id));
                        }));
        return created.flatMap(subject -> created(subject.substring(subject.indexOf(':') + 1)));
    }

    /** Returns the named profile that the request has a copy of; it may have been changed since it was chosen. */
    private static Optional<String> copied(CentralTransaction in, NewRequest request) {
        return request.profileName()
                .flatMap(in.profiles()::find)
                .filter(named -> named.profile().equals(request.profile()))
                .map(NamedProfile::name);
    }

    private boolean containsPrivileged(NewRequest request) {
        Policy policy = store.write(in -> in.settings().policy());
        return privileged.mayContain(request.directory(), policy.groupsOf(request.directory()), request.people());
    }

    private static RequestDetails details(Caller caller, NewRequest request, boolean second) {
        RequestChange terms = request.terms();
        return new RequestDetails(
                caller.actor(),
                request.site(),
                terms.assignee(),
                terms.due(),
                terms.note(),
                second ? Approval.NEEDED : Approval.NOT_NEEDED,
                Optional.empty(),
                1);
    }

    /** Returns what was created, also to a caller who may not view requests. */
    private Answer<RequestSummary> created(String id) {
        return store.write(in -> in.requests().find(new RequestId(id)))
                .map(Answer::done)
                .orElseGet(() -> ManagedCalls.refused(CentralProblem.NO_SUCH_REQUEST, id));
    }

    @Override
    public Answer<RequestSummary> update(Caller caller, RequestId id, long version, RequestChange change) {
        return calls().change(caller, AuditAction.REQUEST_CHANGED, subject(id), in -> locked(
                        in, caller, id, Privilege.CREATE_REQUEST)
                .flatMap(found -> ofVersion(found, version))
                .map(found -> stored(in, found, found.details().with(change))));
    }

    private static Answer<RequestSummary> locked(
            CentralTransaction in, Caller caller, RequestId id, Privilege privilege) {
        return seen(in.requests().lock(id), caller, id, privilege);
    }

    private static Answer<RequestSummary> ofVersion(RequestSummary found, long version) {
        return found.details().version() == version
                ? Answer.done(found)
                : ManagedCalls.refused(CentralProblem.VERSION_DIFFERS);
    }

    private static RequestSummary stored(CentralTransaction in, RequestSummary found, RequestDetails details) {
        in.requests().put(found.request().id(), details);
        return new RequestSummary(found.number(), found.request(), details, found.tally());
    }

    @Override
    public Answer<RequestSummary> approve(Caller caller, RequestId id) {
        return calls().change(caller, AuditAction.REQUEST_APPROVED, subject(id), in -> locked(
                        in, caller, id, Privilege.APPROVE_REQUEST)
                .flatMap(found -> {
                    RequestDetails details = found.details();
                    if (!caller.isPerson() || details.creator().equals(caller.actor())) {
                        return ManagedCalls.refused(CentralProblem.OWN_REQUEST, id.value());
                    }
                    return details.approval() == Approval.GIVEN
                            ? Answer.done(found)
                            : Answer.done(stored(in, found, details.approved(caller.actor())));
                }));
    }

    @Override
    public Answer<Integer> retryFailed(Caller caller, RequestId id) {
        return calls().change(caller, AuditAction.REQUEST_RETRIED, subject(id), in -> locked(
                        in, caller, id, Privilege.PROVISION_NOW)
                .map(found -> in.requests().reopenFailed(id)));
    }

    @Override
    public Answer<RequestId> delete(Caller caller, RequestId id, long version) {
        return calls().change(caller, AuditAction.REQUEST_DELETED, subject(id), in -> locked(
                        in, caller, id, Privilege.DELETE_REQUEST)
                .flatMap(found -> ofVersion(found, version))
                .flatMap(found -> {
                    if (in.requests().isInUse(id)) {
                        return ManagedCalls.refused(CentralProblem.REQUEST_IN_USE, id.value());
                    }
                    in.requests().remove(id);
                    return Answer.done(id);
                }));
    }

    @Override
    public Answer<Page<RecipientState>> people(Caller caller, RequestId id, Optional<String> after, int limit) {
        return people(caller, Privilege.VIEW_REQUESTS, id, after, limit);
    }

    @Override
    public Answer<Page<RecipientState>> results(Caller caller, RequestId id, Optional<String> after, int limit) {
        return people(caller, Privilege.DOWNLOAD_PROVISIONED_USERS, id, after, limit);
    }

    private Answer<Page<RecipientState>> people(
            Caller caller, Privilege privilege, RequestId id, Optional<String> after, int limit) {
        return calls().view(caller, subject(id), in -> seenAt(in, caller, id, privilege)
                .flatMap(place -> number(after, 0))
                .map(from -> Page.of(
                        in.requests().people(id, (int) Math.min(from, Integer.MAX_VALUE), limit + 1),
                        limit,
                        person -> Integer.toString(person.id().position()))));
    }
}
