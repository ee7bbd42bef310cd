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
 * Initial PINs, encrypted at rest. A PIN is proposed before the device hears of it, so that a kill in between cannot lose
 * it, and confirmed once the device accepted it; only confirmed ones are ever shown. What a ceremony writes needs the claim
 * of its request. Any thread.
 */
public interface PinVault {

    /** Keeps the PIN that a device is about to be given. */
    void propose(Claim claim, CeremonyId ceremony, RecipientId recipient, Secret pin);

    /** Notes that the device accepted it. */
    void confirm(Claim claim, CeremonyId ceremony);

    /** Forgets it: the device refused, or was reset. */
    void forget(Claim claim, CeremonyId ceremony);

    /** Returns the PIN proposed or confirmed in this ceremony, for reconciling; closed by the caller. */
    Optional<Secret> ofCeremony(CeremonyId ceremony);

    /** Lists what could be shown, without the PINs. */
    List<PinEntry> list(RequestId request);

    /** Returns the confirmed PIN of the recipient's last ceremony, and journals that it was shown. */
    Optional<Secret> show(RecipientId recipient, String shownTo);

    /** A PIN that can be shown; how often it was so far, and last when. */
    record PinEntry(RecipientId recipient, Instant kept, int shown, Optional<Instant> lastShown) {}
}
