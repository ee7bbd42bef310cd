package org.keyhopper.directory.entra.internal;

import java.net.URI;
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
import org.keyhopper.directory.support.http.ServiceAddress;
import org.keyhopper.directory.support.oauth.AccessToken;
import org.keyhopper.directory.support.oauth.TokenHolder;

/** Looks at everything provisioning needs, for "Test connection". */
final class EntraConnectionCheck {

    private static final Set<String> REGISTRATION =
            Set.of("UserAuthMethod-Passkey.ReadWrite.All", "UserAuthenticationMethod.ReadWrite.All");

    private final ServiceAddress graph;
    private final TokenHolder tokens;
    private final JsonSession session;
    private final EntraRequests requests;
    private final PolicyCheck policy;

    EntraConnectionCheck(
            ServiceAddress graph, TokenHolder tokens, JsonSession session, EntraRequests requests, PolicyCheck policy) {
        this.graph = graph;
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
            findings.add(new Finding("entra.cloud", EntraCloud.obstacle(graph)));
            findings.add(new Finding(
                    Findings.REGISTER_PASSKEYS, permission(token.result().get())));
            findings.add(new Finding(Findings.READ_PEOPLE, readable(requests.anyUser())));
            findings.add(new Finding(Findings.READ_GROUPS, readable(requests.anyGroup())));
            findings.addAll(policyFindings());
        }
        return List.copyOf(findings);
    }

    private static Optional<Problem> permission(AccessToken token) {
        Set<String> rights = token.claims().rights();
        boolean known = !rights.isEmpty();
        return known && rights.stream().noneMatch(REGISTRATION::contains)
                ? Optional.of(Problem.of(DirectoryProblem.NOT_PERMITTED)
                        .withDetail("neither of " + new TreeSet<>(REGISTRATION) + " is among " + new TreeSet<>(rights)))
                : Optional.empty();
    }

    private Optional<Problem> readable(URI address) {
        return session.get(address).failure();
    }

    private List<Finding> policyFindings() {
        policy.forget();
        String rules = policy.summary();
        return Findings.of(Findings.PASSKEY_POLICY, policy.generalObstacles(), Optional.empty()).stream()
                .map(finding -> finding.withDetail(rules))
                .toList();
    }
}
