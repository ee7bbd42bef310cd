package org.keyhopper.directory.entra.internal;

import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.device.CredentialId;

/**
 * Credential ids as Graph writes them: standard base64, base64url, or base64url followed by a digit that counts the
 * padding cut off. The last two cannot always be distinguished; then both readings are returned: a wrong one matches nothing.
 */
final class LenientCredentialId {

    private static final int LONGEST = 1023;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    /** By length modulo 4 without the digit: the digit that must follow; 1 cannot occur. */
    private static final char[] PADDING_DIGIT = {'0', 'x', '2', '1'};

    private LenientCredentialId() {}

    /** Returns every id the text may stand for; none when it is no base64 of any form. */
    static Set<CredentialId> decode(String text) {
        String url = text.replaceAll("\\s", "").replace('+', '-').replace('/', '_');
        Set<CredentialId> ids = new LinkedHashSet<>();
        if (url.endsWith("=")) {
            strict(url.replaceAll("=+$", "")).ifPresent(ids::add);
            return ids;
        }
        withoutDigit(url).ifPresent(ids::add);
        strict(url).ifPresent(ids::add);
        return ids;
    }

    private static Optional<CredentialId> withoutDigit(String url) {
        int end = url.length() - 1;
        return end > 0 && url.charAt(end) == PADDING_DIGIT[end % 4] ? strict(url.substring(0, end)) : Optional.empty();
    }

    /** Java's decoder ignores unused bits that are not zero, so they are checked here. */
    private static Optional<CredentialId> strict(String url) {
        int unused =
                switch (url.length() % 4) {
                    case 2 -> 0b1111;
                    case 3 -> 0b11;
                    default -> 0;
                };
        boolean wellFormed = !url.isEmpty()
                && url.length() % 4 != 1
                && url.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0)
                && (ALPHABET.indexOf(url.charAt(url.length() - 1)) & unused) == 0;
        return wellFormed && url.length() * 3 / 4 <= LONGEST
                ? Optional.of(CredentialId.of(Base64.getUrlDecoder().decode(url)))
                : Optional.empty();
    }
}
