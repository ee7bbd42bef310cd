package org.keyhopper.transport.hid.internal;

import java.util.Locale;
import java.util.Map;

/** Tells whether the person sits at another computer: Remote Desktop passes readers on to it, but no USB keys. */
final class RemoteSession {

    private RemoteSession() {}

    /** Windows names the session in the environment of its programs: RDP-Tcp#3, Console. */
    static boolean isIn(Map<String, String> environment) {
        return environment
                .getOrDefault("SESSIONNAME", "")
                .toUpperCase(Locale.ROOT)
                .startsWith("RDP-");
    }
}
