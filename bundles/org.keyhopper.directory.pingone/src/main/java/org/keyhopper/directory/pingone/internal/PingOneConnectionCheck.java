package org.keyhopper.directory.pingone.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.directory.SettingFault;
import org.keyhopper.directory.support.Findings;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.oauth.TokenHolder;

/** Looks at everything provisioning needs, for "Test connection". */
final class PingOneConnectionCheck {

    private final PingOneSettings settings;
    private final TokenHolder tokens;
    private final JsonSession session;
    private final PingOneRequests requests;
    private final PolicyCheck policy;

    PingOneConnectionCheck(
            PingOneSettings settings,
            TokenHolder tokens,
            JsonSession session,
            PingOneRequests requests,
            PolicyCheck policy) {
        this.settings = settings;
        this.tokens = tokens;
        this.session = session;
        this.requests = requests;
        this.policy = policy;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Optional<Problem> refused = tokens.current().failure();
        findings.add(new Finding(Findings.SIGN_IN, refused));
        if (refused.isEmpty()) {
            findings.add(new Finding(Findings.READ_PEOPLE, readable(requests.anyUser())));
            findings.add(new Finding(Findings.READ_GROUPS, readable(requests.anyGroup())));
            policy.forget();
            findings.addAll(policyFindings(policy.policy()));
        }
        return List.copyOf(findings);
    }

    /** Nothing is found where the environment is not, which is mostly a wrong region. */
    private Optional<Problem> readable(URI address) {
        Problem elsewhere = SettingFault.NOT_KNOWN_THERE.of(PingOneFields.ENVIRONMENT);
        return JsonSession.ifMissing(session.get(address), elsewhere).failure();
    }

    private List<Finding> policyFindings(Answer<Optional<FidoPolicy>> answer) {
        Optional<FidoPolicy> known = answer.result().flatMap(read -> read);
        Answer<List<Problem>> obstacles =
                answer.map(read -> read.map(FidoPolicy::obstacles).orElse(List.of()));
        return Findings.of(Findings.PASSKEY_POLICY, obstacles, made(known));
    }

    private Optional<Finding.Made> made(Optional<FidoPolicy> known) {
        return settings.passkeySettings()
                .rpId()
                .or(() -> known.flatMap(FidoPolicy::relyingParty))
                .map(id -> new Finding.Made(
                        id,
                        settings.passkeySettings()
                                .originFor(id, settings.addresses().auth().base())));
    }
}
