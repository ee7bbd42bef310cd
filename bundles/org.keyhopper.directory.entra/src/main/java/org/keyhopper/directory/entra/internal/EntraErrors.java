package org.keyhopper.directory.entra.internal;

import java.util.Locale;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.directory.support.http.ApiResponse;
import org.keyhopper.directory.support.json.Guid;
import org.keyhopper.directory.support.json.JsonView;

/** Turns an error response of Graph into a problem. */
final class EntraErrors {

    private EntraErrors() {}

    /** Returns the problem; its detail is Graph's code, message, request id and date. */
    static Problem problem(ApiResponse response) {
        Optional<JsonView> error = JsonView.parse(response.body()).map(body -> body.at("error"));
        String code = error.flatMap(view -> view.text("code")).orElse("");
        String message = error.flatMap(view -> view.text("message")).orElse("");
        return problem(response.status(), message).withDetail(words(response, code, message, error));
    }

    private static Problem problem(int status, String message) {
        return switch (status) {
            case 400 -> refusal(message.toLowerCase(Locale.ROOT));
            case 401 -> Problem.of(DirectoryProblem.SESSION_EXPIRED);
            case 403 -> Problem.of(DirectoryProblem.NOT_PERMITTED);
            case 409 -> Problem.of(DirectoryProblem.ALREADY_REGISTERED);
            case 429 -> Problem.of(DirectoryProblem.THROTTLED);
            default ->
                Problem.of(
                        status >= 500 ? DirectoryProblem.SERVER_ERROR : DirectoryProblem.REFUSED,
                        Integer.toString(status));
        };
    }

    /** Graph answers 400 to very different things; the texts are not documented, so only clear words are trusted. */
    private static Problem refusal(String message) {
        if (message.contains("aaguid")) {
            return Problem.of(
                    DirectoryProblem.AAGUID_NOT_ALLOWED, Guid.findIn(message).orElse(""));
        }
        if (message.contains("attestation")) {
            return Problem.of(DirectoryProblem.ATTESTATION_REFUSED);
        }
        if (message.contains("challenge") && message.contains("expired")) {
            return Problem.of(DirectoryProblem.OPTIONS_EXPIRED);
        }
        if (message.contains("maximum") || message.contains("too many")) {
            return Problem.of(DirectoryProblem.TOO_MANY_PASSKEYS);
        }
        return Problem.of(DirectoryProblem.REFUSED, "400");
    }

    private static String words(ApiResponse response, String code, String message, Optional<JsonView> error) {
        StringBuilder words = new StringBuilder("HTTP ").append(response.status());
        append(words, " ", Optional.of(code));
        append(words, ": ", Optional.of(message));
        Optional<JsonView> inner = error.map(view -> view.at("innerError"));
        append(words, " request-id ", requestId(response, inner));
        append(words, " ", inner.flatMap(view -> view.text("date")).or(() -> response.header("Date")));
        return words.toString();
    }

    private static Optional<String> requestId(ApiResponse response, Optional<JsonView> inner) {
        return inner.flatMap(view -> view.text("request-id")).or(() -> response.header("request-id"));
    }

    private static void append(StringBuilder words, String before, Optional<String> text) {
        text.filter(value -> !value.isBlank())
                .ifPresent(value -> words.append(before).append(value));
    }
}
