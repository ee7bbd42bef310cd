package org.keyhopper.documents;

import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.keyhopper.api.request.Profile;

/** What the values of a {@link Profile} have to look like, in a file and in a form. */
public final class ProfileRules {

    /** Of a PIN, in code points (CTAP 2.1 section 6.5.1). */
    public static final int SHORTEST_PIN = 4;

    /** Of a PIN, in code points (CTAP 2.1 section 6.5.1). */
    public static final int LONGEST_PIN = 63;

    /** What a device name may contain in braces. */
    public static final List<String> PLACEHOLDERS = List.of("{model}", "{serial}", "{user}");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}?");
    private static final Pattern RP_ID = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

    /** Stricter than {@link UUID#fromString}, which takes "1-1-1-1-1". */
    private static final Pattern AAGUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private ProfileRules() {}

    /** Returns whether the text is a PIN length that a device can have. */
    public static boolean isPinLength(String text) {
        return text.matches("\\d{1,2}")
                && Integer.parseInt(text) >= SHORTEST_PIN
                && Integer.parseInt(text) <= LONGEST_PIN;
    }

    /** Returns what is in braces in a device name and is none of the placeholders. */
    public static List<String> unknownPlaceholders(String deviceName) {
        return PLACEHOLDER
                .matcher(deviceName)
                .results()
                .map(MatchResult::group)
                .filter(found -> !PLACEHOLDERS.contains(found))
                .toList();
    }

    /** Returns whether the text is the id of a relying party (WebAuthn section 4), a domain in lower case. */
    public static boolean isRelyingPartyId(String text) {
        return RP_ID.matcher(text).matches();
    }

    /** Returns whether the text is an AAGUID, as in 2fc0579f-8113-47ea-b116-bb5a8db9202a. */
    public static boolean isAaguid(String text) {
        return AAGUID.matcher(text).matches();
    }
}
