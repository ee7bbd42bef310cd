package org.keyhopper.api.request;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * What a device must end up like.
 *
 * @param pin where its PIN comes from
 * @param minimumPinLength code points to set as the device's minimum, if any
 * @param options further demands
 * @param unsupported what to do with a device that cannot meet them
 * @param deviceName template of the passkey's name: {@code {model}}, {@code {serial}}, {@code {user}}
 * @param allowedAaguids the models allowed; empty allows all
 */
public record Profile(
        PinRule pin,
        OptionalInt minimumPinLength,
        Set<Option> options,
        Unsupported unsupported,
        String deviceName,
        Set<UUID> allowedAaguids) {

    /** What to do with a device that cannot meet the minimum PIN length or one of the options. */
    public enum Unsupported {
        /** Refuse the device before anything is changed. */
        REFUSE,
        /** Go on without, and say so in the outcome. */
        LEAVE_OUT
    }

    /** Further demands on a device. */
    public enum Option {
        /** The person must choose a new PIN at first use. */
        FORCE_PIN_CHANGE,
        /** The device asks for the PIN every time. */
        ALWAYS_UV,
        /** Enterprise attestation is switched on and asked for. */
        ENTERPRISE_ATTESTATION,
        /** The station's metadata knows the model, no report speaks against it, and the device proves its maker. */
        PROVEN_MAKER
    }

    /** Random PIN of six digits to be changed at first use. */
    public static final Profile DEFAULT = new Profile(
            new PinRule.Random(6),
            OptionalInt.empty(),
            Set.of(Option.FORCE_PIN_CHANGE),
            Unsupported.LEAVE_OUT,
            "{model} {serial}",
            Set.of());

    public Profile {
        Objects.requireNonNull(pin);
        Objects.requireNonNull(unsupported);
        options = Set.copyOf(options);
        allowedAaguids = Set.copyOf(allowedAaguids);
    }

    public boolean wants(Option option) {
        return options.contains(option);
    }
}
