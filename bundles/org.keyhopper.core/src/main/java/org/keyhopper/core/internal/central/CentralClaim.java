package org.keyhopper.core.internal.central;

import java.util.Optional;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.vault.PinVault;

/** A claim in the mirror, which the journal is written under, with the enrolment under the claim at Central. */
public final class CentralClaim implements Claim {

    private final Claim local;
    private final CentralPasskeys passkeys;
    private final PinVault pins;

    /** The ceremony whose PIN is in escrow; null before there is one. */
    private volatile CeremonyId escrowed;

    CentralClaim(Claim local, CentralPasskeys passkeys, PinVault pins) {
        this.local = local;
        this.passkeys = passkeys;
        this.pins = pins;
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

    /** Notes whose PIN is in escrow. */
    void escrowed(CeremonyId ceremony) {
        escrowed = ceremony;
    }

    /** Also forgets a PIN that the PIN office has and that is needed here no longer. */
    @Override
    public void close() {
        try (local) {
            passkeys.giveBack();
            if (escrowed != null && passkeys.isProved() && passkeys.pin().isConfirmed()) {
                pins.forget(local, escrowed);
            }
        }
    }

    @Override
    public String toString() {
        return local + " (" + passkeys + ")";
    }
}
