package org.keyhopper.transport.hid.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux tells about {@code /dev/hidrawN}. Other systems have no such paths. */
final class HidrawNode {

    private static final String PREFIX = "/dev/hidraw";
    private static final Path CLASS = Path.of("/sys/class/hidraw");

    private HidrawNode() {}

    static boolean is(String path) {
        return path.startsWith(PREFIX);
    }

    /**
     * Returns the name of the HID device behind the node. It ends with a number that the kernel counts up for each device
     * that arrives, while the node's own number is given again at once. Empty where that cannot be told.
     */
    static String insertion(String path) {
        if (!is(path)) {
            return "";
        }
        Path node = Path.of(path).getFileName();
        try {
            return CLASS.resolve(node)
                    .resolve("device")
                    .toRealPath()
                    .getFileName()
                    .toString();
        } catch (IOException left) {
            Log.debug(path, left);
            return "";
        }
    }

    /** Whether the node is there but the user may not read and write it. */
    static boolean isForbidden(String path) {
        Path node = Path.of(path);
        return Files.exists(node) && !(Files.isReadable(node) && Files.isWritable(node));
    }
}
