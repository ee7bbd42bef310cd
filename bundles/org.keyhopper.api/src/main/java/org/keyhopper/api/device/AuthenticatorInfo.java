package org.keyhopper.api.device;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * The response of a device to authenticatorGetInfo (CTAP 2.2 section 6.4), with the specification's defaults filled in.
 * A snapshot: reset, PIN and configuration commands invalidate it.
 *
 * @param versions such as {@code FIDO_2_0}, {@code FIDO_2_1}, {@code U2F_V2}
 * @param extensions such as {@code hmac-secret}, {@code credProtect}
 * @param aaguid the authenticator model
 * @param options option ids with their values; an option that the device does not report is absent
 * @param transports such as {@code usb}, {@code nfc}, {@code smart-card}; empty if not reported
 * @param algorithms COSE algorithm identifiers; empty if not reported
 * @param limits sizes and counts
 * @param pin PIN requirements
 * @param reset conditions for reset
 * @param firmwareVersion key 0x0E, if reported
 */
public record AuthenticatorInfo(
        Set<String> versions,
        Set<String> extensions,
        UUID aaguid,
        Map<String, Boolean> options,
        List<String> transports,
        List<Integer> algorithms,
        Limits limits,
        PinRules pin,
        ResetRules reset,
        OptionalInt firmwareVersion) {

    /**
     * Sizes and counts.
     *
     * @param maxMsgSize maximum length of a CTAP message in bytes (key 0x05)
     * @param maxCredentialCountInList key 0x07; 1 if not reported
     * @param maxCredentialIdLength in bytes (key 0x08), if reported
     * @param remainingDiscoverableCredentials number of free slots, a lower bound (key 0x14), if reported
     * @param maxRpIdsForSetMinPinLength key 0x10; 0 if not reported
     */
    public record Limits(
            int maxMsgSize,
            int maxCredentialCountInList,
            OptionalInt maxCredentialIdLength,
            OptionalInt remainingDiscoverableCredentials,
            int maxRpIdsForSetMinPinLength) {}

    /**
     * PIN requirements of the device.
     *
     * @param protocols PIN/UV auth protocols in the device's order of preference (key 0x06)
     * @param minLength in Unicode code points (key 0x0D)
     * @param maxLength in UTF-8 bytes (key 0x1D)
     * @param forcePinChange whether the PIN must be changed before a token is issued (key 0x0C)
     * @param complexity what the device demands beyond the length; empty if nothing
     */
    public record PinRules(
            List<Integer> protocols,
            int minLength,
            int maxLength,
            boolean forcePinChange,
            Optional<PinComplexity> complexity) {
        public PinRules {
            protocols = List.copyOf(protocols);
            Objects.requireNonNull(complexity);
        }

        /** Requirements of a device that demands no more than a length. */
        public PinRules(List<Integer> protocols, int minLength, int maxLength, boolean forcePinChange) {
            this(protocols, minLength, maxLength, forcePinChange, Optional.empty());
        }
    }

    /**
     * A PIN complexity policy that the device enforces (key 0x1B). The device does not say what it demands.
     *
     * @param url the address of a page that explains it, http or https (key 0x1C), if reported
     */
    public record PinComplexity(Optional<String> url) {
        public PinComplexity {
            Objects.requireNonNull(url);
        }
    }

    /**
     * Conditions for authenticatorReset.
     *
     * @param longTouch whether a long touch is required (key 0x18)
     * @param transports over which reset is allowed; empty means all (key 0x1A)
     */
    public record ResetRules(boolean longTouch, List<String> transports) {
        public ResetRules {
            transports = List.copyOf(transports);
        }
    }

    public AuthenticatorInfo {
        versions = Set.copyOf(versions);
        extensions = Set.copyOf(extensions);
        options = Map.copyOf(options);
        transports = List.copyOf(transports);
        algorithms = List.copyOf(algorithms);
    }

    /** Returns whether the option is present and true. */
    public boolean has(String option) {
        return options.getOrDefault(option, false);
    }

    /** Returns the value of the option, or empty if the device does not report it. */
    public Optional<Boolean> option(String option) {
        return Optional.ofNullable(options.get(option));
    }

    /** Returns whether a PIN is set (option {@code clientPin}). */
    public boolean isPinSet() {
        return has("clientPin");
    }

    /** Returns whether built-in user verification, such as a fingerprint, is configured (option {@code uv}). */
    public boolean hasBuiltInUserVerification() {
        return has("uv") || has("bioEnroll");
    }

    /** Returns whether the device supports CTAP2. */
    public boolean supportsCtap2() {
        return versions.stream().anyMatch(version -> version.startsWith("FIDO_2_"));
    }

    /** Returns whether the device supports authenticatorCredentialManagement, final or preview (section 6.8). */
    public boolean supportsCredentialManagement() {
        return has("credMgmt") || has("credentialMgmtPreview");
    }
}
