package org.keyhopper.core.internal.reconcile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.device.DeviceTask;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.vault.PinVault;
import org.keyhopper.fido.DeviceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the device of a ceremony again among those that are plugged in. */
record DeviceSearch(Devices devices, PinVault pins) {

    private static final Logger LOGGER = LoggerFactory.getLogger(DeviceSearch.class);

    /** Whoever is asked right after the start must wait for the transports: a device not seen yet is not one taken out. */
    private static final Duration REPORTING = Duration.ofSeconds(3);

    /** CTAP 2.2 section 6.5.2.2: the tries of a PIN that nobody got wrong since it was last right. */
    private static final int ALL_RETRIES = 8;

    /** Runs the task on the device that holds the ceremony's credential; empty when none does, or the task failed. */
    <T> Optional<T> onHolder(Remains remains, DeviceTask<T> task) {
        return remains.madeCredential()
                .flatMap(credential -> onFirst(plugged(), device -> holds(device, remains, credential), task));
    }

    /**
     * Runs the task on the device that has the PIN which this ceremony made up; empty when none has. Tries it once, and
     * only on a device of that model, at that place, with all tries left and unknown to the inventory: should it be
     * another's after all, that one loses nothing.
     */
    <T> Optional<T> onOwnerOfPin(Remains remains, Profile profile, DeviceTask<T> task) {
        if (!(profile.pin() instanceof PinRule.Random)) {
            return Optional.empty();
        }
        Optional<Secret> kept = pins.ofCeremony(remains.id());
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        try (Secret pin = kept.get()) {
            return onFirst(unknown(), device -> mayBeIts(device, remains) && accepts(device, pin), task);
        }
    }

    /** Returns whether a device without a PIN is connected. */
    boolean seesBlank() {
        return onFirst(plugged(), device -> !device.authenticator().info().pinIsSet(), device -> true)
                .orElse(false);
    }

    private static boolean holds(OpenDevice device, Remains remains, CredentialId credential) throws DeviceException {
        return device.authenticator()
                .credentials()
                .findSilently(remains.rpId(), List.of(credential))
                .isPresent();
    }

    private boolean mayBeIts(OpenDevice device, Remains remains) throws DeviceException {
        AuthenticatorInfo info = device.authenticator().info();
        Optional<String> serial = device.link().serial();
        boolean samePlace = serial.isPresent()
                ? serial.equals(remains.fact(JournalFacts.SERIAL))
                : remains.fact(JournalFacts.SLOT)
                        .equals(Optional.of(device.link().id().slot()));
        return samePlace
                && remains.fact(JournalFacts.AAGUID)
                        .equals(Optional.of(info.aaguid().toString()))
                && info.pinIsSet()
                && !info.pin().changeForced()
                && device.authenticator().pin().retries().orElse(0) >= ALL_RETRIES;
    }

    private static boolean accepts(OpenDevice device, Secret pin) throws DeviceException {
        device.authenticator().pin().verify(pin);
        return true;
    }

    private List<LinkDescription> plugged() {
        return devices.settled(REPORTING).links();
    }

    private List<LinkDescription> unknown() {
        return plugged().stream()
                .filter(link -> devices.identify(link.id()).join().known().isEmpty())
                .toList();
    }

    private <T> Optional<T> onFirst(List<LinkDescription> links, Recognition recognition, DeviceTask<T> task) {
        for (LinkDescription link : links) {
            Optional<T> result = on(
                    link, device -> recognition.matches(device) ? Optional.of(task.run(device)) : Optional.<T>empty());
            if (result.isPresent()) {
                return result;
            }
        }
        return Optional.empty();
    }

    private <T> Optional<T> on(LinkDescription link, DeviceTask<Optional<T>> task) {
        try {
            return devices.on(link.id(), task).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof DeviceException device) {
                LOGGER.info("{} is no help in reconciling: {}", link.id().slot(), device.problem());
                return Optional.empty();
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Tells the device of the ceremony from others. */
    private interface Recognition {
        boolean matches(OpenDevice device) throws DeviceException;
    }
}
