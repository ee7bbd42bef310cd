package org.keyhopper.rehearsal.authenticator.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The condition in which a device comes out of its box. A reset erases all of it but the PIN lengths.
 *
 * @param pin PIN already set
 * @param pinTries tries that are left for that PIN; 0 means that it is blocked
 * @param changeForced whether that PIN must be changed first
 * @param minPinLength shortest PIN in code points
 * @param maxPinLength longest PIN in bytes
 * @param fingerprints whether somebody's fingerprints are stored
 * @param foreignRelyingParties relying parties that already have a discoverable credential of somebody else
 */
public record Delivery(
        Optional<String> pin,
        int pinTries,
        boolean changeForced,
        int minPinLength,
        int maxPinLength,
        boolean fingerprints,
        List<String> foreignRelyingParties) {

    public Delivery {
        foreignRelyingParties = List.copyOf(foreignRelyingParties);
    }

    /** No PIN, nothing stored. */
    public static Delivery blank() {
        return new Delivery(Optional.empty(), PinState.MAX_RETRIES, false, 4, 63, false, List.of());
    }

    Delivery withPin(String value) {
        return new Delivery(
                Optional.of(value),
                pinTries,
                changeForced,
                minPinLength,
                maxPinLength,
                fingerprints,
                foreignRelyingParties);
    }

    Delivery withPinTries(int left) {
        return new Delivery(pin, left, changeForced, minPinLength, maxPinLength, fingerprints, foreignRelyingParties);
    }

    Delivery withChangeForced() {
        return new Delivery(pin, pinTries, true, minPinLength, maxPinLength, fingerprints, foreignRelyingParties);
    }

    Delivery withPinLengths(int shortest, int longest) {
        return new Delivery(pin, pinTries, changeForced, shortest, longest, fingerprints, foreignRelyingParties);
    }

    Delivery withFingerprints() {
        return new Delivery(pin, pinTries, changeForced, minPinLength, maxPinLength, true, foreignRelyingParties);
    }

    Delivery withForeign(String rpId) {
        var all = new ArrayList<>(foreignRelyingParties);
        all.add(rpId);
        return new Delivery(pin, pinTries, changeForced, minPinLength, maxPinLength, fingerprints, all);
    }

    /** Without the PIN, which may be printed nowhere. */
    @Override
    public String toString() {
        return "Delivery[pin=" + (pin.isPresent() ? "set" : "none") + ", tries=" + pinTries + ", changeForced="
                + changeForced + ", foreign=" + foreignRelyingParties + "]";
    }
}
