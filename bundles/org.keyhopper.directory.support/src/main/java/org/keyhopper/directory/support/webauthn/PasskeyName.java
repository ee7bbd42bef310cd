package org.keyhopper.directory.support.webauthn;

/** The name of a passkey in a person's list. */
public final class PasskeyName {

    private PasskeyName() {}

    /** Cuts to so many code points, never inside a character; a blank name gets a plain one. */
    public static String cut(String name, int longest) {
        String text = name.isBlank() ? "Passkey" : name.strip();
        int length = text.codePointCount(0, text.length());
        return length <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)).strip();
    }
}
