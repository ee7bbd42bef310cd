package org.keyhopper.transport.hid.internal;

import java.util.Locale;
import java.util.Map;

/** Detects remote sessions: Remote Desktop redirects smart-card readers, but no USB keys. */
final class RemoteSession {

    private RemoteSession() {}

    /** Windows stores the session name in the environment: RDP-Tcp#3, Console. */
    static boolean isIn(Map<String, String> environment) {
        return environment
                .getOrDefault("SESSIONNAME", "")
                .toUpperCase(Locale.ROOT)
                .startsWith("RDP-");
    }
}
