package org.keyhopper.directory.okta.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryCapabilities;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.directory.support.Connection;
import org.keyhopper.directory.support.Findings;
import org.keyhopper.directory.support.HttpDirectory;
import org.keyhopper.directory.support.http.JsonSession;

/** Creates the directory of an org. */
final class OktaDirectory {

    private OktaDirectory() {}

    /** Reads one user, since nothing else shows that the token is valid. */
    static Answer<Directory> open(OktaSettings settings, Secrets secrets, Connection connection) {
        JsonSession session =
                new JsonSession(new TokenSender(connection.sender(), secrets), request -> request, OktaErrors::problem);
        OktaRequests requests = new OktaRequests(settings.org());
        OktaPages pages = new OktaPages(session, settings.org());
        Directory directory = new HttpDirectory(
                connection,
                new DirectoryCapabilities(
                        false, Integer.MAX_VALUE, Optional.of(settings.org().resolve("/"))),
                new OktaPeople(session, requests, pages),
                new OktaPasskeys(
                        session,
                        requests,
                        pages,
                        new OktaOptions(settings.rpId(), Clock.systemUTC()),
                        connection.delay()),
                () -> findings(settings.rpId(), requests, pages));
        return pages.collect(requests.anyUser(), 1).map(valid -> directory);
    }

    private static List<Finding> findings(String rpId, OktaRequests requests, OktaPages pages) {
        return List.of(
                new Finding("okta.token", pages.collect(requests.anyUser(), 1).failure()),
                new Finding(
                        Findings.READ_GROUPS,
                        pages.collect(requests.groupsBeginningWith(""), 1).failure()),
                Finding.good("okta.passkeys", new Finding.Made(rpId, "https://" + rpId)));
    }
}
