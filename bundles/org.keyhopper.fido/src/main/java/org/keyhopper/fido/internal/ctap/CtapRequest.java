package org.keyhopper.fido.internal.ctap;

import com.yubico.yubikit.fido.Cbor;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.device.DeviceProblem;

/** What a CTAP message asks for, as far as it matters to the reading of its answer (CTAP 2.2 section 6). */
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

    /** Names what the device lacks when it does not know this request. */
    String function() {
        return function;
    }

    /** Returns whether the device is another one after it, other than in its count of PIN tries. */
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

    /** Returns what a status means after this request, where that is not what it means in general. */
    Optional<DeviceProblem> meaningOf(CtapStatus status) {
        return Optional.ofNullable(
                switch (this) {
                    case MAKE_CREDENTIAL -> atMakeCredential(status);
                    case SELECT -> status == CtapStatus.NOT_ALLOWED ? DeviceProblem.PRESENCE_REQUIRED : null;
                    case GET_PIN_TOKEN ->
                        status == CtapStatus.PIN_POLICY_VIOLATION ? DeviceProblem.PIN_CHANGE_FORCED : null;
                    case SET_PIN -> atSetPin(status);
                    case RESET -> atReset(status);
                    default -> null;
                });
    }

    /** The only option we send is rk; a card that has used up the presence of its insertion may say NOT_ALLOWED. */
    private static DeviceProblem atMakeCredential(CtapStatus status) {
        return switch (status) {
            case UNSUPPORTED_OPTION, INVALID_OPTION -> DeviceProblem.NO_RESIDENT_KEYS;
            case NOT_ALLOWED -> DeviceProblem.PRESENCE_REQUIRED;
            default -> null;
        };
    }

    private static DeviceProblem atSetPin(CtapStatus status) {
        return switch (status) {
            case NOT_ALLOWED, PIN_AUTH_INVALID -> DeviceProblem.PIN_ALREADY_SET;
            default -> null;
        };
    }

    /** Firmware differs in what it says when nobody touched it. */
    private static DeviceProblem atReset(CtapStatus status) {
        return switch (status) {
            case NOT_ALLOWED -> DeviceProblem.RESET_TOO_LATE;
            case PIN_AUTH_BLOCKED -> DeviceProblem.NOT_TOUCHED;
            case TIMEOUT, UP_REQUIRED -> DeviceProblem.NOT_TOUCHED;
            case OPERATION_DENIED, INVALID_COMMAND -> DeviceProblem.RESET_NOT_POSSIBLE;
            default -> null;
        };
    }
}
