package org.keyhopper.ui.model.central;

import java.net.URI;
import java.util.Optional;

/**
 * The fields of the dialog as they are typed.
 *
 * @param address with or without the scheme
 * @param name by which this computer calls that Central; its host name if blank
 */
public record JoinForm(String address, String name) {

    /** Returns the address without a slash at the end; empty if it is none that a station may join. */
    Optional<URI> parsedAddress() {
        String text = address.strip().replaceAll("/+$", "");
        try {
            URI parsed = URI.create(text.contains("://") ? text : "https://" + text);
            boolean isLocal = "127.0.0.1".equals(parsed.getHost()) || "localhost".equals(parsed.getHost());
            boolean isSafe = "https".equals(parsed.getScheme()) || "http".equals(parsed.getScheme()) && isLocal;
            boolean isPlain = parsed.getRawQuery() == null && parsed.getRawUserInfo() == null;
            return isSafe && isPlain && parsed.getHost() != null ? Optional.of(parsed) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String nameFor(URI parsed) {
        return name.isBlank() ? parsed.getHost() : name.strip();
    }
}
