package org.keyhopper.directory.okta.internal;

import java.time.Clock;
import java.util.List;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.People;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.directory.support.http.CancellableDelay;
import org.keyhopper.directory.support.http.HttpSender;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.http.RetryingSender;
import org.keyhopper.directory.support.json.JsonView;

/** One org. */
final class OktaDirectory implements Directory {

    private final HttpSender wire;
    private final String rpId;
    private final OktaRequests requests;
    private final OktaPages pages;
    private final OktaPeople people;
    private final OktaPasskeys passkeys;

    OktaDirectory(OktaSettings settings, HttpSender wire, Secrets secrets, CancellableDelay waiting) {
        this.wire = wire;
        rpId = settings.rpId();
        JsonSession session = new JsonSession(
                new TokenSender(new RetryingSender(wire, waiting), secrets), request -> request, OktaErrors::problem);
        requests = new OktaRequests(settings.org());
        pages = new OktaPages(session, settings.org());
        people = new OktaPeople(session, requests, pages);
        passkeys = new OktaPasskeys(session, requests, pages, new OktaOptions(rpId, Clock.systemUTC()), waiting);
    }

    /** Reads somebody, whoever it is. */
    Answer<List<JsonView>> tried() {
        return pages.collect(requests.anyUser(), 1);
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
        return List.of(
                new Finding("Token, and permission to read people", tried().trouble()),
                new Finding(
                        "Permission to read groups",
                        pages.collect(requests.groupsBeginningWith(""), 1).trouble()),
                Finding.good("Passkeys", new Finding.Made(rpId, "https://" + rpId)));
    }

    @Override
    public void close() {
        wire.close();
    }
}
