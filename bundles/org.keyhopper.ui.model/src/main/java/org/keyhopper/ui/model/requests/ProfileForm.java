package org.keyhopper.ui.model.requests;

import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;

/**
 * A profile as edited in a form.
 *
 * @param digits of a random PIN
 * @param minimum PIN length to set on the device; 0 keeps the device's own
 * @param unsupported not edited, but kept
 * @param allowedAaguids not edited, but kept
 * @param minPinLengthRpIds not edited, but kept
 */
public record ProfileForm(
        PinSource pin,
        int digits,
        int minimum,
        Set<Profile.Option> options,
        String deviceName,
        Profile.Unsupported unsupported,
        Set<UUID> allowedAaguids,
        Set<String> minPinLengthRpIds) {

    /** The bounds of the PIN length (CTAP 2.2 section 6.5). */
    public static final int SHORTEST = 4;

    public static final int LONGEST = 63;

    /** The source of the PIN. */
    public enum PinSource {
        RANDOM,
        ENTERED,
        KEEP
    }

    public ProfileForm {
        options = Set.copyOf(options);
        allowedAaguids = Set.copyOf(allowedAaguids);
        minPinLengthRpIds = Set.copyOf(minPinLengthRpIds);
    }

    /** A profile that allows all models, and leaves out what one of them does not support. */
    public ProfileForm(PinSource pin, int digits, int minimum, Set<Profile.Option> options, String deviceName) {
        this(
                pin,
                digits,
                minimum,
                options,
                deviceName,
                Profile.DEFAULT.unsupported(),
                Profile.DEFAULT.allowedAaguids(),
                Profile.DEFAULT.minPinLengthRpIds());
    }

    public static ProfileForm of(Profile profile) {
        PinSource source =
                switch (profile.pin()) {
                    case PinRule.Random random -> PinSource.RANDOM;
                    case PinRule.Entered entered -> PinSource.ENTERED;
                    case PinRule.Keep keep -> PinSource.KEEP;
                };
        int digits = profile.pin() instanceof PinRule.Random(int length) ? length : 6;
        return new ProfileForm(
                source,
                digits,
                profile.minimumPinLength().orElse(0),
                profile.options(),
                profile.deviceName(),
                profile.unsupported(),
                profile.allowedAaguids(),
                profile.minPinLengthRpIds());
    }

    /** Returns the profile; the form's controls keep the numbers within bounds. */
    public Profile profile() {
        PinRule rule =
                switch (pin) {
                    case RANDOM -> new PinRule.Random(Math.clamp(digits, SHORTEST, LONGEST));
                    case ENTERED -> new PinRule.Entered();
                    case KEEP -> new PinRule.Keep();
                };
        OptionalInt least = minimum == 0 ? OptionalInt.empty() : OptionalInt.of(Math.clamp(minimum, SHORTEST, LONGEST));
        String name = deviceName.isBlank() ? Profile.DEFAULT.deviceName() : deviceName.strip();
        return new Profile(rule, least, options, unsupported, name, allowedAaguids, minPinLengthRpIds);
    }
}
