package org.keyhopper.ui.fakes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.vault.PinVault;

/** In-memory PINs; records who viewed which. */
public final class FakePins implements PinVault {

    private final Map<RecipientId, Secret> pins = new LinkedHashMap<>();
    private final List<String> showings = new ArrayList<>();

    public void keep(RecipientId recipient, String pin) {
        pins.put(recipient, Secret.of(pin));
    }

    /** Returns position and viewer of each access. */
    public List<String> showings() {
        return showings;
    }

    @Override
    public void propose(Claim claim, CeremonyId ceremony, RecipientId recipient, Secret pin) {
        pins.put(recipient, pin.copy());
    }

    @Override
    public void confirm(Claim claim, CeremonyId ceremony) {
        throw new UnsupportedOperationException("called by ceremonies only");
    }

    @Override
    public void forget(Claim claim, CeremonyId ceremony) {
        throw new UnsupportedOperationException("called by ceremonies only");
    }

    @Override
    public Optional<Secret> ofCeremony(CeremonyId ceremony) {
        return Optional.empty();
    }

    @Override
    public List<PinEntry> list(RequestId request) {
        return pins.keySet().stream()
                .filter(recipient -> recipient.request().equals(request))
                .map(recipient -> new PinEntry(recipient, Instant.EPOCH, 0, Optional.empty()))
                .toList();
    }

    @Override
    public Optional<Secret> show(RecipientId recipient, String shownTo) {
        Optional<Secret> pin = Optional.ofNullable(pins.get(recipient)).map(Secret::copy);
        pin.ifPresent(shown -> showings.add(recipient.position() + " " + shownTo));
        return pin;
    }
}
