package org.keyhopper.directory.entra.internal;

import java.time.Clock;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryCapabilities;
import org.keyhopper.directory.support.Connection;
import org.keyhopper.directory.support.HttpDirectory;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.http.Paging;
import org.keyhopper.directory.support.http.ServiceAddress;
import org.keyhopper.directory.support.oauth.TokenHolder;

/** Creates the directory of a signed-in tenant. */
final class EntraDirectory {

    private EntraDirectory() {}

    static Directory open(EntraSettings settings, Connection connection, TokenHolder tokens) {
        ServiceAddress graph = settings.graph();
        Clock clock = Clock.systemUTC();
        JsonSession session = new JsonSession(connection.sender(tokens), EntraRequests::marked, EntraErrors::problem);
        EntraRequests requests = new EntraRequests(graph);
        Paging paging = Paging.odata(graph);
        PolicyCheck policy = new PolicyCheck(session, requests, clock);
        AccountCheck accounts = new AccountCheck(graph, tokens);
        EntraConnectionCheck test = new EntraConnectionCheck(graph, tokens, session, requests, policy);
        return new HttpDirectory(
                connection,
                new DirectoryCapabilities(
                        true, EntraRequests.LONGEST_NAME, EntraCloud.myApps(settings.login(), settings.tenant())),
                new EntraPeople(session, requests, paging),
                new EntraPasskeys(session, requests, policy, accounts, paging, clock, connection.delay()),
                test::findings);
    }
}
