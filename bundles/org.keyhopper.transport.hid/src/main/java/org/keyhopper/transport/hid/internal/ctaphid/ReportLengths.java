package org.keyhopper.transport.hid.internal.ctaphid;

/**
 * The lengths of a device's reports, from its report descriptor (HID 1.11 section 6.2.2). Some keys use less than the
 * usual 64 bytes.
 *
 * @param input length of input reports in bytes
 * @param output length of output reports in bytes
 */
public record ReportLengths(int input, int output) {

    /** The lengths of nearly all keys; also used for an invalid descriptor. */
    public static final ReportLengths USUAL = new ReportLengths(64, 64);

    private static final int SHORTEST = 8;
    private static final int LONGEST = 1024;
    private static final int LONG_ITEM = 0xFE;
    private static final int INPUT = 0x80;
    private static final int OUTPUT = 0x90;
    private static final int REPORT_SIZE = 0x74;
    private static final int REPORT_COUNT = 0x94;
    private static final int TAG_AND_TYPE = 0xFC;

    /** Parses a descriptor. */
    public static ReportLengths in(byte[] descriptor, int length) {
        int size = 0;
        int count = 0;
        int input = 0;
        int output = 0;
        int at = 0;
        while (at < length && (descriptor[at] & 0xFF) != LONG_ITEM) {
            int item = descriptor[at] & 0xFF;
            int bytes = (item & 3) == 3 ? 4 : item & 3;
            int value = value(descriptor, at + 1, Math.min(bytes, length - at - 1));
            switch (item & TAG_AND_TYPE) {
                case REPORT_SIZE -> size = value;
                case REPORT_COUNT -> count = value;
                case INPUT -> input += size * count / 8;
                case OUTPUT -> output += size * count / 8;
                default -> {
                    // Usages and collections do not affect the lengths.
                }
            }
            at += 1 + bytes;
        }
        return isPlausible(input) && isPlausible(output) ? new ReportLengths(input, output) : USUAL;
    }

    private static boolean isPlausible(int length) {
        return length >= SHORTEST && length <= LONGEST;
    }

    private static int value(byte[] bytes, int from, int count) {
        int value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | bytes[from + i] & 0xFF;
        }
        return value;
    }
}
