package org.keyhopper.store.internal;

import org.keyhopper.central.access.Caller;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.MasterKeyRotation;

/**
 * The steps of a rotation. The new key is on the disk before the transaction that uses it, and takes the place of the old
 * one after; between the two, {@link MasterKey} finds it beside the old one.
 */
public record KeyRotation(CentralContext context) {

    /** Rotates. */
    public MasterKeyRotation rotate(Caller caller) {
        if (!new SqlInstances(context).list().isEmpty()) {
            throw new StoreException("Keyhopper Central is running. Stop all instances first. Nothing was changed.");
        }
        if (!context.records().masterKey().isChosen()) {
            throw new StoreException("No secret is stored yet, so there is no key to replace.");
        }
        int secrets = reencrypt();
        context.pool().write(in -> new SqlAuditTable(in, context)
                .append(AuditEvent.done(caller, AuditAction.KEY_ROTATED, "master-key")
                        .with("secrets", Integer.toString(secrets))));
        return new MasterKeyRotation(secrets, context.records().keyFile().adoptNext());
    }

    /** Up to the commit. */
    int reencrypt() {
        MasterKey key = context.records().masterKey();
        // Finishes a rotation that was killed, so that the key beside the file is not overwritten while it is in use.
        key.seal();
        int count = key.reencrypt(context.records().keyFile().makeNext());
        context.records().cipher().forget();
        return count;
    }
}
