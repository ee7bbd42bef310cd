package org.keyhopper.central.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.inventory.Shipment;
import org.keyhopper.central.inventory.Shipments;
import org.keyhopper.central.inventory.ShippedDevice;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.storage.CentralStore;

/** Shipments in the database. */
public record ManagedShipments(CentralStore store) implements Shipments {

    private static final String ALL = "shipments";

    private ManagedCalls calls() {
        return new ManagedCalls(store);
    }

    private static String subject(String id) {
        return "shipment:" + id;
    }

    private static <T> Answer<T> managed(Caller caller, Supplier<Answer<T>> work) {
        return ManagedCalls.unless(caller.lacks(Privilege.MANAGE_SHIPMENTS, Place.ORGANISATION), work);
    }

    @Override
    public Answer<List<Shipment>> list(Caller caller) {
        return calls().view(
                        caller,
                        ALL,
                        in -> managed(caller, () -> Answer.done(in.shipments().list())));
    }

    @Override
    public Answer<Shipment> find(Caller caller, String id) {
        return calls().view(
                        caller,
                        subject(id),
                        in -> managed(
                                caller, () -> ManagedCalls.found(in.shipments().find(id), id)));
    }

    @Override
    public Answer<List<ShippedDevice>> devices(Caller caller, String id) {
        return calls().view(
                        caller,
                        subject(id),
                        in -> managed(caller, () -> Answer.done(in.shipments().devices(id))));
    }

    @Override
    public Answer<String> add(Caller caller, String key, String name, List<String> serials) {
        Set<String> normal =
                serials.stream().map(ShippedDevice::normal).collect(Collectors.toCollection(LinkedHashSet::new));
        String call = name + " " + normal;
        return calls().create(
                        caller,
                        AuditAction.SHIPMENT_ADDED,
                        key,
                        call,
                        in -> managed(caller, () -> {
                            Optional<String> known = normal.stream()
                                    .filter(serial -> in.shipments().contains(serial))
                                    .findFirst();
                            if (known.isPresent()) {
                                return ManagedCalls.refused(CentralProblem.ALREADY_EXISTS, known.get());
                            }
                            String id = UUID.randomUUID().toString();
                            in.shipments().add(id, name, in.now(), List.copyOf(normal));
                            return Answer.done(subject(id));
                        }))
                .map(made -> made.substring(subject("").length()));
    }

    @Override
    public Answer<String> remove(Caller caller, String id) {
        return calls().change(
                        caller,
                        AuditAction.SHIPMENT_REMOVED,
                        subject(id),
                        in -> managed(
                                caller,
                                () -> in.shipments().remove(id)
                                        ? Answer.done(id)
                                        : ManagedCalls.refused(CentralProblem.NO_SUCH_THING, id)));
    }

    @Override
    public Answer<Boolean> required(Caller caller) {
        return calls().view(
                        caller,
                        ALL,
                        in -> managed(caller, () -> Answer.done(in.shipments().required())));
    }

    @Override
    public Answer<Boolean> require(Caller caller, boolean required) {
        return calls().change(
                        caller,
                        AuditAction.POLICY_CHANGED,
                        ALL,
                        in -> ManagedCalls.unless(caller.lacks(Privilege.MANAGE_PROFILES, Place.ORGANISATION), () -> {
                            in.shipments().require(required);
                            return Answer.done(required);
                        }));
    }
}
