package org.keyhopper.transport.hid.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;

/** Maps error messages as hidapi returns them, independent of the system's language. */
class OpenFailureTest {

    private static final String ON_WINDOWS =
            "\\\\?\\HID#VID_1050&PID_0407&MI_01#7&a5&0&0000#{4d1e55b2-f16f-11cf-88cb-001111000030}";
    private static final String ON_MACOS = "DevSrvsID:4294971234";

    @ParameterizedTest
    @CsvSource({
        "open_device: (0x00000005) Access is denied., ACCESS_DENIED",
        "open_device: (0x00000005) Zugriff verweigert, ACCESS_DENIED",
        "open_device: (0x00000020) The process cannot access the file, BUSY",
        "open_device: (0x00000002) The system cannot find the file specified., GONE",
        "open_device: (0x0000001F) A device attached to the system is not functioning., READER_ERROR"
    })
    void windowsErrorsAreMappedByNumber(String words, DeviceProblem meant) {
        assertMeans(meant, ON_WINDOWS, words);
    }

    @ParameterizedTest
    @CsvSource({
        "hid_open_path: failed to open IOHIDDevice from mach entry: (0xE00002C1) not privileged, ACCESS_DENIED",
        "hid_open_path: failed to open IOHIDDevice from mach entry: (0xE00002E2) not permitted, ACCESS_DENIED",
        "hid_open_path: failed to open IOHIDDevice from mach entry: (0xE00002C5) exclusive access, BUSY",
        "hid_open_path: device mach entry not found with the given path, READER_ERROR"
    })
    void macosErrorsAreMappedByNumber(String words, DeviceProblem meant) {
        assertMeans(meant, ON_MACOS, words);
    }

    @Test
    void missingNodeIsGone() {
        assertMeans(DeviceProblem.GONE, "/dev/hidraw-that-left", "No such file or directory");
    }

    /** Windows to a process that is not elevated, for a key that hidapi has opened without any access. */
    @ParameterizedTest
    @CsvSource({
        "ReadFile: (0x00000005) Access is denied., ACCESS_DENIED",
        "WriteFile: (0x00000005) Zugriff verweigert, ACCESS_DENIED",
        "hid_read_timeout/GetOverlappedResult: (0x0000048F) The device is not connected., GONE",
        "WriteFile: (0x0000001F) A device attached to the system is not functioning., GONE",
        "Input/output error, GONE"
    })
    void deniedReportIsNotGone(String words, DeviceProblem meant) {
        Problem problem = OpenFailure.ofReport("read", words).problem();
        assertTrue(problem.is(meant), problem::toString);
        assertEquals("hid read: " + words, problem.detail());
    }

    private static void assertMeans(DeviceProblem meant, String path, String words) {
        Problem problem = OpenFailure.of(path, words).problem();
        assertTrue(problem.is(meant), problem::toString);
        assertEquals(words, problem.detail());
    }
}
