package org.keyhopper.central.internal;

import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.inventory.DeviceActions;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.central.storage.InventoryTable;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.inventory.InventoryEntry.State;

/** Devices of the inventory, and their passkeys at the directories. */
public record DeviceCalls(CentralStore store, DirectorySessions directories) implements DeviceActions {

    private ManagedCalls calls() {
        return new ManagedCalls(store);
    }

    @Override
    public Answer<InventoryEntry> find(Caller caller, CredentialId credential) {
        return calls().view(
                        caller, subject(credential), in -> permitted(in, caller, credential, Privilege.VIEW_INVENTORY));
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
        Answer<InventoryEntry> permitted = calls().view(
                        caller, subject(credential), in -> permitted(in, caller, credential, Privilege.REVOKE_DEVICES));
        return permitted.flatMap(entry -> directories
                .use(entry.directory(), directory -> delete(directory, entry))
                .flatMap(deleted -> revoked(caller, credential)));
    }

    /** A passkey that is not there any more is as good as deleted. */
    private static Answer<Boolean> delete(Directory directory, InventoryEntry entry) {
        return directory.people().find(entry.userId()).flatMap(user -> directory
                .passkeys()
                .delete(user, entry.passkeyId()));
    }

    private Answer<InventoryEntry> revoked(Caller caller, CredentialId credential) {
        return store.write(in -> {
            in.unclear().mark(credential, State.REVOKED);
            in.audit().append(AuditEvent.done(caller, AuditAction.REVOKE, subject(credential)));
            return permitted(in, caller, credential, Privilege.REVOKE_DEVICES);
        });
    }
}
