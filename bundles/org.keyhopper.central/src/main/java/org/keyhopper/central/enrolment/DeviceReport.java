package org.keyhopper.central.enrolment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.keyhopper.api.device.AuthenticatorInfo;

/**
 * What a station reports of a device. Only the AAGUID is verified, by the attestation of the credential.
 *
 * @param aaguid the model
 * @param model its name, for people; may be empty
 * @param serial if the device has one
 * @param versions authenticatorGetInfo, key 0x01
 * @param options key 0x04
 * @param algorithms COSE algorithm identifiers; empty if not reported
 */
public record DeviceReport(
        UUID aaguid,
        String model,
        Optional<String> serial,
        Set<String> versions,
        Map<String, Boolean> options,
        List<Integer> algorithms) {

    private static final int DEFAULT_MESSAGE_SIZE = 1024;
    private static final int SHORTEST_PIN = 4;
    private static final int LONGEST_PIN = 63;

    public DeviceReport {
        Objects.requireNonNull(aaguid);
        Objects.requireNonNull(model);
        Objects.requireNonNull(serial);
        versions = Set.copyOf(versions);
        options = Map.copyOf(options);
        algorithms = List.copyOf(algorithms);
    }

    /** Returns the report as authenticatorGetInfo with the specification's defaults for the rest. */
    public AuthenticatorInfo info() {
        return new AuthenticatorInfo(
                versions,
                Set.of(),
                aaguid,
                options,
                List.of(),
                algorithms,
                new AuthenticatorInfo.Limits(DEFAULT_MESSAGE_SIZE, 1, OptionalInt.empty(), OptionalInt.empty(), 0),
                new AuthenticatorInfo.PinRules(List.of(), SHORTEST_PIN, LONGEST_PIN, false),
                new AuthenticatorInfo.ResetRules(false, List.of()),
                OptionalInt.empty());
    }
}
