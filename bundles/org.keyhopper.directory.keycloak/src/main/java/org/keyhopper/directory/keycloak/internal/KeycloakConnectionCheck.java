package org.keyhopper.directory.keycloak.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.directory.support.Findings;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.json.JsonView;
import org.keyhopper.directory.support.oauth.AccessToken;
import org.keyhopper.directory.support.oauth.TokenHolder;

/** Examines everything that provisioning needs, for "Test connection", and what the service account should not have. */
final class KeycloakConnectionCheck {

    private static final String REGISTRATION = "manage-users";
    private static final String EVERYTHING = "realm-admin";
    /** Roles of realm-management that are needed, or follow from those. */
    private static final Set<String> NEEDED =
            Set.of(REGISTRATION, "view-realm", "view-users", "query-users", "query-groups");
    /** Realm roles that administer more than one realm; those of the master realm. */
    private static final Set<String> SERVER_WIDE = Set.of("admin", "create-realm");

    private final TokenHolder tokens;
    private final JsonSession session;
    private final KeycloakRequests requests;
    private final PolicyRead policy;

    KeycloakConnectionCheck(TokenHolder tokens, JsonSession session, KeycloakRequests requests, PolicyRead policy) {
        this.tokens = tokens;
        this.session = session;
        this.requests = requests;
        this.policy = policy;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Answer<AccessToken> token = tokens.current();
        findings.add(new Finding(Findings.SIGN_IN, token.failure()));
        if (token.result().isPresent()) {
            JsonView claims = token.result().get().claims().claims();
            Answer<List<JsonView>> someone = session.items(requests.anyUser());
            findings.add(new Finding(Findings.READ_PEOPLE, visible(someone)));
            findings.add(new Finding(Findings.REGISTER_PASSKEYS, registration(claims, someone)));
            findings.add(new Finding(
                    Findings.READ_GROUPS, session.items(requests.anyGroup()).failure()));
            findings.add(new Finding("keycloak.excess-permissions", excess(claims)));
            findings.addAll(policyFindings());
        }
        return List.copyOf(findings);
    }

    /** Without the role to view users the list is empty. */
    private static Optional<Problem> visible(Answer<List<JsonView>> someone) {
        boolean empty = someone.result().filter(List::isEmpty).isPresent();
        return empty
                ? Optional.of(Problem.of(DirectoryProblem.NOT_PERMITTED)
                        .withDetail("no user is shown: " + REGISTRATION + " of realm-management is missing"))
                : someone.failure();
    }

    /** Asks the token first, then what Keycloak says of one user. */
    private static Optional<Problem> registration(JsonView claims, Answer<List<JsonView>> someone) {
        Set<String> roles = roles(claims);
        boolean granted = roles.contains(REGISTRATION) || roles.contains(EVERYTHING);
        boolean refused = someone.result().stream()
                .flatMap(List::stream)
                .anyMatch(user -> !user.flag("access", "manage").orElse(true));
        return !granted && (refused || !roles.isEmpty() && visible(someone).isPresent())
                ? Optional.of(Problem.of(DirectoryProblem.NOT_PERMITTED)
                        .withDetail(REGISTRATION + " is not among " + new TreeSet<>(roles)))
                : Optional.empty();
    }

    /** The roles of other clients than realm-management that administer realms are named {@code NAME-realm}. */
    private static Optional<Problem> excess(JsonView claims) {
        Set<String> excess = new TreeSet<>(roles(claims));
        excess.removeAll(NEEDED);
        claims.texts("realm_access", "roles").stream()
                .filter(SERVER_WIDE::contains)
                .forEach(excess::add);
        claims.at("resource_access").names().stream()
                .filter(client -> client.endsWith("-realm"))
                .forEach(excess::add);
        return excess.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of(KeycloakProblem.EXCESS_PERMISSIONS, String.join(", ", excess)));
    }

    private static Set<String> roles(JsonView claims) {
        return Set.copyOf(claims.texts("resource_access", "realm-management", "roles"));
    }

    private List<Finding> policyFindings() {
        String subject = Findings.PASSKEY_POLICY;
        Answer<PasskeyPolicy> rules = policy.fresh();
        Optional<Finding.Made> made = rules.result()
                .map(PasskeyPolicy::relyingParty)
                .map(party -> new Finding.Made(party.id(), party.origin()));
        return Findings.of(subject, rules.map(PasskeyPolicy::obstacles), made);
    }
}
