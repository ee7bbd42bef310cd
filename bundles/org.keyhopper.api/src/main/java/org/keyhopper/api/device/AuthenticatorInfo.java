package org.keyhopper.api.device;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * What a device answered to authenticatorGetInfo (CTAP 2.2 section 6.4), with the specification's defaults filled in.
 * A snapshot: reset, PIN and configuration commands make it stale.
 *
 * @param versions such as {@code FIDO_2_0}, {@code FIDO_2_1}, {@code U2F_V2}
 * @param extensions such as {@code hmac-secret}, {@code credProtect}
 * @param aaguid the model
 * @param options option ids with their values; an absent option is absent here
 * @param transports such as {@code usb}, {@code nfc}, {@code smart-card}; empty when the device does not say
 * @param algorithms COSE algorithm ids; empty when the device does not say
 * @param limits sizes and counts
 * @param pin what it demands of PINs
 * @param reset how it may be reset
 * @param firmwareVersion key 0x0E, if given
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
     * @param maxMsgSize longest CTAP message in bytes (key 0x05)
     * @param maxCredentialCountInList key 0x07; 1 when the device does not say
     * @param maxCredentialIdLength bytes (key 0x08), if given
     * @param remainingDiscoverableCredentials free slots, a lower bound (key 0x14), if given
     * @param maxRpIdsForSetMinPinLength key 0x10; 0 when the device does not say
     */
    public record Limits(
            int maxMsgSize,
            int maxCredentialCountInList,
            OptionalInt maxCredentialIdLength,
            OptionalInt remainingDiscoverableCredentials,
            int maxRpIdsForSetMinPinLength) {}

    /**
     * What the device demands of PINs.
     *
     * @param protocols PIN/UV auth protocols in the device's order of preference (key 0x06)
     * @param minLength in Unicode code points (key 0x0D)
     * @param maxLength in UTF-8 bytes (key 0x1D)
     * @param changeForced a PIN change is due before any token (key 0x0C)
     */
    public record PinRules(List<Integer> protocols, int minLength, int maxLength, boolean changeForced) {
        public PinRules {
            protocols = List.copyOf(protocols);
        }
    }

    /**
     * How the device may be reset.
     *
     * @param longTouch the touch must last (key 0x18)
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

    /** Returns the option's value, or empty when the device does not know the option. */
    public Optional<Boolean> option(String option) {
        return Optional.ofNullable(options.get(option));
    }

    /** Returns whether a PIN is set now. */
    public boolean pinIsSet() {
        return has("clientPin");
    }

    /** Returns whether the device was taught to know somebody without a PIN, as by fingerprints. */
    public boolean verifiesByItself() {
        return has("uv") || has("bioEnroll");
    }

    /** Returns whether the device speaks CTAP2 at all. */
    public boolean speaksCtap2() {
        return versions.stream().anyMatch(version -> version.startsWith("FIDO_2_"));
    }

    /** Returns whether credentials can be listed and deleted, by the final command or its preview. */
    public boolean managesCredentials() {
        return has("credMgmt") || has("credentialMgmtPreview");
    }
}
