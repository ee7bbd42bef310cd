package org.keyhopper.central.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEntry;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.inventory.DeviceActions;
import org.keyhopper.central.inventory.DeviceEvent;
import org.keyhopper.central.inventory.DeviceEvent.Kind;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.central.storage.InventoryTable;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.inventory.InventoryEntry.State;

/** Devices of the inventory, and their passkeys at the directories. */
public record DeviceCalls(CentralStore store, DirectorySessions directories) implements DeviceActions {

    private static final int MOST_EVENTS = 100;

    private ManagedCalls calls() {
        return new ManagedCalls(store);
    }

    @Override
    public Answer<InventoryEntry> find(Caller caller, CredentialId credential) {
        return calls().view(
                        caller, subject(credential), in -> permitted(in, caller, credential, Privilege.VIEW_INVENTORY));
    }

    @Override
    public Answer<List<DeviceEvent>> history(Caller caller, CredentialId credential) {
        return calls().view(
                        caller, subject(credential), in -> permitted(in, caller, credential, Privilege.VIEW_INVENTORY)
                                .map(entry -> events(in, entry)));
    }

    private static List<DeviceEvent> events(CentralTransaction in, InventoryEntry entry) {
        Stream<DeviceEvent> issued = in.progress().history(entry.recipient()).stream()
                .filter(attempt -> attempt.passkey()
                        .filter(made -> made.credentialId().equals(entry.credential()))
                        .isPresent())
                .limit(1)
                .map(attempt -> new DeviceEvent(Kind.ISSUED, attempt.at(), ""));
        Stream<DeviceEvent> recorded = in.audit().about(subject(entry.credential()), MOST_EVENTS).stream()
                .flatMap(audited -> event(audited).stream());
        // A station reports these without an entry on the device.
        Stream<DeviceEvent> now =
                switch (entry.state()) {
                    case RESET -> Stream.of(new DeviceEvent(Kind.RESET, entry.since(), ""));
                    case DELETED -> Stream.of(new DeviceEvent(Kind.DELETED, entry.since(), ""));
                    default -> Stream.empty();
                };
        return Stream.of(issued, recorded, now)
                .flatMap(each -> each)
                .sorted(Comparator.comparing(DeviceEvent::at).reversed())
                .toList();
    }

    private static Optional<DeviceEvent> event(AuditEntry entry) {
        Optional<Kind> kind =
                switch (entry.event().action()) {
                    case DEVICE_LOST -> Optional.of(Kind.LOST);
                    case DEVICE_RETURNED -> Optional.of(Kind.RETURNED);
                    case REVOKE -> Optional.of(Kind.REVOKED);
                    default -> Optional.empty();
                };
        return kind.filter(it -> entry.event().problem().isEmpty())
                .map(it -> new DeviceEvent(it, entry.at(), entry.event().actor()));
    }

    private static String subject(CredentialId credential) {
        return "device:" + credential.base64Url();
    }

    /** A caller without sight of a device does not learn that it exists. */
    private static Answer<InventoryEntry> permitted(
            CentralTransaction in, Caller caller, CredentialId credential, Privilege privilege) {
        Optional<InventoryTable.Row> found = in.inventory().find(credential.base64Url());
        Optional<Place> place = found.map(row -> new Place(row.entry().directory(), row.site()));
        if (place.isEmpty()
                || !caller.may(Privilege.VIEW_INVENTORY, place.get()) && !caller.may(privilege, place.get())) {
            return ManagedCalls.unless(
                    caller.lacksEverywhere(privilege),
                    () -> ManagedCalls.refused(CentralProblem.NO_SUCH_THING, credential.base64Url()));
        }
        return ManagedCalls.unless(
                caller.lacks(privilege, place.get()),
                () -> Answer.done(found.get().entry()));
    }

    @Override
    public Answer<InventoryEntry> markLost(Caller caller, CredentialId credential) {
        return calls().change(caller, AuditAction.DEVICE_LOST, subject(credential), in -> permitted(
                        in, caller, credential, Privilege.REVOKE_DEVICES)
                .flatMap(entry -> {
                    // What is revoked already stays so.
                    if (entry.state() != State.IN_USE && entry.state() != State.LOST) {
                        return Answer.done(entry);
                    }
                    in.unclear().mark(credential, State.LOST);
                    return permitted(in, caller, credential, Privilege.REVOKE_DEVICES);
                }));
    }

    @Override
    public Answer<InventoryEntry> revoke(Caller caller, CredentialId credential) {
        return ended(caller, credential, State.REVOKED, AuditAction.REVOKE);
    }

    @Override
    public Answer<InventoryEntry> takeBack(Caller caller, CredentialId credential) {
        return ended(caller, credential, State.RETURNED, AuditAction.DEVICE_RETURNED);
    }

    /** Deletes the passkey at the directory, then records why. */
    private Answer<InventoryEntry> ended(Caller caller, CredentialId credential, State state, AuditAction action) {
        Answer<InventoryEntry> permitted = calls().view(
                        caller, subject(credential), in -> permitted(in, caller, credential, Privilege.REVOKE_DEVICES));
        return permitted.flatMap(entry -> directories
                .use(entry.directory(), directory -> delete(directory, entry))
                .flatMap(hadAccount -> store.write(in -> {
                    in.unclear().mark(credential, state);
                    AuditEvent event = AuditEvent.done(caller, action, subject(credential));
                    in.audit().append(hadAccount ? event : event.with("account", "not-found"));
                    return permitted(in, caller, credential, Privilege.REVOKE_DEVICES);
                })));
    }

    /**
     * A passkey that is not there any more is as good as deleted, also if it has gone with its account.
     *
     * @return whether the directory has the account
     */
    private static Answer<Boolean> delete(Directory directory, InventoryEntry entry) {
        Answer<Boolean> deleted = directory.people().find(entry.userId()).flatMap(user -> directory
                .passkeys()
                .delete(user, entry.passkeyId())
                .map(found -> true));
        boolean isGone = deleted instanceof Answer.Failed<Boolean>(Problem problem)
                && problem.is(DirectoryProblem.USER_NOT_FOUND);
        return isGone ? Answer.done(false) : deleted;
    }
}
