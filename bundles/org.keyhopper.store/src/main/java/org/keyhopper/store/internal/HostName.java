package org.keyhopper.store.internal;

import com.sun.jna.platform.win32.Kernel32Util;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name of this computer, from the operating system and not from the environment. */
final class HostName {

    private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

    static final String LOCAL = read();

    private HostName() {}

    private static String read() {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return Kernel32Util.getComputerName();
        }
        try {
            return Files.exists(LINUX)
                    ? Files.readString(LINUX).strip()
                    : InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            // The account is recorded all the same.
            return "";
        }
    }
}
