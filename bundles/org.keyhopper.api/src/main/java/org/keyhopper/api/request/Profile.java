package org.keyhopper.api.request;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * The configuration that a provisioned device must have.
 *
 * @param pin the source of its PIN
 * @param minimumPinLength the minimum PIN length to set on the device, in code points, if any
 * @param options further requirements
 * @param unsupported the handling of a device that does not support them
 * @param deviceName template of the passkey's name: {@code {model}}, {@code {serial}}, {@code {user}}
 * @param allowedAaguids the models allowed; empty allows all
 * @param minPinLengthRpIds the relying parties that may learn the minimum PIN length from the device (minPinLengthRPIDs, CTAP
 *     2.2 section 6.11.4)
 */
public record Profile(
        PinRule pin,
        OptionalInt minimumPinLength,
        Set<Option> options,
        Unsupported unsupported,
        String deviceName,
        Set<UUID> allowedAaguids,
        Set<String> minPinLengthRpIds) {

    /** The handling of a device that does not support the minimum PIN length or one of the options. */
    public enum Unsupported {
        /** Refuse the device before anything is changed. */
        REFUSE,
        /** Continue without, and record that in the outcome. */
        LEAVE_OUT
    }

    /** Further requirements for a device. */
    public enum Option {
        /** The PIN must be changed at first use. */
        FORCE_PIN_CHANGE,
        /** The device asks for the PIN every time. */
        ALWAYS_UV,
        /** Enterprise attestation is enabled and requested. */
        ENTERPRISE_ATTESTATION,
        /**
         * The metadata contains the model, no status report revokes trust in it, and the attestation proves the
         * manufacturer.
         */
        PROVEN_MAKER
    }

    /** A random PIN of six digits, to be changed at first use. */
    public static final Profile DEFAULT = new Profile(
            new PinRule.Random(6),
            OptionalInt.empty(),
            Set.of(Option.FORCE_PIN_CHANGE),
            Unsupported.LEAVE_OUT,
            "{model} {serial}",
            Set.of());

    /** A profile that names no relying parties. */
    public Profile(
            PinRule pin,
            OptionalInt minimumPinLength,
            Set<Option> options,
            Unsupported unsupported,
            String deviceName,
            Set<UUID> allowedAaguids) {
        this(pin, minimumPinLength, options, unsupported, deviceName, allowedAaguids, Set.of());
    }

    public Profile {
        Objects.requireNonNull(pin);
        Objects.requireNonNull(unsupported);
        options = Set.copyOf(options);
        allowedAaguids = Set.copyOf(allowedAaguids);
        minPinLengthRpIds = Set.copyOf(minPinLengthRpIds);
    }

    public boolean wants(Option option) {
        return options.contains(option);
    }
}
