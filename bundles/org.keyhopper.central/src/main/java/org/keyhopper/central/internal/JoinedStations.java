package org.keyhopper.central.internal;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Page;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.station.IssuedCode;
import org.keyhopper.central.station.JoinCode;
import org.keyhopper.central.station.Station;
import org.keyhopper.central.station.StationContact;
import org.keyhopper.central.station.Stations;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stations in the database. */
public record JoinedStations(CentralStore store, SecureRandom random, RefusalBudget refusals) implements Stations {

    private static final Logger LOGGER = LoggerFactory.getLogger(JoinedStations.class);

    @Override
    public Answer<IssuedCode> issueCode(Caller caller, String key, Station.Kind kind, String name, List<Grant> grants) {
        Secret code = new OneTimeCodes(random).fresh();
        String hash = OneTimeCodes.hash(code);
        Answer<String> issued = calls().create(
                        caller,
                        AuditAction.CODE_ISSUED,
                        key,
                        kind + " " + name + " " + grants,
                        in -> ManagedCalls.unless(caller.lacks(Privilege.MANAGE_OPERATORS, Place.ORGANISATION), () -> {
                            in.stations()
                                    .put(new JoinCode(
                                            hash, kind, name, grants, in.now().plus(CODE_LIFE)));
                            return Answer.done("code:" + hash);
                        }));
        boolean fresh = issued.equals(Answer.done("code:" + hash));
        if (!fresh) {
            code.close();
        }
        return issued.map(id -> new IssuedCode(name, fresh ? Optional.of(code) : Optional.empty()));
    }

    private ManagedCalls calls() {
        return new ManagedCalls(store);
    }

    @Override
    public Answer<Page<Station>> list(Caller caller, Station.Kind kind, Optional<String> after, int limit) {
        return calls().view(
                        caller,
                        "stations",
                        in -> ManagedCalls.unless(
                                caller.lacksSightOfAccess(),
                                () -> Answer.done(Page.of(
                                        in.stations().after(kind, after.orElse(""), limit + 1), limit, Station::id))));
    }

    @Override
    public Answer<Station> show(Caller caller, Station.Kind kind, String id) {
        return calls().view(
                        caller,
                        "station:" + id,
                        in -> ManagedCalls.unless(caller.lacksSightOfAccess(), () -> ofKind(in, kind, id)));
    }

    private static Answer<Station> ofKind(CentralTransaction in, Station.Kind kind, String id) {
        return ManagedCalls.found(in.stations().find(id).filter(it -> it.kind() == kind), id);
    }

    @Override
    public Answer<Station> update(Caller caller, Station.Kind kind, String id, long version, List<Grant> grants) {
        return replace(caller, AuditAction.STATION_CHANGED, kind, id, version, it -> it.with(grants, it.revoked()));
    }

    @Override
    public Answer<Station> revoke(Caller caller, Station.Kind kind, String id, long version) {
        return replace(caller, AuditAction.STATION_REVOKED, kind, id, version, it -> it.with(it.grants(), true));
    }

    private Answer<Station> replace(
            Caller caller,
            AuditAction action,
            Station.Kind kind,
            String id,
            long version,
            UnaryOperator<Station> change) {
        return calls().change(
                        caller,
                        action,
                        "station:" + id,
                        in -> ManagedCalls.unless(
                                caller.lacks(Privilege.MANAGE_OPERATORS, Place.ORGANISATION),
                                () -> ofKind(in, kind, id).flatMap(station -> {
                                    Station changed = change.apply(station);
                                    return station.version() == version
                                                    && in.stations().replace(changed)
                                            ? Answer.done(changed)
                                            : ManagedCalls.refused(CentralProblem.VERSION_DIFFERS);
                                })));
    }

    @Override
    public Answer<Station> join(Caller caller, Secret code, String keyThumbprint, String publicKey) {
        String hash = OneTimeCodes.hash(code);
        return store.write(in -> {
            Optional<Station> before = in.stations().joinedWith(hash);
            if (before.isPresent() && before.get().keyThumbprint().equals(keyThumbprint)) {
                return Answer.done(before.get());
            }
            Optional<JoinCode> valid =
                    in.stations().code(hash).filter(it -> it.expires().isAfter(in.now()));
            if (before.isPresent() || valid.isEmpty()) {
                Problem problem = Problem.of(CentralProblem.CODE_NOT_VALID);
                return refusals.take()
                        ? CallContext.refuse(in, caller, AuditAction.STATION_JOINED, "", problem)
                        : unrecorded(caller, problem);
            }
            return Answer.done(joined(in, caller, valid.get(), keyThumbprint, publicKey));
        });
    }

    private static <T> Answer<T> unrecorded(Caller caller, Problem problem) {
        LOGGER.warn("call {} refused, not in the audit trail: {}", caller.call(), problem);
        return Answer.failed(problem);
    }

    @Override
    public void refuse(Caller caller, Problem problem) {
        if (refusals.take()) {
            store.write(in -> CallContext.refuse(in, caller, AuditAction.SIGN_IN, "", problem));
        } else {
            unrecorded(caller, problem);
        }
    }

    private static Station joined(
            CentralTransaction in, Caller caller, JoinCode code, String keyThumbprint, String publicKey) {
        String id = UUID.randomUUID().toString();
        Station station =
                new Station(id, code.kind(), code.name(), keyThumbprint, publicKey, code.grants(), in.now(), false, 1);
        in.stations().add(station, code.hash());
        in.audit()
                .append(AuditEvent.done(caller, AuditAction.STATION_JOINED, "station:" + id)
                        .with("key", keyThumbprint));
        return station;
    }

    @Override
    public Answer<Boolean> leave(Caller caller) {
        if (caller.kind() != Caller.Kind.STATION) {
            return Answer.failed(Problem.of(CentralProblem.NOT_PERMITTED, Caller.Kind.STATION.name()));
        }
        return store.write(in -> {
            in.stations().revoke(caller.id());
            in.audit().append(AuditEvent.done(caller, AuditAction.STATION_LEFT, "station:" + caller.id()));
            return Answer.done(true);
        });
    }

    @Override
    public List<ProvisioningRequest> requests(Caller caller) {
        return store.write(in -> in.requestsWithRecipients().stream()
                .filter(request ->
                        caller.may(Privilege.VIEW_REQUESTS, CallContext.place(in, request.id(), request.directory())))
                .toList());
    }

    @Override
    public Answer<ProvisioningRequest> request(Caller caller, RequestId id) {
        return store.write(in -> {
            Optional<ProvisioningRequest> found = in.requestWithRecipients(id);
            if (found.isEmpty()) {
                return Answer.failed(Problem.of(CentralProblem.NO_SUCH_REQUEST, id.value()));
            }
            Place place = CallContext.place(in, id, found.get().directory());
            return ManagedCalls.unless(caller.lacks(Privilege.VIEW_REQUESTS, place), () -> Answer.done(found.get()));
        });
    }

    @Override
    public Optional<Station> find(String id) {
        return store.write(in -> in.stations().find(id)).filter(station -> !station.revoked());
    }

    @Override
    public void contacted(Station station, String version) {
        store.write(in -> {
            in.stations().contacted(new StationContact(station.id(), in.now(), version));
            return station;
        });
    }

    @Override
    public Answer<Map<String, StationContact>> contacts(Caller caller) {
        return new ManagedCalls(store)
                .view(
                        caller,
                        "stations",
                        in -> ManagedCalls.unless(
                                caller.lacksSightOfAccess(),
                                () -> Answer.done(in.stations().contacts().stream()
                                        .collect(Collectors.toMap(StationContact::station, Function.identity())))));
    }
}
