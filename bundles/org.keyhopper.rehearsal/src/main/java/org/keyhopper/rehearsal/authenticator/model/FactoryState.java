package org.keyhopper.rehearsal.authenticator.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The factory condition of a device. A reset deletes all of it except the PIN lengths.
 *
 * @param pin PIN already set
 * @param pinTries attempts left for that PIN; 0 means that it is blocked
 * @param changeForced whether that PIN must be changed first
 * @param minPinLength minimum PIN length in code points
 * @param maxPinLength maximum PIN length in bytes
 * @param fingerprints whether fingerprints are enrolled
 * @param foreignRelyingParties relying parties with an existing discoverable credential of another person
 */
public record FactoryState(
        Optional<String> pin,
        int pinTries,
        boolean changeForced,
        int minPinLength,
        int maxPinLength,
        boolean fingerprints,
        List<String> foreignRelyingParties) {

    public FactoryState {
        foreignRelyingParties = List.copyOf(foreignRelyingParties);
    }

    /** No PIN, nothing stored. */
    public static FactoryState blank() {
        return new FactoryState(Optional.empty(), PinState.MAX_RETRIES, false, 4, 63, false, List.of());
    }

    FactoryState withPin(String value) {
        return new FactoryState(
                Optional.of(value),
                pinTries,
                changeForced,
                minPinLength,
                maxPinLength,
                fingerprints,
                foreignRelyingParties);
    }

    FactoryState withPinTries(int left) {
        return new FactoryState(
                pin, left, changeForced, minPinLength, maxPinLength, fingerprints, foreignRelyingParties);
    }

    FactoryState withChangeForced() {
        return new FactoryState(pin, pinTries, true, minPinLength, maxPinLength, fingerprints, foreignRelyingParties);
    }

    FactoryState withPinLengths(int shortest, int longest) {
        return new FactoryState(pin, pinTries, changeForced, shortest, longest, fingerprints, foreignRelyingParties);
    }

    FactoryState withFingerprints() {
        return new FactoryState(pin, pinTries, changeForced, minPinLength, maxPinLength, true, foreignRelyingParties);
    }

    FactoryState withForeign(String rpId) {
        var all = new ArrayList<>(foreignRelyingParties);
        all.add(rpId);
        return new FactoryState(pin, pinTries, changeForced, minPinLength, maxPinLength, fingerprints, all);
    }

    /** Omits the PIN, which must not be logged. */
    @Override
    public String toString() {
        return "Delivery[pin=" + (pin.isPresent() ? "set" : "none") + ", tries=" + pinTries + ", changeForced="
                + changeForced + ", foreign=" + foreignRelyingParties + "]";
    }
}
