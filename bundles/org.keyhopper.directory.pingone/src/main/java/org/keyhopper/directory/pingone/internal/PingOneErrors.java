package org.keyhopper.directory.pingone.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.directory.support.http.ApiResponse;
import org.keyhopper.directory.support.json.Guid;
import org.keyhopper.directory.support.json.JsonView;

/** Turns an error response of PingOne into a problem. */
final class PingOneErrors {

    private PingOneErrors() {}

    /** Returns the problem; its detail is PingOne's code, messages and correlation id. */
    static Problem problem(ApiResponse response) {
        Optional<JsonView> body = JsonView.parse(response.body());
        return problem(response.status(), body).withDetail(words(response, body));
    }

    private static Problem problem(int status, Optional<JsonView> body) {
        return switch (status) {
            case 400, 409 ->
                body.flatMap(PingOneErrors::refusal)
                        .orElseGet(() -> Problem.of(DirectoryProblem.REFUSED, Integer.toString(status)));
            case 401 -> Problem.of(DirectoryProblem.SESSION_EXPIRED);
            case 403 -> Problem.of(DirectoryProblem.NOT_PERMITTED);
            case 429 -> Problem.of(DirectoryProblem.THROTTLED);
            default ->
                Problem.of(
                        status >= 500 ? DirectoryProblem.SERVER_ERROR : DirectoryProblem.REFUSED,
                        Integer.toString(status));
        };
    }

    private static Optional<Problem> refusal(JsonView body) {
        List<JsonView> details = body.items("details");
        if (details.stream().anyMatch(detail -> isCalled(detail, "UNIQUENESS_VIOLATION"))) {
            return Optional.of(Problem.of(DirectoryProblem.ALREADY_REGISTERED));
        }
        if (details.stream().anyMatch(PingOneErrors::isLimit)) {
            return Optional.of(Problem.of(DirectoryProblem.TOO_MANY_PASSKEYS));
        }
        if (details.stream().anyMatch(PingOneErrors::isType)) {
            return Optional.of(Problem.of(DirectoryProblem.METHOD_DISABLED));
        }
        return meaning(messages(body).toLowerCase(Locale.ROOT));
    }

    private static boolean isCalled(JsonView detail, String code) {
        return detail.text("code").filter(code::equals).isPresent();
    }

    private static boolean isLimit(JsonView detail) {
        return isCalled(detail, "LIMIT_EXCEEDED")
                || detail.number("innerError", "quotaLimit").isPresent();
    }

    private static boolean isType(JsonView detail) {
        return isCalled(detail, "INVALID_VALUE")
                && detail.text("target").filter("type"::equals).isPresent();
    }

    /** The same code stands for very different things, so the texts are searched, and only unambiguous words are trusted. */
    private static Optional<Problem> meaning(String words) {
        if (words.contains("aaguid") || words.contains("authenticator is not allowed")) {
            return Optional.of(Problem.of(
                    DirectoryProblem.AAGUID_NOT_ALLOWED, Guid.findIn(words).orElse("")));
        }
        if (words.contains("origin")) {
            return Optional.of(Problem.of(DirectoryProblem.ORIGIN_REFUSED));
        }
        if (words.contains("expired") || words.contains("timed out")) {
            return Optional.of(Problem.of(DirectoryProblem.OPTIONS_EXPIRED));
        }
        return words.contains("attestation")
                ? Optional.of(Problem.of(DirectoryProblem.ATTESTATION_REFUSED))
                : Optional.empty();
    }

    private static String messages(JsonView body) {
        String details = body.items("details").stream()
                .map(detail -> detail.text("code").orElse("")
                        + detail.text("target").map(target -> " " + target).orElse("")
                        + detail.text("message").map(message -> " " + message).orElse(""))
                .collect(Collectors.joining("; "));
        return body.text("message").orElse("") + (details.isEmpty() ? "" : " [" + details + "]");
    }

    private static String words(ApiResponse response, Optional<JsonView> body) {
        StringBuilder words = new StringBuilder("HTTP ").append(response.status());
        body.ifPresent(json -> {
            json.text("code").ifPresent(code -> words.append(' ').append(code));
            words.append(": ").append(messages(json));
            json.text("id").ifPresent(id -> words.append(" correlation ID ").append(id));
        });
        return words.toString();
    }
}
