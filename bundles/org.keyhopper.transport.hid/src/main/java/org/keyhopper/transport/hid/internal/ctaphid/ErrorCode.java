package org.keyhopper.transport.hid.internal.ctaphid;

import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;

/** The codes of CTAPHID_ERROR (CTAP 2.2 section 11.2.9.1.6). The device has not executed the command. */
final class ErrorCode {

    private static final int MESSAGE_TIMEOUT = 0x05;
    private static final int CHANNEL_BUSY = 0x06;
    private static final int LOCK_REQUIRED = 0x0A;
    private static final int INVALID_CHANNEL = 0x0B;

    private ErrorCode() {}

    /** Returns whether another program is using the device, which is transient. */
    static boolean isBusy(int code) {
        return code == CHANNEL_BUSY || code == LOCK_REQUIRED;
    }

    /** Returns whether the device does not know the channel any more. */
    static boolean isUnknownChannel(int code) {
        return code == INVALID_CHANNEL;
    }

    static ChannelException exception(int code) {
        return new ChannelException(Problem.of(problem(code)).withDetail("CTAPHID_ERROR %02X".formatted(code)));
    }

    private static DeviceProblem problem(int code) {
        if (isBusy(code)) {
            return DeviceProblem.BUSY;
        }
        return code == MESSAGE_TIMEOUT ? DeviceProblem.TIMEOUT : DeviceProblem.PROTOCOL_ERROR;
    }
}
