package org.keyhopper.directory.support.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Percent-encoding (RFC 3986 section 2.1): everything but letters, digits and {@code -._~} is encoded. */
public final class UrlText {

    private static final String UNRESERVED = "-._~";

    private UrlText() {}

    /** Encodes one path segment or query value. */
    public static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            append(encoded, (char) (octet & 0xFF));
        }
        return encoded.toString();
    }

    /** Returns {@code ?a=b&c=d}; the names are taken as they are, the values encoded. */
    public static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static void append(StringBuilder encoded, char octet) {
        boolean alphanumeric = octet < 0x80 && Character.isLetterOrDigit(octet);
        if (alphanumeric || UNRESERVED.indexOf(octet) >= 0) {
            encoded.append(octet);
        } else {
            encoded.append('%').append(String.format("%02X", (int) octet));
        }
    }
}
