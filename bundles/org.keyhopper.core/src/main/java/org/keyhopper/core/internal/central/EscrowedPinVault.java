package org.keyhopper.core.internal.central;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.request.CentralUnavailableException;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.vault.PinVault;

/**
 * The vault of a joined station. A PIN is sealed to the escrow certificate and kept at Central before the device gets it; the
 * station has it, encrypted, only while a ceremony or its reconciling needs it.
 */
record EscrowedPinVault(PinVault mirror) implements PinVault {

    @Override
    public void propose(Claim claim, CeremonyId ceremony, RecipientId recipient, Secret pin) {
        mirror.propose(claim, ceremony, recipient, pin);
        if (!(claim instanceof CentralClaim central)) {
            return;
        }
        Optional<Problem> failure = central.passkeys().keepPin(pin).failure();
        if (failure.isPresent()) {
            mirror.forget(claim, ceremony);
            throw new CentralUnavailableException(failure.get());
        }
    }

    @Override
    public void confirm(Claim claim, CeremonyId ceremony) {
        mirror.confirm(claim, ceremony);
        if (claim instanceof CentralClaim central) {
            central.passkeys().pin().accepted();
        }
    }

    /** At Central, a PIN that is not confirmed is shown to no one, and the next one takes its place. */
    @Override
    public void forget(Claim claim, CeremonyId ceremony) {
        mirror.forget(claim, ceremony);
    }

    @Override
    public Optional<Secret> ofCeremony(CeremonyId ceremony) {
        return mirror.ofCeremony(ceremony);
    }

    @Override
    public List<PinEntry> list(RequestId request) {
        return mirror.list(request);
    }

    @Override
    public Optional<Secret> show(RecipientId recipient, String shownTo) {
        return mirror.show(recipient, shownTo);
    }
}
