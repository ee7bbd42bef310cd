package org.keyhopper.directory.okta.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.directory.support.http.ApiResponse;
import org.keyhopper.directory.support.json.Guid;
import org.keyhopper.directory.support.json.JsonView;

/** Turns an error response of Okta into a problem. */
final class OktaErrors {

    private OktaErrors() {}

    /** Returns the problem; its detail is Okta's code, summaries and error id. */
    static Problem problem(ApiResponse response) {
        Optional<JsonView> body = JsonView.parse(response.body());
        String words = body.map(OktaErrors::words).orElse("");
        return problem(response.status(), words.toLowerCase(Locale.ROOT))
                .withDetail("HTTP " + response.status() + " " + words);
    }

    private static Problem problem(int status, String words) {
        return switch (status) {
            case 400 -> refusal(words);
            case 401 -> Problem.of(DirectoryProblem.SIGN_IN_REFUSED, "401");
            case 403 -> Problem.of(DirectoryProblem.NOT_PERMITTED);
            case 409 -> Problem.of(DirectoryProblem.ALREADY_REGISTERED);
            case 429 -> Problem.of(DirectoryProblem.THROTTLED);
            default ->
                Problem.of(
                        status >= 500 ? DirectoryProblem.SERVER_ERROR : DirectoryProblem.REFUSED,
                        Integer.toString(status));
        };
    }

    /** The codes are too general, so the texts are searched, for unambiguous words only. */
    private static Problem refusal(String words) {
        if (words.contains("aaguid") || words.contains("authenticator is not allowed")) {
            return Problem.of(
                    DirectoryProblem.AAGUID_NOT_ALLOWED, Guid.findIn(words).orElse(""));
        }
        if (words.contains("origin")) {
            return Problem.of(DirectoryProblem.ORIGIN_REFUSED);
        }
        if (words.contains("expired")) {
            return Problem.of(DirectoryProblem.OPTIONS_EXPIRED);
        }
        if (words.contains("maximum")) {
            return Problem.of(DirectoryProblem.TOO_MANY_PASSKEYS);
        }
        if (words.contains("not enabled")) {
            return Problem.of(DirectoryProblem.METHOD_DISABLED);
        }
        return words.contains("attestation")
                ? Problem.of(DirectoryProblem.ATTESTATION_REFUSED)
                : Problem.of(DirectoryProblem.REFUSED, "400");
    }

    private static String words(JsonView body) {
        String causes = body.items("errorCauses").stream()
                .flatMap(cause -> cause.text("errorSummary").stream())
                .collect(Collectors.joining("; "));
        return body.text("errorCode").orElse("") + ": "
                + body.text("errorSummary").orElse("")
                + (causes.isEmpty() ? "" : " [" + causes + "]")
                + body.text("errorId").map(id -> " error ID " + id).orElse("");
    }
}
