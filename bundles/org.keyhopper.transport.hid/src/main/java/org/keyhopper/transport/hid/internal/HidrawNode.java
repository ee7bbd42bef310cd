package org.keyhopper.transport.hid.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Properties of {@code /dev/hidrawN} on Linux; other systems have no such paths. */
final class HidrawNode {

    private static final String PREFIX = "/dev/hidraw";
    private static final Path CLASS = Path.of("/sys/class/hidraw");

    private HidrawNode() {}

    static boolean is(String path) {
        return path.startsWith(PREFIX);
    }

    /**
     * Returns the name of the HID device behind the node. Its suffix is incremented by the kernel for each new device,
     * while the node's own number is reused immediately. Empty if unknown.
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

    /** Returns whether the node exists but the user lacks read or write permission. */
    static boolean isForbidden(String path) {
        Path node = Path.of(path);
        return Files.exists(node) && !(Files.isReadable(node) && Files.isWritable(node));
    }
}
