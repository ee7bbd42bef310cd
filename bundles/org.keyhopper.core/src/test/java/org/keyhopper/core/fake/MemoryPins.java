package org.keyhopper.core.fake;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.vault.PinVault;

/** PINs in memory. */
public final class MemoryPins implements PinVault {

    private record Kept(RecipientId recipient, Secret pin, boolean confirmed) {}

    private final Map<CeremonyId, Kept> kept = new LinkedHashMap<>();
    private final MemoryRequests requests;

    public MemoryPins(MemoryRequests requests) {
        this.requests = requests;
    }

    @Override
    public synchronized void propose(Claim claim, CeremonyId ceremony, RecipientId recipient, Secret pin) {
        requests.requireCurrent(claim);
        kept.put(ceremony, new Kept(recipient, pin.copy(), false));
    }

    @Override
    public synchronized void confirm(Claim claim, CeremonyId ceremony) {
        requests.requireCurrent(claim);
        Kept old = kept.get(ceremony);
        if (old == null) {
            throw new StoreException("no PIN");
        }
        kept.put(ceremony, new Kept(old.recipient(), old.pin(), true));
    }

    @Override
    public synchronized void forget(Claim claim, CeremonyId ceremony) {
        requests.requireCurrent(claim);
        kept.remove(ceremony);
    }

    @Override
    public synchronized Optional<Secret> ofCeremony(CeremonyId ceremony) {
        return Optional.ofNullable(kept.get(ceremony)).map(it -> it.pin().copy());
    }

    @Override
    public synchronized List<PinEntry> list(RequestId request) {
        return kept.values().stream()
                .filter(it -> it.confirmed() && it.recipient().request().equals(request))
                .map(it -> new PinEntry(it.recipient(), Instant.EPOCH, 0, Optional.empty()))
                .toList();
    }

    @Override
    public synchronized Optional<Secret> show(RecipientId recipient, String shownTo) {
        return kept.values().stream()
                .filter(it -> it.confirmed() && it.recipient().equals(recipient))
                .reduce((earlier, later) -> later)
                .map(it -> it.pin().copy());
    }

    public synchronized boolean isEmpty() {
        return kept.isEmpty();
    }

    public synchronized boolean isConfirmed(CeremonyId ceremony) {
        return kept.containsKey(ceremony) && kept.get(ceremony).confirmed();
    }
}
