package org.keyhopper.central.client.internal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;

/** A response of Central. */
record HttpReply(int status, HttpHeaders headers, String body) {

    private static final int LONGEST_DETAIL = 200;

    /** Refusals for who calls, or how often, before Central looks at what the call is about. */
    private static final Set<Integer> FOR_THE_CALLER = Set.of(401, 403, 429);

    /** What the type of Central's problems begins with; what stands before Central may send problems, too. */
    private static final String TYPE_OF_CENTRAL = "urn:keyhopper:problem:";

    boolean isSuccess() {
        return status / 100 == 2;
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Returns the number of seconds in Retry-After (RFC 9110 section 10.2.3). */
    Optional<Duration> retryAfter() {
        return header("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    /** Returns the time at which the response was made, if it says. */
    Optional<Instant> date() {
        try {
            return header("Date").map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the body. */
    JsonObject json() throws BadReplyException {
        try {
            return JsonParser.parseString(body).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException | StackOverflowError e) {
            throw new BadReplyException("not a JSON object");
        }
    }

    /**
     * Returns whether Central looked at what the call is about. Any other refusal says nothing about an earlier attempt whose
     * answer was lost.
     */
    boolean isVerdict() {
        try {
            return isSuccess()
                    || !FOR_THE_CALLER.contains(status)
                            && json().get("type") instanceof JsonPrimitive type
                            && type.getAsString().startsWith(TYPE_OF_CENTRAL);
        } catch (BadReplyException e) {
            return false;
        }
    }

    /** Returns the problem details (RFC 9457), if these are some of Central. */
    Optional<Problem> problem() {
        try {
            return problem(
                    json(),
                    "HTTP " + status
                            + header("X-Request-Id").map(id -> " call " + id).orElse(""));
        } catch (BadReplyException e) {
            return Optional.empty();
        }
    }

    /** Returns the problem in an object. */
    static Optional<Problem> problem(JsonObject object, String detail) {
        JsonElement code = object.get("code");
        if (code == null || !code.isJsonPrimitive()) {
            return Optional.empty();
        }
        List<String> arguments = new ArrayList<>();
        if (object.get("arguments") instanceof com.google.gson.JsonArray array) {
            array.forEach(argument -> arguments.add(argument.isJsonPrimitive() ? argument.getAsString() : ""));
        }
        return Optional.of(new Problem(new ReportedCode(code.getAsString()), arguments, detail));
    }

    String excerpt() {
        String text = body.replaceAll("\\p{Cntrl}", " ");
        return "HTTP " + status + " " + text.substring(0, Math.min(text.length(), LONGEST_DETAIL));
    }
}
