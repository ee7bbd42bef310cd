package org.example.acme.directory;

import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryProblemCode;
import org.keyhopper.directory.support.http.ApiResponse;
import org.keyhopper.directory.support.json.JsonView;

/** The table of errors: Acme's codes, and what each means here. */
final class AcmeErrors {

    private static final Map<String, DirectoryProblemCode> CODES = Map.of(
            "model-refused", DirectoryProblem.AAGUID_NOT_ALLOWED,
            "attestation-refused", DirectoryProblem.ATTESTATION_REFUSED,
            "origin-refused", DirectoryProblem.ORIGIN_REFUSED,
            "challenge-expired", DirectoryProblem.OPTIONS_EXPIRED,
            "too-many", DirectoryProblem.TOO_MANY_PASSKEYS,
            "passkeys-off", DirectoryProblem.METHOD_DISABLED,
            "duplicate", DirectoryProblem.ALREADY_REGISTERED,
            "subscription-ended", AcmeProblem.SUBSCRIPTION_ENDED);

    private AcmeErrors() {}

    /** Returns the problem; its detail is what Acme Identity says. */
    static Problem problem(ApiResponse response) {
        Optional<JsonView> body = JsonView.parse(response.body());
        String code = body.flatMap(json -> json.text("code")).orElse("");
        String words = body.flatMap(json -> json.text("message")).orElse("");
        return problem(response.status(), code).withDetail("HTTP " + response.status() + " " + code + " " + words);
    }

    private static Problem problem(int status, String code) {
        if (CODES.containsKey(code)) {
            return Problem.of(CODES.get(code));
        }
        return switch (status) {
            case 401 -> Problem.of(DirectoryProblem.SIGN_IN_REFUSED, "401");
            case 403 -> Problem.of(DirectoryProblem.NOT_PERMITTED);
            case 429 -> Problem.of(DirectoryProblem.THROTTLED);
            default ->
                Problem.of(
                        status >= 500 ? DirectoryProblem.SERVER_ERROR : DirectoryProblem.REFUSED,
                        Integer.toString(status));
        };
    }
}
