package org.keyhopper.directory.keycloak.internal;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.directory.support.http.ApiResponse;
import org.keyhopper.directory.support.json.JsonView;

/** Turns an error response of the admin API into a problem. */
final class KeycloakErrors {

    private KeycloakErrors() {}

    /** Returns the problem; its detail is what Keycloak says, in whichever of its forms. */
    static Problem problem(ApiResponse response) {
        String text = JsonView.parse(response.body()).map(KeycloakErrors::text).orElse("");
        return code(response.status()).withDetail("HTTP " + response.status() + (text.isEmpty() ? "" : " " + text));
    }

    private static Problem code(int status) {
        return switch (status) {
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

    private static String text(JsonView body) {
        return Stream.of(
                        body.text("field"),
                        body.text("error"),
                        body.text("error_description"),
                        body.text("errorMessage"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(": "));
    }
}
