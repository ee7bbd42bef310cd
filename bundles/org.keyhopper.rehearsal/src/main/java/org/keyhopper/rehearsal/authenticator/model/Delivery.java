package org.keyhopper.rehearsal.authenticator.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The condition in which a device comes out of its box. A reset erases all of it but the PIN lengths.
 *
 * @param pin PIN already set
 * @param pinBlocked whether that PIN has no tries left
 * @param changeForced whether that PIN must be changed first
 * @param minPinLength shortest PIN in code points
 * @param maxPinLength longest PIN in bytes
 * @param fingerprints whether somebody's fingerprints are stored
 * @param foreignRelyingParties relying parties that already have a discoverable credential of somebody else
 */
public record Delivery(
        Optional<String> pin,
        boolean pinBlocked,
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
        return new Delivery(Optional.empty(), false, false, 4, 63, false, List.of());
    }

    Delivery withPin(String value) {
        return new Delivery(
                Optional.of(value),
                pinBlocked,
                changeForced,
                minPinLength,
                maxPinLength,
                fingerprints,
                foreignRelyingParties);
    }

    Delivery blocked() {
        return new Delivery(pin, true, changeForced, minPinLength, maxPinLength, fingerprints, foreignRelyingParties);
    }

    Delivery withChangeForced() {
        return new Delivery(pin, pinBlocked, true, minPinLength, maxPinLength, fingerprints, foreignRelyingParties);
    }

    Delivery withPinLengths(int shortest, int longest) {
        return new Delivery(pin, pinBlocked, changeForced, shortest, longest, fingerprints, foreignRelyingParties);
    }

    Delivery withFingerprints() {
        return new Delivery(pin, pinBlocked, changeForced, minPinLength, maxPinLength, true, foreignRelyingParties);
    }

    Delivery withForeign(String rpId) {
        var all = new ArrayList<>(foreignRelyingParties);
        all.add(rpId);
        return new Delivery(pin, pinBlocked, changeForced, minPinLength, maxPinLength, fingerprints, all);
    }

    /** Without the PIN, which may be printed nowhere. */
    @Override
    public String toString() {
        return "Delivery[pin=" + (pin.isPresent() ? "set" : "none") + ", blocked=" + pinBlocked + ", changeForced="
                + changeForced + ", foreign=" + foreignRelyingParties + "]";
    }
}
