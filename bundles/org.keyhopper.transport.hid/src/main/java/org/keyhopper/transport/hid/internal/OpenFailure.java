package org.keyhopper.transport.hid.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;

/**
 * Maps errors of hidapi to problems. The messages are localised; the numbers in them are those of Windows and macOS. On
 * Linux there are none, and the node is checked instead.
 */
final class OpenFailure {

    private static final Map<String, DeviceProblem> BY_ERROR_NUMBER = Map.of(
            "0x00000002", DeviceProblem.GONE, // ERROR_FILE_NOT_FOUND
            "0x00000005", DeviceProblem.ACCESS_DENIED, // ERROR_ACCESS_DENIED: the process is not elevated
            "0x00000020", DeviceProblem.BUSY, // ERROR_SHARING_VIOLATION
            "0xe00002c1", DeviceProblem.ACCESS_DENIED, // kIOReturnNotPrivileged
            "0xe00002e2", DeviceProblem.ACCESS_DENIED, // kIOReturnNotPermitted
            "0xe00002c5", DeviceProblem.BUSY); // kIOReturnExclusiveAccess

    private OpenFailure() {}

    static ChannelException of(String path, String words) {
        DeviceProblem problem = HidrawNode.is(path) ? onLinux(path) : byNumber(words);
        return new ChannelException(Problem.of(problem).withDetail(words));
    }

    /**
     * Returns why reports cannot be exchanged with an open key. If Windows denies read and write access, hidapi (0.14)
     * opens the device without either, as is required for keyboards, and the first report is denied.
     */
    static ChannelException ofReport(String call, String words) {
        boolean denied = byNumber(words) == DeviceProblem.ACCESS_DENIED;
        Problem problem = Problem.of(denied ? DeviceProblem.ACCESS_DENIED : DeviceProblem.GONE);
        return new ChannelException(problem.withDetail("hid " + call + ": " + words));
    }

    private static DeviceProblem onLinux(String path) {
        if (HidrawNode.isForbidden(path)) {
            return DeviceProblem.ACCESS_DENIED;
        }
        return Files.exists(Path.of(path)) ? DeviceProblem.READER_ERROR : DeviceProblem.GONE;
    }

    private static DeviceProblem byNumber(String words) {
        String small = words.toLowerCase(Locale.ROOT);
        return BY_ERROR_NUMBER.entrySet().stream()
                .filter(entry -> small.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(DeviceProblem.READER_ERROR);
    }
}
