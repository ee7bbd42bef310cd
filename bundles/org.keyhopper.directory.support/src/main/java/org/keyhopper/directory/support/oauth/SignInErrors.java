package org.keyhopper.directory.support.oauth;

import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.directory.support.json.JsonView;

/** Turns the error of a sign-in page or token endpoint (RFC 6749 sections 4.1.2.1, 5.2) into a problem. */
@FunctionalInterface
public interface SignInErrors {

    /** Members {@code error} and {@code error_description}, and whatever else the provider adds. */
    Problem problem(JsonView body);

    /** The errors of the standards alone. */
    static Problem standard(JsonView body) {
        String error = body.text("error").orElse("");
        DirectoryProblem code =
                switch (error) {
                    case "interaction_required", "login_required", "consent_required" ->
                        DirectoryProblem.SIGN_IN_NEEDS_PERSON;
                    case "access_denied", "authorization_declined", "expired_token" ->
                        DirectoryProblem.SIGN_IN_CANCELLED;
                    default -> DirectoryProblem.SIGN_IN_REFUSED;
                };
        return Problem.of(code, error).withDetail(body.text("error_description").orElse(""));
    }
}
