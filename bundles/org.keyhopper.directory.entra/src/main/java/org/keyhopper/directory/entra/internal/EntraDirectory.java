package org.keyhopper.directory.entra.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.DirectoryUser.AccountState;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.People;
import org.keyhopper.directory.support.http.CancellableDelay;
import org.keyhopper.directory.support.http.EventualRead;
import org.keyhopper.directory.support.http.HttpSender;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.http.Paging;
import org.keyhopper.directory.support.http.RetryingSender;
import org.keyhopper.directory.support.http.ServiceAddress;
import org.keyhopper.directory.support.oauth.AuthorizedSender;
import org.keyhopper.directory.support.oauth.TokenHolder;

/** One tenant, signed in. */
final class EntraDirectory implements Directory {

    private final HttpSender wire;
    private final ServiceAddress graph;
    private final TokenHolder tokens;
    private final EntraPeople people;
    private final EntraPasskeys passkeys;
    private final EntraConnectionTest examination;

    EntraDirectory(ServiceAddress graph, HttpSender wire, TokenHolder tokens, CancellableDelay waiting) {
        this.wire = wire;
        this.graph = graph;
        this.tokens = tokens;
        Clock clock = Clock.systemUTC();
        JsonSession session = new JsonSession(
                new AuthorizedSender(new RetryingSender(wire, waiting), tokens),
                EntraRequests::marked,
                EntraErrors::problem);
        EntraRequests requests = new EntraRequests(graph);
        Paging paging = Paging.odata(graph);
        PolicyCheck policy = new PolicyCheck(session, requests, clock);
        people = new EntraPeople(session, requests, paging);
        passkeys =
                new EntraPasskeys(session, requests, policy, this::obstacles, new EventualRead(waiting), paging, clock);
        examination = new EntraConnectionTest(graph, tokens, session, requests, policy);
    }

    @Override
    public People people() {
        return people;
    }

    @Override
    public Passkeys passkeys() {
        return passkeys;
    }

    @Override
    public List<Finding> examine() {
        return examination.findings();
    }

    /** Graph keeps nothing of options that nobody answers. */
    @Override
    public boolean beginIsStateless() {
        return true;
    }

    private List<Problem> obstacles(DirectoryUser user) {
        List<Problem> found = new ArrayList<>();
        EntraCloud.obstacle(graph).ifPresent(found::add);
        if (user.state() == AccountState.DISABLED) {
            found.add(Problem.of(DirectoryProblem.USER_DISABLED, user.userName()));
        }
        if (isOperator(user)) {
            found.add(Problem.of(DirectoryProblem.SELF_ENROLMENT));
        }
        return found;
    }

    /** Graph answers 405 when people enrol themselves this way, so it is found out before. */
    private boolean isOperator(DirectoryUser user) {
        return tokens.current()
                .result()
                .flatMap(token -> token.claims().subject())
                .filter(user.id()::equalsIgnoreCase)
                .isPresent();
    }

    @Override
    public void close() {
        wire.close();
    }
}
