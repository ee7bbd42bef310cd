package org.keyhopper.directory.support.http;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP response, whatever its status.
 *
 * @param status the HTTP status
 * @param headers first value of each header, by name in lower case; of links, all
 * @param body the bytes, empty when there are none; not copied
 */
public record ApiResponse(int status, Map<String, String> headers, byte[] body) {

    public ApiResponse {
        headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public boolean isSuccessful() {
        return status >= 200 && status < 300;
    }

    /** Returns whether the server could not say what became of the request: 408 and all of 5xx. */
    public boolean isInconclusive() {
        return status >= 500 || status == 408;
    }

    /** Returns the server's own time (header {@code Date}), if told. */
    public Optional<Instant> serverTime() {
        return header("Date").flatMap(ApiResponse::httpDate);
    }

    /** Reads an HTTP date (RFC 9110 section 5.6.7). */
    static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
