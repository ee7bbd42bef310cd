package org.keyhopper.ui.fakes;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.vault.EscrowedPin;
import org.keyhopper.core.vault.PinDelivery;
import org.keyhopper.core.vault.PinEscrow;
import org.keyhopper.core.vault.PinRelease;
import org.keyhopper.core.vault.PinReleaseOrder;

/** In-memory sealed PINs of one request. */
public final class FakeEscrow implements PinEscrow {

    public Clock clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);

    /** The reason of the next refusal of a release, if any. */
    public Optional<Problem> refusal = Optional.empty();

    private final List<Certificate> certificates = new ArrayList<>();
    private final TreeMap<Integer, EscrowedPin> pins = new TreeMap<>();
    private final List<PinRelease> releases = new ArrayList<>();
    private Duration retention = Duration.ofDays(30);

    /** Keeps a PIN sealed at a time. */
    public void keep(RecipientId recipient, byte[] sealed, Instant kept) {
        pins.put(recipient.position(), new EscrowedPin(recipient, sealed, kept, PinDelivery.NONE));
    }

    @Override
    public List<Certificate> certificates() {
        return List.copyOf(certificates);
    }

    @Override
    public Optional<Problem> activate(X509Certificate certificate) {
        certificates.add(new Certificate("f" + certificates.size(), certificate, clock.instant(), Optional.empty()));
        return Optional.empty();
    }

    @Override
    public boolean retire(String fingerprint) {
        return certificates.removeIf(it -> it.fingerprint().equals(fingerprint));
    }

    @Override
    public List<EscrowedPin> list(RequestId request) {
        return pins.values().stream()
                .filter(pin -> pin.recipient().request().equals(request))
                .toList();
    }

    @Override
    public List<EscrowedPin> unconfirmed() {
        return pins.values().stream()
                .filter(pin -> pin.delivery().received().isEmpty())
                .toList();
    }

    @Override
    public Answer<List<EscrowedPin>> release(PinReleaseOrder order) {
        if (refusal.isPresent()) {
            return Answer.failed(refusal.get());
        }
        List<EscrowedPin> found = list(order.request()).stream()
                .filter(pin -> order.positions().isEmpty()
                        || order.positions().contains(pin.recipient().position()))
                .toList();
        found.forEach(pin -> change(pin.recipient(), old -> old.released(clock.instant())));
        releases.add(new PinRelease(
                found.stream().map(pin -> pin.recipient().position()).toList(),
                order.reason(),
                order.account(),
                clock.instant()));
        return Answer.done(found);
    }

    private boolean change(RecipientId recipient, UnaryOperator<PinDelivery> change) {
        return pins.computeIfPresent(
                        recipient.position(),
                        (position, old) -> new EscrowedPin(
                                old.recipient(), old.sealed(), old.kept(), change.apply(old.delivery())))
                != null;
    }

    private boolean isReleased(RecipientId recipient) {
        EscrowedPin pin = pins.get(recipient.position());
        return pin != null && pin.delivery().released().isPresent();
    }

    @Override
    public boolean handOver(RecipientId recipient) {
        return isReleased(recipient) && change(recipient, old -> old.handedOver(clock.instant()));
    }

    @Override
    public boolean confirmReceipt(RecipientId recipient) {
        return isReleased(recipient) && change(recipient, old -> old.received(clock.instant()));
    }

    @Override
    public int purge(Instant confirmedBefore) {
        int before = pins.size();
        pins.values().removeIf(pin -> pin.delivery()
                .received()
                .filter(confirmedBefore::isAfter)
                .isPresent());
        return before - pins.size();
    }

    @Override
    public Duration retention() {
        return retention;
    }

    @Override
    public void retain(Duration days) {
        retention = days;
    }

    @Override
    public List<PinRelease> releases(RequestId request) {
        return List.copyOf(releases);
    }
}
