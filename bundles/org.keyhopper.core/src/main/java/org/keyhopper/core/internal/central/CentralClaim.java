package org.keyhopper.core.internal.central;

import java.util.Optional;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.RecipientId;

/** A claim in the mirror, which the journal is written under, with the enrolment under the claim at Central. */
public final class CentralClaim implements Claim {

    private final Claim local;
    private final CentralPasskeys passkeys;

    CentralClaim(Claim local, CentralPasskeys passkeys) {
        this.local = local;
        this.passkeys = passkeys;
    }

    /** Returns the enrolment at Central; empty for a claim of a lone station. */
    public static Optional<CentralPasskeys> passkeysOf(Claim claim) {
        return claim instanceof CentralClaim central ? Optional.of(central.passkeys) : Optional.empty();
    }

    CentralPasskeys passkeys() {
        return passkeys;
    }

    @Override
    public RecipientId recipient() {
        return local.recipient();
    }

    @Override
    public long number() {
        return local.number();
    }

    @Override
    public void close() {
        try (local) {
            passkeys.giveBack();
        }
    }

    @Override
    public String toString() {
        return local + " (" + passkeys + ")";
    }
}
