package org.keyhopper.fido.internal;

import com.yubico.yubikit.core.application.CommandException;
import com.yubico.yubikit.fido.ctap.Ctap2Session;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.fido.ClientData;
import org.keyhopper.fido.CredentialRequest;
import org.keyhopper.fido.DeviceException;
import org.keyhopper.fido.internal.ctap.PinToken;
import org.keyhopper.fido.internal.ctap.Utf8;

/**
 * One authenticatorMakeCredential (CTAP 2.2 section 6.1): the options of the directory, restricted to what the device
 * supports.
 */
final class Creation {

    private static final int MAX_NAME_BYTES = 64;

    private final CredentialRequest request;
    private final EnrolmentOptions options;
    private final AuthenticatorInfo info;
    private final List<Integer> algorithms;
    private final Map<String, Object> extensions;
    private final byte[] clientData;

    private Creation(CredentialRequest request, AuthenticatorInfo info) throws DeviceException {
        this.request = request;
        this.options = request.options();
        this.info = info;
        this.algorithms = commonAlgorithms(options, info);
        this.extensions = knownExtensions(options.extensions(), info);
        this.clientData = ClientData.ofRegistration(
                options.challenge(), options.relyingParty().origin());
    }

    /** Checks everything that can be checked before the device is asked. */
    static Creation of(CredentialRequest request, AuthenticatorInfo info) throws DeviceException {
        if (!info.has("rk")) {
            throw refused(DeviceProblem.NO_RESIDENT_KEYS);
        }
        if (info.limits().remainingDiscoverableCredentials().orElse(1) == 0) {
            throw refused(DeviceProblem.KEY_STORE_FULL);
        }
        return new Creation(request, info);
    }

    String rpId() {
        return options.relyingParty().id();
    }

    List<CredentialId> exclude() {
        return options.exclude();
    }

    void send(Ctap2Session session, PinToken token) throws IOException, CommandException {
        byte[] hash = sha256(clientData);
        session.makeCredential(
                hash,
                relyingParty(),
                user(),
                parameters(),
                null,
                extensions.isEmpty() ? null : extensions,
                Map.of("rk", true),
                token.authenticate(hash),
                token.version(),
                enterpriseAttestation(),
                null);
    }

    NewCredential result(byte[] answer) {
        AttestationObject attestation = AttestationObject.of(answer);
        return new NewCredential(
                attestation.credentialId(),
                clientData,
                attestation.bytes(),
                info.transports(),
                attestation.enterprise());
    }

    private Map<String, ?> relyingParty() {
        return Map.of("id", rpId(), "name", Utf8.cut(options.relyingParty().name(), MAX_NAME_BYTES));
    }

    private Map<String, ?> user() {
        return Map.of(
                "id", options.account().handle(),
                "name", Utf8.cut(options.account().name(), MAX_NAME_BYTES),
                "displayName", Utf8.cut(options.account().displayName(), MAX_NAME_BYTES));
    }

    private List<Map<String, ?>> parameters() {
        return algorithms.stream()
                .<Map<String, ?>>map(algorithm -> Map.of("alg", algorithm, "type", "public-key"))
                .toList();
    }

    private Integer enterpriseAttestation() {
        if (!info.has("ep")) {
            return null;
        }
        return switch (request.attestation()) {
            case NOT_WANTED -> null;
            case VENDOR_FACILITATED -> 1;
            case PLATFORM_MANAGED -> 2;
        };
    }

    /** A device that does not report its algorithms (CTAP 2.0) selects from all. */
    private static List<Integer> commonAlgorithms(EnrolmentOptions options, AuthenticatorInfo info)
            throws DeviceException {
        List<Integer> common = options.algorithms().stream()
                .filter(algorithm ->
                        info.algorithms().isEmpty() || info.algorithms().contains(algorithm))
                .toList();
        if (common.isEmpty()) {
            throw refused(DeviceProblem.NO_COMMON_ALGORITHM);
        }
        return common;
    }

    private static Map<String, Object> knownExtensions(EnrolmentOptions.Extensions wanted, AuthenticatorInfo info)
            throws DeviceException {
        Map<String, Object> known = new HashMap<>();
        if (wanted.credProtect().isPresent()) {
            int level = wanted.credProtect().getAsInt();
            if (info.extensions().contains("credProtect")) {
                known.put("credProtect", level);
            } else if (wanted.credProtectEnforced() && level > 1) {
                throw refused(DeviceProblem.NOT_SUPPORTED, "credProtect");
            }
        }
        if (wanted.hmacSecret() && info.extensions().contains("hmac-secret")) {
            known.put("hmac-secret", true);
        }
        return known;
    }

    private static DeviceException refused(DeviceProblem code, String... arguments) {
        return DeviceException.refused(Problem.of(code, arguments));
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
