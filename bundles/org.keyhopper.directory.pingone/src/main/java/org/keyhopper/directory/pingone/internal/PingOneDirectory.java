package org.keyhopper.directory.pingone.internal;

import java.time.Clock;
import java.util.List;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryPrompts;
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

/** One environment, signed in. */
final class PingOneDirectory implements Directory {

    private final HttpSender wire;
    private final PingOnePeople people;
    private final PingOnePasskeys passkeys;
    private final PingOneConnectionTest examination;

    PingOneDirectory(
            PingOneSettings settings,
            HttpSender wire,
            TokenHolder tokens,
            DirectoryPrompts prompts,
            CancellableDelay waiting) {
        this.wire = wire;
        Clock clock = Clock.systemUTC();
        ServiceAddress api = settings.addresses().api();
        JsonSession session = new JsonSession(
                new AuthorizedSender(new RetryingSender(wire, waiting), tokens),
                request -> request,
                PingOneErrors::problem);
        PingOneRequests requests = new PingOneRequests(api, settings.wishes());
        PolicyCheck policy =
                new PolicyCheck(session, requests, settings.wishes().policyId(), clock);
        PingOneOptions reader = new PingOneOptions(
                settings.wishes(), settings.addresses().auth().base(), clock);
        people = new PingOnePeople(session, requests, Paging.hal(api, "users"));
        passkeys = new PingOnePasskeys(
                session,
                requests,
                new Enrolment(session, requests, reader, waiting),
                new MfaSwitch(session, requests, prompts, settings.mayEnableMfa()),
                policy,
                new EventualRead(waiting),
                Paging.hal(api, "devices"));
        examination = new PingOneConnectionTest(settings, tokens, session, requests, policy);
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

    @Override
    public void close() {
        wire.close();
    }
}
