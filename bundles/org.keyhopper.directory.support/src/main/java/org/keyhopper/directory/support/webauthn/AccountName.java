package org.keyhopper.directory.support.webauthn;

import java.nio.charset.StandardCharsets;

/** Names of an account on a device, which may store no more than 64 bytes of them (WebAuthn level 3 section 6.4.1). */
public final class AccountName {

    private static final int LONGEST = 64;

    private AccountName() {}

    /** Cuts to 64 bytes of UTF-8, never inside a character. */
    public static String cut(String name) {
        int end = 0;
        int bytes = 0;
        while (end < name.length()) {
            int character = name.codePointAt(end);
            bytes += Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST) {
                break;
            }
            end += Character.charCount(character);
        }
        return name.substring(0, end);
    }
}
