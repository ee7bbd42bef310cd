package org.keyhopper.core.internal.ceremony;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.device.OpenDevice;

/**
 * The PINs that devices refused in a run, so that none is sent twice to the same device. Devices without a serial
 * number count as the same unless their model or their tries left differ. Keeps salted digests only. Any thread.
 */
public final class RefusedPins {

    private final List<Refusal> refusals = new ArrayList<>();
    private final byte[] salt = new byte[32];

    public RefusedPins() {
        new SecureRandom().nextBytes(salt);
    }

    /** @param left tries left after the refusal */
    private record Refusal(Optional<String> serial, UUID aaguid, byte[] digest, int left) {

        /**
         * More tries than after the refusal mean that the right PIN was entered since, or that the device was reset.
         */
        boolean isOf(OpenDevice device, int now) {
            return serial.equals(device.link().serial())
                    && aaguid.equals(device.authenticator().info().aaguid())
                    && now <= left;
        }
    }

    synchronized void add(OpenDevice device, Secret pin, int left) {
        refusals.add(new Refusal(
                device.link().serial(), device.authenticator().info().aaguid(), digest(pin), left));
    }

    /** Returns whether this device, which has this many tries left, refused the PIN. */
    synchronized boolean contains(OpenDevice device, Secret pin, int left) {
        byte[] digest = digest(pin);
        return refusals.stream()
                .anyMatch(refusal -> refusal.isOf(device, left) && Arrays.equals(refusal.digest, digest));
    }

    private byte[] digest(Secret pin) {
        byte[] bytes = pin.toUtf8();
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            return sha.digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
