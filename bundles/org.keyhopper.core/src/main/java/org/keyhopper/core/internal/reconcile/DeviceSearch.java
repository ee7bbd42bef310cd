package org.keyhopper.core.internal.reconcile;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.DeviceTask;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.internal.device.DeviceCalls;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.vault.PinVault;
import org.keyhopper.fido.DeviceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the device of a ceremony among the connected ones. It is proved by the ceremony's credential, or by model,
 * serial number and PIN; without a serial number by the PIN, if exactly one device of the model is connected. Used by
 * one thread, for one reconciliation.
 */
final class DeviceSearch {

    private static final Logger LOGGER = LoggerFactory.getLogger(DeviceSearch.class);

    /** How long transports that were just started are awaited before a device counts as absent. */
    static final Duration REPORTING = Duration.ofSeconds(3);

    /** The tries of a PIN that was not entered wrongly since it was last right (CTAP 2.2 section 6.5.2.2). */
    private static final int ALL_RETRIES = 8;

    /** A third wrong PIN would lock the device until its next power-up. */
    private static final int MOST_WRONG_PINS = 2;

    private final Devices devices;
    private final PinVault pins;
    private final Map<LinkId, Set<CeremonyId>> wrongPins = new HashMap<>();
    private final Set<LinkId> askedFor = new HashSet<>();

    DeviceSearch(Devices devices, PinVault pins) {
        this.devices = devices;
        this.pins = pins;
    }

    /**
     * A device that is proved to be the ceremony's.
     *
     * @param isKnown whether the inventory knows it, so that it must not be reset
     */
    record Found(LinkId link, boolean isKnown) {}

    /** Notes that a device was inserted because one was asked for. */
    void insertedWhenAsked(LinkId link) {
        askedFor.add(link);
    }

    /** Finds the device that holds the ceremony's credential; changes nothing and needs no PIN. */
    Optional<Found> holder(CeremonyTrace trace) {
        return trace.madeCredential()
                .flatMap(credential -> first(connected(), device -> device.authenticator()
                        .credentials()
                        .findSilently(trace.rpId(), List.of(credential))
                        .isPresent()));
    }

    /**
     * Finds the device that has the PIN of the ceremony. Only a random PIN is ever tried, once on each device, and only
     * where all tries are left and the device is not in the inventory, so that another person's device is not harmed. A
     * device with the serial number and without PIN was reset since.
     */
    Optional<Found> ownerOfPin(CeremonyTrace trace) {
        Optional<Secret> kept = trace.hasRandomPin() ? pins.ofCeremony(trace.id()) : Optional.empty();
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        try (Secret pin = kept.get()) {
            return first(
                    candidates(trace),
                    device -> device.authenticator().info().isPinSet()
                            ? hasPin(device, trace.id(), pin)
                            : device.link().serial().isPresent());
        }
    }

    /**
     * Returns whether a device without PIN is connected that may be the ceremony's: it was reset, or its PIN was never
     * set. That is no proof, so that nothing may be done to it.
     */
    boolean seesBlank(CeremonyTrace trace) {
        return first(
                        candidates(trace),
                        device -> !device.authenticator().readInfo().isPinSet())
                .isPresent();
    }

    /** Returns whether the ceremony's device is connected, or a blank one that may be it. */
    boolean isConnected(CeremonyTrace trace) {
        return holder(trace).or(() -> ownerOfPin(trace)).isPresent()
                || !trace.reached(JournalPoint.REGISTERING) && seesBlank(trace);
    }

    private List<LinkDescription> candidates(CeremonyTrace trace) {
        List<DeviceFacts> sameModel = connected().stream()
                .map(link -> identified(link.id()))
                .filter(facts -> isOfModel(facts, trace))
                .toList();
        return sameModel.stream()
                .filter(facts -> facts.known().isEmpty())
                .map(DeviceFacts::link)
                .filter(link -> mayBeIts(link, trace, sameModel.size()))
                .toList();
    }

    /** Performs a task on a device that was found; empty when it has left. */
    <T> Optional<T> on(Found found, DeviceTask<T> task) {
        return on(found.link(), device -> Optional.of(task.run(device)));
    }

    private static boolean isOfModel(DeviceFacts facts, CeremonyTrace trace) {
        return facts.info()
                .map(info -> info.aaguid().toString())
                .filter(aaguid -> trace.fact(JournalFacts.AAGUID).equals(Optional.of(aaguid)))
                .isPresent();
    }

    /** A key may be in any port; a card without a serial number must be where it was, unless it was asked for. */
    private boolean mayBeIts(LinkDescription link, CeremonyTrace trace, int connected) {
        Optional<String> serial = trace.fact(JournalFacts.SERIAL);
        if (serial.isPresent() || link.serial().isPresent()) {
            return serial.equals(link.serial());
        }
        boolean inPlace = link.kind() == DeviceKind.USB_KEY
                || askedFor.contains(link.id())
                || trace.fact(JournalFacts.SLOT).equals(Optional.of(link.id().slot()));
        return inPlace && connected == 1;
    }

    private boolean hasPin(OpenDevice device, CeremonyId ceremony, Secret pin) throws DeviceException {
        Set<CeremonyId> wrong = wrongPins.computeIfAbsent(device.link().id(), link -> new HashSet<>());
        AuthenticatorInfo info = device.authenticator().info();
        if (wrong.contains(ceremony)
                || wrong.size() >= MOST_WRONG_PINS
                || info.pin().forcePinChange()
                || device.authenticator().pin().retries().orElse(0) < ALL_RETRIES - wrong.size()) {
            return false;
        }
        try {
            device.authenticator().pin().verify(pin);
            wrong.clear();
            return true;
        } catch (DeviceException e) {
            if (e.problem().is(DeviceProblem.PIN_INVALID)) {
                wrong.add(ceremony);
            }
            throw e;
        }
    }

    private List<LinkDescription> connected() {
        return devices.awaitReported(REPORTING).links();
    }

    private Optional<Found> first(List<LinkDescription> links, Recognition recognition) {
        for (LinkDescription link : links) {
            boolean matches = on(link.id(), device -> Optional.of(recognition.matches(device)))
                    .orElse(false);
            if (matches) {
                boolean isKnown = identified(link.id()).known().isPresent();
                return Optional.of(new Found(link.id(), isKnown));
            }
        }
        return Optional.empty();
    }

    private <T> Optional<T> on(LinkId link, DeviceTask<Optional<T>> task) {
        try {
            return DeviceCalls.await(devices.submit(link, task));
        } catch (DeviceException e) {
            requireNotInterrupted();
            LOGGER.info("{} cannot be used for reconciling: {}", link.slot(), e.problem());
            return Optional.empty();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private DeviceFacts identified(LinkId link) {
        try {
            return DeviceCalls.await(devices.identify(link));
        } catch (DeviceException e) {
            requireNotInterrupted();
            throw new IllegalStateException("identification has no failures", e);
        }
    }

    /** A device that was not awaited must not count as absent. */
    private static void requireNotInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted while waiting for a device");
        }
    }

    /** Recognises the device of the ceremony. */
    private interface Recognition {
        boolean matches(OpenDevice device) throws DeviceException;
    }
}
