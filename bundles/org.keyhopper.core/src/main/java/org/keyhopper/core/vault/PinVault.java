package org.keyhopper.core.vault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/**
 * Initial PINs, encrypted at rest. A PIN is proposed before it is sent to the device, so that a kill in between cannot lose
 * it, and confirmed when the device accepted it; only confirmed PINs are shown. What a ceremony writes needs the claim
 * of its request. Any thread.
 */
public interface PinVault {

    /** Stores a PIN that is about to be set on a device. */
    void propose(Claim claim, CeremonyId ceremony, RecipientId recipient, Secret pin);

    /** Records that the device accepted the PIN. */
    void confirm(Claim claim, CeremonyId ceremony);

    /** Deletes the PIN: the device refused it, or was reset. */
    void forget(Claim claim, CeremonyId ceremony);

    /** Returns the PIN proposed or confirmed in this ceremony, for reconciling; closed by the caller. */
    Optional<Secret> ofCeremony(CeremonyId ceremony);

    /** Lists the PINs that can be shown, without the PINs themselves. */
    List<PinEntry> list(RequestId request);

    /** Returns the confirmed PIN of the recipient's last ceremony, and journals that it was shown. */
    Optional<Secret> show(RecipientId recipient, String shownTo);

    /** A PIN that can be shown; how often it was so far, and last when. */
    record PinEntry(RecipientId recipient, Instant kept, int shown, Optional<Instant> lastShown) {}
}
