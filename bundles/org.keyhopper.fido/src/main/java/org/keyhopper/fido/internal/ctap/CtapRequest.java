package org.keyhopper.fido.internal.ctap;

import com.yubico.yubikit.fido.Cbor;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.device.DeviceProblem;

/** The kind of a CTAP message, as far as it matters for interpreting the response (CTAP 2.2 section 6). */
enum CtapRequest {
    GET_INFO("authenticatorGetInfo", false),
    MAKE_CREDENTIAL("authenticatorMakeCredential", true),
    GET_ASSERTION("authenticatorGetAssertion", false),
    READ_PIN_STATE("clientPin", false),
    GET_PIN_TOKEN("pinUvAuthToken", false),
    SET_PIN("clientPin", true),
    CHANGE_PIN("clientPin", true),
    RESET("authenticatorReset", true),
    LIST_CREDENTIALS("credMgmt", false),
    CHANGE_CREDENTIALS("credMgmt", true),
    SELECT("authenticatorSelection", false),
    CONFIGURE("authnrCfg", true),
    OTHER("command", true);

    private final String function;
    private final boolean changing;

    CtapRequest(String function, boolean changing) {
        this.function = function;
        this.changing = changing;
    }

    /** Returns the function that the device lacks if it does not support this request. */
    String function() {
        return function;
    }

    /** Returns whether the request changes the device's state, apart from the PIN retry counter. */
    boolean changesDevice() {
        return changing;
    }

    static CtapRequest of(byte[] message) {
        return switch (message[0]) {
            case 0x01 -> MAKE_CREDENTIAL;
            case 0x02, 0x08 -> GET_ASSERTION;
            case 0x04 -> GET_INFO;
            case 0x06 -> clientPin(parameter(message, 0x02));
            case 0x07 -> RESET;
            case 0x0A, 0x41 -> parameter(message, 0x01) >= 0x06 ? CHANGE_CREDENTIALS : LIST_CREDENTIALS;
            case 0x0B -> SELECT;
            case 0x0D -> CONFIGURE;
            default -> OTHER;
        };
    }

    private static CtapRequest clientPin(int subCommand) {
        return switch (subCommand) {
            case 0x03 -> SET_PIN;
            case 0x04 -> CHANGE_PIN;
            case 0x05, 0x09 -> GET_PIN_TOKEN;
            default -> READ_PIN_STATE;
        };
    }

    private static int parameter(byte[] message, int key) {
        return Cbor.decode(message, 1, message.length - 1) instanceof Map<?, ?> map
                        && map.get(key) instanceof Integer value
                ? value
                : 0;
    }

    /** Returns the meaning of a status after this request, if it differs from the general one. */
    Optional<DeviceProblem> meaningOf(CtapStatus status) {
        return Optional.ofNullable(
                switch (this) {
                    case MAKE_CREDENTIAL -> afterMakeCredential(status);
                    case SELECT -> status == CtapStatus.NOT_ALLOWED ? DeviceProblem.PRESENCE_REQUIRED : null;
                    case GET_PIN_TOKEN ->
                        status == CtapStatus.PIN_POLICY_VIOLATION ? DeviceProblem.PIN_CHANGE_FORCED : null;
                    case SET_PIN -> afterSetPin(status);
                    case RESET -> afterReset(status);
                    default -> null;
                });
    }

    /** The only option sent is rk; a card whose user presence of this insertion is consumed may return NOT_ALLOWED. */
    private static DeviceProblem afterMakeCredential(CtapStatus status) {
        return switch (status) {
            case UNSUPPORTED_OPTION, INVALID_OPTION -> DeviceProblem.NO_RESIDENT_KEYS;
            case NOT_ALLOWED -> DeviceProblem.PRESENCE_REQUIRED;
            default -> null;
        };
    }

    private static DeviceProblem afterSetPin(CtapStatus status) {
        return switch (status) {
            case NOT_ALLOWED, PIN_AUTH_INVALID -> DeviceProblem.PIN_ALREADY_SET;
            default -> null;
        };
    }

    /** Firmware differs in the status it returns if it was not touched. */
    private static DeviceProblem afterReset(CtapStatus status) {
        return switch (status) {
            case NOT_ALLOWED -> DeviceProblem.RESET_TOO_LATE;
            case PIN_AUTH_BLOCKED -> DeviceProblem.NOT_TOUCHED;
            case TIMEOUT, UP_REQUIRED -> DeviceProblem.NOT_TOUCHED;
            case OPERATION_DENIED, INVALID_COMMAND -> DeviceProblem.RESET_NOT_POSSIBLE;
            default -> null;
        };
    }
}
