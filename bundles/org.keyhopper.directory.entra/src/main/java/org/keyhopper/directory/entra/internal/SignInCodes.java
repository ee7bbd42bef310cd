package org.keyhopper.directory.entra.internal;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.directory.support.json.JsonView;
import org.keyhopper.directory.support.oauth.SignInErrors;

/** What the AADSTS codes of Entra's sign-in mean for an operator. */
final class SignInCodes {

    private static final Pattern CODE = Pattern.compile("AADSTS(\\d{4,8})");
    /** Consent missing, MFA due or to be set up, sign-in too old, Conditional Access, terms of use. */
    private static final Set<String> NEEDS_PERSON = Set.of(
            "65001", "50074", "50076", "50079", "50072", "50158", "53000", "53001", "53003", "50097", "16000", "50058");
    /** Refresh token expired, revoked or too old; password changed. */
    private static final Set<String> SESSION_OVER = Set.of("700082", "700084", "50173", "70008", "70043", "50133");

    private static final Set<String> GIVEN_UP = Set.of("65004", "70016", "70020");

    private SignInCodes() {}

    /** Argument 0 of the problem is the AADSTS code, the detail is what Entra said. */
    static Problem problem(JsonView body) {
        String description = body.text("error_description").orElse("");
        return code(body, description)
                .map(number -> Problem.of(meaning(number), "AADSTS" + number).withDetail(oneLine(description)))
                .orElseGet(() -> SignInErrors.standard(body));
    }

    private static DirectoryProblem meaning(String number) {
        if (NEEDS_PERSON.contains(number)) {
            return DirectoryProblem.SIGN_IN_NEEDS_PERSON;
        }
        if (SESSION_OVER.contains(number)) {
            return DirectoryProblem.SESSION_EXPIRED;
        }
        return GIVEN_UP.contains(number) ? DirectoryProblem.SIGN_IN_CANCELLED : DirectoryProblem.SIGN_IN_REFUSED;
    }

    private static Optional<String> code(JsonView body, String description) {
        Matcher inText = CODE.matcher(description);
        return inText.find()
                ? Optional.of(inText.group(1))
                : body.texts("error_codes").stream().findFirst();
    }

    /** Entra writes trace and correlation ids on lines of their own. */
    private static String oneLine(String description) {
        return description.replaceAll("\\s+", " ").strip();
    }
}
