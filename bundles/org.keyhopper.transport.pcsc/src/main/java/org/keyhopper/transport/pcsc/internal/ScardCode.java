package org.keyhopper.transport.pcsc.internal;

import org.keyhopper.api.device.DeviceProblem;

/** The PC/SC error codes that are handled, with their meaning. Identical on Windows, macOS and pcsc-lite. */
final class ScardCode {

    static final int SUCCESS = 0;
    static final int INTERNAL_ERROR = 0x80100001;
    static final int CANCELLED = 0x80100002;
    static final int INVALID_HANDLE = 0x80100003;
    static final int INVALID_PARAMETER = 0x80100004;
    static final int UNKNOWN_READER = 0x80100009;
    static final int TIMEOUT = 0x8010000A;
    static final int SHARING_VIOLATION = 0x8010000B;
    static final int NO_SMARTCARD = 0x8010000C;
    static final int PROTO_MISMATCH = 0x8010000F;
    static final int SYSTEM_CANCELLED = 0x80100012;
    static final int COMM_ERROR = 0x80100013;
    static final int NOT_TRANSACTED = 0x80100016;
    static final int READER_UNAVAILABLE = 0x80100017;
    static final int SHUTDOWN = 0x80100018;
    static final int NO_SERVICE = 0x8010001D;
    static final int SERVICE_STOPPED = 0x8010001E;
    static final int NO_ACCESS = 0x80100027;
    static final int NO_READERS_AVAILABLE = 0x8010002E;
    static final int COMM_DATA_LOST = 0x8010002F;
    static final int UNSUPPORTED_CARD = 0x80100065;
    static final int UNRESPONSIVE_CARD = 0x80100066;
    static final int UNPOWERED_CARD = 0x80100067;
    static final int RESET_CARD = 0x80100068;
    static final int REMOVED_CARD = 0x80100069;
    static final int SECURITY_VIOLATION = 0x8010006A;

    private ScardCode() {}

    static DeviceProblem problem(int code) {
        return switch (code) {
            case REMOVED_CARD, NO_SMARTCARD, RESET_CARD -> DeviceProblem.GONE;
            case SHARING_VIOLATION -> DeviceProblem.BUSY;
            // The second is returned by pcsc-lite if polkit denies access to all readers.
            case NO_ACCESS, SECURITY_VIOLATION -> DeviceProblem.ACCESS_DENIED;
            case CANCELLED -> DeviceProblem.CANCELLED;
            case TIMEOUT -> DeviceProblem.TIMEOUT;
            case UNRESPONSIVE_CARD, UNPOWERED_CARD, UNSUPPORTED_CARD, PROTO_MISMATCH -> DeviceProblem.CARD_MUTE;
            case NO_SERVICE, SERVICE_STOPPED, NO_READERS_AVAILABLE, INVALID_HANDLE, SYSTEM_CANCELLED, SHUTDOWN ->
                DeviceProblem.SERVICE_UNAVAILABLE;
            default -> DeviceProblem.READER_ERROR;
        };
    }

    /** Returns whether the code may mean that the card was removed. */
    static boolean mayMeanPulled(int code) {
        return code == NOT_TRANSACTED
                || code == COMM_ERROR
                || code == COMM_DATA_LOST
                || code == UNRESPONSIVE_CARD
                || code == UNPOWERED_CARD
                || code == INTERNAL_ERROR;
    }

    /** Returns whether the code may be transient after a power-down, until the card is up again. */
    static boolean mayPass(int code) {
        return code == REMOVED_CARD
                || code == NO_SMARTCARD
                || code == RESET_CARD
                || code == UNPOWERED_CARD
                || code == UNRESPONSIVE_CARD
                || code == SHARING_VIOLATION;
    }
}
