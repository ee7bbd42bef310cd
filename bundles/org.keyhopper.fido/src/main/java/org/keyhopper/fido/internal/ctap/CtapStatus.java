package org.keyhopper.fido.internal.ctap;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;

/** The status codes of CTAP 2.2 section 8.2, each with its default meaning. */
enum CtapStatus {
    INVALID_COMMAND(0x01, DeviceProblem.NOT_SUPPORTED),
    INVALID_PARAMETER(0x02, DeviceProblem.CTAP_ERROR),
    INVALID_LENGTH(0x03, DeviceProblem.NOT_SUPPORTED),
    INVALID_SEQ(0x04, DeviceProblem.PROTOCOL_ERROR),
    TIMEOUT(0x05, DeviceProblem.TIMEOUT),
    CHANNEL_BUSY(0x06, DeviceProblem.BUSY),
    LOCK_REQUIRED(0x0A, DeviceProblem.BUSY),
    INVALID_CHANNEL(0x0B, DeviceProblem.PROTOCOL_ERROR),
    CBOR_UNEXPECTED_TYPE(0x11, DeviceProblem.PROTOCOL_ERROR),
    INVALID_CBOR(0x12, DeviceProblem.PROTOCOL_ERROR),
    MISSING_PARAMETER(0x14, DeviceProblem.PROTOCOL_ERROR),
    LIMIT_EXCEEDED(0x15, DeviceProblem.CTAP_ERROR),
    UNSUPPORTED_EXTENSION(0x16, DeviceProblem.NOT_SUPPORTED),
    FP_DATABASE_FULL(0x17, DeviceProblem.CTAP_ERROR),
    LARGE_BLOB_STORAGE_FULL(0x18, DeviceProblem.CTAP_ERROR),
    CREDENTIAL_EXCLUDED(0x19, DeviceProblem.CREDENTIAL_EXCLUDED),
    PROCESSING(0x21, DeviceProblem.CTAP_ERROR),
    INVALID_CREDENTIAL(0x22, DeviceProblem.CTAP_ERROR),
    USER_ACTION_PENDING(0x23, DeviceProblem.CTAP_ERROR),
    OPERATION_PENDING(0x24, DeviceProblem.CTAP_ERROR),
    NO_OPERATIONS(0x25, DeviceProblem.CTAP_ERROR),
    UNSUPPORTED_ALGORITHM(0x26, DeviceProblem.NO_COMMON_ALGORITHM),
    OPERATION_DENIED(0x27, DeviceProblem.OPERATION_DENIED),
    KEY_STORE_FULL(0x28, DeviceProblem.KEY_STORE_FULL),
    NO_OPERATION_PENDING(0x2A, DeviceProblem.CTAP_ERROR),
    UNSUPPORTED_OPTION(0x2B, DeviceProblem.NOT_SUPPORTED),
    INVALID_OPTION(0x2C, DeviceProblem.NOT_SUPPORTED),
    KEEPALIVE_CANCEL(0x2D, DeviceProblem.CANCELLED),
    NO_CREDENTIALS(0x2E, DeviceProblem.NO_CREDENTIALS),
    USER_ACTION_TIMEOUT(0x2F, DeviceProblem.NOT_TOUCHED),
    NOT_ALLOWED(0x30, DeviceProblem.CTAP_ERROR),
    PIN_INVALID(0x31, DeviceProblem.PIN_INVALID),
    PIN_BLOCKED(0x32, DeviceProblem.PIN_BLOCKED),
    PIN_AUTH_INVALID(0x33, DeviceProblem.PIN_TOKEN_REFUSED),
    PIN_AUTH_BLOCKED(0x34, DeviceProblem.PIN_AUTH_BLOCKED),
    PIN_NOT_SET(0x35, DeviceProblem.PIN_NOT_SET),
    PUAT_REQUIRED(0x36, DeviceProblem.PIN_TOKEN_REFUSED),
    PIN_POLICY_VIOLATION(0x37, DeviceProblem.PIN_POLICY_VIOLATION),
    PIN_TOKEN_EXPIRED(0x38, DeviceProblem.PIN_TOKEN_REFUSED),
    REQUEST_TOO_LARGE(0x39, DeviceProblem.CTAP_ERROR),
    ACTION_TIMEOUT(0x3A, DeviceProblem.NOT_TOUCHED),
    UP_REQUIRED(0x3B, DeviceProblem.PRESENCE_REQUIRED),
    UV_BLOCKED(0x3C, DeviceProblem.CTAP_ERROR),
    INTEGRITY_FAILURE(0x3D, DeviceProblem.CTAP_ERROR),
    INVALID_SUBCOMMAND(0x3E, DeviceProblem.NOT_SUPPORTED),
    UV_INVALID(0x3F, DeviceProblem.CTAP_ERROR),
    UNAUTHORIZED_PERMISSION(0x40, DeviceProblem.PIN_TOKEN_REFUSED),
    OTHER(0x7F, DeviceProblem.CTAP_ERROR);

    private static final Map<Integer, CtapStatus> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(status -> status.code, Function.identity()));

    private final int code;
    private final DeviceProblem meaning;

    CtapStatus(int code, DeviceProblem meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** Returns whether {@code status}, as sent by the device, is this one. */
    boolean is(int status) {
        return (status & 0xFF) == code;
    }

    /** Returns whether a status indicates a token that was valid and is no longer. */
    static boolean isForgottenToken(int status) {
        return PIN_AUTH_INVALID.is(status) || PIN_TOKEN_EXPIRED.is(status);
    }

    static Optional<CtapStatus> of(int status) {
        return Optional.ofNullable(BY_CODE.get(status & 0xFF));
    }

    /** Returns the problem that a status means as the response to a request. */
    static Problem problem(int status, CtapRequest request) {
        String hex = "%02X".formatted(status & 0xFF);
        Optional<CtapStatus> known = of(status);
        DeviceProblem meaning = known.flatMap(request::meaningOf)
                .orElse(known.map(it -> it.meaning).orElse(DeviceProblem.CTAP_ERROR));
        String[] arguments =
                switch (meaning) {
                    case CTAP_ERROR -> new String[] {hex};
                    case NOT_SUPPORTED -> new String[] {request.function()};
                    default -> new String[0];
                };
        return Problem.of(meaning, arguments)
                .withDetail("CTAP " + hex + known.map(it -> " " + it).orElse("") + " to " + request);
    }
}
