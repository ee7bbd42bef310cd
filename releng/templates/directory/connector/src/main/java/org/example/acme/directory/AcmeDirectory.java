package org.example.acme.directory;

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

/** Creates the directory of a tenant. */
final class AcmeDirectory {

    private AcmeDirectory() {}

    /** Reads one person, since nothing else shows that the token is valid. */
    static Answer<Directory> open(AcmeSettings settings, Secrets secrets, Connection connection) {
        JsonSession session =
                new JsonSession(new TokenSender(connection.sender(), secrets), request -> request, AcmeErrors::problem);
        AcmeRequests requests = new AcmeRequests(settings);
        Directory directory = new HttpDirectory(
                connection,
                new DirectoryCapabilities(
                        false, Integer.MAX_VALUE, Optional.of(settings.service().resolve("/sign-in"))),
                new AcmePeople(session, settings, requests),
                new AcmePasskeys(session, requests, Clock.systemUTC(), connection.delay()),
                () -> findings(session, requests));
        return session.get(requests.anyPerson()).map(valid -> directory);
    }

    /** What "Test connection" examines. An id that {@code Findings} does not have needs a text, {@code finding.acme.…}. */
    private static List<Finding> findings(JsonSession session, AcmeRequests requests) {
        return List.of(
                new Finding(
                        Findings.READ_PEOPLE, session.get(requests.anyPerson()).failure()),
                new Finding(
                        Findings.READ_GROUPS,
                        session.get(requests.groupsBeginningWith("a")).failure()),
                Finding.good("acme.passkeys", new Finding.Made(requests.rpId(), "https://" + requests.rpId())));
    }
}
